import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'expiry/agreement-ended',
  title: { nb: 'Avtalen gjelder fortsatt', en: 'The agreement has not expired' },
  fault: { nb: 'Avtalen er gått ut', en: 'The agreement has expired' },
  because: {
    nb: 'Kjøp etter at avtalen er gått ut, har ingen avtalt pris og kan være ulovlige.',
    en: 'Purchases made after the agreement has expired have no agreed price and may be unlawful.',
  },
  advice: {
    nb: 'Er avtalen forlenget, be avtaleforvalteren føre inn den nye sluttdatoen. Ellers kan katalogen ikke tas i bruk.',
    en: 'If the agreement has been extended, ask the agreement manager to enter the new end date. Otherwise the catalogue cannot be used.',
  },
  source: { nb: 'Avtalen: periode', en: 'The agreement: period' },
  sets: { recommended: { severity: 'error', disposition: 'refuse' } },
  needs: ['agreement'],
  passes: [
    {
      why: 'the last day counts',
      asOf: '2026-06-30',
      agreement: { period: { from: '2022-07-01', to: '2026-06-30' } },
    },
  ],
  fails: [
    {
      why: 'the day after',
      asOf: '2026-07-01',
      agreement: { number: '2022/4', period: { from: '2022-07-01', to: '2026-06-30' } },
      finds: [{ parameters: { agreement: '2022/4', to: '2026-06-30' } }],
    },
  ],
  message: { nb: 'Avtale {agreement} gikk ut {to:date}', en: 'Agreement {agreement} expired on {to:date}' },
  hint: {
    nb: 'Er den forlenget, føres den nye sluttdatoen inn i agreement.yaml',
    en: 'If it has been extended, enter the new end date in agreement.yaml',
  },
  check({ agreement, asOf }) {
    const { number, period } = agreement;
    return period.to < asOf ? [{ parameters: { agreement: number, to: period.to } }] : [];
  },
});
