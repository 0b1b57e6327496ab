/**
 * Sets one field of a line. Spelled out because an object that gets two dozen properties by computed names becomes a
 * hash table: five times slower to make, and larger.
 */

import type { CatalogueLine } from '../catalogue/line.ts';
import type { Mutable } from '../catalogue/mutable.ts';
import type { CellReader, PackValue } from './mapping.ts';

/** A line while it is being read. */
export type Draft = Mutable<CatalogueLine>;

/** The reader of a field's cells gives what the field takes; the compiler cannot see that across the table. */
export const SETTERS: { readonly [F in CellReader['field']]: (line: Draft, value: never) => void } = {
  itemNumber: (line, value: NonNullable<Draft['itemNumber']>) => {
    line.itemNumber = value;
  },
  name: (line, value: NonNullable<Draft['name']>) => {
    line.name = value;
  },
  description: (line, value: NonNullable<Draft['description']>) => {
    line.description = value;
  },
  gtin: (line, value: NonNullable<Draft['gtin']>) => {
    line.gtin = value;
  },
  manufacturer: (line, value: NonNullable<Draft['manufacturer']>) => {
    line.manufacturer = value;
  },
  manufacturerItemNumber: (line, value: NonNullable<Draft['manufacturerItemNumber']>) => {
    line.manufacturerItemNumber = value;
  },
  brand: (line, value: NonNullable<Draft['brand']>) => {
    line.brand = value;
  },
  unspsc: (line, value: NonNullable<Draft['unspsc']>) => {
    line.unspsc = value;
  },
  unit: (line, value: NonNullable<Draft['unit']> | PackValue) => {
    if (typeof value === 'string') line.unit = value;
    else setPack(line, value);
  },
  packQuantity: (line, value: NonNullable<Draft['packQuantity']> | PackValue) => {
    if (typeof value === 'string') line.packQuantity = value;
    else setPack(line, value);
  },
  packUnit: (line, value: NonNullable<Draft['packUnit']>) => {
    line.packUnit = value;
  },
  price: (line, value: NonNullable<Draft['price']>) => {
    line.price = value;
  },
  currency: (line, value: NonNullable<Draft['currency']>) => {
    line.currency = value;
  },
  listPrice: (line, value: NonNullable<Draft['listPrice']>) => {
    line.listPrice = value;
  },
  discountPercent: (line, value: NonNullable<Draft['discountPercent']>) => {
    line.discountPercent = value;
  },
  priceBaseQuantity: (line, value: NonNullable<Draft['priceBaseQuantity']>) => {
    line.priceBaseQuantity = value;
  },
  vatRate: (line, value: NonNullable<Draft['vatRate']>) => {
    line.vatRate = value;
  },
  vatCategory: (line, value: NonNullable<Draft['vatCategory']>) => {
    line.vatCategory = value;
  },
  ecoLicence: (line, value: NonNullable<Draft['ecoLicence']>) => {
    line.ecoLicence = value;
  },
  organic: (line, value: NonNullable<Draft['organic']>) => {
    line.organic = value;
  },
  validFrom: (line, value: NonNullable<Draft['validFrom']>) => {
    line.validFrom = value;
  },
  validTo: (line, value: NonNullable<Draft['validTo']>) => {
    line.validTo = value;
  },
  priceValidFrom: (line, value: NonNullable<Draft['priceValidFrom']>) => {
    line.priceValidFrom = value;
  },
  priceValidTo: (line, value: NonNullable<Draft['priceValidTo']>) => {
    line.priceValidTo = value;
  },
  lastChanged: (line, value: NonNullable<Draft['lastChanged']>) => {
    line.lastChanged = value;
  },
  leadTime: (line, value: NonNullable<Draft['leadTime']>) => {
    line.leadTime = value;
  },
  minOrderQuantity: (line, value: NonNullable<Draft['minOrderQuantity']>) => {
    line.minOrderQuantity = value;
  },
  maxOrderQuantity: (line, value: NonNullable<Draft['maxOrderQuantity']>) => {
    line.maxOrderQuantity = value;
  },
  orderInterval: (line, value: NonNullable<Draft['orderInterval']>) => {
    line.orderInterval = value;
  },
  countryOfOrigin: (line, value: NonNullable<Draft['countryOfOrigin']>) => {
    line.countryOfOrigin = value;
  },
  imageUrl: (line, value: NonNullable<Draft['imageUrl']>) => {
    line.imageUrl = value;
  },
  productUrl: (line, value: NonNullable<Draft['productUrl']>) => {
    line.productUrl = value;
  },
  sds: (line, value: NonNullable<Draft['sds']>) => {
    line.sds = value;
  },
  status: (line, value: NonNullable<Draft['status']>) => {
    line.status = value;
  },
  replacedBy: (line, value: NonNullable<Draft['replacedBy']>) => {
    line.replacedBy = value;
  },
  replaces: (line, value: NonNullable<Draft['replaces']>) => {
    line.replaces = value;
  },
  agreementNumber: (line, value: NonNullable<Draft['agreementNumber']>) => {
    line.agreementNumber = value;
  },
  supplierId: (line, value: NonNullable<Draft['supplierId']>) => {
    line.supplierId = value;
  },
  supplierName: (line, value: NonNullable<Draft['supplierName']>) => {
    line.supplierName = value;
  },
  productGroup: (line, value: NonNullable<Draft['productGroup']>) => {
    line.productGroup = value;
  },
  priceGroup: (line, value: NonNullable<Draft['priceGroup']>) => {
    line.priceGroup = value;
  },
  keywords: (line, value: NonNullable<Draft['keywords']>) => {
    line.keywords = value;
  },
  weight: (line, value: NonNullable<Draft['weight']>) => {
    line.weight = value;
  },
  co2: (line, value: NonNullable<Draft['co2']>) => {
    line.co2 = value;
  },
  customsCode: (line, value: NonNullable<Draft['customsCode']>) => {
    line.customsCode = value;
  },
  orderable: (line, value: NonNullable<Draft['orderable']>) => {
    line.orderable = value;
  },
  lineNote: (line, value: NonNullable<Draft['lineNote']>) => {
    line.lineNote = value;
  },
  priceTiers: (line, value: NonNullable<Draft['priceTiers']>) => {
    line.priceTiers = value;
  },
  comparisonPrice: (line, value: NonNullable<Draft['comparisonPrice']>) => {
    line.comparisonPrice = value;
  },
  grossPriceInclVat: (line, value: NonNullable<Draft['grossPriceInclVat']>) => {
    line.grossPriceInclVat = value;
  },
  action: (line, value: NonNullable<Draft['action']>) => {
    line.action = value;
  },
};

/** The pack's own fields win, whichever of them is read first; a quantity is what it says whatever the unit's text said. */
function setPack(line: Draft, { unit, told }: PackValue): void {
  if (unit !== undefined && told.field === 'unit') line.unit = unit;
  if (line.packQuantity === undefined || told.field === 'packQuantity') line.packQuantity = told.quantity;
  if (line.packUnit === undefined && told.contentUnit !== undefined) line.packUnit = told.contentUnit;
  // Of two, the unit's text is kept: the quantity's is the value itself.
  if (line.pack === undefined || told.field === 'unit') line.pack = told;
}
