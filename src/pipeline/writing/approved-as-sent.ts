/**
 * What a file of changes leads to, in the format that the changes came in. Nothing may be lost on the way: it is read back
 * and must be the very lines that were approved. Lines of JSON keep every value, and stay where the format does not.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { headerOfAgreement } from '../../agreement/agreement-header.ts';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { headerOf } from '../../catalogue/document-header.ts';
import { FIELD_NAMES, FIELDS, type Field, fieldKind } from '../../catalogue/field.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { EXTENSIONS, type OutputFormat } from '../../catalogue/output-formats.ts';
import { findUnit } from '../../code-lists/units.ts';
import { valueText } from '../../diff/compare-lines.ts';
import type { FileFormat } from '../../readers/reader.ts';
import type { AsLines } from '../../reporters/result.ts';
import {
  type CatalogueLines,
  type LeftOut,
  MissingHeader,
  newLeftOutNotes,
  withPack,
} from '../../writers/catalogue-content.ts';
import { NotInFormat } from '../../writers/not-in-format.ts';
import { inLanguage, loadProfile, type Profile } from '../../writers/profile.ts';
import type { TableColumn, TableForm } from '../../writers/table-catalogue.ts';
import { builtInProfiles } from '../built-in.ts';
import type { AppliedDelta } from '../changes/delta.ts';
import { formOf } from '../inputs/document-form.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type OpenedCatalogue, openMapped } from '../inputs/open-catalogue.ts';
import { linesOf } from '../inputs/open-sound.ts';
import { writeForProfile } from './write-catalogue.ts';

export interface ApprovedFile {
  /** Its name in the run's folder. */
  readonly name: string;
  /** Why it is lines of JSON and not what the changes came as. */
  readonly asLines?: AsLines;
  /** A table under the usual headings: what it would lack under those of the changes. */
  readonly usualHeadings?: readonly LeftOut[];
}

/**
 * @param exact name of the approved catalogue as lines of JSON, in the folder; gone where another takes its place
 * @returns the file there is then
 */
export async function approvedAsSent(
  folder: string,
  exact: string,
  inputs: Pick<Inputs, 'agreement' | 'language' | 'asOf' | 'previous' | 'workspace'>,
  delta: AppliedDelta,
  signal: AbortSignal | undefined,
): Promise<ApprovedFile> {
  const { asOf, agreement } = inputs;
  const format = formatOf(delta.sent);
  if (format === 'jsonl') return { name: exact };
  if (format === undefined) return { name: exact, asLines: { reason: 'notWritten' } };
  const opened = await openedIn(folder, exact, asOf);
  const lines = linesOf(opened);
  const agreed = agreement === undefined ? undefined : headerOfAgreement(agreement.agreement);
  const header = headerOf([delta.sent.file.document, agreed, { issued: asOf }]);
  const name = `approved.${EXTENSIONS[format]}`;
  const target = path.join(folder, name);
  let asLines: AsLines | undefined;
  let withTheirHeadings: AsLines | undefined;
  for (const profile of await profilesFor(format, opened, delta, inputs)) {
    try {
      await writeForProfile(lines, header, profile, target, { day: asOf, signal });
      asLines = await whatIsLost(format, lines, linesOf(await openedIn(folder, name, asOf)));
    } catch (error) {
      asLines = whyNotWritten(format, error);
    }
    if (asLines === undefined) {
      await rm(path.join(folder, exact));
      return { name, ...(withTheirHeadings === undefined ? {} : { usualHeadings: leftOutOf(withTheirHeadings) }) };
    }
    withTheirHeadings ??= asLines;
    await rm(target, { force: true });
  }
  return asLines === undefined ? { name: exact } : { name: exact, asLines };
}

const leftOutOf = (why: AsLines): readonly LeftOut[] => (why.reason === 'leftOut' ? why.leftOut : []);

/** A line that the format cannot hold, a header that lacks what it needs, or a file that reads as another. */
function whyNotWritten(format: OutputFormat, error: unknown): AsLines {
  if (error instanceof MissingHeader) return { reason: 'lacking', format, lacking: error.keys };
  if (error instanceof NotInFormat) return { reason: 'notInFormat', format, text: error.text };
  if (error instanceof UnusableFile) return { reason: 'readsOtherwise', format };
  throw error;
}

/** @returns nothing for documents of retired specifications, which nobody writes */
function formatOf({ file: { format, claims } }: OpenedCatalogue): OutputFormat | undefined {
  if (format !== 'ubl') return WRITTEN_AS[format];
  const specification = formOf(claims);
  return specification === 'peppol' || specification === 'ehf' ? specification : undefined;
}

const WRITTEN_AS: Readonly<Record<Exclude<FileFormat, 'ubl'>, OutputFormat>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  bmecat: 'bmecat',
  cif: 'cif',
  jsonl: 'jsonl',
};

function openedIn(folder: string, name: string, asOf: string): Promise<OpenedCatalogue> {
  return openMapped({ name, path: path.join(folder, name) }, {}, undefined, asOf);
}

/** Tables: with the headings that the changes came with, or else, where those need explaining, with those that all know. */
async function profilesFor(
  format: OutputFormat,
  whole: OpenedCatalogue,
  { sent }: AppliedDelta,
  { language, workspace, previous }: Pick<Inputs, 'language' | 'workspace' | 'previous'>,
): Promise<readonly Profile[]> {
  const usual = inLanguage(await loadProfile(format, { builtIn: builtInProfiles, workspace }), language);
  if (format !== 'csv' && format !== 'xlsx') return [usual];
  const { price, styles } = sent.mapping;
  const decimalSign = (price && styles[price.index]?.decimalSign) ?? usual.table.decimalSign;
  const dialect = sent.file.dialect ?? usual.dialect;
  const files = [sent, ...(previous === undefined ? [] : [previous])];
  const profile: Profile = { ...usual, dialect, table: { ...usual.table, decimalSign, ...unitsLike(files) } };
  const columns = columnsLike(files, whole, usual);
  return [{ ...profile, table: { ...profile.table, columns } }, profile];
}

/** As the first of these files that has a unit calls it; where they have codes alone, others are codes too. */
function unitsLike(files: readonly OpenedCatalogue[]): Pick<TableForm, 'units' | 'unitWords'> {
  const unitWords = new Map<string, string>();
  for (const { mapping } of files) {
    for (const [at, { field }] of mapping.header.columns.entries()) {
      if (field === undefined || fieldKind(field) !== 'unit') continue;
      for (const [code, word] of mapping.habits()[at]?.words ?? [])
        if (!unitWords.has(code) && findUnit(word) === code) unitWords.set(code, word);
    }
  }
  const isCoded = unitWords.size > 0 && [...unitWords].every(([code, word]) => code === word);
  return { units: isCoded ? 'code' : 'word', unitWords };
}

/** All columns of the whole: as the first of these files that has it calls each, and in that order. */
function columnsLike(
  files: readonly OpenedCatalogue[],
  whole: OpenedCatalogue,
  { language }: Profile,
): readonly TableColumn[] {
  const fields = new Set<Field>(whole.mapping.header.columns.flatMap(({ field }) => field ?? []));
  const extras = new Set(whole.mapping.extras.map(({ name }) => name));
  const columns: TableColumn[] = [];
  for (const { file, mapping } of files) {
    const own = new Map(mapping.extras.map(({ index, name }) => [index, name]));
    for (const { field, heading, index } of mapping.header.columns) {
      // Documents name their elements, and not as a person would.
      if (field !== undefined && file.columns === undefined && fields.delete(field)) columns.push({ field, heading });
      const extra = own.get(index);
      if (extra !== undefined && extras.delete(extra)) columns.push({ heading: extra });
    }
  }
  const rest = FIELD_NAMES.filter((field) => fields.has(field));
  return [...columns, ...rest.map((field): TableColumn => ({ field, heading: FIELDS[field].title[language] }))];
}

/** What the lines say and do not say again; what a format adds, such as the currency of all prices, is no loss. */
async function whatIsLost(
  format: OutputFormat,
  lines: CatalogueLines,
  again: CatalogueLines,
): Promise<AsLines | undefined> {
  const others = oneByOne(again());
  const notes = newLeftOutNotes();
  try {
    for await (const line of oneByOne(lines())) {
      const { value: other, done } = await others.next();
      if (done === true) return { reason: 'readsOtherwise', format };
      for (const what of untoldIn(withPack(line), withPack(other))) notes.note(what, line);
    }
    if ((await others.next()).done !== true) return { reason: 'readsOtherwise', format };
  } finally {
    await others.return(undefined);
  }
  const leftOut = notes.all();
  return leftOut.length === 0 ? undefined : { reason: 'leftOut', format, leftOut };
}

/** Fields, and headings of columns without one, that the other line does not tell as this one does. */
function* untoldIn(line: CatalogueLine, other: CatalogueLine): Generator<string> {
  for (const field of FIELD_NAMES) {
    const text = valueText(line, field);
    const isTold = text === undefined || text === valueText(other, field);
    if (!isTold || (line.unreadable?.[field] === undefined) !== (other.unreadable?.[field] === undefined)) yield field;
  }
  for (const [heading, text] of Object.entries(line.extra ?? {}))
    if (text !== '' && text !== other.extra?.[heading] && !OF_ITS_PLACE.has(heading)) yield heading;
}

/** What says where in its document a line stood, and nothing of the article. */
const OF_ITS_PLACE: ReadonlySet<string> = new Set(['cac:CatalogueLine/cbc:ID']);

async function* oneByOne<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}
