/** Catalogues as Ariba CIF 3.0. */
import type { Field } from '../../src/catalogue/field.ts';
import type { BuiltLine } from './built-lines.ts';

/** The names of CIF for what a line may hold. */
const FIELDS: readonly (readonly [string, Field])[] = [
  ['Supplier ID', 'supplierId'],
  ['Supplier Part ID', 'itemNumber'],
  ['Manufacturer Part ID', 'manufacturerItemNumber'],
  ['Item Description', 'description'],
  ['SPSC Code', 'unspsc'],
  ['Unit Price', 'price'],
  ['Unit of Measure', 'unit'],
  ['Lead Time', 'leadTime'],
  ['Manufacturer Name', 'manufacturer'],
  ['Supplier URL', 'productUrl'],
  ['Market Price', 'listPrice'],
  ['Short Name', 'name'],
  ['Currency', 'currency'],
  ['Effective Date', 'validFrom'],
  ['Expiration Date', 'validTo'],
  ['Minimum Quantity', 'minOrderQuantity'],
  ['Maximum Quantity', 'maxOrderQuantity'],
  ['Quantity Interval', 'orderInterval'],
  ['Price Unit Quantity', 'priceBaseQuantity'],
  ['Image', 'imageUrl'],
  ['Keywords', 'keywords'],
  ['GTIN', 'gtin'],
];

export function cifCatalogue(lines: readonly BuiltLine[], lineEnd = '\r\n'): string {
  return [
    'CIF_I_V3.0',
    'CHARSET: UTF-8',
    'LOADMODE: F',
    'CODEFORMAT: UNSPSC',
    `ITEMCOUNT: ${lines.length}`,
    `FIELDNAMES: ${FIELDS.map(([name]) => name).join(',')}`,
    'DATA',
    ...lines.map((line) => FIELDS.map(([, field]) => quoted(line[field] ?? '')).join(',')),
    'ENDOFDATA',
    '',
  ].join(lineEnd);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
