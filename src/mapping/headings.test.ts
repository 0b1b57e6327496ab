import { describe, expect, it } from 'vitest';
import type { Field } from '../catalogue/field.ts';
import { FIELD_NAMES, FIELDS } from '../catalogue/field.ts';
import { HEADING_WORDS } from '../code-lists/headings.ts';
import { headingCurrency, headingKey, headingStatusSense, priceHeading, recogniseHeading } from './headings.ts';

const CASES: readonly (readonly [Field, string])[] = [
  [
    'itemNumber',
    'itemNumber|Varenr.|VARENUMMER|Art.nr|Artnr|Art. nr.|Produktnr.|Leverandørens varenr|Lev.varenr|Varenummer (leverandør)|Varenr leverandør|Varekode|Item no.|SKU|ProductId|articleId|supplierArticleId|SUPPLIER_PID|Artikelnummer|Artikel-Nr.',
  ],
  [
    'name',
    'Varenavn|Produktnavn|Betegnelse|Benevnelse|Varenavn (engelsk)|Item name|Product|Benämning|Artikelbezeichnung|name',
  ],
  ['description', 'Beskrivelse|Varebeskrivelse|Artikkelbeskrivelse|Lang varetekst|Description|Skildring'],
  ['gtin', 'GTIN|GTIN/EAN|EAN-kode|EAN-kode (stk)|Strekkode|Barcode|EAN 13'],
  ['manufacturer', 'Produsent|Fabrikat|Manufacturer|Produsentens navn|Hersteller'],
  [
    'manufacturerItemNumber',
    'Produsentens varenr|Produsents art.nr.|Produsentens varenummer|MPN|OEM-nr|Manufacturer part number|Hersteller-Nr.|Model Number|Modellnr.',
  ],
  ['brand', 'Merke|Varemerke|Brand'],
  ['unspsc', 'UNSPSC|UNSPSC-kode|UNSPSC (8 siffer)|UNSPSC-kode versjon 19'],
  ['unit', 'Enhet|Enh.|Enhet (stk/pk)|Salgsenhet|UoM|Prisenhet|Eining|Mengeneinheit'],
  [
    'packQuantity',
    'Antall pr. pk|Antall i pakning|Antall i eske|Stk/pk|Antall pr forpakning|Pakningsstørrelse (antall)|Pakn.str.|Forpakningsstr.|Pack size',
  ],
  [
    'price',
    'Pris|Pris eks. mva (NOK)|PRIS EKS MVA|Pris ekskl. m.v.a.|Pris\neks mva|Nettopris|Pris 2026|Ny pris pr. 1.1.2026|Pris fra 01.01.2026|Netto pris pr pakke eks. mva 2026|Pris i NOK|Tilbudspris (NOK) ekskl. mva.|Tilbudt pris|Avtalepris|Enhetspris|À-pris|Price excl. VAT|Unit Price|Pris (kr/kg)|priceAmount1|Pris/stk eks. mva (NOK)|unit_selling_price',
  ],
  [
    'grossPriceInclVat',
    'Pris inkl. mva|Pris inkl mva (kr)|Pris (inkl. mva)|Pris med mva|PRIS INKL. MVA|Listepris inkl. 25 % mva|Price incl. VAT|Utsalgspris|Pris inkl. moms',
  ],
  [
    'listPrice',
    'Listepris|Veil. pris|Veil.|Veil. eks. mva|Veiledende pris|Brutto pris eks mva|Listepris NOK|Katalogpris|List price',
  ],
  ['comparisonPrice', 'Literpris|Kilopris|Sammenligningspris|Pris pr kg|Pris/kg|Enhetspris (kg/l)|Jämförpris'],
  ['discountPercent', 'Rabatt|Rabatt %|Rabatt (%)|Rabatt i prosent|Discount %'],
  ['vatRate', 'Mva|MVA (%)|Mva-sats|VAT rate|Moms %'],
  ['currency', 'Valuta|Valutakode|Currency'],
  [
    'ecoLabel',
    'Miljømerke|Miljømerking|Miljøkrav|Svanemerket|FSC|EU Ecolabel|Miljømerking (Svanemerket, EU Ecolabel e.l.)|Environmental label',
  ],
  ['ecoLicence', 'Lisensnummer|Lisensnr Svanen|Miljømerke lisensnr.|Sertifikatnummer|Licence number'],
  ['validFrom', 'Gyldig fra|Gyldig f.o.m.|Fra dato|Valid from|Giltig fr.o.m.|Gäller fr.o.m.'],
  ['validTo', 'Gyldig til|Gyldig t.o.m.|Utgår dato|Valid until|Giltig t.o.m.|Gäller t.o.m.'],
  ['priceValidFrom', 'Pris gyldig fra|Pris giltigt fr.o.m.|Prisdato|PrisDato|Prisdatum|Price date'],
  ['priceValidTo', 'Pris gyldig til|Preis gültig bis'],
  ['lastChanged', 'Sist endret|Sist oppdatert|Senast ändrad|Last modified'],
  ['vatCategory', 'Mva-kategori|MVA-kode|Momskod|VAT code'],
  ['leadTime', 'Leveringstid|Leveringstid (dager)|Leveringstid i virkedager|Lead time (days)'],
  ['minOrderQuantity', 'Min. bestilling|Min antall|Minste ordreantall|MOQ'],
  ['status', 'Status|Lagerstatus|Utgått|Utgår (ja/nei)|Aktiv|Discontinued'],
  ['orderable', 'Bestillbar|Kan bestilles'],
  ['replacedBy', 'Erstattes av|Erstattet av|Nytt varenr|Replaced by'],
  ['replaces', 'Erstatter|Gammelt varenr|Tidligere varenummer'],
  ['customsCode', 'Tolltariffnummer|Varekode (toll)|HS-kode'],
  ['lineNote', 'Merknad|Kommentar'],
  ['supplierName', 'Leverandør'],
  ['countryOfOrigin', 'Opprinnelsesland|Land'],
  ['weight', 'Vekt (kg)|Nettovekt'],
  ['co2', 'CO2 (kg)|Klimaavtrykk'],
];

describe('a heading', () => {
  it.each(CASES.flatMap(([field, headings]) => headings.split('|').map((heading) => [heading, field] as const)))(
    '%s is %s',
    (heading, field) => {
      expect(recogniseHeading(heading)?.field).toBe(field);
    },
  );

  it.each(
    'Gammel pris|Pris (gammel)|Forrige pris|Kundens varenr|Vårt varenr|EAN kartong|Rabatt kr|Rabatt (kr)|Mva beløp|På lager|Lagerført|Antall|Total|Totalpris|Estimert forbruk|Volum|Varetype|Evalueringspris|Rabattgruppe kode 2|Farlig gods||   |--|123|Kopipapir A4 80 g'.split(
      '|',
    ),
  )('%s is none of ours', (heading) => {
    expect(recogniseHeading(heading)).toBeUndefined();
  });

  it('is surest when it is our own name for the field, then when it is known, then with notes around it', () => {
    const confidence = (heading: string): number => recogniseHeading(heading)?.confidence ?? 0;
    expect(confidence('price')).toBe(1);
    expect(confidence('Pris eks. mva')).toBeGreaterThan(confidence('Pris 2026'));
    expect(confidence('Pris 2026')).toBeGreaterThan(confidence('Verdi'));
    expect(recogniseHeading('Verdi')).toMatchObject({ reason: 'knownHeading' });
    expect(recogniseHeading('FSC')).toMatchObject({ reason: 'labelName' });
  });

  it('in our table leads to one field only', () => {
    const owner = new Map<string, Field>();
    for (const field of FIELD_NAMES) {
      for (const words of Object.values(HEADING_WORDS[field] ?? {})) {
        for (const word of words.split('|')) {
          const key = headingKey(word);
          expect([word, owner.get(key) ?? field]).toEqual([word, field]);
          owner.set(key, field);
        }
      }
    }
    expect(owner.size).toBeGreaterThan(900);
  });

  it('in our table is recognised as it stands there', () => {
    for (const field of FIELD_NAMES) {
      for (const words of Object.values(HEADING_WORDS[field] ?? {})) {
        for (const word of words.split('|')) {
          const heading = word.replace('~', '');
          expect([heading, recogniseHeading(heading)?.field]).toEqual([heading, field]);
        }
      }
    }
  });
});

describe('a price heading', () => {
  it.each([
    ['Pris (NOK)', 'NOK'],
    ['Pris EUR', 'EUR'],
    ['Pris i sek', 'SEK'],
    ['Pris kr', 'NOK'],
    ['Pris €', 'EUR'],
  ])('%s names its currency', (heading, currency) => {
    expect(headingCurrency(heading)).toBe(currency);
  });

  it.each(['Pris', 'Pris exkl. moms (kr)', 'Nokpris'])('%s names none', (heading) => {
    expect(headingCurrency(heading)).toBeUndefined();
  });
});

describe('what a price is for', () => {
  it.each([
    ['Pris/stk eks. mva (NOK)', { unit: 'H87', vat: 'excluded', currency: 'NOK' }],
    ['Pris pr. stk.', { unit: 'H87' }],
    ['Pris pr. pk inkl. 25 % mva', { unit: 'XPK', vat: 'included' }],
    ['Pris (kr/kg)', { unit: 'KGM', currency: 'NOK' }],
    ['Pris pr 100', { baseQuantity: '100' }],
    ['Pris per 1000 stk', { unit: 'H87', baseQuantity: '1000' }],
    ['Pris per enhet', {}],
    ['Price/unit', {}],
    ['Pris pr 01.01.2026', {}],
    ['Pris pr 12 stk', {}],
    ['Pris', {}],
  ])('%s', (heading, told) => {
    expect(priceHeading(heading)).toEqual(told);
  });
});

it.each(FIELD_NAMES)('what we call %s ourselves is understood', (field) => {
  const { nb, en } = FIELDS[field].title;
  expect([recogniseHeading(nb)?.field, recogniseHeading(en)?.field]).toEqual([field, field]);
});

describe('a status heading', () => {
  it('says what yes means', () => {
    expect(headingStatusSense('Aktiv')).toBe('active');
    expect(headingStatusSense('Utgått (ja/nei)')).toBe('discontinued');
    expect(headingStatusSense('Status')).toBeUndefined();
  });
});

it.each(['x', 'X', 'xX', '_', ' ', 'a1', '('])(
  'a long cell of %j is no heading, and is looked at quickly',
  (letters) => {
    const cell = letters.repeat(100_000);
    const before = process.cpuUsage().user;
    for (let at = 0; at < 100; at++) expect(recogniseHeading(cell)).toBeUndefined();
    // Every heading may be looked at as long as that: 200 letters.
    for (let at = 0; at < 100; at++) expect(recogniseHeading(cell.slice(0, 200))).toBeUndefined();
    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
  },
);
