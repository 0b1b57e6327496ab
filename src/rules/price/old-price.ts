import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy, toldPrice } from './explained.ts';

export default lineRule({
  id: 'price/old-price',
  title: { nb: 'Prisen er den som gjelder nå', en: 'The price is the one in force now' },
  fault: { nb: 'Prisen gjelder en annen dag', en: 'The price is that of another day' },
  because: {
    nb: 'Prisen er regulert, men katalogen har fortsatt den gamle, eller allerede den neste.',
    en: 'The price has been adjusted, but the catalogue still has the old one, or the next one already.',
  },
  advice: {
    nb: 'Sett inn prisen som gjelder nå. En regulert pris kan først stå i katalogen den dagen den gjelder fra.',
    en: 'Give the price in force now. An adjusted price may be in the catalogue from the day it applies.',
  },
  source: {
    nb: 'Den avtalte prislisten: rader som er gått ut eller ikke har begynt å gjelde; den sist godkjente versjonen',
    en: 'The agreed price list: rows that have ended or not begun; the version approved last',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/above-agreed', 'price/change-limit'],
  passes: [
    {
      why: 'the price that holds now',
      line: { price: '90' },
      agreed: { price: '90' },
      almostAgreed: { reason: 'ended', article: { price: '100', validTo: '2026-04-30' } },
    },
    { why: 'above, and before, too', line: { price: '95' }, agreed: { price: '90' }, previous: { price: '94' } },
  ],
  fails: [
    {
      why: 'the price before it was adjusted',
      line: { price: '97' },
      agreed: { price: '90' },
      almostAgreed: { reason: 'ended', article: { price: '97', validTo: '2026-04-30' } },
      finds: [
        {
          field: 'price',
          actual: '97',
          expected: '90',
          message: 'ended',
          parameters: { day: '2026-04-30', cause: 'ended:2026-04-30' },
        },
      ],
    },
    {
      why: 'the next price, too early',
      line: { price: '97' },
      agreed: { price: '90' },
      almostAgreed: { reason: 'notStarted', article: { price: '97', validFrom: '2027-01-01' } },
      finds: [
        {
          field: 'price',
          actual: '97',
          expected: '90',
          message: 'notStarted',
          parameters: { day: '2027-01-01', cause: 'notStarted:2027-01-01' },
        },
      ],
    },
    {
      why: 'as in the version before, though less is agreed now',
      line: { price: '97' },
      agreed: { price: '90' },
      previous: { price: '97' },
      finds: [{ field: 'price', actual: '97', expected: '90', message: 'previous', parameters: { cause: 'previous' } }],
    },
  ],
  message: {
    ended: {
      nb: 'Prisen {actual:money} er den som var avtalt til og med {day:date}; nå er avtalt pris {expected:money}',
      en: 'The price {actual:money} is the one agreed until {day:date}; now the agreed price is {expected:money}',
    },
    notStarted: {
      nb: 'Prisen {actual:money} er den som er avtalt fra {day:date}; til da er avtalt pris {expected:money}',
      en: 'The price {actual:money} is the one agreed from {day:date} on; until then the agreed price is {expected:money}',
    },
    previous: {
      nb: 'Prisen {actual:money} er den samme som i forrige versjon, men nå er avtalt pris {expected:money}',
      en: 'The price {actual:money} is the same as in the previous version, but now the agreed price is {expected:money}',
    },
  },
  check(line, { agreed }) {
    const { agreedPrice, price } = agreed;
    const verdict = explainedBy(price, 'ended', 'notStarted', 'previous');
    if (verdict === undefined || verdict.side !== 'above' || agreedPrice === undefined) return NONE;
    const { explanation } = verdict;
    return [
      {
        ...aboutPrice(line, { ...agreed, agreedPrice }),
        message: explanation.cause,
        parameters: {
          ...(explanation.cause === 'previous' || explanation.day === undefined ? {} : { day: explanation.day }),
          ...causeParameters(verdict),
        },
        correction: { price: toldPrice(agreedPrice) },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
