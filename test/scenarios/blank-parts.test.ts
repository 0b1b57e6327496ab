/** Empty rows and columns are told with their place, and the lines around them survive. */
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook } from '../builders/workbook.ts';
import { aWorkspace, type CheckRun } from '../builders/workspace.ts';

const folder = temporaryFolder();
const told = ({ findings }: CheckRun): string[] =>
  findings
    .filter(({ rule }) => rule.startsWith('file/'))
    .map(({ rule, place, parameters }) =>
      [rule, place.row, ...Object.values(parameters ?? {})].filter((part) => part !== undefined).join(' '),
    );

describe('empty rows of a text file', () => {
  const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
  const A = '100;Kopipapir A4;stk;49,90\r\n';
  const B = '200;Konvolutt C5;stk;12,50\r\n';

  it('are told between the lines, not behind the last one', async () => {
    const run = await aWorkspace(folder).check(
      'a.csv',
      `${HEAD}${A}\r\n;;;\r\n${B}300;Kulepenn blå;stk;8,00\r\n\r\n\r\n`,
    );
    expect(told(run)).toEqual(['file/blank-rows 3 4']);
    expect(run.result.lines).toMatchObject({ read: 3, asSent: 3 });
    expect(run.file('findings.csv').toString()).toContain('Radene herfra til og med 4 er tomme');
  });

  it('are not what a cell of several lines leaves', async () => {
    const run = await aWorkspace(folder).check('a.csv', `${HEAD}100;"Kopipapir\r\n\r\nA4";stk;49,90\r\n\r\n${B}`);
    expect(told(run)).toEqual(['file/blank-rows 5']);
  });

  it('are told beside rows that are no articles', async () => {
    const run = await aWorkspace(folder).check('a.csv', `${HEAD}${A}\r\n# Konvolutter\r\n\r\n${B}`);
    expect(told(run)).toEqual(['file/blank-rows 3', 'file/blank-rows 5', 'file/not-an-article 4']);
  });

  it('are told alike however many threads read', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => `${at};Vare ${at};stk;8,00\r\n${at % 50 === 7 ? '\r\n' : ''}`);
    const content = HEAD + rows.join('');
    const one = await aWorkspace(folder).check('a.csv', content, '--threads', '1');
    const two = await aWorkspace(folder).check('a.csv', content, '--threads', '2');
    expect(told(one)).toHaveLength(8);
    expect(told(two)).toEqual(told(one));
  });
});

describe('empty columns', () => {
  it('are told with their letter, and only where the whole file has nothing there', async () => {
    const run = await aWorkspace(folder).check(
      'a.csv',
      'Varenr;Varenavn;Enhet;Pris;GTIN;;Merknad;\r\n100;Kopipapir A4;stk;49,90;;;;\r\n200;Konvolutt C5;stk;12,50;;;ny;\r\n',
    );
    expect(told(run)).toEqual(['file/blank-column E GTIN', 'file/blank-column F']);
  });

  it('are none that begin far down', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => `${at};Vare ${at};stk;8,00;${at === 3900 ? 'ny' : ''}\r\n`);
    const run = await aWorkspace(folder).check('a.csv', `Varenr;Varenavn;Enhet;Pris;Merknad\r\n${rows.join('')}`);
    expect(told(run)).toEqual([]);
  });
});

it('tells both of a workbook', async () => {
  const rows = [
    ['Varenr', 'Varenavn', 'Enhet', 'Pris', 'GTIN'],
    ['100', 'Kopipapir A4', 'stk', 49.9, null],
    [],
    ['200', 'Konvolutt C5', 'stk', 12.5, null],
    [],
    [],
  ];
  const run = await aWorkspace(folder).check('a.xlsx', sheetWorkbook({ sheets: [{ name: 'Ark1', rows }] }));
  expect(told(run)).toEqual(['file/blank-column E GTIN', 'file/blank-rows 3']);
});
