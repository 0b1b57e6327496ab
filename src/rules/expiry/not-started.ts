import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/not-started',
  title: { nb: 'Varen kan bestilles allerede', en: 'The item can be ordered already' },
  because: {
    nb: 'Varen, eller prisen, gjelder ikke ennå; det som bestilles nå, faktureres på andre vilkår.',
    en: 'The item, or its price, does not hold yet; what is ordered now is invoiced on other terms.',
  },
  advice: {
    nb: 'Send varen i katalogen som gjelder fra startdatoen, eller rett datoen.',
    en: 'Send the item in the catalogue that holds from its first day on, or put the day right.',
  },
  source: "The line's own validity period",
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['validFrom'],
  passes: [
    { why: 'started', asOf: '2026-06-01', line: { validFrom: '2026-01-01' } },
    { why: 'the first day counts', asOf: '2026-06-01', line: { validFrom: '2026-06-01' } },
  ],
  fails: [
    {
      why: 'starts tomorrow',
      asOf: '2026-06-01',
      line: { validFrom: '2026-06-02' },
      finds: [{ field: 'validFrom', actual: '2026-06-02' }],
    },
  ],
  message: { nb: 'Varen gjelder først fra {actual:date}', en: 'The line holds from {actual:date} only' },
  check({ validFrom }, { asOf }) {
    return validFrom > asOf ? [{ field: 'validFrom', actual: validFrom }] : [];
  },
});
