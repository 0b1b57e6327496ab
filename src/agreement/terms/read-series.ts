/** An index or exchange rate series: a CSV of month and value, as statistics offices give them. */
import { readFile } from 'node:fs/promises';
import { type Decimal, isNegative, isZero, parseDecimal } from '../../catalogue/decimal.ts';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import type { SeriesBasis } from './adjustment.ts';

const MONTH = /^(\d{4})[-M]?(0[1-9]|1[0-2])$/;

/**
 * @param path as messages show it
 * @returns months in order, `YYYY-MM`
 * @throws OperationalError with file and line for what is no month and value, or a month twice
 */
export async function readSeries(path: string): Promise<SeriesBasis['series']> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(error, path);
  });
  const found = new Map<string, Decimal>();
  let isBelowHeading = false;
  for (const [at, line] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const [first = '', second = ''] = line.split(/[;\t]/.test(line) ? /[;\t]/ : ',').map(bare);
    const month = MONTH.exec(first);
    const value = parseDecimal(second.replace(',', '.'));
    if (month === null || value === undefined || isNegative(value) || isZero(value)) {
      // One row of headings may stand on top.
      if (!isBelowHeading && month === null) {
        isBelowHeading = true;
        continue;
      }
      throw unreadable(path, at + 1, line);
    }
    isBelowHeading = true;
    const key = `${month[1]}-${month[2]}`;
    if (found.has(key)) throw twice(path, at + 1, key);
    found.set(key, value);
  }
  return [...found].map(([month, value]) => ({ month, value })).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** Without quotes and blanks around it. */
function bare(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1');
}

function unreadable(path: string, row: number, line: string): OperationalError {
  return new OperationalError({
    nb: `${path}, rad ${row}: forstår ikke «${line.slice(0, 60)}». Skriv måned og verdi, slik: 2025-01;134,2.`,
    en: `${path}, row ${row}: cannot read "${line.slice(0, 60)}". Write month and value, like this: 2025-01;134.2.`,
  });
}

function twice(path: string, row: number, month: string): OperationalError {
  return new OperationalError({
    nb: `${path}, rad ${row}: ${month} står to ganger. Fjern den ene.`,
    en: `${path}, row ${row}: ${month} appears twice. Remove one.`,
  });
}
