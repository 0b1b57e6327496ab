/**
 * A file of changes is applied to the previous version on paper: the whole catalogue it leads to goes to a temporary
 * file, line by line in the order of the previous version and new lines behind, and that is what is checked. Each line
 * still knows which file and row it came from.
 */
import path from 'node:path';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { FIELD_NAMES, type Field } from '../../catalogue/field.ts';
import type { CatalogueLine, LineValues, RowProblem } from '../../catalogue/line.ts';
import { fieldsOf, type PreviousVersion } from '../../diff/previous-version.ts';
import type { FormProblem } from '../../engine/document.ts';
import { extraKey, lineInJson } from '../../mapping/line-json.ts';
import { type Mapping, prepareMapping } from '../../mapping/map-rows.ts';
import { jsonLinesWith } from '../../readers/jsonl.ts';
import type { RawRow, RowFile, RowOrigin, ToldBefore } from '../../readers/reader.ts';
import { SENT } from '../checking/findings.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { type BlockWriter, newBlockWriter } from '../rows/block-file.ts';
import type { AppliedDelta, DeltaPlaces } from './delta.ts';
import { AS_IT_WAS, type DeltaPlan, GONE, planDelta } from './plan-delta.ts';

/** Where among the origins the previous version stands. */
const PREVIOUS = 1;

/**
 * @param index indexes the previous version for a catalogue of such columns
 * @returns `undefined` when there is no previous version and every line is new: then the file is the whole catalogue
 * @throws UnusableFile `noPrevious`, `deletesCatalogue`, `noLines`, and what reading the file throws
 * @throws OperationalError when the disk is full, and what reading the previous version throws
 */
export async function applyDelta(
  sent: OpenedCatalogue,
  previous: OpenedCatalogue | undefined,
  index: (current: Mapping) => Promise<PreviousVersion | undefined>,
  where: DeltaPlaces,
): Promise<AppliedDelta | undefined> {
  if (sent.file.action === 'delete') throw new UnusableFile('deletesCatalogue');
  const former = await index(sent.mapping);
  const plan = await planDelta(sent, former);
  if (previous === undefined || former === undefined) {
    if (plan.addsOnly) return undefined;
    throw new UnusableFile('noPrevious');
  }
  const target = path.join(where.folder, 'whole.jsonl');
  const written = writeWhole(target, plan, former, newMerger(sent, previous.mapping));
  if (written.size === 0) throw new UnusableFile('noLines');
  const file = wholeFile(
    target,
    written,
    sent.file,
    [originOf(where.sentName, sent), originOf(where.previousName, previous)],
    plan,
  );
  const mapping = await prepareMapping(file, { asOf: where.asOf });
  const { ambiguous, doubts, sheetsAlike } = sent.mapping.header;
  const catalogue: OpenedCatalogue = {
    file,
    path: target,
    mapping: {
      ...mapping,
      header: {
        ...mapping.header,
        ...(ambiguous === undefined ? {} : { ambiguous }),
        ...(doubts === undefined ? {} : { doubts }),
        ...(sheetsAlike === undefined ? {} : { sheetsAlike }),
      },
    },
  };
  return {
    catalogue,
    sent,
    counts: plan.counts,
    indexed: async () => (await index(catalogue.mapping)) ?? former,
  };
}

function originOf(file: string, { file: { sheet }, mapping }: OpenedCatalogue): RowOrigin {
  return { file, columns: mapping.header.columns, ...(sheet === undefined ? {} : { sheet }) };
}

/** Where the lines of the whole catalogue lie, and came from. */
interface WrittenLines {
  readonly size: number;
  readonly keys: readonly string[];
  readonly starts: Float64Array;
  /** In the file it came from. */
  readonly rows: Uint32Array;
  readonly origins: Uint8Array;
  readonly told: ReadonlyMap<number, ToldBefore>;
}

function writeWhole(target: string, plan: DeltaPlan, former: PreviousVersion, merger: Merger): WrittenLines {
  const most = former.lines + plan.added.length;
  const starts = new Float64Array(most);
  const rows = new Uint32Array(most);
  const origins = new Uint8Array(most);
  const told = new Map<number, ToldBefore>();
  const known = interned();
  const writer = newBlockWriter(target);
  let size = 0;
  const put = (line: CatalogueLine, origin: number, fault?: RowProblem): void => {
    starts[size] = writer.size;
    rows[size] = line.row;
    origins[size] = origin;
    const met = metBefore(line, fault);
    if (met !== undefined) told.set(size, known(met));
    merger.write(line, writer);
    size++;
  };
  try {
    for (let position = 0; position < former.lines; position++) {
      const become = plan.becomes[position] ?? AS_IT_WAS;
      if (become === GONE) continue;
      const line = former.line(position);
      if (become === AS_IT_WAS) put(line, PREVIOUS);
      else put(merger.merged(line, plan.lines.line(become - 1)), SENT, plan.faults.get(become - 1));
    }
    for (const ordinal of plan.added) put(plan.lines.line(ordinal), SENT, plan.faults.get(ordinal));
    writer.end();
  } finally {
    writer.abandon();
  }
  return { size, keys: merger.keys(), starts, rows, origins, told };
}

function metBefore(
  { unreadable = {}, problems = [], pack }: CatalogueLine,
  fault?: RowProblem,
): ToldBefore | undefined {
  const { action: _, ...fields } = unreadable;
  const all = fault === undefined ? problems : [...problems, fault];
  const unread = Object.keys(fields).length > 0;
  if (!unread && all.length === 0 && pack === undefined) return undefined;
  return {
    ...(unread ? { unreadable: fields } : {}),
    ...(all.length > 0 ? { problems: all } : {}),
    ...(pack === undefined ? {} : { pack }),
  };
}

/** Numbers in cells that should be text are met on every line of some workbooks: once is enough to keep them. */
function interned(): (met: ToldBefore) => ToldBefore {
  const known = new Map<string, ToldBefore>();
  return (met) => {
    if (met.unreadable !== undefined) return met;
    const text = JSON.stringify(met);
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size < MOST_KNOWN) known.set(text, met);
    return met;
  };
}

const MOST_KNOWN = 1000;

/** Two lines into one, and onto paper. */
interface Merger {
  /** The line as the file of changes leaves it. */
  merged(former: CatalogueLine, line: CatalogueLine): CatalogueLine;
  write(line: CatalogueLine, to: Pick<BlockWriter, 'put'>): void;
  /** Every key that was written. */
  keys(): readonly string[];
}

/** What a list of prices gives; all else stands in the previous line. */
const OF_PRICES: ReadonlySet<Field> = new Set([
  'price',
  'currency',
  'listPrice',
  'discountPercent',
  'priceBaseQuantity',
  'vatRate',
  'grossPriceInclVat',
  'validFrom',
  'validTo',
]);

/** By the name of its element. */
const isOfPrices = (extra: string): boolean => extra.includes('PRICE');

/**
 * A line is replaced whole: a field that its file has a column for and it does not give is gone. What its file has no
 * column for stays as it was.
 */
function newMerger({ file, mapping }: OpenedCatalogue, previous: Mapping): Merger {
  const pricesOnly = file.action === 'updatePrices';
  const fields = new Set<Field>(fieldsOf(previous));
  for (const field of fieldsOf(mapping)) if (!pricesOnly || OF_PRICES.has(field)) fields.add(field);
  fields.delete('action');
  const extras = new Map(previous.extras.map(({ name }) => [name, extraKey(name)]));
  for (const { name } of mapping.extras) if (!pricesOnly || isOfPrices(name)) extras.set(name, extraKey(name));
  const given = fieldsOf(mapping);
  const givenExtras = new Set(mapping.extras.map(({ name }) => name));
  const kept = FIELD_NAMES.filter((field) => !given.has(field) && field !== 'action');
  return {
    merged: pricesOnly ? withPrices : (former, line) => onto(former, line, kept, givenExtras),
    write: (line, to) => to.put(lineInJson(line, fields, extras)),
    keys: () => [...fields, ...extras.values()],
  };
}

function onto(
  former: CatalogueLine,
  line: CatalogueLine,
  kept: readonly Field[],
  givenExtras: ReadonlySet<string>,
): CatalogueLine {
  const values: Record<string, unknown> = {};
  const unreadable: Record<string, string> = {};
  for (const field of kept) {
    // What the price is in may stand with the price itself.
    if (line[field] !== undefined) continue;
    if (former[field] !== undefined) values[field] = former[field];
    const unread = former.unreadable?.[field];
    if (unread !== undefined) unreadable[field] = unread;
  }
  const extra = Object.fromEntries(Object.entries(former.extra ?? {}).filter(([name]) => !givenExtras.has(name)));
  const pack = line.pack ?? (former.pack !== undefined && kept.includes(former.pack.field) ? former.pack : undefined);
  return {
    ...line,
    ...(values as LineValues),
    ...(pack === undefined ? {} : { pack }),
    ...withMembers('unreadable', { ...unreadable, ...line.unreadable }),
    ...withMembers('extra', { ...extra, ...line.extra }),
  };
}

/** Prices that are given; nothing else, whatever stands there. */
function withPrices(former: CatalogueLine, line: CatalogueLine): CatalogueLine {
  const values: Record<string, unknown> = {};
  const unreadable: Record<string, string> = { ...former.unreadable };
  for (const field of OF_PRICES) {
    const unread = line.unreadable?.[field];
    if (line[field] === undefined && unread === undefined) continue;
    delete unreadable[field];
    if (unread === undefined) values[field] = line[field];
    else unreadable[field] = unread;
  }
  const { unreadable: _, problems: __, ...rest } = former;
  for (const field of Object.keys(unreadable)) delete (rest as Record<string, unknown>)[field];
  const extra = Object.entries(line.extra ?? {}).filter(([name]) => isOfPrices(name));
  const { problems } = line;
  return {
    ...rest,
    ...(values as LineValues),
    row: line.row,
    ...withMembers('unreadable', unreadable),
    ...withMembers('extra', { ...former.extra, ...Object.fromEntries(extra) }),
    ...(problems === undefined ? {} : { problems }),
  };
}

function withMembers<K extends 'unreadable' | 'extra'>(key: K, values: Readonly<Record<string, string>>): object {
  return Object.keys(values).length === 0 ? {} : { [key]: values };
}

/** The file of the whole catalogue, whose rows are those of the files its lines came from. */
function wholeFile(
  target: string,
  { size, keys, starts, rows, origins, told }: WrittenLines,
  sent: RowFile,
  files: readonly RowOrigin[],
  { remarks, forms }: DeltaPlan,
): RowFile {
  const inner = jsonLinesWith(keys, target);
  const { records } = inner;
  if (records === undefined) throw new RangeError('lines of JSON have records');
  const asItCame = (raw: RawRow, at: number): RawRow => {
    const met = told.get(at);
    const row = rows[at] ?? 0;
    const form = origins[at] === SENT ? forms.get(row) : undefined;
    return { ...raw, row, ...(met === undefined ? {} : { told: met }), ...(form === undefined ? {} : { form }) };
  };
  async function* rowsInOrder(): AsyncGenerator<readonly RawRow[], void> {
    let at = 0;
    for await (const batch of inner.rows()) yield batch.map((raw) => asItCame(raw, at++));
  }
  const ordinalAt = (start: number): number => positionOf(start, starts, size);
  return {
    ...inner,
    rows: rowsInOrder,
    origins: { files, of: (start) => origins[ordinalAt(start)] ?? SENT },
    records: { ...records, at: (row, start, end) => asItCame(records.at(row, start, end), ordinalAt(start)) },
    remarks: () => [...(sent.remarks?.() ?? []), ...remarks],
    formProblems: () => [...(sent.formProblems?.() ?? []), ...ofGoneLines(forms, rows, origins)],
  };
}

/** Lines that delete, and those that another one of the same file takes the place of, leave no line behind. */
function ofGoneLines(forms: DeltaPlan['forms'], rows: Uint32Array, origins: Uint8Array): readonly FormProblem[] {
  if (forms.size === 0) return [];
  const standing = new Set([...rows].filter((_, at) => origins[at] === SENT));
  return [...forms].flatMap(([row, problems]) =>
    standing.has(row) ? [] : problems.map((problem) => ({ ...problem, leftOut: true as const })),
  );
}

/** Where among the first of ascending numbers this one stands. */
function positionOf(wanted: number, ascending: Float64Array, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
