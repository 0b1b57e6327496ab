/** Catalogues as BMEcat with every element that a field comes from. */

import { builtDocument, xmlText } from './bmecat.ts';
import { AGREEMENT, type BuiltLine } from './built-lines.ts';

type Edition = '1.2' | '2005';

export function bmecatCatalogue(lines: readonly BuiltLine[], edition: Edition): string {
  return builtDocument(
    lines.map((line) => article(line, edition)),
    { edition, header: header(edition) },
  );
}

const element = (name: string, text: string | undefined, attributes = ''): string =>
  text === undefined ? '' : `<${name}${attributes}>${xmlText(text)}</${name}>`;
const within = (name: string, ...content: readonly string[]): string =>
  content.join('') === '' ? '' : `<${name}>${content.join('')}</${name}>`;

function header(edition: Edition): string {
  const { agreementNumber, supplierId, supplierName } = AGREEMENT;
  const agreement = within('AGREEMENT', element('AGREEMENT_ID', agreementNumber));
  const language = element('LANGUAGE', 'nob', ' default="true"');
  const catalog = within('CATALOG', language, element('CATALOG_ID', '1'), element('CURRENCY', 'NOK'));
  const supplier = within('SUPPLIER', element('SUPPLIER_ID', supplierId), element('SUPPLIER_NAME', supplierName));
  const party = within(
    'PARTY',
    element('PARTY_ID', supplierId, ' type="supplier_specific"'),
    element('PARTY_ROLE', 'supplier'),
    within('ADDRESS', element('NAME', supplierName)),
  );
  if (edition === '1.2') return catalog + agreement + supplier;
  return catalog + within('PARTIES', party) + element('SUPPLIER_IDREF', supplierId) + agreement;
}

const STATUS_TYPES: Readonly<Record<string, string>> = { active: 'core', discontinued: 'old', new: 'new' };

function article(line: BuiltLine, edition: Edition): string {
  const [kind, id] = edition === '1.2' ? (['ARTICLE', 'AID'] as const) : (['PRODUCT', 'PID'] as const);
  const status = STATUS_TYPES[line.status ?? ''];
  return within(
    kind,
    element(`SUPPLIER_${id}`, line.itemNumber),
    within(
      `${kind}_DETAILS`,
      element('DESCRIPTION_SHORT', line.name),
      element('DESCRIPTION_LONG', line.description),
      edition === '1.2' ? element('EAN', line.gtin) : element('INTERNATIONAL_PID', line.gtin, ' type="gtin"'),
      element(`MANUFACTURER_${id}`, line.manufacturerItemNumber),
      element('MANUFACTURER_NAME', line.manufacturer),
      element('ERP_GROUP_SUPPLIER', line.productGroup),
      element('DELIVERY_TIME', line.leadTime),
      element('REMARKS', line.lineNote),
      ...(line.keywords?.split(', ') ?? []).map((word) => element('KEYWORD', word)),
      status === undefined ? '' : element(`${kind}_STATUS`, 'Se typen', ` type="${status}_${kind.toLowerCase()}"`),
    ),
    within(
      `${kind}_FEATURES`,
      ...(line.unspsc === undefined
        ? []
        : [element('REFERENCE_FEATURE_SYSTEM_NAME', 'UNSPSC-11'), element('REFERENCE_FEATURE_GROUP_ID', line.unspsc)]),
    ),
    within(
      `${kind}_ORDER_DETAILS`,
      element('ORDER_UNIT', line.unit),
      element('CONTENT_UNIT', line.packUnit),
      element('NO_CU_PER_OU', line.packQuantity),
      element('PRICE_QUANTITY', line.priceBaseQuantity),
      element('QUANTITY_MIN', line.minOrderQuantity),
      element('QUANTITY_MAX', line.maxOrderQuantity),
      element('QUANTITY_INTERVAL', line.orderInterval),
    ),
    within(
      `${kind}_PRICE_DETAILS`,
      day('valid_start_date', line.validFrom, edition),
      day('valid_end_date', line.validTo, edition),
      price(kind, 'net_customer', line.price, line),
      price(kind, 'net_list', line.listPrice, line),
      price(kind, 'gros_list', line.grossPriceInclVat, line),
    ),
    within(
      'MIME_INFO',
      mime(line.imageUrl, 'image/jpeg', 'normal'),
      mime(line.productUrl, 'url', 'others'),
      mime(line.sds, 'application/pdf', 'safety_data_sheet'),
    ),
    line.replacedBy === undefined
      ? ''
      : `<${kind}_REFERENCE type="followup">${element(edition === '1.2' ? 'ART_ID_TO' : 'PROD_ID_TO', line.replacedBy)}</${kind}_REFERENCE>`,
    within(
      `${kind}_LOGISTIC_DETAILS`,
      within('CUSTOMS_TARIFF_NUMBER', element('CUSTOMS_NUMBER', line.customsCode)),
      element('COUNTRY_OF_ORIGIN', line.countryOfOrigin),
    ),
  );
}

function price(kind: string, type: string, amount: string | undefined, { currency, vatRate }: BuiltLine): string {
  if (amount === undefined) return '';
  // The format wants a fraction.
  const tax = vatRate?.replace(/^(\d+)\.?/, (_, whole: string) => `0.${whole.padStart(2, '0')}`);
  const content = [element('PRICE_AMOUNT', amount), element('PRICE_CURRENCY', currency), element('TAX', tax)];
  return `<${kind}_PRICE price_type="${type}">${content.join('')}</${kind}_PRICE>`;
}

function day(type: string, date: string | undefined, edition: Edition): string {
  if (date === undefined) return '';
  return edition === '1.2'
    ? `<DATETIME type="${type}">${element('DATE', date)}</DATETIME>`
    : element(type.toUpperCase(), date);
}

function mime(source: string | undefined, type: string, purpose: string): string {
  if (source === undefined) return '';
  return within('MIME', element('MIME_TYPE', type), element('MIME_SOURCE', source), element('MIME_PURPOSE', purpose));
}
