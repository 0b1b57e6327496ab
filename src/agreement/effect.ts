/**
 * What a price that is not the agreed one, or not the former one, makes in a year: the difference for one of what is
 * counted, times how many of them are bought. Reckoned in exact fractions and rounded once, to whole øre.
 */
import { add, type Decimal, decimal, isZero, multiply, subtract } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import type { DerivationStep } from '../catalogue/finding.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { sameUnit } from '../code-lists/units.ts';
import type { AgreedArticle, AgreedVerdict, Agreement } from './agreement.ts';
import { allowedPrice } from './price-verdict.ts';
import { type Fraction, fraction, times, toDecimal } from './terms/fraction.ts';
import { type Basis, baseQuantityOf, compareBases } from './verdict/basis.ts';
import { type VolumeEntry, type Volumes, volumesOf } from './volumes.ts';

export type Effect =
  /** In the agreement's currency, to whole øre; below zero where less is paid. */
  | { readonly kind: 'known'; readonly amount: Decimal }
  /** The table does not have the article. */
  | { readonly kind: 'noVolume' }
  /** What is counted there cannot be brought to what is priced here, or the currency has no rate. */
  | { readonly kind: 'notComparable' };

const NO_VOLUME = { kind: 'noVolume' } as const;
const NOT_COMPARABLE = { kind: 'notComparable' } as const;
const ONE = decimal('1');
const DECIMALS = 2;

export interface EffectGrounds {
  readonly volumes: Volumes;
  /** The agreement's; absent: whatever the prices are in. */
  readonly currency?: string | undefined;
  /** What one unit of a foreign currency costs in the agreement's. */
  readonly rates: Readonly<Record<string, Decimal>>;
  /** Fields that the file has a column for. Absent: all. */
  readonly columns?: ReadonlySet<Field> | undefined;
}

export function effectGrounds(
  volumes: Volumes,
  agreement: Pick<Agreement, 'currency' | 'pricing'> | undefined,
  columns?: ReadonlySet<Field>,
): EffectGrounds {
  return { volumes, currency: agreement?.currency, rates: agreement?.pricing?.rates ?? {}, columns };
}

/** @returns nothing for a price that is the agreed one, or cannot be held against it */
export function effectOf(line: CatalogueLine, agreed: AgreedVerdict, grounds: EffectGrounds): Effect | undefined {
  const { article, price: verdict } = agreed;
  if (verdict.kind !== 'above' && verdict.kind !== 'below' && verdict.kind !== 'explained') return undefined;
  return effectAgainst(line, article, volumesOf(grounds.volumes, article, line), article, grounds);
}

/**
 * Of a price that changed.
 * @param article the line's agreed article, where it is one
 * @returns nothing where one of the two has no price
 */
export function changeEffect(
  before: CatalogueLine,
  after: CatalogueLine,
  article: AgreedArticle | undefined,
  grounds: EffectGrounds,
): Effect | undefined {
  if (before.price === undefined || after.price === undefined) return undefined;
  const { currency } = grounds;
  if ((before.currency ?? currency) !== (after.currency ?? currency)) return NOT_COMPARABLE;
  const keys = article === undefined ? [after, before] : [article, after, before];
  return effectAgainst(after, before, volumesOf(grounds.volumes, ...keys), article ?? before, grounds);
}

/** {@link changeEffect} where nothing is known but the volumes: whatever the prices are in, and whoever agreed on them. */
export function changeEffectAt(
  volumes: Volumes | undefined,
): ((before: CatalogueLine, after: CatalogueLine) => Decimal | undefined) | undefined {
  if (volumes === undefined) return undefined;
  const grounds = effectGrounds(volumes, undefined);
  return (before, after) => {
    const effect = changeEffect(before, after, undefined, grounds);
    return effect?.kind === 'known' ? effect.amount : undefined;
  };
}

/** What a reckoning of {@link spendOf} looks at beside the line's numbers. */
export const SPEND_FIELDS = [
  'itemNumber',
  'price',
  'currency',
  'unit',
  'packQuantity',
  'packUnit',
  'priceBaseQuantity',
] as const satisfies readonly Field[];

/**
 * What a year's volume of the line costs at its price.
 * @param article the line's agreed article, where it is known to be one
 * @returns whole øre in the agreement's currency; nothing without a price, or a volume that can be held against it
 */
export function spendOf(
  line: CatalogueLine,
  article: AgreedArticle | undefined,
  grounds: EffectGrounds,
): bigint | undefined {
  if (line.price === undefined) return undefined;
  const entries = article === undefined ? volumesOf(grounds.volumes, line) : volumesOf(grounds.volumes, article, line);
  if (entries.length === 0) return undefined;
  const rate = rateOf(line.currency, grounds);
  const yearly = yearlyQuantity(line, entries, article ?? line, grounds);
  if (rate === undefined || yearly === undefined) return undefined;
  const each = fraction(multiply(line.price, rate), baseQuantityOf(line));
  return inOre(toDecimal(times(each, yearly), DECIMALS));
}

/** @param amount to whole øre at most */
export function inOre(amount: Decimal): bigint {
  const [whole = '0', decimals = ''] = amount.split('.');
  return BigInt(whole + decimals.padEnd(DECIMALS, '0'));
}

/** @param counted what a volume without a unit counts: order units of this */
function effectAgainst(
  line: CatalogueLine,
  other: Basis & { readonly price?: Decimal },
  entries: readonly VolumeEntry[],
  counted: Basis,
  grounds: EffectGrounds,
): Effect {
  if (entries.length === 0) return NO_VOLUME;
  const rate = rateOf(line.currency, grounds);
  const allowed = other.price === undefined ? undefined : allowedPrice(line, other, other.price, grounds.columns);
  const yearly = yearlyQuantity(line, entries, counted, grounds);
  if (rate === undefined || allowed === undefined || yearly === undefined || line.price === undefined)
    return NOT_COMPARABLE;
  const difference = fraction(subtract(multiply(line.price, allowed.below), allowed.above), allowed.below);
  const each = times(difference, fraction(rate, baseQuantityOf(line)));
  return { kind: 'known', amount: toDecimal(times(each, yearly), DECIMALS) };
}

/** How many of the line's order units are bought in a year; nothing where that cannot be known. */
function yearlyQuantity(
  line: CatalogueLine,
  entries: readonly VolumeEntry[],
  counted: Basis,
  { volumes, columns }: EffectGrounds,
): Fraction | undefined {
  let sum: Fraction | undefined;
  for (const entry of entries) {
    const { top, bottom } = volumes.coverages[entry.covers] ?? { top: ONE, bottom: ONE };
    const units = orderUnits(line, basisOfVolume(entry, counted), columns);
    if (units === undefined) return undefined;
    const yearly = times(fraction(multiply(entry.quantity, top), bottom), units);
    sum = sum === undefined ? yearly : plus(sum, yearly);
  }
  return sum;
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { top: add(multiply(a.top, b.bottom), multiply(b.top, a.bottom)), bottom: multiply(a.bottom, b.bottom) };
}

/** Whether what a volume counts can be brought to what the article is priced for. */
export function isCountable(article: AgreedArticle, entry: VolumeEntry): boolean {
  return compareBases(article, basisOfVolume(entry, article), undefined).kind !== 'unknown';
}

/** What a volume counts; in the unit that is agreed, what is agreed to be in it. */
function basisOfVolume({ unit, packQuantity }: VolumeEntry, counted: Basis): Basis {
  const isCounted = unit === undefined || (counted.unit !== undefined && sameUnit(unit, counted.unit));
  const own = packQuantity === undefined ? {} : { packQuantity };
  if (!isCounted) return { ...(unit === undefined ? {} : { unit }), ...own };
  const { priceBaseQuantity: _, pack, ...rest } = counted;
  return { ...rest, ...own, ...(pack === undefined || packQuantity !== undefined ? {} : { pack }) };
}

/** One of what is counted, in order units of the line. */
function orderUnits(
  line: CatalogueLine,
  counted: Basis,
  columns: ReadonlySet<Field> | undefined,
): Fraction | undefined {
  const basis = compareBases(line, counted, columns);
  if (basis.kind === 'unknown') return undefined;
  if (basis.kind === 'same') return fraction(ONE);
  return isZero(basis.offered.amount) ? undefined : fraction(basis.agreed.amount, basis.offered.amount);
}

function rateOf(currency: string | undefined, { currency: own, rates }: EffectGrounds): Decimal | undefined {
  return currency === undefined || own === undefined || currency === own ? ONE : rates[currency];
}

/** Steps of how an effect came about, for the derivation of a finding. */
export function effectSteps(
  line: CatalogueLine,
  { article }: AgreedVerdict,
  { volumes }: EffectGrounds,
): readonly DerivationStep[] {
  return volumesOf(volumes, article, line).flatMap(({ row, quantity, unit, covers }) => {
    const { top, bottom, from, to } = volumes.coverages[covers] ?? { top: ONE, bottom: ONE };
    const yearly = toDecimal(fraction(multiply(quantity, top), bottom), DECIMALS);
    return [
      { step: 'volumeRow', value: String(row) },
      { step: 'volume', value: quantity },
      ...(unit === undefined ? [] : [{ step: 'volumeUnit', value: unit }]),
      ...(from === undefined ? [] : [{ step: 'volumeFrom', value: from }]),
      ...(to === undefined ? [] : [{ step: 'volumeTo', value: to }]),
      {
        step: 'yearlyVolume',
        value: yearly,
        ...(top === bottom ? {} : { formula: `${quantity} × ${top} / ${bottom}` }),
      },
    ];
  });
}
