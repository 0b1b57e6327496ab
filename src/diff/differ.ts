/**
 * The diff of a new catalogue against the previous version, line by line as the new one is read. What became of the
 * lines without a match is known only at the end: a new number with a known GTIN may be a renumbered article, unless
 * its old number turns up further down.
 */
import { comparableGtin } from '../catalogue/gtin.ts';
import { newKeyTable } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Mapping } from '../mapping/map-rows.ts';
import type { LineChange, PlacedChange } from './change.ts';
import { type Comparable, compareLines, priceDirection } from './compare-lines.ts';
import { keyOf } from './line-key.ts';
import { fieldsOf, type PreviousVersion } from './previous-version.ts';
import { type DiffTotals, newTally } from './tally.ts';

export interface Differ {
  /** The line's position in the previous version, by key, else by GTIN. */
  find(line: CatalogueLine): number | undefined;
  /**
   * Takes the next line of the new catalogue.
   * @param position what `find` gave
   * @param former the line at that position; the very same object when nothing in the row changed
   * @returns what changed of it; empty when nothing did, or when that is known only at the end
   */
  next(ordinal: number, line: CatalogueLine, position?: number, former?: CatalogueLine): readonly LineChange[];
  /** @returns what is known only now, by ordinal of the new line; removed and ambiguous ones come last, without one */
  end(): readonly PlacedChange[];
  /** Whether another line turned out to share the line's key: what `next` said of it does not hold. */
  isAmbiguous(ordinal: number): boolean;
  /** Whether the price of the new line rose (above 0) or fell (below 0); known after `end`. */
  priceDirection(ordinal: number): number;
  readonly totals: DiffTotals;
  /** Positions of the previous version that a line of the new one was found to be. */
  readonly seen: { has(position: number): boolean };
  /** Whether it is this very line that the former one at this position became; known after `end`. */
  isAt(position: number, ordinal: number): boolean;
}

interface Unmatched {
  readonly ordinal: number;
  readonly item: string;
  readonly line: CatalogueLine;
  readonly former: CatalogueLine;
  readonly position: number;
}

export function newDiffer(previous: PreviousVersion, current: Mapping): Differ {
  const both = comparable(previous.mapping, current);
  const totals = noTotals(previous, current);
  const tally = newTally(totals);
  /** By position in the previous version: the line it became, counted from 1. */
  const seen = new Int32Array(previous.lines);
  /** The first new line with each key. */
  const first = newKeyTable();
  /** Keys that several lines share, with what people call them. */
  const shared = new Map<string, string>();
  const ambiguous = new Set<number>();
  const waiting: Unmatched[] = [];
  const added: { ordinal: number; item: string }[] = [];

  const noteTwin = (key: string, item: string, ordinal: number, twin: number): void => {
    tally.takeBack(twin);
    shared.set(key, item);
    ambiguous.add(twin).add(ordinal);
  };

  const compare = (
    ordinal: number,
    item: string,
    line: CatalogueLine,
    former: CatalogueLine,
  ): readonly LineChange[] => {
    const changes = former === line ? NO_CHANGE : compareLines(former, line, both);
    if (changes.length === 0) {
      tally.count(ordinal, 'unchanged', 0);
      return NO_CHANGE;
    }
    tally.count(ordinal, 'changed', priceDirection(former, line, both));
    return changes.map((what) => ({ item, change: 'changed', ...what }));
  };

  const noteAdded = (ordinal: number, item: string): void => {
    added.push({ ordinal, item });
    tally.count(ordinal, 'added', 0);
  };

  /** Renumbered, unless the former line was found under its old number after all. */
  const decideWaiting = function* ({ ordinal, item, line, former, position }: Unmatched): Generator<PlacedChange> {
    if (ambiguous.has(ordinal)) return;
    if (seen[position] !== 0) {
      noteAdded(ordinal, item);
      return;
    }
    seen[position] = ordinal + 1;
    tally.count(ordinal, 'renumbered', priceDirection(former, line, both));
    for (const what of compareLines(former, line, both))
      yield { ordinal, change: { item, change: 'renumbered', ...what } };
  };

  const removed = function* (): Generator<PlacedChange> {
    for (let position = 0; position < previous.lines; position++) {
      if (seen[position] !== 0) continue;
      const line = previous.line(position);
      const key = keyOf(line, previous.key);
      if (key === undefined || first.has(key) || previous.duplicateKeys.has(key)) continue;
      totals.removed++;
      yield { position, change: { item: itemOf(line, key), change: 'removed' } };
    }
  };

  return {
    totals,
    seen: { has: (position) => seen[position] !== 0 },
    isAt: (position, ordinal) => seen[position] === ordinal + 1,
    isAmbiguous: (ordinal) => ambiguous.has(ordinal),
    priceDirection: tally.direction,
    find(line) {
      const key = keyOf(line, previous.key);
      const position = key === undefined ? undefined : previous.byKey(key);
      if (position !== undefined || line.gtin === undefined) return position;
      if (key !== undefined && previous.duplicateKeys.has(key)) return undefined;
      return previous.byGtin(comparableGtin(line.gtin));
    },
    next(ordinal, line, position, former) {
      const key = keyOf(line, previous.key);
      if (key === undefined) {
        totals.withoutKey++;
        return NO_CHANGE;
      }
      const item = itemOf(line, key);
      const twin = first.get(key);
      if (twin === undefined) first.set(key, ordinal);
      if (twin !== undefined) noteTwin(key, item, ordinal, twin);
      else if (previous.duplicateKeys.has(key)) shared.set(key, item);
      else if (position === undefined || former === undefined) noteAdded(ordinal, item);
      else if (former !== line && keyOf(former, previous.key) !== key)
        waiting.push({ ordinal, item, line, former, position });
      else {
        seen[position] = ordinal + 1;
        return compare(ordinal, item, line, former);
      }
      return NO_CHANGE;
    },
    end() {
      const late: PlacedChange[] = waiting.flatMap((unmatched) => [...decideWaiting(unmatched)]);
      for (const { ordinal, item } of added) {
        if (!ambiguous.has(ordinal)) late.push({ ordinal, change: { item, change: 'added' } });
      }
      late.sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
      for (const change of removed()) late.push(change);
      for (const key of previous.duplicateKeys) if (!shared.has(key)) shared.set(key, key.replaceAll('\u001f', ' '));
      totals.duplicateKeys = shared.size;
      for (const item of shared.values()) late.push({ change: { item, change: 'ambiguous' } });
      return late;
    },
  };
}

const NO_CHANGE: readonly LineChange[] = [];

function noTotals(previous: PreviousVersion, current: Mapping): DiffTotals {
  return {
    added: 0,
    removed: 0,
    changed: 0,
    renumbered: 0,
    unchanged: 0,
    priceUp: 0,
    priceDown: 0,
    duplicateKeys: 0,
    withoutKey: previous.withoutKey,
    key: previous.key,
    columnsAdded: headingsOnlyIn(current, previous.mapping),
    columnsRemoved: headingsOnlyIn(previous.mapping, current),
  };
}

function itemOf(line: CatalogueLine, key: string | undefined): string {
  return line.itemNumber ?? line.gtin ?? (key ?? '').replaceAll('\u001f', ' ');
}

function comparable(before: Mapping, after: Mapping): Comparable {
  const fields = fieldsOf(before);
  const headings = new Set(unknownHeadings(before));
  return {
    fields: new Set([...fieldsOf(after)].filter((field) => fields.has(field))),
    headings: new Set(unknownHeadings(after).filter((heading) => headings.has(heading))),
  };
}

function unknownHeadings(mapping: Mapping): readonly string[] {
  return mapping.extras.map(({ name }) => name);
}

function headingsOnlyIn(mapping: Mapping, other: Mapping): readonly string[] {
  const known = fieldsOf(other);
  const headings = new Set(unknownHeadings(other));
  const names = new Map(mapping.extras.map(({ index, name }) => [index, name]));
  return mapping.header.columns.flatMap(({ field, heading, index }) => {
    const both = field === undefined ? headings.has(names.get(index) ?? '') : known.has(field);
    return both || heading === '' ? [] : [heading];
  });
}
