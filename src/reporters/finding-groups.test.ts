import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFinding } from '../../test/builders/run.ts';
import type { Finding, Severity } from '../catalogue/finding.ts';
import { addTally, addToTally, countsOf, groupFindings, groupsOf, newTally } from './finding-groups.ts';

async function* inOrder(findings: readonly Finding[]): AsyncIterable<Finding> {
  yield* findings;
}

const of = (rule: string, severity: Severity, row: number, percent?: string): Finding =>
  aFinding(row, { rule, severity, ...(percent === undefined ? {} : { parameters: { percent } }) });

const WAIVER = { reason: 'Avtalt', by: 'Kari', until: '2026-12-31' };
const group = (findings: readonly Finding[], keep = 3) => groupFindings(inOrder(findings), keep);
const rowsOf = (findings: readonly Finding[]) => findings.map(({ place }) => place.row);

describe('groups of findings', () => {
  it('stand errors first, then by number, then by name', async () => {
    const { groups } = await group([
      of('b/info', 'info', 1),
      of('b/warning', 'warning', 2),
      of('c/error', 'error', 3),
      of('b/error', 'error', 4),
      of('a/error', 'error', 5),
      of('a/error', 'error', 6),
      of('b/info', 'info', 7),
    ]);
    expect(groups.map(({ rule, count }) => [rule, count])).toEqual([
      ['a/error', 2],
      ['b/error', 1],
      ['c/error', 1],
      ['b/warning', 1],
      ['b/info', 2],
    ]);
  });

  it('keep the price findings that are furthest off, up or down, equal ones in file order', async () => {
    const percents = ['3', '-40', '9.5', '10', '100', '10', '-0.5'];
    const findings = percents.map((percent, i) => of('price/change-limit', 'error', i + 2, percent));
    const [prices] = (await group(findings, 4)).groups;
    expect(rowsOf(prices?.worst ?? [])).toEqual([6, 3, 5, 7]);
    expect(prices).toMatchObject({ count: 7, byPercent: true });
  });

  describe('with yearly effects', () => {
    const costing = (effect: string, rule = 'price/x', row = 2) => aFinding(row, { rule, severity: 'error', effect });
    const sums = async (...effects: readonly string[]) => {
      const [{ effect, below } = {}] = (await group(effects.map((effect) => costing(effect)))).groups;
      return { effect, below };
    };

    it('sum what is above, with what is below beside it and never deducted', async () => {
      expect(await sums('1000', '-900', '200.50', '-50')).toEqual({ effect: '1200.5', below: '-950' });
      expect(await sums('1000', '200')).toEqual({ effect: '1200', below: undefined });
      expect(await sums('-900', '-50')).toEqual({ effect: '-950', below: undefined });
      expect(await sums('0', '-50')).toEqual({ effect: '0', below: '-50' });
      expect(await sums()).toEqual({ effect: undefined, below: undefined });
    });

    it('stand by what is above, however much is below', async () => {
      const { groups } = await group([costing('100', 'price/a'), costing('-100', 'price/a'), costing('60', 'price/b')]);
      expect(groups.map(({ rule }) => rule)).toEqual(['price/a', 'price/b']);
    });

    it('come to the same where two threads counted', () => {
      const [one, other] = [newTally<Finding>(3), newTally<Finding>(3)];
      for (const effect of ['100', '-30']) addToTally(one, costing(effect), costing(effect));
      for (const effect of ['50', '-20']) addToTally(other, costing(effect), costing(effect));
      addTally(one, other, (kept) => kept);
      expect(groupsOf(one, 3).groups[0]).toMatchObject({ effect: '150', below: '-50' });
    });
  });

  it('put a price finding without a percent behind those with one', async () => {
    const findings = [of('price/x', 'error', 2), of('price/x', 'error', 3), of('price/x', 'error', 4, '1')];
    expect(rowsOf((await group(findings, 2)).groups[0]?.worst ?? [])).toEqual([4, 2]);
  });

  it('keep the first of other rules, whatever they call percent', async () => {
    const findings = ['1', '2', '3', '4'].map((percent, i) => of('name/length', 'error', i + 2, percent));
    const [names] = (await group(findings)).groups;
    expect(rowsOf(names?.worst ?? [])).toEqual([2, 3, 4]);
    expect(names?.byPercent).toBe(false);
  });

  it('tell findings of one rule apart by severity', async () => {
    const { groups, counts } = await group([of('a/b', 'error', 2), of('a/b', 'warning', 3)]);
    expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
      ['error', 1],
      ['warning', 1],
    ]);
    expect(counts).toEqual({ error: 1, warning: 1, info: 0 });
  });

  it('leave out what was accepted beforehand, and count it apart', async () => {
    const { groups, waived, counts } = await group([{ ...of('a/b', 'error', 2), waiver: WAIVER }]);
    expect({ groups, count: waived.count, rows: rowsOf(waived.first), errors: counts.error }).toEqual({
      groups: [],
      count: 1,
      rows: [2],
      errors: 0,
    });
  });
});

it('findings counted in parts, each by a thread of its own, are grouped as if they were counted in one', async () => {
  const findings = fc.array(
    fc.record({
      rule: fc.constantFrom('price/a', 'price/b', 'name/c'),
      severity: fc.constantFrom<Severity>('error', 'warning'),
      percent: fc.option(fc.constantFrom('1', '2.5', '-7', '12'), { nil: undefined }),
      waived: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(findings, fc.integer({ min: 1, max: 9 }), async (drawn, length) => {
      const all = drawn.map(({ rule, severity, percent, waived }, row): Finding => {
        const finding = of(rule, severity, row, percent);
        return waived ? { ...finding, waiver: WAIVER } : finding;
      });
      const whole = newTally<Finding>(3);
      for (let first = 0; first < all.length; first += length) {
        const part = newTally<number>(3);
        for (const [at, finding] of all.slice(first, first + length).entries()) addToTally(part, finding, at);
        addTally(whole, structuredClone(part), (at) => all[first + at] ?? aFinding(0, { rule: '', severity: 'info' }));
      }
      expect(groupsOf(whole, 3)).toEqual(await group(all));
      expect(groupsOf(whole, 1)).toEqual(await group(all, 1));
      const number = [...countsOf(whole).values()].reduce((sum, { error, warning }) => sum + error + warning, 0);
      expect(number + whole.waived.count).toBe(all.length);
    }),
  );
});

describe('causes', () => {
  const caused = (cause: string): Finding => ({
    rule: 'price/above-agreed',
    severity: 'error',
    place: { file: 'a.csv', row: 1 },
    parameters: { cause },
  });

  it('are counted over all findings, also those of another thread, most first', () => {
    const [here, there] = [newTally<string>(2), newTally<string>(2)];
    for (const cause of ['above:8', 'above:25', 'above:25']) addToTally(here, caused(cause), cause);
    for (const cause of ['above:25', 'above:8', 'above:3']) addToTally(there, caused(cause), cause);
    addTally(here, there, (kept) => kept);
    const tally = newTally<Finding>(2);
    addTally(tally, here, caused);
    expect(groupsOf(tally, 2).groups[0]?.causes).toEqual([
      { code: 'above:25', count: 3 },
      { code: 'above:8', count: 2 },
    ]);
  });
});
