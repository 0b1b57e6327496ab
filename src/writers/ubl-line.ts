/** A new `cac:CatalogueLine` from the cells of its columns, its elements in the order that UBL prescribes. */
import { findLabel, LABELS } from '../code-lists/labels.ts';
import type { XmlStyle } from '../readers/reader.ts';
import type { NewElement } from './xml.ts';

const NAMESPACES = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

type Part = NewElement | undefined;
type Attributes = Readonly<Record<string, string>>;

/** @param texts by field, and by heading for columns without one */
export function catalogueLine(texts: ReadonlyMap<string, string>, style: XmlStyle): NewElement {
  const of = (key: string): string => texts.get(key) ?? '';
  const unit = of('unit') || 'C62';
  const line = group('CatalogueLine', [
    basic('ID', of('cac:CatalogueLine/cbc:ID') || of('itemNumber') || of('gtin')),
    basic('ContractSubdivision', of('cbc:ContractSubdivision')),
    basic('Note', of('lineNote')),
    basic('OrderableIndicator', orderable(of('orderable'), of('status'))),
    basic('OrderableUnit', of('unit')),
    measured('ContentUnitQuantity', of('cbc:ContentUnitQuantity')),
    basic('OrderQuantityIncrementNumeric', of('orderInterval')),
    basic('MinimumOrderQuantity', of('minOrderQuantity'), { unitCode: unit }),
    basic('MaximumOrderQuantity', of('maxOrderQuantity'), { unitCode: unit }),
    basic('WarrantyInformation', of('cbc:WarrantyInformation')),
    basic('PackLevelCode', of('cbc:PackLevelCode')),
    group('LineValidityPeriod', [basic('StartDate', of('validFrom')), basic('EndDate', of('validTo'))]),
    comparison(of('comparisonPrice')),
    ...related('ComponentRelatedItem', of('cac:ComponentRelatedItem')),
    ...related('AccessoryRelatedItem', of('cac:AccessoryRelatedItem')),
    ...related('RequiredRelatedItem', of('cac:RequiredRelatedItem')),
    ...related('ReplacementRelatedItem', of('replacedBy')),
    ...related('ComplementaryRelatedItem', of('cac:ComplementaryRelatedItem')),
    ...related('ReplacedRelatedItem', of('replaces')),
    ...conditions(of, unit),
    item(of),
  ]);
  return named(line ?? { name: 'cac:CatalogueLine' }, style);
}

function item(of: (key: string) => string): Part {
  return group('Item', [
    basic('Description', of('description')),
    basic('PackQuantity', ...packQuantity(of)),
    basic('PackSizeNumeric', of('packQuantity')),
    basic('Name', of('name')),
    ...list(of('keywords'), ', ').map((word) => basic('Keyword', word)),
    basic('BrandName', of('brand')),
    basic('ModelName', of('cbc:ModelName')),
    group('BuyersItemIdentification', [basic('ID', of('cac:BuyersItemIdentification/cbc:ID'))]),
    group('SellersItemIdentification', [basic('ID', of('itemNumber'))]),
    group('ManufacturersItemIdentification', [basic('ID', of('manufacturerItemNumber'))]),
    group('StandardItemIdentification', [basic('ID', of('gtin'), { schemeID: '0160' })]),
    ...pairs(of('cac:StandardItemIdentification')).map(([scheme, number]) =>
      group('AdditionalItemIdentification', [basic('ID', number, scheme === '' ? {} : { schemeID: scheme })]),
    ),
    link('PRODUCT_IMAGE', '', of('imageUrl')),
    link('53', '', of('sds')),
    link('', 'URL', of('productUrl')),
    ...pairs(of('cac:ItemSpecificationDocumentReference')).map(([name, target]) => link('', name, target)),
    group('OriginCountry', [basic('IdentificationCode', of('countryOfOrigin'))]),
    classification('TST', of('unspsc')),
    classification('HS', of('customsCode')),
    ...pairs(of('cbc:ItemClassificationCode')).map(([system, code]) => classification(system, code)),
    ...list(of('cac:TransactionConditions/cbc:ActionCode'), '; ').map((code) =>
      group('TransactionConditions', [basic('ActionCode', code)]),
    ),
    ...pairs(of('cac:HazardousItem')).map(([code, hazard]) =>
      group('HazardousItem', [basic('UNDGCode', code || hazard), basic('HazardClassID', code === '' ? '' : hazard)]),
    ),
    tax(of('vatCategory'), of('vatRate')),
    property('NetEmissionQuantity', of('co2')),
    ...pairs(of('cac:AdditionalItemProperty')).map(([name, value]) =>
      property(name || value, name === '' ? '' : value),
    ),
    group('ManufacturerParty', [group('PartyName', [basic('Name', of('manufacturer'))])]),
    ...list(of('ecoLabel'), '; ').map(certificate),
    dimension('GW', of('weight')),
    ...pairs(of('cac:Dimension')).map(([name, measure]) => dimension(name, measure)),
  ]);
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

function packQuantity(of: (key: string) => string): readonly [string, Attributes] {
  const [, number, unit] = /^(\S+) (\S+)$/.exec(of('cbc:PackQuantity')) ?? [];
  if (number !== undefined && unit !== undefined) return [number, { unitCode: unit }];
  return of('packUnit') === '' ? ['', {}] : [of('packQuantity'), { unitCode: of('packUnit') }];
}

function comparison(text: string): Part {
  const [amount = '', quantity = ''] = text.split(' / ');
  return group('ItemComparison', [measured('PriceAmount', amount, 'currencyID'), measured('Quantity', quantity)]);
}

function related(name: string, text: string): readonly Part[] {
  return pairs(text).map(([id, quantity]) =>
    group(name, id === '' ? [basic('ID', quantity)] : [basic('ID', id), measured('Quantity', quantity)]),
  );
}

const TIER = /^(?<lowest>[^=]+)=(?<price>[^\s(]+)(?: \((?<notes>.*)\))?$/;

/** The line's own price, or all of its tiers. */
function conditions(of: (key: string) => string, unit: string): readonly Part[] {
  const tiers = list(of('cac:RequiredItemLocationQuantity'), '; ').flatMap((text) => {
    const groups = TIER.exec(text)?.groups;
    return groups === undefined ? [] : [groups];
  });
  const ownPeriod = `${of('priceValidFrom')}/${of('priceValidTo')}`;
  if (tiers.length === 0) return [condition(of, unit, of('price'), '', ownPeriod, '')];
  return tiers.map(({ lowest = '', price = '', notes = '' }) => {
    const period = /\d{4}-\d\d-\d\d\/(?:\d{4}-\d\d-\d\d)?|\/\d{4}-\d\d-\d\d/.exec(notes)?.[0] ?? '';
    const country = /(?:^|[ ,])([A-Z]{2})$/.exec(notes)?.[1] ?? '';
    return condition(of, unit, price, lowest === '1' ? '' : lowest, period, country);
  });
}

function condition(
  of: (key: string) => string,
  unit: string,
  price: string,
  lowest: string,
  period: string,
  country: string,
): Part {
  const [from = '', to = ''] = period.split('/');
  return group('RequiredItemLocationQuantity', [
    measured('LeadTimeMeasure', of('leadTime')),
    basic('MinimumQuantity', lowest, { unitCode: unit }),
    group('ApplicableTerritoryAddress', [group('Country', [basic('IdentificationCode', country)])]),
    group('Price', [
      basic('PriceAmount', price, of('currency') === '' ? {} : { currencyID: of('currency') }),
      basic('BaseQuantity', of('priceBaseQuantity'), { unitCode: unit }),
      basic('PriceType', of('cbc:PriceType')),
      basic('OrderableUnitFactorRate', of('cbc:OrderableUnitFactorRate')),
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
function certificate(text: string): Part {
  const [, word = text, licence = ''] = /^(.*?)(?: \(([^()]*)\))?$/s.exec(text) ?? [];
  const label = LABELS.get(word) ?? findLabel(word);
  return group('Certificate', [
    basic('ID', label?.name.nb ?? word),
    basic('CertificateTypeCode', label?.gs1Code ?? 'NA'),
    basic('CertificateType', 'Environmental'),
    basic('Remarks', licence),
    group('IssuerParty', [group('PartyName', [basic('Name', 'NA')])]),
  ]);
}

function dimension(name: string, text: string): Part {
  return text === '' ? undefined : group('Dimension', [basic('AttributeID', name), measured('Measure', text)]);
}

/** With the prefixes of the document; a namespace that has none there is declared on the line. */
function named(line: NewElement, { prefixes, record }: XmlStyle): NewElement {
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
