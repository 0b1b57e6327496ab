import { describe, expect, it } from 'vitest';
import { activeRule, aLineRule, RULE_FACTS, ruleSetOf } from '../../test/builders/rule-set.ts';
import type { AgreedVerdict } from '../agreement/agreement.ts';
import { decimal } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { askingContext, checkLine } from './check-line.ts';
import { addCounts, lineQuestions, takeCounts } from './line-questions.ts';
import { type AtHand, isAskedFor, notAnswered, prepareRules } from './prepare-rules.ts';
import { catalogueRule, groupRule, type Rule, type RunNeed } from './rule.ts';

const check = () => [];
const line = aLineRule;
const group = (needs: readonly Field[]): Rule => groupRule({ ...RULE_FACTS, needs, keys: {}, check });
const whole = (needs: readonly RunNeed[]): Rule => catalogueRule({ ...RULE_FACTS, needs, check });

const ofRules = (...rules: readonly Rule[]) => ruleSetOf(rules.map((rule) => activeRule(rule)));
const prepare = (rule: Rule, atHand: Partial<AtHand> = {}, severity: 'error' | 'warning' = 'error') => {
  return prepareRules(ruleSetOf([activeRule(rule, { severity })]), {
    needs: new Set(),
    fields: new Set(['price', 'name']),
    usable: true,
    ...atHand,
  });
};

describe('a rule is not asked, and the reason is told', () => {
  it.each<[Rule, object, (readonly RunNeed[])?]>([
    [line({ needs: ['agreement'] }), { reason: 'noAgreement' }],
    [line({ needs: ['scope'] }), { reason: 'noScope' }],
    [line({ needs: ['labelDemands'] }), { reason: 'noLabelDemands' }],
    [line({ needs: ['classDemands'] }), { reason: 'noClassDemands' }],
    [line({ columnsWithout: { articleDemands: ['unspsc'] } }), { reason: 'noColumn', fields: ['unspsc'] }],
    [line({ needs: ['agreed', 'price'] }), { reason: 'noPrices' }],
    [line({ needs: ['price', 'previous'] }), { reason: 'noPrevious' }],
    [line({ needsOneOf: ['agreed', 'previous'] }), { reason: 'noPrices' }],
    [line({ needs: ['price', 'gtin', 'unspsc'] }), { reason: 'noColumn', fields: ['gtin', 'unspsc'] }],
    [line({ columns: ['ecoLabel'] }), { reason: 'noColumn', fields: ['ecoLabel'] }],
    [group(['gtin']), { reason: 'noColumn', fields: ['gtin'] }],
    [whole(['prices']), { reason: 'noPrices' }],
    [whole(['previousVersion']), { reason: 'noPrevious' }],
    [line({ needs: ['formerVersions'] }), { reason: 'noPrevious' }],
    [line({ needs: ['formerVersions'] }), { reason: 'noFormerVersions' }, ['previousVersion']],
  ])('%#', (rule, reason, needs: readonly RunNeed[] = []) => {
    const prepared = prepare(rule, { needs: new Set(needs) });
    expect(prepared.notAsked).toEqual([{ rule: 'a/a', ...reason }]);
    expect([prepared.line, prepared.group, prepared.catalogue]).toEqual([[], [], []]);
  });

  it.each([line({}), group([])])('of lines, when the file cannot be used (%#)', (rule) => {
    expect(prepare(rule, { usable: false }).notAsked).toEqual([{ rule: 'a/a', reason: 'unusableFile' }]);
  });
});

describe('a rule is asked', () => {
  it('on the whole catalogue, also of a file that cannot be used', () => {
    expect(prepare(whole([]), { usable: false, fields: new Set() }).catalogue).toHaveLength(1);
  });
  it('without a column that something at hand stands in for', () => {
    const rule = line({ columnsWithout: { articleDemands: ['unspsc'] } });
    expect(prepare(rule, { needs: new Set(['articleDemands']) }).line).toHaveLength(1);
  });
  it('when one of two is at hand', () => {
    const rule = line({ needsOneOf: ['agreed', 'previous'] });
    expect(prepare(rule, { needs: new Set(['previousVersion']) }).line).toHaveLength(1);
  });
  it('when all is at hand', () => {
    const rule = line({ needs: ['price', 'agreed', 'previous', 'agreement', 'scope', 'labelDemands'] });
    const [asked] = prepare(rule, {
      needs: new Set(['agreement', 'scope', 'labelDemands', 'prices', 'previousVersion']),
    }).line;
    expect(asked).toMatchObject({ fields: ['price'], needsAgreed: true, needsPrevious: true, checked: 0, skipped: 0 });
  });
});

describe('what rules look things up in is asked for', () => {
  it('by a rule that needs it, and by one that uses it and does without', () => {
    expect(isAskedFor('formerVersions', ofRules(group([]), line({ id: 'a/b', needs: ['formerVersions'] })))).toBe(true);
    const using = line({ uses: ['formerContents'] });
    expect(isAskedFor('formerContents', ofRules(using))).toBe(true);
    expect(prepare(using).line).toHaveLength(1);
  });
  it('by one that is on for some lines only', () => {
    const using = line({ uses: ['formerContents'] });
    const sometimes = [activeRule(using)];
    const overrides = { steps: [], sometimes, errorSometimes: new Set<string>() };
    expect(isAskedFor('formerContents', { ...ofRules(), overrides })).toBe(true);
  });
  it('by no other', () => {
    const ruleSet = ofRules(line({ needs: ['formerVersions'] }), group(['gtin']));
    expect(isAskedFor('formerContents', ruleSet)).toBe(false);
    expect(isAskedFor('searches', ruleSet)).toBe(false);
  });
});

describe('fields that errors need', () => {
  it('are those of error rules on lines, asked or not', () => {
    expect([...prepare(line({ needs: ['price', 'gtin', 'agreed'] })).neededByErrors]).toEqual(['price', 'gtin']);
    expect([...prepare(group(['name'])).neededByErrors]).toEqual(['name']);
    expect([...prepare(line({ columns: ['price'] })).neededByErrors]).toEqual(['price']);
  });
  it('are not those of warnings', () => {
    expect([...prepare(line({ needs: ['price'] }), {}, 'warning').neededByErrors]).toEqual([]);
  });
});

describe('a rule that no line gave what it needs has checked nothing', () => {
  const ALL: Partial<AtHand> = {
    needs: new Set(['agreement', 'prices', 'previousVersion']),
    fields: new Set(['price', 'name', 'gtin', 'unspsc']),
  };
  const price = decimal('10');
  const article = { row: 2, currency: 'NOK' };
  const agreed: AgreedVerdict = { article, matchedBy: 'itemNumber', price: { kind: 'none' } };

  function left(rule: Rule, ...lines: readonly Sent[]): readonly object[] {
    const prepared = prepare(rule, ALL);
    const questions = lineQuestions(prepared);
    for (const { agreed: verdict, previous, ...values } of lines) {
      checkLine({ row: 2, ...values }, askingContext({ asOf: '2026-01-01' }, verdict, previous), questions, true);
    }
    addCounts(prepared, takeCounts(questions));
    return notAnswered(prepared);
  }
  type Sent = Partial<CatalogueLine> & { readonly agreed?: AgreedVerdict; readonly previous?: CatalogueLine };

  it.each<[string, Rule, readonly Sent[], object]>([
    ['no value', line({ needs: ['price', 'gtin'] }), [{ price }, { price }], { reason: 'noValue', fields: ['gtin'] }],
    [
      'never both',
      line({ needs: ['price', 'gtin'] }),
      [{ price }, { gtin: '1' }],
      { reason: 'noValue', fields: ['price', 'gtin'] },
    ],
    ['none agreed', line({ needs: ['agreed', 'price'] }), [{ price }], { reason: 'noneAgreed' }],
    [
      'agreed, but no price',
      line({ needs: ['agreed', 'price'] }),
      [{ agreed }, {}],
      { reason: 'noValue', fields: ['price'] },
    ],
    ['all new', line({ needs: ['previous'] }), [{ price, agreed }], { reason: 'nonePrevious' }],
    ['neither', line({ needsOneOf: ['agreed', 'previous'] }), [{ price }], { reason: 'noneAgreed' }],
    [
      'nothing that tells',
      line({ columnsWithout: { articleDemands: ['unspsc'] }, isTold: ({ unspsc }) => unspsc !== undefined }),
      [{ price }],
      { reason: 'noValue', fields: ['unspsc'] },
    ],
  ])('%s', (_, rule, lines, reason) => {
    expect(left(rule, ...lines)).toEqual([{ rule: 'a/a', ...reason }]);
  });

  it('unlike one that could answer for one line, or that saw no line', () => {
    expect(left(line({ needs: ['price'] }), {}, { price }, {})).toEqual([]);
    expect(left(line({ needs: ['price'] }))).toEqual([]);
    expect(left(line({}), {})).toEqual([]);
  });
});
