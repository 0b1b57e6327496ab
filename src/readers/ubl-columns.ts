/** What each column of a UBL catalogue comes from: the table that reading, writing and documentation share. */
import type { GivenColumn } from './reader.ts';
import type { UblLine } from './ubl-line.ts';
import {
  attributeOf,
  child,
  childrenNamed,
  childText,
  childTexts,
  textOf,
  withCode,
  type XmlElement,
} from './xml-tree.ts';

export interface UblColumn extends GivenColumn {
  readonly cell: (line: UblLine) => string;
}

/** Where a column's element stands below the line: its names on the way, each the first of its name. */
export type UblPath = readonly string[];

const ITEM_NUMBER: UblPath = ['Item', 'SellersItemIdentification', 'ID'];

/** In the order of the document, roughly; the columns that every catalogue has come first. */
export const UBL_COLUMNS: readonly UblColumn[] = [
  {
    heading: 'cac:SellersItemIdentification/cbc:ID',
    field: 'itemNumber',
    cell: ({ line }) => textAt(line, ITEM_NUMBER),
  },
  { heading: 'cac:Item/cbc:Name', field: 'name', cell: ({ item }) => childText(item, 'Name') },
  { heading: 'cac:Item/cbc:Description', field: 'description', cell: ({ item }) => joined(item, 'Description', '\n') },
  { heading: 'cac:StandardItemIdentification/cbc:ID', field: 'gtin', cell: ({ gtin }) => gtin },
  {
    heading: 'cac:ManufacturerParty/cac:PartyName/cbc:Name',
    field: 'manufacturer',
    cell: ({ item }) => manufacturerOf(child(item, 'ManufacturerParty')),
  },
  {
    heading: 'cac:ManufacturersItemIdentification/cbc:ID',
    field: 'manufacturerItemNumber',
    cell: ({ item }) => childText(child(item, 'ManufacturersItemIdentification'), 'ID'),
  },
  { heading: 'cbc:BrandName', field: 'brand', cell: ({ item }) => joined(item, 'BrandName', ', ') },
  { heading: 'cbc:ItemClassificationCode[@listID="TST"]', field: 'unspsc', cell: ({ classes }) => classes.unspsc },
  { heading: 'cbc:OrderableUnit', field: 'unit', cell: ({ line, price }) => unitOf(line, price) },
  { heading: 'cbc:PackSizeNumeric', field: 'packQuantity', cell: ({ pack }) => pack.quantity },
  { heading: 'cbc:PackQuantity/@unitCode', field: 'packUnit', cell: ({ pack }) => pack.unit },
  { heading: 'cac:Price/cbc:PriceAmount', field: 'price', cell: ({ price }) => childText(price, 'PriceAmount') },
  {
    heading: 'cbc:PriceAmount/@currencyID',
    field: 'currency',
    cell: ({ price, header }) => attributeOf(child(price, 'PriceAmount'), 'currencyID') || header.currency,
  },
  {
    heading: 'cac:Price/cbc:BaseQuantity',
    field: 'priceBaseQuantity',
    cell: ({ price }) => childText(price, 'BaseQuantity'),
  },
  { heading: 'cac:ClassifiedTaxCategory/cbc:Percent', field: 'vatRate', cell: ({ tax }) => childText(tax, 'Percent') },
  { heading: 'cac:ClassifiedTaxCategory/cbc:ID', field: 'vatCategory', cell: ({ tax }) => childText(tax, 'ID') },
  { heading: 'cac:Certificate', field: 'ecoLabel', cell: ({ labels }) => labels },
  { heading: 'cac:LineValidityPeriod/cbc:StartDate', field: 'validFrom', cell: ({ validFrom }) => validFrom },
  { heading: 'cac:LineValidityPeriod/cbc:EndDate', field: 'validTo', cell: ({ validTo }) => validTo },
  {
    heading: 'cac:Price/cac:ValidityPeriod/cbc:StartDate',
    field: 'priceValidFrom',
    cell: ({ price }) => childText(child(price, 'ValidityPeriod'), 'StartDate'),
  },
  {
    heading: 'cac:Price/cac:ValidityPeriod/cbc:EndDate',
    field: 'priceValidTo',
    cell: ({ price }) => childText(child(price, 'ValidityPeriod'), 'EndDate'),
  },
  {
    heading: 'cbc:LeadTimeMeasure',
    field: 'leadTime',
    cell: ({ condition }) => withCode(child(condition, 'LeadTimeMeasure'), 'unitCode'),
  },
  {
    heading: 'cbc:MinimumOrderQuantity',
    field: 'minOrderQuantity',
    cell: ({ line }) => childText(line, 'MinimumOrderQuantity'),
  },
  {
    heading: 'cbc:MaximumOrderQuantity',
    field: 'maxOrderQuantity',
    cell: ({ line }) => childText(line, 'MaximumOrderQuantity'),
  },
  {
    heading: 'cbc:OrderQuantityIncrementNumeric',
    field: 'orderInterval',
    cell: ({ line }) => childText(line, 'OrderQuantityIncrementNumeric'),
  },
  {
    heading: 'cac:OriginCountry/cbc:IdentificationCode',
    field: 'countryOfOrigin',
    cell: ({ item }) => {
      const country = child(item, 'OriginCountry');
      return childText(country, 'IdentificationCode') || childText(country, 'Name');
    },
  },
  {
    heading: 'cac:ItemSpecificationDocumentReference[PRODUCT_IMAGE]',
    field: 'imageUrl',
    cell: ({ links }) => links.image,
  },
  { heading: 'cac:ItemSpecificationDocumentReference[53]', field: 'sds', cell: ({ links }) => links.sds },
  { heading: 'cac:ItemSpecificationDocumentReference[URL]', field: 'productUrl', cell: ({ links }) => links.page },
  { heading: 'cac:ItemSpecificationDocumentReference', cell: ({ links }) => links.others },
  { heading: 'cbc:OrderableIndicator', field: 'orderable', cell: ({ line }) => childText(line, 'OrderableIndicator') },
  { heading: 'cbc:OrderableIndicator[false]', field: 'status', cell: ({ line }) => statusOf(line) },
  {
    heading: 'cac:ReplacementRelatedItem/cbc:ID',
    field: 'replacedBy',
    cell: ({ line }) => childText(child(line, 'ReplacementRelatedItem'), 'ID'),
  },
  {
    heading: 'cac:ReplacedRelatedItem/cbc:ID',
    field: 'replaces',
    cell: ({ line }) => childText(child(line, 'ReplacedRelatedItem'), 'ID'),
  },
  {
    heading: '/cac:ReferencedContract/cbc:ID',
    field: 'agreementNumber',
    cell: ({ line, header }) => childText(child(line, 'ReferencedContract'), 'ID') || header.agreementNumber,
  },
  {
    heading: '/cac:SellerSupplierParty/cac:PartyIdentification',
    field: 'supplierId',
    cell: ({ header }) => header.supplierId,
  },
  {
    heading: '/cac:SellerSupplierParty/cac:PartyName',
    field: 'supplierName',
    cell: ({ header }) => header.supplierName,
  },
  { heading: 'cbc:Keyword', field: 'keywords', cell: ({ item }) => joined(item, 'Keyword', ', ') },
  { heading: 'cac:Dimension[GW]', field: 'weight', cell: ({ dimensions }) => dimensions.weight },
  {
    heading: 'cac:AdditionalItemProperty[NetEmissionQuantity]',
    field: 'co2',
    cell: ({ properties }) => properties.co2,
  },
  { heading: 'cbc:ItemClassificationCode[@listID="HS"]', field: 'customsCode', cell: ({ classes }) => classes.customs },
  { heading: 'cac:CatalogueLine/cbc:Note', field: 'lineNote', cell: ({ line }) => joined(line, 'Note', '\n') },
  {
    heading: 'cac:ItemComparison',
    field: 'comparisonPrice',
    cell: ({ line }) => comparisonOf(child(line, 'ItemComparison')),
  },
  // What has no field of ours travels along.
  { heading: 'cac:CatalogueLine/cbc:ID', cell: ({ line }) => childText(line, 'ID') },
  {
    heading: 'cbc:ActionCode',
    field: 'action',
    cell: ({ line, header }) => actionOf(childText(line, 'ActionCode'), header.actionCode),
  },
  {
    heading: 'cac:RequiredItemLocationQuantity[cbc:MinimumQuantity]',
    field: 'priceTiers',
    cell: ({ tiers }) => tiers.plain,
  },
  { heading: 'cac:RequiredItemLocationQuantity', cell: ({ tiers }) => tiers.other },
  { heading: 'cbc:OrderableUnitFactorRate', cell: ({ price }) => childText(price, 'OrderableUnitFactorRate') },
  { heading: 'cbc:PriceType', cell: ({ price }) => childText(price, 'PriceType') },
  { heading: 'cbc:ContentUnitQuantity', cell: ({ line }) => withCode(child(line, 'ContentUnitQuantity'), 'unitCode') },
  { heading: 'cbc:PackQuantity', cell: ({ pack }) => pack.other },
  { heading: 'cbc:PackLevelCode', cell: ({ line }) => childText(line, 'PackLevelCode') },
  { heading: 'cbc:WarrantyInformation', cell: ({ line }) => joined(line, 'WarrantyInformation', '\n') },
  { heading: 'cbc:ContractSubdivision', cell: ({ line }) => childText(line, 'ContractSubdivision') },
  {
    heading: 'cac:BuyersItemIdentification/cbc:ID',
    cell: ({ item }) => childText(child(item, 'BuyersItemIdentification'), 'ID'),
  },
  { heading: 'cac:StandardItemIdentification', cell: ({ otherIds }) => otherIds },
  { heading: 'cbc:ItemClassificationCode', cell: ({ classes }) => classes.others },
  { heading: 'cbc:ModelName', cell: ({ item }) => joined(item, 'ModelName', ', ') },
  { heading: 'cac:AdditionalItemProperty', cell: ({ properties }) => properties.others },
  { heading: 'cac:Dimension', cell: ({ dimensions }) => dimensions.others },
  { heading: 'cac:HazardousItem', cell: ({ item }) => hazardText(item) },
  { heading: 'cac:TransactionConditions/cbc:ActionCode', cell: ({ item }) => conditionsText(item) },
  { heading: 'cac:ComponentRelatedItem', cell: ({ line }) => relatedText(line, 'ComponentRelatedItem') },
  { heading: 'cac:AccessoryRelatedItem', cell: ({ line }) => relatedText(line, 'AccessoryRelatedItem') },
  { heading: 'cac:RequiredRelatedItem', cell: ({ line }) => relatedText(line, 'RequiredRelatedItem') },
  { heading: 'cac:ComplementaryRelatedItem', cell: ({ line }) => relatedText(line, 'ComplementaryRelatedItem') },
];

/** One text per column. */
export function cellsOf(line: UblLine): readonly string[] {
  return UBL_COLUMNS.map(({ cell }) => cell(line));
}

export function textAt(from: XmlElement | undefined, path: UblPath): string {
  let element = from;
  for (const name of path) element = child(element, name);
  return textOf(element);
}

function joined(parent: XmlElement | undefined, name: string, separator: string): string {
  const texts = childTexts(parent, name);
  return texts.length < 2 ? (texts[0] ?? '') : texts.join(separator);
}

function manufacturerOf(party: XmlElement | undefined): string {
  return (
    childText(child(party, 'PartyName'), 'Name') || childText(child(party, 'PartyLegalEntity'), 'RegistrationName')
  );
}

/** Where no unit is named, the price still names the one it is for. */
function unitOf(line: XmlElement, price: XmlElement | undefined): string {
  return childText(line, 'OrderableUnit') || attributeOf(child(price, 'BaseQuantity'), 'unitCode');
}

/** What cannot be ordered may come back: only its line being gone says that an item is. */
function statusOf(line: XmlElement): string {
  return /^(?:false|0)$/i.test(childText(line, 'OrderableIndicator')) ? 'temporarilyUnavailable' : '';
}

/** The code of a line counts only in a document that updates; a line without one is a new item there. */
function actionOf(ofLine: string, ofDocument: string): string {
  return /^update$/i.test(ofDocument) ? ofLine || 'Add' : '';
}

function comparisonOf(comparison: XmlElement | undefined): string {
  const amount = withCode(child(comparison, 'PriceAmount'), 'currencyID');
  const quantity = withCode(child(comparison, 'Quantity'), 'unitCode');
  return amount === '' || quantity === '' ? amount : `${amount} / ${quantity}`;
}

function relatedText(line: XmlElement, name: string): string {
  return listed(childrenNamed(line, name), (element) => [
    childText(element, 'ID'),
    withCode(child(element, 'Quantity'), 'unitCode'),
  ]);
}

function hazardText(item: XmlElement | undefined): string {
  return listed(childrenNamed(item, 'HazardousItem'), (element) => [
    childText(element, 'UNDGCode') || 'UNDG',
    childText(element, 'HazardClassID'),
  ]);
}

function conditionsText(item: XmlElement | undefined): string {
  return listed(childrenNamed(item, 'TransactionConditions'), (element) => [childText(element, 'ActionCode'), '']);
}

function listed(
  elements: readonly XmlElement[],
  parts: (element: XmlElement) => readonly [name: string, value: string],
): string {
  if (elements.length === 0) return '';
  return elements
    .map(parts)
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .filter((text) => text !== '')
    .join('; ');
}
