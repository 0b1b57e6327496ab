/**
 * The fields of a catalogue line: one name each, in code, in `findings.csv`, in mapping files and as key of the
 * heading table. The kind says how a cell is read and how a value is shown; the words are shown to people.
 */
import type { Text } from './text.ts';

/**
 * `text` stays as written; `decimal` becomes an exact decimal; `money` is a decimal that is an amount;
 * `date` becomes `YYYY-MM-DD`; `unit` a UNECE Rec 20/21 code; `currency` an ISO 4217 code; `boolean` yes or no;
 * `digits` is a number written as text (GTIN, UNSPSC) that must keep its zeros; `labels` is a list of eco-labels;
 * `status` is one of the lifecycle words; `action` is what a file that changes a catalogue does with the line.
 */
export type FieldKind =
  | 'text'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'unit'
  | 'currency'
  | 'boolean'
  | 'digits'
  | 'labels'
  | 'status'
  | 'action';

interface FieldFacts {
  readonly kind: FieldKind;
  readonly title: Text;
}

const fact = (kind: FieldKind, nb: string, en: string): FieldFacts => ({ kind, title: { nb, en } });

export const FIELDS = {
  itemNumber: fact('text', 'Varenummer', 'Item number'),
  name: fact('text', 'Varenavn', 'Name'),
  description: fact('text', 'Beskrivelse', 'Description'),
  gtin: fact('digits', 'GTIN', 'GTIN'),
  manufacturer: fact('text', 'Produsent', 'Manufacturer'),
  manufacturerItemNumber: fact('text', 'Produsentens varenummer', 'Manufacturer item number'),
  brand: fact('text', 'Merke', 'Brand'),
  unspsc: fact('digits', 'UNSPSC', 'UNSPSC'),
  unit: fact('unit', 'Enhet', 'Unit'),
  packQuantity: fact('decimal', 'Antall i pakning', 'Pack quantity'),
  packUnit: fact('unit', 'Pakningsenhet', 'Pack unit'),
  price: fact('money', 'Pris', 'Price'),
  currency: fact('currency', 'Valuta', 'Currency'),
  listPrice: fact('money', 'Listepris', 'List price'),
  discountPercent: fact('percent', 'Rabatt', 'Discount'),
  priceBaseQuantity: fact('decimal', 'Prisgrunnlag', 'Price base quantity'),
  vatRate: fact('percent', 'Mva-sats', 'VAT rate'),
  vatCategory: fact('text', 'Mva-kategori', 'VAT category'),
  ecoLabel: fact('labels', 'Miljømerke', 'Eco-label'),
  ecoLicence: fact('text', 'Lisensnummer', 'Licence number'),
  organic: fact('text', 'Økologisk', 'Organic'),
  validFrom: fact('date', 'Gyldig fra', 'Valid from'),
  validTo: fact('date', 'Gyldig til', 'Valid to'),
  priceValidFrom: fact('date', 'Pris gyldig fra', 'Price valid from'),
  priceValidTo: fact('date', 'Pris gyldig til', 'Price valid to'),
  lastChanged: fact('date', 'Sist endret', 'Last changed'),
  leadTime: fact('text', 'Leveringstid', 'Lead time'),
  minOrderQuantity: fact('decimal', 'Minste bestilling', 'Minimum order quantity'),
  maxOrderQuantity: fact('decimal', 'Største bestilling', 'Maximum order quantity'),
  orderInterval: fact('decimal', 'Bestillingsintervall', 'Order interval'),
  countryOfOrigin: fact('text', 'Opprinnelsesland', 'Country of origin'),
  imageUrl: fact('text', 'Bilde', 'Image'),
  productUrl: fact('text', 'Produktlenke', 'Product link'),
  sds: fact('text', 'Sikkerhetsdatablad', 'Safety data sheet'),
  status: fact('status', 'Status', 'Status'),
  replacedBy: fact('text', 'Erstattet av', 'Replaced by'),
  replaces: fact('text', 'Erstatter', 'Replaces'),
  agreementNumber: fact('text', 'Avtalenummer', 'Agreement number'),
  supplierId: fact('text', 'Leverandørnummer', 'Supplier id'),
  supplierName: fact('text', 'Leverandør', 'Supplier'),
  productGroup: fact('text', 'Varegruppe', 'Product group'),
  priceGroup: fact('text', 'Rabattgruppe', 'Price group'),
  keywords: fact('text', 'Søkeord', 'Keywords'),
  weight: fact('text', 'Vekt', 'Weight'),
  co2: fact('text', 'CO2', 'CO2'),
  customsCode: fact('text', 'Tolltariffnummer', 'Customs code'),
  orderable: fact('boolean', 'Bestillbar', 'Orderable'),
  lineNote: fact('text', 'Merknad', 'Note'),
  priceTiers: fact('text', 'Staffelpriser', 'Price tiers'),
  comparisonPrice: fact('text', 'Sammenligningspris', 'Comparison price'),
  grossPriceInclVat: fact('money', 'Pris inkl. mva', 'Price incl. VAT'),
  action: fact('action', 'Endring', 'Action'),
} as const satisfies Record<string, FieldFacts>;

export type Field = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];

export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

export function fieldKind(field: Field): FieldKind {
  return FIELDS[field].kind;
}
