import { catalogueRule } from '../../engine/rule.ts';
import { recentNotices } from './clause.ts';
import { withClause } from './clause-examples.ts';

export default catalogueRule({
  id: 'price/adjustment-late',
  title: { nb: 'Prisreguleringer er varslet i tide', en: 'Price adjustments are notified in time' },
  fault: { nb: 'Prisregulering varslet for sent', en: 'Price adjustment notified late' },
  because: {
    nb: 'Nye priser kan ikke gjelde før varslingstiden er ute.',
    en: 'New prices cannot hold before the time of notice has passed.',
  },
  advice: {
    nb: 'Bruk de avtalte prisene til dagen klausulen gir.',
    en: 'Use the agreed prices until the day that the clause gives.',
  },
  source: { nb: 'Reguleringsklausulen i avtalen', en: 'The adjustment clause of the agreement' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['agreement'],
  passes: [
    { why: 'no clause' },
    {
      why: '61 days',
      agreement: withClause({ notices: [{ received: '2025-11-01', from: '2026-01-01', month: '2025-10' }] }),
    },
    {
      why: 'years ago',
      agreement: withClause({ notices: [{ received: '2025-03-01', from: '2025-03-02', month: '2025-10' }] }),
    },
  ],
  fails: [
    {
      why: '31 days instead of 60',
      agreement: withClause({ notices: [{ received: '2026-05-01', from: '2026-06-01', month: '2026-04' }] }),
      finds: [
        {
          actual: '2026-06-01',
          expected: '2026-06-30',
          parameters: { received: '2026-05-01' },
        },
      ],
    },
  ],
  message: {
    nb: 'Varselet mottatt {received:date} ber om nye priser fra {actual:date}; klausulen gir tidligst {expected:date}',
    en: 'The notice received on {received:date} asks for new prices from {actual:date}; the clause gives {expected:date} at the earliest',
  },
  check: ({ agreement, asOf }) =>
    recentNotices(agreement, asOf).flatMap(({ notice, holdsFrom, early }) =>
      early ? [{ actual: notice.from, expected: holdsFrom, parameters: { received: notice.received } }] : [],
    ),
});
