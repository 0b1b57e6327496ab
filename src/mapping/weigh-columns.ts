/**
 * Headings and cells weighed together. A heading says what a column is; its cells agree, tell which of two things the
 * heading means, or deny it. Cells alone make a column a GTIN or a currency, which nothing else looks like; of price,
 * item number and unit they only give a hint, since a wrong guess there spoils every line.
 */
import type { CellLook, Column, ColumnDoubt } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import { fieldKind } from '../catalogue/field.ts';
import { sameUnit } from '../code-lists/units.ts';
import { type Looks, looksOf, mainLook, NEARLY_ALL } from './column-looks.ts';
import type { ColumnSample } from './column-samples.ts';
import { headingKey, isOfOtherThing, priceHeading, recogniseHeading } from './headings.ts';

export interface WeighedColumns {
  readonly columns: readonly Column[];
  readonly doubts: readonly ColumnDoubt[];
}

interface Weighed {
  readonly column: Column;
  readonly looks: Looks;
}

/** @param unitOf reads a cell of the unit column */
export function weighColumns(
  columns: readonly Column[],
  samples: readonly ColumnSample[],
  unitOf: (text: string) => string | undefined,
): WeighedColumns {
  const doubts: ColumnDoubt[] = [];
  const taken = new Set(columns.flatMap(({ field }) => field ?? []));
  const seen = columns.map((column, at): Weighed => ({ column, looks: looksOf(samples[at] ?? NO_SAMPLE) }));
  const byHeading = seen.map((one): Weighed => ({ ...one, column: byHeadingAndCells(one, taken, doubts) }));
  const filled = withFilledColumns(withFreedFields(byHeading, columns, taken));
  const weighed = byCells(filled, taken, doubts).map(({ column, looks }): Column => {
    const main = mainLook(looks);
    return main === undefined ? column : { ...column, looks: main };
  });
  for (const { reason, maybe, index, heading } of columns) {
    if (reason !== 'secondChoice' || maybe === undefined) continue;
    doubts.push({ kind: 'secondChoice', field: maybe, column: { index, heading: heading.trim() } });
  }
  noteOtherUnit(weighed, samples, unitOf, doubts);
  return { columns: weighed, doubts };
}

const NO_SAMPLE: ColumnSample = { texts: [] };
/** Fewer cells deny nothing. */
const ENOUGH = 5;

function byHeadingAndCells({ column, looks }: Weighed, taken: Set<Field>, doubts: ColumnDoubt[]): Column {
  const { field, reason, confidence = 0, index, heading } = column;
  if (field === undefined || reason === 'saidByOperator' || looks.count === 0) return column;
  const other = otherMeaning(field, heading, looks);
  if (other !== undefined && !taken.has(other)) {
    taken.delete(field);
    taken.add(other);
    return { index, heading, field: other, confidence: 0.85, reason: 'headingAndCells' };
  }
  const denied = looks.count >= ENOUGH ? denial(field, looks) : undefined;
  if (denied !== undefined || other !== undefined) {
    taken.delete(field);
    doubts.push({
      kind: 'contradicted',
      field,
      column: { index, heading: heading.trim() },
      ...(denied === undefined ? {} : { like: denied }),
    });
    return { index, heading, reason: 'contradicted', maybe: field };
  }
  const agreed = AGREED[field] ?? KIND_AGREED[fieldKind(field)];
  if (agreed === undefined || looks.shares[agreed] < NEARLY_ALL || confidence >= SURE) return column;
  return { ...column, confidence: SURE, reason: 'headingAndCells' };
}

/**
 * A field whose column means another thing goes to the next column headed as it: `Förp.` of units leaves `Antal/förp`
 * the pack quantity.
 */
function withFreedFields(seen: readonly Weighed[], before: readonly Column[], taken: Set<Field>): readonly Weighed[] {
  let weighed = seen;
  for (const [at, { column }] of seen.entries()) {
    const freed = before[at]?.field;
    if (freed === undefined || column.field === undefined || taken.has(freed)) continue;
    const next = nextHeadedAs(freed, weighed);
    if (next === undefined) continue;
    taken.add(freed);
    weighed = replaced(weighed, next.from, next.column);
  }
  return weighed;
}

/** Where two columns are headed as one of these, and the one that was taken is empty, the other is meant. */
const TAKEN_WHERE_FILLED: readonly Field[] = ['itemNumber', 'gtin', 'name', 'unit'];

function withFilledColumns(seen: readonly Weighed[]): readonly Weighed[] {
  let weighed = seen;
  for (const field of TAKEN_WHERE_FILLED) {
    const empty = weighed.find((one) => one.column.field === field);
    if (empty === undefined || empty.looks.count > 0 || empty.column.reason === 'saidByOperator') continue;
    const next = nextHeadedAs(field, weighed);
    if (next === undefined) continue;
    weighed = replaced(weighed, next.from, next.column);
    weighed = replaced(weighed, empty, { index: empty.column.index, heading: empty.column.heading });
  }
  return weighed;
}

/** Of the columns without a meaning the one most surely headed as the field, and what it is then. */
function nextHeadedAs(
  field: Field,
  weighed: readonly Weighed[],
): { readonly from: Weighed; readonly column: Column } | undefined {
  const headed = weighed.flatMap((from) => {
    const found = isUnknown(from.column) ? recogniseHeading(from.column.heading) : undefined;
    return found?.field === field && fits(field, from) ? [{ from, found }] : [];
  });
  const surest = headed.toSorted((a, b) => b.found.confidence - a.found.confidence)[0];
  if (surest === undefined) return undefined;
  const { index, heading } = surest.from.column;
  return { from: surest.from, column: { index, heading, ...surest.found } };
}

function fits(field: Field, { column, looks }: Weighed): boolean {
  return (
    looks.count > 0 && otherMeaning(field, column.heading, looks) === undefined && denial(field, looks) === undefined
  );
}

const SURE = 0.9;

/** What the cells of a field look like. */
const AGREED: Readonly<Partial<Record<Field, CellLook>>> = {
  gtin: 'gtin',
  unspsc: 'unspsc',
  unit: 'unit',
  packUnit: 'unit',
  currency: 'currency',
};
const KIND_AGREED: Readonly<Partial<Record<string, CellLook>>> = { money: 'amount', date: 'date' };

/** `Prisenhet`, `Price/unit`: the unit of the price, the price of a unit, or of how many units it is. */
const PRICE_AND_UNIT: ReadonlySet<string> = new Set([
  'prisenhet',
  'priceunit',
  'prisenhed',
  'preiseinheit',
  'priseining',
]);

/** Which other thing the heading can mean, where the cells look like that one only. */
function otherMeaning(field: Field, heading: string, looks: Looks): Field | undefined {
  const { shares, numbers, whole, powers } = looks;
  if ((field === 'unit' || field === 'priceBaseQuantity') && PRICE_AND_UNIT.has(headingKey(heading))) {
    if (field === 'unit' && powers >= NEARLY_ALL) return 'priceBaseQuantity';
    if (numbers >= NEARLY_ALL && whole < NEARLY_ALL) return 'price';
    if (field === 'priceBaseQuantity' && shares.unit >= NEARLY_ALL) return 'unit';
  }
  if (field === 'packUnit' && (whole >= NEARLY_ALL || (shares.words < NEARLY_ALL && looks.packs >= NEARLY_ALL)))
    return 'packQuantity';
  return field === 'packQuantity' && shares.unit >= NEARLY_ALL && shares.words >= NEARLY_ALL ? 'packUnit' : undefined;
}

/** What the cells look like instead, where that cannot be the field. */
function denial(field: Field, looks: Looks): CellLook | undefined {
  const denied = SUCCESSION.has(field) && looks.distinct <= YES_AND_NO ? ONLY_WORDS : DENIED[field];
  return denied?.find((look) => looks.shares[look] >= NEARLY_ALL);
}

/** `Ny vare?` may be asked with the answer yes: that is the number of no item. */
const SUCCESSION: ReadonlySet<Field> = new Set(['replacedBy', 'replaces']);
const YES_AND_NO = 2;
const ONLY_WORDS = ['words'] as const satisfies readonly CellLook[];

const NO_NUMBERS = ['gtin', 'date', 'words'] as const satisfies readonly CellLook[];
const DENIED: Readonly<Partial<Record<Field, readonly CellLook[]>>> = {
  itemNumber: ['amount', 'date'],
  gtin: ['amount', 'date', 'words'],
  unspsc: ['amount', 'date', 'gtin'],
  unit: ['amount', 'date', 'gtin'],
  price: NO_NUMBERS,
  listPrice: NO_NUMBERS,
  packQuantity: ['gtin', 'date'],
  currency: ['amount', 'date', 'gtin'],
  validFrom: ['amount', 'gtin'],
  validTo: ['amount', 'gtin'],
  priceValidFrom: ['amount', 'gtin'],
  priceValidTo: ['amount', 'gtin'],
  lastChanged: ['amount', 'gtin', 'words'],
  vatCategory: ['amount', 'date', 'gtin'],
};

/** Unknown columns by their cells alone; each field once, and none where two columns could be it. */
function byCells(seen: readonly Weighed[], taken: Set<Field>, doubts: ColumnDoubt[]): readonly Weighed[] {
  let weighed = seen;
  for (const { field, isIt, headed, used } of BY_CELLS) {
    if (taken.has(field)) continue;
    const found = weighed.filter(
      ({ column, looks }) =>
        isUnknown(column) && looks.count >= ENOUGH && headed?.test(column.heading.trim()) !== false && isIt(looks),
    );
    const [only] = found;
    if (only === undefined || (found.length > 1 && used === undefined)) continue;
    const { index, heading } = only.column;
    if (used !== undefined && found.length === 1) {
      taken.add(field);
      weighed = replaced(weighed, only, { index, heading, field, confidence: used, reason: 'cellsAlone' });
      continue;
    }
    doubts.push({ kind: 'unsure', field, column: { index, heading: heading.trim() } });
    weighed = replaced(weighed, only, { index, heading, reason: 'unsure', maybe: field });
  }
  return weighed;
}

function replaced(seen: readonly Weighed[], one: Weighed, column: Column): readonly Weighed[] {
  return seen.map((other) => (other === one ? { ...other, column } : other));
}

function isUnknown({ field, reason, heading }: Column): boolean {
  return field === undefined && reason === undefined && !isOfOtherThing(heading);
}

interface ByCells {
  readonly field: Field;
  readonly isIt: (looks: Looks) => boolean;
  /** What the heading must be besides. */
  readonly headed?: RegExp;
  /** How sure; absent: a hint only. */
  readonly used?: number;
}

const ALL = 0.98;

const BY_CELLS: readonly ByCells[] = [
  { field: 'gtin', isIt: ({ shares }) => shares.gtin >= ALL, used: 0.85 },
  { field: 'currency', isIt: ({ shares }) => shares.currency >= ALL, used: 0.8 },
  {
    field: 'priceBaseQuantity',
    isIt: ({ powers }) => powers >= NEARLY_ALL,
    headed: /^(?:pris|price|preis) (?:pr|per|pro)\.?$/i,
    used: 0.85,
  },
  { field: 'unspsc', isIt: ({ shares, distinct, count }) => shares.unspsc >= ALL && distinct < count },
  { field: 'unit', isIt: ({ shares }) => shares.unit >= ALL },
  { field: 'price', isIt: ({ shares }) => shares.amount >= ALL },
  {
    field: 'itemNumber',
    isIt: ({ shares, distinct, count }) =>
      distinct === count && shares.code >= ALL && shares.gtin < NEARLY_ALL && shares.amount < NEARLY_ALL,
  },
];

/** `Pris pr stk` above lines that are sold in packs: either the heading or the unit is not what the price is for. */
function noteOtherUnit(
  columns: readonly Column[],
  samples: readonly ColumnSample[],
  unitOf: (text: string) => string | undefined,
  doubts: ColumnDoubt[],
): void {
  const price = columns.find(({ field }) => field === 'price');
  const unitAt = columns.findIndex(({ field }) => field === 'unit');
  const headed = price === undefined ? undefined : priceHeading(price.heading).unit;
  if (price === undefined || headed === undefined || unitAt < 0) return;
  const differs = samples[unitAt]?.texts.some((text) => {
    const unit = unitOf(text);
    return unit !== undefined && !sameUnit(unit, headed);
  });
  if (differs === true) {
    doubts.push({ kind: 'otherUnit', field: 'price', column: { index: price.index, heading: price.heading.trim() } });
  }
}
