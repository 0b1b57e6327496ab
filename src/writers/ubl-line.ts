/** A new `cac:CatalogueLine` from the cells of its columns, its elements in the order that UBL prescribes. */
import { type LabelList, labelListsWith } from '../code-lists/label-codes.ts';
import { findLabel, LABELS, type LabelKind } from '../code-lists/labels.ts';
import type { XmlStyle } from '../readers/reader.ts';
import type { NewElement } from './xml.ts';

const NAMESPACES = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

type Part = NewElement | undefined;
type Attributes = Readonly<Record<string, string>>;

/** @param texts by field, and by heading for columns without one */
export function catalogueLine(texts: ReadonlyMap<string, string>, style: LineStyle): NewElement {
  const of = (key: string): string => texts.get(key) ?? '';
  const unit = inUnit(of('unit'));
  const line = group('CatalogueLine', [
    said('cac:CatalogueLine/cbc:ID', basic('ID', of('cac:CatalogueLine/cbc:ID') || of('itemNumber') || of('gtin'))),
    said('action', basic('ActionCode', ACTION_CODES[of('action')] ?? '')),
    own('ContractSubdivision', 'cbc:ContractSubdivision', of),
    own('Note', 'lineNote', of),
    said('orderable', basic('OrderableIndicator', orderable(of('orderable'), of('status')))),
    own('OrderableUnit', 'unit', of),
    said('cbc:ContentUnitQuantity', measured('ContentUnitQuantity', of('cbc:ContentUnitQuantity'))),
    own('OrderQuantityIncrementNumeric', 'orderInterval', of),
    own('MinimumOrderQuantity', 'minOrderQuantity', of, unit),
    own('MaximumOrderQuantity', 'maxOrderQuantity', of, unit),
    own('WarrantyInformation', 'cbc:WarrantyInformation', of),
    own('PackLevelCode', 'cbc:PackLevelCode', of),
    group('LineValidityPeriod', [own('StartDate', 'validFrom', of), own('EndDate', 'validTo', of)]),
    said('comparisonPrice', comparison(of('comparisonPrice'))),
    ...related('ComponentRelatedItem', 'cac:ComponentRelatedItem', of),
    ...related('AccessoryRelatedItem', 'cac:AccessoryRelatedItem', of),
    ...related('RequiredRelatedItem', 'cac:RequiredRelatedItem', of),
    ...related('ReplacementRelatedItem', 'replacedBy', of),
    ...related('ComplementaryRelatedItem', 'cac:ComplementaryRelatedItem', of),
    ...related('ReplacedRelatedItem', 'replaces', of),
    ...conditions(of, unit),
    item(of, style.labels),
  ]);
  return named(line ?? { name: 'cac:CatalogueLine' }, style);
}

/** As an element of it is written. */
export interface LineStyle extends Pick<XmlStyle, 'prefixes' | 'record'> {
  /** The codes of labels that its receivers know; absent: all that GS1 has. */
  readonly labels?: LabelList;
}

/** What makes another line of it if it is missing, so that it is never left out. */
const VITAL: ReadonlySet<string> = new Set([
  'itemNumber',
  'name',
  'price',
  'currency',
  'unit',
  'priceBaseQuantity',
  'validFrom',
  'validTo',
  'action',
]);
export const isVital = (says: string): boolean => VITAL.has(says);

type Of = (key: string) => string;

const ACTION_CODES: Readonly<Record<string, string>> = { add: 'Add', update: 'Update', delete: 'Delete' };

function inUnit(unit: string): Attributes {
  return unit === '' ? {} : { unitCode: unit };
}

function item(of: Of, labels: LabelList | undefined): Part {
  const [packs, inPacks] = packQuantity(of);
  return group('Item', [
    own('Description', 'description', of),
    said('packUnit', basic('PackQuantity', packs, inPacks)),
    own('PackSizeNumeric', 'packQuantity', of),
    own('Name', 'name', of),
    ...list(of('keywords'), ', ').map((word) => said('keywords', basic('Keyword', word))),
    own('BrandName', 'brand', of),
    own('ModelName', 'cbc:ModelName', of),
    numbered('BuyersItemIdentification', 'cac:BuyersItemIdentification/cbc:ID', of),
    numbered('SellersItemIdentification', 'itemNumber', of),
    numbered('ManufacturersItemIdentification', 'manufacturerItemNumber', of),
    numbered('StandardItemIdentification', 'gtin', of, { schemeID: '0160' }),
    ...pairs(of('cac:StandardItemIdentification')).map(([scheme, number]) =>
      said(
        'cac:StandardItemIdentification',
        group('AdditionalItemIdentification', [basic('ID', number, scheme === '' ? {} : { schemeID: scheme })]),
      ),
    ),
    said('imageUrl', link('PRODUCT_IMAGE', '', of('imageUrl'))),
    said('sds', link('53', '', of('sds'))),
    said('productUrl', link('', 'URL', of('productUrl'))),
    ...each('cac:ItemSpecificationDocumentReference', of, (name, target) => link('', name, target)),
    said('countryOfOrigin', group('OriginCountry', [basic('IdentificationCode', of('countryOfOrigin'))])),
    said('unspsc', classification('TST', of('unspsc'))),
    said('customsCode', classification('HS', of('customsCode'))),
    ...each('cbc:ItemClassificationCode', of, classification),
    ...list(of('cac:TransactionConditions/cbc:ActionCode'), '; ').map((code) =>
      said('cac:TransactionConditions/cbc:ActionCode', group('TransactionConditions', [basic('ActionCode', code)])),
    ),
    ...each('cac:HazardousItem', of, (code, hazard) =>
      group('HazardousItem', [basic('UNDGCode', code || hazard), basic('HazardClassID', code === '' ? '' : hazard)]),
    ),
    said(of('vatRate') === '' ? 'vatCategory' : 'vatRate', tax(of('vatCategory'), of('vatRate'))),
    said('co2', property('NetEmissionQuantity', of('co2'))),
    ...each('cac:AdditionalItemProperty', of, (name, value) => property(name || value, name === '' ? '' : value)),
    said('manufacturer', group('ManufacturerParty', [group('PartyName', [basic('Name', of('manufacturer'))])])),
    ...list(of('ecoLabel'), '; ').map((text) => said('ecoLabel', certificate(text, labels))),
    said('weight', dimension('GW', of('weight'))),
    ...each('cac:Dimension', of, dimension),
  ]);
}

/** The element that one field, or one column without a field, stands in. */
function own(name: string, key: string, of: Of, attributes: Attributes = {}): Part {
  return said(key, basic(name, of(key), attributes));
}

function said(key: string, part: Part): Part {
  return part === undefined ? undefined : { ...part, says: key };
}

function numbered(name: string, key: string, of: Of, attributes: Attributes = {}): Part {
  return said(key, group(name, [basic('ID', of(key), attributes)]));
}

/** One element for each pair of a column that holds several. */
function each(key: string, of: Of, made: (name: string, value: string) => Part): readonly Part[] {
  return pairs(of(key)).map(([name, value]) => said(key, made(name, value)));
}

function basic(name: string, text: string, attributes: Attributes = {}): Part {
  return text === '' ? undefined : { name: `cbc:${name}`, text, attributes };
}

/** Absent when none of its parts is there: UBL forbids empty elements. */
function group(name: string, parts: readonly Part[]): Part {
  const children = parts.filter((part) => part !== undefined);
  return children.length === 0 ? undefined : { name: `cac:${name}`, children };
}

/** `250 MLT`, `9.00 EUR`. */
function measured(name: string, text: string, code = 'unitCode'): Part {
  const [, number = text, unit] = /^(\S+) (\S+)$/.exec(text) ?? [];
  return basic(name, number, unit === undefined ? {} : { [code]: unit });
}

function list(text: string, separator: string): readonly string[] {
  return text.split(separator).filter((part) => part.trim() !== '');
}

/** `name=value; value`. */
function pairs(text: string): readonly (readonly [name: string, value: string])[] {
  return list(text, '; ').map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? ['', part] : [part.slice(0, at), part.slice(at + 1)];
  });
}

function orderable(said: string, status: string): string {
  if (status === 'temporarilyUnavailable' || status === 'discontinued') return 'false';
  return said;
}

function packQuantity(of: Of): readonly [string, Attributes] {
  const [, number, unit] = /^(\S+) (\S+)$/.exec(of('cbc:PackQuantity')) ?? [];
  if (number !== undefined && unit !== undefined) return [number, { unitCode: unit }];
  return of('packUnit') === '' ? ['', {}] : [of('packQuantity'), { unitCode: of('packUnit') }];
}

function comparison(text: string): Part {
  const [amount = '', quantity = ''] = text.split(' / ');
  return group('ItemComparison', [measured('PriceAmount', amount, 'currencyID'), measured('Quantity', quantity)]);
}

function related(name: string, key: string, of: Of): readonly Part[] {
  return each(key, of, (id, quantity) =>
    group(name, id === '' ? [basic('ID', quantity)] : [basic('ID', id), measured('Quantity', quantity)]),
  );
}

const TIER = /^(?<lowest>[^=]+)=(?<price>[^\s(]+)(?: \((?<notes>.*)\))?$/;

/** A price condition: from which quantity, when and where it holds. */
interface Condition {
  readonly price: string;
  readonly lowest?: string;
  readonly period?: string;
  readonly country?: string;
  /** Field or column that it comes from. */
  readonly says: string;
}

const OTHER_CONDITIONS = 'cac:RequiredItemLocationQuantity';

/** The line's own price with its tiers, or all conditions that the document it came from had. */
function conditions(of: Of, unit: Attributes): readonly Part[] {
  const others = list(of(OTHER_CONDITIONS), '; ').flatMap((text): readonly Condition[] => {
    const groups = TIER.exec(text)?.groups;
    if (groups === undefined) return [];
    const { lowest = '', price = '', notes = '' } = groups;
    const period = /\d{4}-\d\d-\d\d\/(?:\d{4}-\d\d-\d\d)?|\/\d{4}-\d\d-\d\d/.exec(notes)?.[0] ?? '';
    const country = /(?:^|[ ,])([A-Z]{2})$/.exec(notes)?.[1] ?? '';
    return [{ price, lowest: lowest === '1' ? '' : lowest, period, country, says: OTHER_CONDITIONS }];
  });
  const period = `${of('priceValidFrom')}/${of('priceValidTo')}`;
  const own: Condition = { price: of('price'), period, says: 'price' };
  const tiers = pairs(of('priceTiers')).map(
    ([lowest, price]): Condition => ({ price, lowest, period, says: 'priceTiers' }),
  );
  return (others.length > 0 ? others : [own, ...tiers]).map((one) => said(one.says, condition(of, unit, one)));
}

function condition(of: Of, unit: Attributes, { price, lowest = '', period = '', country = '' }: Condition): Part {
  const [from = '', to = ''] = period.split('/');
  return group('RequiredItemLocationQuantity', [
    said('leadTime', measured('LeadTimeMeasure', of('leadTime'))),
    basic('MinimumQuantity', lowest, unit),
    group('ApplicableTerritoryAddress', [group('Country', [basic('IdentificationCode', country)])]),
    group('Price', [
      basic('PriceAmount', price, of('currency') === '' ? {} : { currencyID: of('currency') }),
      own('BaseQuantity', 'priceBaseQuantity', of, unit),
      own('PriceType', 'cbc:PriceType', of),
      own('OrderableUnitFactorRate', 'cbc:OrderableUnitFactorRate', of),
      group('ValidityPeriod', [basic('StartDate', from), basic('EndDate', to)]),
    ]),
  ]);
}

function link(code: string, name: string, target: string): Part {
  if (target === '') return undefined;
  return group('ItemSpecificationDocumentReference', [
    basic('ID', name || code || target),
    basic('DocumentTypeCode', code),
    basic('DocumentDescription', name),
    group('Attachment', [group('ExternalReference', [basic('URI', target)])]),
  ]);
}

function classification(system: string, code: string): Part {
  return group('CommodityClassification', [
    basic('ItemClassificationCode', code, system === '' ? {} : { listID: system }),
  ]);
}

function tax(category: string, percent: string): Part {
  if (category === '' && percent === '') return undefined;
  return group('ClassifiedTaxCategory', [
    basic('ID', category || (/^0+(?:\.0+)?$/.test(percent) ? 'Z' : 'S')),
    basic('Percent', percent),
    group('TaxScheme', [basic('ID', 'VAT')]),
  ]);
}

function property(name: string, value: string): Part {
  return value === '' ? undefined : group('AdditionalItemProperty', [basic('Name', name), basic('Value', value)]);
}

/** `svanemerket (2053 0012)`: as `mapping/write-value.ts` writes labels for formats that name their fields. */
function certificate(text: string, labels: LabelList | undefined): Part {
  const [, word = text, licence = ''] = /^(.*?)(?: \(([^()]*)\))?$/s.exec(text) ?? [];
  const label = LABELS.get(word) ?? findLabel(word);
  return group('Certificate', [
    basic('ID', label?.name.nb ?? word),
    basic('CertificateTypeCode', labelCode(label?.gs1Code, labels)),
    basic('CertificateType', (label !== undefined && TYPES_BY_KIND[label.kind]) || 'Environmental'),
    basic('Remarks', licence),
    group('IssuerParty', [group('PartyName', [basic('Name', 'NA')])]),
  ]);
}

/** Free text, by habit one of four words. */
const TYPES_BY_KIND: { readonly [K in LabelKind]?: string } = {
  fairTrade: 'Ethical',
  social: 'Social',
  health: 'Quality',
  allergy: 'Quality',
  diet: 'Quality',
  origin: 'Quality',
  quality: 'Quality',
};

function labelCode(code: string | undefined, labels: LabelList | undefined): string {
  if (code === undefined) return 'NA';
  return labels === undefined || labelListsWith(code)?.includes(labels) === true ? code : 'NA';
}

function dimension(name: string, text: string): Part {
  return text === '' ? undefined : group('Dimension', [basic('AttributeID', name), measured('Measure', text)]);
}

/** With the prefixes of the document; a namespace that has none there is declared on the line. */
function named(line: NewElement, { prefixes, record }: LineStyle): NewElement {
  const declared: Record<string, string> = {};
  const prefix: Record<string, string> = {};
  for (const [usual, namespace] of Object.entries(NAMESPACES)) {
    const known = prefixes.get(namespace);
    if (known === undefined) declared[`xmlns:${usual}`] = namespace;
    prefix[usual] = known ?? usual;
  }
  // A document without namespaces gets none.
  if (prefixes.size === 0)
    for (const usual of Object.keys(NAMESPACES)) prefix[usual] = record.includes(':') ? usual : '';
  const rename = (element: NewElement): NewElement => {
    const [part = '', name = ''] = element.name.split(':');
    const own = prefix[part] ?? part;
    return {
      ...element,
      name: own === '' ? name : `${own}:${name}`,
      ...(element.children === undefined ? {} : { children: element.children.map(rename) }),
    };
  };
  const renamed = rename(line);
  return prefixes.size === 0 ? renamed : { ...renamed, attributes: declared };
}
