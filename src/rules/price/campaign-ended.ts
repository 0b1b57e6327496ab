import { lineRule, type Problem } from '../../engine/rule.ts';
import { aboutPrice, causeParameters, explainedBy } from './explained.ts';

export default lineRule({
  id: 'price/campaign-ended',
  title: { nb: 'Ingen pris er fra en kampanje som er over', en: 'No price is from a campaign that is over' },
  fault: { nb: 'Kampanjepris som ikke gjelder', en: 'Campaign price that does not hold' },
  because: {
    nb: 'Varen bestilles til kampanjepris og faktureres til avtalt pris, og fakturaen stopper.',
    en: 'The item is ordered at the campaign price and invoiced at the agreed one, and the invoice is stopped.',
  },
  advice: {
    nb: 'Sett prisen tilbake til den avtalte, eller avtal at kampanjen forlenges.',
    en: 'Set the price back to the agreed one, or agree to extend the campaign.',
  },
  source: {
    nb: 'Den avtalte prislisten: rader med lavere pris som er gått ut eller ikke har begynt å gjelde',
    en: 'The agreed price list: rows with a lower price that have ended or not begun',
  },
  sets: { recommended: { severity: 'warning' } },
  needs: ['price', 'agreed'],
  offAgreedOnly: true,
  replaces: ['price/below-agreed', 'price/change-limit'],
  passes: [
    {
      why: 'the agreed price again',
      line: { price: '100' },
      agreed: { price: '100' },
      almostAgreed: { reason: 'ended', article: { price: '79', validTo: '2026-05-31' } },
    },
  ],
  fails: [
    {
      why: 'the campaign is over',
      line: { price: '79' },
      agreed: { price: '100' },
      almostAgreed: { reason: 'ended', article: { price: '79', validTo: '2026-05-31' } },
      finds: [
        {
          field: 'price',
          actual: '79',
          expected: '100',
          message: 'ended',
          parameters: { day: '2026-05-31', cause: 'ended:2026-05-31' },
        },
      ],
    },
    {
      why: 'the campaign has not begun',
      line: { price: '79' },
      agreed: { price: '100' },
      almostAgreed: { reason: 'notStarted', article: { price: '79', validFrom: '2026-08-01' } },
      finds: [
        {
          field: 'price',
          actual: '79',
          expected: '100',
          message: 'notStarted',
          parameters: { day: '2026-08-01', cause: 'notStarted:2026-08-01' },
        },
      ],
    },
  ],
  message: {
    ended: {
      nb: 'Prisen {actual:money} gjaldt til og med {day:date}; nå er avtalt pris {expected:money}',
      en: 'The price {actual:money} was valid until {day:date}; now the agreed price is {expected:money}',
    },
    notStarted: {
      nb: 'Prisen {actual:money} gjelder først fra {day:date}; til da er avtalt pris {expected:money}',
      en: 'The price {actual:money} applies only from {day:date}; until then the agreed price is {expected:money}',
    },
  },
  check(line, { agreed }) {
    const { agreedPrice, price } = agreed;
    const verdict = explainedBy(price, 'ended', 'notStarted');
    if (verdict === undefined || verdict.side !== 'below' || agreedPrice === undefined) return NONE;
    const { cause, day } = verdict.explanation;
    return [
      {
        ...aboutPrice(line, { ...agreed, agreedPrice }),
        message: cause,
        parameters: { ...(day === undefined ? {} : { day }), ...causeParameters(verdict) },
      },
    ];
  },
});

const NONE: readonly Problem[] = [];
