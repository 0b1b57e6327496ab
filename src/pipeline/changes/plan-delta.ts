/**
 * What a file of changes does to each line of the previous version, known before anything is written: a few numbers a
 * line, and nothing of its contents.
 */
import type { FileRemark } from '../../catalogue/catalogue.ts';
import { newKeyTable } from '../../catalogue/key-table.ts';
import type { CatalogueLine, LineAction, RowProblem } from '../../catalogue/line.ts';
import { keyOf } from '../../diff/line-key.ts';
import type { PreviousVersion } from '../../diff/previous-version.ts';
import type { FormProblem } from '../../engine/document.ts';
import { type LineStore, newLineStore, placedLines } from '../../mapping/line-store.ts';
import { type MappedRow, mapRows } from '../../mapping/map-rows.ts';
import { itemOf } from '../checking/findings.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import type { DeltaCounts } from './delta.ts';

export interface DeltaPlan {
  /** The lines of the file, by ordinal. */
  readonly lines: LineStore;
  /** By position in the previous version: {@link AS_IT_WAS}, {@link GONE}, or the ordinal of the line in its place, + 1. */
  readonly becomes: Int32Array;
  /** Lines that come behind those of the previous version, by ordinal. */
  readonly added: readonly number[];
  readonly faults: ReadonlyMap<number, RowProblem>;
  readonly remarks: readonly FileRemark[];
  /** What is wrong with the form of lines, by their rows. */
  readonly forms: ReadonlyMap<number, readonly FormProblem[]>;
  readonly counts: DeltaCounts;
  /** Whether no line needs a previous version. */
  readonly addsOnly: boolean;
}

export const AS_IT_WAS = 0;
export const GONE = -1;

/** Above all: what a line says that is new, or put in the place of the one there is. */
type Wanted = LineAction | 'put';

type Former = Pick<PreviousVersion, 'lines' | 'key' | 'byKey' | 'isShared'>;
const NOTHING: Former = { lines: 0, key: ['itemNumber'], byKey: () => undefined, isShared: () => false };

/** @throws UnusableFile when the file turns out cut off or damaged */
export async function planDelta({ file, mapping }: OpenedCatalogue, previous: Former = NOTHING): Promise<DeltaPlan> {
  const lines = newLineStore(file, mapping);
  const becomes = new Int32Array(previous.lines);
  const added: number[] = [];
  const faults = new Map<number, RowProblem>();
  const remarks: FileRemark[] = [];
  const forms = new Map<number, readonly FormProblem[]>();
  /** By key: what the file said of it last. */
  const said = newKeyTable();
  let addsOnly = true;

  const fault = (ordinal: number, kind: (RowProblem & { kind: 'action' })['fault'], actual?: string): void => {
    faults.set(ordinal, { kind: 'action', fault: kind, ...(actual === undefined ? {} : { actual }) });
  };
  const put = (ordinal: number, position: number | undefined): void => {
    if (position === undefined) added.push(ordinal);
    else becomes[position] = ordinal + 1;
  };
  const remove = (line: CatalogueLine, position: number | undefined): void => {
    if (position !== undefined) becomes[position] = GONE;
    else {
      const item = itemOf(line);
      remarks.push({ kind: 'deletesUnknown', ...(item === undefined ? {} : { item }), row: line.row });
    }
  };

  /** @returns `false` for the first line that speaks of the key */
  const takeAgain = (key: string, wanted: Wanted, ordinal: number, { line, raw }: MappedRow): boolean => {
    const before = said.get(key);
    if (before === undefined) {
      said.set(key, saying(ordinal, wanted));
      return false;
    }
    const earlier = before >>> 1;
    if ((before & DELETE) === 0) {
      // Which of two holds nobody can tell: the line there was does.
      if (!lines.isSame(earlier, raw)) fault(earlier, 'namedTwice', String(line.row));
    } else if (wanted !== 'delete') {
      put(ordinal, previous.byKey(key));
      said.set(key, saying(ordinal, wanted));
      if (wanted !== 'add') fault(ordinal, 'namedTwice', String(lines.line(earlier).row));
    }
    return true;
  };

  const takeFirst = (key: string | undefined, wanted: Wanted, ordinal: number, line: CatalogueLine): void => {
    const position = key === undefined ? undefined : previous.byKey(key);
    const exists = position !== undefined || (key !== undefined && previous.isShared(key));
    const unread = line.unreadable?.action;
    if (unread !== undefined) fault(ordinal, 'unreadable', unread);
    else if (wanted === 'add' && exists) fault(ordinal, 'addsExisting');
    else if (wanted === 'update' && !exists) fault(ordinal, 'updatesUnknown');
    if (wanted === 'delete') remove(line, position);
    else put(ordinal, position);
  };

  const take = (ordinal: number, row: MappedRow): void => {
    const wanted = wantedOf(row.line, file.action === 'updatePrices');
    if (wanted !== 'add') addsOnly = false;
    const key = keyOf(row.line, previous.key);
    if (key === undefined || !takeAgain(key, wanted, ordinal, row)) takeFirst(key, wanted, ordinal, row.line);
  };

  for await (const batch of mapRows(file.rows(), mapping)) {
    const first = lines.size;
    lines.addAll(placedLines(batch.map(({ raw }) => raw)), 0);
    for (const [at, row] of batch.entries()) {
      take(first + at, row);
      if (row.raw.form !== undefined) forms.set(row.raw.row, row.raw.form);
    }
  }
  const deleted = becomes.reduce((sum, become) => sum + (become === GONE ? 1 : 0), 0);
  const updated = becomes.reduce((sum, become) => sum + (become > AS_IT_WAS ? 1 : 0), 0);
  const counts = { lines: lines.size, added: added.length, updated, deleted };
  return { lines, becomes, added, faults, remarks, forms, counts, addsOnly };
}

function wantedOf({ action }: CatalogueLine, pricesOnly: boolean): Wanted {
  return pricesOnly ? 'update' : (action ?? 'put');
}

const DELETE = 1;
const saying = (ordinal: number, wanted: Wanted): number => 2 * ordinal + (wanted === 'delete' ? DELETE : 0);
