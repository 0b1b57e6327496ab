import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'expiry/agreement-ended',
  title: { nb: 'Avtalen er ikke gått ut', en: 'The agreement has not ended' },
  because: {
    nb: 'Kjøp etter at avtalen er gått ut, har verken avtalt pris eller lovlig grunnlag.',
    en: 'Purchases after the agreement has ended have neither an agreed price nor a lawful basis.',
  },
  advice: {
    nb: 'Er avtalen forlenget, må avtaleforvalteren føre inn den nye sluttdatoen. Ellers hører katalogen ikke hjemme her.',
    en: 'If the agreement was prolonged, the agreement manager enters its new last day. Else the catalogue has no place here.',
  },
  source: 'The agreement: period',
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
  message: { nb: 'Avtale {agreement} gikk ut {to:date}', en: 'Agreement {agreement} ended on {to:date}' },
  check({ agreement, asOf }) {
    const { number, period } = agreement;
    return period.to < asOf ? [{ parameters: { agreement: number, to: period.to } }] : [];
  },
});
