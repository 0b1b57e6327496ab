/** How lines of the new catalogue stand to the previous version, one by one: all that can be said without the others. */
import { type Decimal, isZero } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import { type KeyHashes, newKeyHashes, putHash } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { nameOf, productGroupOf } from '../catalogue/line-title.ts';
import { priceHoldsOn } from '../catalogue/period.ts';
import { type Mapping, mapRow } from '../mapping/map-rows.ts';
import type { Pass } from '../readers/passed.ts';
import { type Comparable, comparable, compareLines, type FieldChange, priceDirection } from './compare-lines.ts';
import { keyOf } from './line-key.ts';
import { type FormerLines, fieldsOf, onlyFields } from './previous-version.ts';

/** `shared`: several former lines have the key; `otherNumber`: found by GTIN, and the former line had another key. */
export const RELATIONS = ['withoutKey', 'shared', 'new', 'unchanged', 'changed', 'otherNumber'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relations of some lines, in file order. Plain data. */
export interface RelatedLines {
  readonly keys: KeyHashes;
  /** What people call the line; absent where it has no key, or is the former line without any change. */
  readonly items: readonly (string | undefined)[];
  /** By number in {@link RELATIONS}. */
  readonly relations: Uint8Array;
  /** Of the former line, or {@link NO_FORMER}. */
  readonly positions: Int32Array;
  /** Of the price: 1 when it rose, -1 when it fell. */
  readonly directions: Int8Array;
  /** Lines whose period does not hold on the day, ascending: of one item, another line may be the one that counts. */
  readonly outOfForce: readonly number[];
  /** What changed, of the lines where something did, and what new lines are called; ascending. */
  readonly changes: readonly { readonly at: number; readonly fields: readonly FieldChange[] }[];
}

export const NO_FORMER = -1;

/** Notes line after line. */
export interface Relater {
  /** @param former the line at that position; the very same object when nothing in the row changed */
  add(line: CatalogueLine, position: number | undefined, former: CatalogueLine | undefined): void;
  /** Notes a line whose row is that of the former line with its key. */
  addSame(key: string, position: number): void;
  readonly related: RelatedLines;
}

/** The line's position in the previous version, by key, else by GTIN. */
export function findFormer(previous: FormerLines, line: CatalogueLine): number | undefined {
  const key = keyOf(line, previous.key);
  const position = key === undefined ? undefined : previous.byKey(key);
  if (position !== undefined || line.gtin === undefined) return position;
  if (key !== undefined && previous.isShared(key)) return undefined;
  return previous.byGtin(comparableGtin(line.gtin));
}

/** What a change of the price makes in a year; nothing where that is not known. */
export type PriceEffect = (before: CatalogueLine, after: CatalogueLine) => Decimal | undefined;

/**
 * @param asOf the day that decides which line of an item counts; absent: all count
 * @returns makes a new relater for so many lines
 */
export function relaterOf(
  previous: FormerLines,
  current: Mapping,
  priceEffect?: PriceEffect,
  asOf?: string,
): (lines: number) => Relater {
  const both = comparable(columnsOf(previous.mapping), columnsOf(current));
  return (lines) => newRelater(previous, both, lines, priceEffect, asOf);
}

/** Relates all lines of some rows. */
export function relatedLines(previous: FormerLines, current: Mapping, priceEffect?: PriceEffect): Pass<RelatedLines> {
  const relaterFor = relaterOf(previous, current, priceEffect);
  // With a GTIN a row needs no second look at whether it is an article at all.
  const keyMapping = onlyFields(current, [...previous.key, 'gtin']);
  return (rows) => {
    const relater = relaterFor(rows.length);
    for (const raw of rows) {
      // Most rows are as they were: of those only the key is read.
      const keyed = mapRow(raw, keyMapping);
      const key = keyed === undefined ? undefined : keyOf(keyed, previous.key);
      const same = key === undefined ? undefined : previous.byKey(key);
      if (key !== undefined && same !== undefined && previous.isSame(raw, same)) {
        relater.addSame(key, same);
        continue;
      }
      const line = mapRow(raw, current);
      if (line === undefined) continue;
      const position = findFormer(previous, line);
      relater.add(line, position, position === undefined ? undefined : previous.formerOf(line, raw, position));
    }
    return relater.related;
  };
}

function newRelater(
  previous: FormerLines,
  both: Comparable,
  lines: number,
  priceEffect: PriceEffect | undefined,
  asOf: string | undefined,
): Relater {
  const outOfForce: number[] = [];
  const keys = newKeyHashes(lines);
  const items: (string | undefined)[] = [];
  const relations = new Uint8Array(lines);
  const positions = new Int32Array(lines).fill(NO_FORMER);
  const directions = new Int8Array(lines);
  const changes: RelatedLines['changes'][number][] = [];

  const relate = (
    at: number,
    line: CatalogueLine,
    key: string,
    position: number | undefined,
    former: CatalogueLine | undefined,
  ): Relation => {
    // A former line that was found has its key for itself.
    if (position === undefined || former === undefined) {
      if (previous.isShared(key)) return 'shared';
      changes.push({ at, fields: [titled({}, line)] });
      return 'new';
    }
    if (former === line) return 'unchanged';
    const changed = compareLines(former, line, both).map((change) => titled(change, line));
    const fields = priceEffect === undefined ? changed : withEffect(changed, former, line, priceEffect);
    const isOther = keyOf(former, previous.key) !== key;
    if (fields.length > 0) {
      changes.push({ at, fields });
      directions[at] = Math.sign(priceDirection(former, line, both));
    }
    return isOther ? 'otherNumber' : fields.length === 0 ? 'unchanged' : 'changed';
  };

  return {
    addSame(key, position) {
      const at = items.length;
      items.push(undefined);
      positions[at] = position;
      putHash(keys, at, key);
      relations[at] = RELATIONS.indexOf('unchanged');
    },
    add(line, position, former) {
      const at = items.length;
      const key = keyOf(line, previous.key);
      if (asOf !== undefined && !priceHoldsOn(line, asOf)) outOfForce.push(at);
      items.push(key === undefined || former === line ? undefined : itemOf(line, key));
      if (position !== undefined) positions[at] = position;
      putHash(keys, at, key);
      if (key !== undefined) relations[at] = RELATIONS.indexOf(relate(at, line, key, position, former));
    },
    related: { keys, items, relations, positions, directions, outOfForce, changes },
  };
}

function titled(change: FieldChange, line: CatalogueLine): FieldChange {
  const name = nameOf(line);
  const group = change.field === 'price' ? productGroupOf(line) : undefined;
  return { ...change, ...(name === undefined ? {} : { name }), ...(group === undefined ? {} : { group }) };
}

/** What a price is, and what it is for: the first of these that changed carries the effect. */
const PRICE_FIELDS = ['price', 'packQuantity', 'unit', 'priceBaseQuantity', 'packUnit'] as const;

function withEffect(
  changes: readonly FieldChange[],
  before: CatalogueLine,
  after: CatalogueLine,
  priceEffect: PriceEffect,
): readonly FieldChange[] {
  const bearer = PRICE_FIELDS.find((field) => changes.some((change) => change.field === field));
  const effect = bearer === undefined ? undefined : priceEffect(before, after);
  if (effect === undefined || (isZero(effect) && bearer !== 'price')) return changes;
  return changes.map((change) => (change.field === bearer ? { ...change, effect } : change));
}

/** What people call a line. */
export function itemOf(line: CatalogueLine, key: string | undefined): string {
  return line.itemNumber ?? line.gtin ?? keyText(key ?? '');
}

export function keyText(key: string): string {
  return key.replaceAll('\u001f', ' ');
}

function columnsOf(mapping: Mapping): readonly [ReadonlySet<Field>, readonly string[]] {
  return [fieldsOf(mapping), unknownHeadings(mapping)];
}

export function unknownHeadings(mapping: Mapping): readonly string[] {
  return mapping.extras.map(({ name }) => name);
}
