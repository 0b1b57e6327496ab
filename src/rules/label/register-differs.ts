import type { CatalogueLine } from '../../catalogue/line.ts';
import type { LabelLicence } from '../../engine/references.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { licenceField } from './licence-field.ts';
import { registered } from './licences.ts';
import { sharesName } from './shares-name.ts';

export default lineRule({
  id: 'label/register-differs',
  title: {
    nb: 'Lisensen gjelder denne produsenten eller varen',
    en: 'The licence is for this manufacturer or item',
  },
  fault: { nb: 'Lisenser som tilhører andre', en: "Licences that are someone else's" },
  because: {
    nb: 'En lånt lisens sier ingenting om varen, og den regnes som merket uten å være det.',
    en: 'A borrowed licence says nothing of the item, which then counts as labelled without being so.',
  },
  advice: {
    nb: 'Oppgi lisensen for denne varen. Er varen produsert av lisensinnehaveren, skriv det som produsent.',
    en: 'Give the licence of this item. If the licence holder makes the item, name it as the manufacturer.',
  },
  source: { nb: 'Merkeregisteret som er oppgitt i avtalen', en: 'The label register named in the agreement' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['ecoLabel', 'labelRegister'],
  anyColumn: ['manufacturer', 'brand'],
  passes: [
    {
      why: 'the holder makes it',
      line: {
        manufacturer: 'Fjellark Papir A/S',
        name: 'Kopipapir',
        ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }],
      },
      references: {
        labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001', holder: 'FJELLARK PAPIR AS' }],
      },
    },
    {
      why: 'made by another, but the register names the item',
      line: {
        manufacturer: 'Butikkens Eget AS',
        brand: 'Fjellark',
        name: 'Kopipapir A4',
        ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }],
      },
      references: {
        labelRegister: [
          { row: 2, label: 'svanemerket', licence: '2093 0001', holder: 'Papirfabrikken AB', product: 'Fjellark kopi' },
        ],
      },
    },
    {
      why: 'nobody says who makes it',
      line: { name: 'Kopipapir', ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }] },
      references: {
        labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001', holder: 'Papirfabrikken AB' }],
      },
    },
  ],
  fails: [
    {
      why: "neither the holder nor any of the licence's products",
      line: {
        manufacturer: 'Skrivlett Norden AB',
        name: 'Kulepenn blå',
        ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }],
      },
      references: {
        labelRegister: [
          { row: 2, label: 'svanemerket', licence: '2093 0001', holder: 'Papirfabrikken AB', product: 'Fjellark kopi' },
        ],
      },
      finds: [
        {
          field: 'ecoLabel',
          actual: '2093 0001',
          message: 'product',
          parameters: { label: 'svanemerket', holder: 'Papirfabrikken AB', product: 'Fjellark kopi' },
        },
      ],
    },
    {
      why: 'another holder, of a register that names no items: less sure',
      line: {
        manufacturer: 'Skrivlett Norden AB',
        name: 'Kulepenn blå',
        ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }],
      },
      references: {
        labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001', holder: 'Papirfabrikken AB' }],
      },
      finds: [
        {
          field: 'ecoLabel',
          actual: '2093 0001',
          message: 'holder',
          severity: 'info',
          parameters: { label: 'svanemerket', holder: 'Papirfabrikken AB', manufacturer: 'Skrivlett Norden AB' },
        },
      ],
    },
  ],
  message: {
    product: {
      nb: 'Lisens {actual:text} for {label:label} tilhører {holder} og gjelder {product}, ikke denne varen',
      en: 'Licence {actual:text} for {label:label} belongs to {holder} and is for {product}, not for this item',
    },
    holder: {
      nb: 'Lisens {actual:text} for {label:label} tilhører {holder}; varen er oppgitt å være fra {manufacturer}',
      en: 'Licence {actual:text} for {label:label} belongs to {holder}; the item is said to be from {manufacturer}',
    },
  },
  check(line, { references }) {
    const { manufacturer } = line;
    if (manufacturer === undefined) return [];
    return registered(line.ecoLabel, references).flatMap(({ key, licence, entries }): readonly Problem[] => {
      const [first] = entries;
      if (first?.holder === undefined || entries.some((entry) => mayBe(entry, line))) return [];
      const about = { field: licenceField(line, licence), actual: licence };
      const { holder, product } = first;
      if (product === undefined) {
        return [{ ...about, message: 'holder', severity: 'info', parameters: { label: key, holder, manufacturer } }];
      }
      return [{ ...about, message: 'product', parameters: { label: key, holder, product } }];
    });
  },
});

/** Anything that the entry and the line have in common, or that the entry leaves open. */
function mayBe({ holder, product }: LabelLicence, line: CatalogueLine): boolean {
  if (holder === undefined) return true;
  const { name = '', brand = '', manufacturer = '', supplierName = '', manufacturerItemNumber = '' } = line;
  const who = `${manufacturer} ${brand} ${supplierName}`;
  if (sharesName(holder, `${who} ${name}`)) return true;
  return product !== undefined && sharesName(product, `${who} ${name} ${manufacturerItemNumber}`);
}
