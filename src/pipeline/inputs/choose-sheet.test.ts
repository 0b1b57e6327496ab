import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { type CellSpec, type SheetSpec, sheetWorkbook } from '../../../test/builders/workbook.ts';
import { xlsxReader } from '../../readers/xlsx.ts';
import { chooseSheet } from './choose-sheet.ts';

const folder = temporaryFolder();
let files = 0;

const HEADINGS = ['Varenr', 'Varenavn', 'Enhet', 'Pris'];
const lines = (count: number): readonly (readonly CellSpec[])[] =>
  Array.from({ length: count }, (_, index) => [`A-${index}`, `Vare ${index}`, 'stk', index + 0.5]);
const list = (name: string, count: number, headings: readonly string[] = HEADINGS): SheetSpec => ({
  name,
  rows: [headings, ...lines(count)],
});
const ORDERS = list('Bestillinger', 9, ['Varenr', 'Varenavn', 'Antall', 'Pris']);
const COVER: SheetSpec = { name: 'Forside', rows: [['Prisliste 2026'], ['Prøve AS', 'Storgata 1']] };
const UNITS: SheetSpec = {
  name: 'Enheter',
  rows: [
    ['Kode', 'Navn'],
    ['EA', 'Stykk'],
    ['PK', 'Pakke'],
    ['CT', 'Eske'],
  ],
};

async function choose(sheets: readonly SheetSpec[], map?: readonly string[]) {
  const source = folder.source(`${++files}.xlsx`, sheetWorkbook({ sheets }));
  const file = await xlsxReader.open(source, {});
  const { file: chosen, mapping } = await chooseSheet(file, map === undefined ? {} : { map });
  return { sheet: chosen.sheet, others: chosen.otherSheets, alike: mapping.header.sheetsAlike };
}

describe('of several sheets', () => {
  it.each<[string, readonly SheetSpec[], string]>([
    ['a cover comes first', [COVER, list('Priser', 5)], 'Priser'],
    ['a code list comes first', [UNITS, list('Priser', 2)], 'Priser'],
    ['a short list of changes comes first', [list('Endringer', 2, HEADINGS.slice(0, 3)), list('Priser', 80)], 'Priser'],
    [
      'the fuller one comes last',
      [
        {
          name: 'Utdrag',
          rows: [
            ['Varenr', 'Varenavn'],
            ['A-1', 'Penn'],
          ],
        },
        list('Alt', 3),
      ],
      'Alt',
    ],
    ['the best is hidden', [{ ...list('Gammel', 90), state: 'hidden' }, list('Priser', 3)], 'Priser'],
  ])('the one that looks most like a catalogue is read: %s', async (_, sheets, expected) => {
    expect(await choose(sheets)).toMatchObject({ sheet: expected, alike: undefined });
  });

  it.each<[string, readonly SheetSpec[], string]>([
    [
      'what was ordered has more lines',
      [ORDERS, list('Prisliste', 5, ['Varenr', 'Varenavn', 'E', 'Pris'])],
      'Prisliste',
    ],
    ['last year’s list is longer', [list('Prisliste (gammel)', 60), list('Prisliste', 20)], 'Prisliste'],
    ['changes of prices are called by them', [list('Prisendringer', 9), list('Varer', 60)], 'Varer'],
  ])('what they are called tells where little else does: %s', async (_, sheets, expected) => {
    expect(await choose(sheets)).toMatchObject({ sheet: expected });
    expect(await choose(sheets.toReversed())).toMatchObject({ sheet: expected });
  });

  it('two that look the same are named, the longer one first', async () => {
    expect(await choose([list('Papir', 3), COVER, list('Renhold', 40)])).toEqual({
      sheet: 'Renhold',
      others: ['Papir', 'Forside'],
      alike: [
        { name: 'Renhold', lines: 40 },
        { name: 'Papir', lines: 3 },
      ],
    });
  });

  it('a column that a person named decides', async () => {
    const own = ['Nummer X', 'Varenavn', 'Enhet', 'Pris'];
    expect(await choose([list('Priser', 9), list('Egen', 2, own)], ['itemNumber=Nummer X'])).toMatchObject({
      sheet: 'Egen',
    });
  });

  it('none of which can be read, what is wrong with the first is told', async () => {
    await expect(choose([COVER, { name: 'Notat', rows: [['Hei']] }])).rejects.toMatchObject({ problem: 'noHeadings' });
  });
});
