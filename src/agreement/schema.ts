/** The form of `agreement.yaml`. */
import { LANGUAGES, NAME_LANGUAGES, type NameLanguage } from '../catalogue/text.ts';
import { BUILT_IN } from '../engine/built-in-sets.ts';
import { BUILT_IN_SETS } from '../engine/rule.ts';
import {
  DRAFT,
  day,
  described,
  type JsonSchema,
  object,
  type SchemaWords,
  text,
  WORDS,
} from '../engine/schema-words.ts';
import type { AgreedParty, Contact } from './agreement.ts';
import type { Alias } from './article-index.ts';
import { type SignersFile, signersSchema } from './signers-schema.ts';
import { type TargetFile, targetsSchema } from './targets-schema.ts';
import { type PricingFile, pricingProperties } from './terms/terms-schema.ts';

/** What stands in the file, once it is known to have the form of {@link agreementSchema}. */
export interface AgreementFile extends PricingFile {
  readonly version: 1;
  readonly number: string;
  readonly name: string;
  readonly supplier: AgreedParty;
  readonly buyer?: AgreedParty;
  readonly contact?: Contact;
  readonly notice?: { readonly workingDays: number };
  readonly period: { readonly from: string; readonly to: string };
  readonly currency: string;
  readonly language?: (typeof LANGUAGES)[number];
  readonly catalogueLanguages?: readonly NameLanguage[];
  readonly timeZone?: string;
  readonly vat?: 'excluded' | 'included';
  readonly prices?: string | { readonly file: string; readonly sheet?: string };
  readonly aliases?: string | readonly Alias[];
  readonly volumes?: string;
  readonly previous?: string;
  readonly mapping?: string;
  readonly unspsc?: string;
  readonly scope?: { readonly unspsc: readonly string[] };
  readonly core?: readonly string[];
  readonly delivery?: { readonly leadTime: string };
  readonly labels?: readonly { readonly unspsc: string; readonly anyOf: readonly string[] }[];
  readonly recognisedLabels?: readonly string[];
  readonly labelRegister?: string;
  readonly systems?: readonly string[];
  readonly rules?: string;
  readonly signers?: SignersFile;
  readonly targets?: readonly TargetFile[];
}

const prefix: JsonSchema = {
  type: 'string',
  pattern: '^(?:\\d\\d){1,4}$',
  examples: ['44', '4713'],
  [WORDS]: {
    allowed: {
      nb: 'de første 2, 4, 6 eller 8 sifrene av en UNSPSC-kode',
      en: 'the first 2, 4, 6 or 8 digits of a UNSPSC code',
    },
  } satisfies SchemaWords,
};

function digits(pattern: string, nb: string, en: string, ...examples: readonly string[]): JsonSchema {
  return { type: 'string', pattern, examples, [WORDS]: { allowed: { nb, en } } satisfies SchemaWords };
}

const organisationNumber = digits('^\\d{3} ?\\d{3} ?\\d{3}$', 'ni sifre', 'nine digits', '974760673');

const contact: JsonSchema = {
  ...object(
    {
      name: described('Navnet.', 'The name.', text('Kari Nordmann')),
      title: described('Stillingen.', 'The position.', text('Avtaleforvalter')),
      email: described('E-postadressen.', 'The e-mail address.', {
        type: 'string',
        // As much as tells an address from something else: what is before and behind the sign is the mail server's to judge.
        pattern: '^[^\\s@<>,;:"()\\[\\]]+@[^\\s@<>,;:"()\\[\\]]+\\.[^\\s@<>,;:"()\\[\\]]+$',
        examples: ['kari.nordmann@kommune.example'],
        [WORDS]: { allowed: { nb: 'en e-postadresse', en: 'an e-mail address' } } satisfies SchemaWords,
      }),
      phone: described('Telefonnummeret. I anførselstegn.', 'The telephone number. In quotes.', text('22 00 00 00')),
    },
    ['name'],
  ),
  examples: [{ name: 'Kari Nordmann', email: 'kari.nordmann@kommune.example' }],
};

/** What a party is known by. */
function party(name: JsonSchema): Readonly<Record<'name' | 'organisationNumber' | 'gln' | 'endpoint', JsonSchema>> {
  return {
    name,
    organisationNumber: described(
      'Organisasjonsnummer, ni sifre. I anførselstegn.',
      'Norwegian organisation number, nine digits. In quotes.',
      organisationNumber,
    ),
    gln: described(
      'GLN (lokasjonsnummer fra GS1), 13 sifre. I anførselstegn.',
      'Global location number of GS1, 13 digits. In quotes.',
      digits('^\\d{13}$', '13 sifre', '13 digits', '7080000000005'),
    ),
    endpoint: described(
      'Elektronisk adresse i Peppol, med kode for adressetypen foran. Uten: 0192 og organisasjonsnummeret, ellers 0088 og GLN.',
      'Electronic address in Peppol, with the code of its scheme in front. Without: 0192 and the organisation number, else 0088 and the GLN.',
      digits(
        '^\\d{4}:\\S+$',
        'fire sifre, kolon og adressen',
        'four digits, a colon and the address',
        '0192:974760673',
      ),
    ),
  };
}

const properties = {
  version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
  number: described(
    'Avtalenummeret. I anførselstegn hvis det bare er sifre.',
    'The agreement number. In quotes if it is digits only.',
    text('2024/118'),
  ),
  name: described('Hva avtalen heter.', 'What the agreement is called.', text('Kontor- og renholdsartikler')),
  supplier: described('Leverandøren.', 'The supplier.', {
    ...object(
      {
        ...party(described('Leverandørens navn.', 'The supplier\u2019s name.', text('Eksempel AS'))),
        contact: described(
          'Hvem hos leverandøren som får avviksmeldinger.',
          'Who at the supplier gets deviation notices.',
          contact,
        ),
      },
      ['name'],
    ),
    examples: [{ name: 'Eksempel AS' }],
  }),
  buyer: described(
    'Kjøperen, slik avviksmeldingen og dokumenter i Peppol, EHF og BMEcat skal si det.',
    'The buyer, as the deviation notice and documents in Peppol, EHF and BMEcat name it.',
    {
      ...object(party(described('Virksomhetens navn.', 'The name of the organisation.', text('Eksempel kommune'))), [
        'name',
      ]),
      examples: [{ name: 'Eksempel kommune' }],
    },
  ),
  contact: described(
    'Avtaleforvalteren, som leverandøren svarer til.',
    'The agreement manager, whom the supplier answers.',
    contact,
  ),
  notice: described('Hva som gjelder for avviksmeldinger.', 'What holds for deviation notices.', {
    ...object(
      {
        workingDays: described(
          'Svarfristen i arbeidsdager. Uten: 10.',
          'How many working days there are to answer. Without: 10.',
          { type: 'integer', minimum: 1, maximum: 250, examples: [10] },
        ),
      },
      ['workingDays'],
    ),
    examples: [{ workingDays: 10 }],
  }),
  period: described(
    'Avtaleperioden, første og siste dag medregnet.',
    'The agreement period, first and last day included.',
    {
      ...object(
        {
          from: described('Første dag.', 'First day.', day('2024-01-01')),
          to: described('Siste dag.', 'Last day.', day('2026-12-31')),
        },
        ['from', 'to'],
      ),
      examples: [{ from: '2024-01-01', to: '2026-12-31' }],
    },
  ),
  currency: described('Valutaen prisene er avtalt i.', 'The currency the prices are agreed in.', {
    type: 'string',
    pattern: '^[A-Z]{3}$',
    examples: ['NOK'],
    [WORDS]: {
      allowed: {
        nb: 'en valutakode på tre store bokstaver, slik som NOK',
        en: 'a currency code of three capital letters, such as NOK',
      },
    } satisfies SchemaWords,
  }),
  language: described('Språket rapportene skrives på.', 'The language reports are written in.', {
    type: 'string',
    enum: LANGUAGES,
  }),
  catalogueLanguages: described(
    'Språkene navnene i katalogen kan være på. Uten: norsk, begge målformer.',
    'The languages that names in the catalogue may be in. Without: Norwegian, both forms.',
    { type: 'array', minItems: 1, items: { type: 'string', enum: NAME_LANGUAGES }, examples: [['nb', 'nn']] },
  ),
  timeZone: described(
    'Tidssonen som avgjør hvilken dag det er. Uten: Europe/Oslo.',
    'The time zone that decides what day it is. Without: Europe/Oslo.',
    text('Europe/Oslo'),
  ),
  vat: described(
    'Om prisene er uten eller med mva. Uten: excluded.',
    'Whether prices are without or with VAT. Without: excluded.',
    {
      type: 'string',
      enum: ['excluded', 'included'],
    },
  ),
  prices: described(
    'Den avtalte prislisten, CSV eller XLSX, med sti fra denne filen.',
    'The agreed price list, CSV or XLSX, by its path from this file.',
    {
      anyOf: [
        text('prices.csv'),
        object(
          {
            file: described(
              'Filen, med sti fra denne filen.',
              'The file, by its path from this file.',
              text('prices.xlsx'),
            ),
            sheet: described('Arket i en arbeidsbok.', 'The sheet of a workbook.', text('Priser')),
          },
          ['file'],
        ),
      ],
      examples: ['prices.csv'],
      [WORDS]: {
        allowed: {
          nb: 'en fil, eller `{ file: prices.xlsx, sheet: Priser }`',
          en: 'a file, or `{ file: prices.xlsx, sheet: Priser }`',
        },
      } satisfies SchemaWords,
    },
  ),
  aliases: described(
    'Andre varenumre for avtalte varer: en tabell, CSV eller XLSX, med sti fra denne filen, eller numrene selv. Uten: aliases.csv i samme mappe, hvis den finnes.',
    'Other item numbers of agreed articles: a table, CSV or XLSX, by its path from this file, or the numbers themselves. Without: aliases.csv in the same folder, if there is one.',
    {
      anyOf: [
        text('aliases.csv'),
        {
          type: 'array',
          minItems: 1,
          items: object(
            {
              catalogue: described('Nummeret i katalogen.', 'The number in the catalogue.', text('E-1001')),
              agreed: described(
                'Varenummeret eller GTIN i avtalen.',
                'The item number or GTIN in the agreement.',
                text('1001'),
              ),
            },
            ['catalogue', 'agreed'],
          ),
        },
      ],
      examples: ['aliases.csv'],
      [WORDS]: {
        allowed: {
          nb: 'en fil, eller en liste av `{ catalogue: E-1001, agreed: "1001" }`',
          en: 'a file, or a list of `{ catalogue: E-1001, agreed: "1001" }`',
        },
      } satisfies SchemaWords,
    },
  ),
  ...pricingProperties,
  volumes: described(
    'Hvor mye som kjøpes av hver vare: varenummer, antall og periode, CSV eller XLSX, med sti fra denne filen. Uten: volumes.csv i samme mappe, hvis den finnes.',
    'How much is bought of each article: item number, quantity and period, CSV or XLSX, by its path from this file. Without: volumes.csv in the same folder, if there is one.',
    text('volumes.csv'),
  ),
  previous: described(
    'Katalogen som sist ble godkjent, med sti fra denne filen. Teller ikke når det finnes godkjente versjoner (approved/0001 og videre).',
    'The catalogue approved last, by its path from this file. Does not count once there are approved versions (approved/0001 and on).',
    text('approved/2026-05.csv'),
  ),
  mapping: described(
    'Kolonneoppsettet, med sti fra denne filen. Uten: mapping.yaml i samme mappe, hvis den finnes.',
    'The column mapping, by its path from this file. Without: mapping.yaml in the same folder, if there is one.',
    text('mapping.yaml'),
  ),
  unspsc: described(
    'Listen over UNSPSC-koder som finnes: CSV eller XLSX med kolonnen code, og gjerne title og version, med sti fra denne filen.',
    'The list of UNSPSC codes there are: CSV or XLSX with a column code, and perhaps title and version, by its path from this file.',
    text('../../rules/unspsc.csv'),
  ),
  scope: described(
    'Hva som kan bestilles på avtalen. Uten: alt.',
    'What may be ordered on the agreement. Without: anything.',
    {
      ...object(
        {
          unspsc: described('UNSPSC-koder, eller begynnelsen på dem.', 'UNSPSC codes, or how they begin.', {
            type: 'array',
            items: prefix,
            minItems: 1,
            uniqueItems: true,
            examples: [['44', '4713']],
          }),
        },
        ['unspsc'],
      ),
    },
  ),
  core: described(
    'Varer som alltid skal være med i katalogen: varenumre eller GTIN, i anførselstegn. De kan også ha «ja» i kolonnen Kjernesortiment i prislisten.',
    'Articles that must always be in the catalogue: item numbers or GTINs, in quotes. They may also have "yes" in a column Core of the price list.',
    { type: 'array', items: text('010010'), minItems: 1, uniqueItems: true, examples: [['010010', '7038840000105']] },
  ),
  delivery: described('Hva som er avtalt om levering.', 'What is agreed of delivery.', {
    ...object(
      {
        leadTime: described(
          'Lengste leveringstid, i dager, virkedager, uker eller måneder.',
          'The longest lead time, in days, working days, weeks or months.',
          text('5 virkedager', '2 uker'),
        ),
      },
      ['leadTime'],
    ),
    examples: [{ leadTime: '5 virkedager' }],
  }),
  labels: described('Miljømerker som kreves.', 'Eco-labels that are demanded.', {
    type: 'array',
    items: object(
      {
        unspsc: described(
          'Varene kravet gjelder: begynnelsen på UNSPSC-koden.',
          'The articles meant: how their UNSPSC code begins.',
          prefix,
        ),
        anyOf: described('Merkene; ett av dem er nok.', 'The labels; one of them will do.', {
          type: 'array',
          items: text('svanemerket'),
          minItems: 1,
          examples: [['svanemerket', 'eu_ecolabel']],
        }),
      },
      ['unspsc', 'anyOf'],
    ),
  }),
  recognisedLabels: described(
    'Merkene kjøperen regner som miljømerker. Uten: merker av type I (ISO 14024) i oversikten, og ingen merker blir påpekt.',
    'The labels that the buyer counts as eco-labels. Without: those of type I (ISO 14024) in the overview, and no label is remarked on.',
    {
      type: 'array',
      items: text('svanemerket'),
      minItems: 1,
      uniqueItems: true,
      examples: [['svanemerket', 'eu_ecolabel']],
    },
  ),
  labelRegister: described(
    'Et register over lisenser for miljømerker, CSV eller XLSX, med sti fra denne filen.',
    'A register of eco-label licences, CSV or XLSX, by its path from this file.',
    text('merkeregister.csv'),
  ),
  systems: described(
    'Bestillingssystemene katalogen går til, som navn på profiler i rules/profiles/: hva de tar av tekst, blir kontrollert.',
    'The ordering systems that the catalogue goes to, as names of profiles in rules/profiles/: what they take of texts is checked.',
    {
      type: 'array',
      items: digits(
        '^[a-z0-9-]+$',
        'navnet på en profil, slik som unit4',
        'the name of a profile, such as unit4',
        'unit4',
      ),
      minItems: 1,
      uniqueItems: true,
      examples: [['visma-ehandel']],
    },
  ),
  rules: described(
    'Regelsettet: et innebygd, eller en fil med sti fra denne filen. Uten: katalogvakt:recommended.',
    'The rule set: a built-in one, or a file by its path from this file. Without: katalogvakt:recommended.',
    text(...BUILT_IN_SETS.map((name) => `${BUILT_IN}${name}`)),
  ),
  signers: signersSchema,
  targets: targetsSchema,
} satisfies Record<keyof AgreementFile, JsonSchema>;

/** Draft-07 schema of `agreement.yaml`. */
export const agreementSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: avtale / agreement',
  ...described(
    'En rammeavtale, slik katalogvakt trenger å kjenne den.',
    'A framework agreement, as katalogvakt needs to know it.',
    {
      ...object(properties, ['version', 'number', 'name', 'supplier', 'period', 'currency']),
    },
  ),
};
