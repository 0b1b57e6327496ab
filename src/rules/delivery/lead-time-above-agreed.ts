import { remembering } from '../../catalogue/remembering.ts';
import { isSurelyLonger, readLeadTime } from '../../code-lists/lead-time.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'delivery/lead-time-above-agreed',
  title: {
    nb: 'Leveringstiden er ikke lengre enn avtalt',
    en: 'The lead time is no longer than agreed',
  },
  fault: { nb: 'Lengre leveringstid enn avtalt', en: 'Lead time longer than agreed' },
  because: {
    nb: 'Leveringstiden er en del av det som ble avtalt, og for sen levering kan gi krav på dagbot.',
    en: 'The lead time is part of what was agreed, and late delivery may give a claim for daily penalties.',
  },
  advice: {
    nb: 'Oppgi leveringstiden avtalen krever, eller avklar unntaket med avtaleforvalteren.',
    en: 'Give the lead time that the agreement demands, or settle the exception with the agreement manager.',
  },
  source: { nb: 'Avtalen: delivery.leadTime', en: 'The agreement: delivery.leadTime' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['leadTime', 'agreedLeadTime'],
  passes: [
    { why: 'exactly as agreed', line: { leadTime: '5 virkedager' }, agreement: fiveDays() },
    { why: 'sooner', line: { leadTime: '2' }, agreement: fiveDays() },
    { why: 'a week has five working days', line: { leadTime: '1 uke' }, agreement: fiveDays() },
    { why: 'no time that anybody could compare', line: { leadTime: 'etter avtale' }, agreement: fiveDays() },
    { why: 'none agreed', line: { leadTime: '30 dager' } },
  ],
  fails: [
    {
      why: 'a working day more',
      line: { leadTime: '6 virkedager' },
      agreement: fiveDays(),
      finds: [{ field: 'leadTime', actual: '6 virkedager', expected: '5 virkedager' }],
    },
    {
      why: 'weeks',
      line: { leadTime: '1-2 uker' },
      agreement: fiveDays(),
      finds: [{ field: 'leadTime', actual: '1-2 uker', expected: '5 virkedager' }],
    },
  ],
  message: {
    nb: 'Leveringstiden er {actual}, men avtalen sier {expected}',
    en: 'The lead time is {actual}, but the agreement says {expected}',
  },
  isTold: ({ leadTime }) => leadTime !== undefined && leadTimeOf(leadTime) !== undefined,
  check({ leadTime }, { agreement }) {
    const offered = leadTimeOf(leadTime);
    const agreed = leadTimeOf(agreement.delivery.leadTime);
    if (offered === undefined || agreed === undefined || !isSurelyLonger(offered, agreed)) return NONE;
    return [{ field: 'leadTime', actual: leadTime, expected: agreement.delivery.leadTime }];
  },
});

const NONE: readonly Problem[] = [];
const leadTimeOf = remembering(readLeadTime);

function fiveDays() {
  return { delivery: { leadTime: '5 virkedager' } };
}
