/** Which element of a BMEcat article is which field, and how the rest of it travels along. */

import { decimal, multiply, parseDecimal } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import {
  type ArticleName,
  amountOf,
  type BmecatArticle,
  currencyOf,
  pointed,
  textOf,
  tierOf,
} from './bmecat-article.ts';
import { languageCode } from './bmecat-header.ts';
import type { GivenColumn } from './reader.ts';
import { tell, tellAll, untold, type XmlNode } from './xml-node.ts';
import { attributeOf, child, childrenNamed } from './xml-tree.ts';

interface BmecatColumn {
  /** Up to edition 1.2, and since that of 2005 where it differs; within the article. */
  readonly path: string;
  readonly since2005?: string;
  readonly field?: Field;
  readonly cell: (article: BmecatArticle) => string;
}

const detail =
  (name: string, ...others: readonly string[]) =>
  (article: BmecatArticle): string =>
    tell(child(article.details, name, ...others));
const ordering =
  (name: string) =>
  (article: BmecatArticle): string =>
    pointed(tell(child(article.order, name)));
const logistic =
  (name: string) =>
  (article: BmecatArticle): string =>
    tell(child(article.logistics, name));

const JOINT = '; ';
/** As in every other format. */
export const KEYWORD_JOINT = ', ';
const joined = (parts: readonly string[], joint = JOINT): string => parts.filter((part) => part !== '').join(joint);

const inLanguage =
  (name: string) =>
  (article: BmecatArticle): string =>
    joined(textOf(article.details, name, article.header).own.map(tell), KEYWORD_JOINT);
const inOthers =
  (name: string) =>
  (article: BmecatArticle): string =>
    joined(
      textOf(article.details, name, article.header).others.map(
        (node) => `${languageCode(attributeOf(node, 'lang'))}=${tell(node)}`,
      ),
    );

/** Columns that hold several elements at once, as `Name=Value; Name=Value`. */
export const BMECAT_EXTRAS = {
  bound: 'ARTICLE_PRICE[net_customer]/LOWER_BOUND',
  tiers: 'ARTICLE_PRICE[net_customer] (LOWER_BOUND=PRICE_AMOUNT)',
  prices: 'ARTICLE_PRICE (@price_type=PRICE_AMOUNT)',
  others: '(other elements)',
} as const;

const COLUMNS: readonly BmecatColumn[] = [
  {
    path: 'SUPPLIER_AID',
    since2005: 'SUPPLIER_PID',
    field: 'itemNumber',
    cell: ({ node }) => tell(child(node, 'SUPPLIER_AID', 'SUPPLIER_PID')),
  },
  { path: 'ARTICLE_DETAILS/DESCRIPTION_SHORT', field: 'name', cell: firstInLanguage('DESCRIPTION_SHORT') },
  { path: 'ARTICLE_DETAILS/DESCRIPTION_LONG', field: 'description', cell: firstInLanguage('DESCRIPTION_LONG') },
  {
    path: 'ARTICLE_DETAILS/EAN',
    since2005: 'PRODUCT_DETAILS/INTERNATIONAL_PID[@type=gtin]',
    field: 'gtin',
    cell: ({ details }) => tell(gtinElement(details)),
  },
  { path: 'ARTICLE_DETAILS/MANUFACTURER_NAME', field: 'manufacturer', cell: detail('MANUFACTURER_NAME') },
  {
    path: 'ARTICLE_DETAILS/MANUFACTURER_AID',
    since2005: 'PRODUCT_DETAILS/MANUFACTURER_PID',
    field: 'manufacturerItemNumber',
    cell: detail('MANUFACTURER_AID', 'MANUFACTURER_PID'),
  },
  {
    path: 'ARTICLE_FEATURES/REFERENCE_FEATURE_GROUP_ID[UNSPSC]',
    field: 'unspsc',
    cell: ({ features }) => tell(child(features.find(isUnspsc), 'REFERENCE_FEATURE_GROUP_ID')),
  },
  { path: 'ARTICLE_ORDER_DETAILS/ORDER_UNIT', field: 'unit', cell: ({ order }) => tell(child(order, 'ORDER_UNIT')) },
  { path: 'ARTICLE_ORDER_DETAILS/NO_CU_PER_OU', field: 'packQuantity', cell: ordering('NO_CU_PER_OU') },
  {
    path: 'ARTICLE_ORDER_DETAILS/CONTENT_UNIT',
    field: 'packUnit',
    cell: ({ order }) => tell(child(order, 'CONTENT_UNIT')),
  },
  { path: 'ARTICLE_PRICE[net_customer]/PRICE_AMOUNT', field: 'price', cell: ({ prices }) => amountOf(prices.customer) },
  {
    path: 'ARTICLE_PRICE/PRICE_CURRENCY',
    field: 'currency',
    cell: currencyCell,
  },
  { path: 'ARTICLE_PRICE[net_list]/PRICE_AMOUNT', field: 'listPrice', cell: ({ prices }) => amountOf(prices.list) },
  {
    path: 'ARTICLE_PRICE[gros_list]/PRICE_AMOUNT',
    field: 'grossPriceInclVat',
    cell: ({ prices }) => amountOf(prices.gross),
  },
  { path: 'ARTICLE_ORDER_DETAILS/PRICE_QUANTITY', field: 'priceBaseQuantity', cell: ordering('PRICE_QUANTITY') },
  { path: 'ARTICLE_PRICE/TAX', field: 'vatRate', cell: taxCell },
  {
    path: 'ARTICLE_PRICE_DETAILS/DATETIME[valid_start_date]',
    since2005: 'PRODUCT_PRICE_DETAILS/VALID_START_DATE',
    field: 'validFrom',
    cell: ({ prices, header }) => prices.period.from || header.period.from,
  },
  {
    path: 'ARTICLE_PRICE_DETAILS/DATETIME[valid_end_date]',
    since2005: 'PRODUCT_PRICE_DETAILS/VALID_END_DATE',
    field: 'validTo',
    cell: ({ prices, header }) => prices.period.to || header.period.to,
  },
  { path: BMECAT_EXTRAS.bound, cell: ({ prices }) => lowestBound(prices.customer) },
  {
    path: BMECAT_EXTRAS.tiers,
    field: 'priceTiers',
    cell: ({ prices }) => joined(prices.tiers.map(tierOf)),
  },
  {
    path: BMECAT_EXTRAS.prices,
    cell: ({ prices, header }) => otherPrices(prices.others, header),
  },
  { path: 'ARTICLE_ORDER_DETAILS/QUANTITY_MIN', field: 'minOrderQuantity', cell: ordering('QUANTITY_MIN') },
  { path: 'ARTICLE_ORDER_DETAILS/QUANTITY_MAX', field: 'maxOrderQuantity', cell: ordering('QUANTITY_MAX') },
  { path: 'ARTICLE_ORDER_DETAILS/QUANTITY_INTERVAL', field: 'orderInterval', cell: ordering('QUANTITY_INTERVAL') },
  { path: 'ARTICLE_DETAILS/DELIVERY_TIME', field: 'leadTime', cell: detail('DELIVERY_TIME') },
  { path: 'ARTICLE_DETAILS/ARTICLE_STATUS', field: 'status', cell: statusOf },
  {
    path: 'ARTICLE_REFERENCE[followup]/ART_ID_TO',
    since2005: 'PRODUCT_REFERENCE[followup]/PROD_ID_TO',
    field: 'replacedBy',
    cell: ({ node }) => tell(referenceTarget(references(node).find(isFollowUp))),
  },
  { path: 'MIME_INFO/MIME[image]/MIME_SOURCE', field: 'imageUrl', cell: (article) => mimeAddress(article, isImage) },
  { path: 'MIME_INFO/MIME[url]/MIME_SOURCE', field: 'productUrl', cell: (article) => mimeAddress(article, isPage) },
  {
    path: 'MIME_INFO/MIME[safety_data_sheet]/MIME_SOURCE',
    field: 'sds',
    cell: (article) => mimeAddress(article, isSafetySheet),
  },
  { path: 'ARTICLE_DETAILS/KEYWORD', field: 'keywords', cell: inLanguage('KEYWORD') },
  { path: 'ARTICLE_DETAILS/ERP_GROUP_SUPPLIER', field: 'productGroup', cell: detail('ERP_GROUP_SUPPLIER') },
  { path: 'ARTICLE_DETAILS/REMARKS', field: 'lineNote', cell: firstInLanguage('REMARKS') },
  { path: 'ARTICLE_LOGISTIC_DETAILS/COUNTRY_OF_ORIGIN', field: 'countryOfOrigin', cell: logistic('COUNTRY_OF_ORIGIN') },
  {
    path: 'ARTICLE_LOGISTIC_DETAILS/CUSTOMS_TARIFF_NUMBER/CUSTOMS_NUMBER',
    field: 'customsCode',
    cell: ({ logistics }) => tell(child(child(logistics, 'CUSTOMS_TARIFF_NUMBER'), 'CUSTOMS_NUMBER')),
  },
  { path: 'HEADER/AGREEMENT/AGREEMENT_ID', field: 'agreementNumber', cell: ({ header }) => header.agreementNumber },
  { path: 'HEADER/SUPPLIER/SUPPLIER_ID', field: 'supplierId', cell: ({ header }) => header.supplierId },
  { path: 'HEADER/SUPPLIER/SUPPLIER_NAME', field: 'supplierName', cell: ({ header }) => header.supplierName },
  { path: '@mode', field: 'action', cell: ({ node }) => attributeOf(node, 'mode') },
  { path: 'ARTICLE_DETAILS/DESCRIPTION_SHORT/@lang', cell: inOthers('DESCRIPTION_SHORT') },
  { path: 'ARTICLE_DETAILS/DESCRIPTION_LONG/@lang', cell: inOthers('DESCRIPTION_LONG') },
  { path: 'ARTICLE_DETAILS/KEYWORD/@lang', cell: inOthers('KEYWORD') },
  {
    path: 'ARTICLE_DETAILS/ARTICLE_STATUS/@type',
    cell: ({ details }) => joined(statuses(details).filter(isOfAnotherKind).map(typed)),
  },
  {
    path: 'ARTICLE_FEATURES/REFERENCE_FEATURE_GROUP_ID',
    cell: ({ features }) => joined(features.filter((one) => !isUnspsc(one)).map(classification)),
  },
  {
    path: 'ARTICLE_FEATURES/FEATURE',
    cell: (article) => joined(article.features.flatMap((one) => featuresIn(one, article))),
  },
  {
    path: 'ARTICLE_REFERENCE',
    cell: ({ node }) =>
      joined(
        references(node)
          .filter((one) => referenceTarget(one)?.told !== true)
          .map((one) => `${attributeOf(one, 'type')}=${tell(referenceTarget(one))}`),
      ),
  },
  { path: 'MIME_INFO/MIME', cell: otherMimes },
  // Last: what none of the others has told.
  { path: BMECAT_EXTRAS.others, cell: ({ node }) => joined(untold(node)) },
];

/** The columns of a document whose articles are called so. */
export function bmecatColumns(name: ArticleName): readonly GivenColumn[] {
  return COLUMNS.map(
    ({ path, since2005, field }): GivenColumn => ({
      heading: name === 'ARTICLE' ? path : (since2005 ?? path.replaceAll('ARTICLE', 'PRODUCT')),
      ...(field === undefined ? {} : { field }),
      ...(path.startsWith('HEADER/') ? { shared: true } : {}),
    }),
  );
}

/** One text per column. */
export function bmecatCells(article: BmecatArticle): readonly string[] {
  return COLUMNS.map(({ cell }) => cell(article));
}

/** Names and descriptions stand once; a second of the same language travels with what is left. */
function firstInLanguage(name: string): (article: BmecatArticle) => string {
  return ({ details, header }) => tell(textOf(details, name, header).own[0]);
}

export function gtinElement(details: XmlNode | undefined): XmlNode | undefined {
  return (
    childrenNamed(details, 'INTERNATIONAL_PID').find((one) => /^(?:gtin|ean)/i.test(attributeOf(one, 'type'))) ??
    child(details, 'EAN')
  );
}

export function isUnspsc(features: XmlNode): boolean {
  return /unspsc/i.test(child(features, 'REFERENCE_FEATURE_SYSTEM_NAME')?.text ?? '');
}

function classification(features: XmlNode): string {
  const group =
    tell(child(features, 'REFERENCE_FEATURE_GROUP_ID')) || tell(child(features, 'REFERENCE_FEATURE_GROUP_NAME'));
  const system = tell(child(features, 'REFERENCE_FEATURE_SYSTEM_NAME'));
  return group === '' ? '' : `${system}=${group}`;
}

function featuresIn(parent: XmlNode, article: BmecatArticle): readonly string[] {
  // What stands above the features of an UNSPSC group is told; the rest of the group's name says nothing more.
  tell(child(parent, 'REFERENCE_FEATURE_SYSTEM_NAME'));
  return parent.children.flatMap((child) => {
    if (child.name === 'FEATURE_GROUP') return featuresIn(child, article);
    return child.name === 'FEATURE' ? [featureText(child, article)] : [];
  });
}

/** `Farge=blå`, `Spenning=110 / 220 V`. */
function featureText(feature: XmlNode, { header }: BmecatArticle): string {
  const name = textOf(feature, 'FNAME', header).own[0] ?? textOf(child(feature, 'FTEMPLATE'), 'FT_NAME', header).own[0];
  const values = [
    ...textOf(feature, 'FVALUE', header).own,
    ...childrenNamed(feature, 'VARIANTS').flatMap(variantValues),
  ];
  const texts = (values.length > 0 ? values : textOf(feature, 'FVALUE_DETAILS', header).own).map(tell);
  const unit = tell(child(feature, 'FUNIT'));
  tellAll(feature);
  return `${tell(name)}=${texts.join(' / ')}${unit === '' ? '' : ` ${unit}`}`;
}

function variantValues(variants: XmlNode): readonly XmlNode[] {
  return childrenNamed(variants, 'VARIANT').flatMap((variant) => childrenNamed(variant, 'FVALUE'));
}

export function taxElement(price: XmlNode | undefined): XmlNode | undefined {
  return child(price, 'TAX') ?? child(child(price, 'TAX_DETAILS'), 'TAX');
}

function allPrices({ customer, list, gross, tiers, others }: BmecatArticle['prices']): readonly XmlNode[] {
  return [customer, list, gross, ...tiers, ...others].filter((price) => price !== undefined);
}

/** The one currency of the line; where the list price has another, that travels with what is left. */
function currencyCell({ prices, header }: BmecatArticle): string {
  const all = allPrices(prices);
  const currency = currencyOf(all[0], header);
  for (const price of all) {
    const own = child(price, 'PRICE_CURRENCY');
    if (own?.text.trim() === currency) tell(own);
  }
  return currency;
}

function taxCell({ prices }: BmecatArticle): string {
  const all = allPrices(prices).flatMap((price) => taxElement(price) ?? []);
  const tax = tell(all[0]);
  for (const one of all) if (one.text.trim() === tax) tell(one);
  return percentOf(tax);
}

const ONE = decimal('1');
const HUNDRED = decimal('100');

/** The format wants a fraction (`0.25`); catalogues have percentages too. */
function percentOf(text: string): string {
  const tax = parseDecimal(pointed(text));
  if (tax === undefined || tax === ONE || !tax.startsWith('0.')) return pointed(text);
  return multiply(tax, HUNDRED);
}

/** A price that begins at more than one of the article. */
function lowestBound(price: XmlNode | undefined): string {
  const bound = pointed(tell(child(price, 'LOWER_BOUND')));
  return parseDecimal(bound) === ONE ? '' : bound;
}

function otherPrices(prices: readonly XmlNode[], header: BmecatArticle['header']): string {
  return joined(
    prices.map((price) => {
      const amount = amountOf(price);
      const bound = lowestBound(price);
      tell(child(price, 'PRICE_CURRENCY'));
      const from = bound === '' ? '' : ` (${bound})`;
      return amount === ''
        ? ''
        : `${attributeOf(price, 'price_type')}${from}=${amount} ${currencyOf(price, header)}`.trimEnd();
    }),
  );
}

function statuses(details: XmlNode | undefined): readonly XmlNode[] {
  return childrenNamed(details, 'ARTICLE_STATUS', 'PRODUCT_STATUS');
}

/** Of the types that the format knows, these say whether the article is sold; the words beside them are for people. */
const STATUS_BY_TYPE: ReadonlyMap<string, string> = new Map(
  ['article', 'product'].flatMap((kind) => [
    [`old_${kind}`, 'discontinued'] as const,
    [`new_${kind}`, 'new'] as const,
    [`core_${kind}`, 'active'] as const,
  ]),
);

function statusOf({ details }: BmecatArticle): string {
  const given = statuses(details).flatMap((one) => STATUS_BY_TYPE.get(attributeOf(one, 'type').toLowerCase()) ?? []);
  return ['discontinued', 'new', 'active'].find((status) => given.includes(status)) ?? '';
}

function isOfAnotherKind(status: XmlNode): boolean {
  const type = attributeOf(status, 'type').toLowerCase();
  return type !== '' && !STATUS_BY_TYPE.has(type);
}

function typed(node: XmlNode): string {
  return `${attributeOf(node, 'type')}=${tell(node)}`;
}

function references(node: XmlNode): readonly XmlNode[] {
  return childrenNamed(node, 'ARTICLE_REFERENCE', 'PRODUCT_REFERENCE');
}

function isFollowUp(reference: XmlNode): boolean {
  return attributeOf(reference, 'type').toLowerCase() === 'followup';
}

function referenceTarget(reference: XmlNode | undefined): XmlNode | undefined {
  return child(reference, 'ART_ID_TO', 'PROD_ID_TO');
}

function mimes({ node }: BmecatArticle): readonly XmlNode[] {
  return childrenNamed(child(node, 'MIME_INFO'), 'MIME');
}

const mimeType = (mime: XmlNode): string => child(mime, 'MIME_TYPE')?.text.trim().toLowerCase() ?? '';
const mimePurpose = (mime: XmlNode): string => child(mime, 'MIME_PURPOSE')?.text.trim().toLowerCase() ?? '';

const isImage = (mime: XmlNode): boolean => mimeType(mime).startsWith('image/') && mimePurpose(mime) !== 'logo';
const isPage = (mime: XmlNode): boolean => mimeType(mime) === 'url';
const isSafetySheet = (mime: XmlNode): boolean => mimePurpose(mime) === 'safety_data_sheet';

function mimeAddress(article: BmecatArticle, isWanted: (mime: XmlNode) => boolean): string {
  const mime = mimes(article).find(isWanted);
  if (mime === undefined) return '';
  const source = tell(child(mime, 'MIME_SOURCE'));
  tellAll(mime);
  return withRoot(source, article.header.mimeRoot);
}

/** File names stand for files in the catalogue's folder of pictures. */
function withRoot(source: string, root: string): string {
  if (source === '' || root === '' || /^[a-z][a-z+.-]*:/i.test(source)) return source;
  let end = root.length;
  while (root[end - 1] === '/') end--;
  return `${root.slice(0, end)}/${source.replace(/^\/+/, '')}`;
}

function otherMimes(article: BmecatArticle): string {
  return joined(
    mimes(article)
      .filter((mime) => child(mime, 'MIME_SOURCE')?.told !== true)
      .map((mime) => {
        const text = `${mimePurpose(mime) || mimeType(mime)}=${tell(child(mime, 'MIME_SOURCE'))}`;
        tellAll(mime);
        return text;
      }),
  );
}
