import { describe, expect, it } from 'vitest';
import { aFinding } from '../../test/builders/run.ts';
import type { Text } from '../catalogue/text.ts';
import { lineRule, type Rule } from '../engine/rule.ts';
import { renderMessage } from './message.ts';

function ruleSaying(message: Text | Readonly<Record<string, Text>>, id = 'price/example'): Rule {
  const words = { nb: 'x', en: 'x' };
  return lineRule({
    id,
    title: words,
    fault: words,
    because: words,
    advice: words,
    source: 'x',
    sets: {},
    needs: [],
    passes: [],
    fails: [],
    message,
    check: () => [],
  });
}

const finding = aFinding(3, {
  rule: 'price/example',
  severity: 'error',
  item: '0012',
  field: 'price',
  actual: '1249.9',
  expected: '1190',
  parameters: {
    percent: '5.03',
    until: '2026-12-31',
    factor: '1000',
    basis: 'XPK',
    what: 'unit',
    label: 'svanemerket',
  },
});

const say = (nb: string): string => renderMessage(ruleSaying({ nb, en: '' }), finding, 'nb', 'NOK');

describe('a message', () => {
  it('shows the values of a finding as those of its field', () => {
    expect(say('{field} {actual} er over {expected}')).toBe('Pris 1\u00a0249,90\u00a0kr er over 1\u00a0190,00\u00a0kr');
  });

  it('shows a parameter in the form it asks for', () => {
    expect(say('{percent:percent} {until:date} {basis:unit} {what:field} {label:label} {factor:money}')).toBe(
      '5,03\u00a0% 31.12.2026 pakke\u00a0(XPK) Enhet Svanemerket 1\u00a0000,00\u00a0kr',
    );
  });

  it('lists labels of which any one will do with the word for that', () => {
    const demanded = { ...finding, field: 'ecoLabel', expected: 'svanemerket, fsc, pefc' } as const;
    const rule = ruleSaying({ nb: 'krever {expected:anylabel}', en: 'requires {expected:anylabel}' });
    expect(renderMessage(rule, demanded, 'nb', 'NOK')).toBe('krever Svanemerket, FSC eller PEFC');
    expect(renderMessage(rule, { ...demanded, expected: 'fsc' }, 'en', 'NOK')).toBe(
      'requires Forest Stewardship Council',
    );
    expect(renderMessage(rule, { ...demanded, expected: 'Eget merke' }, 'nb', 'NOK')).toBe('krever Eget merke');
  });

  it('does not take an item or a bare number for an amount', () => {
    expect(say('{item}: {factor} ganger')).toBe('0012: 1\u00a0000 ganger');
  });

  it('is in the language asked for', () => {
    const rule = ruleSaying({ nb: 'Prisen er {actual}', en: 'The price is {actual}' });
    expect(renderMessage(rule, finding, 'en', 'NOK')).toBe('The price is NOK\u00a01,249.90');
  });

  it('is the one the finding names, where a rule has several', () => {
    const rule = ruleSaying({ up: { nb: 'opp', en: 'up' }, down: { nb: 'ned', en: 'down' } });
    expect(renderMessage(rule, { ...finding, message: 'down' }, 'nb', 'NOK')).toBe('ned');
  });

  it('fills in no placeholder that a value happens to hold', () => {
    const rule = ruleSaying({ nb: 'Navn {actual}', en: '' });
    expect(renderMessage(rule, { ...finding, field: 'name', actual: '{expected} $& {x}' }, 'nb', 'NOK')).toBe(
      'Navn {expected} $& {x}',
    );
  });

  it('shows what could not be read as it stood, even where it looks like a value', () => {
    const rule = ruleSaying({ nb: '{field} «{actual}»', en: '' }, 'value/unreadable');
    const unread = { ...finding, rule: 'value/unreadable', actual: '1.234' };
    expect(renderMessage(rule, unread, 'nb', 'NOK')).toBe('Pris «1.234»');
  });

  it('says that there is nothing where a line has no item number', () => {
    const { item: _, ...nameless } = finding;
    expect(renderMessage(ruleSaying({ nb: 'Vare {item}', en: '' }), nameless, 'nb', 'NOK')).toBe('Vare –');
  });

  it('with a parameter that the finding lacks, or an unknown form, is a mistake of the rule', () => {
    expect(() => say('{gone}')).toThrow('{gone}');
    expect(() => say('{percent:prosent}')).toThrow('prosent');
  });
});
