/** `manifest.json` of an approved version: what it is, what it was made of, who approved it, and what came before it. */
import type { Text } from '../catalogue/text.ts';
import { DRAFT, day, described, type JsonSchema, object } from '../engine/schema-words.ts';
import { loadYaml } from '../engine/yaml-file.ts';
import { type FileFormat, FORMATS } from '../readers/reader.ts';
import { type AskedReading, readingSchema } from '../reporters/asked.ts';
import type { InputFile, Result } from '../reporters/result.ts';

/** A file and which bytes it is. */
export interface StoredFile extends InputFile {
  /** Relative to the version's folder. */
  readonly file: string;
}

export const INPUT_ROLES = [
  'catalogue',
  'agreement',
  'prices',
  'terms',
  'previous',
  'mapping',
  'waivers',
  'rules',
  'reference',
  'allowedSigners',
] as const;
export type InputRole = (typeof INPUT_ROLES)[number];

export interface StoredInput extends InputFile {
  readonly role: InputRole;
  /** Relative to the workspace, as in the result; what comes with the tool is named `katalogvakt:…`. */
  readonly file: string;
  /** Where its bytes are kept, relative to `approved/`. */
  readonly stored: string;
}

export interface Approval {
  /** A typed name: who it was is proved by a signature only. */
  readonly by: string;
  /** Time in UTC, `2026-11-15T08:30:00.000Z`. */
  readonly at: string;
  /** Of ssh-keygen, armoured, over the statement that `statementOf` makes. */
  readonly signature?: string;
}

/** What a signature is given for. */
export interface ApprovedThing {
  /** Checksum of the `result.json` that was looked at; of a rollback, that of the version gone back to. */
  readonly run: string;
  /** Checksum of the catalogue that goes on. */
  readonly catalogue: string;
  /** Checksum of `decisions.yaml`, where there is one. */
  readonly decisions?: string;
}

export interface Manifest {
  readonly version: 1;
  /** `0001` and on. */
  readonly number: string;
  /** Checksum of the manifest of the version before; absent in the first. */
  readonly previous?: string;
  readonly agreement: { readonly number: string; readonly name: string; readonly supplier: string };
  /** The day the check was for. */
  readonly asOf: string;
  readonly outcome: 'approved' | 'partly';
  readonly lines: Result['lines'];
  readonly findings: Result['findings'];
  /** Against the version before, as the file was sent. */
  readonly changes?: { readonly added: number; readonly removed: number; readonly changed: number };
  readonly tool: Result['tool'];
  readonly approvedBy: readonly Approval[];
  readonly approved: ApprovedThing;
  /** The folder of the run that was approved. */
  readonly run: string;
  readonly catalogue: {
    readonly file: string;
    readonly format: FileFormat;
    readonly lines: number;
    /** How it is to be read, where that is not the usual way. */
    readonly reading?: AskedReading;
    /** Whether the mapping among the inputs is needed for it. */
    readonly mapped?: true;
  };
  readonly files: readonly StoredFile[];
  readonly inputs: readonly StoredInput[];
  /** How many findings were decided by a person. */
  readonly decisions?: { readonly accept: number; readonly keepPrevious: number; readonly drop: number };
  /** What the decisions added to `waivers.yaml`. */
  readonly waivers?: { readonly added: number; readonly before?: string; readonly after: string };
  /** It is an earlier version once more. */
  readonly rollback?: { readonly to: string; readonly reason: string };
}

export const MANIFEST_FILE = 'manifest.json';
/** The catalogue as lines of JSON, whatever format it came in. */
export const CANONICAL_FILE = 'catalogue.jsonl';
/** Its checksum, as `sha256sum -c` reads it: the newest version has none after it that would tell. */
export const MANIFEST_SUM_FILE = 'manifest.sha256';

const word: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const sum: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const number: JsonSchema = { type: 'string', pattern: '^\\d{4,}$', examples: ['0002'] };

const inputFile = {
  file: described('Filen.', 'The file.', word),
  sha256: described('Sjekksum av filens byte.', 'Checksum of the file\u2019s bytes.', sum),
  bytes: described('Størrelse i byte.', 'Size in bytes.', count),
} satisfies Record<keyof InputFile, JsonSchema>;

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export const approvals = list(
  object(
    {
      by: described('Navnet, slik det ble oppgitt.', 'The name, as it was typed.', word),
      at: described('Tidspunktet, i UTC.', 'The time, in UTC.', {
        type: 'string',
        pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
        examples: ['2026-11-15T08:30:00.000Z'],
      }),
      signature: described('SSH-signatur, hvis det er signert.', 'SSH signature, where it was signed.', word),
    } satisfies Record<keyof Approval, JsonSchema>,
    ['by', 'at'],
  ),
);

export const approvedThing = object(
  {
    run: described('Sjekksum av kjøringens result.json.', 'Checksum of the run\u2019s result.json.', sum),
    catalogue: described('Sjekksum av katalogen.', 'Checksum of the catalogue.', sum),
    decisions: described('Sjekksum av decisions.yaml.', 'Checksum of decisions.yaml.', sum),
  } satisfies Record<keyof ApprovedThing, JsonSchema>,
  ['run', 'catalogue'],
);

const properties = {
  version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
  number: described('Versjonens nummer.', 'The number of the version.', number),
  previous: described(
    'Sjekksum av manifestet til versjonen før; utelatt i den første.',
    'Checksum of the manifest of the version before; left out in the first.',
    sum,
  ),
  agreement: described(
    'Avtalen.',
    'The agreement.',
    object(
      {
        number: described('Avtalenummeret.', 'The agreement number.', word),
        name: described('Hva avtalen heter.', 'What the agreement is called.', word),
        supplier: described('Leverandørens navn.', 'The supplier\u2019s name.', word),
      } satisfies Record<keyof Manifest['agreement'], JsonSchema>,
      ['number', 'name', 'supplier'],
    ),
  ),
  asOf: described('Dagen kontrollen gjaldt.', 'The day the check was for.', day('2026-11-15')),
  outcome: described('Utfallet.', 'The outcome.', { type: 'string', enum: ['approved', 'partly'] }),
  lines: described(
    'Antall linjer, etter hva som ble av dem.',
    'Numbers of lines, by what became of them.',
    object(
      {
        read: described('Lest.', 'Read.', count),
        asSent: described('Godkjent slik de ble sendt.', 'Approved as sent.', count),
        corrected: described('Rettet fra avtalen.', 'Corrected from the agreement.', count),
        keptPrevious: described('Erstattet av forrige linje.', 'Replaced by the line approved last.', count),
        withheld: described('Holdt tilbake.', 'Withheld.', count),
        keptMissing: described('Beholdt fra forrige versjon.', 'Kept from the previous version.', count),
      } satisfies Record<keyof Manifest['lines'], JsonSchema>,
      ['read', 'asSent', 'corrected', 'keptPrevious', 'withheld', 'keptMissing'],
    ),
  ),
  findings: described(
    'Antall funn.',
    'Numbers of findings.',
    object(
      {
        error: described('Feil.', 'Errors.', count),
        warning: described('Advarsler.', 'Warnings.', count),
        info: described('Opplysninger.', 'Information.', count),
        waived: described('Godtatt.', 'Accepted.', count),
      } satisfies Record<keyof Manifest['findings'], JsonSchema>,
      ['error', 'warning', 'info', 'waived'],
    ),
  ),
  changes: described(
    'Endringene i filen som ble sendt, mot versjonen før.',
    'The changes in the file as sent, against the version before.',
    object(
      {
        added: described('Nye varer.', 'New items.', count),
        removed: described('Fjernede varer.', 'Removed items.', count),
        changed: described('Endrede varer.', 'Changed items.', count),
      } satisfies Record<keyof NonNullable<Manifest['changes']>, JsonSchema>,
      ['added', 'removed', 'changed'],
    ),
  ),
  tool: described(
    'Verktøyet som lagret den.',
    'The tool that stored it.',
    object(
      {
        name: described('Navnet.', 'Its name.', word),
        version: described('Versjonen.', 'Its version.', word),
      } satisfies Record<keyof Manifest['tool'], JsonSchema>,
      ['name', 'version'],
    ),
  ),
  approvedBy: described('Hvem som godkjente den, i rekkefølge.', 'Who approved it, in order.', approvals),
  approved: described('Hva som ble godkjent.', 'What was approved.', approvedThing),
  run: described('Mappen til kjøringen.', 'The folder of the run.', word),
  catalogue: described(
    'Den godkjente katalogen.',
    'The approved catalogue.',
    object(
      {
        file: described('Filen.', 'The file.', word),
        format: described('Formatet.', 'The format.', { type: 'string', enum: FORMATS }),
        lines: described('Antall linjer.', 'Number of lines.', count),
        reading: described('Hvordan den skal leses.', 'How it is to be read.', readingSchema),
        mapped: described('Leses med kolonneoppsettet blant inndataene.', 'Read with the mapping among the inputs.', {
          const: true,
        }),
      } satisfies Record<keyof Manifest['catalogue'], JsonSchema>,
      ['file', 'format', 'lines'],
    ),
  ),
  files: described(
    'Filene i versjonen, utenom manifestet.',
    'The files of the version, the manifest apart.',
    list(object(inputFile, ['file', 'sha256', 'bytes'])),
  ),
  inputs: described(
    'Det kontrollen bygget på.',
    'What the check rested on.',
    list(
      object(
        {
          role: described('Hva det er.', 'What it is.', { type: 'string', enum: INPUT_ROLES }),
          ...inputFile,
          stored: described('Hvor det er lagret, under approved.', 'Where it is kept, below approved.', word),
        } satisfies Record<keyof StoredInput, JsonSchema>,
        ['role', 'file', 'sha256', 'bytes', 'stored'],
      ),
    ),
  ),
  decisions: described(
    'Hvor mange funn en person avgjorde.',
    'How many findings a person decided.',
    object(
      {
        accept: described('Godtatt.', 'Accepted.', count),
        keepPrevious: described('Forrige linje beholdt.', 'Kept the line approved last.', count),
        drop: described('Holdt tilbake.', 'Left out.', count),
      } satisfies Record<keyof NonNullable<Manifest['decisions']>, JsonSchema>,
      ['accept', 'keepPrevious', 'drop'],
    ),
  ),
  waivers: described(
    'Det avgjørelsene la til i waivers.yaml.',
    'What the decisions added to waivers.yaml.',
    object(
      {
        added: described('Antall avvik.', 'Number of deviations.', count),
        before: described('Sjekksum av filen før.', 'Checksum of the file before.', sum),
        after: described('Sjekksum av filen etter.', 'Checksum of the file after.', sum),
      } satisfies Record<keyof NonNullable<Manifest['waivers']>, JsonSchema>,
      ['added', 'after'],
    ),
  ),
  rollback: described(
    'Versjonen er en tidligere versjon på nytt.',
    'The version is an earlier one once more.',
    object(
      {
        to: described('Nummeret på den tidligere.', 'The number of the earlier one.', number),
        reason: described('Hvorfor.', 'Why.', word),
      } satisfies Record<keyof NonNullable<Manifest['rollback']>, JsonSchema>,
      ['to', 'reason'],
    ),
  ),
} satisfies Record<keyof Manifest, JsonSchema>;

/** Draft-07 schema of `manifest.json`. */
export const manifestSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: godkjent versjon / approved version',
  ...described(
    'Hva en godkjent versjon er, hva den bygger på, og hvem som godkjente den.',
    'What an approved version is, what it rests on, and who approved it.',
    object(properties, [
      'version',
      'number',
      'agreement',
      'asOf',
      'outcome',
      'lines',
      'findings',
      'tool',
      'approvedBy',
      'approved',
      'run',
      'catalogue',
      'files',
      'inputs',
    ]),
  ),
};

const WHAT: Text = { nb: 'manifestet til en godkjent versjon', en: 'the manifest of an approved version' };

export interface ReadManifest {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
}

/**
 * @param file as messages will show it
 * @throws OperationalError for a file that is not there, damaged, or of a newer format version
 */
export async function readManifest(file: string): Promise<ReadManifest> {
  // JSON is YAML: what is wrong with it is told by line and key, like in every other file.
  const { value, bytes } = await loadYaml<Manifest>(file, manifestSchema, WHAT);
  return { manifest: value, bytes };
}
