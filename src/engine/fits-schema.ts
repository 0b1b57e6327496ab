/**
 * Whether a value fits a JSON Schema, said at once: making ajv's validator takes longer than the rest of a small check,
 * and most files have nothing wrong. What is refused here is judged by ajv, which also says why.
 */
import { DESCRIBING, type JsonSchema } from './schema-words.ts';

type Keyword = (value: unknown, says: unknown, schema: JsonSchema) => boolean;

/**
 * True only where ajv would say so too. A value that it might take is refused where the schema goes beyond what
 * configuration files need: another keyword, a constant that is no scalar.
 */
export function fitsSchema(value: unknown, schema: JsonSchema): boolean {
  for (const [keyword, says] of Object.entries(schema)) {
    if (DESCRIBING.has(keyword)) continue;
    const check = KEYWORDS[keyword];
    if (check === undefined || !check(value, says, schema)) return false;
  }
  return true;
}

/** Like JSON Schema's own, each says nothing of a value whose type it is not for. */
const KEYWORDS: Readonly<Record<string, Keyword | undefined>> = {
  type: (value, types) => (Array.isArray(types) ? types : [types]).some((type) => isOfType(value, type)),
  const: (value, constant) => isScalar(constant) && value === constant,
  enum: (value, allowed) => isScalar(value) && (allowed as unknown[]).includes(value),
  anyOf: (value, schemas) => (schemas as JsonSchema[]).some((schema) => fitsSchema(value, schema)),
  pattern: (value, pattern) => typeof value !== 'string' || new RegExp(pattern as string, 'u').test(value),
  format: (value, format) => typeof value !== 'string' || (format === 'date' && isDay(value)),
  minimum: (value, least) => typeof value !== 'number' || value >= (least as number),
  maximum: (value, most) => typeof value !== 'number' || value <= (most as number),
  items: (value, schema) => !Array.isArray(value) || value.every((item) => fitsSchema(item, schema as JsonSchema)),
  minItems: (value, least) => !Array.isArray(value) || value.length >= (least as number),
  uniqueItems: (value, unique) =>
    !Array.isArray(value) ||
    unique === false ||
    (value.every(isScalar) && new Set<unknown>(value).size === value.length),
  properties: (value, schemas) =>
    !isObject(value) ||
    Object.entries(schemas as Readonly<Record<string, JsonSchema>>).every(
      ([key, schema]) => value[key] === undefined || fitsSchema(value[key], schema),
    ),
  patternProperties: (value, schemas) =>
    !isObject(value) ||
    Object.entries(schemas as Readonly<Record<string, JsonSchema>>).every(([pattern, schema]) => {
      const matching = new RegExp(pattern, 'u');
      return Object.entries(value).every(([key, inside]) => !matching.test(key) || fitsSchema(inside, schema));
    }),
  required: (value, keys) => !isObject(value) || (keys as string[]).every((key) => value[key] !== undefined),
  additionalProperties: (value, allowed, { properties, patternProperties }) => {
    if (!isObject(value) || allowed === true) return true;
    const patterns = Object.keys(patternProperties ?? {}).map((pattern) => new RegExp(pattern, 'u'));
    const isKnown = (key: string): boolean =>
      Object.hasOwn(properties ?? {}, key) || patterns.some((pattern) => pattern.test(key));
    const others = Object.keys(value).filter((key) => !isKnown(key));
    return others.every((key) => allowed !== false && fitsSchema(value[key], allowed as JsonSchema));
  },
};

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type && isScalar(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
