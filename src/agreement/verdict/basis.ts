/**
 * What a price is for: the order unit, what one of it holds, and how many of it the price is for. Two prices can be
 * compared when both are for an amount of one base unit: pieces, kilograms, litres, metres, watts.
 */
import { compare, type Decimal, decimal, isNegative, isZero, multiply } from '../../catalogue/decimal.ts';
import type { Field } from '../../catalogue/field.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { measureOf } from '../../code-lists/unit-measures.ts';
import { sameUnit } from '../../code-lists/units.ts';

/** What a price is for. */
export interface Basis {
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  readonly packUnit?: string;
  readonly priceBaseQuantity?: Decimal;
}

export type BasisField = 'unit' | 'packQuantity' | 'packUnit';

export type BasisComparison =
  /** The same order unit with the same content. */
  | { readonly kind: 'same' }
  /** Different order units or contents, of which one order unit holds so many base units each. */
  | { readonly kind: 'converted'; readonly field: BasisField; readonly offered: Content; readonly agreed: Content }
  /** Nobody can say how much of the one is how much of the other. */
  | { readonly kind: 'unknown'; readonly field: BasisField; readonly agreed: string };

export interface Content {
  /** The base unit, or the package that is counted. */
  readonly of: string;
  readonly amount: Decimal;
  /** The order unit is a package: its content is what `packQuantity` says. */
  readonly packed: boolean;
}

const SAME = { kind: 'same' } as const;
const ONE = decimal('1');

/** @param columns fields that the file has a column for: what it has none for, no line leaves blank. Absent: all */
export function compareBases(
  line: CatalogueLine,
  agreed: Basis,
  columns: ReadonlySet<Field> | undefined,
): BasisComparison {
  return difference(line, agreed) ?? untold(line, agreed, columns) ?? SAME;
}

/**
 * Whether two prices are for different things, whether or not one can be brought to the other. What only one of them
 * tells is not held against the other.
 * @returns the first field that differs, with the second one's value
 */
export function basisDifference(
  one: Basis,
  other: Basis,
): { readonly field: BasisField; readonly agreed: string } | undefined {
  if (one.unit !== undefined && other.unit !== undefined && !isSameUnit(one.unit, other.unit)) {
    return { field: 'unit', agreed: other.unit };
  }
  const { packQuantity } = other;
  if (one.packQuantity !== undefined && packQuantity !== undefined && compare(one.packQuantity, packQuantity) !== 0) {
    return { field: 'packQuantity', agreed: packQuantity };
  }
  if (one.packUnit === undefined || other.packUnit === undefined || isSameUnit(one.packUnit, other.packUnit)) {
    return undefined;
  }
  return packQuantity === undefined || one.packQuantity === undefined
    ? undefined
    : { field: 'packUnit', agreed: other.packUnit };
}

function difference(line: Basis, agreed: Basis): BasisComparison | undefined {
  const differs = basisDifference(line, agreed);
  if (differs === undefined) return undefined;
  const isSame = differs.field !== 'unit';
  const offered = contentOf(line, agreed.packUnit, isSame);
  const content = contentOf(agreed, line.packUnit, isSame);
  return offered !== undefined && content !== undefined && offered.of === content.of
    ? { kind: 'converted', field: differs.field, offered, agreed: content }
    : { kind: 'unknown', ...differs };
}

/**
 * What one order unit holds.
 * @param otherPackUnit what the other one's packs hold, for one that does not say it
 * @param isSameUnit both are the same order unit, so that a content of 1 is one, and not what stands for "not set"
 * @returns nothing where it cannot be known: 25 in a column beside "kg" may be the sack it comes in, or what is priced
 */
function contentOf(
  { unit, packQuantity, packUnit }: Basis,
  otherPackUnit: string | undefined,
  isSameUnit: boolean,
): Content | undefined {
  const measure = unit === undefined ? undefined : measureOf(unit);
  if (measure !== undefined) {
    const isOfOne = packQuantity === undefined || packQuantity === ONE;
    return isOfOne ? { of: measure.base, amount: measure.factor, packed: false } : undefined;
  }
  if (packQuantity === undefined || !isPositive(packQuantity)) return undefined;
  const told = packUnit ?? (isSameUnit ? otherPackUnit : undefined);
  if (packQuantity === ONE && told === undefined && !isSameUnit) return undefined;
  const inPack = measureOf(told ?? 'H87');
  if (inPack === undefined) return { of: told ?? '', amount: packQuantity, packed: true };
  return { of: inPack.base, amount: multiply(packQuantity, inPack.factor), packed: true };
}

/**
 * What the list tells of the basis and the line leaves blank. A cell that cannot be read is a finding of its own; a
 * pack without a number holds one.
 * @returns the first such field, with the article's value
 */
function untold(
  line: CatalogueLine,
  { unit, packQuantity }: Basis,
  columns: ReadonlySet<Field> | undefined,
): BasisComparison | undefined {
  const isBlank = (field: 'unit' | 'packQuantity'): boolean =>
    line[field] === undefined && line.unreadable?.[field] === undefined && columns?.has(field) !== false;
  if (unit !== undefined && isBlank('unit')) return { kind: 'unknown', field: 'unit', agreed: unit };
  if (packQuantity !== undefined && packQuantity !== ONE && isBlank('packQuantity')) {
    return { kind: 'unknown', field: 'packQuantity', agreed: packQuantity };
  }
  return undefined;
}

/** How many order units a price is for. One that is not given, or is no quantity (exports write 0), is 1. */
export function baseQuantityOf({ priceBaseQuantity: given }: Basis): Decimal {
  return given !== undefined && isPositive(given) ? given : ONE;
}

function isSameUnit(one: string, other: string): boolean {
  return one === other || sameUnit(one, other);
}

export function isPositive(value: Decimal): boolean {
  return !isNegative(value) && !isZero(value);
}
