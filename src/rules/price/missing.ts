import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'price/missing',
  title: { nb: 'Varen har pris', en: 'The item has a price' },
  fault: { nb: 'Mangler pris', en: 'No price' },
  because: {
    nb: 'Uten pris vet ingen hva bestillingen koster, før fakturaen kommer.',
    en: 'Without a price, nobody knows what an order costs until the invoice comes.',
  },
  advice: { nb: 'Fyll inn prisen.', en: 'Fill in the price.' },
  source: { nb: 'En linje som kan bestilles, har en pris', en: 'A catalogue line that can be ordered has a price' },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  columns: ['price'],
  passes: [
    { why: 'a price', line: { price: '10' } },
    { why: 'something unreadable is told by value/unreadable', line: { unreadable: { price: '12,5O' } } },
  ],
  fails: [{ why: 'an empty cell', line: { name: 'Kopipapir A4' }, finds: [{ field: 'price' }] }],
  message: { nb: 'Varen mangler pris', en: 'The item has no price' },
  check({ price, unreadable }) {
    return price === undefined && unreadable?.price === undefined ? [{ field: 'price' }] : [];
  },
});
