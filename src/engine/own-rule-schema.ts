/** The form of rules without code, as a rule set has them. What makes rules of them is loaded only where there are any. */
import { FIELD_NAMES, type Field } from '../catalogue/field.ts';
import type { Text } from '../catalogue/text.ts';
import { described, type JsonSchema, object, type SchemaWords, text, WORDS } from './schema-words.ts';

/** How the ids of a rule set's own rules begin; no rule that comes with the tool ever does. */
export const OWN = 'own/';
export const OWN_ID = '^own/[a-z0-9]+(?:-[a-z0-9]+)*$';

/** A rule as it stands in the file. Plain data: another thread makes the same rule of it. */
export interface OwnRuleDefinition {
  readonly title: Text;
  readonly fault?: Text;
  readonly because?: Text;
  readonly advice?: Text;
  readonly source?: Text;
  readonly when?: string;
  readonly expect: string;
  readonly message: Text;
  readonly field?: Field;
  readonly passes?: readonly WrittenLine[];
  readonly fails?: readonly WrittenLine[];
}

export type WrittenLine = Readonly<Record<string, string | number | boolean>>;

/** The keys of a rule without code; `standing` are those that every rule has. */
export function ownRuleSchema(standing: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const both = (nb: string, en: string, exampleNb: string, exampleEn: string): JsonSchema =>
    described(
      nb,
      en,
      object(
        {
          nb: described('På norsk.', 'In Norwegian.', text(exampleNb)),
          en: described('På engelsk.', 'In English.', text(exampleEn)),
        },
        ['nb', 'en'],
      ),
    );
  const line = described('Felt og verdier.', 'Fields and values.', {
    ...object(
      Object.fromEntries(
        FIELD_NAMES.map((field) => [field, described('Feltets verdi.', 'The value of the field.', SCALAR)]),
      ),
    ),
  });
  return described(
    'En egen regel, som et uttrykk over linjen.',
    'A rule of your own, as an expression over the line.',
    object(
      {
        ...standing,
        title: both(
          'Det som gjelder når regelen er fulgt.',
          'What holds when the rule is kept.',
          'Navnet har merket i seg',
          'The name has the brand in it',
        ),
        fault: both(
          'Overskrift over funnene.',
          'Heading over the findings.',
          'Navn uten merke',
          'Names without their brand',
        ),
        because: both(
          'Skaden når den ikke er det.',
          'The harm when it is not.',
          'Varen finnes ikke.',
          'The item is not found.',
        ),
        advice: both('Slik rettes det.', 'How to put it right.', 'Ta med merket.', 'Include the brand.'),
        source: both('Hvor regelen kommer fra.', 'Where the rule comes from.', 'Navnemalen', 'The naming guide'),
        when: described(
          'Linjene regelen gjelder; uten dette alle.',
          'The lines that the rule is for; without it all.',
          text('unspsc.startsWith("4412")'),
        ),
        expect: described(
          'Det som skal være sant for dem.',
          'What must be true of them.',
          text('name.contains(brand)'),
        ),
        message: both(
          'Meldingen; `{felt}` er linjens verdi.',
          'The message; `{field}` is the value of the line.',
          'Navnet mangler merket {brand}',
          'The name lacks the brand {brand}',
        ),
        field: described('Feltet funnet handler om.', 'The field the finding is about.', {
          type: 'string',
          enum: FIELD_NAMES,
        }),
        passes: described('Linjer regelen skal godta.', 'Lines that the rule must let pass.', {
          type: 'array',
          items: line,
        }),
        fails: described('Linjer regelen skal melde.', 'Lines that the rule must report.', {
          type: 'array',
          items: line,
        }),
      },
      ['severity', 'title', 'expect', 'message'],
    ),
  );
}

const SCALAR: JsonSchema = {
  type: ['string', 'number', 'boolean'],
  [WORDS]: { allowed: { nb: 'en verdi', en: 'a value' } } satisfies SchemaWords,
};
