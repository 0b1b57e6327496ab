import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'expiry/agreement-not-started',
  title: { nb: 'Avtalen har begynt å gjelde', en: 'The agreement is in force' },
  because: {
    nb: 'Det kan ikke bestilles på en avtale før den gjelder.',
    en: 'Nothing can be ordered on an agreement before it is in force.',
  },
  advice: {
    nb: 'Send katalogen når avtalen gjelder, eller kontroller den for startdagen med --as-of.',
    en: 'Send the catalogue when the agreement is in force, or check it for the first day with --as-of.',
  },
  source: 'The agreement: period',
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
    en: 'Agreement {agreement} is in force from {from:date} only',
  },
  check({ agreement, asOf }) {
    const { number, period } = agreement;
    return period.from > asOf ? [{ parameters: { agreement: number, from: period.from } }] : [];
  },
});
