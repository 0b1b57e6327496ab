import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { sheetWorkbook } from '../../../test/builders/workbook.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { openList } from './open-list.ts';

const folder = temporaryFolder();
const PLACES = { folder: folder.path, limits: undefined };
const CSV = 'Varenr;Varenavn;Enhet;Avtalt pris\n100;Kopipapir A4;stk;49,90\n';
const ROWS = CSV.trim()
  .split('\n')
  .map((line) => line.split(';'));
const COVER = [['Rammeavtale'], ['Les dette før bruk']];

const numbers = async (name: string, content: string | Uint8Array, sheet?: string) => {
  const { file } = await openList(folder.source(name, content), sheet, PLACES);
  return (await collected(file.rows())).map(({ cells }) => cells[0]);
};

describe('a list of the buyer’s own', () => {
  it.each<[string, string, Uint8Array]>([
    ['gzipped', 'priser.csv.gz', gzipSync(strToU8(CSV))],
    ['in a zip archive', 'priser.zip', zipSync({ 'priser.csv': strToU8(CSV) })],
    [
      'a workbook in a zip archive',
      'priser.zip',
      zipSync({ 'p.xlsx': sheetWorkbook({ sheets: [{ name: 'A', rows: ROWS }] }) }),
    ],
    [
      'a workbook with a cover',
      'p.xlsx',
      sheetWorkbook({
        sheets: [
          { name: 'Forside', rows: COVER },
          { name: 'Priser', rows: ROWS },
        ],
      }),
    ],
  ])('is read %s', async (_, name, content) => {
    expect(await numbers(name, content)).toEqual(['Varenr', '100']);
  });

  const twice = sheetWorkbook({
    sheets: [
      { name: '2025', rows: ROWS },
      { name: '2026', rows: ROWS },
    ],
  });

  it('with two sheets alike says that the agreement must name one', async () => {
    const error: unknown = await numbers('p.xlsx', twice).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OperationalError);
    expect((error as OperationalError).in('nb')).toContain('flere ark som kan være listen: 2025, 2026');
    expect((error as OperationalError).in('en')).toContain('prices: { file: p.xlsx, sheet: 2025 }');
    expect(await numbers('p.xlsx', twice, '2026')).toEqual(['Varenr', '100']);
  });
});
