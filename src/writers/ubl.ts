/** Records of a UBL catalogue: one with some values put right, and one made anew. */

import type { RawRow, XmlStyle } from '../readers/reader.ts';
import { UBL_COLUMNS } from '../readers/ubl-columns.ts';
import { parseRecord } from '../readers/ubl-document.ts';
import { ownPrice } from '../readers/ubl-prices.ts';
import { encodeXml } from '../readers/xml-encoding.ts';
import { child, childrenNamed, type XmlElement } from '../readers/xml-tree.ts';
import type { RecordWriter } from './record-writer.ts';
import { catalogueLine, isVital } from './ubl-line.ts';
import type { WrittenCell } from './writer.ts';
import { editedBytes, elementText, escapeAttribute, escapeText, type NewElement, type TextEdit } from './xml.ts';
import { type FormOf, fitted } from './xml-fit.ts';

/** @param formOf what would be wrong with the form of a record put in, where the document is held to rules */
export function ublRecords(style: XmlStyle, formOf?: FormOf): RecordWriter {
  const { encoding, between } = style;
  const made = (cells: readonly string[]): NewElement => {
    const line = catalogueLine(textsByColumn(cells), style);
    // What has no room in this document is left out; what cannot go without it is told as before.
    return formOf === undefined ? line : fitted(line, formOf, isVital).element;
  };
  const lineBreak = /[\r\n]/.test(between) ? between.slice(between.search(/\r?\n[^\n]*$/)) : '';
  const step = lineBreak.replace(/^\r?\n/, '') || (lineBreak === '' ? '' : '  ');
  return {
    corrected: (record, cells) => correctedRecord(record, cells, style),
    written: (cells) => encodeXml(elementText(made(cells), lineBreak, step) + between, encoding),
    behindLast: encodeXml(between, encoding),
  };
}

/** By field, where the column has one, and by heading. */
function textsByColumn(cells: readonly string[]): ReadonlyMap<string, string> {
  return new Map(UBL_COLUMNS.map(({ heading, field }, at) => [field ?? heading, cells[at] ?? '']));
}

function correctedRecord(
  { text }: RawRow,
  cells: ReadonlyMap<number, WrittenCell>,
  { encoding, asOf }: XmlStyle,
): Uint8Array {
  if (text === undefined) throw new TypeError('a record is to be put right, but its text is not at hand');
  const line = parseRecord(text);
  const edits = [...cells].map(([index, cell]) => editOf(text, line, index, cell.text, asOf));
  return editedBytes(text, edits, encoding);
}

function editOf(text: string, line: XmlElement, index: number, value: string, asOf: string | undefined): TextEdit {
  const field = UBL_COLUMNS[index]?.field;
  const price = child(ownPrice(childrenNamed(line, 'RequiredItemLocationQuantity'), asOf), 'Price');
  const amount = child(price, 'PriceAmount');
  if (field === 'price' && amount !== undefined) return textEdit(text, amount, value);
  if (field === 'currency' && amount !== undefined) return attributeEdit(text, amount, 'currencyID', value);
  const path = field === undefined ? undefined : SIMPLE[field];
  const element = path?.reduce<XmlElement | undefined>((parent, name) => child(parent, name), line);
  if (element === undefined) throw new RangeError(`a value of column ${index} is to be put right, but has no element`);
  return textEdit(text, element, value);
}

/** Fields that stand in one element, by its path below the line. */
const SIMPLE: Readonly<Record<string, readonly string[]>> = {
  itemNumber: ['Item', 'SellersItemIdentification', 'ID'],
  gtin: ['Item', 'StandardItemIdentification', 'ID'],
  name: ['Item', 'Name'],
  manufacturerItemNumber: ['Item', 'ManufacturersItemIdentification', 'ID'],
  unit: ['OrderableUnit'],
};

function textEdit(text: string, element: XmlElement, value: string): TextEdit {
  const { inside, behind, written } = element;
  // `<cbc:ID/>` has no inside.
  if (inside === behind) return { from: behind - 2, to: behind, by: `>${escapeText(value)}</${written}>` };
  return { from: inside, to: text.lastIndexOf('<', behind - 1), by: escapeText(value) };
}

function attributeEdit(text: string, element: XmlElement, name: string, value: string): TextEdit {
  const begin = text.lastIndexOf('<', element.inside - 1);
  const tag = text.slice(begin, element.inside);
  const found = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag);
  if (found === null) {
    const at = begin + 1 + element.written.length;
    return { from: at, to: at, by: ` ${name}="${escapeAttribute(value)}"` };
  }
  const to = begin + found.index + found[0].length - 1;
  return { from: to - (found[2] ?? '').length, to, by: escapeAttribute(value).replace(/'/g, '&#39;') };
}
