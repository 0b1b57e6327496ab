/** What the tool adds to a supplier's workbook, by which it is known again when the workbook comes back. */
import type { Text } from './text.ts';

/** As in `--report`, and the file. */
export const ANNOTATED = 'annotated';
export const ANNOTATED_FILE = 'annotated.xlsx';

/** Heads the column of what was found, in every language: whoever gets the file back may speak another one. */
export const DEVIATION_HEADING = 'Avvik / Deviation';

export const SUMMARY_SHEET: Text = { nb: 'katalogvakt oversikt', en: 'katalogvakt summary' };
export const HELP_SHEET: Text = { nb: 'katalogvakt veiledning', en: 'katalogvakt instructions' };

/** All names of one of our sheets; `undefined` for a sheet of somebody else's. */
export function ownSheetNames(name: string): readonly string[] | undefined {
  return [SUMMARY_SHEET, HELP_SHEET].map((text) => Object.values(text)).find((names) => names.includes(name));
}
