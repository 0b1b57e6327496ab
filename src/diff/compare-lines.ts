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

/** What two catalogues both say of their lines. */
export interface Comparable {
  readonly fields: readonly Field[];
  /** Those of the fields that say what a price is in and for. */
  readonly priceBasis: readonly Field[];
  /** Of unknown columns. */
  readonly headings: readonly string[];
}

/** A column that came or went is told once for the catalogue, not as a change of every line. */
export function comparable(
  [fields, headings]: readonly [ReadonlySet<Field>, readonly string[]],
  [otherFields, otherHeadings]: readonly [ReadonlySet<Field>, readonly string[]],
): Comparable {
  // What a file does with a line is nothing of the line.
  const both = FIELD_NAMES.filter((field) => field !== 'action' && fields.has(field) && otherFields.has(field));
  return {
    fields: both,
    priceBasis: both.filter((field) => PRICE_BASIS.has(field)),
    headings: otherHeadings.filter((heading) => headings.includes(heading)),
  };
}

/** What a price is in and for: where one of these changed too, the two prices are no measure of each other. */
const PRICE_BASIS: ReadonlySet<Field> = new Set(['currency', 'unit', 'packQuantity', 'priceBaseQuantity']);

export function compareLines(before: CatalogueLine, after: CatalogueLine, both: Comparable): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of both.fields) {
    const old = valueText(before, field);
    const now = valueText(after, field);
    if (old !== now && !isSameNumber(old, now)) {
      const measured =
        isNumber(field, before, after) && (fieldKind(field) !== 'money' || hasSamePriceBasis(before, after, both));
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

function hasSamePriceBasis(before: CatalogueLine, after: CatalogueLine, { priceBasis }: Comparable): boolean {
  return priceBasis.every((field) => {
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
