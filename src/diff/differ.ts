/**
 * The diff of a new catalogue against the previous version, line by line as the new one is read. What became of the
 * lines without a match is known only at the end: a new number with a known GTIN may be a renumbered article, unless
 * its old number turns up further down.
 */
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Mapping } from '../mapping/map-rows.ts';
import { type Comparable, compareLines, type FieldChange, priceDirection } from './compare-lines.ts';
import type { PlacedChange } from './changes-in-order.ts';
import { keyOf } from './line-key.ts';
import { fieldsOf, type PreviousVersion } from './previous-version.ts';

export interface LineChange extends FieldChange {
  readonly item: string;
  /** `ambiguous`: two or more lines of one catalogue share the key, so that nothing can be said of them. */
  readonly change: 'added' | 'removed' | 'changed' | 'renumbered' | 'ambiguous';
}

export interface DiffTotals {
  added: number;
  removed: number;
  changed: number;
  renumbered: number;
  unchanged: number;
  priceUp: number;
  priceDown: number;
  duplicateKeys: number;
  withoutKey: number;
  readonly key: readonly Field[];
  /** Headings of columns that only one of the two has. */
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

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
  readonly totals: DiffTotals;
  /** Positions of the previous version that a line of the new one was found to be. */
  readonly seen: { has(position: number): boolean };
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
  const seen = new Uint8Array(previous.lines);
  /** First line with each key, and what was counted of it. */
  const first = new Map<string, Counted>();
  const shared = new Map<string, string>();
  const ambiguous = new Set<number>();
  const waiting: Unmatched[] = [];
  const added: { ordinal: number; item: string }[] = [];
  const totals: DiffTotals = {
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

  const count = ({ as, direction }: Counted, by: 1 | -1): void => {
    if (as !== undefined) totals[as] += by;
    if (direction > 0) totals.priceUp += by;
    if (direction < 0) totals.priceDown += by;
  };

  return {
    totals,
    seen: { has: (position) => seen[position] === 1 },
    isAmbiguous: (ordinal) => ambiguous.has(ordinal),
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
      if (twin !== undefined) {
        if (!shared.has(key)) count(twin, -1);
        shared.set(key, item);
        ambiguous.add(twin.ordinal).add(ordinal);
        return NO_CHANGE;
      }
      if (previous.duplicateKeys.has(key)) {
        first.set(key, { ordinal, direction: 0 });
        shared.set(key, item);
        return NO_CHANGE;
      }
      if (position === undefined || former === undefined) {
        added.push({ ordinal, item });
        first.set(key, { ordinal, as: 'added', direction: 0 });
        totals.added++;
        return NO_CHANGE;
      }
      if (previous.keyAt(position) !== key) {
        waiting.push({ ordinal, item, line, former, position });
        first.set(key, { ordinal, direction: 0 });
        return NO_CHANGE;
      }
      seen[position] = 1;
      const changes = former === line ? NO_CHANGE : compareLines(former, line, both);
      const counted: Counted = {
        ordinal,
        as: changes.length === 0 ? 'unchanged' : 'changed',
        direction: changes.length === 0 ? 0 : priceDirection(former, line),
      };
      first.set(key, counted);
      count(counted, 1);
      return changes.length === 0 ? NO_CHANGE : changes.map((what) => ({ item, change: 'changed' as const, ...what }));
    },
    end() {
      const late: PlacedChange[] = [];
      for (const { ordinal, item, line, former, position } of waiting) {
        if (ambiguous.has(ordinal)) continue;
        if (seen[position] === 1) {
          added.push({ ordinal, item });
          totals.added++;
          continue;
        }
        seen[position] = 1;
        count({ ordinal, as: 'renumbered', direction: priceDirection(former, line) }, 1);
        for (const what of compareLines(former, line, both)) late.push({ ordinal, change: { item, change: 'renumbered', ...what } });
      }
      for (const { ordinal, item } of added) {
        if (!ambiguous.has(ordinal)) late.push({ ordinal, change: { item, change: 'added' } });
      }
      late.sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
      for (let position = 0; position < previous.lines; position++) {
        const key = previous.keyAt(position);
        if (key === undefined || seen[position] === 1 || first.has(key) || previous.duplicateKeys.has(key)) continue;
        totals.removed++;
        late.push({ change: { item: itemOf(previous.line(position), key), change: 'removed' } });
      }
      for (const key of previous.duplicateKeys) if (!shared.has(key)) shared.set(key, key.replaceAll('\u001f', ' '));
      totals.duplicateKeys = shared.size;
      for (const item of shared.values()) late.push({ change: { item, change: 'ambiguous' } });
      return late;
    },
  };
}

interface Counted {
  readonly ordinal: number;
  readonly as?: 'added' | 'changed' | 'unchanged' | 'renumbered';
  readonly direction: number;
}

const NO_CHANGE: readonly LineChange[] = [];

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
  return mapping.header.columns.flatMap(({ field, heading }) => (field === undefined ? [heading] : []));
}

function headingsOnlyIn(mapping: Mapping, other: Mapping): readonly string[] {
  const known = fieldsOf(other);
  const headings = new Set(unknownHeadings(other));
  return mapping.header.columns.flatMap(({ field, heading }) =>
    heading !== '' && (field === undefined ? !headings.has(heading) : !known.has(field)) ? [heading] : [],
  );
}
