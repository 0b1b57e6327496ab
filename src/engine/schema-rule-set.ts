/** The form of a rule set file. It depends on the rules there are: their ids are its keys. */
import { parseDecimal } from '../catalogue/decimal.ts';
import { FIELD_NAMES, FIELDS } from '../catalogue/field.ts';
import { BUILT_IN } from './built-in-sets.ts';
import { OWN_ID, ownRuleSchema } from './own-rule-schema.ts';
import { BUILT_IN_SETS, type Rule } from './rule.ts';
import { DRAFT, described, type JsonSchema, object, type SchemaWords, text, WORDS } from './schema-words.ts';
import { THRESHOLD_SCHEMA } from './threshold.ts';

export const REQUIREMENTS = ['agreement', 'prices', 'previous'] as const;

/** How the name of all rules of a family ends: `peppol/*`. */
export const WHOLE_FAMILY = '/*';

const SEVERITY_WORDS = ['error', 'warning', 'info', 'off'] as const;
const DECIMAL_PATTERN = '^-?\\d+(?:\\.\\d+)?$';

/** The draft-07 schema of `rules/*.yaml`, for these rules. */
export function ruleSetSchema(rules: readonly Rule[]): JsonSchema {
  const ruleEntries = described('Reglene, etter navn.', 'The rules, by id.', {
    ...object(Object.fromEntries([...ownSchemas(rules), ...familySchemas(rules)])),
    patternProperties: { [OWN_ID]: ownEntry(), ...formSchemas(rules) },
    [WORDS]: {
      unknownKey: {
        nb: 'det finnes ingen regel `{key}`; `katalogvakt rules` viser alle.',
        en: 'there is no rule `{key}`; `katalogvakt rules` shows them all.',
      },
    } satisfies SchemaWords,
  });
  return {
    $schema: DRAFT,
    title: 'katalogvakt: regelsett / rule set',
    ...described('Hvilke regler som gjelder, og hvor strengt.', 'Which rules apply, and how strictly.', {
      ...object(
        {
          version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
          extends: described(
            'Regelsettet dette bygger på: et innebygd (`katalogvakt:recommended`) eller en fil, med sti fra denne filen.',
            'The rule set this one builds on: a built-in one (`katalogvakt:recommended`) or a file, by its path from this file.',
            text(...BUILT_IN_SETS.map((name) => `${BUILT_IN}${name}`)),
          ),
          requires: described(
            'Det kontrollen ikke kan gjøres uten. Mangler noe av det, blir katalogen avvist.',
            'What the check cannot do without. A catalogue is refused when one of them is missing.',
            { type: 'array', items: { type: 'string', enum: REQUIREMENTS }, uniqueItems: true },
          ),
          gate: described('Når katalogen slipper gjennom.', 'When the catalogue may pass.', gateSchema()),
          supplierGroups: described(
            'Leverandører som behandles likt, under et navn: navn, organisasjonsnummer eller GLN.',
            'Suppliers that are treated alike, under a name: names, organisation numbers or GLNs.',
            { type: 'object', additionalProperties: { type: 'array', items: text('Eksempel AS'), minItems: 1 } },
          ),
          own: described('Egne regler uten kode, etter navn.', 'Rules of your own without code, by id.', {
            ...object({}),
            patternProperties: { [OWN_ID]: ownRuleSchema(ownStanding()) },
            [WORDS]: {
              unknownKey: {
                nb: '`{key}` er ikke navnet på en egen regel. Skriv `own/` og små bokstaver, sifre og bindestreker.',
                en: '`{key}` is not a name for a rule of your own. Write `own/` and small letters, digits and hyphens.',
              },
            } satisfies SchemaWords,
          }),
          plugins: described(
            'Moduler med egne regler i kode, med sti fra denne filen. Lastes bare med --allow-plugins.',
            'Modules with rules of your own in code, by their path from this file. Loaded only with --allow-plugins.',
            { type: 'array', items: text('./my-rule.mjs') },
          ),
          rules: ruleEntries,
          overrides: described(
            'Unntak for noen avtaler, leverandører eller linjer. Det som står sist, gjelder.',
            'Exceptions for some agreements, suppliers or lines. What stands last holds.',
            {
              type: 'array',
              items: object({ when: whenSchema(), rules: ruleEntries }, ['when', 'rules']),
            },
          ),
        },
        ['version'],
      ),
    }),
  };
}

/** What every rule on lines can be given. */
function ownStanding(): Readonly<Record<string, JsonSchema>> {
  return {
    severity: described(
      'Hvor alvorlig et brudd er. Bare feil (`error`) stopper noe.',
      'How severe a breach is. Only errors stop anything.',
      { type: 'string', enum: SEVERITY_WORDS },
    ),
    disposition: described('Hva en feil gjør.', 'What an error does.', {
      type: 'string',
      enum: ['withhold', 'keepPrevious', 'refuse', 'approve'],
    }),
    threshold: THRESHOLD_SCHEMA,
  };
}

/** A rule of the buyer's own, where it is only made stricter or milder. Options of rules with code are held against those later. */
function ownEntry(): JsonSchema {
  return described('En egen regel.', 'A rule of your own.', {
    anyOf: [
      { type: 'string', enum: SEVERITY_WORDS },
      { ...object(ownStanding()), additionalProperties: true },
    ],
    [WORDS]: {
      allowed: {
        nb: '`error`, `warning`, `info`, `off` eller nøkler med verdier',
        en: '`error`, `warning`, `info`, `off` or keys with values',
      },
    } satisfies SchemaWords,
  });
}

function gateSchema(): JsonSchema {
  return object({
    allowPartly: described(
      'Om utfallet «partly» (noen linjer holdt tilbake, beholdt eller rettet) regnes som bestått.',
      'Whether the outcome `partly` (some lines withheld, kept or corrected) is a pass.',
      { type: 'boolean' },
    ),
    limits: described(
      'Går noe over en av grensene, blir hele katalogen avvist. `off` tar bort en grense fra regelsettet dette bygger på.',
      'When one of these is exceeded, the whole catalogue is refused. `off` lifts a limit of the rule set this one builds on.',
      object({
        withheldPercent: described(
          'Høyeste andel linjer holdt tilbake, i prosent av linjene lest.',
          'Highest share of lines withheld, in percent of the lines read.',
          limit(true),
        ),
        removedPercent: described(
          'Høyeste andel linjer fra forrige versjon som er borte, i prosent.',
          'Highest share of the previous version\u2019s lines that are gone, in percent.',
          limit(true),
        ),
        missingAgreed: described(
          'Høyeste antall avtalte varer som mangler i katalogen.',
          'Highest number of agreed articles missing from the catalogue.',
          limit(false),
        ),
        yearlyEffect: described(
          'Høyeste beløp prisene over de avtalte ville kostet i året, i avtalens valuta, før noen linje holdes tilbake. Krever volumes.csv.',
          'Highest amount that prices above the agreed ones would cost in a year, in the agreement\u2019s currency, before any line is withheld. Needs volumes.csv.',
          limit(true),
        ),
      }),
    ),
  });
}

/** Which runs and lines an override is for. */
function whenSchema(): JsonSchema {
  const words = (...examples: readonly string[]): JsonSchema => ({
    type: 'array',
    items: text(...examples),
    minItems: 1,
  });
  const value = {
    type: ['string', 'number', 'boolean'],
    [WORDS]: { allowed: { nb: 'en verdi', en: 'a value' } } satisfies SchemaWords,
  };
  return described(
    'Hva unntaket gjelder. Alt som står her, må stemme; av flere verdier er én nok.',
    'What the override is for. All that stands here must hold; of several values one is enough.',
    object({
      agreement: described(
        'Avtalenummer. `2026/*` er alle som begynner slik.',
        'Agreement numbers. `2026/*` is all that begin like that.',
        words('2026/114'),
      ),
      supplier: described(
        'Leverandører, etter navn, organisasjonsnummer eller GLN.',
        'Suppliers, by name, organisation number or GLN.',
        words('Eksempel AS'),
      ),
      supplierGroup: described('Navn fra `supplierGroups`.', 'Names from `supplierGroups`.', words('renhold')),
      unspsc: described('Varegrupper: hvordan UNSPSC-koden begynner.', 'Product groups: how the UNSPSC code begins.', {
        type: 'array',
        items: {
          type: 'string',
          pattern: '^\\d{2,8}$',
          examples: ['4214'],
          [WORDS]: {
            allowed: { nb: '2 til 8 sifre i anførselstegn', en: '2 to 8 digits in quotes' },
          } satisfies SchemaWords,
        },
        minItems: 1,
      }),
      field: described(
        'Verdier av felt. Store og små bokstaver er det samme.',
        'Values of fields. Capitals and small letters are the same.',
        object(
          Object.fromEntries(
            FIELD_NAMES.map((field) => {
              const { nb, en } = FIELDS[field].title;
              return [field, described(nb, en, { type: 'array', items: value, minItems: 1 })];
            }),
          ),
        ),
      ),
    }),
  );
}

function limit(fraction: boolean): JsonSchema {
  return {
    type: ['string', 'number'],
    pattern: fraction ? '^(?:off|\\d+(?:\\.\\d+)?)$' : '^(?:off|\\d+)$',
    minimum: 0,
    examples: fraction ? ['20', '2.5'] : ['50'],
    [WORDS]: {
      allowed: fraction
        ? {
            nb: 'et tall fra 0 og opp med punktum som desimaltegn, eller `off`',
            en: 'a number from 0 up, with a decimal point, or `off`',
          }
        : { nb: 'et heltall fra 0 og opp, eller `off`', en: 'a whole number from 0 up, or `off`' },
    } satisfies SchemaWords,
  };
}

/** All rules of a family at once; what is said of one of them goes over it. */
function familySchemas(rules: readonly Rule[]): readonly (readonly [string, JsonSchema])[] {
  const families = new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))));
  return [...families].map((family) => [
    `${family}${WHOLE_FAMILY}`,
    described(
      `Alle reglene i \`${family}\`: \`on\` er hver av dem slik den står i \`recommended\`.`,
      `All rules of \`${family}\`: \`on\` is each of them as it stands in \`recommended\`.`,
      { type: 'string', enum: [...SEVERITY_WORDS, 'on'] },
    ),
  ]);
}

function ownSchemas(rules: readonly Rule[]): readonly (readonly [string, JsonSchema])[] {
  return rules.filter(({ kind }) => kind !== 'document').map((rule) => [rule.id, ruleSchema(rule)]);
}

const ONE_OF_FORM = { nb: 'Formen på et dokument.', en: 'The form of a document.' };

/** Rules on the form of documents are hundreds without options of their own: one schema does for all of a family. */
function formSchemas(rules: readonly Rule[]): JsonSchema {
  const first = new Map<string, Rule>();
  for (const rule of rules) {
    const family = rule.id.slice(0, rule.id.indexOf('/'));
    if (rule.kind === 'document' && rule.inLines && !first.has(family)) first.set(family, rule);
  }
  const patterns = [...first].map(([family, rule]) => [
    `^${family}/[a-z0-9-]+$`,
    ruleSchema({ ...rule, id: `${family}/…`, title: ONE_OF_FORM }),
  ]);
  return Object.fromEntries(patterns) as JsonSchema;
}

function ruleSchema(rule: Rule): JsonSchema {
  const options = Object.entries(rule.options?.properties ?? {}).map(
    ([name, property]) => [name, isDecimalOption(rule, name) ? numberToo(property) : property] as const,
  );
  return described(rule.title.nb, rule.title.en, {
    anyOf: [
      { type: 'string', enum: SEVERITY_WORDS },
      {
        ...object({
          severity: described(
            'Hvor alvorlig et brudd er. Bare feil (`error`) stopper noe.',
            'How severe a breach is. Only errors stop anything.',
            { type: 'string', enum: SEVERITY_WORDS },
          ),
          disposition: described(
            'Hva en feil gjør med linjen: holde den tilbake (withhold), beholde forrige godkjente linje (keepPrevious), ' +
              'rette den fra avtalen (correct), slippe den gjennom (approve), eller avvise hele katalogen (refuse).',
            'What an error does with the line: leave it out (withhold), keep the line approved last (keepPrevious), put it ' +
              'right from the agreement (correct), let it through (approve), or refuse the whole catalogue (refuse).',
            { type: 'string', enum: dispositions(rule) },
          ),
          ...(rule.kind === 'catalogue' || rule.kind === 'document' ? {} : { threshold: THRESHOLD_SCHEMA }),
          ...Object.fromEntries(options),
        }),
        [WORDS]: {
          unknownKey: {
            nb: `regelen \`${rule.id}\` har ikke valget \`{key}\`.`,
            en: `the rule \`${rule.id}\` has no option \`{key}\`.`,
          },
        } satisfies SchemaWords,
      },
    ],
    [WORDS]: {
      allowed: {
        nb: '`error`, `warning`, `info`, `off` eller nøkler med verdier, slik som `{ severity: error }`',
        en: '`error`, `warning`, `info`, `off` or keys with values, such as `{ severity: error }`',
      },
    } satisfies SchemaWords,
  });
}

/**
 * An error on a line that lets the line through would be no error; a catalogue has no line to leave out or to correct,
 * and not every rule knows the right value.
 */
function dispositions(rule: Rule): readonly string[] {
  if (rule.kind === 'document') return ['withhold', 'keepPrevious', 'refuse', 'approve'];
  return rule.kind === 'catalogue'
    ? ['refuse', 'keepPrevious', 'approve']
    : ['withhold', 'keepPrevious', ...(rule.corrects === true ? ['correct'] : []), 'refuse'];
}

/** Amounts and percentages are exact decimals, so text: options whose pattern, or else whose default, is a decimal. */
export function isDecimalOption(rule: Rule, name: string): boolean {
  const property = rule.options?.properties[name] as { readonly type?: unknown; readonly pattern?: string } | undefined;
  if (property?.type !== 'string') return false;
  if (property.pattern !== undefined) {
    const pattern = new RegExp(property.pattern, 'u');
    return pattern.test('15') && pattern.test('2.5') && !pattern.test('a');
  }
  const usual = rule.options?.defaults[name];
  return typeof usual === 'string' && parseDecimal(usual) !== undefined;
}

/** Text with quotes is meant; a number without them is understood, and checked as the text it becomes. */
function numberToo(property: object): JsonSchema {
  const pattern = (property as { readonly pattern?: string }).pattern ?? DECIMAL_PATTERN;
  return {
    ...property,
    type: ['string', 'number'],
    pattern,
    [WORDS]: {
      allowed: {
        nb: 'et tall med punktum som desimaltegn, slik som `"15"` eller `"2.5"`',
        en: 'a number with a decimal point, such as `"15"` or `"2.5"`',
      },
    } satisfies SchemaWords,
  };
}
