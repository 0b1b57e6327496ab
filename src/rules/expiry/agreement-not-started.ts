import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'expiry/agreement-not-started',
  title: { nb: 'Avtalen har trådt i kraft', en: 'The agreement is in force' },
  fault: { nb: 'Avtalen gjelder ikke ennå', en: 'The agreement is not in force yet' },
  because: {
    nb: 'Ingen kan bestille på en avtale før den gjelder.',
    en: 'Nobody can order under an agreement before it is in force.',
  },
  advice: {
    nb: 'Vent med katalogen til avtalen gjelder, og send den da.',
    en: 'Wait until the agreement is in force, and send the catalogue then.',
  },
  source: { nb: 'Avtalen: periode', en: 'The agreement: period' },
  sets: { recommended: { severity: 'error', disposition: 'refuse' } },
  needs: ['agreement'],
  passes: [
    {
      why: 'the first day counts',
      asOf: '2026-07-01',
      agreement: { period: { from: '2026-07-01', to: '2030-06-30' } },
    },
  ],
  fails: [
    {
      why: 'the day before',
      asOf: '2026-06-30',
      agreement: { number: '2026/9', period: { from: '2026-07-01', to: '2030-06-30' } },
      finds: [{ parameters: { agreement: '2026/9', from: '2026-07-01' } }],
    },
  ],
  message: {
    nb: 'Avtale {agreement} gjelder først fra {from:date}',
    en: 'Agreement {agreement} is not in force until {from:date}',
  },
  hint: { nb: 'Kontroll for den dagen: --as-of {from:text}', en: 'To check for that day: --as-of {from:text}' },
  check({ agreement, asOf }) {
    const { number, period } = agreement;
    return period.from > asOf ? [{ parameters: { agreement: number, from: period.from } }] : [];
  },
});
