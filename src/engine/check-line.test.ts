import { describe, expect, it } from 'vitest';
import { activeRule, aLineRule, ruleSetOf } from '../../test/builders/rule-set.ts';
import type { AgreedVerdict } from '../agreement/agreement.ts';
import { decimal } from '../catalogue/decimal.ts';
import { FIELD_NAMES } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { rules as ownRules } from '../rules/index.ts';
import { checkLine, RuleFailure } from './check-line.ts';
import { kindOf, type LineQuestions, lineQuestions, takeCounts } from './line-questions.ts';
import { type PreparedRules, prepareRules } from './prepare-rules.ts';
import type { lineRule, Problem, Rule, RuleDisposition } from './rule.ts';
import type { ActiveRule } from './standing.ts';

type LineRuleParts = Partial<Parameters<typeof lineRule>[0]>;
const aRule = (id: string, parts: LineRuleParts = {}): Rule => aLineRule({ id, check: () => [{}], ...parts });
function prepared(...rules: ActiveRule[]): PreparedRules {
  const fields = new Set(['itemNumber', 'price', 'gtin'] as const);
  return prepareRules(ruleSetOf(rules), { needs: new Set(['prices', 'previousVersion']), fields, usable: true });
}
const line: CatalogueLine = { row: 5, itemNumber: '1', price: decimal('10'), unreadable: { gtin: '12O' } };
const today = { asOf: '2026-05-04', options: {} };
const agreed: AgreedVerdict = {
  article: { row: 2, currency: 'NOK' },
  matchedBy: 'itemNumber',
  price: { kind: 'none' },
};

/** Per rule: how often it was asked, and how often it could not be. */
function counted(questions: LineQuestions): readonly (readonly number[])[] {
  const { counts } = takeCounts(questions);
  return questions.rules.map((_, at) => [...counts.subarray(3 * at, 3 * at + 2)]);
}

describe('a rule is asked when all it needs is there', () => {
  it('one on prices that are not the agreed ones keeps quiet, though it counts as asked, where the price is', () => {
    const rules = prepared(activeRule(aRule('price/off', { offAgreedOnly: true })), activeRule(aRule('price/any')));
    const questions = lineQuestions(rules);
    const remarksAt = (price: AgreedVerdict['price']) =>
      checkLine(line, { ...today, agreed: { ...agreed, price } }, questions, true).map(({ rule }) => rule);
    expect(remarksAt({ kind: 'kept' })).toEqual(['price/any']);
    expect(remarksAt({ kind: 'none' })).toEqual(['price/off', 'price/any']);
    expect(counted(questions)).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  it.each<[string, LineRuleParts, object, boolean]>([
    ['no needs', {}, {}, true],
    ['a field that is given', { needs: ['price'] }, {}, true],
    ['a field that is not', { needs: ['price', 'name'] }, {}, false],
    ['a field that cannot be read', { needs: ['gtin'] }, {}, false],
    ['an agreed article, given', { needs: ['agreed'] }, { agreed }, true],
    ['an agreed article, not given', { needs: ['agreed'] }, {}, false],
    ['a former line, given', { needs: ['previous'] }, { previous: line }, true],
    ['a former line, not given', { needs: ['previous'] }, { agreed }, false],
    ['one of two, the first', { needsOneOf: ['agreed', 'previous'] }, { agreed }, true],
    ['one of two, the second', { needsOneOf: ['agreed', 'previous'] }, { previous: line }, true],
    ['one of two, none', { needsOneOf: ['agreed', 'previous'] }, {}, false],
  ])('%s', (_, parts, given, isAsked) => {
    const rules = prepared(activeRule(aRule('a/a', parts)));
    // A column that the file lacks hinders the rule for the whole run; here the column is there and the cell is not.
    const asked = rules.line[0] ?? prepared(activeRule(aRule('a/a', { ...parts, needs: ['price'] }))).line[0];
    const withRule = {
      ...rules,
      line:
        asked === undefined
          ? []
          : [
              {
                ...asked,
                fields: (parts.needs ?? []).filter((need) => need === 'price' || need === 'gtin' || need === 'name'),
              },
            ],
    } as PreparedRules;
    const questions = lineQuestions(withRule);
    expect(checkLine(line, { ...today, ...given }, questions, true)).toHaveLength(isAsked ? 1 : 0);
    expect(counted(questions)).toEqual([isAsked ? [1, 0] : [0, 1]]);
  });

  it('and counted only for the line as sent', () => {
    const questions = lineQuestions(prepared(activeRule(aRule('a/a'))));
    checkLine(line, today, questions, false);
    expect(counted(questions)).toEqual([[0, 0]]);
  });

  it('by what each line gives, however the kinds of lines take turns', () => {
    const rules = prepared(
      activeRule(aRule('a/all', { check: () => [] })),
      activeRule(aRule('a/priced', { needs: ['price'], check: () => [] })),
      activeRule(aRule('a/former', { needs: ['previous'], check: () => [] })),
      activeRule(aRule('a/told', { isTold: ({ row }) => row !== 2, check: () => [] })),
    );
    const questions = lineQuestions(rules);
    for (let row = 1; row <= 5; row++) {
      const priced = row % 2 === 0 ? { price: decimal('1') } : {};
      checkLine({ row, ...priced }, row === 5 ? { ...today, previous: line } : today, questions, true);
    }
    expect(counted(questions)).toEqual([
      [5, 0],
      [2, 3],
      [1, 4],
      [4, 1],
    ]);
    expect(counted(questions)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('lines are told apart by what they give, however many fields rules need', () => {
    const fields = FIELD_NAMES;
    const laidOut = {
      rules: [],
      usual: { questions: [], kinds: new Map() },
      all: new Set<never>(),
      fields,
      needs: ['agreed', 'previous'] as const,
      watched: [],
    };
    const context = { asOf: '2026-06-01' };
    const whole = { row: 2, ...Object.fromEntries(fields.map((field) => [field, 'x'])) } as CatalogueLine;
    const kinds = fields.map((field) => kindOf({ ...whole, [field]: undefined } as CatalogueLine, context, laidOut));
    expect(new Set([kindOf(whole, context, laidOut), ...kinds]).size).toBe(fields.length + 1);
    expect(kindOf({ ...whole, row: 3 }, context, laidOut)).toBe(kindOf(whole, context, laidOut));
    expect(kindOf(whole, { ...context, previous: whole }, laidOut)).not.toBe(kindOf(whole, context, laidOut));
  });

  it('with its own options', () => {
    const seen: unknown[] = [];
    const check = (_: CatalogueLine, { options }: { options: object }): Problem[] => {
      seen.push({ ...options });
      return [];
    };
    checkLine(
      line,
      today,
      lineQuestions(
        prepared(
          activeRule(aRule('a/a', { check }), { options: { max: 1 } }),
          activeRule(aRule('a/b', { check }), { options: { max: 2 } }),
        ),
      ),
      true,
    );
    expect(seen).toEqual([{ max: 1 }, { max: 2 }]);
  });
});

describe('what a remark does', () => {
  const remarks = (...rules: ActiveRule[]) =>
    checkLine(line, today, lineQuestions(prepared(...rules)), true).map(
      ({ rule, severity, disposition, replaces }) => ({
        rule,
        severity,
        disposition,
        replaces,
      }),
    );

  it('only errors have a disposition', () => {
    expect(remarks(activeRule(aRule('a/a'), { severity: 'warning' }), activeRule(aRule('a/b')))).toEqual([
      { rule: 'a/a', severity: 'warning', disposition: undefined, replaces: undefined },
      { rule: 'a/b', severity: 'error', disposition: 'withhold', replaces: undefined },
    ]);
  });

  it('a problem can be milder than the rule set says, never stricter', () => {
    const milder = aRule('a/a', { check: () => [{ severity: 'warning' }] });
    const stricter = aRule('a/b', { check: () => [{ severity: 'error' }] });
    expect(
      remarks(activeRule(milder), activeRule(stricter, { severity: 'info' })).map(({ severity }) => severity),
    ).toEqual(['warning', 'info']);
  });

  const general = aRule('a/general');
  const specific = (...replaces: string[]): Rule => aRule('a/specific', { replaces });

  it.each<[string, Partial<ActiveRule>, Partial<ActiveRule>, string, RuleDisposition]>([
    ['the general one is stricter', { disposition: 'correct' }, { disposition: 'withhold' }, 'error', 'withhold'],
    ['the specific one is stricter', { disposition: 'withhold' }, { disposition: 'correct' }, 'error', 'withhold'],
    ['the general one refuses', { disposition: 'withhold' }, { disposition: 'refuse' }, 'error', 'refuse'],
    [
      'the specific one is a warning only',
      { severity: 'warning' },
      { disposition: 'keepPrevious' },
      'error',
      'keepPrevious',
    ],
    ['the general one is a warning only', { disposition: 'approve' }, { severity: 'warning' }, 'error', 'approve'],
  ])('a specific remark stands for the general one, as strict as both: %s', (_, one, other, severity, disposition) => {
    expect(remarks(activeRule(general, other), activeRule(specific('a/general'), one))).toEqual([
      { rule: 'a/specific', severity, disposition, replaces: ['a/general'] },
    ]);
  });

  it('a general remark that is not there is not named', () => {
    const quiet = aRule('a/general', { check: () => [] });
    expect(remarks(activeRule(quiet), activeRule(specific('a/general'))).map(({ replaces }) => replaces)).toEqual([
      undefined,
    ]);
  });

  it('without the specific remark the general one stays', () => {
    const quiet = aRule('a/specific', { replaces: ['a/general'], check: () => [] });
    expect(remarks(activeRule(general), activeRule(quiet)).map(({ rule }) => rule)).toEqual(['a/general']);
  });

  it('a remark three rules share is as strict as the strictest of them', () => {
    const middle = aRule('a/middle', { replaces: ['a/general'] });
    const found = remarks(
      activeRule(general),
      activeRule(middle, { disposition: 'correct' }),
      activeRule(specific('a/middle', 'a/general'), { disposition: 'approve' }),
    );
    expect(found.map(({ disposition }) => disposition)).toEqual(['withhold']);
  });

  it('no remark is lost where rules replace one another in a chain', () => {
    const middle = aRule('a/middle', { replaces: ['a/general'] });
    const found = remarks(
      activeRule(general),
      activeRule(middle, { disposition: 'correct' }),
      activeRule(specific('a/middle'), { disposition: 'approve' }),
    );
    expect(found.map(({ disposition }) => disposition)).toContain('withhold');
  });

  it('of two rules that replace each other one stays', () => {
    const found = remarks(
      activeRule(aRule('a/a', { replaces: ['a/b'] })),
      activeRule(aRule('a/b', { replaces: ['a/a'] }), { disposition: 'correct' }),
    );
    expect(found).toEqual([
      {
        rule: expect.stringMatching(/^a\/[ab]$/),
        severity: 'error',
        disposition: 'withhold',
        replaces: [expect.stringMatching(/^a\/[ab]$/)],
      },
    ]);
  });

  it('our own rules replace nothing that replaces them', () => {
    const replaces = new Map(ownRules.map((rule) => [rule.id, rule.replaces ?? []]));
    for (const [id, general] of replaces) {
      for (const other of general) {
        expect(replaces.has(other), `${id} replaces ${other}, which is no rule`).toBe(true);
        expect(replaces.get(other), `${id} and ${other}`).not.toContain(id);
      }
    }
  });
});

it('a rule that throws is named with the row, and what it threw is kept', () => {
  const cause = new Error('oops');
  const check = (): never => {
    throw cause;
  };
  const failing = () => checkLine(line, today, lineQuestions(prepared(activeRule(aRule('a/bad', { check })))), true);
  expect(failing).toThrow(RuleFailure);
  expect(failing).toThrow('rule a/bad failed at row 5');
  expect(failing).toThrow(expect.objectContaining({ cause }));
});
