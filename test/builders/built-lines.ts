/** Catalogue lines as they should be once read, for files of every format to be built from. */
import type { Field } from '../../src/catalogue/field.ts';

/** Values in canonical form, by field; a label by its key. */
export type BuiltLine = Readonly<Partial<Record<Field, string>>>;

/** What stands once in the files that have a header. */
export const AGREEMENT = { agreementNumber: '2025/117', supplierId: '987654325', supplierName: 'Kontor & Papir AS' };

/** By the words a label is called, as suppliers write it in a cell. */
export const LABEL_NAMES: Readonly<Record<string, string>> = {
  svanemerket: 'Svanemerket',
  eu_ecolabel: 'EU Ecolabel',
  fsc_mix: 'FSC Mix',
};

/** Letters that every encoding tested has. */
const NAMES = [
  'Kulepenn «Blå» 0,7 mm',
  'Kopipapir A4; 80 g, hvitt',
  'Konvolutt C5 "selvklebende"',
  'Såpe & skyll <mild>',
  "Søppelsekk 'ekstra' 125 l",
  'Tusj | sett à 4 farger',
  'Ringperm\tA4 - grønn',
  'Håndkrem &amp; salve 50 ml §',
];
const DESCRIPTIONS = [
  'Enkel og grei.',
  'Første linje\nandre linje',
  'Sa "bra", og; mente det',
  '<b>Ikke</b> &lt;uthevet&gt;',
];
const UNITS = ['C62', 'XPK', 'XBX', 'KGM', 'LTR'];
const LABELS = ['svanemerket', 'eu_ecolabel', 'fsc_mix'];
const LICENCES: Readonly<Record<string, string>> = {
  svanemerket: '2053 0012',
  eu_ecolabel: 'NO/011/002',
  fsc_mix: 'FSC-C012345',
};
const STATUSES = ['active', 'discontinued', 'temporarilyUnavailable', 'new'];

/** As many lines, no two alike, each field given in most of them. */
export function builtLines(count: number): readonly BuiltLine[] {
  return Array.from({ length: count }, (_, at) => builtLine(at));
}

function builtLine(at: number): BuiltLine {
  const pick = (list: readonly string[]): string => list[at % list.length] ?? '';
  const label = pick(LABELS);
  const status = at % 5 === 4 ? undefined : pick(STATUSES);
  const price = `${1 + ((at * 7919) % 9_000)}${decimals(at)}`;
  const all: Record<string, string | undefined> = {
    itemNumber: `${String(at).padStart(6, '0')}${at % 3 === 0 ? '-A' : ''}`,
    name: `${pick(NAMES)} nr ${at}`,
    description: pick(DESCRIPTIONS),
    gtin: gtin(at),
    manufacturer: at % 2 === 0 ? 'Nordisk Skrivevare, avd. "Ås"' : 'Müller & Söhne GmbH',
    manufacturerItemNumber: `00${at}/B`,
    brand: 'Fjellblå®',
    unspsc: `4412${1000 + (at % 900)}`,
    unit: pick(UNITS),
    packQuantity: String(1 + (at % 144)),
    packUnit: 'C62',
    price,
    currency: 'NOK',
    listPrice: `${10_000 + at}.5`,
    discountPercent: `${at % 60}.25`,
    priceBaseQuantity: at % 4 === 0 ? '100' : '1',
    vatRate: at % 2 === 0 ? '25' : '15',
    vatCategory: 'S',
    ...(at % 3 === 2 ? {} : { ecoLabel: label, ecoLicence: LICENCES[label] }),
    organic: at % 7 === 0 ? 'Debio 1234' : undefined,
    validFrom: '2026-01-31',
    validTo: `2027-0${1 + (at % 9)}-0${1 + (at % 7)}`,
    priceValidFrom: '2026-02-01',
    priceValidTo: `2026-1${at % 3}-28`,
    lastChanged: '2026-01-15',
    leadTime: `${1 + (at % 9)} DAY`,
    minOrderQuantity: at % 2 === 0 ? '0.5' : '12',
    maxOrderQuantity: at % 2 === 0 ? '1200' : '960.5',
    orderInterval: at % 3 === 0 ? '2.5' : '6',
    countryOfOrigin: at % 2 === 0 ? 'NO' : 'DE',
    imageUrl: `https://bilder.example/${at}.jpg?b=1&h=2`,
    productUrl: `https://varer.example/vis/${at}?a=1&b="2"`,
    sds: `https://hms.example/sikkerhet/${at}.pdf`,
    status,
    orderable: status === undefined ? undefined : String(status !== 'temporarilyUnavailable'),
    replacedBy: at % 6 === 0 ? `N-${at}` : undefined,
    replaces: at % 6 === 1 ? `G-${at}` : undefined,
    ...AGREEMENT,
    productGroup: 'Skrivesaker; penner',
    priceGroup: `R${at % 12}`,
    keywords: at % 2 === 0 ? 'penn, blekk, blå' : 'kontor',
    weight: `${1 + at}.25 GRM`,
    co2: '0.125',
    customsCode: '96081010',
    lineNote: at % 3 === 0 ? 'Fra august; se "note"' : undefined,
    comparisonPrice: `${at}.9 NOK / 1 LTR`,
    grossPriceInclVat: `${12_500 + at}.75`,
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined));
}

/** Whole ones, and with one to five digits behind the sign. */
function decimals(at: number): string {
  return ['', '.5', '.25', '.999', '.0625', '.00001'][at % 6] ?? '';
}

/** Thirteen digits that check, some of them with zeros in front. */
function gtin(at: number): string {
  const digits = `${at % 4 === 0 ? '0003' : '7038'}${String(at).padStart(8, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
