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

/** The same schema without the words that only this tool reads; a large part that stands in several places, once. */
export function published(schema: JsonSchema): JsonSchema {
  const places = new Map<unknown, string>();
  const copied = (value: unknown, place: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item, at) => copied(item, `${place}/${at}`));
    const first = places.get(value);
    if (first !== undefined && isLarge(value)) return { $ref: first };
    places.set(value, place);
    const kept = Object.entries(value).filter(([key]) => key !== WORDS);
    return Object.fromEntries(kept.map(([key, inner]) => [key, copied(inner, `${place}/${escapedKey(key)}`)]));
  };
  return copied(schema, '#') as JsonSchema;
}

/** Only schemas have a type, so that no map of them is taken for one; short ones are better read in place. */
function isLarge(value: object): boolean {
  return 'type' in value && 'properties' in value;
}

/** As a JSON pointer in a URI has it. */
function escapedKey(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}
