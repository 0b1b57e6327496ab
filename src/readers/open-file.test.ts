import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { sheetWorkbook } from '../../test/builders/workbook.ts';
import { OperationalError } from '../catalogue/error.ts';
import { openFile } from './open-file.ts';

const folder = temporaryFolder();
const aWorkbook = sheetWorkbook({
  sheets: [
    {
      name: 'Ark1',
      rows: [
        ['Varenr', 'Pris'],
        ['1', 2],
      ],
    },
  ],
});

describe('a file is what it holds, whatever it is called', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['katalog.csv', 'a;b\n1;2\n', 'csv'],
    ['katalog.txt', 'a;b\n1;2\n', 'csv'],
    ['katalog', 'a;b\n1;2\n', 'csv'],
    ['katalog.xlsx', aWorkbook, 'xlsx'],
    ['katalog.csv', aWorkbook, 'xlsx'],
    ['katalog', aWorkbook, 'xlsx'],
  ])('%s (%#)', async (name, content, format) => {
    expect((await openFile(folder.source(name, content))).format).toBe(format);
  });
});

describe('the operator is told', () => {
  const message = async (file: string, format?: string): Promise<string> => {
    const opened = openFile({ name: 'x', path: file }, format === undefined ? {} : { format });
    const error: unknown = await opened.catch((reason: unknown) => reason);
    if (!(error instanceof OperationalError)) throw error;
    return error.in('en');
  };
  it('of a file that is not there', async () => {
    const missing = path.join(folder.path, 'borte.csv');
    expect(await message(missing)).toBe(`Cannot find ${missing}. Check the name and the folder.`);
  });
  it('of a folder', async () => {
    const own = path.join(folder.path, 'mappe');
    mkdirSync(own);
    expect(await message(own)).toBe(`${own} is a folder. Name a catalogue file.`);
  });
  it('of a format nobody knows', async () => {
    expect(await message(folder.write('a.csv', 'a;b\n'), 'ods')).toBe(
      'Unknown format "ods" (--from). Choose from: xlsx, ubl, bmecat, cif, jsonl, csv.',
    );
  });
});
