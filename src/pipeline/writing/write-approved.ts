/**
 * The second pass: the approved catalogue, in the format, dialect and column order of the file as sent. Text keeps the
 * very bytes of every line that goes out as sent; a workbook is written anew from its cells.
 */
import path from 'node:path';
import type { Aside } from '../../catalogue/catalogue.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import type { Ledger } from '../../decision/ledger.ts';
import type { PreviousVersion } from '../../diff/previous-version.ts';
import type { CsvDialect, FileFormat, RowFile } from '../../readers/reader.ts';
import { encodeText } from '../../readers/text-code.ts';
import { type Edit, editedFile } from '../../writers/csv.ts';
import { type RecordWriter, recordWriterFor } from '../../writers/record-writer.ts';
import type { WrittenCell, WrittenRow } from '../../writers/writer.ts';
import type { Inspected } from '../checking/inspect-lines.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { rowsAgain } from '../rows/rows-again.ts';
import { writeFileFrom } from '../rows/text-file.ts';
import type { Crew } from '../threads/crew.ts';
import { correctedCells, previousRow } from './changed-cells.ts';
import { rowEdits } from './row-edits.ts';

/** Its name in the run's folder. */
export function approvedFile({ path: sent, file }: OpenedCatalogue): string {
  return `approved.${extensionOf(sent, file.format)}`;
}

/**
 * @param target where it goes
 * @param keptMissing positions in the previous version of lines that stay although the new catalogue lacks them
 * @param crew whom to share the work on a large workbook with
 */
export async function writeApproved(
  target: string,
  inputs: Inputs,
  catalogue: OpenedCatalogue,
  inspected: Inspected,
  keptMissing: readonly number[],
  crew: Crew,
): Promise<void> {
  const { dialect } = catalogue.file;
  const writer = await recordWriterFor(catalogue.file, catalogue.path);
  const appended = keptMissing.map((position) =>
    previousRow(formerLine(inspected.previous, position), catalogue.mapping),
  );
  if (writer === undefined) {
    const { ledger, asides, previous } = inspected;
    const edits = rowEdits(ledger, asides, catalogue.mapping, (position) => formerLine(previous, position));
    const { writeApprovedWorkbook } = await import('./write-workbook.ts');
    await writeApprovedWorkbook(target, catalogue, { edits, appended }, inputs.asOf, crew);
  } else {
    const edits = editsOf(catalogue, inspected, writer);
    const records = appended.map(({ cells }) => writer.written(cells));
    const { behindLast } = writer;
    const left = edits.filter(({ replacement }) => replacement === undefined).length;
    const head = writer.counted?.(inspected.ledger.size - left + records.length) ?? [];
    const atEnd = behindLast === undefined ? records : [];
    const all =
      behindLast === undefined ? edits : [...head, ...edits, ...behindLastRecord(inspected, behindLast, records)];
    await writeFileFrom(target, editedFile(catalogue.path, all, atEnd, lineEndOf(dialect)));
  }
}

/**
 * The file as sent, with its cells put right and all else as it stands: what the check was about.
 * @returns the file's name; none where nothing was put right
 */
export async function writeFixed(
  folder: string,
  inputs: Inputs,
  catalogue: OpenedCatalogue,
  { ledger }: Inspected,
): Promise<string | undefined> {
  if (ledger.fixed.size === 0) return undefined;
  const { file } = catalogue;
  const name = `fixed.${extensionOf(catalogue.path, file.format)}`;
  const target = path.join(folder, name);
  const writer = await recordWriterFor(file, catalogue.path);
  if (writer === undefined) await writeFixedWorkbook(target, catalogue, inputs);
  else await writeFileFrom(target, editedFile(catalogue.path, fixedEdits(file, ledger, writer), [], NO_LINE_END));
  return name;
}

/** Nothing is put behind the last record. */
const NO_LINE_END = Buffer.alloc(0);
const AS_READ: ReadonlyMap<number, WrittenCell> = new Map();

function* fixedEdits(file: RowFile, ledger: Ledger, writer: RecordWriter): Generator<Edit> {
  // Added in file order.
  for (const { ordinal, row } of rowsAgain(file, ledger, ledger.fixed))
    yield { start: ledger.start(ordinal), end: ledger.end(ordinal), replacement: writer.corrected(row, AS_READ) };
}

/** Every row where it stood. */
async function* rowsInPlace(file: RowFile): AsyncGenerator<readonly WrittenRow[]> {
  let next = 1;
  for await (const batch of file.rows({ formats: true })) {
    const rows: WrittenRow[] = [];
    for (const row of batch) {
      for (; next < row.row; next++) rows.push({ cells: [] });
      rows.push(row);
      next++;
    }
    yield rows;
  }
}

async function writeFixedWorkbook(target: string, { file, mapping }: OpenedCatalogue, { asOf }: Inputs): Promise<void> {
  const layout = await file.layout?.(mapping.header.headingRow);
  const { writeXlsx } = await import('../../writers/xlsx.ts');
  await writeXlsx(rowsInPlace(file), target, {
    ...(layout === undefined ? {} : { layout }),
    sheet: file.sheet ?? 'Ark1',
    day: asOf,
  });
}

function lineEndOf(dialect: CsvDialect | undefined): Uint8Array {
  const newline = Buffer.from('\n');
  return dialect === undefined ? newline : (encodeText(dialect.lineEnd, dialect.encoding) ?? newline);
}

/** Text files keep their own ending, so that the receiving system takes the file as it took the last one. */
function extensionOf(file: string, format: FileFormat): string {
  const extension = path.extname(file).slice(1).toLowerCase();
  const [usual, ...others] = EXTENSIONS[format];
  return others.includes(extension) ? extension : usual;
}

const EXTENSIONS: Readonly<Record<FileFormat, readonly [string, ...string[]]>> = {
  csv: ['csv', 'txt', 'tsv', 'tab'],
  xlsx: ['xlsx'],
  ubl: ['xml'],
  bmecat: ['xml'],
  cif: ['cif', 'txt'],
  jsonl: ['jsonl', 'ndjson'],
};

function editsOf({ file, mapping }: OpenedCatalogue, inspected: Inspected, writer: RecordWriter): readonly Edit[] {
  const { ledger, previous } = inspected;
  const replacements = new Map<number, Uint8Array>();
  for (const { ordinal, row } of rowsAgain(file, ledger, writtenAnew(inspected))) {
    const cells = correctedCells(ledger.corrections.get(ordinal) ?? {}, mapping);
    replacements.set(ordinal, writer.corrected(row, cells));
  }
  const edits: Edit[] = [];
  for (let ordinal = 0; ordinal < ledger.size; ordinal++) {
    const disposition = ledger.disposition(ordinal);
    if (disposition === 'approve' && !ledger.fixed.has(ordinal)) continue;
    const stand = disposition === 'keepPrevious' ? ledger.stand.get(ordinal) : undefined;
    const replacement =
      stand === undefined
        ? replacements.get(ordinal)
        : writer.written(previousRow(formerLine(previous, stand), mapping).cells);
    edits.push({
      start: ledger.start(ordinal),
      end: ledger.end(ordinal),
      ...(replacement === undefined ? {} : { replacement }),
    });
  }
  return withoutAsides(edits, inspected.asides);
}

/** Rows that are no articles go out too, in file order with the others. */
function withoutAsides(edits: readonly Edit[], asides: readonly Aside[]): readonly Edit[] {
  if (asides.length === 0) return edits;
  const cut = asides.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }]));
  return [...edits, ...cut].sort((a, b) => a.start - b.start);
}

/** Records put in behind the last one, which may itself be cut out. */
function behindLastRecord(
  { ledger }: Inspected,
  separator: Uint8Array,
  records: readonly Uint8Array[],
): readonly Edit[] {
  if (records.length === 0 || ledger.size === 0) return [];
  const end = ledger.end(ledger.size - 1);
  return [{ start: end, end, replacement: Buffer.concat([separator, ...records]) }];
}

/** Lines that were put right as they were read and go on so, and those that are corrected. */
function* writtenAnew({ ledger }: Inspected): Generator<number> {
  const { corrections, fixed } = ledger;
  for (const ordinal of [...new Set([...corrections.keys(), ...fixed])].sort((a, b) => a - b)) {
    const disposition = ledger.disposition(ordinal);
    if (disposition === 'correct' || (disposition === 'approve' && fixed.has(ordinal))) yield ordinal;
  }
}

function formerLine(previous: PreviousVersion | undefined, position: number): CatalogueLine {
  if (previous === undefined) throw new RangeError('a line is kept, but there is no previous version');
  return previous.line(position);
}
