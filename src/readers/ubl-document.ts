/** A UBL catalogue, read line by line: the tree in memory is one line's, however long the document is. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { damaged } from '../catalogue/damage.ts';
import { allowed, allowedBytes, beyond, type Limits } from '../catalogue/limits.ts';
import type { Mutable } from '../catalogue/mutable.ts';
import type { DocumentCheck, FormProblem } from '../engine/document.ts';
import { blockReader } from './file-blocks.ts';
import { issuedOn, type RawRow, type ReadOptions, type RowFile, type Source, type XmlStyle } from './reader.ts';
import { cellsOf, UBL_COLUMNS } from './ubl-columns.ts';
import { headerRemarks, type UblHeader, ublHeader } from './ubl-header.ts';
import { type OlderCode, olderCodeRemarks, ublLine } from './ubl-line.ts';
import { type XmlTextParser, xmlTextParser } from './xml.ts';
import { decodedChunks, decodeXml, findXmlEncoding, type XmlEncoding } from './xml-encoding.ts';
import { encodingRemarks, withRow } from './xml-faults.ts';
import { addChild, newElement, type XmlElement } from './xml-tree.ts';
import { newXmlWindow } from './xml-window.ts';

const LINE = 'CatalogueLine';
/** A line with all its pictures. */
const RECORD_MIB = 64;
/** So many codes of former lists are told. */
const MOST_CODES = 20;
/** Files within the document are not looked into. */
const BINARY = 'EmbeddedDocumentBinaryObject';

/** What is found before the first line, and of the first two lines. */
interface Beginning {
  readonly header: UblHeader;
  readonly style: XmlStyle;
}

/** @throws UnusableFile `notACatalogue` for other documents, and when the beginning is damaged */
export async function openUbl(source: Source, options: ReadOptions): Promise<RowFile> {
  const { path } = source;
  const encoding = await findXmlEncoding(path, options.encoding);
  const { asOf, limits } = options;
  const { header, style } = await readBeginning(path, encoding, limits);
  const olderCodes = new Map<string, number>();
  // A document of an older generation has older codes throughout: that is told once.
  const noteAt = header.olderGeneration === undefined ? codeNoter(olderCodes) : () => NOT_TOLD;
  const bytesAt = blockReader(path);
  const recordText = (start: number, end: number): string => decodeXml(bytesAt(start, end), encoding);
  const rowOf = (line: XmlElement, row: number): Mutable<RawRow> => ({
    row,
    cells: cellsOf(ublLine(line, header, asOf, noteAt(row))),
  });
  let checked: CheckedParts | undefined;
  return {
    format: 'ubl',
    columns: UBL_COLUMNS,
    ...actionOf(header.actionCode),
    ...issuedOn(header.issued),
    document: header.document,
    xml: { ...style, ...(asOf === undefined ? {} : { asOf }) },
    rows: ({ check } = {}) => {
      if (check === undefined) return readRows(path, encoding, rowOf, { limits });
      checked = checkedParts(check);
      return readRows(path, encoding, rowOf, { limits, checked });
    },
    claims: { root: 'Catalogue', customization: header.customization, profile: header.profile },
    formProblems: () => checked?.problems ?? [],
    formOfRecord: (record) => checked?.line(parseRecord(record)) ?? [],
    formOfElement: (element) => checked?.line(element),
    remarks: () => [...headerRemarks(header), ...encodingRemarks(encoding), ...olderCodeRemarks(olderCodes)],
    records: {
      text: recordText,
      at(row, start, end) {
        const text = recordText(start, end);
        return { ...rowOf(parseRecord(text, limits), row), start, end, text };
      },
    },
  };
}

/** A document is checked part by part; what is wrong with a line is the line's. */
interface CheckedParts extends Pick<DocumentCheck, 'line'> {
  /** Of all other parts, added to while they are read. */
  readonly problems: readonly FormProblem[];
  header(root: XmlElement): void;
  behind(element: XmlElement): void;
  end(): void;
}

function checkedParts(check: DocumentCheck): CheckedParts {
  const problems: FormProblem[] = [];
  return {
    problems,
    line: (line) => check.line(line),
    header: (root) => void problems.push(...check.header(root)),
    behind: (element) => void problems.push(...check.behind(element)),
    end: () => void problems.push(...check.end()),
  };
}

/** All other codes, and none, mean that the lines replace what there was. */
function actionOf(code: string): Pick<RowFile, 'action'> {
  if (/^update$/i.test(code)) return { action: 'update' };
  return /^delete$/i.test(code) ? { action: 'delete' } : {};
}

const NOT_TOLD: OlderCode = () => {};

function codeNoter(rowByCode: Map<string, number>): (row: number) => OlderCode {
  let row = 0;
  const note: OlderCode = (code) => {
    if (!rowByCode.has(code) && rowByCode.size < MOST_CODES) rowByCode.set(code, row);
  };
  return (at) => {
    row = at;
    return note;
  };
}

/** A record by itself, as a tree. @param text one element, and blanks */
export function parseRecord(text: string, limits?: Limits): XmlElement {
  const builder = treeBuilder(limits);
  const parser = xmlTextParser(
    {
      open: (name, attributes, written) =>
        builder.open(newElement(name, written, attributes, parser.position(), parser.line())),
      close: () => builder.close(parser.position()),
      text: (piece) => builder.text(piece),
    },
    LINE,
    limits,
  );
  parser.write(text.trim());
  parser.end();
  const root = builder.take();
  if (root === undefined) throw damaged('root');
  return root;
}

interface TreeBuilder {
  /** The tree so far; the next one begins from nothing. */
  take(): XmlElement | undefined;
  open(element: XmlElement): void;
  /** @returns the element closed */
  close(position: number): XmlElement | undefined;
  text(piece: string): void;
}

/** Of the document's header, and of each line. */
function treeBuilder(limits: Limits | undefined): TreeBuilder {
  const most = allowed(limits, 'elements');
  const open: XmlElement[] = [];
  let elements = 0;
  let root: XmlElement | undefined;
  return {
    take() {
      const taken = root;
      root = undefined;
      open.length = 0;
      elements = 0;
      return taken;
    },
    open(element) {
      elements += 1;
      if (elements > most) throw beyond('elements', most);
      const parent = open[open.length - 1];
      if (parent === undefined) root = element;
      else addChild(parent, element);
      open.push(element);
    },
    close(position) {
      const element = open.pop();
      if (element !== undefined) element.behind = position;
      return element;
    },
    text(piece) {
      const element = open[open.length - 1];
      if (element === undefined) return;
      if (element.name === BINARY) noteFile(element, piece);
      else if (element.children.length === 0) element.text += piece;
      // What stands between the elements of an element is blanks.
      else if (element.aside === 'none' && !isBlank(piece)) element.aside = 'mixed';
    },
  };
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > SPACE) return false;
  return true;
}

const SPACE = 32;

function noteFile(element: XmlElement, piece: string): void {
  if (element.aside === 'notBase64' || isBlank(piece)) return;
  element.aside = /[^A-Za-z0-9+/=\s]/.test(piece) ? 'notBase64' : 'base64';
}

interface DocumentEvents {
  /** The first line begins, or the document ends without one. */
  header(root: XmlElement): void;
  /** Another child of the root, behind the first line; it is empty here. */
  behind?(element: XmlElement): void;
  /** @param row line of the file where it begins */
  line(line: XmlElement, row: number, start: number, end: number): void;
  /** Nothing but blanks stands between the last line and this position, where the next one begins. */
  blanks(text: string, end: number): void;
}

/** The events of one document; every chunk is awaited by `for`, so that the caller can hand on what came. */
async function* readDocument(
  path: string,
  encoding: XmlEncoding,
  events: DocumentEvents,
  limits: Limits | undefined,
): AsyncGenerator<void> {
  const window = newXmlWindow(encoding);
  // One for all lines: with one for each, dead lines keep each other from being collected soon.
  const builder = treeBuilder(limits);
  let start = -1;
  let startOffset = 0;
  let row = 0;
  /** Where the last line ended; -1 before the first. */
  let lineEnd = -1;
  const begin = (): void => {
    const behind = parser.position();
    start = window.tagBefore(behind);
    const tag = start < 0 ? undefined : window.text(start, behind);
    if (tag === undefined) throw damaged('tag', LINE);
    row = parser.line() - lineBreaks(tag);
    startOffset = window.offset(start);
    const before = builder.take();
    if (lineEnd < 0) {
      if (before !== undefined) events.header(before);
    } else {
      const between = window.text(lineEnd, start);
      if (between !== undefined && between.trim() === '') events.blanks(between, startOffset);
    }
  };
  const parser: XmlTextParser = xmlTextParser(
    {
      open(name, attributes, written) {
        const depth = parser.depth();
        if (depth === 1) requireCatalogue(name, Object.values(attributes));
        if (depth === 2 && name === LINE) begin();
        else if (depth > 1 && lineEnd >= 0 && start < 0) {
          // After the lines nothing follows that we know.
          if (depth === 2) events.behind?.(newElement(name, written, attributes, parser.position(), parser.line()));
          return;
        }
        builder.open(newElement(name, written, attributes, parser.position(), parser.line()));
      },
      close() {
        const depth = parser.depth();
        if (start < 0 && lineEnd >= 0) return;
        const element = builder.close(parser.position());
        if (depth !== 1 || start < 0 || element === undefined) return;
        const end = window.offset(parser.position());
        refuseTooLong(end - startOffset, limits);
        events.line(element, row, startOffset, end);
        start = -1;
        lineEnd = parser.position();
      },
      text(piece) {
        if (start >= 0 || lineEnd < 0) builder.text(piece);
      },
    },
    'XML',
    limits,
  );
  try {
    for await (const chunk of decodedChunks(path, encoding)) {
      window.add(chunk);
      parser.write(chunk.text);
      yield;
    }
    if (parser.depth() > 0) throw new UnusableFile('cutOff');
    parser.end();
    const header = lineEnd < 0 ? builder.take() : undefined;
    if (header !== undefined) events.header(header);
  } catch (error) {
    throw withRow(error, parser);
  }
}

function refuseTooLong(bytes: number, limits: Limits | undefined): void {
  if (bytes > allowedBytes(limits, 'record', RECORD_MIB)) throw beyond('record', allowed(limits, 'record', RECORD_MIB));
}

function lineBreaks(text: string): number {
  return text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

const UBL_NAMESPACE = 'urn:oasis:names:specification:ubl:';

/** Other documents of UBL are refused by name; see the rule `file/not-a-catalogue`. */
function requireCatalogue(name: string, attributes: readonly string[]): void {
  if (name === 'Catalogue') return;
  throw new UnusableFile('notACatalogue', { detail: isUbl(attributes) ? `UBL ${name}` : 'XML' });
}

function isUbl(attributes: readonly string[]): boolean {
  return attributes.some((value) => value.startsWith(UBL_NAMESPACE));
}

/** Reads on until it is known what stands between two lines. */
async function readBeginning(path: string, encoding: XmlEncoding, limits: Limits | undefined): Promise<Beginning> {
  let root: XmlElement | undefined;
  let first: XmlElement | undefined;
  let between: string | undefined;
  let lines = 0;
  const reading = readDocument(
    path,
    encoding,
    {
      header(element) {
        root = element;
      },
      line(line) {
        first ??= line;
        lines += 1;
      },
      blanks(text) {
        between ??= text;
      },
    },
    limits,
  );
  for await (const _ of reading) if (between !== undefined || lines > 1) break;
  if (root === undefined) throw damaged('root');
  if (first === undefined && !isUbl(Object.values(root.attributes))) {
    throw new UnusableFile('notACatalogue', { detail: 'XML' });
  }
  const header = ublHeader(root);
  if (first === undefined) throw new UnusableFile('noLines');
  return { header, style: styleOf(encoding, root, first, between ?? '\n') };
}

function styleOf(encoding: XmlEncoding, root: XmlElement, line: XmlElement, between: string): XmlStyle {
  const prefixes = new Map<string, string>();
  for (const [name, namespace] of Object.entries(root.attributes)) {
    if (name === 'xmlns') prefixes.set(namespace, '');
    else if (name.startsWith('xmlns:') && prefixes.get(namespace) === undefined) prefixes.set(namespace, name.slice(6));
  }
  return { encoding, record: line.written, prefixes, between };
}

/** About as many as a chunk holds. */
const BATCH_ROWS = 256;

async function* readRows(
  path: string,
  encoding: XmlEncoding,
  rowOf: (line: XmlElement, row: number) => Mutable<RawRow>,
  { limits, checked }: { readonly limits: Limits | undefined; readonly checked?: CheckedParts },
): AsyncGenerator<readonly RawRow[], void> {
  let batch: RawRow[] = [];
  /** The last line: its record reaches to the next one, where only blanks stand between. */
  let last: Mutable<RawRow> | undefined;
  const reading = readDocument(
    path,
    encoding,
    {
      header: (root) => checked?.header(root),
      behind: (element) => checked?.behind(element),
      line(line, row, start, end) {
        if (last !== undefined) batch.push(last);
        const form = checked?.line(line);
        last = rowOf(line, row);
        last.start = start;
        last.end = end;
        if (form !== undefined) last.form = form;
      },
      blanks(_, end) {
        if (last !== undefined) last.end = end;
      },
    },
    limits,
  );
  for await (const _ of reading) {
    if (batch.length < BATCH_ROWS) continue;
    const full = batch;
    batch = [];
    yield full;
  }
  checked?.end();
  if (last !== undefined) batch.push(last);
  if (batch.length > 0) yield batch;
}
