import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'delivery/lead-time-missing',
  title: {
    nb: 'Leveringstiden er oppgitt når avtalen har en',
    en: 'The lead time is given where the agreement has one',
  },
  fault: { nb: 'Mangler leveringstid', en: 'Lead time is missing' },
  because: {
    nb: 'Den som bestiller, vet ikke når varen kommer, og ingen kan se om avtalen blir holdt.',
    en: 'Whoever orders does not know when the item arrives, and nobody can see whether the agreement is kept.',
  },
  advice: { nb: 'Fyll inn leveringstiden i dager.', en: 'Fill in the lead time in days.' },
  source: { nb: 'Avtalen: delivery.leadTime', en: 'The agreement: delivery.leadTime' },
  sets: {
    recommended: { severity: 'info' },
    strict: { severity: 'warning' },
  },
  needs: ['agreedLeadTime'],
  columns: ['leadTime'],
  passes: [
    { why: 'given', line: { leadTime: '2' }, agreement: { delivery: { leadTime: '5 virkedager' } } },
    { why: 'in words', line: { leadTime: 'på lager' }, agreement: { delivery: { leadTime: '5 virkedager' } } },
    { why: 'the agreement has none', line: { name: 'Penn' } },
  ],
  fails: [
    {
      why: 'left empty',
      line: { name: 'Penn' },
      agreement: { delivery: { leadTime: '5 virkedager' } },
      finds: [{ field: 'leadTime', expected: '5 virkedager' }],
    },
  ],
  message: {
    nb: 'Leveringstiden mangler; avtalen sier {expected}',
    en: 'The lead time is missing; the agreement says {expected}',
  },
  check({ leadTime, unreadable }, { agreement }) {
    if (leadTime !== undefined || unreadable?.leadTime !== undefined) return NONE;
    return [{ field: 'leadTime', expected: agreement.delivery.leadTime }];
  },
});

const NONE: readonly Problem[] = [];
