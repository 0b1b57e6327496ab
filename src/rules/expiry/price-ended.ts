import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'expiry/price-ended',
  title: { nb: 'Prisen gjelder fortsatt', en: 'The price is still valid' },
  fault: { nb: 'Priser som ikke gjelder lenger', en: 'Prices that no longer hold' },
  because: {
    nb: 'Uten en pris som gjelder, blir det som bestilles, fakturert til en pris ingen har sett.',
    en: 'Without a valid price, orders are invoiced at a price nobody has seen.',
  },
  advice: {
    nb: 'Send prisen som gjelder nå, med sin egen periode.',
    en: 'Send the price that applies now, with its own period.',
  },
  source: {
    nb: 'Gyldighetsperioden til prisen: en pris kan løpe ut selv om varen fortsatt selges',
    en: "The price's own validity period: a price may lapse although the item is still sold",
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['priceValidTo'],
  passes: [
    { why: 'holds until later', asOf: '2026-06-01', line: { priceValidTo: '2026-12-31' } },
    { why: 'the last day counts', asOf: '2026-06-01', line: { priceValidTo: '2026-06-01' } },
  ],
  fails: [
    {
      why: 'lapsed yesterday, though the item lives on',
      asOf: '2026-06-01',
      line: { priceValidTo: '2026-05-31', validTo: '2026-12-31' },
      finds: [{ field: 'priceValidTo', actual: '2026-05-31' }],
    },
  ],
  message: { nb: 'Prisen gjaldt bare til {actual:date}', en: 'The price held only until {actual:date}' },
  check({ priceValidTo }, { asOf }) {
    return priceValidTo < asOf ? [{ field: 'priceValidTo', actual: priceValidTo }] : [];
  },
});
