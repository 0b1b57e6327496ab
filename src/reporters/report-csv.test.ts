import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFinding, aRun, textOf } from '../../test/builders/run.ts';
import type { Language } from '../catalogue/text.ts';
import { diffCsv } from './diff-csv.ts';
import { findingsCsv } from './findings-csv.ts';
import { joinedCells } from './report-csv.ts';
import type { Reporter, Run } from './reporter.ts';

const written = (reporter: Reporter, run: Run, language: Language): Promise<string> =>
  textOf(reporter.render(run, { language, colour: false, width: 80 }));

const FILE = 'catalogs/2025-014/inbox/katalog februar.csv';

describe('findings.csv', () => {
  it('opens right in Norwegian Excel: BOM, semicolon, decimal comma, CRLF', async () => {
    const lines = (await written(findingsCsv, aRun(), 'nb')).split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffrule;severity;file;sheet;row;column;item;field;actual;expected;message;disposition;lineDisposition;waiver;effect',
    );
    expect(lines[5]).toBe(
      `price/above-agreed;error;${FILE};;31;F;K-1044;price;1249,90;1190,00;` +
        'Prisen 1\u00a0249,90\u00a0kr er 5,03\u00a0% over avtalt pris 1\u00a0190,00\u00a0kr;withhold;withhold;;',
    );
    expect(lines[9]).toBe(
      `price/above-agreed;error;${FILE};;101;F;K-1120;price;110,00;100,00;` +
        'Prisen 110,00\u00a0kr er 10\u00a0% over avtalt pris 100,00\u00a0kr;;approve;Godtatt til ny prisliste er signert (Kari Nordmann, til og med 31.12.2026);',
    );
    expect(lines.at(-1)).toBe('');
    expect(lines).toHaveLength(11);
  });

  it('opens right in English Excel: comma and point', async () => {
    const lines = (await written(findingsCsv, aRun(), 'en')).split('\r\n');
    expect(lines[3]).toBe(
      `price/above-agreed,error,${FILE},,14,F,K-1003,price,62.50,50.00,` +
        'The price NOK\u00a062.50 is 25% above the agreed price NOK\u00a050.00,withhold,withhold,,',
    );
  });

  it('is complete and in file order, however many findings there are', async () => {
    const many = Array.from({ length: 2500 }, (_, i) =>
      aFinding(i + 2, { rule: 'name/duplicate', severity: 'info', actual: 'x', parameters: { other: '1' } }),
    );
    const lines = (await written(findingsCsv, aRun({ findings: many }), 'nb')).trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => Number(line.split(';')[4]))).toEqual(many.map(({ place }) => place.row));
  });

  it('makes text of what a spreadsheet would run, and leaves numbers alone', async () => {
    const actuals = ['=1+1', '+47 22 33', '-2+3', '@SUM(A1)', '\tx', '\rx', "-cmd|' /C calc'!A0", 'a=b', '-', '-1,5-'];
    const findings = actuals.map((actual) =>
      aFinding(2, { rule: 'gone/rule', severity: 'info', field: 'name', actual, item: actual }),
    );
    const table = await written(findingsCsv, aRun({ findings }), 'en');
    const items = cellsOf(table)
      .slice(1)
      .map((cells) => cells[6]);
    expect(items).toEqual(actuals.map((actual) => (['a=b', '-'].includes(actual) ? actual : `'${actual}`)));
  });

  it('leaves a negative price a number', async () => {
    const findings = [aFinding(2, { rule: 'gone/rule', severity: 'error', field: 'price', actual: '-12.5' })];
    expect(cellsOf(await written(findingsCsv, aRun({ findings }), 'nb'), ';')[1]?.[8]).toBe('-12,50');
  });

  it('keeps delimiters, quotes and every kind of line break inside their cell', async () => {
    const actuals = ['a;b', 'a"b', 'a\nb', 'a\rb', 'a\r\nb', 'æøå'];
    const findings = actuals.map((actual) =>
      aFinding(2, { rule: 'gone/rule', severity: 'info', field: 'name', actual }),
    );
    const table = await written(findingsCsv, aRun({ findings }), 'nb');
    expect(table).toContain(';"a\nb";');
    expect(table).toContain(';"a\rb";');
    const rows = cellsOf(table, ';').slice(1);
    expect(rows.map((cells) => cells[8])).toEqual(actuals);
    expect(rows.every((cells) => cells.length === 15)).toBe(true);
  });

  it('names the sheet of a workbook, and nothing where there is none', async () => {
    const place = { file: 'a.xlsx', sheet: 'Ark1', row: 7, column: 'AB' };
    const findings = [{ rule: 'gone/rule', severity: 'info' as const, place }];
    expect(cellsOf(await written(findingsCsv, aRun({ findings }), 'nb'), ';')[1]?.slice(2, 6)).toEqual([
      'a.xlsx',
      'Ark1',
      '7',
      'AB',
    ]);
  });
});

describe('diff.csv', () => {
  it('has one row for each change, prices and percents as numbers', async () => {
    expect((await written(diffCsv, aRun(), 'nb')).split('\r\n')).toEqual([
      '\ufeffitem;change;field;before;after;percent;effect',
      'K-1003;changed;price;50,00;62,50;25;',
      'K-1044;changed;price;1190,00;1249,90;5,03;',
      'K-1107;changed;price;17,00;20,40;20;',
      'K-1110;changed;price;20,00;12,00;-40;',
      'K-1111;changed;name;Kulepen blå;Kulepenn blå;;',
      'K-1112;changed;Lagerhylle;A3;A4;;',
      'K-1300;added;;;;;',
      'K-1180;removed;;;;;',
      'K-1400;renumbered;itemNumber;K-1140;K-1400;;',
      'K-1001;changed;price;50,00;51,50;3;',
      '',
    ]);
  });

  it('has its headings when nothing changed', async () => {
    expect(await written(diffCsv, aRun({ changes: [] }), 'en')).toBe(
      '\ufeffitem,change,field,before,after,percent,effect\r\n',
    );
  });
});

/** A reader of its own, so that the writer is not held against itself: quotes doubled, rows end in CRLF. */
function cellsOf(table: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const text = table.replace(/^\ufeff/, '');
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[i++];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === delimiter || text.startsWith('\r\n', i))) {
      row.push(cell);
      cell = '';
      if (sign === delimiter) continue;
      rows.push(row);
      row = [];
      i++;
    } else cell += sign;
  }
  return rows;
}

it.each([
  ['nb', ';'],
  ['en', ','],
] as const)('cells in %s are quoted as csv-stringify quotes them', (language, delimiter) => {
  // None that begins like a formula: those are made text, see above.
  const letters = fc.constantFrom('a', 'å', ' ', '"', ';', ',', '\r', '\n', '\t', '=', '-');
  const cell = fc.array(letters, { maxLength: 6 }).map((drawn) => drawn.join('').replace(/^[=+\-@\t\r]+/, ''));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const record = stringify([cells], { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
      expect(`${joinedCells(cells, language)}\r\n`).toBe(record);
    }),
  );
});
