/** One `cac:CatalogueLine`, with the parts that several columns come from found once. */
import type { FileRemark } from '../catalogue/catalogue.ts';
import type { UblHeader } from './ubl-header.ts';
import { labelText } from './ubl-labels.ts';
import { type Links, linksOf } from './ubl-links.ts';
import { ownPrice, type Tiers, tiersOf } from './ubl-prices.ts';
import { attributeOf, child, childrenNamed, childText, textOf, withCode, type XmlElement } from './xml-tree.ts';

export interface UblLine {
  readonly header: UblHeader;
  readonly line: XmlElement;
  readonly item: XmlElement | undefined;
  /** The `cac:RequiredItemLocationQuantity` of the line's own price. */
  readonly condition: XmlElement | undefined;
  readonly price: XmlElement | undefined;
  readonly tiers: Tiers;
  readonly tax: XmlElement | undefined;
  readonly gtin: string;
  /** Other numbers of the item: `scheme=number; …`. */
  readonly otherIds: string;
  readonly classes: Classes;
  readonly pack: Pack;
  readonly labels: string;
  readonly links: Links;
  readonly properties: Properties;
  readonly dimensions: Dimensions;
  readonly validFrom: string;
  readonly validTo: string;
}

interface Classes {
  readonly unspsc: string;
  readonly customs: string;
  readonly others: string;
}

interface Pack {
  readonly quantity: string;
  readonly unit: string;
  /** A second count that differs: units of the next lower level. */
  readonly other: string;
}

interface Properties {
  readonly co2: string;
  readonly others: string;
}

interface Dimensions {
  readonly weight: string;
  readonly others: string;
}

/** Takes what a reader of the line finds remarkable in its codes; told once per code. */
export type OlderCode = (code: string) => void;

/** @param asOf the day on which a price must hold, `YYYY-MM-DD`; see {@link ownPrice} */
export function ublLine(line: XmlElement, header: UblHeader, asOf: string | undefined, older: OlderCode): UblLine {
  const item = child(line, 'Item');
  const conditions = childrenNamed(line, 'RequiredItemLocationQuantity');
  const own = ownPrice(conditions, asOf);
  const period = child(line, 'LineValidityPeriod');
  return {
    header,
    line,
    item,
    condition: own,
    price: child(own, 'Price'),
    tiers: tiersOf(conditions, own),
    tax: child(item, 'ClassifiedTaxCategory') ?? child(own, 'ApplicableTaxCategory'),
    ...numbersOf(item, older),
    classes: classesOf(item, older),
    pack: packOf(line, item),
    labels: labelText([...childrenNamed(item, 'Certificate'), ...childrenNamed(line, 'Certificate')]),
    links: linksOf(childrenNamed(item, 'ItemSpecificationDocumentReference')),
    properties: propertiesOf(item),
    dimensions: dimensionsOf(item),
    validFrom: childText(period, 'StartDate') || header.validFrom,
    validTo: childText(period, 'EndDate') || header.validTo,
  };
}

/** GTIN as the scheme is called today, and as it was. */
const GTIN_SCHEME = /^(?:0160|GTIN(?:-?\d+)?|EAN(?:-?\d+)?|UPC|GS1)$/i;

function numbersOf(item: XmlElement | undefined, older: OlderCode): Pick<UblLine, 'gtin' | 'otherIds'> {
  let gtin = '';
  let otherIds = '';
  for (const element of item?.children ?? []) {
    const { name } = element;
    if (name !== 'StandardItemIdentification' && name !== 'AdditionalItemIdentification') continue;
    const id = child(element, 'ID');
    const number = textOf(id);
    const scheme = attributeOf(id, 'schemeID');
    if (number === '') continue;
    const isGtin = GTIN_SCHEME.test(scheme) || (scheme === '' && name === 'StandardItemIdentification');
    if (isGtin && gtin === '') {
      gtin = number;
      if (scheme !== '' && scheme !== '0160') older(`schemeID="${scheme}"`);
    } else otherIds = appended(otherIds, scheme, number);
  }
  return { gtin, otherIds };
}

const NO_CLASSES: Classes = { unspsc: '', customs: '', others: '' };
const UNSPSC = 'TST';
const OLDER_UNSPSC = /^(?:UN\/?SPSC\b.*|MP)$/i;
/** GS1 gave UNSPSC out under this agency. */
const UNSPSC_AGENCY = '113';
const CUSTOMS = /^(?:HS|CV|CN|TARIC|SRZ)$/i;

function classesOf(item: XmlElement | undefined, older: OlderCode): Classes {
  const codes = childrenNamed(item, 'CommodityClassification').flatMap(({ children }) => children);
  if (codes.length === 0) return NO_CLASSES;
  let [unspsc, customs, others] = ['', '', ''];
  for (const element of codes) {
    const code = textOf(element);
    const list = attributeOf(element, 'listID') || attributeOf(element, 'listName');
    if (unspsc === '' && (list === UNSPSC || isOlderUnspsc(list, element))) {
      unspsc = code;
      if (list !== UNSPSC && code !== '') older(olderName(list));
    } else if (customs === '' && CUSTOMS.test(list)) customs = code;
    else if (code !== '') others = appended(others, list || kindOfCode(element), code);
  }
  return { unspsc, customs, others };
}

function olderName(list: string): string {
  return list === '' ? `listAgencyID="${UNSPSC_AGENCY}"` : `listID="${list}"`;
}

/** UBL has codes of other kinds beside the usual one: `NatureCode`. */
function kindOfCode({ name }: XmlElement): string {
  return name === 'ItemClassificationCode' ? '' : name;
}

function isOlderUnspsc(list: string, element: XmlElement): boolean {
  return OLDER_UNSPSC.test(list) || (list === '' && attributeOf(element, 'listAgencyID') === UNSPSC_AGENCY);
}

/** Units that count: `10 EA` is a pack's content, `250 MLT` is not how many there are. */
const COUNTED = /^(?:EA|C62|H87|NAR|NMB|PCE|PR|RO|ST|LEF|TAB|U2|BG|BX|BO|CT|PK|PA|X[A-Z0-9]{2})$/;

function packOf(line: XmlElement, item: XmlElement | undefined): Pack {
  const size = childText(item, 'PackSizeNumeric');
  const lower = child(item, 'PackQuantity');
  const content = child(line, 'ContentUnitQuantity');
  const lowerCount = textOf(lower);
  const lowerUnit = attributeOf(lower, 'unitCode');
  const contentUnit = attributeOf(content, 'unitCode');
  const contentCounts = COUNTED.test(contentUnit);
  if (size !== '') {
    const isSame = lowerCount === '' || sameNumber(lowerCount, size);
    const unit = isSame ? lowerUnit : '';
    const ofContent = contentCounts && sameNumber(textOf(content), size) ? contentUnit : '';
    return { quantity: size, unit: unit || ofContent, other: isSame ? '' : withCode(lower, 'unitCode') };
  }
  if (lowerCount !== '') return { quantity: lowerCount, unit: lowerUnit, other: '' };
  return contentCounts ? { quantity: textOf(content), unit: contentUnit, other: '' } : NO_PACK;
}

const NO_PACK: Pack = { quantity: '', unit: '', other: '' };

/** `10` and `10.0`. */
function sameNumber(a: string, b: string): boolean {
  return withoutZeros(a) === withoutZeros(b);
}

function withoutZeros(text: string): string {
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text[end - 1] === '0') end--;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

const NO_PROPERTIES: Properties = { co2: '', others: '' };
const CO2 = /^(?:NetEmissionQuantity|CO2e?|CO2[ -]?(?:utslipp|fotavtrykk|footprint|emission)|Klimaavtrykk)$/i;

function propertiesOf(item: XmlElement | undefined): Properties {
  const all = childrenNamed(item, 'AdditionalItemProperty');
  if (all.length === 0) return NO_PROPERTIES;
  let [co2, others] = ['', ''];
  for (const property of all) {
    const name = childText(property, 'Name');
    const value = childText(property, 'Value') || childrenNamed(property, 'ListValue').map(textOf).join(', ');
    const text = value || withCode(child(property, 'ValueQuantity'), 'unitCode');
    if (co2 === '' && CO2.test(name)) co2 = text;
    else others = appended(others, name, text);
  }
  return { co2, others };
}

const NO_DIMENSIONS: Dimensions = { weight: '', others: '' };
/** UN/CEFACT 6313: gross weight, net weight, net net weight; and a word that OIOUBL used. */
const WEIGHT = /^(?:GW|AAB|AAA|AAC|AAF|WT|G|N)$/i;

function dimensionsOf(item: XmlElement | undefined): Dimensions {
  const all = [
    ...childrenNamed(item, 'Dimension'),
    ...childrenNamed(child(item, 'SellersItemIdentification'), 'MeasurementDimension'),
  ];
  if (all.length === 0) return NO_DIMENSIONS;
  let [weight, others] = ['', ''];
  for (const dimension of all) {
    const name = childText(dimension, 'AttributeID');
    const measure = child(dimension, 'Measure');
    const range = [
      withCode(child(dimension, 'MinimumMeasure'), 'unitCode'),
      withCode(child(dimension, 'MaximumMeasure'), 'unitCode'),
    ];
    const text = withCode(measure, 'unitCode') || range.filter((part) => part !== '').join(' - ');
    const isWeight = WEIGHT.test(name) || WEIGHT_UNIT.test(attributeOf(measure, 'unitCode'));
    if (weight === '' && isWeight) weight = text;
    else others = appended(others, name, text);
  }
  return { weight, others };
}

/** Kilogram, gram, milligram, tonne, pound. */
const WEIGHT_UNIT = /^(?:KGM|GRM|MGM|TNE|LBR)$/;

function appended(list: string, name: string, value: string): string {
  const text = name === '' || value === '' ? name + value : `${name}=${value}`;
  return list === '' || text === '' ? list + text : `${list}; ${text}`;
}

/** Remarks on codes of former lists, each with the line of the file where it was met first. */
export function olderCodeRemarks(rowByCode: ReadonlyMap<string, number>): readonly FileRemark[] {
  return [...rowByCode].map(([code, row]) => ({ kind: 'olderCode', code, row }));
}
