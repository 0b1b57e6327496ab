/**
 * The rules of a document's form on what several elements say together: periods within one another, prices, quantities,
 * taxes. Fed by the walk in document-check.ts, which puts the elements asked about into their slots.
 */
import { isUnitCode, sameUnit } from '../../code-lists/units.ts';
import type { DocumentElement } from '../../engine/document.ts';
import type { Specification } from './model.ts';
import { localName } from './namespaces.ts';
import { type End, SLOTS, type Slot } from './nodes.ts';
import { itemInformationProblems } from './qii.ts';
import { dayNumber, isBlank, isDecimal, normalized, shown, xpathNumber } from './values.ts';

const PROFILES: ReadonlySet<string> = new Set([
  'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3',
  'urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3',
]);
const CUSTOMIZATION = {
  peppol: 'urn:fdc:peppol.eu:poacc:trns:catalogue:3',
  response: 'urn:fdc:peppol.eu:poacc:trns:catalogue_response:3',
};

/** A price condition of the line that is being looked at. */
interface Condition {
  readonly element: DocumentElement;
  readonly amount: DocumentElement | undefined;
  readonly start: DocumentElement | undefined;
  readonly end: DocumentElement | undefined;
}

interface More {
  readonly actual?: string;
  readonly expected?: string;
  readonly message?: string;
  readonly severity?: 'warning';
}

/** What is reported: rule, where it shows, the path of it, and values. */
export type Told = readonly [rule: string, at: DocumentElement, path: string, more?: More];

/** Days of the catalogue that count where they are not given. */
const FIRST_DAY = 0;
const LAST_DAY = 99_999_999;

const slotOf = (path: Slot): number => SLOTS.indexOf(path);
const CATALOGUE_START = slotOf('cac:ValidityPeriod/cbc:StartDate');
const CATALOGUE_END = slotOf('cac:ValidityPeriod/cbc:EndDate');
const CUSTOMIZATION_ID = slotOf('cbc:CustomizationID');
const PROFILE_ID = slotOf('cbc:ProfileID');
const LINE_PERIOD_PATH: Slot = 'cac:CatalogueLine/cac:LineValidityPeriod';
const LINE_PERIOD = slotOf(LINE_PERIOD_PATH);
const LINE_START = slotOf('cac:CatalogueLine/cac:LineValidityPeriod/cbc:StartDate');
const LINE_END = slotOf('cac:CatalogueLine/cac:LineValidityPeriod/cbc:EndDate');
const ORDERED_UNIT = slotOf('cac:CatalogueLine/cbc:OrderableUnit');
const MOST_PATH: Slot = 'cac:CatalogueLine/cbc:MaximumOrderQuantity';
const MOST = slotOf(MOST_PATH);
const LEAST_PATH: Slot = 'cac:CatalogueLine/cbc:MinimumOrderQuantity';
const LEAST = slotOf(LEAST_PATH);
const AMOUNT = slotOf('cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount');
const PRICE_START = slotOf(
  'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod/cbc:StartDate',
);
const PRICE_END = slotOf('cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod/cbc:EndDate');
const SELLERS_ID = slotOf('cac:CatalogueLine/cac:Item/cac:SellersItemIdentification/cbc:ID');
const STANDARD_ID = slotOf('cac:CatalogueLine/cac:Item/cac:StandardItemIdentification/cbc:ID');
const TAX_ID = slotOf('cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID');
export const TAX_PERCENT = slotOf('cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent');

const LINE = 'cac:CatalogueLine';
const CONDITION: End = 'cac:CatalogueLine/cac:RequiredItemLocationQuantity';
const ITEM: End = 'cac:CatalogueLine/cac:Item';
const TAX: End = 'cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory';

export class BusinessCheck {
  /** The elements that rules ask about, by their place in {@link SLOTS}; filled by whoever walks. */
  readonly slots: (DocumentElement | undefined)[] = SLOTS.map(() => undefined);
  readonly #specification: Specification;
  readonly #report: (...told: Told) => void;
  #conditions: Condition[] = [];
  #start = FIRST_DAY;
  #end = LAST_DAY;
  #period = '';

  constructor(specification: Specification, report: (...told: Told) => void) {
    this.#specification = specification;
    this.#report = report;
  }

  /** A line begins. */
  begin(): void {
    this.slots.fill(undefined, LINE_PERIOD);
    this.#conditions = [];
  }

  /** What stands above the lines was read. */
  document(root: DocumentElement): void {
    const customization = this.slots[CUSTOMIZATION_ID];
    const isResponse = this.#specification === 'response';
    const expected = CUSTOMIZATION[isResponse ? 'response' : 'peppol'];
    if (customization !== undefined && !normalized(customization.text).startsWith(expected)) {
      const rule = isResponse ? 'peppol/t58-r001' : 'peppol/t19-r018';
      this.#report(rule, customization, 'cbc:CustomizationID', { actual: shown(customization.text), expected });
    }
    if (isResponse) return;
    const profile = this.slots[PROFILE_ID];
    if (this.#specification === 'peppol' && profile !== undefined && !PROFILES.has(normalized(profile.text)))
      this.#report('peppol/t19-r017', profile, 'cbc:ProfileID', { actual: shown(profile.text) });
    const start = this.slots[CATALOGUE_START];
    const end = this.slots[CATALOGUE_END];
    this.#start = day(start, FIRST_DAY);
    this.#end = day(end, LAST_DAY);
    this.#period = periodText(start, end);
    if (this.#end >= this.#start) return;
    const at = end ?? start ?? root;
    this.#report('peppol/t19-r001', at, 'cac:ValidityPeriod', { actual: textOf(end), expected: textOf(start) });
  }

  /** An element of those that rules ask about as a whole was read to its end. */
  ended(end: End, element: DocumentElement): void {
    switch (end) {
      case 'cac:SellerSupplierParty':
        this.#nameOrNumber('peppol/t19-r004', end, element);
        break;
      case 'cac:ContractorCustomerParty':
        this.#nameOrNumber('peppol/t19-r005', end, element);
        break;
      case CONDITION:
        this.#takeCondition(element);
        break;
      case TAX:
        this.#taxCategory(element);
        break;
      case ITEM:
        this.#item(element);
        break;
    }
  }

  #takeCondition(element: DocumentElement): void {
    const { slots } = this;
    this.#conditions.push({ element, amount: slots[AMOUNT], start: slots[PRICE_START], end: slots[PRICE_END] });
    slots.fill(undefined, AMOUNT, PRICE_END + 1);
  }

  #item(element: DocumentElement): void {
    if (this.slots[SELLERS_ID] === undefined && this.slots[STANDARD_ID] === undefined)
      this.#report('peppol/t19-r012', element, ITEM);
    if (this.#specification !== 'ehf') return;
    for (const { rule, at, path, ...more } of itemInformationProblems(element)) this.#report(rule, at, path, more);
  }

  #nameOrNumber(rule: string, path: string, element: DocumentElement): void {
    const party = childNamed(element.children, 'Party')?.children ?? [];
    const name = childNamed(childNamed(party, 'PartyName')?.children ?? [], 'Name');
    const number = childNamed(childNamed(party, 'PartyIdentification')?.children ?? [], 'ID');
    if (name === undefined && number === undefined) this.#report(rule, element, path);
  }

  #taxCategory(element: DocumentElement): void {
    const id = this.slots[TAX_ID];
    const percent = this.slots[TAX_PERCENT];
    this.slots.fill(undefined, TAX_ID, TAX_PERCENT + 1);
    const category = id === undefined ? '' : normalized(id.text);
    if (percent === undefined && category !== 'O') this.#report('peppol/t19-r014', element, TAX, { actual: category });
    const rate = percent === undefined ? Number.NaN : xpathNumber(percent.text);
    if (category === 'S' && !(rate > 0))
      this.#report('peppol/t19-r015', percent ?? element, TAX, { actual: textOf(percent) });
    if (percent === undefined || isBlank(percent.text) || isDecimal(percent.text)) return;
    if (category !== 'S' || rate > 0)
      this.#report('peppol/schema-value', percent, `${TAX}/cbc:Percent`, {
        actual: shown(percent.text),
        message: 'number',
      });
  }

  /** The line was read to its end. */
  line(line: DocumentElement): void {
    const { slots } = this;
    this.#quantities(slots[MOST], slots[LEAST]);
    this.#orderUnit(slots[LEAST], LEAST_PATH);
    this.#orderUnit(slots[MOST], MOST_PATH);
    const start = slots[LINE_START];
    const end = slots[LINE_END];
    const from = start === undefined ? this.#start : dayNumber(start.text);
    const to = end === undefined ? this.#end : dayNumber(end.text);
    const period = slots[LINE_PERIOD];
    const at = period ?? line;
    const path = period === undefined ? LINE : LINE_PERIOD_PATH;
    if (!isWithin(from, to, this.#start, this.#end))
      this.#report('peppol/t19-r007', at, path, { actual: periodText(start, end), expected: this.#period });
    if (!(from <= to)) this.#report('peppol/t19-r013', at, path, { actual: textOf(end), expected: textOf(start) });
    for (const condition of this.#conditions)
      this.#condition(condition, from, to, periodText(start, end) || this.#period);
  }

  #condition({ element, amount, start, end }: Condition, lineFrom: number, lineTo: number, line: string): void {
    const price = amount === undefined ? Number.NaN : xpathNumber(amount.text);
    if (!(price >= 0)) this.#report('peppol/t19-r006', amount ?? element, CONDITION, { actual: textOf(amount) });
    const from = start === undefined ? lineFrom : dayNumber(start.text);
    const to = end === undefined ? lineTo : dayNumber(end.text);
    const at = start ?? end ?? element;
    if (!isWithin(from, to, lineFrom, lineTo))
      this.#report('peppol/t19-r011', at, CONDITION, { actual: periodText(start, end), expected: line });
    if (!(from <= to)) this.#report('peppol/t19-r016', at, CONDITION, { actual: textOf(end), expected: textOf(start) });
  }

  #quantities(most: DocumentElement | undefined, least: DocumentElement | undefined): void {
    const upper = most === undefined ? 0 : xpathNumber(most.text);
    const lower = least === undefined ? 0 : xpathNumber(least.text);
    if (most !== undefined && !(upper >= 0)) this.#report('peppol/t19-r008', most, MOST_PATH, { actual: textOf(most) });
    if (least !== undefined && !(lower >= 0))
      this.#report('peppol/t19-r009', least, LEAST_PATH, { actual: textOf(least) });
    if (most !== undefined && least !== undefined && !(upper >= lower))
      this.#report('peppol/t19-r010', most, MOST_PATH, { actual: textOf(most), expected: textOf(least) });
  }

  #orderUnit(quantity: DocumentElement | undefined, path: Slot): void {
    const actual = quantity?.attributes['unitCode']?.trim() ?? '';
    const expected = this.slots[ORDERED_UNIT]?.text.trim() ?? '';
    // What is no code of the list is told by the rule on the list.
    if (quantity === undefined || !isUnitCode(actual) || !isUnitCode(expected)) return;
    if (actual !== ONE && !sameUnit(actual, expected))
      this.#report('peppol/order-quantity-unit', quantity, path, { actual, expected });
  }
}

/** One of whatever is ordered. */
const ONE = 'C62';

function isWithin(from: number, to: number, first: number, last: number): boolean {
  return from >= first && from <= last && to <= last && to >= first;
}

function day(element: DocumentElement | undefined, otherwise: number): number {
  return element === undefined ? otherwise : dayNumber(element.text);
}

function textOf(element: DocumentElement | undefined): string {
  return element === undefined ? '' : shown(element.text);
}

/** Empty without either. */
function periodText(start: DocumentElement | undefined, end: DocumentElement | undefined): string {
  return start === undefined && end === undefined ? '' : `${textOf(start)}–${textOf(end)}`;
}

/** Whatever its prefix. */
export function childNamed(children: readonly DocumentElement[], local: string): DocumentElement | undefined {
  return children.find(({ written }) => localName(written) === local);
}
