/** One format into another: the same headings and columns, values typed where their column is understood. */
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Column, UnusableFile } from '../catalogue/catalogue.ts';
import { dayIn } from '../catalogue/days.ts';
import { parseDecimal } from '../catalogue/decimal.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import { fieldKind } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../catalogue/output-formats.ts';
import type { Language } from '../catalogue/text.ts';
import { currencyOfAmount, percentOfFraction } from '../mapping/amounts.ts';
import { type Mapping, mapRow } from '../mapping/map-rows.ts';
import type { CellKind, CsvDialect, RawRow } from '../readers/reader.ts';
import { fieldTitle } from '../reporters/format-value.ts';
import { writeRecord } from '../writers/csv.ts';
import type { WrittenRow } from '../writers/writer.ts';
import type { ConvertedLines, LinesRequest } from './convert-lines.ts';
import type { Surroundings } from './inputs/check-request.ts';
import { openMapped } from './inputs/open-catalogue.ts';
import { unpacked } from './inputs/unpacked.ts';
import { unusable } from './inputs/unusable.ts';
import { sourceIn } from './inputs/workspace.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';
import { writeFileFrom } from './rows/text-file.ts';

type SheetFormat = 'csv' | 'xlsx';

export interface Converted {
  readonly lines: number;
  /** Where the format names its own fields: what was made of the lines. */
  readonly made?: ConvertedLines;
}

/**
 * @param to its ending says the format, where nothing else does
 * @throws OperationalError when a file cannot be read or written, or `to` exists and `force` is not given
 */
export async function convertFile(
  from: string,
  to: string,
  options: ConvertOptions,
  around: Surroundings,
): Promise<Converted> {
  const named = options.profile ?? options.to;
  const format = named ?? formatOf(to);
  await refuseToOverwrite(path.resolve(around.currentFolder, to), to, options.force);
  // Of a table everything travels along: its own headings and columns stay.
  if (options.profile === undefined && options.previous === undefined && (format === 'csv' || format === 'xlsx'))
    return { lines: await withTemporaryFolder((folder) => convertIn(folder, from, to, format, options, around)) };
  const { convertLines } = await import('./convert-lines.ts');
  const made = await convertLines(from, to, { ...options, profile: format }, around);
  return { lines: made.lines, made };
}

interface ConvertOptions extends Omit<LinesRequest, 'profile'> {
  readonly force: boolean;
  readonly to?: OutputFormat | undefined;
  readonly profile?: string | undefined;
}

async function convertIn(
  folder: string,
  from: string,
  to: string,
  format: SheetFormat,
  options: ConvertOptions,
  around: Surroundings,
): Promise<number> {
  const source = sourceIn(around.currentFolder, from);
  const target = path.resolve(around.currentFolder, to);
  const temporary = `${target}.part`;
  try {
    const content = await unpacked(source, folder, options.reading.limits);
    const { file, mapping } = await openMapped(content, options.reading, undefined);
    let lines = 0;
    async function* rows(): AsyncGenerator<readonly WrittenRow[]> {
      // Formats that name their own fields have no heading row.
      if (file.columns !== undefined)
        yield [{ cells: mapping.header.columns.map((column) => heading(column, options.language)) }];
      for await (const batch of file.rows({ formats: true })) {
        around.signal?.throwIfAborted();
        yield batch.map((row) => {
          const line = mapRow(row, mapping);
          if (line !== undefined) lines++;
          return line === undefined ? row : typedRow(row, line, mapping);
        });
      }
    }
    if (format === 'xlsx') {
      const sheet = path
        .parse(from)
        .name.replace(/[\\/*?:[\]]/g, ' ')
        .slice(0, 31);
      const { writeXlsx } = await import('../writers/xlsx.ts');
      await writeXlsx(rows(), temporary, { sheet: file.sheet ?? sheet, day: dayIn('UTC', around.now) });
    } else {
      const width = mapping.header.columns.length;
      await writeFileFrom(temporary, csvRecords(rows(), options.language, width));
    }
    await moved(temporary, target, to);
    return lines;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
}

/** As a person calls the column. */
function heading({ field, heading }: Column, language: Language): string {
  return field === undefined ? heading : fieldTitle(field, language);
}

async function moved(temporary: string, target: string, shown: string): Promise<void> {
  try {
    await rename(temporary, target);
  } catch (error) {
    throw fileError(error, shown);
  }
}

const BY_ENDING: Readonly<Record<string, OutputFormat>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  cif: 'cif',
};

function formatOf(to: string): OutputFormat {
  const ending = path.extname(to).slice(1).toLowerCase();
  const format = BY_ENDING[ending];
  if (format !== undefined) return format;
  const all = OUTPUT_FORMATS.join(', ');
  throw new OperationalError({
    nb: `Vet ikke hvilket format ${to} skal ha. La navnet ende på .csv, .xlsx, .jsonl eller .cif, eller si det med --to (${all}) eller --profile.`,
    en: `Cannot tell which format ${to} should have. Let the name end in .csv, .xlsx, .jsonl or .cif, or say it with --to (${all}) or --profile.`,
  });
}

async function refuseToOverwrite(target: string, shown: string, force: boolean): Promise<void> {
  const missing = await stat(path.dirname(target)).catch((error: unknown) => error);
  if (missing instanceof Error) throw fileError(missing, path.dirname(shown));
  const exists = await stat(target).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw fileError(error, shown);
    },
  );
  if (!exists || force) return;
  throw new OperationalError({
    nb: `${shown} finnes fra før. Velg et annet navn, eller bruk --force.`,
    en: `${shown} exists already. Choose another name, or use --force.`,
  });
}

/** Amounts, quantities and days that were understood get their type; all else stays as it stands. */
export function typedRow(row: RawRow, line: CatalogueLine, mapping: Mapping): WrittenRow {
  const cells = [...row.cells];
  const kinds: CellKind[] = row.cells.map((_, at) => row.kinds?.[at] ?? 'text');
  for (const { field, index } of mapping.header.columns) {
    const value = field === undefined ? undefined : line[field];
    if (field === undefined || typeof value !== 'string' || index >= cells.length) continue;
    const kind = fieldKind(field);
    if (kind === 'money' && namesCurrency(cells[index] ?? '')) continue;
    if (kind === 'money' || kind === 'decimal') kinds[index] = 'number';
    else if (kind === 'date') kinds[index] = 'date';
    else continue;
    cells[index] = value;
  }
  return { cells, kinds, ...(row.formats === undefined ? {} : { formats: row.formats }) };
}

/** `12,50 EUR` stays as it stands: a bare number would be an amount in another currency. */
function namesCurrency(cell: string): boolean {
  return currencyOfAmount(cell)?.vague === false;
}

const DIALECTS: Readonly<Record<Language, CsvDialect>> = {
  nb: { encoding: 'utf-8', bom: true, delimiter: ';', lineEnd: '\r\n' },
  en: { encoding: 'utf-8', bom: true, delimiter: ',', lineEnd: '\r\n' },
};

/**
 * As the language's Excel opens it: delimiter and decimal sign.
 * @param width in cells, of every row at least
 */
async function* csvRecords(
  batches: AsyncIterable<readonly WrittenRow[]>,
  language: Language,
  width: number,
): AsyncGenerator<Uint8Array> {
  const dialect = DIALECTS[language];
  yield Buffer.from('\ufeff');
  for await (const batch of batches) {
    yield Buffer.concat(
      batch.map(({ cells, kinds }) =>
        writeRecord(
          padded(
            cells.map((cell, at) => shown(cell, kinds?.[at], language)),
            width,
          ),
          dialect,
        ),
      ),
    );
  }
}

/** A workbook's row ends with its last filled cell; in text it would lack columns. */
function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width ? cells : [...cells, ...Array<string>(width - cells.length).fill('')];
}

function shown(cell: string, kind: CellKind | undefined, language: Language): string {
  const text = kind === 'percent' ? percentText(cell) : cell;
  return (kind === 'number' || kind === 'percent') && language === 'nb' ? text.replace('.', ',') : text;
}

function percentText(fraction: string): string {
  const value = parseDecimal(fraction);
  return value === undefined ? fraction : `${percentOfFraction(value)}%`;
}
