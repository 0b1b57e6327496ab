/** The columns of the example's catalogues, and how rows are written as CSV and as a workbook. */
import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';

/**
 * Cells hold canonical text (`12.5`, `2026-01-31`), written as numbers and dates are in each format. Anything else is
 * written as it stands. A whole number cell where a text belongs is asked for with {@link typedAsNumber}.
 * @typedef {'text' | 'money' | 'decimal' | 'date'} ColumnKind
 * @typedef {Readonly<Record<string, string>>} Line values by column key
 */

/** @type {readonly { readonly key: string, readonly heading: string, readonly kind: ColumnKind, readonly width: number }[]} */
export const COLUMNS = [
  { key: 'itemNumber', heading: 'Varenr', kind: 'text', width: 10 },
  { key: 'name', heading: 'Varenavn', kind: 'text', width: 48 },
  { key: 'description', heading: 'Beskrivelse', kind: 'text', width: 50 },
  { key: 'gtin', heading: 'GTIN', kind: 'text', width: 15 },
  { key: 'brand', heading: 'Merke', kind: 'text', width: 12 },
  { key: 'manufacturer', heading: 'Produsent', kind: 'text', width: 22 },
  { key: 'manufacturerItemNumber', heading: 'Produsentens varenr', kind: 'text', width: 14 },
  { key: 'unspsc', heading: 'UNSPSC', kind: 'text', width: 10 },
  { key: 'unit', heading: 'Enhet', kind: 'text', width: 8 },
  { key: 'packQuantity', heading: 'Antall i pakning', kind: 'decimal', width: 10 },
  { key: 'packUnit', heading: 'Pakningsenhet', kind: 'text', width: 10 },
  { key: 'price', heading: 'Pris eks. mva (NOK)', kind: 'money', width: 12 },
  { key: 'currency', heading: 'Valuta', kind: 'text', width: 7 },
  { key: 'ecoLabel', heading: 'Miljømerke', kind: 'text', width: 16 },
  { key: 'ecoLicence', heading: 'Lisensnummer', kind: 'text', width: 16 },
  { key: 'leadTime', heading: 'Leveringstid (dager)', kind: 'decimal', width: 8 },
  { key: 'validFrom', heading: 'Gyldig fra', kind: 'date', width: 11 },
  { key: 'validTo', heading: 'Gyldig til', kind: 'date', width: 11 },
  { key: 'minOrderQuantity', heading: 'Minste bestilling', kind: 'decimal', width: 8 },
  { key: 'countryOfOrigin', heading: 'Opprinnelsesland', kind: 'text', width: 8 },
  { key: 'imageUrl', heading: 'Bilde', kind: 'text', width: 30 },
  { key: 'status', heading: 'Status', kind: 'text', width: 8 },
  { key: 'replacedBy', heading: 'Erstattet av', kind: 'text', width: 10 },
  { key: 'productGroup', heading: 'Varegruppe', kind: 'text', width: 18 },
  { key: 'keywords', heading: 'Søkeord', kind: 'text', width: 30 },
  { key: 'lineNote', heading: 'Merknad', kind: 'text', width: 20 },
  { key: 'shelf', heading: 'Hylleplass', kind: 'text', width: 9 },
  { key: 'priceTiers', heading: 'Staffelpriser', kind: 'text', width: 20 },
  { key: 'maxOrderQuantity', heading: 'Største bestilling', kind: 'decimal', width: 8 },
  { key: 'orderInterval', heading: 'Bestillingsintervall', kind: 'decimal', width: 8 },
  { key: 'vatRate', heading: 'Mva-sats', kind: 'decimal', width: 8 },
  { key: 'sds', heading: 'Sikkerhetsdatablad', kind: 'text', width: 30 },
  { key: 'vatCategory', heading: 'Mva-kategori', kind: 'text', width: 8 },
  { key: 'priceValidFrom', heading: 'Pris gyldig fra', kind: 'date', width: 11 },
  { key: 'priceValidTo', heading: 'Pris gyldig til', kind: 'date', width: 11 },
  { key: 'lastChanged', heading: 'Sist endret', kind: 'date', width: 11 },
];

/** Column letter by key, as a spreadsheet shows it. */
export const LETTERS = Object.fromEntries(COLUMNS.map(({ key }, index) => [key, letter(index)]));

/** @param {number} index from 0 */
function letter(index) {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : String.fromCharCode(64 + Math.floor(index / 26)) + last;
}

const AS_NUMBER = '\u0000';

/** A workbook cell typed as a number although the column holds texts. @param {string} digits */
export const typedAsNumber = (digits) => AS_NUMBER + digits;

const AS_TYPED = '\u0001';

/** A cell of the CSV file whose quotes are wrong: it is written as it stands. @param {string} text */
export const typedInCsv = (text) => AS_TYPED + text;

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @param {ColumnKind} kind @param {string} value */
function csvText(kind, value) {
  if (value.startsWith(AS_NUMBER)) throw new Error('CSV has no number cells');
  if (kind === 'money' && DECIMAL.test(value)) return kroner(value);
  if (kind === 'decimal' && DECIMAL.test(value)) return value.replace('.', ',');
  if (kind === 'date') return value.replace(DATE, '$3.$2.$1');
  return value;
}

/** Two decimals, decimal comma, a hard space between thousands. @param {string} amount */
function kroner(amount) {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0')},${fraction.padEnd(2, '0')}`;
}

/** @param {string} text */
function quoted(text) {
  if (text.startsWith(AS_TYPED)) return text.slice(AS_TYPED.length);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * UTF-8 with BOM, `;` and CRLF: what a Norwegian Excel saves.
 * @param {readonly (readonly string[])[]} rows
 */
export function csv(rows) {
  return `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('')}`;
}

/**
 * @param {readonly string[]} titles one row each, above the headings
 * @param {readonly Line[]} lines
 * @param {ReadonlyMap<Line, readonly string[]>} [surplus] cells too many, by line
 * @param {readonly (typeof COLUMNS)[number][]} [columns] those that are written
 * @returns the text, and the line of the file where each catalogue line begins
 */
export function catalogueCsv(titles, lines, surplus = new Map(), columns = COLUMNS) {
  const blank = columns.slice(1).map(() => '');
  const rows = [
    ...titles.map((title) => [title, ...blank]),
    columns.map(({ heading }) => heading),
    ...lines.map((line) => [
      ...columns.map(({ key, kind }) => csvText(kind, line[key] ?? '')),
      ...(surplus.get(line) ?? []),
    ]),
  ];
  /** @type {Map<Line, number>} */
  const rowOf = new Map();
  let row = titles.length + 2;
  for (const line of lines) {
    rowOf.set(line, row);
    row += 1 + Object.values(line).join('').split('\n').length - 1;
  }
  return { text: csv(rows), rowOf };
}

/**
 * @param {readonly string[]} titles
 * @param {readonly Line[]} lines
 * @param {Date} day when the document says it was made
 * @returns the workbook's bytes, the same ones every time, and each line's row
 */
export async function catalogueXlsx(titles, lines, day) {
  const book = new ExcelJS.Workbook();
  book.creator = 'Skarvtind Forsyning AS';
  book.created = day;
  book.modified = day;
  const sheet = book.addWorksheet('Varekatalog', { views: [{ state: 'frozen', ySplit: titles.length + 1 }] });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  for (const title of titles) sheet.addRow([title]).font = { bold: true };
  sheet.addRow(COLUMNS.map(({ heading }) => heading)).font = { bold: true };
  /** @type {Map<Line, number>} */
  const rowOf = new Map();
  for (const line of lines) {
    const row = sheet.addRow([]);
    rowOf.set(line, row.number);
    for (const [index, { key, kind }] of COLUMNS.entries()) fill(row.getCell(index + 1), kind, line[key] ?? '');
  }
  return { bytes: sameBytes(new Uint8Array(await book.xlsx.writeBuffer())), rowOf };
}

/** @param {ExcelJS.Cell} cell @param {ColumnKind} kind @param {string} value */
function fill(cell, kind, value) {
  if (value === '') return;
  if (value.startsWith(AS_NUMBER)) {
    cell.value = Number(value.slice(AS_NUMBER.length));
    cell.numFmt = '0';
  } else if ((kind === 'money' || kind === 'decimal') && DECIMAL.test(value)) {
    cell.value = Number(value);
    if (kind === 'money') cell.numFmt = '#,##0.00';
  } else if (kind === 'date' && DATE.test(value)) {
    cell.value = new Date(`${value}T00:00:00Z`);
    cell.numFmt = 'dd.mm.yyyy';
  } else {
    cell.value = value;
  }
}

/** The packing program stamps the hour on every part; a fixed one makes equal content equal bytes. @param {Uint8Array} bytes */
function sameBytes(bytes) {
  return zipSync(unzipSync(bytes), { level: 9, mtime: new Date(2026, 10, 12) });
}
