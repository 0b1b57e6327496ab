/** What is wrong with the agreed price list, told at once: the buyer puts it right in one go. */
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import type { Language, Text } from '../catalogue/text.ts';

export interface ListFault {
  readonly row: number;
  readonly fault: Text;
  /** The field whose cell it is, where it is one cell. */
  readonly field?: Field;
}

export interface ListFaults {
  readonly count: number;
  /** The first ten. */
  readonly told: readonly ListFault[];
  add(row: number, fault: Text, field?: Field): void;
  /** Counts others, which are beyond the first ten. */
  addUntold(count: number): void;
  /** @throws OperationalError when there is any, with the first ten and the number of others */
  refuse(): void;
}

const MOST_TOLD = 10;

/**
 * @param name the price list's, as reports name it
 * @param most so many are told
 */
export function newListFaults(name: string, most = MOST_TOLD): ListFaults {
  const told: ListFault[] = [];
  let count = 0;
  const listed = (language: Language, row: string): string =>
    told.map((one) => `${name}, ${row} ${one.row}: ${one.fault[language]}`).join('\n');
  return {
    get count() {
      return count;
    },
    told,
    addUntold(others) {
      count += others;
    },
    add(row, fault, field) {
      if (told.length < most) told.push({ row, fault, ...(field === undefined ? {} : { field }) });
      count++;
    },
    refuse() {
      if (count === 0) return;
      const others = count - told.length;
      throw new OperationalError({
        nb: listed('nb', 'rad') + (others > 0 ? `\n… og ${others} til` : ''),
        en: listed('en', 'row') + (others > 0 ? `\n… and ${others} more` : ''),
      });
    },
  };
}
