import { describe, expect, it } from 'vitest';
import { RuleFailure } from '../engine/check-line.ts';
import type { AskedRule } from '../engine/prepare-rules.ts';
import { type GroupMember, type GroupRule, groupRule } from '../engine/rule.ts';
import { groupKeyTaker, newGroupIndex } from './group-index.ts';

const text = { nb: '', en: '' };
const facts = {
  title: text,
  fault: text,
  because: text,
  advice: text,
  source: '',
  sets: {},
  message: text,
  passes: [],
  fails: [],
  needs: [],
};
const asked = (parts: Pick<GroupRule, 'keys' | 'check'>): AskedRule<GroupRule> => ({
  rule: groupRule({ id: 'a/shared', ...facts, ...parts }),
  severity: 'error',
  disposition: 'withhold',
  options: {},
  fields: [],
  needsAgreed: false,
  needsPrevious: false,
  needsOneOf: [],
  checked: 0,
  skipped: 0,
  broken: 0,
  met: new Set(),
});

/** Item number and GTIN by line; rows count from 2, fingerprints in tens. Taken in two parts. */
function index(rules: readonly AskedRule<GroupRule>[], ...given: readonly (readonly [string?, string?])[]) {
  const groups = newGroupIndex(rules);
  const lines = given.map(([itemNumber, gtin], at) => ({
    row: at + 2,
    ...(itemNumber ? { itemNumber } : {}),
    ...(gtin ? { gtin } : {}),
  }));
  for (const part of [lines.slice(0, 2), lines.slice(2)]) {
    const taker = groupKeyTaker(rules)(part.length);
    for (const line of part) taker.add(line);
    groups.take(part.length, taker.keys);
  }
  const shared = groups.shared();
  for (const ordinal of shared) {
    const line = lines[ordinal] ?? { row: 0 };
    groups.note(ordinal, line, { row: line.row, item: given[ordinal]?.[0], fingerprint: ordinal * 10 });
  }
  return { groups, shared };
}

const keys: GroupRule['keys'] = { itemNumber: (line) => line.itemNumber, gtin: (line) => line.gtin };

describe('lines that share a key', () => {
  it('are asked about once, together, in file order; lines without one never', () => {
    const seen: unknown[] = [];
    const rule = asked({
      keys,
      check(members, key, value) {
        seen.push([key, value, members.map(({ row }) => row)]);
        return [];
      },
    });
    const { groups, shared } = index([rule], ['1'], ['2', 'g'], ['1', 'g'], [], ['1'], ['', 'h']);
    expect(groups.remarks()).toEqual([]);
    expect(seen).toEqual([
      ['itemNumber', '1', [2, 4, 6]],
      ['gtin', 'g', [3, 4]],
    ]);
    expect([shared, rule.checked]).toEqual([[0, 1, 2, 4], 6]);
  });

  it('are seen with what is kept of them', () => {
    let seen: readonly GroupMember[] = [];
    const rule = asked({
      keys,
      check(members) {
        seen = members;
        return [];
      },
    });
    const { groups } = index([rule], ['1'], ['1']);
    groups.remarks();
    expect(seen).toEqual([
      { ordinal: 0, row: 2, item: '1', fingerprint: 0 },
      { ordinal: 1, row: 3, item: '1', fingerprint: 10 },
    ]);
  });

  it('have their remarks in file order, whatever the order of keys', () => {
    const rule = asked({ keys, check: (members, key) => members.map((member) => ({ member, message: key })) });
    const { groups } = index([rule], ['9', 'g'], ['1'], ['9'], ['1', 'g']);
    expect(groups.remarks().map(({ ordinal, remark }) => [ordinal, remark.problem.message])).toEqual([
      [0, 'itemNumber'],
      [0, 'gtin'],
      [1, 'itemNumber'],
      [2, 'itemNumber'],
      [3, 'itemNumber'],
      [3, 'gtin'],
    ]);
  });
});

it('a rule that throws is named with the first row', () => {
  const check = (): never => {
    throw new Error('oops');
  };
  const { groups } = index([asked({ keys, check })], ['1'], ['2'], ['2']);
  expect(() => groups.remarks()).toThrow(RuleFailure);
  expect(() => groups.remarks()).toThrow('rule a/shared failed at row 3');
});
