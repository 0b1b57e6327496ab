/** Articles of a BMEcat document: with some elements put right, and made anew. */
import { Buffer } from 'node:buffer';
import { decimal, divide, parseDecimal } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import { articleOf, type BmecatDocument } from '../readers/bmecat-article.ts';
import { BMECAT_EXTRAS, bmecatColumns, KEYWORD_JOINT } from '../readers/bmecat-columns.ts';
import { blockReader } from '../readers/file-blocks.ts';
import { decodeXml, encodeXml } from '../readers/xml-encoding.ts';
import type { XmlNode } from '../readers/xml-node.ts';
import { child } from '../readers/xml-tree.ts';
import type { RecordWriter } from './record-writer.ts';
import { elementText, type WrittenElement } from './xml-element.ts';
import {
  type ElementOrder,
  editedBytes,
  type RecordText,
  recordText,
  type TextEdit,
  withElement,
  withText,
} from './xml-patch.ts';

/** The order the format wants, under the names up to edition 1.2. */
const ORDER: ElementOrder = {
  ARTICLE: [
    'SUPPLIER_AID',
    'ARTICLE_DETAILS',
    'ARTICLE_FEATURES',
    'ARTICLE_ORDER_DETAILS',
    'ARTICLE_PRICE_DETAILS',
    'MIME_INFO',
    'USER_DEFINED_EXTENSIONS',
    'ARTICLE_REFERENCE',
    'ARTICLE_LOGISTIC_DETAILS',
  ],
  ARTICLE_DETAILS: [
    'DESCRIPTION_SHORT',
    'DESCRIPTION_LONG',
    'EAN',
    'INTERNATIONAL_PID',
    'SUPPLIER_ALT_AID',
    'BUYER_AID',
    'MANUFACTURER_AID',
    'MANUFACTURER_NAME',
    'MANUFACTURER_TYPE_DESCR',
    'ERP_GROUP_BUYER',
    'ERP_GROUP_SUPPLIER',
    'DELIVERY_TIME',
    'SPECIAL_TREATMENT_CLASS',
    'KEYWORD',
    'REMARKS',
    'SEGMENT',
    'ARTICLE_ORDER',
    'ARTICLE_STATUS',
  ],
  ARTICLE_ORDER_DETAILS: [
    'ORDER_UNIT',
    'CONTENT_UNIT',
    'NO_CU_PER_OU',
    'PRICE_QUANTITY',
    'QUANTITY_MIN',
    'QUANTITY_MAX',
    'QUANTITY_INTERVAL',
  ],
  ARTICLE_PRICE_DETAILS: ['DATETIME', 'VALID_START_DATE', 'VALID_END_DATE', 'DAILY_PRICE', 'ARTICLE_PRICE'],
  ARTICLE_PRICE: ['PRICE_AMOUNT', 'PRICE_CURRENCY', 'TAX', 'PRICE_FACTOR', 'LOWER_BOUND', 'TERRITORY'],
};

/** Since the edition of 2005, articles are products. */
const asProduct = (name: string): string => name.replaceAll('ARTICLE', 'PRODUCT').replace(/_AID$/, '_PID');
const PRODUCT_ORDER: ElementOrder = Object.fromEntries(
  Object.entries(ORDER).map(([name, children]) => [asProduct(name), children.map(asProduct)]),
);

/** @param path the file as sent */
export function bmecatRecords(document: BmecatDocument, path: string): RecordWriter {
  const { encoding, indent } = document;
  const columns = bmecatColumns(document.name);
  const bytesAt = blockReader(path);
  const between = encodeXml(indent, encoding);
  return {
    corrected(record, cells) {
      let bytes = bytesAt(record.start ?? 0, record.end ?? 0);
      for (const [index, { text }] of cells) {
        const field = columns[index]?.field;
        if (field === undefined) continue;
        for (const edit of fieldEdits(field, text, document)) {
          const from = recordText(decodeXml(bytes, encoding), 'BMEcat');
          const made = edit(from);
          if (made !== undefined) bytes = editedBytes(bytes, from.text, made, encoding);
        }
      }
      return bytes;
    },
    written: (cells) =>
      Buffer.concat([encodeXml(elementText(writtenArticle(cells, document), indent), encoding), between]),
    behindLast: between,
  };
}

/** Elements that hold one field and nothing else, by their path in the article. */
const PLACES: { readonly [F in Field]?: readonly string[] } = {
  itemNumber: ['SUPPLIER_AID'],
  unit: ['ARTICLE_ORDER_DETAILS', 'ORDER_UNIT'],
  packUnit: ['ARTICLE_ORDER_DETAILS', 'CONTENT_UNIT'],
  packQuantity: ['ARTICLE_ORDER_DETAILS', 'NO_CU_PER_OU'],
  priceBaseQuantity: ['ARTICLE_ORDER_DETAILS', 'PRICE_QUANTITY'],
  minOrderQuantity: ['ARTICLE_ORDER_DETAILS', 'QUANTITY_MIN'],
  orderInterval: ['ARTICLE_ORDER_DETAILS', 'QUANTITY_INTERVAL'],
  leadTime: ['ARTICLE_DETAILS', 'DELIVERY_TIME'],
};

/** Each is made on the record as the one before left it. */
type RecordEdit = (record: RecordText) => TextEdit | undefined;

function fieldEdits(field: Field, text: string, document: BmecatDocument): readonly RecordEdit[] {
  const isProduct = document.name === 'PRODUCT';
  const order = isProduct ? PRODUCT_ORDER : ORDER;
  const priced =
    (name: string): RecordEdit =>
    (record) =>
      priceEdit(record, name, text, document, order);
  if (field === 'currency') return [priced('PRICE_CURRENCY')];
  // With a factor of 1 the amount is what is to be paid.
  if (field === 'price') return [priced('PRICE_AMOUNT'), withoutFactor(document)];
  const place = PLACES[field];
  if (place === undefined) throw new RangeError(`BMEcat: ${field} is never corrected`);
  const names = isProduct ? place.map(asProduct) : place;
  return [
    (record) => {
      const node = names.reduce<XmlNode | undefined>((parent, name) => child(parent, name), record.root);
      const path = names.map((name, at) => ({ name, ...(at === names.length - 1 ? { text } : {}) }));
      return node === undefined ? withElement(record, path, order) : withText(record, node, text);
    },
  ];
}

/** Of the price that was read. */
function priceEdit(
  record: RecordText,
  name: string,
  text: string,
  document: BmecatDocument,
  order: ElementOrder,
): TextEdit {
  const { customer } = articleOf(record.root, document).prices;
  if (customer === undefined) {
    const group = `${record.root.name}_PRICE`;
    const price = { name: group, attributes: { price_type: 'net_customer' }, children: [{ name, text }] };
    return withElement(record, [{ name: `${group}_DETAILS` }, price], order);
  }
  const node = child(customer, name);
  return node === undefined
    ? withElement({ ...record, root: customer }, [{ name, text }], order)
    : withText(record, node, text);
}

function withoutFactor(document: BmecatDocument): RecordEdit {
  return (record) => {
    const factor = child(articleOf(record.root, document).prices.customer, 'PRICE_FACTOR');
    return factor === undefined ? undefined : withText(record, factor, '1');
  };
}

/** An article that grows by paths; elements of one name and path stand in the order they came. */
interface Growing {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  text?: string;
  readonly children: Growing[];
}

const JOINT = '; ';

/** What an article is made by: how articles are called, and what stands in the header for all of them. */
export type ArticleForm = Pick<BmecatDocument, 'name' | 'header'>;

/** @param cells one per column of `bmecatColumns` */
export function writtenArticle(cells: readonly string[], document: ArticleForm): WrittenElement {
  const columns = bmecatColumns('ARTICLE');
  const cell = (field: Field): string => cells[columns.findIndex((column) => column.field === field)]?.trim() ?? '';
  const extra = (heading: string): readonly (readonly [string, string])[] =>
    pairsOf(cells[columns.findIndex((column) => column.heading === heading)] ?? '');
  const root: Growing = { name: 'ARTICLE', attributes: modeOf(cells, columns), children: [] };
  const put = (path: string, text: string, attributes?: Readonly<Record<string, string>>): void => {
    if (text !== '' || attributes !== undefined) leafAt(root, path, attributes).text = text;
  };
  const since2005 = document.name === 'PRODUCT';

  put('SUPPLIER_AID', cell('itemNumber'));
  put('ARTICLE_DETAILS/DESCRIPTION_SHORT', cell('name'));
  put('ARTICLE_DETAILS/DESCRIPTION_LONG', cell('description'));
  for (const name of ['DESCRIPTION_SHORT', 'DESCRIPTION_LONG', 'KEYWORD']) {
    for (const [lang, text] of extra(`ARTICLE_DETAILS/${name}/@lang`)) put(`ARTICLE_DETAILS/${name}`, text, { lang });
  }
  if (since2005 && cell('gtin') !== '') put('ARTICLE_DETAILS/INTERNATIONAL_PID', cell('gtin'), { type: 'gtin' });
  else put('ARTICLE_DETAILS/EAN', cell('gtin'));
  put('ARTICLE_DETAILS/MANUFACTURER_AID', cell('manufacturerItemNumber'));
  put('ARTICLE_DETAILS/MANUFACTURER_NAME', cell('manufacturer'));
  put('ARTICLE_DETAILS/ERP_GROUP_SUPPLIER', cell('productGroup'));
  put('ARTICLE_DETAILS/DELIVERY_TIME', cell('leadTime'));
  for (const word of cell('keywords').split(KEYWORD_JOINT)) put('ARTICLE_DETAILS/KEYWORD', word);
  put('ARTICLE_DETAILS/REMARKS', cell('lineNote'));
  putStatus(cell('status'), extra('ARTICLE_DETAILS/ARTICLE_STATUS/@type'), put, since2005 ? 'product' : 'article');
  putFeatures(root, cell('unspsc'), extra);
  put('ARTICLE_ORDER_DETAILS/ORDER_UNIT', cell('unit'));
  put('ARTICLE_ORDER_DETAILS/CONTENT_UNIT', cell('packUnit'));
  put('ARTICLE_ORDER_DETAILS/NO_CU_PER_OU', cell('packQuantity'));
  put('ARTICLE_ORDER_DETAILS/PRICE_QUANTITY', cell('priceBaseQuantity'));
  put('ARTICLE_ORDER_DETAILS/QUANTITY_MIN', cell('minOrderQuantity'));
  put('ARTICLE_ORDER_DETAILS/QUANTITY_MAX', cell('maxOrderQuantity'));
  put('ARTICLE_ORDER_DETAILS/QUANTITY_INTERVAL', cell('orderInterval'));
  putPrices(root, cell, extra, document);
  putMimes(root, cell, extra('MIME_INFO/MIME'));
  for (const [type, item] of [['followup', cell('replacedBy')] as const, ...extra('ARTICLE_REFERENCE')]) {
    if (item === '') continue;
    const target = { name: since2005 ? 'PROD_ID_TO' : 'ART_ID_TO', text: item, children: [] };
    root.children.push({ name: 'ARTICLE_REFERENCE', attributes: { type }, children: [target] });
  }
  put('ARTICLE_LOGISTIC_DETAILS/CUSTOMS_TARIFF_NUMBER/CUSTOMS_NUMBER', cell('customsCode'));
  put('ARTICLE_LOGISTIC_DETAILS/COUNTRY_OF_ORIGIN', cell('countryOfOrigin'));
  for (const [path, text] of extra(BMECAT_EXTRAS.others)) put(path.replaceAll('PRODUCT', 'ARTICLE'), text);
  return finished(root, since2005);
}

type Put = (path: string, text: string, attributes?: Readonly<Record<string, string>>) => void;
type Cell = (field: Field) => string;
type Extra = (heading: string) => readonly (readonly [string, string])[];

function modeOf(cells: readonly string[], columns: ReturnType<typeof bmecatColumns>): Readonly<Record<string, string>> {
  const mode = cells[columns.findIndex(({ heading }) => heading === '@mode')] ?? '';
  return mode === '' ? {} : { mode };
}

const STATUS_TYPES: Readonly<Record<string, string>> = { discontinued: 'old', new: 'new', active: 'core' };

function putStatus(status: string, typed: ReturnType<Extra>, put: Put, kind: 'article' | 'product'): void {
  for (const [type, text] of typed) put('ARTICLE_DETAILS/ARTICLE_STATUS', text || type, { type });
  const type = STATUS_TYPES[status];
  if (type !== undefined) put('ARTICLE_DETAILS/ARTICLE_STATUS', '', { type: `${type}_${kind}` });
}

function putFeatures(root: Growing, unspsc: string, extra: Extra): void {
  const groups = extra('ARTICLE_FEATURES/REFERENCE_FEATURE_GROUP_ID');
  const features = extra('ARTICLE_FEATURES/FEATURE').map(
    ([name, value]): Growing => ({
      name: 'FEATURE',
      children: [leaf('FNAME', name), ...value.split(' / ').map((one) => leaf('FVALUE', one))],
    }),
  );
  const all = [...(unspsc === '' ? [] : [['UNSPSC', unspsc] as const]), ...groups];
  for (const [system, group] of all) {
    root.children.push({
      name: 'ARTICLE_FEATURES',
      children: [leaf('REFERENCE_FEATURE_SYSTEM_NAME', system), leaf('REFERENCE_FEATURE_GROUP_ID', group)],
    });
  }
  if (features.length > 0) root.children.push({ name: 'ARTICLE_FEATURES', children: features });
}

function leaf(name: string, text: string): Growing {
  return { name, text, children: [] };
}

const HUNDRED = decimal('100');

function putPrices(root: Growing, cell: Cell, extra: Extra, { header, name }: ArticleForm): void {
  const group: Growing = { name: 'ARTICLE_PRICE_DETAILS', children: [] };
  const day = (field: 'validFrom' | 'validTo', type: string, ofHeader: string): void => {
    const text = cell(field);
    if (text === '' || text === ofHeader) return;
    group.children.push(
      name === 'PRODUCT'
        ? leaf(type.toUpperCase(), text)
        : { name: 'DATETIME', attributes: { type }, children: [leaf('DATE', text)] },
    );
  };
  day('validFrom', 'valid_start_date', header.period.from);
  day('validTo', 'valid_end_date', header.period.to);
  const rate = parseDecimal(cell('vatRate'));
  const price = (type: string, amount: string, bound = '', currency = cell('currency')): void => {
    if (amount === '') return;
    const parts = [leaf('PRICE_AMOUNT', amount)];
    if (currency !== '') parts.push(leaf('PRICE_CURRENCY', currency));
    if (rate !== undefined) parts.push(leaf('TAX', divide(rate, HUNDRED, 6)));
    if (bound !== '') parts.push(leaf('LOWER_BOUND', bound));
    group.children.push({ name: 'ARTICLE_PRICE', attributes: { price_type: type }, children: parts });
  };
  price('net_customer', cell('price'), extra(BMECAT_EXTRAS.bound)[0]?.[1]);
  for (const [bound, amount] of extra(BMECAT_EXTRAS.tiers)) price('net_customer', amount, bound);
  price('net_list', cell('listPrice'));
  price('gros_list', cell('grossPriceInclVat'));
  for (const [type, amount] of extra(BMECAT_EXTRAS.prices)) {
    const [, kind = type, bound = ''] = /^(.*?) \((.*)\)$/.exec(type) ?? [];
    const [value = '', currency = ''] = amount.split(' ');
    price(kind, value, bound, currency);
  }
  if (group.children.length > 0) root.children.push(group);
}

function putMimes(root: Growing, cell: Cell, others: ReturnType<Extra>): void {
  const mime = (source: string, type: string, purpose: string): readonly Growing[] => {
    if (source === '') return [];
    const parts = [leaf('MIME_TYPE', type), leaf('MIME_SOURCE', source), leaf('MIME_PURPOSE', purpose)];
    return [{ name: 'MIME', children: parts.filter(({ text }) => text !== '') }];
  };
  const children = [
    ...mime(cell('imageUrl'), 'image/jpeg', 'normal'),
    ...mime(cell('productUrl'), 'url', 'others'),
    ...mime(cell('sds'), 'application/pdf', 'safety_data_sheet'),
    ...others.flatMap(([kind, source]) => (kind.includes('/') ? mime(source, kind, '') : mime(source, '', kind))),
  ];
  if (children.length > 0) root.children.push({ name: 'MIME_INFO', children });
}

/** `Farge=blå; Lengde=12` as pairs; a text without a name stands alone. */
function pairsOf(text: string): readonly (readonly [string, string])[] {
  if (text.trim() === '') return [];
  const pairs: [string, string][] = [];
  for (const part of text.split(JOINT)) {
    const at = part.indexOf('=');
    const last = pairs.at(-1);
    if (at >= 0 || last === undefined) pairs.push([part.slice(0, Math.max(at, 0)), part.slice(at + 1)]);
    // What stood between was no end of a pair after all.
    else last[1] += JOINT + part;
  }
  return pairs;
}

/** A new element at the path; those above it are taken where they are. */
function leafAt(root: Growing, path: string, attributes?: Readonly<Record<string, string>>): Growing {
  const steps = path.split('/');
  const name = steps.pop() ?? '';
  let parent = root;
  for (const step of steps) {
    let next = parent.children.find((child) => child.name === step);
    if (next === undefined) {
      next = { name: step, children: [] };
      parent.children.push(next);
    }
    parent = next;
  }
  const node: Growing = { name, ...(attributes === undefined ? {} : { attributes }), children: [] };
  parent.children.push(node);
  return node;
}

/** Children in the order the format wants, under the names of the edition. */
function finished(node: Growing, since2005: boolean): WrittenElement {
  const order = ORDER[node.name] ?? [];
  const rank = ({ name }: Growing): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const { name, attributes, text } = node;
  return {
    name: since2005 ? asProduct(name) : name,
    ...(attributes === undefined ? {} : { attributes }),
    ...(text === undefined ? {} : { text }),
    children: node.children.toSorted((a, b) => rank(a) - rank(b)).map((child) => finished(child, since2005)),
  };
}
