/** The form of what `agreement.yaml` says of where approved catalogues are sent. */
import { described, type JsonSchema, object, type SchemaWords, text, WORDS } from '../engine/schema-words.ts';

/** Where a secret is: never in the workspace itself. One of the two. */
export interface SecretFile {
  /** Name of an environment variable. */
  readonly environment?: string;
  /** Path of a file outside the workspace. */
  readonly file?: string;
}

export interface SftpFile {
  readonly host: string;
  readonly port?: number;
  readonly user: string;
  readonly hostKey: string | readonly string[];
  readonly folder: string;
  readonly key?: SecretFile;
  readonly passphrase?: SecretFile;
  readonly agent?: true;
  readonly timeout?: number;
}

export interface HttpsFile {
  readonly url: string;
  readonly method?: 'PUT' | 'POST';
  readonly token?: SecretFile;
  readonly tokenHeader?: string;
  readonly timeout?: number;
}

/** One receiver; one of `folder`, `sftp` and `https`. */
export interface TargetFile {
  readonly name: string;
  readonly profile?: string;
  readonly fileName?: string;
  readonly folder?: string;
  readonly sftp?: SftpFile;
  readonly https?: HttpsFile;
}

/** What a name is in `fileName` and in the path of a URL. */
export const PLACEHOLDERS = ['agreement', 'version', 'day', 'extension'] as const;

const words = (nb: string, en: string): { readonly [WORDS]: SchemaWords } => ({ [WORDS]: { allowed: { nb, en } } });

const secret = (nb: string, en: string, variable: string, file: string): JsonSchema =>
  described(nb, en, {
    ...object({
      environment: described('Miljøvariabelen den står i.', 'The environment variable that holds it.', {
        type: 'string',
        pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
        examples: [variable],
        ...words('navnet på en miljøvariabel', 'the name of an environment variable'),
      }),
      file: described(
        'Filen den står i, utenfor arbeidsområdet. ~ er hjemmemappen.',
        'The file that holds it, outside of the workspace. ~ is the home folder.',
        text(file),
      ),
    }),
    examples: [{ environment: variable }],
  });

const fingerprint: JsonSchema = {
  type: 'string',
  pattern: '^SHA256:[A-Za-z0-9+/]{43}=?$',
  examples: ['SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDd8jSXQGKxgFZx7Xk'],
  ...words(
    'et fingeravtrykk som begynner med SHA256:, slik ssh-keygen -l viser det',
    'a fingerprint that begins with SHA256:, as ssh-keygen -l shows it',
  ),
};

const timeout = described(
  'Sekunder uten livstegn før forsøket gis opp. Uten: 60.',
  'Seconds without a sign of life before the attempt is given up. Without: 60.',
  { type: 'integer', minimum: 1, maximum: 3600, examples: [60] },
);

const sftp = described('En mappe på en SFTP-tjener.', 'A folder on an SFTP server.', {
  ...object(
    {
      host: described('Tjenerens navn eller adresse.', 'Name or address of the server.', text('sftp.example.no')),
      port: described('Porten. Uten: 22.', 'The port. Without: 22.', {
        type: 'integer',
        minimum: 1,
        maximum: 65535,
        examples: [22],
      }),
      user: described('Brukernavnet.', 'The user name.', text('katalog')),
      hostKey: described(
        'Fingeravtrykket av tjenerens nøkkel. Flere mens en nøkkel byttes.',
        'The fingerprint of the server\u2019s key. Several while a key is being replaced.',
        {
          anyOf: [fingerprint, { type: 'array', items: fingerprint, minItems: 1, uniqueItems: true }],
          examples: fingerprint['examples'],
          [WORDS]: fingerprint[WORDS],
        },
      ),
      folder: described('Mappen på tjeneren.', 'The folder on the server.', text('/inn')),
      key: secret('Den private nøkkelen.', 'The private key.', 'KATALOG_SSH_KEY', '~/.ssh/katalog'),
      passphrase: secret(
        'Passordet på nøkkelen.',
        'The passphrase of the key.',
        'KATALOG_PASSPHRASE',
        '~/.ssh/passord',
      ),
      agent: described(
        'true: nøkkelen hentes fra ssh-agent (SSH_AUTH_SOCK).',
        'true: the key comes from ssh-agent (SSH_AUTH_SOCK).',
        { const: true },
      ),
      timeout,
    },
    ['host', 'user', 'hostKey', 'folder'],
  ),
});

const https = described('En adresse som tar imot filer med HTTPS.', 'An address that takes files by HTTPS.', {
  ...object(
    {
      url: described(
        'Adressen. {file} er filnavnet. Uten kryptering bare til denne maskinen (localhost).',
        'The address. {file} is the file name. Without encryption to this machine only (localhost).',
        text('https://api.example.no/kataloger/{file}'),
      ),
      method: described('Uten: PUT.', 'Without: PUT.', { type: 'string', enum: ['PUT', 'POST'] }),
      token: secret('Adgangsnøkkelen.', 'The access token.', 'KATALOG_TOKEN', '/etc/katalogvakt/token'),
      tokenHeader: described(
        'Feltet adgangsnøkkelen sendes i. Uten: Authorization, med Bearer foran.',
        'The header that carries the token. Without: Authorization, with Bearer in front.',
        {
          type: 'string',
          pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$",
          examples: ['X-Api-Key'],
          ...words('navnet på et HTTP-felt', 'the name of an HTTP header'),
        },
      ),
      timeout,
    },
    ['url'],
  ),
});

export const targetsSchema: JsonSchema = described(
  'Hvem godkjente kataloger sendes til. Hver mottaker har ett av folder, sftp og https.',
  'Whom approved catalogues are sent to. Each receiver has one of folder, sftp and https.',
  {
    type: 'array',
    minItems: 1,
    items: object(
      {
        name: described('Kort navn; kvitteringen heter det samme.', 'A short name; the receipt is called the same.', {
          type: 'string',
          pattern: '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$',
          examples: ['kommune-a'],
          ...words(
            'små bokstaver a-z, sifre og bindestrek, høyst 40',
            'small letters a-z, digits and hyphens, at most 40',
          ),
        }),
        profile: described(
          'Hva bestillingssystemet tar imot: en profil, innebygd eller i rules/profiles/, eller et format. Uten: filen slik den ble godkjent.',
          'What the ordering system takes: a profile, built in or in rules/profiles/, or a format. Without: the file as it was approved.',
          text('visma-ehandel', 'ehf'),
        ),
        fileName: described(
          'Hva filen heter hos mottakeren. {agreement}, {version}, {day} og {extension} fylles ut. Uten: det profilen sier, ellers {agreement}-{version}.{extension}.',
          'What the receiver calls the file. {agreement}, {version}, {day} and {extension} are filled in. Without: what the profile says, else {agreement}-{version}.{extension}.',
          {
            type: 'string',
            pattern: '^[^./\\\\<>:"|?*\\u0000-\\u001f][^/\\\\<>:"|?*\\u0000-\\u001f]{0,120}$',
            examples: ['katalog.{extension}'],
            ...words('et filnavn, uten mapper', 'a file name, without folders'),
          },
        ),
        folder: described(
          'En mappe, også en delt, med sti fra denne filen. Den må finnes.',
          'A folder, also a shared one, by its path from this file. It must be there.',
          text('//server/innkjop/kataloger'),
        ),
        sftp,
        https,
      },
      ['name'],
    ),
    examples: [[{ name: 'kommune-a', folder: '//server/innkjop/kataloger' }]],
  },
);
