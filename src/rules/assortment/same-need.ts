import { groupRule } from '../../engine/rule.ts';
import { namedOtherwise } from '../name/named-otherwise.ts';
import { needKey } from './need-key.ts';

export default groupRule({
  id: 'assortment/same-need',
  title: { nb: 'Samme behov er dekket av én vare', en: 'One item covers one need' },
  fault: { nb: 'Varer som dekker samme behov', en: 'Items for the same need' },
  because: {
    nb: 'Flere nesten like varer gjør valget vanskelig, og den dyreste blir også kjøpt.',
    en: 'Several items that are nearly alike make it hard to choose, and the dearest is bought, too.',
  },
  advice: {
    nb: 'Behold den ene, eller skriv det som skiller varene, i navnet.',
    en: 'Keep one of them, or put what tells them apart into the name.',
  },
  source: {
    nb: 'Samme UNSPSC-kode, enhet og innhold, og samme ord i navnet når merke og produsent er tatt ut',
    en: 'Same UNSPSC code, unit and content, and the same words in the name with brand and manufacturer left out',
  },
  sets: { recommended: { severity: 'info' } },
  needs: ['name', 'unspsc'],
  passes: [
    {
      why: 'another size',
      lines: [
        { itemNumber: '1', name: 'Kulepenn blå 0,7 mm', unspsc: '44121704' },
        { itemNumber: '2', name: 'Kulepenn blå 1,0 mm', unspsc: '44121704' },
      ],
    },
    {
      why: 'another content',
      lines: [
        { itemNumber: '1', name: 'Kulepenn blå', unspsc: '44121704', unit: 'XBX', packQuantity: '10' },
        { itemNumber: '2', name: 'Kulepenn blå', unspsc: '44121704', unit: 'XBX', packQuantity: '50' },
      ],
    },
    {
      why: 'the same name is told by name/duplicate',
      lines: [
        { itemNumber: '1', name: 'Kulepenn blå', unspsc: '44121704' },
        { itemNumber: '2', name: 'KULEPENN  blå', unspsc: '44121704' },
      ],
    },
    {
      why: 'the same item twice is told by identity/duplicate',
      lines: [
        { itemNumber: '1', name: 'Kulepenn blå', unspsc: '44121704' },
        { itemNumber: '1', name: 'Kulepenn, blå', unspsc: '44121704' },
      ],
    },
    {
      why: 'turned round it is another size',
      lines: [
        { itemNumber: '1', name: 'Skilt 20 x 40 cm', unspsc: '55121700' },
        { itemNumber: '2', name: 'Skilt 40 x 20 cm', unspsc: '55121715' },
      ],
    },
  ],
  fails: [
    {
      why: 'of two brands',
      lines: [
        { itemNumber: '1', name: 'Kulepenn Skrivlett blå 0,7 mm', brand: 'Skrivlett', unspsc: '44121704' },
        { itemNumber: '2', name: 'Bloknor kulepenn, 0,7 mm, blå', brand: 'Bloknor', unspsc: '44121704' },
      ],
      finds: [
        { row: 2, field: 'name', parameters: { row: '3', other: 'Bloknor kulepenn, 0,7 mm, blå' } },
        { row: 3, field: 'name', parameters: { row: '2', other: 'Kulepenn Skrivlett blå 0,7 mm' } },
      ],
    },
  ],
  message: {
    nb: 'Varen ser ut til å dekke samme behov som varen i rad {row}, «{other}»',
    en: 'The item seems to cover the same need as the item in row {row}, "{other}"',
  },
  keys: { need: needKey },
  check: (members) =>
    namedOtherwise(members).map(({ member, other: { name: other = '', row } }) => ({
      member,
      field: 'name',
      parameters: { row: String(row), other },
    })),
});
