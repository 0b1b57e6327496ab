/** The cells of a row put right where exactly one right answer exists; most rows need nothing, and are given back. */
import { type Field, fieldKind } from '../catalogue/field.ts';
import { gtinWithZeros } from '../catalogue/gtin.ts';
import type { CellFix, FixKind } from '../catalogue/line.ts';
import { remembering } from '../catalogue/remembering.ts';
import { labelListsWith } from '../code-lists/label-codes.ts';
import { findLabel } from '../code-lists/labels.ts';
import { unitText } from '../code-lists/units.ts';
import { writeDate } from '../mapping/dates.ts';
import { type Mapping, mapRow } from '../mapping/map-rows.ts';
import type { CellKind, RawRow } from '../readers/reader.ts';
import { encodeText } from '../readers/text-code.ts';
import type { ColumnPlan, FixPlan } from './fix-plan.ts';
import { withLettersBack, withoutOuterBlanks, withSingleSpaces } from './mend-text.ts';
import { inSentenceCase } from './name-case.ts';

export type RowFixer = (row: RawRow) => RawRow;

/** One kind of fix in one column. */
interface Mend {
  readonly how: FixKind;
  /** Besides texts: cells stored as numbers. */
  readonly ofNumbers?: true;
  /** How the mended cell is stored; absent: as text. */
  readonly kind?: CellKind;
  /** @returns the same text where it is right, or what is right is not certain */
  mend(text: string, row: RawRow): string;
}

interface MendedColumn extends ColumnPlan {
  readonly mends: readonly Mend[];
}

export function rowFixer(plan: FixPlan, mapping: Mapping): RowFixer {
  const columns = plan.columns.map((column): MendedColumn => ({ ...column, mends: mendsOf(column, plan, mapping) }));
  const { encoding } = plan;
  const { headingRow } = mapping.header;
  const canWrite = (text: string): boolean => encoding === undefined || encodeText(text, encoding) !== undefined;
  return (row) => {
    // What was misread as a whole is not mended in part.
    if (row.row <= headingRow || row.broken !== undefined || row.oddities !== undefined) return row;
    let mended: MendedCell[] | undefined;
    for (const column of columns) {
      const cell = mendedCell(column, row, canWrite);
      if (cell === undefined) continue;
      mended ??= [];
      mended.push(cell);
    }
    if (mended === undefined) return row;
    const fixed = withCells(row, mended);
    // Titles, sums and headings said again are no lines, and stay as they are.
    return mapRow(row, mapping) === undefined || mapRow(fixed, mapping) === undefined ? row : fixed;
  };
}

interface MendedCell {
  readonly index: number;
  readonly text: string;
  readonly kind: CellKind;
  readonly fixes: readonly CellFix[];
}

/** @returns `undefined` for a cell that is right */
function mendedCell(
  { index, field, mends }: MendedColumn,
  row: RawRow,
  canWrite: (text: string) => boolean,
): MendedCell | undefined {
  const cell = row.cells[index];
  if (cell === undefined || cell === '') return undefined;
  const stored = row.kinds?.[index] ?? 'text';
  let fixes: CellFix[] | undefined;
  let text = cell;
  let kind = stored;
  for (const mend of mends) {
    if (stored !== 'text' && (mend.ofNumbers !== true || stored !== 'number')) continue;
    const after = mend.mend(text, row);
    if (after === text || !canWrite(after)) continue;
    fixes ??= [];
    fixes.push({ how: mend.how, field, before: text, after });
    text = after;
    kind = mend.kind ?? 'text';
  }
  return fixes === undefined ? undefined : { index, text, kind, fixes };
}

function withCells({ text: _, ...row }: RawRow, mended: readonly MendedCell[]): RawRow {
  const cells = [...row.cells];
  const kinds = row.kinds === undefined ? undefined : [...row.kinds];
  for (const { index, text, kind } of mended) {
    cells[index] = text;
    if (kinds !== undefined) kinds[index] = kind;
  }
  const fixes = mended.flatMap((cell) => cell.fixes);
  return { ...row, cells, fixes, ...(kinds === undefined ? {} : { kinds }) };
}

function mendsOf(column: ColumnPlan, plan: FixPlan, mapping: Mapping): readonly Mend[] {
  const { field } = column;
  const all: readonly (Mend | undefined)[] = [
    fieldKind(field) === 'text' ? { how: 'mojibake', mend: withLettersBack } : undefined,
    { how: 'spaces', mend: isProse(field) ? withSingleSpaces : withoutOuterBlanks },
    mendOfField(column, plan, mapping),
  ];
  return all.filter((mend) => mend !== undefined).filter(({ how }) => plan.kinds.includes(how));
}

/** Two spaces in a number may tell it from another one; an address or a date has none. */
const NUMBERS: ReadonlySet<Field> = new Set([
  'itemNumber',
  'manufacturerItemNumber',
  'replacedBy',
  'replaces',
  'agreementNumber',
  'supplierId',
  'ecoLicence',
  'customsCode',
  'imageUrl',
  'productUrl',
  'sds',
]);

function isProse(field: Field): boolean {
  return fieldKind(field) === 'text' && !NUMBERS.has(field);
}

function mendOfField(column: ColumnPlan, plan: FixPlan, mapping: Mapping): Mend | undefined {
  const { field, index } = column;
  const reader = mapping.readers.find((one) => one.index === index);
  const read = (text: string): string | undefined => {
    const value = reader?.read(text, 'text');
    return typeof value === 'string' ? value : undefined;
  };
  switch (fieldKind(field)) {
    case 'unit':
      return { how: 'unit', mend: remembering((text) => usualUnit(text, read, column.unitWords ?? {})) };
    case 'date':
      return dateMend(column, read);
    case 'labels':
      return { how: 'label', mend: remembering((text) => labelCode(text, mapping)) };
    case 'digits':
      return field === 'gtin' ? { how: 'gtin', ofNumbers: true, mend: paddedGtin } : undefined;
    default:
      return field === 'name' ? nameMend(plan) : undefined;
  }
}

/** The word the column has for the unit, else its code. A code that stands there is right already. */
function usualUnit(
  text: string,
  read: (text: string) => string | undefined,
  usual: Readonly<Record<string, string>>,
): string {
  const code = read(text);
  if (code === undefined || code === text) return text;
  const word = usual[code] ?? unitText(code);
  return read(word) === code ? word : text;
}

/** A time of day behind it is more than a day. */
const LONGEST_DAY = 10;

function dateMend({ dateForm, dateKind }: ColumnPlan, read: (text: string) => string | undefined): Mend | undefined {
  if (dateForm === undefined) return undefined;
  const mend = (text: string): string => {
    const day = text.length > LONGEST_DAY ? undefined : read(text);
    if (day === undefined) return text;
    const written = writeDate(day, dateForm);
    return read(written) === day ? written : text;
  };
  return { how: 'date', mend: remembering(mend), ...(dateKind === undefined ? {} : { kind: dateKind }) };
}

/** Where the cell is the name of one label, and nothing else; in a column that a label heads it says yes or no. */
function labelCode(text: string, { labels }: Mapping): string {
  const label = findLabel(text);
  const code = label?.gs1Code;
  if (labels === undefined || labels.headingLabel !== undefined) return text;
  if (label?.scope !== 'product' || code === undefined || labelListsWith(text) !== undefined) return text;
  const readsAs = (cell: string): boolean => {
    const [read, ...others] = labels.read(cell, undefined);
    return read?.key === label.key && read.licence === undefined && others.length === 0;
  };
  return labelListsWith(code) !== undefined && readsAs(text) && readsAs(code) ? code : text;
}

function paddedGtin(text: string): string {
  return gtinWithZeros(text) ?? text;
}

function nameMend({ plainWords, columns }: FixPlan): Mend {
  const known = new Set(plainWords);
  const naming = columns.filter(({ field }) => field === 'brand' || field === 'manufacturer').map(({ index }) => index);
  return {
    how: 'nameCase',
    mend: (text, { cells }) =>
      inSentenceCase(
        text,
        known,
        naming.map((index) => cells[index] ?? ''),
      ),
  };
}
