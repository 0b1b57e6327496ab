/** What we write, as another program reads it. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeWithTool } from '../../test/builders/required-tool.ts';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import type { WrittenRow } from './writer.ts';
import { writeXlsx } from './xlsx.ts';

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('../../test/builders/read-workbook.py', import.meta.url));
const folder = temporaryFolder();

const ROWS: readonly WrittenRow[] = [
  { cells: ['Varenr', 'Navn & <merke>', '', 'Pris'] },
  {
    cells: ['00123', '  to\nlinjer "x" 🙂', '=1+1', '12.5', '2026-12-31', 'true', '0.25'],
    kinds: ['text', 'text', 'text', 'number', 'date', 'boolean', 'percent'],
    formats: [undefined, undefined, undefined, '#,##0.00 "kr"', 'dd.mm.yyyy', undefined, '0%'],
  },
];

describeWithTool('workbooks we write, as openpyxl reads them', PYTHON, ['-c', 'import openpyxl'], () => {
  it('hold what was written, with its formats', async () => {
    const target = path.join(folder.path, 'skrevet.xlsx');
    async function* batches(): AsyncGenerator<readonly WrittenRow[]> {
      yield ROWS;
    }
    const layout = { widths: [14.5], frozen: { rows: 1, columns: 0 }, boldRows: new Set([1]) };
    await writeXlsx(batches(), target, { sheet: 'Priser & vilkår', day: '2026-01-31', layout });
    const told = execFileSync(PYTHON, ['-W', 'error', SCRIPT, target], { encoding: 'utf8' });
    const cells = told.split('\n').filter(Boolean);
    expect(cells.map((line) => (JSON.parse(line) as unknown[]).slice(1))).toEqual([
      ['Priser & vilkår', 1, 1, 's', 'Varenr', 'General'],
      ['Priser & vilkår', 1, 2, 's', 'Navn & <merke>', 'General'],
      ['Priser & vilkår', 1, 4, 's', 'Pris', 'General'],
      ['Priser & vilkår', 2, 1, 's', '00123', 'General'],
      ['Priser & vilkår', 2, 2, 's', '  to\nlinjer "x" 🙂', 'General'],
      ['Priser & vilkår', 2, 3, 's', '=1+1', 'General'],
      ['Priser & vilkår', 2, 4, 'n', '12.5', '#,##0.00 "kr"'],
      ['Priser & vilkår', 2, 5, 'd', '2026-12-31T00:00:00.000000', 'dd.mm.yyyy'],
      ['Priser & vilkår', 2, 6, 'b', 'true', 'General'],
      ['Priser & vilkår', 2, 7, 'n', '0.25', '0%'],
    ]);
  });
});
