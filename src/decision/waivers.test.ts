import { describe, expect, it } from 'vitest';
import type { Remark } from '../engine/check-line.ts';
import type { Problem } from '../engine/rule.ts';
import { type Covered, type Waiver, waiving } from './waivers.ts';

const DAY = '2026-06-01';
const remark = (problem: Problem = { field: 'price', actual: '54.9' }): Remark => ({
  rule: 'price/above-agreed',
  severity: 'error',
  disposition: 'withhold',
  replaces: ['price/change-limit'],
  problem,
});
const waiver = (covered: Covered, more: Partial<Waiver> = {}): Waiver => ({
  rules: ['price/above-agreed'],
  covers: [covered],
  reason: 'Avtalt i møte',
  by: 'Kari Nordmann',
  until: '2026-06-30',
  ...more,
});
const PRICE: Covered = { item: '100', field: 'price', value: '54.90' };
const waived = (covered: Covered, problem?: Problem, item: string | undefined = '100', more: Partial<Waiver> = {}) =>
  waiving([waiver(covered, more)], DAY)?.waive(remark(problem), item).waiver !== undefined;

describe('a waiver lifts', () => {
  it('what it names: the remark stops nothing, stands for nothing, and says why', () => {
    expect(waiving([waiver(PRICE)], DAY)?.waive(remark(), '100')).toEqual({
      rule: 'price/above-agreed',
      severity: 'error',
      problem: { field: 'price', actual: '54.9' },
      waiver: { reason: 'Avtalt i møte', by: 'Kari Nordmann', until: '2026-06-30', at: 0 },
    });
  });
  it.each<[string, Covered, Problem, string | undefined]>([
    ['a price as people write it', { ...PRICE, value: '054.900' }, { field: 'price', actual: '54.9' }, '100'],
    ['text letter by letter', { item: '1', field: 'name', value: 'SÅPE' }, { field: 'name', actual: 'SÅPE' }, '1'],
    ['what has no value', { item: '1', field: 'ecoLabel' }, { field: 'ecoLabel' }, '1'],
    ['what is on the whole catalogue', {}, {}, undefined],
  ])('%s', (_, covered, problem, item) => {
    expect(waiving([waiver(covered)], DAY)?.waive(remark(problem), item).waiver).toBeDefined();
  });
  it('on its last day', () => {
    expect(waived(PRICE, undefined, '100', { until: DAY })).toBe(true);
  });
});

describe('a waiver does not lift', () => {
  it.each<[string, boolean]>([
    ['another value', waived(PRICE, { field: 'price', actual: '54.91' })],
    ['a value where there was none', waived({ item: '100', field: 'price' })],
    ['another item', waived(PRICE, undefined, '101')],
    ['another field', waived(PRICE, { field: 'listPrice', actual: '54.9' })],
    ['another rule', waived(PRICE, undefined, '100', { rules: ['price/currency'] })],
    [
      'numbers in text that are alike only as numbers',
      waived({ item: '100', field: 'name', value: '1.0' }, { field: 'name', actual: '1' }),
    ],
    [
      'the whole catalogue, when it names an item',
      waiving([waiver(PRICE)], DAY)?.waive(remark(), undefined).waiver !== undefined,
    ],
  ])('%s', (_, lifted) => {
    expect(lifted).toBe(false);
  });
  it('after its last day', () => {
    expect(waiving([waiver(PRICE, { until: '2026-05-31' })], DAY)).toBeUndefined();
  });
});

it('what was lifted is counted, and what would have been but for its value', () => {
  const waivers = waiving([waiver({ item: '1' }), waiver(PRICE)], DAY);
  for (const [problem, item] of [
    [{ field: 'price', actual: '54.9' }, '100'],
    [{ field: 'price', actual: '60' }, '100'],
    [{ field: 'price', actual: '60' }, '200'],
  ] as const) {
    const found = waivers?.waive(remark(problem), item);
    if (found !== undefined) waivers?.note(found, item);
  }
  expect(waivers?.take()).toEqual({ used: Float64Array.of(0, 1), changed: Float64Array.of(0, 1) });
  expect(waivers?.take()).toEqual({ used: Float64Array.of(0, 0), changed: Float64Array.of(0, 0) });
});
