import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/price-not-started',
  title: { nb: 'Prisen har begynt å gjelde', en: 'The price is already valid' },
  fault: { nb: 'Priser som ikke gjelder ennå', en: 'Prices that do not hold yet' },
  because: {
    nb: 'Prisen kommer i bruk fra katalogen er lagt inn, altså før den gjelder.',
    en: 'The price is used from the day the catalogue is loaded, which is before it applies.',
  },
  advice: {
    nb: 'Send prisen som gjelder nå, og den nye i katalogen som gjelder fra startdatoen.',
    en: 'Send the price that applies now, and the new one in the catalogue that applies from its start date.',
  },
  source: { nb: 'Gyldighetsperioden til prisen', en: "The price's own validity period" },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['priceValidFrom'],
  passes: [
    { why: 'begun', asOf: '2026-06-01', line: { priceValidFrom: '2026-01-01' } },
    { why: 'the first day counts', asOf: '2026-06-01', line: { priceValidFrom: '2026-06-01' } },
  ],
  fails: [
    {
      why: 'from tomorrow',
      asOf: '2026-06-01',
      line: { priceValidFrom: '2026-06-02' },
      finds: [{ field: 'priceValidFrom', actual: '2026-06-02' }],
    },
  ],
  message: { nb: 'Prisen gjelder først fra {actual:date}', en: 'The price does not hold until {actual:date}' },
  hint: { nb: 'Kontroll for den dagen: --as-of {actual:text}', en: 'To check for that day: --as-of {actual:text}' },
  check({ priceValidFrom }, { asOf }) {
    return priceValidFrom > asOf ? [{ field: 'priceValidFrom', actual: priceValidFrom }] : [];
  },
});
