/** Which sheet of a workbook was read, and which were not. */
import type { SheetsOf } from './result.ts';
import type { Words } from './words.ts';

const NAMED = 5;

/** In brackets behind the file's name; empty where there are no sheets. */
export function sheetNote({ sheet, otherSheets = [], hiddenSheets = [] }: SheetsOf, words: Words): string {
  if (sheet === undefined) return '';
  const notRead = (names: readonly string[], says: string): readonly string[] => {
    if (names.length === 0) return [];
    const more = names.length > NAMED ? ` ${words.andMore(names.length - NAMED)}` : '';
    return [`${says}: ${names.slice(0, NAMED).join(', ')}${more}`];
  };
  const parts = [
    sheet,
    ...notRead(otherSheets, words.sheetsNotRead),
    ...notRead(hiddenSheets, words.hiddenSheetsNotRead),
  ];
  return ` (${parts.join('; ')})`;
}
