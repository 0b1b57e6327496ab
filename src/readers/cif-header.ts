/** What stands above the data of a CIF file: `NAME: value`, one to a line. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { splitRecord } from './csv-split.ts';
import type { CsvDialect, Position } from './reader.ts';
import { decodeBytes, markBytes } from './text-code.ts';

export interface CifHeader {
  /** By name in capitals. */
  readonly values: ReadonlyMap<string, string>;
  readonly fieldNames: readonly string[];
  /** Where the records begin. */
  readonly data: Position;
  /** The digits of the count, which is put right when lines are left out. */
  readonly itemCount?: { readonly start: number; readonly end: number; readonly count: number };
}

/** The fields of a file that names none, as CIF 3.0 has them. */
const USUAL_FIELDS = [
  'Supplier ID',
  'Supplier Part ID',
  'Manufacturer Part ID',
  'Item Description',
  'SPSC Code',
  'Unit Price',
  'Unit of Measure',
  'Lead Time',
  'Manufacturer Name',
  'Supplier URL',
  'Manufacturer URL',
  'Market Price',
];

/** No header is nearly as long. */
const MAX_HEADER_BYTES = 1 << 20;

/** @throws UnusableFile `cutOff` where no data begins */
export function readCifHeader(path: string, { encoding, bom }: CsvDialect): CifHeader {
  const bytes = firstBytes(path);
  const values = new Map<string, string>();
  let fieldNames: readonly string[] = USUAL_FIELDS;
  let itemCount: CifHeader['itemCount'];
  let offset = markBytes({ bom, encoding });
  for (let row = 1; offset < bytes.length; row++) {
    const end = endOfLine(bytes, offset);
    const text = decodeBytes(bytes, offset, end, encoding);
    const line = text.trim();
    if (/^DATA$/i.test(line)) {
      const data = { offset: end, row: row + 1 };
      return { values, fieldNames, data, ...(itemCount === undefined ? {} : { itemCount }) };
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toUpperCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'FIELDNAMES') {
      const cells = splitRecord(value, ',');
      if (typeof cells !== 'string') fieldNames = cells.map((cell) => cell.trim());
    } else if (name === 'ITEMCOUNT' && /^\d{1,9}$/.test(value)) {
      const start = offset + text.lastIndexOf(value);
      itemCount = { start, end: start + value.length, count: Number(value) };
    }
    if (name !== '') values.set(name, value);
    offset = end;
  }
  throw new UnusableFile('cutOff', { detail: 'CIF: DATA' });
}

/** Behind the line end. */
function endOfLine(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(0x0a, from);
  return at < 0 ? bytes.length : at + 1;
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(MAX_HEADER_BYTES, fstatSync(file).size));
    return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(file);
  }
}
