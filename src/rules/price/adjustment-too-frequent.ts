import { catalogueRule } from '../../engine/rule.ts';
import { recentNotices } from './clause.ts';
import { withClause } from './clause-examples.ts';

export default catalogueRule({
  id: 'price/adjustment-too-frequent',
  title: {
    nb: 'Prisene reguleres ikke oftere enn avtalt',
    en: 'Prices are not adjusted more often than agreed',
  },
  fault: { nb: 'Prisregulering for ofte', en: 'Price adjustment too soon after another' },
  because: {
    nb: 'Avtalen sier hvor mange ganger i året prisene kan endres.',
    en: 'The agreement says how many times a year prices may change.',
  },
  advice: {
    nb: 'Vent til det er gått lenge nok, og varsle på nytt.',
    en: 'Wait until enough time has passed, and give notice again.',
  },
  source: { nb: 'Reguleringsklausulen i avtalen', en: 'The adjustment clause of the agreement' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['agreement'],
  passes: [
    { why: 'no clause' },
    {
      why: 'the first one',
      agreement: withClause({ notices: [{ received: '2025-11-01', from: '2026-01-01', month: '2025-10' }] }),
    },
  ],
  fails: [
    {
      why: 'twice in half a year, agreed once',
      agreement: withClause({
        notices: [
          { received: '2025-11-01', from: '2026-01-01', month: '2025-10' },
          { received: '2026-05-01', from: '2026-07-01', month: '2026-04' },
        ],
      }),
      finds: [{ actual: '2026-07-01', parameters: { received: '2026-05-01', times: '1' } }],
    },
  ],
  message: {
    nb: 'Varselet mottatt {received:date} om nye priser fra {actual:date} er for ofte: avtalen tillater {times:decimal} på tolv måneder. Det gjelder ikke',
    en: 'The notice received on {received:date} of new prices from {actual:date} is too soon: the agreement allows {times:decimal} in twelve months. It does not hold',
  },
  check: ({ agreement, asOf }) => {
    const times = String(agreement.pricing?.adjustment?.timesPerYear ?? '');
    return recentNotices(agreement, asOf).flatMap(({ notice, status }) =>
      status === 'tooFrequent' ? [{ actual: notice.from, parameters: { received: notice.received, times } }] : [],
    );
  },
});
