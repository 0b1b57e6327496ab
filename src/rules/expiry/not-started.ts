import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/not-started',
  title: { nb: 'Varen har begynt å gjelde', en: 'The item is already valid' },
  fault: { nb: 'Varer som ikke gjelder ennå', en: 'Items that are not valid yet' },
  because: {
    nb: 'Varen eller prisen gjelder ikke ennå, og det som bestilles nå, kan bli fakturert til en annen pris.',
    en: 'The item or its price is not valid yet, and what is ordered now may be invoiced at another price.',
  },
  advice: {
    nb: 'Ta varen med i katalogen som gjelder fra startdatoen, eller rett datoen.',
    en: 'Include the item in the catalogue that applies from its start date, or correct the date.',
  },
  source: { nb: 'Gyldighetsperioden på linjen selv', en: "The line's own validity period" },
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
  message: { nb: 'Varen gjelder først fra {actual:date}', en: 'The item is not valid until {actual:date}' },
  hint: { nb: 'Kontroll for den dagen: --as-of {actual:text}', en: 'To check for that day: --as-of {actual:text}' },
  check({ validFrom }, { asOf }) {
    return validFrom > asOf ? [{ field: 'validFrom', actual: validFrom }] : [];
  },
});
