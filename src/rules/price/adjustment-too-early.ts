import { lineRule } from '../../engine/rule.ts';
import { clauseSteps, clauseVerdict } from './clause.ts';
import { withClause, withNextList } from './clause-examples.ts';
import { deriveAgreedPrice } from './derivation.ts';

export default lineRule({
  id: 'price/adjustment-too-early',
  title: {
    nb: 'Prisen reguleres ikke før klausulen tillater',
    en: 'The price is not adjusted before the clause allows',
  },
  fault: { nb: 'Prisregulering for tidlig', en: 'Price adjusted too early' },
  because: {
    nb: 'Prisen kan endres etter avtalen, men ikke ennå: til da gjelder den gamle.',
    en: 'The agreement lets the price change, but not yet: until then the old one applies.',
  },
  advice: {
    nb: 'Behold den avtalte prisen til reguleringen er varslet og kan gjelde.',
    en: 'Keep the agreed price until the adjustment is notified and may hold.',
  },
  source: { nb: 'Reguleringsklausulen i avtalen', en: 'The adjustment clause of the agreement' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  replaces: ['price/above-agreed'],
  needs: ['price', 'agreed'],
  passes: [
    { why: 'the agreed price', line: { price: '100' }, agreed: { price: '100' }, agreement: withClause() },
    {
      why: 'more than the clause ever allows',
      line: { price: '120' },
      agreed: { price: '100' },
      agreement: withClause(),
    },
    {
      why: 'an adjustment in force',
      line: { price: '103' },
      agreed: { price: '100' },
      agreement: withClause({ notices: [{ received: '2025-11-01', from: '2026-01-01', month: '2025-10' }] }),
    },
    { why: 'no clause', line: { price: '105' }, agreed: { price: '100' } },
    {
      why: 'the next list is in another currency',
      line: { price: '99' },
      agreed: {},
      agreement: withNextList(),
      lists: [{ price: '100' }, { price: '110', currency: 'EUR' }],
    },
    {
      why: 'the next list has prices for two pieces',
      line: { price: '99' },
      agreed: {},
      agreement: withNextList(),
      lists: [{ price: '100' }, { price: '110', priceBaseQuantity: '2' }],
    },
  ],
  fails: [
    {
      why: 'what the index gives, without a notice',
      line: { price: '105' },
      agreed: { price: '100' },
      agreement: withClause(),
      finds: [
        {
          field: 'price',
          actual: '105',
          expected: '100',
          message: 'notNoticed',
          parameters: { allowed: '105', from: '2026-07-31' },
        },
      ],
    },
    {
      why: 'the price of the next list',
      line: { price: '99' },
      agreed: {},
      agreement: withNextList(),
      lists: [{ price: '100' }, { price: '110' }],
      finds: [
        {
          field: 'price',
          actual: '99',
          expected: '90',
          message: 'nextList',
          parameters: { list: 'ny.csv', from: '2026-07-01' },
        },
      ],
    },
    {
      why: 'notified 30 days ahead instead of 60',
      line: { price: '105' },
      agreed: { price: '100' },
      agreement: withClause({ notices: [{ received: '2026-05-01', from: '2026-06-01', month: '2026-04' }] }),
      finds: [
        {
          field: 'price',
          actual: '105',
          expected: '100',
          message: 'noticed',
          parameters: { allowed: '105', from: '2026-06-30' },
        },
      ],
    },
  ],
  message: {
    noticed: {
      nb: 'Prisen {actual:money} er varslet, men kan tidligst gjelde fra {from:date}. Til da er {expected:money} avtalt',
      en: 'The price {actual:money} is notified, but may hold from {from:date} at the earliest. Until then {expected:money} is agreed',
    },
    nextList: {
      nb: 'Prisen {actual:money} følger {list}, som gjelder fra {from:date}. Til da er {expected:money} avtalt',
      en: 'The price {actual:money} is from {list}, which applies from {from:date}. Until then {expected:money} is agreed',
    },
    notNoticed: {
      nb: 'Prisen {actual:money} er innenfor klausulen, som tillater {allowed:money}, men er ikke varslet. Med varsel i dag kan den gjelde fra {from:date}. Nå er {expected:money} avtalt',
      en: 'The price {actual:money} is within the clause, which allows {allowed:money}, but no notice was given. With notice today it may hold from {from:date}. Now {expected:money} is agreed',
    },
  },
  check(line, { agreed }) {
    const verdict = clauseVerdict(line.price, agreed);
    const next = verdict?.next;
    if (verdict === undefined || next === undefined || !verdict.within) return [];
    const about = {
      field: 'price',
      actual: line.price,
      expected: verdict.agreedPrice,
      correction: { price: verdict.agreedPrice },
      derivation: [...deriveAgreedPrice(line, agreed), ...clauseSteps(verdict)],
    } as const;
    const { price: allowed, from = '', noticed, list } = next;
    if (list !== undefined) return [{ ...about, message: 'nextList', parameters: { list, from } }];
    return [{ ...about, message: noticed ? 'noticed' : 'notNoticed', parameters: { allowed, from } }];
  },
});
