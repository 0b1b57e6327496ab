/** From a rule's remark to the finding that reports show. */
import type { Column } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import type { Field } from '../catalogue/field.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { CatalogueLine, Place } from '../catalogue/line.ts';
import type { Remark } from '../engine/check-line.ts';

/** A finding that waits for the end of the run, where it is known what became of its line. */
export interface PendingFinding {
  /** The line's position; absent for findings on the whole catalogue. */
  readonly ordinal?: number;
  readonly finding: Finding;
}

export interface FindingMaker {
  onLine(remark: Remark, row: number, item: string | undefined): Finding;
  onCatalogue(remark: Remark, where: { readonly place?: Place; readonly item?: string }): Finding;
}

export function findingMaker(file: string, sheet: string | undefined, columns: readonly Column[]): FindingMaker {
  const places = new Map<Field, Pick<Place, 'column' | 'element'>>();
  for (const { field, index, heading, reason } of columns) {
    if (field !== undefined) {
      places.set(field, reason === 'givenByFormat' ? { element: heading } : { column: columnLetter(index) });
    }
  }
  const here = { file, ...(sheet === undefined ? {} : { sheet }) };
  return {
    onLine(remark, row, item) {
      const where = remark.problem.field === undefined ? undefined : places.get(remark.problem.field);
      return finding(remark, { ...here, row, ...where }, item);
    },
    onCatalogue: (remark, { place, item }) => finding(remark, place ?? here, item),
  };
}

function finding(remark: Remark, place: Place, item: string | undefined): Finding {
  const { rule, severity, disposition, problem, replaces } = remark;
  return {
    rule,
    severity,
    place,
    ...(item === undefined ? {} : { item }),
    ...(problem.field === undefined ? {} : { field: problem.field }),
    ...(problem.actual === undefined ? {} : { actual: problem.actual }),
    ...(problem.expected === undefined ? {} : { expected: problem.expected }),
    ...(problem.parameters === undefined ? {} : { parameters: problem.parameters }),
    ...(problem.message === undefined ? {} : { message: problem.message }),
    ...(replaces === undefined ? {} : { replaces }),
    ...(problem.derivation === undefined ? {} : { derivation: problem.derivation }),
    ...(disposition === undefined || disposition === 'refuse' ? {} : { disposition }),
  };
}

/** What a person calls the line. */
export function itemOf(line: CatalogueLine): string | undefined {
  return line.itemNumber ?? line.gtin ?? line.unreadable?.itemNumber ?? line.unreadable?.gtin;
}
