/** What changed between two versions of one line. */
import { compare, type Decimal, percentChange } from '../catalogue/decimal.ts';
import { FIELD_NAMES, type Field, fieldKind } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';

export interface FieldChange {
  readonly field?: Field;
  /** Heading of an unknown column, where `field` is absent. */
  readonly heading?: string;
  readonly before?: string;
  readonly after?: string;
  /** For decimals: change in percent of the value before; for amounts only where both are for the same thing. */
  readonly percent?: Decimal;
  /** What the change of the price makes in a year. */
  readonly effect?: Decimal;
  /** What the line is called now. */
  readonly name?: string;
  /** Of a change of the price: the line's product group, or its UNSPSC family. */
  readonly group?: string;
}

export interface Comparable {
  readonly fields: ReadonlySet<Field>;
  readonly headings: ReadonlySet<string>;
}

/**
 * @param both the fields and unknown columns that both catalogues have: a column that came or went is told once for
 * the catalogue, not as a change of every line
 */
export function compareLines(before: CatalogueLine, after: CatalogueLine, both: Comparable): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const samePriceBasis = hasSamePriceBasis(before, after, both);
  for (const field of FIELD_NAMES) {
    // What a file does with a line is nothing of the line.
    if (!both.fields.has(field) || field === 'action') continue;
    const old = valueText(before, field);
    const now = valueText(after, field);
    if (old !== now && !isSameNumber(old, now)) {
      const measured = isNumber(field, before, after) && (samePriceBasis || fieldKind(field) !== 'money');
      changes.push(changeOf({ field }, old, now, measured));
    }
  }
  for (const heading of both.headings) {
    const old = before.extra?.[heading];
    const now = after.extra?.[heading];
    if (old !== now && !isSameNumber(old, now)) changes.push(changeOf({ heading }, old, now, false));
  }
  return changes;
}

/** What a price is in and for: where one of these changed too, the two prices are no measure of each other. */
const PRICE_BASIS = ['currency', 'unit', 'packQuantity', 'priceBaseQuantity'] as const satisfies readonly Field[];

function hasSamePriceBasis(before: CatalogueLine, after: CatalogueLine, { fields }: Comparable): boolean {
  return PRICE_BASIS.every((field) => {
    if (!fields.has(field)) return true;
    const old = valueText(before, field);
    const now = valueText(after, field);
    return old === now || isSameNumber(old, now);
  });
}

const PLAIN_NUMBER = /^-?\d+[.,]\d+$/;

/** A column that is carried as text may hold numbers, `0,15` in one file and `0.15` in the other. */
function isSameNumber(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (!PLAIN_NUMBER.test(before) || !PLAIN_NUMBER.test(after)) return false;
  return before.replace(',', '.') === after.replace(',', '.');
}

function isNumber(field: Field, before: CatalogueLine, after: CatalogueLine): boolean {
  const kind = fieldKind(field);
  return (kind === 'money' || kind === 'decimal') && before[field] !== undefined && after[field] !== undefined;
}

function changeOf(
  what: Pick<FieldChange, 'field' | 'heading'>,
  before: string | undefined,
  after: string | undefined,
  isDecimal: boolean,
): FieldChange {
  const percent = isDecimal ? percentChange(before as Decimal, after as Decimal) : undefined;
  return {
    ...what,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(percent === undefined ? {} : { percent }),
  };
}

/** A value as one text; what was not understood counts as it stood. */
export function valueText(line: CatalogueLine, field: Field): string | undefined {
  const value = line[field];
  if (value === undefined) return line.unreadable?.[field];
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value.map((label) => [label.key ?? label.text, label.licence].filter(Boolean).join(' ')).join(', ');
}

/** Whether the price rose (above 0) or fell (below 0); 0 too where the two are not for the same thing. */
export function priceDirection(before: CatalogueLine, after: CatalogueLine, both: Comparable): number {
  if (before.price === undefined || after.price === undefined || !hasSamePriceBasis(before, after, both)) return 0;
  return compare(after.price, before.price);
}
