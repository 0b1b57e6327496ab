/** What is wrong with the agreed price list, told at once: the buyer puts it right in one go. */
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import type { Mutable } from '../catalogue/mutable.ts';
import type { Language, Text } from '../catalogue/text.ts';

export interface ListFault {
  readonly row: number;
  readonly fault: Text;
  /** The field whose cell it is, where it is one cell. */
  readonly field?: Field;
  /** How many later rows have the same; told with this one. */
  readonly alike: number;
}

export interface ListFaults {
  readonly count: number;
  /** How many of them are beyond the first. */
  readonly untold: number;
  /** The first of them. */
  readonly told: readonly ListFault[];
  /** @param alike how many later rows have the same */
  add(row: number, fault: Text, field?: Field, alike?: number): void;
  /** Counts others, which are beyond the first. */
  addUntold(count: number): void;
  /** @throws OperationalError when there is any, with the first and the number of others */
  refuse(): void;
}

const ROWS: Readonly<Record<Language, (row: number, alike: number) => string>> = {
  nb: (row, alike) => `rad ${row}${alike === 0 ? '' : ` og ${alike} ${alike === 1 ? 'rad' : 'rader'} til`}`,
  en: (row, alike) => `row ${row}${alike === 0 ? '' : ` and ${alike} more ${alike === 1 ? 'row' : 'rows'}`}`,
};

const MOST_TOLD = 25;

/**
 * @param name the price list's, as reports name it
 * @param most so many are told, the same fault of many rows as one; without a limit, each row by itself
 */
export function newListFaults(name: string, most = MOST_TOLD): ListFaults {
  const told: Mutable<ListFault>[] = [];
  const byText = new Map<string, Mutable<ListFault>>();
  let count = 0;
  const listed = (language: Language): string =>
    told.map(({ row, alike, fault }) => `${name}, ${ROWS[language](row, alike)}: ${fault[language]}`).join('\n');
  const untold = (): number => count - told.reduce((sum, { alike }) => sum + 1 + alike, 0);
  return {
    get count() {
      return count;
    },
    get untold() {
      return untold();
    },
    told,
    addUntold(others) {
      count += others;
    },
    add(row, fault, field, alike = 0) {
      count += 1 + alike;
      const same = most === Number.POSITIVE_INFINITY ? undefined : byText.get(fault.en);
      if (same !== undefined) same.alike += 1 + alike;
      else if (told.length < most) {
        const one = { row, fault, alike, ...(field === undefined ? {} : { field }) };
        told.push(one);
        byText.set(fault.en, one);
      }
    },
    refuse() {
      if (count === 0) return;
      const others = untold();
      throw new OperationalError({
        nb: listed('nb') + (others > 0 ? `\n… og ${others} til` : ''),
        en: listed('en') + (others > 0 ? `\n… and ${others} more` : ''),
      });
    },
  };
}
