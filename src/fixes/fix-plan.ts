/** What is put right in the cells of a file, column by column. Plain data, so that any thread does the same. */
import type { Field } from '../catalogue/field.ts';
import { fieldKind } from '../catalogue/field.ts';
import type { FixKind } from '../catalogue/line.ts';
import type { WordLists } from '../engine/references.ts';
import type { DateForm } from '../mapping/dates.ts';
import type { Mapping } from '../mapping/map-rows.ts';
import type { CellKind, Encoding, RowFile } from '../readers/reader.ts';
import { plainWords } from './name-case.ts';

export interface FixPlan {
  readonly kinds: readonly FixKind[];
  readonly columns: readonly ColumnPlan[];
  /** Written in small letters in any name. */
  readonly plainWords: readonly string[];
  /** Of a text file: letters it lacks cannot be put in. */
  readonly encoding?: Encoding;
}

export interface ColumnPlan {
  readonly index: number;
  readonly field: Field;
  /** The column's usual word by code of the unit. */
  readonly unitWords?: Readonly<Record<string, string>>;
  /** The column's usual form; absent where it has none that can be read in one way only. */
  readonly dateForm?: DateForm;
  /** How a day is stored in a workbook. */
  readonly dateKind?: CellKind;
}

/** @param kinds those that are switched on */
export function fixPlan(
  kinds: readonly FixKind[],
  mapping: Mapping,
  { dialect }: Pick<RowFile, 'dialect'>,
  words: WordLists | undefined,
): FixPlan {
  const columns = mapping.header.columns.flatMap(({ field, index, shared }, at): readonly ColumnPlan[] =>
    field === undefined || shared === true ? [] : [{ index, field, ...habitOf(field, at, mapping) }],
  );
  return {
    kinds,
    columns,
    plainWords: kinds.includes('nameCase') ? plainWords(words) : [],
    ...(dialect === undefined ? {} : { encoding: dialect.encoding }),
  };
}

function habitOf(field: Field, at: number, { habits }: Mapping): Omit<ColumnPlan, 'index' | 'field'> {
  const habit = habits()[at];
  if (habit === undefined) return {};
  switch (fieldKind(field)) {
    case 'unit':
      return { unitWords: Object.fromEntries(habit.words) };
    case 'date': {
      if (habit.kind === 'date') return { dateForm: 'YYYY-MM-DD', dateKind: 'date' };
      const { dateForm } = habit;
      // Where days and months may change places, every cell is a sign of what comes first.
      const isClear = dateForm !== undefined && dateForm !== 'serial' && !dateForm.includes('/');
      return habit.kind === 'text' && isClear ? { dateForm } : {};
    }
    default:
      return {};
  }
}
