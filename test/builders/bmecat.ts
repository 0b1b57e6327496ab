/** BMEcat documents as a supplier's system writes them; none of the project's own code. */

export interface BuiltArticle {
  readonly itemNumber?: string;
  readonly name?: string;
  readonly description?: string;
  readonly gtin?: string;
  readonly manufacturer?: string;
  readonly unspsc?: string;
  readonly unit?: string;
  readonly packUnit?: string;
  readonly packQuantity?: string;
  readonly priceBaseQuantity?: string;
  readonly minOrderQuantity?: string;
  readonly price?: string;
  readonly listPrice?: string;
  readonly currency?: string;
  readonly leadTime?: string;
  /** Elements put behind the details, as they are. */
  readonly more?: string;
}

export interface BuiltDocument {
  readonly edition?: '1.2' | '2005';
  readonly transaction?: string;
  readonly header?: string;
  readonly doctype?: string;
  readonly encoding?: string;
}

export const xmlText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${xmlText(text)}</${name}>`;

const within = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`);

export function builtArticle(article: BuiltArticle, edition: '1.2' | '2005' = '1.2'): string {
  const [kind, id] = edition === '1.2' ? ['ARTICLE', 'AID'] : ['PRODUCT', 'PID'];
  const price = (type: string, amount: string | undefined): string =>
    amount === undefined
      ? ''
      : `<${kind}_PRICE price_type="${type}">${element('PRICE_AMOUNT', amount)}${element('PRICE_CURRENCY', article.currency)}</${kind}_PRICE>`;
  const gtin = edition === '1.2' ? 'EAN' : 'INTERNATIONAL_PID type="gtin"';
  return within(
    kind,
    [
      element(`SUPPLIER_${id}`, article.itemNumber),
      within(
        `${kind}_DETAILS`,
        element('DESCRIPTION_SHORT', article.name) +
          element('DESCRIPTION_LONG', article.description) +
          (article.gtin === undefined ? '' : `<${gtin}>${article.gtin}</${gtin.split(' ')[0]}>`) +
          element('MANUFACTURER_NAME', article.manufacturer) +
          element('DELIVERY_TIME', article.leadTime),
      ),
      article.unspsc === undefined
        ? ''
        : `<${kind}_FEATURES><REFERENCE_FEATURE_SYSTEM_NAME>UNSPSC-11</REFERENCE_FEATURE_SYSTEM_NAME>${element('REFERENCE_FEATURE_GROUP_ID', article.unspsc)}</${kind}_FEATURES>`,
      within(
        `${kind}_ORDER_DETAILS`,
        element('ORDER_UNIT', article.unit) +
          element('CONTENT_UNIT', article.packUnit) +
          element('NO_CU_PER_OU', article.packQuantity) +
          element('PRICE_QUANTITY', article.priceBaseQuantity) +
          element('QUANTITY_MIN', article.minOrderQuantity),
      ),
      within(`${kind}_PRICE_DETAILS`, price('net_customer', article.price) + price('net_list', article.listPrice)),
      article.more ?? '',
    ]
      .filter((part) => part !== '')
      .join('\n      '),
  );
}

/** Two blanks for each level, each article on lines of its own. */
export function builtDocument(
  articles: readonly (BuiltArticle | string)[],
  { edition = '1.2', transaction = 'T_NEW_CATALOG', header = '', doctype = '', encoding = 'UTF-8' }: BuiltDocument = {},
): string {
  const lines = [
    `<?xml version="1.0" encoding="${encoding}"?>`,
    ...(doctype === '' ? [] : [doctype]),
    `<BMECAT version="${edition}" xmlns="http://www.bmecat.org/bmecat/${edition}">`,
    `  <HEADER>${header}</HEADER>`,
    `  <${transaction}>`,
    ...articles.map((one) => `    ${typeof one === 'string' ? one : builtArticle(one, edition)}`),
    `  </${transaction}>`,
    '</BMECAT>',
    '',
  ];
  return lines.join('\n');
}
