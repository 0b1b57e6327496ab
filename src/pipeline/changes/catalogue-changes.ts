/**
 * What makes one catalogue of another: lines to add, to change and to delete, known by item number or GTIN. Before they
 * are written they are applied to the old one on paper, the way a receiver will, and must lead to the new one.
 */
import path from 'node:path';
import { OperationalError } from '../../catalogue/error.ts';
import { FIELD_NAMES } from '../../catalogue/field.ts';
import { newKeyTable } from '../../catalogue/key-table.ts';
import type { CatalogueLine, LineAction } from '../../catalogue/line.ts';
import { valueText } from '../../diff/compare-lines.ts';
import { keyOf } from '../../diff/line-key.ts';
import { fieldsOf, type PreviousVersion } from '../../diff/previous-version.ts';
import { type Mapping, prepareMapping } from '../../mapping/map-rows.ts';
import { jsonLinesWith } from '../../readers/jsonl.ts';
import { jsonLines } from '../../writers/canonical-json.ts';
import { type CatalogueLines, calledBy, type Survey, surveyOf, withPack } from '../../writers/catalogue-content.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { linesOf } from '../inputs/open-sound.ts';
import { indexFor } from '../inputs/whole-catalogue.ts';
import { newBlockWriter } from '../rows/block-file.ts';
import { newCrew } from '../threads/crew.ts';
import { AS_IT_WAS, type DeltaPlan, planDelta } from './plan-delta.ts';

export interface CatalogueChanges {
  /** In the order of the new catalogue, each with its action; what is deleted comes last. */
  readonly lines: CatalogueLines;
  readonly counts: { readonly added: number; readonly updated: number; readonly deleted: number };
  /** Of the changes; fields and columns are those of both catalogues, so that a change can empty them. */
  readonly survey: Survey;
}

/**
 * @param before what the receiver has
 * @param folder for what is written on paper
 * @throws OperationalError when lines have nothing to know them by, or share it
 */
export async function changesBetween(
  before: OpenedCatalogue,
  after: OpenedCatalogue,
  folder: string,
): Promise<CatalogueChanges> {
  const former = await indexFor(before, after.mapping, newCrew(1));
  requireKey(former);
  const counts = { added: 0, updated: 0, deleted: 0 };
  const newLines = linesOf(after);
  const lines: CatalogueLines = () => changedLines(newLines, former);
  const counted: CatalogueLines = async function* () {
    for await (const batch of lines()) {
      for (const { action } of batch) if (action !== undefined) counts[COUNTED[action]]++;
      yield batch;
    }
  };
  const survey = await surveyOf(counted, columnsOfBoth(before.mapping, after.mapping));
  await requireLeadsTo({ lines, survey }, former, newLines, path.join(folder, 'changes.jsonl'));
  return { lines, counts, survey };
}

const COUNTED = { add: 'added', update: 'updated', delete: 'deleted' } as const satisfies Record<LineAction, string>;

function columnsOfBoth(before: Mapping, after: Mapping): Pick<Survey, 'fields' | 'extras'> {
  const given = new Set([...fieldsOf(before), ...fieldsOf(after)]);
  return {
    fields: FIELD_NAMES.filter((field) => given.has(field) && field !== 'action'),
    extras: [...new Set([...before.extras, ...after.extras].map(({ name }) => name))],
  };
}

type Former = Pick<PreviousVersion, 'lines' | 'key' | 'byKey' | 'isShared' | 'line'>;

/** Receivers know lines by these two, and by nothing else. */
function requireKey({ key, withoutKey, duplicateKeys }: Pick<PreviousVersion, 'key' | 'withoutKey' | 'duplicateKeys'>) {
  const [only] = key;
  if (key.length !== 1 || (only !== 'itemNumber' && only !== 'gtin'))
    throw new OperationalError({
      nb: 'Endringer kan ikke skrives: de to katalogene har verken varenummer eller GTIN felles. Send hele katalogen.',
      en: 'Changes cannot be written: the two catalogues share neither item numbers nor GTINs. Send the whole catalogue.',
    });
  if (withoutKey > 0)
    throw new OperationalError({
      nb: `Endringer kan ikke skrives: ${withoutKey} linjer i den gamle katalogen har ikke noe nummer å kjennes igjen på. Send hele katalogen.`,
      en: `Changes cannot be written: ${withoutKey} lines of the old catalogue have no number to identify them by. Send the whole catalogue.`,
    });
  const [shared] = duplicateKeys();
  if (shared !== undefined) throw sharedKey(shared);
}

function sharedKey(key: string): OperationalError {
  return new OperationalError({
    nb: `Endringer kan ikke skrives: flere linjer har nummeret ${key}, og mottakeren kan ikke se hvilken som er ment. Send hele katalogen.`,
    en: `Changes cannot be written: several lines have the number ${key}, and the receiver cannot tell which is meant. Send the whole catalogue.`,
  });
}

const BATCH = 500;

async function* changedLines(lines: CatalogueLines, former: Former): AsyncGenerator<readonly CatalogueLine[]> {
  const stays = new Uint8Array(former.lines);
  const added = newKeyTable();
  const changeOf = (line: CatalogueLine): readonly CatalogueLine[] => {
    const key = keyOf(line, former.key);
    if (key === undefined) throw withoutNumber(line);
    const position = former.byKey(key);
    if (position === undefined) {
      if (added.get(key) !== undefined) throw sharedKey(key);
      added.set(key, 1);
      return [{ ...line, action: 'add' }];
    }
    if (stays[position] === 1) throw sharedKey(key);
    stays[position] = 1;
    return isSameLine(former.line(position), line) ? [] : [{ ...line, action: 'update' }];
  };
  for await (const batch of lines()) {
    const changed = batch.flatMap(changeOf);
    if (changed.length > 0) yield changed;
  }
  for (let from = 0; from < former.lines; from += BATCH) {
    const deleted: CatalogueLine[] = [];
    for (let position = from; position < Math.min(from + BATCH, former.lines); position++)
      if (stays[position] !== 1) deleted.push(deletion(former.line(position)));
    if (deleted.length > 0) yield deleted;
  }
}

/** What it takes to know the line by; formats that demand a name and a unit of every line have them, too. */
function deletion({ row, itemNumber, gtin, name, unit }: CatalogueLine): CatalogueLine {
  return {
    row,
    action: 'delete',
    ...(itemNumber === undefined ? {} : { itemNumber }),
    ...(gtin === undefined ? {} : { gtin }),
    ...(name === undefined ? {} : { name }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function withoutNumber(line: CatalogueLine): OperationalError {
  return new OperationalError({
    nb: `Endringer kan ikke skrives: linjen ${calledBy(line)} har ikke noe nummer å kjennes igjen på. Send hele katalogen.`,
    en: `Changes cannot be written: the line ${calledBy(line)} has no number to identify it by. Send the whole catalogue.`,
  });
}

/** Whether both say the same, wherever they stand. */
export function isSameLine(one: CatalogueLine, other: CatalogueLine): boolean {
  const [a, b] = [withPack(one), withPack(other)];
  if (FIELD_NAMES.some((field) => field !== 'action' && valueText(a, field) !== valueText(b, field))) return false;
  const headings = new Set([...Object.keys(a.extra ?? {}), ...Object.keys(b.extra ?? {})]);
  return [...headings].every((heading) => a.extra?.[heading] === b.extra?.[heading]);
}

/** @throws RangeError when the changes make anything else of the old catalogue: a bug, and nothing goes out */
async function requireLeadsTo(
  { lines, survey }: Pick<CatalogueChanges, 'lines' | 'survey'>,
  former: Former,
  expected: CatalogueLines,
  paper: string,
): Promise<void> {
  const plan = await planDelta(await onPaper({ lines, survey }, paper), former);
  const [fault] = plan.faults.values();
  const [remark] = plan.remarks;
  if (fault !== undefined || remark !== undefined)
    throw new RangeError(`the changes do not fit the old catalogue: ${JSON.stringify(fault ?? remark)}`);
  let count = 0;
  const added = plan.added[Symbol.iterator]();
  for await (const batch of expected()) {
    for (const line of batch) {
      count++;
      const made = madeOf(line, plan, former, added);
      if (made === undefined || !isSameLine(made, line))
        throw new RangeError(`the changes make another line of ${calledBy(line)}`);
    }
  }
  const { counts } = plan;
  if (count !== former.lines - counts.deleted + counts.added)
    throw new RangeError(`the changes lead to another number of lines than ${count}`);
}

/** The line that the changes put where this one is expected. */
function madeOf(
  line: CatalogueLine,
  { becomes, lines }: DeltaPlan,
  former: Former,
  added: Iterator<number>,
): CatalogueLine | undefined {
  const key = keyOf(line, former.key);
  const position = key === undefined ? undefined : former.byKey(key);
  if (position === undefined) {
    const next = added.next();
    return next.done === true ? undefined : withoutAction(lines.line(next.value));
  }
  const become = becomes[position] ?? AS_IT_WAS;
  if (become === AS_IT_WAS) return former.line(position);
  return become < AS_IT_WAS ? undefined : withoutAction(lines.line(become - 1));
}

function withoutAction({ action: _, ...line }: CatalogueLine): CatalogueLine {
  return line;
}

async function onPaper(
  { lines, survey }: Pick<CatalogueChanges, 'lines' | 'survey'>,
  paper: string,
): Promise<OpenedCatalogue> {
  const json = jsonLines(['action', ...survey.fields], survey.extras);
  const writer = newBlockWriter(paper);
  try {
    for await (const batch of lines()) for (const line of batch) writer.put(json.text(withPack(line)));
    writer.end();
  } finally {
    writer.abandon();
  }
  const file = jsonLinesWith(json.keys(), paper);
  return { file, mapping: await prepareMapping(file, {}), path: paper };
}
