import { describe, expect, it } from 'vitest';
import { aRun } from '../../test/builders/run.ts';
import { describeRule, listRules } from './rule-text.ts';

const rule = aRun().rule('price/above-agreed');
if (rule === undefined) throw new Error('the sample run has the rule');

describe('the rules for the terminal', () => {
  it('are listed by what holds when they are kept', () => {
    expect(listRules([rule], 'nb')).toBe(
      'price/above-agreed  feil, withhold  Prisen er høyst den avtalte\n\nÉn regel forklart: katalogvakt rules <id>\n',
    );
  });

  it('are explained one by one with both, as it heads the findings too', () => {
    expect(describeRule(rule, 'nb')).toContain(`\
price/above-agreed: Prisen er høyst den avtalte

Overskrift i rapportene: Prisen er over den avtalte
Hvorfor: Det som betales over avtalt pris, er tapt.
`);
    expect(describeRule(rule, 'nb')).toContain(
      '  recommended: feil, withhold\n  strict: feil, withhold\n  supplier: av\n',
    );
    expect(describeRule(rule, 'en')).toContain('\nHeading in the reports: The price is above the agreed one\n');
  });
});
