/**
 * The diff of a new catalogue against the previous version, from how its lines stand to it one by one. What became of
 * the lines without a match is known only at the end: a new number with a known GTIN may be a renumbered article,
 * unless its old number turns up further down.
 */
import { newKeyHashes, newKeyTable, putHash } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { nameOf } from '../catalogue/line-title.ts';
import type { Mapping } from '../mapping/map-rows.ts';
import type { LineChange, PlacedChange } from './change.ts';
import type { FieldChange } from './compare-lines.ts';
import { keyOf } from './line-key.ts';
import { fieldsOf, type PreviousVersion } from './previous-version.ts';
import {
  findFormer,
  itemOf,
  keyText,
  NO_FORMER,
  RELATIONS,
  type RelatedLines,
  type Relation,
  unknownHeadings,
} from './relate-lines.ts';
import { type DiffTotals, newTally } from './tally.ts';

export interface Differ {
  /** The line's position in the previous version, by key, else by GTIN. */
  find(line: CatalogueLine): number | undefined;
  /**
   * Takes the next lines of the new catalogue.
   * @param ordinal of the first of them
   * @returns what changed of them; of a line where that is known only at the end, nothing
   */
  take(ordinal: number, lines: RelatedLines): readonly PlacedChange[];
  /** @returns what is known only now, by ordinal of the new line; removed and ambiguous ones come last, without one */
  end(): readonly PlacedChange[];
  /**
   * Whether another line turned out to share the line's key, or to be the one of its item that holds on the day: what
   * `take` said of it does not hold.
   */
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
  readonly position: number;
  readonly fields: readonly FieldChange[];
  readonly direction: number;
}

/** @param sent the file of changes that the current catalogue comes from: its columns are those the supplier added */
export function newDiffer(previous: PreviousVersion, current: Mapping, sent: Mapping = current): Differ {
  const totals = noTotals(previous, current, sent);
  const tally = newTally(totals);
  /** By position in the previous version: the line it became, counted from 1. */
  const seen = new Int32Array(previous.lines);
  /** The first new line with each key. */
  const first = newKeyTable({ expected: previous.lines });
  /** Keys that several lines share, by their hashes, with what people call them. */
  const shared = new Map<string, string>();
  const ambiguous = new Set<number>();
  const waiting: Unmatched[] = [];
  const added: { ordinal: number; item: string }[] = [];
  /** Lines that stand for their item although they do not hold on the day, until one does. */
  const standIns = new Set<number>();

  const noteTwin = (hash: string, item: string, ordinal: number, twin: number): void => {
    tally.takeBack(twin);
    shared.set(hash, item);
    ambiguous.add(twin).add(ordinal);
  };

  /** What was said of the line does not hold: another line of its item does, on the day. */
  const withdraw = (ordinal: number): void => {
    tally.takeBack(ordinal);
    standIns.delete(ordinal);
    ambiguous.add(ordinal);
  };

  /** The line with the same key that came before; one that stands in for its item makes room. */
  const twinOf = (ordinal: number, lines: RelatedLines, at: number, holds: boolean): number | undefined => {
    const known = first.addHashed(lines.keys, at, ordinal);
    if (known === undefined || !holds || !standIns.has(known)) return known;
    withdraw(known);
    first.setHashed(lines.keys, at, ordinal);
    return undefined;
  };

  const noteAdded = (ordinal: number, item: string): void => {
    added.push({ ordinal, item });
    tally.count(ordinal, 'added', 0);
  };

  /** What a line is called that is as it was is what the former one is called. */
  const itemAt = (lines: RelatedLines, at: number): string => {
    const item = lines.items[at];
    if (item !== undefined) return item;
    const former = previous.line(lines.positions[at] ?? NO_FORMER);
    return itemOf(former, keyOf(former, previous.key));
  };

  const takeLine = (
    ordinal: number,
    lines: RelatedLines,
    at: number,
    fields: readonly FieldChange[],
    holds: boolean,
  ): void => {
    const relation = RELATIONS[lines.relations[at] ?? 0];
    if (relation === undefined || relation === 'withoutKey') {
      totals.withoutKey++;
      return;
    }
    const position = lines.positions[at] ?? NO_FORMER;
    const direction = lines.directions[at] ?? 0;
    const twin = twinOf(ordinal, lines, at, holds);
    if (twin !== undefined && !holds) {
      ambiguous.add(ordinal);
      return;
    }
    if (!holds) standIns.add(ordinal);
    if (twin !== undefined) noteTwin(hashText(lines.keys, at), itemAt(lines, at), ordinal, twin);
    else if (relation === 'shared') shared.set(hashText(lines.keys, at), itemAt(lines, at));
    else if (relation === 'new') tally.count(ordinal, 'added', 0);
    else if (relation === 'otherNumber')
      waiting.push({ ordinal, item: itemAt(lines, at), position, fields, direction });
    else {
      seen[position] = ordinal + 1;
      tally.count(ordinal, relation, direction);
    }
  };

  /** Renumbered, unless the former line was found under its old number after all. */
  const decideWaiting = function* ({ ordinal, item, position, fields, direction }: Unmatched): Generator<PlacedChange> {
    if (ambiguous.has(ordinal)) return;
    if (seen[position] !== 0) {
      noteAdded(ordinal, item);
      return;
    }
    seen[position] = ordinal + 1;
    tally.count(ordinal, 'renumbered', direction);
    for (const what of fields) yield { ordinal, change: { item, change: 'renumbered', ...what } };
  };

  const removed = function* (duplicates: ReadonlySet<string>): Generator<PlacedChange> {
    for (let position = 0; position < previous.lines; position++) {
      if (seen[position] !== 0) continue;
      const line = previous.line(position);
      const key = keyOf(line, previous.key);
      if (key === undefined || first.has(key) || duplicates.has(key)) continue;
      totals.removed++;
      const name = nameOf(line);
      const item = itemOf(line, key);
      yield { position, change: { item, change: 'removed', ...(name === undefined ? {} : { name }) } };
    }
  };

  return {
    totals,
    seen: { has: (position) => seen[position] !== 0 },
    isAt: (position, ordinal) => seen[position] === ordinal + 1,
    isAmbiguous: (ordinal) => ambiguous.has(ordinal),
    priceDirection: tally.direction,
    find: (line) => findFormer(previous, line),
    take(ordinal, lines) {
      const found: PlacedChange[] = [];
      let next = 0;
      let nextOut = 0;
      for (let at = 0; at < lines.items.length; at++) {
        const holds = lines.outOfForce[nextOut] !== at;
        if (!holds) nextOut++;
        const changed = lines.changes[next]?.at === at ? lines.changes[next++] : undefined;
        const fields = changed?.fields ?? NO_CHANGE;
        takeLine(ordinal + at, lines, at, fields, holds);
        const change = KNOWN_AT_ONCE[RELATIONS[lines.relations[at] ?? 0] ?? 'withoutKey'];
        if (change === undefined || ambiguous.has(ordinal + at)) continue;
        const item = lines.items[at] ?? '';
        for (const what of fields) found.push({ ordinal: ordinal + at, change: { item, change, ...what } });
      }
      return found;
    },
    end() {
      const duplicates = new Set(previous.duplicateKeys());
      const late: PlacedChange[] = waiting.flatMap((unmatched) => [...decideWaiting(unmatched)]);
      for (const { ordinal, item } of added) {
        if (!ambiguous.has(ordinal)) late.push({ ordinal, change: { item, change: 'added' } });
      }
      late.sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
      for (const change of removed(duplicates)) late.push(change);
      for (const key of duplicates) {
        const hash = hashOfKey(key);
        if (!shared.has(hash)) shared.set(hash, keyText(key));
      }
      totals.duplicateKeys = shared.size;
      for (const item of shared.values()) late.push({ change: { item, change: 'ambiguous' } });
      return late;
    },
  };
}

const NO_CHANGE: readonly FieldChange[] = [];

/** What nothing that comes later makes something else of, unless another line turns out to share the key. */
const KNOWN_AT_ONCE: Readonly<Partial<Record<Relation, LineChange['change']>>> = { changed: 'changed', new: 'added' };

function hashText(keys: RelatedLines['keys'], at: number): string {
  return `${keys[2 * at]} ${keys[2 * at + 1]}`;
}

function hashOfKey(key: string): string {
  const hashes = newKeyHashes(1);
  putHash(hashes, 0, key);
  return hashText(hashes, 0);
}

function noTotals(previous: PreviousVersion, current: Mapping, sent: Mapping): DiffTotals {
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
    columnsAdded: headingsOnlyIn(sent, previous.mapping),
    columnsRemoved: headingsOnlyIn(previous.mapping, current),
  };
}

function headingsOnlyIn(mapping: Mapping, other: Mapping): readonly string[] {
  const known = fieldsOf(other);
  const headings = new Set(unknownHeadings(other));
  const names = new Map(mapping.extras.map(({ index, name }) => [index, name]));
  return mapping.header.columns.flatMap(({ field, heading, index }) => {
    // What to do with each line is nothing a catalogue has.
    const both = field === undefined ? headings.has(names.get(index) ?? '') : known.has(field) || field === 'action';
    return both || heading === '' ? [] : [heading];
  });
}
