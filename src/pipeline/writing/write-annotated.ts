/**
 * `annotated.xlsx`: the supplier's own workbook back, with its guilty cells marked. Of another format a workbook is made
 * of the lines, and that is marked.
 */
import path from 'node:path';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { fileError } from '../../catalogue/error.ts';
import type { Language } from '../../catalogue/text.ts';
import { mapRow } from '../../mapping/map-rows.ts';
import { ownColumn } from '../../mapping/own-column.ts';
import { openFile } from '../../readers/open-file.ts';
import type { RawRow } from '../../readers/reader.ts';
import { annotationSheets } from '../../reporters/annotation-sheets.ts';
import { annotationsOf, commentRoom } from '../../reporters/annotations.ts';
import { forSupplier } from '../../reporters/for-supplier.ts';
import { fieldTitle } from '../../reporters/format-value.ts';
import type { Run } from '../../reporters/reporter.ts';
import { annotateWorkbook, type WorkbookAnnotations } from '../../writers/annotated/annotate-workbook.ts';
import type { WrittenRow } from '../../writers/writer.ts';
import { writeXlsx } from '../../writers/xlsx.ts';
import { typedRow } from '../convert.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';

export interface AnnotatedSource {
  /** Where the catalogue lies, unpacked. */
  readonly path: string;
  /** Absent: it cannot be used. */
  readonly opened?: OpenedCatalogue;
}

export interface AnnotatedTarget {
  /** The file that is written. */
  readonly path: string;
  readonly language: Language;
  /** For what is needed on the way; whoever owns it removes it. */
  readonly temporary: string;
  readonly signal?: AbortSignal | undefined;
}

/** @throws OperationalError when the file cannot be written */
export async function writeAnnotated(told: Run, source: AnnotatedSource, target: AnnotatedTarget): Promise<void> {
  const run = forSupplier(told);
  try {
    if (source.opened === undefined) await writeUnusable(run, source.path, target);
    else if (run.result.catalogue.format === 'xlsx') await writeOwn(run, source.path, target);
    else await writeMade(run, source.opened, target);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileError(error, target.path) : error;
  }
}

/** The workbook as sent, with marks. */
async function writeOwn(run: Run, file: string, target: AnnotatedTarget): Promise<void> {
  const { sheet: name, headingRow = 1 } = run.result.catalogue;
  if (name === undefined) return writeUnusable(run, file, target);
  const annotations = await annotationsOf(run, target.language, false);
  const earlierColumn = await columnOfEarlierRun(file, name, headingRow);
  await annotateWorkbook(file, target.path, {
    ...(await sheetsOf(run, target.language, annotations.leftOut, false)),
    sheet: {
      name,
      headingRow,
      ...(earlierColumn === undefined ? {} : { earlierColumn }),
      rows: annotations.rows(),
      hasComments: annotations.onCells || earlierColumn !== undefined,
      room: commentRoom(run.result),
    },
  });
}

async function sheetsOf(
  run: Run,
  language: Language,
  leftOut: number,
  isCopy: boolean,
): Promise<Pick<WorkbookAnnotations, 'ownSheets' | 'day'>> {
  const found = await run.grouped(EXAMPLES);
  return {
    ownSheets: (notes) => annotationSheets(run, found, language, { ...notes, findings: leftOut, isCopy }),
    day: run.result.asOf,
  };
}

const EXAMPLES = 3;

async function columnOfEarlierRun(file: string, sheet: string, headingRow: number): Promise<number | undefined> {
  const opened = await openFile({ name: file, path: file }, { format: 'xlsx', sheet });
  for await (const batch of opened.rows()) {
    for (const { row, cells } of batch) {
      if (row === headingRow) return ownColumn(cells);
      if (row > headingRow) return undefined;
    }
  }
  return undefined;
}

/** A file in which no catalogue was found goes back with our sheets, if it is a workbook at all; else they go alone. */
async function writeUnusable(run: Run, file: string, target: AnnotatedTarget): Promise<void> {
  const sheets = await sheetsOf(run, target.language, 0, false);
  try {
    await annotateWorkbook(file, target.path, sheets);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const base = path.join(target.temporary, 'without-lines.xlsx');
    await writeXlsx(noRows(), base, { sheet: SHEET_NAME[target.language], day: run.result.asOf });
    await annotateWorkbook(base, target.path, sheets);
  }
}

async function* noRows(): AsyncGenerator<readonly WrittenRow[]> {}

const SHEET_NAME = { nb: 'Katalog', en: 'Catalogue' } as const;

/** The lines as a workbook, with marks. */
async function writeMade(run: Run, opened: OpenedCatalogue, target: AnnotatedTarget): Promise<void> {
  const { language } = target;
  const name = SHEET_NAME[language];
  const base = path.join(target.temporary, 'lines.xlsx');
  const made = madeRows(opened, target);
  await writeXlsx(made.rows(), base, { sheet: name, day: run.result.asOf });
  const annotations = await annotationsOf(run, language, made.isMoved());
  await annotateWorkbook(base, target.path, {
    ...(await sheetsOf(run, language, annotations.leftOut, true)),
    sheet: {
      name,
      headingRow: made.headingRow(),
      rows: annotations.rows(),
      rowOf: made.rowOf,
      hasComments: annotations.onCells,
      room: commentRoom(run.result),
    },
  });
}

/** The file's rows one below the other, and which row of the file each is. */
function madeRows({ file, mapping }: OpenedCatalogue, { language, signal }: AnnotatedTarget) {
  const { columns, headingRow } = mapping.header;
  /** By the row of the sheet, less one; 0: no row of the file. */
  const rows: number[] = [];
  const typed = (row: RawRow): WrittenRow => {
    rows.push(row.row);
    const line = mapRow(row, mapping);
    return line === undefined ? row : typedRow(row, line, mapping);
  };
  return {
    async *rows(): AsyncGenerator<readonly WrittenRow[]> {
      // Formats that name their own fields have no heading row.
      if (file.columns !== undefined) {
        rows.push(0);
        yield [
          { cells: columns.map(({ field, heading }) => (field === undefined ? heading : fieldTitle(field, language))) },
        ];
      }
      for await (const batch of file.rows()) {
        signal?.throwIfAborted();
        yield batch.map(typed);
      }
    },
    headingRow: (): number => (file.columns === undefined ? rows.indexOf(headingRow) + 1 : 1),
    isMoved: (): boolean => rows.some((row, at) => row !== at + 1),
    rowOf: (sheetRow: number): number => rows[sheetRow - 1] ?? 0,
  };
}
