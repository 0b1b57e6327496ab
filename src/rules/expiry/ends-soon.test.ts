import { describe, expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import { daysBetween } from './days.ts';
import rule from './ends-soon.ts';

const run = (validTo: string, options = {}) =>
  runLineExample(rule, { why: '', asOf: '2026-06-01', line: { validTo }, options });

describe('expiry/ends-soon', () => {
  it('looks 30 days ahead, from today on', () => {
    expect(run('2026-06-01')).toMatchObject([{ parameters: { days: '0' } }]);
    expect(run('2026-07-01')).toMatchObject([{ parameters: { days: '30' } }]);
    expect(run('2026-07-02')).toEqual([]);
  });

  it('looks as far as it is told to', () => {
    expect(run('2026-06-08', { days: 7 })).toHaveLength(1);
    expect(run('2026-06-09', { days: 7 })).toEqual([]);
  });
});

it('counts days over the change to summer time and a leap day', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});
