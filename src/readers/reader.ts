/** What a reader is: it gives what stands in the file and judges nothing. */
import type { Column, FileRemark } from '../catalogue/catalogue.ts';
import type { DocumentHeader } from '../catalogue/document-header.ts';
import type { Field } from '../catalogue/field.ts';
import type { Limits } from '../catalogue/limits.ts';
import type { CatalogueLine, CellFix } from '../catalogue/line.ts';
import type { DocumentCheck, DocumentClaims, DocumentElement, FormProblem } from '../engine/document.ts';
import type { FixPlan } from '../fixes/fix-plan.ts';
import type { BmecatDocument } from './bmecat-article.ts';
import type { XmlEncoding } from './xml-encoding.ts';

/** As in `--from`. `ubl` is Peppol, EHF and OIOUBL; `jsonl` are lines as this tool writes them. */
export const FORMATS = ['csv', 'xlsx', 'ubl', 'bmecat', 'cif', 'jsonl'] as const;
export type FileFormat = (typeof FORMATS)[number];

/**
 * How a cell was stored. CSV cells are all `text`. In a workbook a number is the decimal text a person sees (15
 * significant digits, point as decimal sign, no exponent), a date is `YYYY-MM-DD` (with `THH:MM:SS` when it has a
 * time), a boolean `true` or `false`, an error the error word, such as `#N/A`. A `percent` is a number shown times a
 * hundred: its text is the fraction, `0.25` for 25 %.
 */
export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error';

export interface RawRow {
  /** Row of the sheet, or line of the file where the record begins; from 1. */
  readonly row: number;
  /** One text per column, empty where nothing stands. May be shorter than the heading row. */
  readonly cells: readonly string[];
  /** Per cell; absent when all are text. */
  readonly kinds?: readonly CellKind[];
  /** Workbooks: nobody who opens the sheet sees the row. */
  readonly hidden?: true;
  /** Workbooks, on request: the number format code per cell, so that a cell can be written as it was. */
  readonly formats?: readonly (string | undefined)[];
  /** Workbooks, on request: which of its shared texts the cells name. */
  readonly named?: NamedTexts;
  /** Where the record's bytes lie in the file, line end included; of a workbook, in the file its rows were set aside in. */
  readonly start?: number;
  readonly end?: number;
  /** The record as one text without its line end, where the reader has it at hand. */
  readonly text?: string;
  /** The beginning of a record that cannot be read at all; its cells are empty. */
  readonly broken?: string;
  /** What was wrong with the record, and was read all the same. */
  readonly oddities?: readonly RowOddity[];
  /** What was met when the line was read where it came from; the cells here are what was understood of it. */
  readonly told?: ToldBefore;
  /** What was put right in its cells, where that was asked for; they are as put right. */
  readonly fixes?: readonly CellFix[];
  /** What is wrong with the form of the record, where that was asked for. */
  readonly form?: readonly FormProblem[];
}

export interface NamedTexts {
  /** As they were read: a cell that says something else since then names none. */
  readonly cells: readonly string[];
  /** Per cell, from 0; -1 where it names none. */
  readonly numbers: readonly number[];
}

export type ToldBefore = Pick<CatalogueLine, 'unreadable' | 'problems' | 'pack'>;

/** A file that lines came from. */
export interface RowOrigin {
  /** As the report names it. */
  readonly file: string;
  readonly sheet?: string;
  readonly columns: readonly Column[];
}

/** Of a file that was put together from several: a row's number is that of the file it came from. */
export interface RowOrigins {
  /** The first is the file that was sent. */
  readonly files: readonly RowOrigin[];
  /** Which of the files the record came from that begins here. */
  of(start: number): number;
}

/**
 * `unclosedQuote`: a quote opens a cell and nothing closes it, so that it is read as a letter; `strayQuote`: text
 * stands behind a closing quote; `nulByte`: bytes 0, left out of the cells.
 */
export type RowOddity = 'unclosedQuote' | 'strayQuote' | 'nulByte';

/** A file that can be opened again and again. */
export interface Source {
  /** As the report names it: relative to the workspace, with `/`. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  /** As a person named it, for errors. */
  readonly typed?: string;
}

/** What a person may say about a file that is misread. */
export interface ReadOptions {
  readonly format?: string;
  readonly sheet?: string;
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  /** The day the reading is for, `YYYY-MM-DD`: where a line has prices for several periods, the one of that day is its own. */
  readonly asOf?: string;
  readonly limits?: Limits;
}

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'macintosh',
  'cp850',
  'cp865',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** In the words of flags and mapping files: what decides where a cell does not tell, `1.234` and `03/04/2026`. */
export const DECIMAL_SIGNS = ['comma', 'point'] as const;
export const DATE_ORDERS = ['day', 'month'] as const;

/** How a text file is written; kept, so that the approved file is written the same way. */
export interface CsvDialect {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: string;
  /** The one most lines end in. */
  readonly lineEnd: '\r\n' | '\n' | '\r';
  /** What cells with delimiters in them stand in. Absent: `"`. */
  readonly quote?: "'";
  /** What goes before a quote within quotes. Absent: the quote itself, doubled. */
  readonly escapeSign?: '\\';
  /** How many cells most records have, by a sample; absent where they do not agree. */
  readonly width?: number;
  /** Somewhere in the file stands a byte 0, that no text has. */
  readonly nul?: true;
}

/** Where in a file a record begins. */
export interface Position {
  readonly offset: number;
  /** Line of a text file, from 1; of rows that were set aside, which of them it is. */
  readonly row: number;
}

/** The records that begin at `offset` or behind it, and before `until`. */
export interface Piece extends Position {
  readonly until: number;
}

/** A text file as plain data: enough to open it again, in another thread too. */
export interface TextFile {
  readonly path: string;
  readonly dialect: CsvDialect;
  readonly bytes: number;
  readonly limits?: Limits;
}

/** Rows of a workbook that were set aside in a file of their own, as plain data. */
export interface SpooledFile {
  readonly format: FileFormat;
  readonly sheet?: string;
  readonly path: string;
  readonly bytes: number;
  /** Where some of the records begin, ascending. */
  readonly starts: readonly number[];
  /** How many records stand before each of these. */
  readonly before: readonly number[];
  /** Number formats of cells, as far as rows have been set aside. */
  readonly formats: readonly string[];
}

/** Rows that several threads can read side by side. */
export interface Pieces {
  /** How long they are together; not known while rows are still being added to a long file. */
  bytes(): number | undefined;
  /**
   * Pieces of about so many bytes. Where a record begins may be a guess: a piece counts only when it begins where the one
   * before it ended.
   * @param cells how many a record has, by the headings
   * @param headingRow where the headings stand
   */
  cut(pieceBytes: number, cells: number, headingRow: number): Iterable<Piece> | AsyncIterable<Piece>;
  readonly read: PieceReader;
}

/** Reads a piece. @returns where the next record begins; at `Infinity` when there is none */
export type PieceReader = (
  piece: Piece,
  options?: Pick<RowOptions, 'named'>,
) => AsyncGenerator<readonly RawRow[], Position>;

/** Some of a workbook's texts, each as the XML it will be. Plain data. */
export interface SharedTextItems {
  readonly xml: Uint8Array;
  /** Where in it each of them ends, in the order of their numbers. */
  readonly ends: Int32Array;
}

/** How a sheet looks, so that it can be written looking the same. */
export interface SheetLayout {
  /** Per column, in the widths of a character; absent where the file names none. */
  readonly widths: readonly (number | undefined)[];
  /** How many rows and columns stay in sight when scrolling. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows whose every filled cell is bold. */
  readonly boldRows: ReadonlySet<number>;
}

/** A column of a format that names its own fields: numbers have a decimal point there, days are `YYYY-MM-DD`. */
export interface GivenColumn {
  /** The element or key, as whoever made the file knows it: `cac:Price/cbc:PriceAmount`. */
  readonly heading: string;
  /** Absent: no field of ours; it travels along. */
  readonly field?: Field;
  /** Stands once for all lines: none can be given another value. */
  readonly shared?: true;
}

/**
 * What a file asks to be done with the catalogue there was: `update` adds, changes and deletes lines, `updatePrices`
 * gives lines new prices, `delete` takes the whole of it away.
 */
export type FileAction = 'update' | 'updatePrices' | 'delete';

/** How a CIF file is written, for its approved copy. */
export interface CifDocument {
  readonly dialect: CsvDialect;
  /** How many fields a record has; further columns are the header's. */
  readonly fields: number;
  /** Where the number of lines stands in the header. */
  readonly itemCount?: { readonly start: number; readonly end: number; readonly count: number };
}

export interface JsonLinesDocument {
  readonly encoding: Encoding;
}

export interface RowOptions {
  /** Workbooks: the number formats of cells, too. */
  readonly formats?: boolean;
  /** Workbooks: which shared texts cells name, too, where that is known. */
  readonly named?: boolean;
  /** Documents: looks at each part of it on the way. */
  readonly check?: DocumentCheck;
}

/** An opened file: its rows can be read once per call of `rows`. */
export interface RowFile {
  readonly format: FileFormat;
  readonly dialect?: CsvDialect;
  /** Formats that name their own fields: what the cells of every row are. No row holds headings then. */
  readonly columns?: readonly GivenColumn[];
  /** Formats whose header tells it: the day the document was made, `YYYY-MM-DD`. */
  readonly issued?: string;
  /** Absent: it replaces the whole catalogue. */
  readonly action?: FileAction;
  /** Absent: every row came from this file. */
  readonly origins?: RowOrigins;
  /** Workbooks: the sheet read, the others a person sees, and those nobody sees. */
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
  readonly hiddenSheets?: readonly string[];
  /** Workbooks: columns of the sheet nobody sees, from 0. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /**
   * Workbooks: another sheet of the same file, by its name.
   * @throws UnusableFile when nothing stands in it
   */
  openSheet?(name: string): Promise<RowFile>;
  /**
   * Batches of rows in file order. Rows without any content may be left out.
   * @throws UnusableFile when the file turns out cut off or damaged
   */
  rows(options?: RowOptions): AsyncGenerator<readonly RawRow[], void>;
  rows(options?: RowOptions): AsyncIterable<readonly RawRow[]>;
  /**
   * Workbooks.
   * @param lastRow the last row of which it is asked whether it is bold
   */
  layout?(lastRow: number): Promise<SheetLayout>;
  /** Workbooks: the texts that cells name, by number. */
  texts?(): readonly string[];
  /** The same of a workbook whose rows were set aside with the names; all of its rows must be. */
  textItems?(): Promise<readonly SharedTextItems[]>;
  /** What was met that its maker should know: of the file as far as its rows have been read. */
  remarks?(): readonly FileRemark[];
  /** Documents of a specification that has rules on their form: what they say they follow. */
  readonly claims?: DocumentClaims;
  /** What is wrong with the form of the document besides its lines, as far as its rows were read and it was asked for. */
  formProblems?(): readonly FormProblem[];
  /** What would be wrong with the form of a record put in beside those that were read. */
  formOfRecord?(record: string): readonly FormProblem[];
  /** The same of a record that is not written yet; `undefined` where nothing would be wrong. */
  formOfElement?(element: DocumentElement): readonly FormProblem[] | undefined;
  /** What the file's own header says, for another document with the same lines. */
  readonly document?: DocumentHeader;
  /** XML: what it takes to write a record that fits in. */
  readonly xml?: XmlStyle;
  /** What its articles were read by, so that new ones are written the same way. */
  readonly bmecat?: BmecatDocument;
  readonly cif?: CifDocument;
  readonly jsonl?: JsonLinesDocument;
  /** Single records once more, by the bytes they came from; not of a workbook, unless its rows were set aside. */
  readonly records?: RecordAccess;
  /** Parts of the rows, so that several threads can share the work. */
  readonly pieces?: Pieces;
  /** What another thread opens the same rows by. */
  readonly shared?: TextFile | SpooledFile;
  /** How its rows are put right as they are read; absent: as they were sent. */
  readonly fixes?: FixPlan;
  /** CSV: some records further down. */
  readonly near?: NearReader;
}

/** How an XML file is written; kept, so that records put in are written the same way. */
export interface XmlStyle {
  readonly encoding: XmlEncoding;
  /** Name of a record's element as written, with its prefix. */
  readonly record: string;
  /** Prefixes by namespace, as far as they are known where a record stands; an empty one is the default namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** As in {@link ReadOptions}. */
  readonly asOf?: string;
  /** What stands between two records: a line end and an indent, mostly. */
  readonly between: string;
}

/**
 * A few records about a place, to see how the file goes on. Lines that make no record of so many cells are left out,
 * and which rows they are is not known (`row` is that of no row).
 * @param from where what is not known yet begins
 * @param share how far from there to the end of the file, up to 1
 * @param cells how many a record has
 */
export type NearReader = (from: number, share: number, cells: number) => readonly RawRow[];

export interface RecordAccess {
  at(row: number, start: number, end: number): RawRow;
  /** The record without its line end. */
  text(start: number, end: number): string;
}

export interface Reader {
  readonly format: FileFormat;
  /** Content first, then the name. */
  recognises(head: Uint8Array, name: string): boolean;
  /**
   * @throws UnusableFile for what the supplier must put right
   * @throws OperationalError for what the operator must put right (a sheet that is not there, say)
   */
  open(source: Source, options: ReadOptions): Promise<RowFile>;
}

/** A header's own date, with or without the time: the day of it, where it is written in the order that sorts. */
export function issuedOn(text: string): Pick<RowFile, 'issued'> {
  const [day] = /^\d{4}-\d\d-\d\d(?!\d)/.exec(text.trim()) ?? [];
  return day === undefined ? {} : { issued: day };
}
