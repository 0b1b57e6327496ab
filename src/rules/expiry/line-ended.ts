import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/line-ended',
  title: { nb: 'Varen er ikke utløpt', en: 'The line has not expired' },
  because: {
    nb: 'Det som bestilles, kan ikke leveres, eller leveres til en annen pris.',
    en: 'What is ordered cannot be delivered, or is delivered at another price.',
  },
  advice: {
    nb: 'Ta varen ut, eller rett sluttdatoen hvis varen fortsatt selges.',
    en: 'Take the item out, or put its last day right if it is still sold.',
  },
  source: "The line's own validity period",
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['validTo'],
  passes: [
    { why: 'valid until later', asOf: '2026-06-01', line: { validTo: '2026-12-31' } },
    { why: 'the last day counts', asOf: '2026-06-01', line: { validTo: '2026-06-01' } },
  ],
  fails: [
    {
      why: 'ended yesterday',
      asOf: '2026-06-01',
      line: { validTo: '2026-05-31' },
      finds: [{ field: 'validTo', actual: '2026-05-31' }],
    },
  ],
  message: { nb: 'Varen gikk ut {actual:date}', en: 'The line ended on {actual:date}' },
  check({ validTo }, { asOf }) {
    return validTo < asOf ? [{ field: 'validTo', actual: validTo }] : [];
  },
});
