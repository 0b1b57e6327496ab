import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/line-ended',
  title: { nb: 'Sluttdatoen til varen er ikke passert', en: 'The end date of the item has not passed' },
  fault: { nb: 'Sluttdatoen er passert', en: 'The end date has passed' },
  because: {
    nb: 'Varen kan kanskje ikke leveres, eller bare til en annen pris.',
    en: 'The item may no longer be delivered, or only at another price.',
  },
  advice: {
    nb: 'Ta varen ut, eller rett sluttdatoen hvis varen fortsatt selges.',
    en: 'Take the item out, or correct its end date if it is still sold.',
  },
  source: { nb: 'Gyldighetsperioden på linjen selv', en: "The line's own validity period" },
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
  message: { nb: 'Varen gjaldt bare til {actual:date}', en: 'The item was valid only until {actual:date}' },
  check({ validTo }, { asOf }) {
    return validTo < asOf ? [{ field: 'validTo', actual: validTo }] : [];
  },
});
