/**
 * BMEcat 1.01, 1.2 and 2005: new catalogues, and updates of products or prices. One article is in memory at a time.
 * @see the specifications of BMEcat 1.2 and 2005, eBusiness Standardization Committee
 */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { damaged } from '../catalogue/damage.ts';
import { type DocumentHeader, headerFrom } from '../catalogue/document-header.ts';
import { allowed, allowedBytes, beyond, type Limits } from '../catalogue/limits.ts';
import { type ArticleName, articleOf, type BmecatDocument, isArticleName } from './bmecat-article.ts';
import { bmecatCells, bmecatColumns } from './bmecat-columns.ts';
import { type BmecatHeader, NO_HEADER, readBmecatHeader } from './bmecat-header.ts';
import { blockReader } from './file-blocks.ts';
import { type FileAction, issuedOn, type RawRow, type ReadOptions, type RowFile, type Source } from './reader.ts';
import { type XmlHandlers, type XmlTextParser, xmlTextParser } from './xml.ts';
import { decodedChunks, decodeXml, findXmlEncoding, type XmlEncoding } from './xml-encoding.ts';
import { encodingRemarks, withRow } from './xml-faults.ts';
import { parseElement, treeBuilder, type XmlNode } from './xml-node.ts';
import { newXmlWindow } from './xml-window.ts';

/** No article is nearly as long; one that is longer is made to exhaust the reader. */
const ARTICLE_MIB = 16;
const WHAT = 'BMEcat';

/** What stands before the first article: it is read once more with every pass, but known from the start. */
export async function openBmecat(source: Source, { asOf, encoding: said, limits }: ReadOptions): Promise<RowFile> {
  const { path } = source;
  const encoding = await findXmlEncoding(path, said);
  let first: Article | undefined;
  for await (const articles of readArticles(path, encoding, () => [], limits)) {
    first = articles[0];
    if (first !== undefined) break;
  }
  if (first === undefined) throw new UnusableFile('noLines');
  const { name, header, action, indent } = first;
  const document: BmecatDocument = { name, header, encoding, indent, ...(asOf === undefined ? {} : { asOf }) };
  const bytesAt = blockReader(path);
  const text = (start: number, end: number): string => decodeXml(bytesAt(start, end), encoding);
  return {
    format: 'bmecat',
    columns: bmecatColumns(name),
    ...(action === undefined ? {} : { action }),
    ...issuedOn(header.issued),
    document: documentOf(header),
    bmecat: document,
    rows: () => rowsOf(path, document, limits),
    remarks: () => encodingRemarks(encoding),
    records: {
      text,
      at: (row, start, end) => rowOf(parseElement(text(start, end), WHAT, limits), { row, start, end }, document),
    },
  };
}

function documentOf({
  id,
  version,
  agreementNumber,
  supplierId,
  supplierName,
  period,
  ...header
}: BmecatHeader): DocumentHeader {
  const values: readonly (readonly [string, string])[] = [
    ['id', id],
    ['version', version],
    ['agreementNumber', agreementNumber],
    ['currency', header.currency],
    ['validFrom', dayOf(period.from)],
    ['validTo', dayOf(period.to)],
    ['supplier.name', supplierName],
    [/^\d{13}$/.test(supplierId) ? 'supplier.gln' : 'supplier.organisationNumber', registered(supplierId)],
  ];
  return headerFrom(values.filter(([, value]) => value !== ''));
}

/** Without the time of day that may stand behind it. */
function dayOf(text: string): string {
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? '';
}

/** Most numbers of suppliers are the buyer's own. */
function registered(id: string): string {
  return /^(?:\d{9}|\d{13})$/.test(id) ? id : '';
}

async function* rowsOf(
  path: string,
  document: BmecatDocument,
  limits: Limits | undefined,
): AsyncGenerator<readonly RawRow[], void> {
  const cellsOf = (node: XmlNode): readonly string[] => bmecatCells(articleOf(node, document));
  for await (const articles of readArticles(path, document.encoding, cellsOf, limits)) {
    yield articles.map(({ cells, place }) => ({ ...place, cells }));
  }
}

interface Place {
  readonly row: number;
  readonly start: number;
  end: number;
}

function rowOf(node: XmlNode, place: Place, document: BmecatDocument): RawRow {
  return { ...place, cells: bmecatCells(articleOf(node, document)) };
}

interface Article {
  readonly name: ArticleName;
  readonly cells: readonly string[];
  /** Its bytes reach to the next one, where only blanks stand between. */
  readonly place: Place;
  readonly header: BmecatHeader;
  readonly action: FileAction | undefined;
  /** What stands before it: a line end and blanks, mostly. */
  readonly indent: string;
}

const ACTIONS: Readonly<Record<string, FileAction>> = { T_UPDATE_PRODUCTS: 'update', T_UPDATE_PRICES: 'updatePrices' };

/**
 * The articles of a chunk at a time.
 * @throws UnusableFile when the document is no BMEcat, not well-formed, or cut off
 */
async function* readArticles(
  path: string,
  encoding: XmlEncoding,
  cellsOf: (node: XmlNode) => readonly string[],
  limits: Limits | undefined,
): AsyncGenerator<readonly Article[], void> {
  const window = newXmlWindow(encoding);
  let articles: Article[] = [];
  /** Waits for the next one, or the end. */
  let last: Article | undefined;
  let header = NO_HEADER;
  let action: FileAction | undefined;
  let tree: XmlHandlers | undefined;
  let begins: Place = { row: 1, start: 0, end: 0 };
  let blanks = '';
  const begin = (): void => {
    const behind = parser.position();
    const start = window.tagBefore(behind);
    const tag = start < 0 ? undefined : window.text(start, behind);
    if (tag === undefined) throw damaged('tag', WHAT);
    begins = { row: parser.line() - (tag.match(/\n/g)?.length ?? 0), start: window.offset(start), end: 0 };
    if (last !== undefined && blanks !== '') last.place.end = begins.start;
    if (last !== undefined) articles.push(last);
    last = undefined;
    tree = treeBuilder(closed, parser.position, { limits });
  };
  const closed = (node: XmlNode): void => {
    tree = undefined;
    if (!isArticleName(node.name)) {
      header = readBmecatHeader(node);
      return;
    }
    const place = { ...begins, end: window.offset(parser.position()) };
    refuseTooLong(place.end - place.start, place.row, limits);
    // The tree goes at once: many of them at a time would cost more than reading them.
    last = { name: node.name, cells: cellsOf(node), place, header, action, indent: before };
  };
  /** The blanks before the article that is read. */
  let before = '';
  const parser: XmlTextParser = xmlTextParser(
    {
      open(name, attributes, written) {
        const depth = parser.depth();
        if (depth === 1 && name !== 'BMECAT') throw new UnusableFile('notACatalogue', { detail: 'XML' });
        if (depth === 2) action = ACTIONS[name];
        if (tree === undefined && (depth === 2 ? name === 'HEADER' : depth === 3 && isArticleName(name))) {
          before = blanks;
          begin();
        }
        blanks = '';
        tree?.open(name, attributes, written);
      },
      close(name) {
        blanks = '';
        tree?.close(name);
      },
      text(text) {
        blanks = text.trim() === '' ? text : '';
        tree?.text(text);
      },
    },
    WHAT,
    limits,
  );
  let bytes = 0;
  try {
    for await (const chunk of decodedChunks(path, encoding)) {
      window.add(chunk);
      parser.write(chunk.text);
      bytes += chunk.bytes;
      if (tree !== undefined) refuseTooLong(bytes - begins.start, begins.row, limits);
      if (articles.length === 0) continue;
      yield articles;
      articles = [];
    }
    if (parser.depth() > 0) throw new UnusableFile('cutOff');
    parser.end();
  } catch (error) {
    throw withRow(error, parser);
  }
  if (last !== undefined) yield [last];
}

function refuseTooLong(bytes: number, row: number, limits: Limits | undefined): void {
  if (bytes <= allowedBytes(limits, 'record', ARTICLE_MIB)) return;
  throw beyond('record', allowed(limits, 'record', ARTICLE_MIB), { row });
}
