/** `check --fix`: what has one right answer is put right in a new file, told, and nothing else is touched. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../src/readers/text-code.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook } from '../builders/workbook.ts';
import { aWorkspace, type CheckRun } from '../builders/workspace.ts';

const folder = temporaryFolder();
const HEAD = 'Varenr;Varenavn;Enhet;Pris;EAN;Miljømerke;Gyldig til;Lagerhylle\r\n';
const SAME = [
  '100;Kopipapir A4;stk;49,90;7038840000105;;31.12.2026;x  y\r\n',
  '200;"Konvolutt C5";stk;12,50;;SVANEN;31.12.2026;\r\n',
  '300;Kulepenn blå;stk;8,00;;;31.12.2026;  to  \r\n',
];
const RIGHT = HEAD + SAME.join('');

/** Of a line in the order of the rules. */
const fixes = ({ findings }: CheckRun) =>
  findings.flatMap(({ rule, severity, place, field, actual, expected }) =>
    rule.startsWith('fix/') ? [[place.row, rule, severity, field, actual, expected]] : [],
  );

describe('a file with what can be put right', () => {
  const FAULTY = RIGHT.replace('Kopipapir A4', ' Kopipapir  A4 ')
    .replace('200;"Konvolutt C5";stk', '200;"Konvolutt  C5";Stk.')
    .replace('blå;', 'blÃ¥;')
    .replace('SVANEN', 'Svanemerket')
    .replace('300;', '400;KOPIPAPIR BLÅ;stk;1,00;36282818705;;2026-12-31;\r\n300;');
  const FIXED = `${HEAD}${SAME[0]}200;Konvolutt C5;stk;12,50;;SVANEN;31.12.2026;\r\n400;Kopipapir blå;stk;1,00;036282818705;;31.12.2026;\r\n${SAME[2]}`;

  it('comes out right in a file of its own, every change is told, and the original stays', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', FAULTY, '--fix');
    expect(fixes(run)).toEqual([
      [2, 'fix/spaces', 'info', 'name', ' Kopipapir  A4 ', 'Kopipapir A4'],
      [3, 'fix/label', 'info', 'ecoLabel', 'Svanemerket', 'SVANEN'],
      [3, 'fix/spaces', 'info', 'name', 'Konvolutt  C5', 'Konvolutt C5'],
      [3, 'fix/unit', 'info', 'unit', 'Stk.', 'stk'],
      [4, 'fix/date', 'info', 'validTo', '2026-12-31', '31.12.2026'],
      [4, 'fix/gtin', 'info', 'gtin', '36282818705', '036282818705'],
      [4, 'fix/name-case', 'info', 'name', 'KOPIPAPIR BLÅ', 'Kopipapir blå'],
      [5, 'fix/mojibake', 'info', 'name', 'Kulepenn blÃ¥', 'Kulepenn blå'],
    ]);
    expect(run.file('fixed.csv').toString()).toBe(FIXED);
    expect(run.result.fixes).toEqual({ lines: 4, cells: 8 });
    expect(run.result.files).toContain('fixed.csv');
    expect(run.out.replaceAll(/\s+/g, ' ')).toContain('8 celler i 4 linjer ble rettet før kontrollen');
    expect(run.file('report.html').toString()).toContain('8 celler i 4 linjer ble rettet');
    expect(run.file('findings.csv').toString()).toContain('«2026-12-31» er rettet til «31.12.2026»');
    expect(readFileSync(`${space.folder}/${space.inbox}/a.csv`, 'utf8')).toBe(FAULTY);
  });

  it('goes on as it was put right, and its line counts add up', async () => {
    const run = await aWorkspace(folder).check('a.csv', FAULTY, '--fix');
    const { read, asSent, corrected, keptPrevious, withheld } = run.result.lines;
    expect([read, asSent + corrected + keptPrevious + withheld]).toEqual([4, 4]);
    const goesOn = FIXED.split('\r\n').filter((line) => !line.startsWith('400;'));
    expect(run.approved?.toString()).toBe(goesOn.join('\r\n'));
    expect(run.file('withheld.csv').toString()).toContain('400;Kopipapir blå');
  });

  it('has nothing to put right the second time', async () => {
    const space = aWorkspace(folder);
    const first = await space.check('a.csv', FAULTY, '--fix');
    const second = await space.check('a.csv', first.file('fixed.csv'), '--fix');
    expect(fixes(second)).toEqual([]);
    expect(second.result.fixes).toEqual({ lines: 0, cells: 0 });
    expect(second.result.files).not.toContain('fixed.csv');
    expect(second.out).toContain('Ingenting i filen kunne rettes av seg selv.');
    expect(second.approved?.equals(first.approved ?? Buffer.alloc(0))).toBe(true);
    expect(second.result.lines).toEqual(first.result.lines);
  });

  it('is left as it is without --fix, and then no rule says that it could have been put right', async () => {
    const run = await aWorkspace(folder).check('a.csv', FAULTY);
    expect(fixes(run)).toEqual([]);
    expect(run.result.fixes).toBeUndefined();
    expect(JSON.stringify(run.result)).not.toContain('fix/');
  });

  it('gives the same bytes for any number of threads', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => `${1000 + at};Vare  ${at} i lang rekke;Stk.;1,00;;;;\r\n`);
    const space = aWorkspace(folder);
    const catalogue = FAULTY + many.join('');
    const one = await space.check('a.csv', catalogue, '--fix', '--threads', '1');
    const two = await space.check('a.csv', catalogue, '--fix', '--threads', '2');
    for (const name of ['fixed.csv', 'findings.jsonl', 'findings.csv', 'result.json', 'withheld.csv'])
      expect(two.file(name).equals(one.file(name)), name).toBe(true);
    expect(one.result.fixes?.lines).toBe(4004);
  });

  it('is put right only as far as its rules are switched on', async () => {
    const space = aWorkspace(folder, { rules: 'rules: { fix/label: off, fix/name-case: off }' });
    const run = await space.check('a.csv', FAULTY, '--fix');
    expect(new Set(fixes(run).map(([, rule]) => rule))).toEqual(
      new Set(['fix/spaces', 'fix/unit', 'fix/gtin', 'fix/date', 'fix/mojibake']),
    );
    expect(run.file('fixed.csv').toString()).toContain('Svanemerket');
  });
});

describe('what is not certain', () => {
  it.each([
    ['a name of which a word is in no list', 'Kulepenn blå', 'KULEPENN PILOT BLÅ'],
    ['letters of which only some are garbled', 'Kulepenn blå', 'Kulepenn blå og grÃ¸nn'],
    ['a label with more said of it', 'SVANEN', 'Svanemerket (2044 0123)'],
    ['several labels', 'SVANEN', 'Svanemerket, EU Ecolabel'],
    ['a claim', 'SVANEN', 'Ja'],
    ['a GTIN whose check digit says otherwise', '7038840000105', '36282818706'],
    ['a day that is none', '31.12.2026', '31.02.2026'],
  ])('stays: %s', async (_, right, faulty) => {
    const run = await aWorkspace(folder).check('a.csv', RIGHT.replace(right, faulty), '--fix');
    expect(fixes(run)).toEqual([]);
  });

  it('stays: a day in a column where days and months may change places', async () => {
    const slashed = RIGHT.replaceAll('31.12.2026', '31/12/2026').replace('31/12/2026', '2026-12-31');
    const run = await aWorkspace(folder).check('a.csv', slashed, '--fix');
    expect(fixes(run)).toEqual([]);
  });

  it('stays: a record with a stray quote, as a whole', async () => {
    const run = await aWorkspace(folder).check('a.csv', `${RIGHT}400;"Penn  "rød;Stk.;1,00;;;;\r\n`, '--fix');
    expect(fixes(run)).toEqual([]);
  });
});

describe('files', () => {
  it('keep their encoding, and letters it lacks are not put in', async () => {
    const text = `${HEAD}100;Kopipapir  blå;stk;49,90;;;;\r\n200;â‚¬-konvolutt;stk;12,50;;;;\r\n`;
    const bytes = encodeText(text.replace('â‚¬', 'x'), 'iso-8859-1') ?? Buffer.alloc(0);
    const run = await aWorkspace(folder).check('a.csv', bytes, '--fix', '--encoding', 'iso-8859-1');
    expect(run.file('fixed.csv').equals(Buffer.from(bytes.toString('latin1').replace('  ', ' '), 'latin1'))).toBe(true);
  });

  it('that are workbooks are put right in a workbook, row for row, with numbers stored as texts', async () => {
    const rows = [
      ['Katalog for Prøve AS'],
      [],
      ['Varenr', 'Varenavn', 'Enhet', 'Pris', 'EAN'],
      ['100', 'Kopipapir  A4', 'stk', 49.9, 7038840000105],
      [],
      ['200', 'Konvolutt C5', 'Stk.', 12.5, 36282818705],
      ['300', ' Kulepenn blå', 'stk', 8, null],
    ] as const;
    const space = aWorkspace(folder);
    const first = await space.check('a.xlsx', sheetWorkbook({ sheets: [{ name: 'Varer', rows }] }), '--fix');
    const found = [
      [4, 'fix/spaces', 'info', 'name', 'Kopipapir  A4', 'Kopipapir A4'],
      [6, 'fix/gtin', 'info', 'gtin', '36282818705', '036282818705'],
      [6, 'fix/unit', 'info', 'unit', 'Stk.', 'stk'],
      [7, 'fix/spaces', 'info', 'name', ' Kulepenn blå', 'Kulepenn blå'],
    ];
    expect(fixes(first)).toEqual(found);
    expect(first.result.fixes).toEqual({ lines: 3, cells: 4 });
    const second = await space.check('a.xlsx', first.file('fixed.xlsx'), '--fix');
    expect(fixes(second)).toEqual([]);
    const told = ({ findings }: CheckRun) =>
      findings.filter(({ rule }) => !rule.startsWith('fix/')).map(({ rule, place, item }) => [rule, place.row, item]);
    expect(told(second)).toEqual(told(first));
  });

  it('of other formats say that they cannot be put right', async () => {
    const space = aWorkspace(folder);
    const line = '{"itemNumber":"100","name":"Kopipapir  A4","unit":"stk","price":"49.90"}\n';
    await expect(space.check('a.jsonl', line, '--fix')).rejects.toThrow('--fix retter CSV og Excel');
  });

  it('of changes say so too', async () => {
    const space = aWorkspace(folder, {
      previous: { content: 'Varenr;Varenavn;Enhet;Pris\r\n100;Papir;stk;49,90\r\n' },
    });
    const changes = 'Varenr;Varenavn;Enhet;Pris;Handling\r\n100;Papir;stk;49,90;endret\r\n';
    await expect(space.check('a.csv', changes, '--fix')).rejects.toThrow('bare endringer');
  });
});

it('putting right twice is putting right once, whatever stands in the cells', async () => {
  const space = aWorkspace(folder);
  const cell = (...texts: readonly string[]) => fc.constantFrom(...texts);
  const line = fc.tuple(
    cell('100', ' 200', '300 ', '4  5', ''),
    cell('Kulepenn  blå', 'PENN BLÅ', 'blÃ¥ penn', 'blÃƒÂ¥ ', 'KOPIPAPIR 80 G', '"to\nlinjer  "', 'Ã', ''),
    cell('stk', 'Stk.', 'STK', 'EA', 'pk', 'pakke', 'PAK', 'krt/12', 'KOLLIX', ' kg', ''),
    cell('1,00', ' 2,50 ', '1.234', 'x'),
    cell('7038840000105', '36282818705', ' 036282818705', '1234567', ''),
    cell('SVANEN', 'Svanemerket', 'svanen', 'FSC', 'EU Ecolabel ', 'Ja', 'Svanen, FSC', 'NEO', ''),
    cell('31.12.2026', '2026-12-31', '31.12.26', '20261231', '3.4.2026', '03/04/2026', '46023', 'snart', ''),
    cell('', ' x  y '),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const text = HEAD + lines.map((cells) => `${cells.join(';')}\r\n`).join('');
      const first = await space.check('a.csv', text, '--fix', '--quiet');
      if (first.result.fixes === undefined || first.result.fixes.lines === 0) return;
      const second = await space.check('a.csv', first.file('fixed.csv'), '--fix', '--quiet');
      expect(fixes(second)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 120_000);
