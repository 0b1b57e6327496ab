import { excess } from '../../agreement/price-verdict.ts';
import { lineRule } from '../../engine/rule.ts';
import { clauseSteps, clauseVerdict } from './clause.ts';
import { withClause, withNextList } from './clause-examples.ts';
import { deriveAgreedPrice } from './derivation.ts';

export default lineRule({
  id: 'price/adjustment-not-allowed',
  title: { nb: 'Prisen øker ikke mer enn klausulen tillater', en: 'The price rises no more than the clause allows' },
  fault: { nb: 'Prisøkning ut over klausulen', en: 'Price rise beyond the adjustment clause' },
  because: {
    nb: 'Avtalen sier hvor mye prisene kan reguleres; resten er det ikke hjemmel for.',
    en: 'The agreement says by how much prices may be adjusted; there is no basis for the rest.',
  },
  advice: {
    nb: 'Sett prisen til den avtalte, og varsle regulering etter klausulen.',
    en: 'Set the price to the agreed one, and give notice of an adjustment by the clause.',
  },
  source: { nb: 'Reguleringsklausulen i avtalen', en: 'The adjustment clause of the agreement' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  replaces: ['price/above-agreed'],
  needs: ['price', 'agreed'],
  passes: [
    { why: 'the agreed price', line: { price: '100' }, agreed: { price: '100' }, agreement: withClause() },
    {
      why: 'within the clause, but too early',
      line: { price: '105' },
      agreed: { price: '100' },
      agreement: withClause(),
    },
    { why: 'no clause', line: { price: '120' }, agreed: { price: '100' } },
    {
      why: 'no clause, and the next list is cheaper',
      line: { price: '99' },
      agreed: {},
      agreement: withNextList(),
      lists: [{ price: '100' }, { price: '95' }],
    },
    { why: 'a misplaced decimal sign', line: { price: '1000' }, agreed: { price: '100' }, agreement: withClause() },
  ],
  fails: [
    {
      why: '20 % where the index rose by 5',
      line: { price: '120' },
      agreed: { price: '100' },
      agreement: withClause(),
      finds: [
        {
          field: 'price',
          actual: '120',
          expected: '100',
          message: 'limit',
          parameters: { percent: '20', difference: '20', allowed: '105', from: '2026-07-31' },
        },
      ],
    },
    {
      why: 'a list that is notified, but not approved, and a price above that',
      line: { price: '120' },
      agreed: { price: '100' },
      agreement: withClause({ timesPerYear: 1, basis: { kind: 'notifiedList', list: 'varslet' } }),
      finds: [
        {
          field: 'price',
          actual: '120',
          expected: '100',
          message: 'nothing',
          parameters: { percent: '20', difference: '20' },
        },
      ],
    },
  ],
  message: {
    limit: {
      nb: 'Prisen {actual:money} er {difference:money} ({percent:percent}) over avtalt pris {expected:money}. Klausulen tillater høyst {allowed:money}, tidligst fra {from:date}',
      en: 'The price {actual:money} is {difference:money} ({percent:percent}) above the agreed price {expected:money}. The clause allows at most {allowed:money}, from {from:date} at the earliest',
    },
    nothing: {
      nb: 'Prisen {actual:money} er {difference:money} ({percent:percent}) over avtalt pris {expected:money}, og klausulen gir ingen økning nå',
      en: 'The price {actual:money} is {difference:money} ({percent:percent}) above the agreed price {expected:money}, and the clause allows no rise now',
    },
  },
  check(line, { agreed }) {
    const verdict = clauseVerdict(line.price, agreed);
    if (verdict === undefined || verdict.within) return [];
    const { agreedPrice, next } = verdict;
    const about = {
      field: 'price',
      actual: line.price,
      expected: agreedPrice,
      correction: { price: agreedPrice },
      derivation: [...deriveAgreedPrice(line, agreed), ...clauseSteps(verdict)],
    } as const;
    const parameters = excess(line.price, agreedPrice);
    if (next?.from === undefined) return [{ ...about, message: 'nothing', parameters }];
    return [{ ...about, message: 'limit', parameters: { ...parameters, allowed: next.price, from: next.from } }];
  },
});
