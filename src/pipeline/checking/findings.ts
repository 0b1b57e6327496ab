/** From a rule's remark to the finding that reports show. */

import type { Column } from '../../catalogue/catalogue.ts';
import { columnLetter } from '../../catalogue/column-letter.ts';
import type { Field } from '../../catalogue/field.ts';
import type { DerivationStep, Disposition, Finding } from '../../catalogue/finding.ts';
import type { CatalogueLine, Place } from '../../catalogue/line.ts';
import type { LineTitle } from '../../catalogue/line-title.ts';
import type { Mutable } from '../../catalogue/mutable.ts';
import type { Remark } from '../../engine/check-line.ts';
import type { RowFile } from '../../readers/reader.ts';

/** A finding that waits for the end of the run, where it is known what became of its line. */
export interface PendingFinding {
  /** The line's position; absent for findings on the whole catalogue. */
  readonly ordinal?: number;
  readonly finding: Finding;
}

/** What is known of the line and told with its findings. */
export interface AboutLine extends LineTitle, Pick<Finding, 'matched' | 'currency' | 'effect'> {
  /** How the effect came about. */
  readonly effectSteps?: readonly DerivationStep[];
}

export interface FindingMaker {
  /** @param becomes what becomes of the line, where that is known */
  onLine(remark: Remark, row: number, item: string | undefined, becomes?: Disposition, about?: AboutLine): Finding;
  onCatalogue(remark: Remark, where: { readonly place?: Place; readonly item?: string }): Finding;
}

/** Where among the origins of a file put together the file as sent stands. */
export const SENT = 0;

/** @returns by the origin of the line; for files that were not put together there is one for all */
export function findingMakers(
  name: string,
  { sheet, origins }: Pick<RowFile, 'sheet' | 'origins'>,
  columns: readonly Column[],
): (origin: number | undefined) => FindingMaker {
  const made = (origins?.files ?? []).map((one) => findingMaker(one.file, one.sheet, one.columns));
  const own = made[SENT] ?? findingMaker(name, sheet, columns);
  return (origin) => made[origin ?? SENT] ?? own;
}

export function findingMaker(file: string, sheet: string | undefined, columns: readonly Column[]): FindingMaker {
  const here: Place = { file, ...(sheet === undefined ? {} : { sheet }) };
  const anywhere: Place = { ...here, row: 0 };
  /** By field, in a row that stands for all. */
  const places = new Map<Field | undefined, Place>();
  for (const { field, index, heading, reason } of columns) {
    if (field !== undefined) {
      const inRow = reason === 'givenByFormat' ? { element: heading } : { column: columnLetter(index) };
      places.set(field, { ...anywhere, ...inRow });
    }
  }
  return {
    onLine(remark, row, item, becomes, about) {
      const { field, at } = remark.problem;
      if (at !== undefined) return finding(remark, { ...here, ...at }, item, becomes, about);
      return finding(remark, { ...(places.get(field) ?? anywhere), row }, item, becomes, about);
    },
    onCatalogue: (remark, { place, item }) => finding(remark, place ?? here, item, undefined),
  };
}

/** Put together key by key: there may be several on every line. What is absent has no key, and the order is the file's. */
function finding(
  remark: Remark,
  place: Place,
  item: string | undefined,
  becomes: Disposition | undefined,
  about?: AboutLine,
): Finding {
  const { rule, severity, disposition, problem, replaces, waiver } = remark;
  const { field, actual, expected, parameters, message, derivation } = problem;
  const made: Mutable<Finding> = { rule, severity, place };
  if (item !== undefined) made.item = item;
  if (field !== undefined) made.field = field;
  if (actual !== undefined) made.actual = actual;
  if (expected !== undefined) made.expected = expected;
  if (parameters !== undefined) made.parameters = parameters;
  if (message !== undefined) made.message = message;
  if (replaces !== undefined) made.replaces = replaces;
  if (about?.currency !== undefined) made.currency = about.currency;
  if (derivation !== undefined) made.derivation = derivation;
  if (disposition !== undefined && disposition !== 'refuse') made.disposition = disposition;
  if (becomes !== undefined) made.lineDisposition = becomes;
  if (waiver !== undefined) made.waiver = { reason: waiver.reason, by: waiver.by, until: waiver.until };
  if (about?.matched !== undefined) made.matched = about.matched;
  if (about?.effect !== undefined) made.effect = about.effect;
  if (derivation !== undefined && about?.effectSteps !== undefined) {
    made.derivation = [...derivation, ...about.effectSteps, { step: 'effect', value: about.effect ?? '' }];
  }
  if (about?.name !== undefined) made.name = about.name;
  if (about?.group !== undefined) made.group = about.group;
  return made;
}

/** What a person calls the line. */
export function itemOf(line: CatalogueLine): string | undefined {
  return line.itemNumber ?? line.gtin ?? line.unreadable?.itemNumber ?? line.unreadable?.gtin;
}
