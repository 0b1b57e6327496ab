/**
 * Workbooks for tests, put together from XML by hand and never by our own writer, so that each oddity of the format can
 * be had on purpose.
 */
import { strToU8, zipSync } from 'fflate';

/** Content by name of the part. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/**
 * A cell: text becomes a shared string, a number a number, `null` is left out. `xml` is what stands within the cell;
 * `type` its attribute `t`; `format` its number format: a code, or the number of a built-in one.
 */
export type CellSpec =
  | string
  | number
  | boolean
  | null
  | { readonly xml: string; readonly type?: string; readonly format?: string | number };

export interface SheetSpec {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows?: readonly (readonly CellSpec[])[];
  /** What stands before `sheetData`. */
  readonly head?: string;
  /** What stands within `sheetData`, instead of rows. */
  readonly data?: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly date1904?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A zip archive of these parts, packed unless `stored`. */
export function workbook(parts: Parts, { stored = false } = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
    { mtime: '2026-01-01', level: stored ? 0 : 6 },
  );
}

/** A workbook as spreadsheet programs write it. */
export function sheetWorkbook(spec: WorkbookSpec): Uint8Array {
  return workbook(sheetParts(spec));
}

/** The parts of such a workbook, for tests that take one out or put another in. */
export function sheetParts({ sheets, date1904 = false }: WorkbookSpec): Record<string, string> {
  const strings: string[] = [];
  const formats: (string | number)[] = [0];
  const parts = Object.fromEntries(
    sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings, formats)]),
  );
  const elements = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  const worksheets = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/>` +
      `<sheets>${elements.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...worksheets,
      relation('rStrings', 'sharedStrings', 'sharedStrings.xml'),
      relation('rStyles', 'styles', 'styles.xml'),
    ),
    ...parts,
    'xl/sharedStrings.xml': sharedStrings(
      strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`),
    ),
    'xl/styles.xml': stylesXml(formats),
  };
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts with their types told, by which openpyxl finds them. */
export function withTypes(parts: Record<string, string>): Record<string, string> {
  const types = Object.keys(parts).flatMap((name) => {
    const type = name.startsWith('xl/worksheets/')
      ? 'worksheet'
      : { 'xl/workbook.xml': 'sheet.main', 'xl/styles.xml': 'styles', 'xl/sharedStrings.xml': 'sharedStrings' }[name];
    return type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/>`];
  });
  const content = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">';
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return { ...parts, '[Content_Types].xml': `${content}${rels}${types.join('')}</Types>` };
}

/** The shared strings part around `<si>` elements. */
export function sharedStrings(items: readonly string[]): string {
  return `${XML}<sst xmlns="${MAIN}">${items.join('')}</sst>`;
}

export function relations(...items: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

export function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function sheetXml(sheet: SheetSpec, strings: string[], formats: (string | number)[]): string {
  const row = (cells: readonly CellSpec[], index: number): string =>
    `<row r="${index + 1}">${cells.map((cell, at) => cellXml(cell, `${letters(at)}${index + 1}`, strings, formats)).join('')}</row>`;
  const data = sheet.data ?? (sheet.rows ?? []).map(row).join('');
  return `${XML}<worksheet xmlns="${MAIN}">${sheet.head ?? ''}<sheetData>${data}</sheetData></worksheet>`;
}

function cellXml(cell: CellSpec, reference: string, strings: string[], formats: (string | number)[]): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${indexIn(strings, cell)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const style = cell.format === undefined ? '' : ` s="${indexIn(formats, cell.format)}"`;
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
  return `<c r="${reference}"${style}${type}>${cell.xml}</c>`;
}

const FIRST_CUSTOM_FORMAT = 164;

function stylesXml(formats: readonly (string | number)[]): string {
  const id = (format: string | number, index: number): number =>
    typeof format === 'number' ? format : FIRST_CUSTOM_FORMAT + index;
  const custom = formats.map((format, index) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${id(format, index)}" formatCode="${escapeXml(format)}"/>`,
  );
  return (
    `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts>` +
    // The first list describes named styles and must not be taken for the second.
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs>${formats.map((format, index) => `<xf numFmtId="${id(format, index)}"/>`).join('')}</cellXfs></styleSheet>`
  );
}

function indexIn<T>(list: T[], item: T): number {
  const found = list.indexOf(item);
  return found >= 0 ? found : list.push(item) - 1;
}

/** `A` for 0. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
