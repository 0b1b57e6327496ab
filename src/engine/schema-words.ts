/** JSON Schemas (draft-07) that people are helped by: described in both languages, with words for what is allowed. */
import type { Text } from '../catalogue/text.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What an error says of a place; read from the schema when a value does not fit, left out of the published schema. */
export interface SchemaWords {
  /** Completes "must be ...", for a pattern or a format that says nothing to a person. */
  readonly allowed?: Text;
  /** Instead of "unknown key `{key}`". */
  readonly unknownKey?: Text;
}

/** The keyword that holds {@link SchemaWords}. */
export const WORDS = 'x-words';

/** Keywords that say something to people and nothing of values. */
export const DESCRIBING: ReadonlySet<string> = new Set(['$schema', 'title', 'description', 'examples', WORDS]);

export const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** A schema that editors explain: JSON Schema has one text, so both languages stand in it. */
export function described(nb: string, en: string, schema: JsonSchema): JsonSchema {
  return { description: `${nb}\n\n${en}`, ...schema };
}

/** Text that says something. */
export function text(...examples: readonly string[]): JsonSchema {
  return {
    type: 'string',
    pattern: '\\S',
    ...(examples.length > 0 ? { examples } : {}),
    [WORDS]: { allowed: { nb: 'tekst som ikke er tom', en: 'text that is not empty' } } satisfies SchemaWords,
  };
}

/** A day of the calendar. */
export function day(example: string): JsonSchema {
  return {
    type: 'string',
    format: 'date',
    examples: [example],
    [WORDS]: {
      allowed: {
        nb: `en dag som finnes, skrevet som ${example}`,
        en: `a day that exists, written like ${example}`,
      },
    } satisfies SchemaWords,
  };
}

/** Exactly these keys; `required` must be among them. */
export function object(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The same schema without the words that only this tool reads. */
export function published(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === WORDS ? undefined : value)));
}
