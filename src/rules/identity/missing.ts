import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'identity/missing',
  title: { nb: 'Varen har varenummer eller GTIN', en: 'The item has an item number or a GTIN' },
  fault: { nb: 'Verken varenummer eller GTIN', en: 'Neither item number nor GTIN' },
  because: {
    nb: 'Uten nummer kan varen verken bestilles, finnes igjen i avtalen eller følges fra versjon til versjon.',
    en: 'Without a number, the item can be neither ordered, nor found in the agreement, nor followed from version to version.',
  },
  advice: { nb: 'Fyll inn varenummeret.', en: 'Fill in the item number.' },
  source: 'Peppol BIS Catalogue 3, PEPPOL-T19-R012',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  replaces: ['assortment/not-agreed'],
  passes: [
    { why: 'an item number', line: { itemNumber: '1001' } },
    { why: 'a GTIN', line: { gtin: '7038010000003' } },
    { why: 'an unreadable one is told by value/unreadable', line: { unreadable: { gtin: '7,03801E+12' } } },
  ],
  fails: [{ why: 'neither', line: { name: 'Kopipapir A4' }, finds: [{ field: 'itemNumber' }] }],
  message: { nb: 'Varen har verken varenummer eller GTIN', en: 'The item has neither item number nor GTIN' },
  check({ itemNumber, gtin, unreadable }) {
    const given = itemNumber ?? gtin ?? unreadable?.itemNumber ?? unreadable?.gtin;
    return given === undefined ? [{ field: 'itemNumber' }] : [];
  },
});
