/**
 * What lines say of whose catalogue it is. It mostly stands once for all of them, and what is wrong with it is told once;
 * so the few different values are gathered, with how many lines have them.
 */

import type { CatalogueLine } from '../catalogue/line.ts';
import type { Mutable } from '../catalogue/mutable.ts';
import type { CatalogueContext, ToldValue, ToldValues } from '../engine/rule.ts';

/** Some lines' values. Plain data. */
export type WholeValues = NonNullable<CatalogueContext['told']>;

/** Whoever has more suppliers than this in one catalogue is told of these. */
const MOST_VALUES = 50;

export interface WholeValueTaker {
  add(line: CatalogueLine): void;
  /** Adds what was taken of other lines, whose rows were counted from `shift` rows further up. */
  addAll(values: WholeValues, shift: number): void;
  readonly values: WholeValues;
}

type Counted = Mutable<ToldValue>;

export function newWholeValues(): WholeValueTaker {
  const agreementNumber = newFieldValues();
  const supplierId = newFieldValues();
  const supplierName = newFieldValues();
  /** The line taken last, and how many after it say the same. */
  let last: CatalogueLine | undefined;
  let same = 0;
  const flush = (): void => {
    if (last === undefined || same === 0) return;
    agreementNumber.add(last.agreementNumber, same, last.row);
    supplierId.add(last.supplierId, same, last.row);
    supplierName.add(last.supplierName, same, last.row);
    same = 0;
  };
  return {
    add(line) {
      if (
        last === undefined ||
        last.supplierId !== line.supplierId ||
        last.agreementNumber !== line.agreementNumber ||
        last.supplierName !== line.supplierName
      ) {
        flush();
        last = line;
      }
      same++;
    },
    addAll(values, shift) {
      flush();
      agreementNumber.addAll(values.agreementNumber, shift);
      supplierId.addAll(values.supplierId, shift);
      supplierName.addAll(values.supplierName, shift);
    },
    get values() {
      flush();
      return { agreementNumber: agreementNumber.told, supplierId: supplierId.told, supplierName: supplierName.told };
    },
  };
}

function newFieldValues() {
  const told: Counted[] = [];
  const known = new Map<string | undefined, Counted>();
  /** Of values beyond the most that are told, nothing is kept. */
  const add = (value: string | undefined, lines: number, row: number): void => {
    const counted = known.get(value);
    if (counted !== undefined) counted.lines += lines;
    else if (known.size < MOST_VALUES) {
      const fresh = { value, lines, row };
      known.set(value, fresh);
      told.push(fresh);
    }
  };
  return {
    told,
    add,
    addAll(values: ToldValues, shift: number): void {
      for (const { value, lines, row } of values) add(value, lines, row + shift);
    },
  };
}
