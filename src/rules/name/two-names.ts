import { comparableGtin } from '../../catalogue/gtin.ts';
import { groupRule } from '../../engine/rule.ts';
import { namedOtherwise } from './named-otherwise.ts';

export default groupRule({
  id: 'name/two-names',
  title: { nb: 'Samme vare har ett navn', en: 'One article has one name' },
  fault: { nb: 'Samme vare under to navn', en: 'One article under two names' },
  because: {
    nb: 'Den som bestiller, tror at det er to varer, og kan velge den dyreste av to like.',
    en: 'Whoever orders takes them for two articles, and may choose the more expensive of two that are the same.',
  },
  advice: {
    nb: 'Behold én linje, eller rett GTIN eller produsentens varenummer der det er feil.',
    en: "Keep one line, or correct the GTIN or the maker's number where it is wrong.",
  },
  source: {
    nb: 'GS1: ett GTIN er én vare i én pakning. Produsent og produsentens varenummer sier det samme der enheten er lik',
    en: "GS1: one GTIN is one article in one pack. Maker and maker's number say the same where the unit is equal",
  },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: ['name'],
  passes: [
    {
      why: 'other articles',
      lines: [
        { itemNumber: '1', name: 'Penn blå', gtin: '7038010000003' },
        { itemNumber: '2', name: 'Penn rød', gtin: '7038010000010' },
      ],
    },
    {
      why: 'the same name is told by name/duplicate',
      lines: [
        { itemNumber: '1', name: 'Penn blå', gtin: '7038010000003' },
        { itemNumber: '2', name: 'PENN  blå', gtin: '7038010000003' },
      ],
    },
    {
      why: "one maker's number in two packs",
      lines: [
        { itemNumber: '1', name: 'Penn', manufacturer: 'Skriv AS', manufacturerItemNumber: 'P-12', unit: 'EA' },
        { itemNumber: '2', name: 'Penn, eske', manufacturer: 'Skriv AS', manufacturerItemNumber: 'P-12', unit: 'XBX' },
      ],
    },
  ],
  fails: [
    {
      why: 'one GTIN',
      lines: [
        { itemNumber: '1', name: 'Penn blå', gtin: '7038010000003' },
        { itemNumber: '2', name: 'Kulepenn 0,7', gtin: '07038010000003' },
      ],
      finds: [
        { row: 2, field: 'name', actual: 'Penn blå', message: 'gtin', parameters: { other: 'Kulepenn 0,7', row: '3' } },
        { row: 3, field: 'name', actual: 'Kulepenn 0,7', message: 'gtin', parameters: { other: 'Penn blå', row: '2' } },
      ],
    },
    {
      why: 'one number of one maker',
      lines: [
        { itemNumber: '1', name: 'Penn', manufacturer: 'Skriv AS', manufacturerItemNumber: 'P-12', unit: 'EA' },
        { itemNumber: '2', name: 'Kulepenn', manufacturer: 'SKRIV AS', manufacturerItemNumber: 'P-12', unit: 'EA' },
      ],
      finds: [
        { row: 2, field: 'name', actual: 'Penn', message: 'maker', parameters: { other: 'Kulepenn', row: '3' } },
        { row: 3, field: 'name', actual: 'Kulepenn', message: 'maker', parameters: { other: 'Penn', row: '2' } },
      ],
    },
  ],
  message: {
    gtin: {
      nb: 'Varen har samme GTIN som «{other}» i rad {row}, men heter «{actual}»',
      en: 'The item has the same GTIN as "{other}" in row {row}, but is called "{actual}"',
    },
    maker: {
      nb: 'Varen har samme produsent og produsentnummer som «{other}» i rad {row}, men heter «{actual}»',
      en: 'The item has the same maker and maker\'s number as "{other}" in row {row}, but is called "{actual}"',
    },
  },
  keys: {
    gtin: ({ gtin }) => (gtin === undefined ? undefined : comparableGtin(gtin)),
    maker: ({ manufacturer, manufacturerItemNumber, unit = '', packQuantity = '' }) =>
      manufacturer === undefined || manufacturerItemNumber === undefined
        ? undefined
        : `${manufacturer.toLowerCase()}\n${manufacturerItemNumber}\n${unit}\n${packQuantity}`,
  },
  check: (members, key) =>
    namedOtherwise(members).map(({ member, other: { name: other = '', row } }) => ({
      member,
      field: 'name',
      ...(member.name === undefined ? {} : { actual: member.name }),
      message: key,
      parameters: { other, row: String(row) },
    })),
});
