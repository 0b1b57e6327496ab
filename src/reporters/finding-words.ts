/** A finding's place and sentence in words, the same in every report. */
import type { Column } from '../catalogue/catalogue.ts';
import { columnIndex } from '../catalogue/column-letter.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { fieldTitle } from './format-value.ts';
import { renderMessage } from './message.ts';
import { oneLine } from './one-line.ts';
import type { Run } from './reporter.ts';
import type { Result } from './result.ts';
import { WORDS } from './words.ts';

/** Rules by id, for their words. */
export type RuleSource = Pick<Run, 'rule'>;

/** The finding's sentence. A rule that this version of the tool no longer has is named, with the values it left. */
export function messageInWords(
  rules: RuleSource,
  finding: Finding,
  language: Language,
  currency: string | undefined,
): string {
  const rule = rules.rule(finding.rule);
  if (rule !== undefined) return renderMessage(rule, finding, language, currency);
  const values = [finding.actual, finding.expected].filter((value) => value !== undefined);
  return [finding.rule, ...values].join(': ');
}

/** Longer ones are cut where programs show them beside others. */
const SHOWN_CHARACTERS = 1000;

/** The finding's sentence for programs that show it to people: one line, in which nothing is hidden or turned around. */
export function messageToShow(
  rules: RuleSource,
  finding: Finding,
  language: Language,
  currency: string | undefined,
): string {
  return oneLine(messageInWords(rules, finding, language, currency), SHOWN_CHARACTERS);
}

/**
 * Where it is, as the one who made the file sees it; empty for what concerns the whole catalogue. A place in another
 * file, such as the agreed price list, names that file.
 */
export function placeInWords(finding: Finding, { catalogue }: Result, language: Language): string {
  const { file } = finding.place;
  if (file === catalogue.file) return placeInFile(finding, catalogue.columns, language);
  const name = file.slice(file.lastIndexOf('/') + 1);
  return [name, placeInFile(finding, [], language)].filter((part) => part !== '').join(', ');
}

function placeInFile(finding: Finding, columns: readonly Column[], language: Language): string {
  const { sheet, row, column, element } = finding.place;
  const words = WORDS[language];
  if (row === undefined) return sheet ?? '';
  if (sheet !== undefined) {
    return column === undefined ? `${sheet}, ${words.row(row)}` : `${sheetReference(sheet)}!${column}${row}`;
  }
  if (element !== undefined) return `${words.row(row)}, ${element}`;
  if (column === undefined) return words.row(row);
  return `${words.row(row)}, ${words.column(column, headingOf(finding, column, columns, language))}`;
}

/** The supplier's own heading, or the field's name where the file has none. */
function headingOf(
  finding: Finding,
  letter: string,
  columns: readonly Column[],
  language: Language,
): string | undefined {
  const index = columnIndex(letter);
  const heading = columns.find((column) => column.index === index)?.heading;
  if (heading !== undefined && heading !== '') return heading;
  return finding.field === undefined ? undefined : fieldTitle(finding.field, language);
}

/** As a spreadsheet writes it in a formula: in quotes where the name is not one word. */
function sheetReference(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
