/**
 * What a price is for: the order unit, what one of it holds, and how many of it the price is for. Two prices can be
 * compared when both are for an amount of one base unit: pieces, kilograms, litres, metres, watts.
 */
import { compare, type Decimal, decimal, isNegative, isZero, multiply } from '../../catalogue/decimal.ts';
import type { Field } from '../../catalogue/field.ts';
import type { CatalogueLine, ToldPack } from '../../catalogue/line.ts';
import { measureOf } from '../../code-lists/unit-measures.ts';
import { sameUnit } from '../../code-lists/units.ts';

/** What a price is for. */
export interface Basis {
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  readonly packUnit?: string;
  readonly priceBaseQuantity?: Decimal;
  /** What the text of the unit, or of the quantity, says that it holds: `krt à 5 pk`. */
  readonly pack?: ToldPack;
  /** What was given, but not understood. */
  readonly unreadable?: CatalogueLine['unreadable'];
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
  /** The order unit is a package, and this is what is in it; not where it is itself what is counted. */
  readonly packed: boolean;
  /** The text that says it, where no field of its own does. */
  readonly text?: string;
}

const SAME = { kind: 'same' } as const;
const ONE = decimal('1');

/** @param columns fields that the file has a column for: what it has none for, no line leaves blank. Absent: all */
export function compareBases(
  line: CatalogueLine,
  agreed: Basis,
  columns: ReadonlySet<Field> | undefined,
): BasisComparison {
  return difference(line, agreed, columns) ?? untold(line, agreed, columns) ?? SAME;
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

function difference(line: Basis, agreed: Basis, columns: ReadonlySet<Field> | undefined): BasisComparison | undefined {
  const differs = basisDifference(line, agreed);
  if (differs === undefined) return undefined;
  const isSame = differs.field !== 'unit';
  const common = commonContents(contentsOf(line, agreed, isSame), contentsOf(agreed, line, isSame));
  const [first, ...others] = common;
  const isKnown =
    first !== undefined && others.every((other) => isSameRatio(first, other)) && !isUntoldPack(agreed, common, columns);
  return isKnown ? { kind: 'converted', field: differs.field, ...first } : { kind: 'unknown', ...differs };
}

/** What an order unit of each holds, counted in the same. */
interface CommonContent {
  readonly offered: Content;
  readonly agreed: Content;
}

function commonContents(offered: readonly Content[], agreed: readonly Content[]): readonly CommonContent[] {
  return offered.flatMap((one) =>
    agreed.filter((other) => other.of === one.of).map((other) => ({ offered: one, agreed: other })),
  );
}

function isSameRatio(one: CommonContent, other: CommonContent): boolean {
  const crossed = multiply(other.offered.amount, one.agreed.amount);
  return compare(multiply(one.offered.amount, other.agreed.amount), crossed) === 0;
}

/**
 * A carton of five packs where a pack of 100 is agreed: nobody says that there are 100 in each of the five. As
 * everywhere, a file without a column for it does not leave it blank.
 */
function isUntoldPack(
  { packQuantity }: Basis,
  common: readonly CommonContent[],
  columns: ReadonlySet<Field> | undefined,
): boolean {
  if (packQuantity === undefined || packQuantity === ONE || columns?.has('packQuantity') === false) return false;
  return common.every(({ agreed }) => !agreed.packed);
}

/**
 * All that is said of what one order unit holds.
 * @param other what it is compared with: of that, it may be the content itself
 * @param isSame both are the same order unit, so that a content of 1 is one, and not what stands for "not set"
 * @returns nothing where it cannot be known: 25 in a column beside "kg" may be the sack it comes in, or what is priced
 */
function contentsOf(basis: Basis, other: Basis, isSame: boolean): readonly Content[] {
  const { unit, packQuantity } = basis;
  const measure = unit === undefined ? undefined : measureOf(unit);
  if (measure !== undefined) {
    const isOfOne = packQuantity === undefined || packQuantity === ONE;
    return isOfOne ? [{ of: measure.base, amount: measure.factor, packed: false }] : [];
  }
  return isSame || !isOfItself(basis) ? packContents(basis, other, isSame) : [];
}

function packContents(basis: Basis, other: Basis, isSame: boolean): readonly Content[] {
  const { unit, packQuantity, packUnit, pack } = basis;
  const contents: Content[] = [];
  const isTold = pack !== undefined && pack.quantity === packQuantity && pack.contentUnit === packUnit;
  const packOf = packUnit ?? (isSame ? other.packUnit : undefined);
  // Five of nobody knows what are not five pieces.
  const own = basis.unreadable?.packUnit === undefined ? packContent(packQuantity, packOf, isSame) : undefined;
  if (own !== undefined) contents.push(isTold ? { ...own, text: pack.text } : own);
  if (pack !== undefined && !isTold) {
    const told = packContent(pack.quantity, pack.contentUnit ?? packOf, isSame);
    if (told !== undefined) contents.push({ ...told, text: pack.text });
  }
  if (!isSame && unit !== undefined && holds(other, unit)) contents.push({ of: unit, amount: ONE, packed: false });
  return contents;
}

/** A pack of packs of its own kind: which of the two the price is for, nobody can tell. */
function isOfItself({ unit, packQuantity, packUnit }: Basis): boolean {
  return unit !== undefined && packUnit === unit && packQuantity !== ONE;
}

function holds({ packUnit, pack }: Basis, unit: string): boolean {
  return packUnit === unit || pack?.contentUnit === unit;
}

function packContent(quantity: Decimal | undefined, of: string | undefined, isSame: boolean): Content | undefined {
  if (quantity === undefined || !isPositive(quantity)) return undefined;
  if (!isSame && quantity === ONE && of === undefined) return undefined;
  const inPack = measureOf(of ?? 'H87');
  if (inPack === undefined) return { of: of ?? '', amount: quantity, packed: true };
  return { of: inPack.base, amount: multiply(quantity, inPack.factor), packed: true };
}

/**
 * What the list tells of the basis and the line leaves blank. A unit that nobody can read is as good as none: the price
 * may be for anything. A quantity that cannot be read is a finding of its own; a pack without a number holds one.
 * @returns the first such field, with the article's value
 */
function untold(
  line: CatalogueLine,
  { unit, packQuantity }: Basis,
  columns: ReadonlySet<Field> | undefined,
): BasisComparison | undefined {
  const isUnread = (field: 'unit' | 'packQuantity'): boolean => line.unreadable?.[field] !== undefined;
  const isBlank = (field: 'unit' | 'packQuantity'): boolean =>
    line[field] === undefined && !isUnread(field) && columns?.has(field) !== false;
  if (unit !== undefined && (isBlank('unit') || (line.unit === undefined && isUnread('unit'))))
    return { kind: 'unknown', field: 'unit', agreed: unit };
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
