import { describe, expect, it } from 'vitest';
import type { Field } from '../catalogue/field.ts';
import { type AtHand, prepareRules } from './prepare-rules.ts';
import { catalogueRule, groupRule, lineRule, type Rule, type RunNeed } from './rule.ts';
import type { RuleSet } from './rule-set.ts';

const text = { nb: '', en: '' };
const facts = {
  id: 'a/a',
  title: text,
  fault: text,
  because: text,
  advice: text,
  source: '',
  sets: {},
  message: text,
  passes: [],
  fails: [],
};
const check = () => [];
const line = (parts: Partial<Parameters<typeof lineRule>[0]>): Rule =>
  lineRule({ ...facts, needs: [], check, ...parts });
const group = (needs: readonly Field[]): Rule => groupRule({ ...facts, needs, keys: {}, check });
const whole = (needs: readonly RunNeed[]): Rule => catalogueRule({ ...facts, needs, check });

const prepare = (rule: Rule, atHand: Partial<AtHand> = {}, severity: 'error' | 'warning' = 'error') => {
  const rules: RuleSet['rules'] = new Map([[rule.id, { rule, severity, disposition: 'withhold', options: {} }]]);
  const ruleSet: RuleSet = { name: '', files: [], requires: [], gate: { allowPartly: false, limits: {} }, rules };
  return prepareRules(ruleSet, { needs: new Set(), fields: new Set(['price', 'name']), usable: true, ...atHand });
};

describe('a rule is not asked, and the reason is told', () => {
  it.each<[Rule, object]>([
    [line({ needs: ['agreement'] }), { reason: 'noAgreement' }],
    [line({ needs: ['scope'] }), { reason: 'noScope' }],
    [line({ needs: ['labelDemands'] }), { reason: 'noLabelDemands' }],
    [line({ needs: ['agreed', 'price'] }), { reason: 'noPrices' }],
    [line({ needs: ['price', 'previous'] }), { reason: 'noPrevious' }],
    [line({ needsOneOf: ['agreed', 'previous'] }), { reason: 'noPrices' }],
    [line({ needs: ['price', 'gtin', 'unspsc'] }), { reason: 'noColumn', fields: ['gtin', 'unspsc'] }],
    [line({ columns: ['ecoLabel'] }), { reason: 'noColumn', fields: ['ecoLabel'] }],
    [group(['gtin']), { reason: 'noColumn', fields: ['gtin'] }],
    [whole(['prices']), { reason: 'noPrices' }],
    [whole(['previousVersion']), { reason: 'noPrevious' }],
  ])('%#', (rule, reason) => {
    const prepared = prepare(rule);
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

describe('fields that errors need', () => {
  it('are those of error rules on lines, asked or not', () => {
    expect([...prepare(line({ needs: ['price', 'gtin', 'agreed'] })).neededByErrors]).toEqual(['price', 'gtin']);
    expect([...prepare(group(['name'])).neededByErrors]).toEqual(['name']);
  });
  it('are not those of warnings', () => {
    expect([...prepare(line({ needs: ['price'] }), {}, 'warning').neededByErrors]).toEqual([]);
  });
});
