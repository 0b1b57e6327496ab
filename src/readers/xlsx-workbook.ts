/** Excel workbooks (.xlsx, .xlsm), read part by part from the archive, never as a whole. */
import { open } from 'node:fs/promises';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Limits } from '../catalogue/limits.ts';
import type { RawRow, ReadOptions, RowFile, RowOptions, SheetLayout, Source } from './reader.ts';
import { type CellFormats, readFormats } from './xlsx-formats.ts';
import { readBoldStyles, readLayout } from './xlsx-layout.ts';
import { compoundProblem, isCompound } from './xlsx-legacy.ts';
import { MAX_SMALL_PART_BYTES, readWorkbook, type Sheet, type Workbook } from './xlsx-package.ts';
import { type SheetContext, sheetRows } from './xlsx-sheet.ts';
import { readStrings } from './xlsx-strings.ts';
import { openZip, type ZipArchive } from './zip.ts';

/** What the sheets share. */
interface Content {
  readonly limits: Limits | undefined;
  readonly workbook: Workbook;
  readonly strings: readonly string[];
  readonly formats: CellFormats;
}

/** @see Reader.open */
export async function openWorkbook(source: Source, options: ReadOptions): Promise<RowFile> {
  const head = await readHead(source);
  if (head.length === 0) throw new UnusableFile('empty');
  if (isCompound(head)) throw await compoundProblem(source.path, source.name);
  const zip = await openZip(source.path, source.name, options.limits);
  try {
    const content = await readContent(zip, options.limits);
    const seen =
      options.sheet === undefined
        ? await firstSheetWithRows(zip, content)
        : await sheetWithRows(zip, content, namedSheet(content.workbook.sheets, options.sheet, source.name));
    return sheetFile(source, content, seen);
  } finally {
    zip.close();
  }
}

function sheetFile(source: Source, content: Content, { sheet, hiddenColumns }: SeenSheet): RowFile {
  const { sheets } = content.workbook;
  const others = sheets.filter((other) => other !== sheet);
  return {
    format: 'xlsx',
    sheet: sheet.name,
    otherSheets: others.filter(({ visible }) => visible).map(({ name }) => name),
    hiddenSheets: others.filter(({ visible }) => !visible).map(({ name }) => name),
    hiddenColumns,
    rows: (options = {}) => reopenedRows(source, content, sheet, options),
    texts: () => content.strings,
    layout: layoutReader(source, content.workbook, sheet, content.limits),
    async openSheet(name) {
      const zip = await openZip(source.path, source.name, content.limits);
      try {
        return sheetFile(source, content, await sheetWithRows(zip, content, namedSheet(sheets, name, source.name)));
      } finally {
        zip.close();
      }
    },
  };
}

async function readHead(source: Source): Promise<Uint8Array> {
  try {
    const file = await open(source.path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(error, source.name);
  }
}

async function readContent(zip: ZipArchive, limits: Limits | undefined): Promise<Content> {
  const workbook = await readWorkbook(zip, limits);
  const { stringsPart, stylesPart } = workbook;
  return {
    limits,
    workbook,
    strings: stringsPart === undefined ? [] : await readStrings(zip.read(stringsPart), stringsPart, limits),
    formats:
      stylesPart === undefined ? new Map() : await readFormats(zip.read(stylesPart, MAX_SMALL_PART_BYTES), stylesPart),
  };
}

async function* reopenedRows(
  source: Source,
  content: Content,
  sheet: Sheet,
  options: RowOptions,
): AsyncGenerator<readonly RawRow[]> {
  const zip = await openZip(source.path, source.name, content.limits);
  try {
    yield* sheetRows(zip.read(sheet.part), contextOf(content, sheet, options));
  } finally {
    zip.close();
  }
}

/** Of its own, so that whoever keeps it for the end does not keep all texts of the workbook with it. */
function layoutReader(
  source: Source,
  { stylesPart }: Workbook,
  { part }: Sheet,
  limits: Limits | undefined,
): (lastRow: number) => Promise<SheetLayout> {
  return async (lastRow) => {
    const zip = await openZip(source.path, source.name, limits);
    try {
      const bold =
        stylesPart === undefined
          ? new Set<string>()
          : await readBoldStyles(zip.read(stylesPart, MAX_SMALL_PART_BYTES), stylesPart);
      return await readLayout(zip.read(part), part, bold, lastRow);
    } finally {
      zip.close();
    }
  };
}

function contextOf(
  { workbook, strings, formats, limits }: Content,
  { part }: Sheet,
  { formats: withFormats = false, named: withNames = false }: RowOptions,
): SheetContext {
  return { part, strings, formats, date1904: workbook.date1904, withFormats, withNames, limits };
}

/** The first sheet a person sees that holds anything. */
async function firstSheetWithRows(zip: ZipArchive, content: Content): Promise<SeenSheet> {
  const looked = new Set<string>();
  for (const sheet of content.workbook.sheets) {
    // Hostile workbooks name one long empty part a thousand times.
    if (!sheet.visible || looked.has(sheet.part)) continue;
    looked.add(sheet.part);
    const seen = await seenSheet(zip, content, sheet);
    if (seen !== undefined) return seen;
  }
  throw new UnusableFile('empty');
}

async function sheetWithRows(zip: ZipArchive, content: Content, sheet: Sheet): Promise<SeenSheet> {
  const seen = await seenSheet(zip, content, sheet);
  if (seen !== undefined) return seen;
  throw new UnusableFile('empty', { detail: sheet.name });
}

/** A sheet in which something stands, and what its head says. */
interface SeenSheet {
  readonly sheet: Sheet;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Reads no further than the first row that holds anything. @returns `undefined` when there is none */
async function seenSheet(zip: ZipArchive, content: Content, sheet: Sheet): Promise<SeenSheet | undefined> {
  const hiddenColumns = new Set<number>();
  const context = { ...contextOf(content, sheet, {}), hiddenColumns };
  for await (const batch of sheetRows(zip.read(sheet.part), context, 1)) {
    if (batch.length > 0) return { sheet, hiddenColumns };
  }
  return undefined;
}

/** By its name, hidden or not, or by its number among those a person sees. */
function namedSheet(sheets: readonly Sheet[], wanted: string, file: string): Sheet {
  const word = wanted.toLowerCase();
  const found =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => name.toLowerCase() === word) ??
    (/^[1-9]\d*$/.test(wanted) ? sheets.filter(({ visible }) => visible)[Number(wanted) - 1] : undefined);
  if (found !== undefined) return found;
  const names = (hidden: string): string =>
    sheets.map((sheet) => sheet.name + (sheet.visible ? '' : hidden)).join(', ');
  throw new OperationalError({
    nb: `Finner ikke arket «${wanted}» i ${file}. Arkene er: ${names(' (skjult)')}. Oppgi et av dem med --sheet.`,
    en: `There is no sheet “${wanted}” in ${file}. The sheets are: ${names(' (hidden)')}. Name one of them with --sheet.`,
  });
}
