/** What of a line a Peppol or EHF catalogue has room for, as the texts that its elements are made from. */
import type { DocumentHeader } from '../catalogue/document-header.ts';
import { registeredId } from '../catalogue/document-header.ts';
import { FIELD_NAMES, type Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { findCountry } from '../code-lists/countries.ts';
import { type LeadUnit, readLeadTime } from '../code-lists/lead-time.ts';
import { findUnit, isUnitCode } from '../code-lists/units.ts';
import { canonicalText } from '../mapping/map-rows.ts';

/** Empty: there is no room for this value. */
type Told = (text: string, line: CatalogueLine) => string;

const asIs: Told = (text) => text;
/** It stands with the price, and without one nowhere. */
const withPrice: Told = (text, { price }) => (price === undefined ? '' : text);

/** Fields with an element of their own in a line; all others have no room in one. */
const TOLD: { readonly [F in Field]?: Told } = {
  itemNumber: asIs,
  name: asIs,
  description: asIs,
  gtin: asIs,
  manufacturer: asIs,
  manufacturerItemNumber: asIs,
  brand: asIs,
  unspsc: asIs,
  unit: listedUnit,
  packQuantity: asIs,
  // The unit of a pack stands beside how many there are in it.
  packUnit: (text, { packQuantity }) => (packQuantity === undefined ? '' : listedUnit(text)),
  price: asIs,
  currency: withPrice,
  priceBaseQuantity: withPrice,
  vatRate: asIs,
  vatCategory: asIs,
  ecoLabel: asIs,
  validFrom: asIs,
  validTo: asIs,
  priceValidFrom: withPrice,
  priceValidTo: withPrice,
  leadTime: (text, { price }) => (price === undefined ? '' : leadTimeMeasure(text)),
  minOrderQuantity: asIs,
  maxOrderQuantity: asIs,
  orderInterval: asIs,
  countryOfOrigin: countryCode,
  imageUrl: asIs,
  productUrl: asIs,
  sds: asIs,
  orderable: asIs,
  // What is gone can still be ordered for whom nobody tells; that it is gone has no word.
  status: (text) => (text === 'temporarilyUnavailable' ? text : ''),
  replaces: asIs,
  keywords: asIs,
  weight: weightMeasure,
  co2: asIs,
  customsCode: asIs,
  comparisonPrice: (text) => (/^\S+ [A-Z]{3}(?: \/ \S+ \S+)?$/.test(text) ? text : ''),
  priceTiers: (text, { price }) => (price === undefined ? '' : plainTiers(text)),
};

/** What stands once, above the lines. */
const SHARED = {
  agreementNumber: ({ agreementNumber = '' }: DocumentHeader): string => agreementNumber,
  supplierId: ({ supplier = {} }: DocumentHeader): string => registeredId(supplier)?.id ?? '',
  supplierName: ({ supplier = {} }: DocumentHeader): string => supplier.name ?? '',
} as const satisfies { readonly [F in Field]?: (header: DocumentHeader) => string };

export const PEPPOL_WRITTEN = Object.keys(TOLD) as readonly Field[];
export const PEPPOL_SHARED = Object.keys(SHARED) as readonly Field[];

/** A licence number stands with its label. */
function licenceIsTold({ ecoLabel = [], ecoLicence = '' }: CatalogueLine): boolean {
  const told = ecoLabel.map(({ licence, text }) => `${licence ?? ''} ${text}`).join(' ');
  return told.includes(ecoLicence) && ecoLicence !== '';
}

/**
 * @param extras headings of columns without a field that have an element of their own
 * @param leftOut is told of every value that has no room
 * @returns by field, and by heading
 */
export function peppolTexts(
  line: CatalogueLine,
  header: DocumentHeader,
  extras: ReadonlySet<string>,
  leftOut: (what: string) => void,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const field of FIELD_NAMES) {
    if (field === 'action' || isEmpty(line, field)) continue;
    const told = fieldText(field, line);
    if (told !== '') texts.set(field, told);
    else if (!isToldElsewhere(field, line, header)) leftOut(field);
  }
  if (line.status === 'discontinued') texts.set('orderable', 'false');
  if (line.action !== undefined) texts.set('action', line.action);
  if (!texts.has('currency') && texts.has('price') && header.currency !== undefined)
    texts.set('currency', header.currency);
  for (const heading in line.extra) {
    if (extras.has(heading)) texts.set(heading, line.extra[heading] ?? '');
    else leftOut(heading);
  }
  return texts;
}

function isEmpty(line: CatalogueLine, field: Field): boolean {
  return line.unreadable?.[field] === undefined && (line[field] === undefined || canonicalText(line, field) === '');
}

/** What was not understood is nothing that others could understand. */
function fieldText(field: Field, line: CatalogueLine): string {
  return line.unreadable?.[field] === undefined ? (TOLD[field]?.(canonicalText(line, field), line) ?? '') : '';
}

function isToldElsewhere(field: Field, line: CatalogueLine, header: DocumentHeader): boolean {
  if (line.unreadable?.[field] !== undefined) return false;
  if (field === 'ecoLicence') return licenceIsTold(line);
  return field in SHARED && SHARED[field as keyof typeof SHARED](header) === line[field];
}

/** Packages have an `X` before their code in the list. */
function listedUnit(code: string): string {
  return !isUnitCode(code) && isUnitCode(`X${code}`) ? `X${code}` : code;
}

const LEAD_UNITS: Readonly<Record<LeadUnit, string>> = { days: 'DAY', workingDays: 'E49', weeks: 'WEE', months: 'MON' };

function leadTimeMeasure(text: string): string {
  const [, unit = ''] = /^\d+(?:\.\d+)? ([A-Z0-9]{2,3})$/.exec(text) ?? [];
  if (isUnitCode(unit)) return text;
  const read = readLeadTime(text);
  return read === undefined ? '' : `${read.amount} ${LEAD_UNITS[read.unit]}`;
}

function weightMeasure(text: string): string {
  const [, number = '', word = ''] = /^(\d+(?:[.,]\d+)?)\s*(\S+)$/.exec(text) ?? [];
  const unit = findUnit(word);
  return unit === undefined ? '' : `${number.replace(',', '.')} ${unit}`;
}

function countryCode(text: string): string {
  const found = findCountry(text);
  return found.kind === 'country' ? found.code : '';
}

/** `10=9,50; 100=9` with points; nothing where a part is no tier. */
function plainTiers(text: string): string {
  const parts = text.split(';').map((part) =>
    part
      .trim()
      .replaceAll(',', '.')
      .replace(/\s*=\s*/, '='),
  );
  const given = parts.filter((part) => part !== '');
  return given.every((part) => /^\d+(?:\.\d+)?=\d+(?:\.\d+)?$/.test(part)) ? given.join('; ') : '';
}
