import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsSchema } from './fits-schema.ts';
import { schemaErrors } from './schema-errors.ts';
import { day, described, type JsonSchema, object, text } from './schema-words.ts';

const ajvTakes = (value: unknown, schema: JsonSchema): boolean => schemaErrors(value, schema).length === 0;

describe('each keyword', () => {
  it.each<[string, JsonSchema, readonly unknown[], readonly unknown[]]>([
    ['const', { const: 1 }, [1], [2, '1', true, null]],
    ['enum', { type: 'string', enum: ['error', 'off'] }, ['error', 'off'], ['Error', '', null]],
    ['text', text(), ['a', ' a'], ['', ' \n', 1, null]],
    ['pattern', { type: ['string', 'number'], pattern: '^\\p{L}$' }, ['å', 7], ['ab', true]],
    [
      'day',
      day('2024-01-01'),
      ['2024-02-29', '0000-02-29'],
      ['2023-02-29', '2024-1-1', '2024-13-01', '2024-01-01T00:00:00Z'],
    ],
    [
      'integer',
      { type: 'integer', minimum: 1, maximum: 9 },
      [1, 9],
      [0, 10, 1.5, '1', Number.NaN, Number.POSITIVE_INFINITY],
    ],
    ['number', { type: 'number', minimum: 0 }, [0, 0.5], [-1, '1', Number.NaN]],
    ['boolean', { type: 'boolean' }, [true, false], [0, 'true', null]],
    [
      'list',
      { type: 'array', items: text(), minItems: 1, uniqueItems: true },
      [['a'], ['a', 'b']],
      [[], ['a', 'a'], [1], 'a', {}],
    ],
    [
      'object',
      object({ a: text(), b: { type: 'boolean' } }, ['a']),
      [{ a: 'x' }, { a: 'x', b: true }],
      [{}, { a: 'x', c: 1 }, { a: 1 }, [], null],
    ],
    ['anyOf', { anyOf: [text(), object({ file: text() }, ['file'])] }, ['a', { file: 'a' }], [1, {}, { file: 1 }]],
    ['descriptions', described('a', 'b', text('c')), ['d'], ['']],
  ])('%s', (_, schema, fitting, others) => {
    for (const value of fitting) expect([value, fitsSchema(value, schema)]).toEqual([value, true]);
    for (const value of others) expect([value, fitsSchema(value, schema)]).toEqual([value, false]);
    for (const value of [...fitting, ...others])
      expect([value, ajvTakes(value, schema)]).toEqual([value, fitting.includes(value)]);
  });

  it('what it does not know is left to ajv', () => {
    expect(fitsSchema('abc', { type: 'string', maxLength: 9 })).toBe(false);
    expect(fitsSchema({ a: 1 }, { const: { a: 1 } })).toBe(false);
    expect(fitsSchema('12:00', { type: 'string', format: 'time' })).toBe(false);
  });
});

describe('any value and schema', () => {
  const leaf = fc.constantFrom<unknown>('', 'a', '2024-02-30', '2024-02-29', 'off', 0, 1, 1.5, -1, true, null);
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value;
  const schema = fc.letrec<{ schema: JsonSchema }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<JsonSchema>(
        text(),
        day('2024-01-01'),
        { const: 1 },
        { type: 'string', enum: ['a', 'off'] },
        { type: 'integer', minimum: 1 },
        { type: 'number', maximum: 1 },
        { type: ['string', 'number'], pattern: '^(?:off|\\d+)$', minimum: 0 },
        { type: 'boolean' },
      ),
      fc.constant<JsonSchema>({ type: 'array', items: text(), minItems: 1, uniqueItems: true }),
      tie('schema').map((items): JsonSchema => ({ type: 'array', items })),
      fc.tuple(tie('schema'), tie('schema')).map(([a, b]) => object({ a, b }, ['a'])),
      fc.tuple(tie('schema'), tie('schema')).map(([a, b]): JsonSchema => ({ anyOf: [a, b] })),
    ),
  })).schema;

  it('what ajv takes fits, and nothing else', () => {
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 8, maxLength: 8 }), (schema, values) => {
        expect(values.map((value) => fitsSchema(value, schema))).toEqual(
          values.map((value) => ajvTakes(value, schema)),
        );
      }),
      { numRuns: 150 },
    );
  });
});
