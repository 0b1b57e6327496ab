/** What is wrong with the agreed price list, told at once: the buyer puts it right in one go. */
import { OperationalError } from '../catalogue/error.ts';
import type { Language, Text } from '../catalogue/text.ts';

export interface ListFault {
  readonly row: number;
  readonly fault: Text;
}

export interface ListFaults {
  readonly count: number;
  /** The first ten. */
  readonly told: readonly ListFault[];
  add(row: number, fault: Text): void;
  /** Counts others, which are beyond the first ten. */
  addUntold(count: number): void;
  /** @throws OperationalError when there is any, with the first ten and the number of others */
  refuse(): void;
}

const MOST_TOLD = 10;

/** @param name the price list's, as reports name it */
export function newListFaults(name: string): ListFaults {
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
    add(row, fault) {
      if (told.length < MOST_TOLD) told.push({ row, fault });
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
