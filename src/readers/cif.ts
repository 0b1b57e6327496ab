/**
 * Ariba's Catalog Interchange Format 3.0: header lines, then comma-separated records between `DATA` and `ENDOFDATA`.
 * @see SAP Ariba, Catalog Format Reference
 */
import { type FileRemark, UnusableFile } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { Limits } from '../catalogue/limits.ts';
import { type CifHeader, readCifHeader } from './cif-header.ts';
import { findDialect } from './csv-dialect.ts';
import { readPiece } from './csv-lines.ts';
import { recordAccess } from './csv-record-at.ts';
import {
  type CsvDialect,
  type GivenColumn,
  issuedOn,
  type RawRow,
  type Reader,
  type ReadOptions,
  type RowFile,
  type Source,
} from './reader.ts';
import { inspectText } from './text-encoding.ts';

export const cifReader: Reader = {
  format: 'cif',
  recognises: (head) => /^(?:ï»¿)?\s*CIF_I_V/i.test(Buffer.from(head.subarray(0, 64)).toString('latin1')),
  open: openCif,
};

async function openCif(source: Source, options: ReadOptions): Promise<RowFile> {
  const { path } = source;
  const { encoding: found, bom, nul } = await inspectText(path);
  const encoding = options.encoding ?? found;
  const { lineEnd } = await findDialect(path, { encoding, bom });
  const dialect: CsvDialect = { encoding, bom, delimiter: ',', lineEnd, ...(nul ? { nul } : {}) };
  const header = readCifHeader(path, dialect);
  const layout = layoutOf(header);
  const records = recordAccess(path, dialect);
  let read: number | undefined;
  async function* rows(): AsyncGenerator<readonly RawRow[], void> {
    read = undefined;
    let count = 0;
    for await (const batch of recordsOf(path, dialect, header, options.limits)) {
      count += batch.length;
      yield batch.map((record) => rowOf(record, layout));
    }
    read = count;
  }
  return {
    format: 'cif',
    columns: layout.columns,
    ...(/^I/i.test(header.values.get('LOADMODE') ?? '') ? { action: 'update' } : {}),
    ...issuedOn(header.values.get('TIMESTAMP') ?? ''),
    cif: {
      dialect,
      fields: header.fieldNames.length,
      ...(header.itemCount === undefined ? {} : { itemCount: header.itemCount }),
    },
    rows,
    records: {
      at: (row, start, end) => rowOf(records.at(row, start, end), layout),
      text: (start, end) => records.text(start, end),
    },
    remarks: () => remarksOn(header, read),
  };
}

/** @throws UnusableFile `cutOff` when the data have no end */
async function* recordsOf(
  path: string,
  dialect: CsvDialect,
  { data }: CifHeader,
  limits: Limits | undefined,
): AsyncGenerator<readonly RawRow[], void> {
  for await (const batch of readPiece(path, dialect, { ...data, until: Number.POSITIVE_INFINITY }, limits)) {
    const end = batch.findIndex(isEnd);
    const records = (end < 0 ? batch : batch.slice(0, end)).filter(({ cells }) =>
      cells.some((cell) => cell.trim() !== ''),
    );
    if (records.length > 0) yield records;
    if (end >= 0) return;
  }
  throw new UnusableFile('cutOff', { detail: 'CIF: ENDOFDATA' });
}

function isEnd({ cells }: RawRow): boolean {
  return /^ENDOFDATA$/i.test(cells[0]?.trim() ?? '') && cells.every((cell, at) => at === 0 || cell.trim() === '');
}

/** Fields by their names in CIF, in small letters; see also `layoutOf`. */
export const CIF_FIELDS: Readonly<Record<string, Field>> = {
  'short name': 'name',
  'item description': 'description',
  'spsc code': 'unspsc',
  unspsc: 'unspsc',
  'supplier id': 'supplierId',
  'supplier part id': 'itemNumber',
  'manufacturer part id': 'manufacturerItemNumber',
  'manufacturer name': 'manufacturer',
  'unit price': 'price',
  'unit of measure': 'unit',
  'lead time': 'leadTime',
  'supplier url': 'productUrl',
  'market price': 'listPrice',
  currency: 'currency',
  'effective date': 'validFrom',
  'expiration date': 'validTo',
  'minimum quantity': 'minOrderQuantity',
  'maximum quantity': 'maxOrderQuantity',
  'quantity interval': 'orderInterval',
  'price unit quantity': 'priceBaseQuantity',
  image: 'imageUrl',
  keywords: 'keywords',
  delete: 'action',
  gtin: 'gtin',
  ean: 'gtin',
  upc: 'gtin',
};

interface Layout {
  readonly columns: readonly GivenColumn[];
  /** Of the short name, and of the description it falls back to. */
  readonly shortName: number;
  readonly description: number;
  readonly currency: number;
  readonly delete: number;
  /** The header's, for lines that name none. */
  readonly usualCurrency: string;
  /** The header's, where lines have no field for it. */
  readonly sharedCurrency: boolean;
}

function layoutOf({ values, fieldNames }: CifHeader): Layout {
  const names = fieldNames.map((name) => name.toLowerCase());
  const shortName = names.indexOf('short name');
  const description = names.indexOf('item description');
  const currency = names.indexOf('currency');
  const usualCurrency = values.get('CURRENCY') ?? '';
  const isUnspsc = /^$|UNSPSC/i.test(values.get('CODEFORMAT') ?? '');
  // A number of another kind, mostly D-U-N-S, may look like one that we know the supplier by.
  const isOurs = /^$|GLN|EAN|0088|ORG|0192/i.test(values.get('SUPPLIERID_DOMAIN') ?? '');
  const taken = new Set<Field>();
  const fieldAt = (name: string, at: number): Field | undefined => {
    if (at === shortName) return 'name';
    if (at === description) return shortName < 0 ? 'name' : 'description';
    if (name === 'supplier id') return isOurs ? 'supplierId' : undefined;
    if (name === 'spsc code' || name === 'unspsc') return isUnspsc ? 'unspsc' : undefined;
    return CIF_FIELDS[name];
  };
  const columns = names.map((name, at): GivenColumn => {
    const heading = fieldNames[at] ?? '';
    const field = fieldAt(name, at);
    if (field === undefined || taken.has(field)) return { heading };
    taken.add(field);
    return { heading, field };
  });
  const sharedCurrency = currency < 0 && usualCurrency !== '';
  return {
    columns: sharedCurrency ? [...columns, { heading: 'CURRENCY', field: 'currency', shared: true }] : columns,
    shortName,
    description,
    currency,
    delete: names.indexOf('delete'),
    usualCurrency,
    sharedCurrency,
  };
}

/** Too few or too many cells stay so: that is for the rules to tell. */
function rowOf(record: RawRow, layout: Layout): RawRow {
  const cells = record.cells.map((cell) => cell.trim());
  const { shortName, description, currency, usualCurrency } = layout;
  if (shortName >= 0 && cells[shortName] === '') cells[shortName] = cells[description] ?? '';
  if (currency >= 0 && cells[currency] === '') cells[currency] = usualCurrency;
  // Lines that are not deleted are new, or put in the place of the one there was.
  if (layout.delete in cells)
    cells[layout.delete] = /^(?:t|true|y|yes|1)$/i.test(cells[layout.delete] ?? '') ? 'delete' : '';
  const fields = layout.columns.length - 1;
  if (layout.sharedCurrency && cells.length >= fields) cells.splice(fields, 0, usualCurrency);
  return { ...record, cells };
}

function remarksOn({ itemCount }: CifHeader, read: number | undefined): readonly FileRemark[] {
  if (itemCount === undefined || read === undefined || itemCount.count === read) return [];
  return [{ kind: 'lineCount', declared: itemCount.count, actual: read }];
}
