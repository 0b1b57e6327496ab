/** A whole catalogue, or changes to one, as BMEcat 2005. */
import { type DocumentHeader, headerValue, type Party, registeredId } from '../catalogue/document-header.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Text } from '../catalogue/text.ts';
import { workingDays } from '../code-lists/lead-time.ts';
import { canonicalText } from '../mapping/map-rows.ts';
import { bmecatColumns } from '../readers/bmecat-columns.ts';
import { type BmecatHeader, NO_HEADER } from '../readers/bmecat-header.ts';
import { CARRIED_STATUSES } from '../readers/carried-fields.ts';
import { type ArticleForm, writtenArticle } from './bmecat.ts';
import {
  type CatalogueContent,
  newLeftOutNotes,
  newRefusedLines,
  requireHeader,
  unreadVital,
  type WrittenCatalogue,
  withPack,
} from './catalogue-content.ts';
import { noteUntold } from './left-out.ts';
import { NotInFormat } from './not-in-format.ts';
import { elementText, type WrittenElement } from './xml-element.ts';

const TITLE = 'BMEcat 2005';
const NAMESPACE = 'http://www.bmecat.org/bmecat/2005';
const COLUMNS = bmecatColumns('PRODUCT');
/** Headings are those of either edition. */
const OLDER_HEADINGS = bmecatColumns('ARTICLE').map(({ heading }) => heading);
const FIELDS: ReadonlySet<Field> = new Set(COLUMNS.flatMap(({ field }) => field ?? []));
const EXTRAS: ReadonlySet<string> = new Set([
  ...COLUMNS.flatMap(({ field, heading }) => (field === undefined ? [heading] : [])),
  ...OLDER_HEADINGS,
]);
const INDENT = '\n    ';

/**
 * @returns what was written, at the end
 * @throws NotInFormat that names what the header lacks, or the lines that cannot be written
 */
export async function* bmecatParts(content: CatalogueContent): AsyncGenerator<string, WrittenCatalogue> {
  const { header, kind } = content;
  const isChanges = kind === 'changes';
  requireBmecatHeader(header, kind);
  const transaction = isChanges ? 'T_UPDATE_PRODUCTS' : 'T_NEW_CATALOG';
  const attributes = isChanges ? { prev_version: header.updates ?? '' } : {};
  const [begin = '', end = ''] = elementText({ name: transaction, attributes, text: '|' }, '').split('|');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<BMECAT version="2005" xmlns="${NAMESPACE}">\n  ${elementText(headerElement(content), '\n  ')}\n  ${begin}`;
  const leftOut = newLeftOutNotes();
  const refused = newRefusedLines();
  const form: ArticleForm = { name: 'PRODUCT', header: readHeader(header) };
  let lines = 0;
  for await (const batch of content.lines()) {
    let text = '';
    for (const line of batch) {
      const whole = withPack(line);
      noteUntold(line, isTold(whole, header), EXTRAS, leftOut);
      for (const why of [...unreadVital(whole), ...lacksOf(whole, header)]) refused.note(line, why);
      text += INDENT + elementText(writtenArticle(cellsOf(whole), form), INDENT);
    }
    lines += batch.length;
    yield text;
  }
  refused.end(TITLE);
  yield `\n  ${end}\n</BMECAT>\n`;
  return { lines, leftOut: leftOut.all() };
}

/** @throws NotInFormat that names what the header lacks, or says that its version is none */
export function requireBmecatHeader(header: DocumentHeader, kind: CatalogueContent['kind']): void {
  requireHeader(missingIn(header, kind === 'changes'), TITLE);
  versionOf(header);
}

/** Two numbers with a point between, by the specification: `7` is `7.0`. */
function versionOf({ version = '' }: DocumentHeader): string {
  if (/^\d{1,3}\.\d{1,3}$/.test(version)) return version;
  if (/^0*\d{1,3}$/.test(version)) return `${Number(version)}.0`;
  throw new NotInFormat({
    nb: `Versjonen i BMEcat er to tall med punktum mellom, slik som 7.0, og «${version}» er ikke det. Oppgi en annen med --header version=…`,
    en: `The version in BMEcat is two numbers with a point between, such as 7.0, and "${version}" is not. Give another with --header version=…`,
  });
}

function missingIn(header: DocumentHeader, isChanges: boolean): readonly string[] {
  const { agreementNumber, supplier = {}, buyer = {} } = header;
  const must = ['id', 'version', 'issued', 'supplier.name', 'buyer.name'];
  return [
    ...must.filter((key) => headerValue(header, key) === ''),
    ...(registeredId(supplier) === undefined ? ['supplier.organisationNumber'] : []),
    ...(registeredId(buyer) === undefined ? ['buyer.organisationNumber'] : []),
    // An agreement that is named has an end.
    ...(agreementNumber === undefined || header.validTo !== undefined ? [] : ['validTo']),
    ...(isChanges && header.updates === undefined ? ['updates'] : []),
  ];
}

const LACKS = {
  itemNumber: { nb: 'uten varenummer', en: 'without an item number' },
  name: { nb: 'uten navn', en: 'without a name' },
  unit: { nb: 'uten enhet', en: 'without a unit' },
  price: { nb: 'uten pris', en: 'without a price' },
  currency: { nb: 'uten valuta', en: 'without a currency' },
} as const satisfies { readonly [F in Field]?: Text };

/** A line that goes is told by its number. */
function lacksOf(line: CatalogueLine, header: DocumentHeader): readonly Text[] {
  const must =
    line.action === 'delete' ? (['itemNumber'] as const) : (['itemNumber', 'name', 'unit', 'price'] as const);
  const isWithoutCurrency = line.price !== undefined && (line.currency ?? header.currency) === undefined;
  return [
    ...must.flatMap((field) => (line[field] === undefined ? [LACKS[field]] : [])),
    ...(isWithoutCurrency ? [LACKS.currency] : []),
  ];
}

/** What our own reader makes of the header that is written. */
function readHeader({ agreementNumber, supplier = {}, ...header }: DocumentHeader): BmecatHeader {
  return {
    ...NO_HEADER,
    agreementNumber: agreementNumber ?? '',
    supplierId: registeredId(supplier)?.id ?? '',
    supplierName: supplier.name ?? '',
    period: { from: header.validFrom ?? '', to: header.validTo ?? '' },
  };
}

const LANGUAGES = { nb: 'nob', en: 'eng' } as const;

function headerElement({ header, language }: CatalogueContent): WrittenElement {
  const { supplier = {}, buyer = {} } = header;
  return group('HEADER', [
    leaf('GENERATOR_INFO', 'katalogvakt'),
    group('CATALOG', [
      leaf('LANGUAGE', LANGUAGES[language], { default: 'true' }),
      leaf('CATALOG_ID', header.id),
      leaf('CATALOG_VERSION', versionOf(header)),
      leaf('CATALOG_NAME', header.name),
      leaf('GENERATION_DATE', header.issued),
      leaf('CURRENCY', header.currency),
      leaf('VALID_START_DATE', header.validFrom),
      leaf('VALID_END_DATE', header.validTo),
    ]),
    reference('BUYER_IDREF', buyer),
    group('AGREEMENT', agreementParts(header)),
    reference('SUPPLIER_IDREF', supplier),
    group('PARTIES', [partyElement('buyer', buyer), partyElement('supplier', supplier)]),
  ]);
}

function agreementParts({ agreementNumber, validFrom, validTo }: DocumentHeader): readonly WrittenElement[] {
  if (agreementNumber === undefined) return [];
  const days = [leaf('AGREEMENT_START_DATE', validFrom), leaf('AGREEMENT_END_DATE', validTo)];
  return [leaf('AGREEMENT_ID', agreementNumber), ...days.filter(({ text }) => text !== '')];
}

/** GLN has a type of its own; Norwegian organisation numbers have none, and are then told as the party's. */
const typeOf = ({ organisationNumber }: Party, role: string): string =>
  organisationNumber === undefined ? 'iln' : `${role}_specific`;

function reference(name: string, party: Party): WrittenElement {
  const role = name === 'BUYER_IDREF' ? 'buyer' : 'supplier';
  return leaf(name, registeredId(party)?.id, { type: typeOf(party, role) });
}

function partyElement(role: 'buyer' | 'supplier', party: Party): WrittenElement {
  return group('PARTY', [
    leaf('PARTY_ID', registeredId(party)?.id, { type: typeOf(party, role) }),
    leaf('PARTY_ROLE', role),
    group('ADDRESS', [leaf('NAME', party.name)]),
  ]);
}

function leaf(name: string, text: string | undefined, attributes: Readonly<Record<string, string>> = {}) {
  return { name, text: text ?? '', attributes };
}

/** Without what is empty. */
function group(name: string, children: readonly WrittenElement[]): WrittenElement {
  return { name, children: children.filter(({ text = '', children: inner = [] }) => text !== '' || inner.length > 0) };
}

function isTold(line: CatalogueLine, header: DocumentHeader): (field: Field, text: string) => boolean {
  const { price, listPrice, grossPriceInclVat, status = 'active' } = line;
  const isPriced = (price ?? listPrice ?? grossPriceInclVat) !== undefined;
  const read = readHeader(header);
  return (field, text) => {
    switch (field) {
      case 'agreementNumber':
      case 'supplierId':
      case 'supplierName':
        return read[field] === text;
      case 'status':
        return CARRIED_STATUSES.bmecat?.includes(status) === true;
      case 'currency':
      case 'vatRate':
        return isPriced;
      case 'priceTiers':
        return price !== undefined && /^[\d.]+=[\d.]+(?:; [\d.]+=[\d.]+)*$/.test(text);
      case 'leadTime':
        return workingDays(text) !== undefined;
      default:
        return FIELDS.has(field);
    }
  };
}

function cellsOf(line: CatalogueLine): readonly string[] {
  return COLUMNS.map(({ field, heading }, at) => {
    if (field === undefined) return line.extra?.[heading] ?? line.extra?.[OLDER_HEADINGS[at] ?? ''] ?? '';
    if (field === 'leadTime') return workingDays(line.leadTime ?? '') ?? '';
    if (field === 'action') return MODES[line.action ?? ''] ?? '';
    return line.unreadable?.[field] === undefined ? canonicalText(line, field) : '';
  });
}

const MODES: Readonly<Record<string, string>> = { add: 'new', update: 'update', delete: 'delete' };
