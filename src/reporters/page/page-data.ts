/** What the page's script knows of the findings shown: their values as they are, for what stands on the page may be cut. */

import type { Finding } from '../../catalogue/finding.ts';
import type { Mutable } from '../../catalogue/mutable.ts';
import { oneLine } from '../one-line.ts';
import type { DecisionWords } from './decision-words.ts';

/** One row of findings; the keys are short, for there are hundreds. */
export interface RowData {
  /** Place of its rule among the {@link PageData.rules}. */
  readonly r: number;
  readonly item?: string;
  readonly field?: string;
  readonly value?: string;
  readonly cause?: string;
  readonly group?: string;
  /** To sort by: amount of a year, percent, and row. */
  readonly effect?: number;
  readonly percent?: number;
  readonly row?: number;
}

export interface RuleData {
  readonly id: string;
  readonly severity: string;
  /** What is wrong, in words. */
  readonly fault: string;
  /** It is on the catalogue as a whole: there is no line to keep or to leave out. */
  readonly whole?: true;
}

/** What the page holds for its script, as JSON. */
export interface PageData {
  /** What `decisions.yaml` says was looked at. */
  readonly run: { readonly id: string; readonly sha256: string };
  /** The catalogue's file. */
  readonly about: string;
  readonly rules: readonly RuleData[];
  readonly rows: readonly RowData[];
  readonly words: DecisionWords['script'];
}

/** Longer values cannot be decided on line by line: what is decided must be the whole of it. */
const LONGEST_VALUE = 1000;
const LONGEST_SHOWN = 240;

/** Whether a decision on this finding alone can be told apart from others. */
export function isDecidable({ item = '', actual = '', waiver }: Finding): boolean {
  return waiver === undefined && item.length <= LONGEST_VALUE && actual.length <= LONGEST_VALUE;
}

/** What is empty, or blank, does not tell findings apart. */
function isSaid(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}

export function rowData(finding: Finding, rule: number): RowData {
  const { item, field, actual, group, effect, parameters, place } = finding;
  const cause = parameters?.['cause'];
  const row: Mutable<RowData> = { r: rule };
  if (isDecidable(finding)) {
    if (isSaid(item)) row.item = item;
    if (isSaid(actual)) row.value = actual;
  }
  if (field !== undefined) row.field = field;
  if (cause !== undefined) row.cause = cause;
  // As the filter's choices show it.
  if (group !== undefined) row.group = oneLine(group, LONGEST_SHOWN);
  const [amount, percent] = [Number(effect), Number(parameters?.['percent'])];
  if (Number.isFinite(amount)) row.effect = amount;
  if (Number.isFinite(percent)) row.percent = percent;
  if (place.row !== undefined) row.row = place.row;
  return row;
}
