import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../catalogue/decimal.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { byCombination } from './line-overrides.ts';
import type { LineCondition } from './standing.ts';

const holding = (conditions: readonly LineCondition[]) => {
  const of = byCombination(conditions, (holds) => ({ holds }));
  return (line: Omit<CatalogueLine, 'row'>) => of({ row: 2, ...line }).holds;
};

describe('an override holds', () => {
  it.each<[string, LineCondition, Omit<CatalogueLine, 'row'>, boolean]>([
    ['below a prefix', { unspsc: ['4214'] }, { unspsc: '42142500' }, true],
    ['beside it', { unspsc: ['4214'] }, { unspsc: '42132200' }, false],
    ['below any of them', { unspsc: ['14', '44'] }, { unspsc: '44121700' }, true],
    ['without a code', { unspsc: ['4214'] }, {}, false],
    ['whatever the case and the blanks', { field: { brand: ['Esselte  Nord'] } }, { brand: ' ESSELTE nord ' }, true],
    ['not for a part of the value', { field: { brand: ['Esselte'] } }, { brand: 'Esselte Nord' }, false],
    ['for a number', { field: { vatRate: ['25'] } }, { vatRate: decimal('25.0') }, true],
    ['for yes and no', { field: { orderable: ['false'] } }, { orderable: false }, true],
    [
      'for a label by its key',
      { field: { ecoLabel: ['svanemerket'] } },
      { ecoLabel: [{ text: 'Svanen', key: 'svanemerket' }] },
      true,
    ],
    ['for one label of several', { field: { ecoLabel: ['x'] } }, { ecoLabel: [{ text: 'a' }, { text: 'X' }] }, true],
    ['where all parts do', { unspsc: ['44'], field: { brand: ['A'] } }, { unspsc: '44000000', brand: 'A' }, true],
    ['not where one does not', { unspsc: ['44'], field: { brand: ['A'] } }, { unspsc: '44000000', brand: 'B' }, false],
    ['not where one is not given', { unspsc: ['44'], field: { brand: ['A'] } }, { unspsc: '44000000' }, false],
    ['for a code as for any field', { field: { unspsc: ['44000000'] } }, { unspsc: '44000000' }, true],
  ])('%s', (_, condition, line, holds) => {
    expect(holding([condition])(line)).toEqual([holds]);
  });
});

it('what is worked out is worked out once for each combination that is met', () => {
  let made = 0;
  const of = byCombination([{ unspsc: ['44'] }, { field: { brand: ['A'] } }], (holds) => {
    made++;
    return { holds };
  });
  const lines = Array.from({ length: 1000 }, (_, row) => ({
    row,
    unspsc: `${row % 100}`.padEnd(8, '0'),
    brand: row % 3 === 0 ? 'A' : `B${row}`,
  }));
  const seen = new Set(lines.map(of));
  expect([made, seen.size]).toEqual([4, 4]);
});

it('holds as if each line were looked at by itself', () => {
  const prefix = fc.constantFrom('4', '44', '4412', '14', '1');
  const brand = fc.constantFrom('A', 'b', 'C ');
  const condition: fc.Arbitrary<LineCondition> = fc.record(
    { unspsc: fc.array(prefix, { minLength: 1 }), field: fc.record({ brand: fc.array(brand, { minLength: 1 }) }) },
    { requiredKeys: [] },
  );
  const line = fc.record(
    { unspsc: fc.constantFrom('44120000', '14', '99'), brand: fc.constantFrom('a', 'B', 'x') },
    { requiredKeys: [] },
  );
  const holds = ({ unspsc, field }: LineCondition, given: { unspsc?: string; brand?: string }): boolean =>
    (unspsc === undefined || unspsc.some((start) => given.unspsc?.startsWith(start) === true)) &&
    (field?.brand === undefined ||
      field.brand.some((one) => one.trim().toLowerCase() === given.brand?.trim().toLowerCase()));
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 6 }), fc.array(line), (conditions, lines) => {
      const of = holding(conditions);
      for (const one of lines) expect(of(one)).toEqual(conditions.map((each) => holds(each, one)));
    }),
  );
});
