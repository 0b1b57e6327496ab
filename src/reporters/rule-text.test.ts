import { describe, expect, it } from 'vitest';
import { aRun } from '../../test/builders/run.ts';
import { rules } from '../rules/index.ts';
import { describeRule, listAll, listRules, rulesOfFamily } from './rule-text.ts';

const rule = aRun().rule('price/above-agreed');
if (rule === undefined) throw new Error('the sample run has the rule');

describe('the rules for the terminal', () => {
  it('are listed by what holds when they are kept', () => {
    expect(listRules([rule], 'nb')).toBe(
      'price/above-agreed  feil, linjen holdes tilbake  Prisen er høyst den avtalte\n\nÉn regel forklart: katalogvakt rules <id>\n',
    );
  });

  it('are explained one by one with both, as it heads the findings too', () => {
    expect(describeRule(rule, 'nb')).toContain(`\
price/above-agreed: Prisen er høyst den avtalte

Overskrift i rapportene: Prisen er over den avtalte
Hvorfor: Det som betales over avtalt pris, er tapt.
`);
    expect(describeRule(rule, 'nb')).toContain(
      '  recommended: feil, linjen holdes tilbake\n  strict: feil, linjen holdes tilbake\n  supplier: av\n',
    );
    expect(describeRule(rule, 'en')).toContain('\nHeading in the reports: The price is above the agreed one\n');
  });

  it('show their examples in words: what is given, and the message where it breaks the rule', () => {
    const demanded = rules.find(({ id }) => id === 'label/demanded');
    if (demanded === undefined) throw new Error('the built-in rules have it');
    expect(describeRule(demanded, 'nb')).toContain(`\
Gir funn:
  - Linjen: UNSPSC 47131805
    Avtalen krever: UNSPSC 47: Svanemerket eller EU Ecolabel (EU-blomsten)
    → Varen mangler miljømerke; avtalen krever Svanemerket eller EU Ecolabel (EU-blomsten)
`);
  });

  /** Lines of JSON are what these speak of. */
  const ofJson: ReadonlySet<string> = new Set(['file/not-a-catalogue', 'value/unreadable-line']);
  const others = rules.filter(({ id }) => !ofJson.has(id));

  it.each(others.map((each) => [each.id, each] as const))('%s has no data as a program writes it', (_, each) => {
    for (const language of ['nb', 'en'] as const) {
      const [, examples = ''] = describeRule(each, language).split(/\n(?:Godtas|Passes):\n/);
      expect(examples).not.toMatch(/[{}]|"\w+":|undefined|\[object/);
    }
  });
});

describe('rules on the form of documents', () => {
  const form = rules.filter(({ kind }) => kind === 'document');

  it('are told of together in the list of all', () => {
    const list = listAll(rules, 'en').trimEnd().split('\n');
    expect(list.filter((line) => line.startsWith('peppol/'))).toEqual([]);
    expect(list.at(-1)).toBe(
      `${form.length} rules on the form of Peppol and EHF documents: katalogvakt rules "peppol/*"`,
    );
  });

  it('are listed by the name of their family, and no others by a name that is none', () => {
    expect(rulesOfFamily(rules, 'peppol/*')).toEqual(form);
    expect([rulesOfFamily(rules, 'peppol'), rulesOfFamily(rules, 'colour/*')]).toEqual([[], []]);
  });
});
