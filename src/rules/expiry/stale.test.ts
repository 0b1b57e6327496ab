import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './stale.ts';

const found = (lastChanged: string, asOf: string, months: number) =>
  runLineExample(rule, { why: '', line: { lastChanged }, asOf, options: { months } }).length;

it.each([
  ['2025-12-31', '2026-01-31', 1, 0],
  ['2025-12-30', '2026-01-31', 1, 1],
  ['2025-01-31', '2026-01-31', 12, 0],
  ['2025-01-30', '2026-01-31', 12, 1],
  ['2025-11-30', '2026-12-30', 13, 0],
  ['2025-11-29', '2026-12-01', 13, 0],
  ['2025-10-31', '2026-12-01', 13, 1],
  // There is no 31 February: the end of the month is not late yet, the day before the month is.
  ['2026-03-01', '2026-05-31', 3, 0],
  ['2026-02-28', '2026-05-31', 3, 1],
] as const)('%s on %s, with %i months: %i', (day, asOf, months, count) => {
  expect(found(day, asOf, months)).toBe(count);
});

it('what only one of the two versions has is no change', () => {
  const example = {
    why: '',
    line: { name: 'Kulepenn', brand: 'Skrivlett' },
    previous: { name: 'Kulepenn' },
    previousDay: '2020-01-01',
  };
  expect(runLineExample(rule, example)).toHaveLength(1);
  expect(runLineExample(rule, { ...example, previous: { name: 'Penn' } })).toEqual([]);
  // A date that is set anew is no change of the item.
  expect(
    runLineExample(rule, { ...example, line: { lastChanged: '2020-01-02' }, previous: { lastChanged: '2019-01-01' } }),
  ).toHaveLength(1);
});

it('can answer where a date, or a dated version with the line in it, tells', () => {
  const told = (line: object, context: object) =>
    rule.isTold?.({ row: 2, ...line }, { asOf: '2026-06-01', ...context });
  expect(told({}, {})).toBe(false);
  expect(told({ lastChanged: '2020-01-01' }, {})).toBe(true);
  expect(told({ priceValidFrom: '2020-01-01' }, {})).toBe(true);
  expect(told({}, { previous: { row: 2 } })).toBe(false);
  expect(told({}, { previousDay: '2020-01-01' })).toBe(false);
  expect(told({}, { previous: { row: 2 }, previousDay: '2020-01-01' })).toBe(true);
});

it('what the line has lost is no change either; what a file does with it is nothing of the item', () => {
  const example = { why: '', previousDay: '2020-01-01' };
  const previous = { name: 'Kulepenn', brand: 'Skrivlett', action: 'add' };
  expect(runLineExample(rule, { ...example, line: { name: 'Kulepenn' }, previous })).toHaveLength(1);
  expect(runLineExample(rule, { ...example, line: { name: 'Kulepenn', action: 'update' }, previous })).toHaveLength(1);
});

it('says nothing where there is nothing to tell by: no agreement, no version before, or none with a day', () => {
  const told = (line: object, context: object) =>
    rule.check({ row: 2, ...line }, { asOf: '2026-06-01', options: { months: 24 }, ...context });
  expect(told({ priceValidFrom: '2001-01-01' }, {})).toEqual([]);
  expect(told({}, { previous: { row: 2 } })).toEqual([]);
  expect(told({}, { previousDay: '2001-01-01' })).toEqual([]);
  expect(told({}, { previous: { row: 2 }, previousDay: '2001-01-01' })).toHaveLength(1);
  expect(told({ itemNumber: '1' }, { previous: { row: 2 }, previousDay: '2001-01-01' })).toHaveLength(1);
});
