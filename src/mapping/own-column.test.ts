import { expect, it } from 'vitest';
import { DEVIATION_HEADING } from '../catalogue/own-marks.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
import { withoutOwnColumn } from './own-column.ts';
import { prepareMapping } from './prepare-mapping.ts';

function fileOf(rows: readonly RawRow[], format: RowFile['format'] = 'xlsx'): RowFile {
  return {
    format,
    otherSheets: ['Forside', 'katalogvakt oversikt', 'katalogvakt instructions'],
    async *rows() {
      yield rows;
    },
  };
}

async function read(cells: readonly (readonly string[])[], format?: RowFile['format']) {
  const file = fileOf(
    cells.map((row, at) => ({ row: at + 1, cells: row })),
    format,
  );
  const opened = withoutOwnColumn({ file, mapping: await prepareMapping(file, {}) });
  const rows: (readonly string[])[] = [];
  for await (const batch of opened.file.rows()) for (const row of batch) rows.push(row.cells);
  return { rows, opened };
}

it('the column of deviations is read neither as a column nor as cells', async () => {
  const { rows, opened } = await read([
    ['Varenr', 'Varenavn', DEVIATION_HEADING],
    ['1', 'Penn', 'Feil: for dyr'],
    ['2', 'Blyant'],
    ['3', '', 'Feil: uten navn'],
  ]);
  expect(rows).toEqual([['Varenr', 'Varenavn'], ['1', 'Penn'], ['2', 'Blyant'], ['3']]);
  expect(opened.mapping.header.columns.map(({ heading }) => heading)).toEqual(['Varenr', 'Varenavn']);
  expect(opened.mapping.extras).toEqual([]);
  expect(opened.file.otherSheets).toEqual(['Forside']);
});

it('a column that was put in behind it keeps its letter', async () => {
  const { rows, opened } = await read([
    ['Varenr', 'Varenavn', DEVIATION_HEADING, 'Vårt svar'],
    ['1', 'Penn', 'Feil: for dyr', 'rettet'],
  ]);
  expect(rows[1]).toEqual(['1', 'Penn', '', 'rettet']);
  expect(opened.mapping.extras).toEqual([{ index: 3, name: 'Vårt svar' }]);
});

it('saved as text, it does not travel along as a column of the supplier', async () => {
  const cells = [
    ['Varenr', 'Varenavn', DEVIATION_HEADING],
    ['1', 'Penn', 'Feil: for dyr'],
  ];
  const { rows, opened } = await read(cells, 'csv');
  expect(rows).toEqual(cells);
  expect(opened.mapping.extras).toEqual([]);
});

it('any other workbook is read as it stands', async () => {
  const { opened } = await read([
    ['Varenr', 'Varenavn', 'Avvik'],
    ['1', 'Penn', 'nei'],
  ]);
  expect(opened.mapping.extras).toEqual([{ index: 2, name: 'Avvik' }]);
  expect(opened.file.otherSheets).toContain('katalogvakt oversikt');
});
