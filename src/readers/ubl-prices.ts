/** The prices of a UBL line: which of them is the line's own, and how all of them are told. */
import type { Decimal } from '../catalogue/decimal.ts';
import { compare, decimal, parseDecimal } from '../catalogue/decimal.ts';
import { child, childText, type XmlElement } from './xml-tree.ts';

interface Condition {
  readonly element: XmlElement;
  readonly lowest: Decimal | undefined;
  readonly from: string;
  readonly to: string;
  readonly isRegional: boolean;
}

/**
 * The price that holds on the day, from the lowest quantity; one for all times and places before one for a period or
 * a place. Where none holds on the day it is the one that ended last, else the one that begins first.
 * @param asOf `YYYY-MM-DD`; absent: periods do not count
 * @returns the `cac:RequiredItemLocationQuantity` that holds it; nothing where the line has none
 */
export function ownPrice(conditions: readonly XmlElement[], asOf: string | undefined): XmlElement | undefined {
  const [only] = conditions;
  if (conditions.length < 2) return only;
  const priced = conditions.filter((element) => childText(child(element, 'Price'), 'PriceAmount') !== '');
  if (priced.length === 0) return only;
  const all = priced.map(conditionOf);
  const holding = all.filter(
    ({ from, to }) => asOf === undefined || ((from === '' || from <= asOf) && (to === '' || asOf <= to)),
  );
  if (holding.length > 0) return best(holding)?.element;
  const ended = all.filter(({ to }) => asOf !== undefined && to !== '' && to < asOf);
  const latest = ended.reduce((last, { to }) => (to > last ? to : last), '');
  if (latest !== '') return best(ended.filter(({ to }) => to === latest))?.element;
  const earliest = all.reduce((first, { from }) => (first === '' || from < first ? from : first), '');
  return best(all.filter(({ from }) => from === earliest))?.element;
}

function periodOf(element: XmlElement): XmlElement | undefined {
  return child(child(element, 'Price'), 'ValidityPeriod');
}

function conditionOf(element: XmlElement): Condition {
  const period = periodOf(element);
  return {
    element,
    lowest: parseDecimal(childText(element, 'MinimumQuantity')),
    from: childText(period, 'StartDate'),
    to: childText(period, 'EndDate'),
    isRegional: child(element, 'ApplicableTerritoryAddress') !== undefined,
  };
}

function best(conditions: readonly Condition[]): Condition | undefined {
  return conditions.reduce<Condition | undefined>(
    (first, next) => (first === undefined || isBefore(next, first) ? next : first),
    undefined,
  );
}

function isBefore(a: Condition, b: Condition): boolean {
  const byQuantity = compareLowest(a.lowest, b.lowest);
  if (byQuantity !== 0) return byQuantity < 0;
  if (a.isRegional !== b.isRegional) return b.isRegional;
  // The catalogue is used when a campaign is over, too.
  return !hasPeriod(a) && hasPeriod(b);
}

function hasPeriod({ from, to }: Condition): boolean {
  return from !== '' || to !== '';
}

function compareLowest(a: Decimal | undefined, b: Decimal | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  return compare(a, b);
}

/** What several conditions say: as price tiers where quantities alone part them, else all they say. */
export interface Tiers {
  /** `10=11.00; 100=10.00`: from so many on, so much. What is paid for fewer is the line's own price. */
  readonly plain: string;
  /** `1=12.50; 10=11.00 (2026-01-01/2026-06-30)`: lowest quantity and price of each. */
  readonly other: string;
}

const NO_TIERS: Tiers = { plain: '', other: '' };

/** @param own the condition of the line's own price */
export function tiersOf(conditions: readonly XmlElement[], own: XmlElement | undefined): Tiers {
  if (conditions.length < 2) return NO_TIERS;
  const plain = plainTiers(conditions, own);
  return plain === undefined ? { plain: '', other: tierText(conditions) } : { plain, other: '' };
}

function plainTiers(conditions: readonly XmlElement[], own: XmlElement | undefined): string | undefined {
  const tiers: { readonly from: Decimal; readonly text: string }[] = [];
  const days = daysOf(own);
  for (const element of conditions) {
    const price = childText(child(element, 'Price'), 'PriceAmount');
    const lowest = childText(element, 'MinimumQuantity');
    if (price === '' || daysOf(element) !== days || child(element, 'ApplicableTerritoryAddress') !== undefined)
      return undefined;
    const from = parseDecimal(lowest);
    if (element === own) {
      if (lowest !== '' && (from === undefined || compare(from, ONE) > 0)) return undefined;
    } else if (from === undefined) return undefined;
    else tiers.push({ from, text: `${from}=${price}` });
  }
  return tiers
    .sort((a, b) => compare(a.from, b.from))
    .map(({ text }) => text)
    .join('; ');
}

const ONE = decimal('1');

/** `2026-01-01/2026-06-30`; empty for a price of all times. */
function daysOf(element: XmlElement | undefined): string {
  const period = element === undefined ? undefined : periodOf(element);
  return period === undefined ? '' : `${childText(period, 'StartDate')}/${childText(period, 'EndDate')}`;
}

function tierText(conditions: readonly XmlElement[]): string {
  return conditions
    .flatMap((element) => {
      const price = childText(child(element, 'Price'), 'PriceAmount');
      if (price === '') return [];
      const notes = [daysOf(element), placeOf(element)].filter((note) => note !== '').join(', ');
      const amount = childText(element, 'MinimumQuantity') || '1';
      return [`${amount}=${price}${notes === '' ? '' : ` (${notes})`}`];
    })
    .join('; ');
}

function placeOf(element: XmlElement): string {
  const address = child(element, 'ApplicableTerritoryAddress');
  const country = childText(child(address, 'Country'), 'IdentificationCode');
  return [childText(address, 'CountrySubentity'), country].filter((part) => part !== '').join(' ');
}
