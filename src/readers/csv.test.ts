import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsByCsvParse } from '../../test/builders/csv-oracle.ts';
import { collected, temporaryFolder } from '../../test/builders/temporary-file.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { csvReader } from './csv.ts';
import type { CsvDialect, RawRow, ReadOptions } from './reader.ts';

const folder = temporaryFolder();

async function read(
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<{ rows: readonly RawRow[]; dialect: CsvDialect; bytes: Buffer }> {
  const source = folder.source('catalogue.csv', content);
  const file = await csvReader.open(source, options);
  if (file.dialect === undefined) throw new Error('a text file has a dialect');
  return { rows: await collected(file.rows()), dialect: file.dialect, bytes: readFileSync(source.path) };
}

/** Row number and cells. */
const cellsOf = (rows: readonly RawRow[]) => rows.map(({ row, cells }) => [row, ...cells]);

describe('rows of a CSV file', () => {
  it.each<[string, string, (string | number)[][]]>([
    [
      'plain',
      'a;b\n1;2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'without an end to the last line',
      'a;b\n1;2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with CRLF',
      'a;b\r\n1;2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with both line ends',
      'a;b\r\n1;2\n3;4\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'with a byte order mark',
      '\ufeffa;b\n1;2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a delimiter in quotes',
      'a;b\n"1;5";2\n',
      [
        [1, 'a', 'b'],
        [2, '1;5', '2'],
      ],
    ],
    [
      'quotes in quotes',
      'a;b\n"17"" skjerm";2\n',
      [
        [1, 'a', 'b'],
        [2, '17" skjerm', '2'],
      ],
    ],
    [
      'an inch mark without quotes',
      'a;b\n17" skjerm;2\n',
      [
        [1, 'a', 'b'],
        [2, '17" skjerm', '2'],
      ],
    ],
    [
      'a line break in quotes',
      'a;b\n"x\ny";2\n3;4\n',
      [
        [1, 'a', 'b'],
        [2, 'x\ny', '2'],
        [4, '3', '4'],
      ],
    ],
    [
      'a CRLF in quotes',
      'a;b\r\n"x\r\ny\r\nz";2\r\n3;4\r\n',
      [
        [1, 'a', 'b'],
        [2, 'x\r\ny\r\nz', '2'],
        [5, '3', '4'],
      ],
    ],
    [
      'blank lines left out, but counted',
      'a;b\n\n\n1;2\n\n3;4\n',
      [
        [1, 'a', 'b'],
        [4, '1', '2'],
        [6, '3', '4'],
      ],
    ],
    [
      'blank lines first',
      '\n\na;b\n1;2\n',
      [
        [3, 'a', 'b'],
        [4, '1', '2'],
      ],
    ],
    [
      'too few and too many cells',
      'a;b\n1\n1;2;3\n',
      [
        [1, 'a', 'b'],
        [2, '1'],
        [3, '1', '2', '3'],
      ],
    ],
    [
      'a single column',
      'a\n1\n2\n',
      [
        [1, 'a'],
        [2, '1'],
        [3, '2'],
      ],
    ],
    [
      'blanks stay',
      'a;b\n 1 ; 2\n',
      [
        [1, 'a', 'b'],
        [2, ' 1 ', ' 2'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(cellsOf((await read(text)).rows)).toEqual(expected);
  });

  it('know their bytes, the line end included', async () => {
    const { rows, bytes } = await read('\ufeffa;b\r\n\r\n"æ\n";2\r\n3;4');
    expect(rows.map(({ start, end }) => bytes.subarray(start, end).toString())).toEqual([
      'a;b\r\n',
      '"æ\n";2\r\n',
      '3;4',
    ]);
  });

  it('are told apart however long the file is', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `${at};Skruer på boks, "A${at % 7}"\r\n`);
    const { rows, bytes } = await read(lines.join(''));
    expect(rows).toHaveLength(lines.length);
    for (const at of [0, 1, 511, 512, 30_000, 59_999]) {
      const { row, start, end } = rows[at] ?? { row: 0 };
      expect([row, bytes.subarray(start, end).toString()]).toEqual([at + 1, lines[at]]);
    }
  });

  it('in Windows-1252 have its letters', async () => {
    const bytes = Buffer.from('Bl\u00e5b\u00e6r;12,50 \u0080\n', 'latin1');
    expect(cellsOf((await read(Buffer.concat([Buffer.from('Navn;Pris\n'), bytes]))).rows)).toEqual([
      [1, 'Navn', 'Pris'],
      [2, 'Blåbær', '12,50 €'],
    ]);
  });

  it('are read as a person says', async () => {
    const { rows, dialect } = await read('a;b,c\n1;2,3\n', { delimiter: ',', encoding: 'windows-1252' });
    expect(dialect).toMatchObject({ delimiter: ',', encoding: 'windows-1252' });
    expect(cellsOf(rows)).toEqual([
      [1, 'a;b', 'c'],
      [2, '1;2', '3'],
    ]);
  });
});

describe('a quote that is never closed', () => {
  const failure = async (text: string): Promise<unknown> => {
    try {
      return await read(text);
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      return { problem: error.problem, row: error.row };
    }
  };
  it('means that the file is cut off, in the row where the quote begins', async () => {
    expect(await failure('a;b\n1;2\n3;"avkuttet')).toEqual({ problem: 'cutOff', row: 3 });
  });
  it('is counted by lines of the file', async () => {
    expect(await failure('a;b\r\n"x\r\ny";2\r\n\r\n3;"av\r\nkuttet')).toEqual({ problem: 'cutOff', row: 5 });
  });
  it('spoils its line only, when lines behind it can be read by themselves', async () => {
    const { rows } = await read(`a;b\n1;"2\n${'Skruer;12,50\n'.repeat(700_000)}`);
    expect(rows.slice(0, 3).map(({ row, cells, oddities }) => [row, cells, oddities])).toEqual([
      [1, ['a', 'b'], undefined],
      [2, ['1', '"2'], ['unclosedQuote']],
      [3, ['Skruer', '12,50'], undefined],
    ]);
    expect(rows).toHaveLength(700_002);
  });
  it.each<[string, (line: number) => string]>([
    ['at the beginning of a cell', (line) => `${line};"Papir nr ${line};stk;12,50;NOK`],
    ['at the end of the line', (line) => `${line};Papir nr ${line};stk;12,50;"`],
    ['at the beginning of the line', (line) => `"${line};Papir nr ${line};stk;12,50;NOK`],
    ['and two within a cell', (line) => `${line};Papir "nr" ${line};"stk;12,50;NOK`],
    ['that makes one chain of all lines', (line) => (line === 1 ? '1;"a;stk;1,50;NOK' : `${line}";"x;stk;1,50;NOK`)],
  ])('may stand on every line: %s', async (_, line) => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `${line(at + 1)}\n`);
    const { rows } = await read(`Varenr;Navn;Enhet;Pris;Valuta\n${lines.join('')}`);
    expect(rows).toHaveLength(10_001);
    expect(rows.at(-1)?.row).toBe(10_001);
    expect(rows.slice(1).every(({ oddities }) => oddities?.[0] === 'unclosedQuote')).toBe(true);
  });
});

describe('every byte belongs to one record, or to a blank line', () => {
  const cell = fc.string({
    // No digits: a cell of lines that are filled like articles is taken for a quote that nothing closes, on purpose.
    unit: fc.constantFrom('a', 'å', '€', ' ', 'b', ',', ';', '"', '\n', '\r\n', '😀'),
    maxLength: 6,
  });
  const written = fc
    .tuple(cell, fc.boolean())
    .map(([text, quoted]) =>
      quoted || /[;"\r\n]/.test(text) ? { text, raw: `"${text.replaceAll('"', '""')}"` } : { text, raw: text },
    );
  const record = fc.tuple(
    fc.array(written, { minLength: 2, maxLength: 4 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\n', '\r\n'),
  );

  it('whatever stands in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        async (records, bom, ends) => {
          const text = records
            .map(([cells, lineEnd, blank]) => cells.map(({ raw }) => raw).join(';') + lineEnd + blank)
            .join('');
          const whole = (bom ? '\ufeff' : '') + (ends ? text : text.replace(/[\r\n]+$/, ''));
          const { rows, dialect, bytes } = await read(whole, { delimiter: ';' });
          expect(rows.map(({ cells }) => cells)).toEqual(records.map(([cells]) => cells.map(({ text }) => text)));

          let at = bom ? 3 : 0;
          let lines = 1;
          const ranges: Buffer[] = [];
          for (const { row, start = 0, end = 0 } of rows) {
            const between = bytes.subarray(at, start).toString();
            expect(between).toMatch(/^[\r\n]*$/);
            lines += between.split('\n').length - 1;
            expect(row).toBe(lines);
            const range = bytes.subarray(start, end);
            lines += range.toString().split('\n').length - 1;
            ranges.push(range);
            at = end;
          }
          expect(bytes.subarray(at).toString()).toMatch(/^[\r\n]*$/);
          // The last record may lack its line end.
          const alone = ranges.map((range) => rowsByCsvParse(range, dialect)?.[0]?.cells);
          expect(alone).toEqual(rows.map(({ cells }) => cells));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the dialect', () => {
  it.each<[string, string, string]>([
    ['semicolons with decimal commas', 'Varenr;Navn;Pris\n1;Saks, stor;12,50\n2;Lim, hvit;9,90\n', ';'],
    ['two columns of which one has decimal commas', 'Varenr;Pris\n1;12,50\n2;9,90\n', ';'],
    ['as many decimal commas as semicolons', 'Varenr;Pris;Veil. pris;Rabatt\n1;12,50;13,50;4,5\n2;9,90;1,0;2,5\n', ';'],
    ['commas with decimal points', 'Item,Name,Price\n1,Scissors,12.50\n2,"Glue, white",9.90\n', ','],
    ['commas with semicolons in the text', 'Item,Name,Price\n1,a;b;c,12.50\n2,d,9.90\n', ','],
    ['tabs', 'Varenr\tNavn\tPris\n1\tSaks; stor\t12,50\n', '\t'],
    ['bars', 'Varenr|Navn|Pris\n1|Saks|12,50\n', '|'],
    ['one column', 'Varenr\n1\n2\n', ';'],
    [
      'a title above the headings',
      'Prisliste, gyldig fra 1. mai, Skarvtind\n\nVarenr;Navn;Pris\n1;Saks;12,50\n2;Lim;9,90\n3;Tau;1,00\n',
      ';',
    ],
  ])('%s', async (_, text, delimiter) => {
    expect((await read(text)).dialect.delimiter).toBe(delimiter);
  });

  it('is found where the first part of the file ends inside quotes', async () => {
    const text = `Varenr;Navn;Pris\n1;"${'lang tekst, '.repeat(20_000)}";2,5\n2;b;3,5\n`;
    expect((await read(text)).dialect.delimiter).toBe(';');
  });

  it.each<[string, string, string]>([
    ['CRLF', 'a;b\r\n1;2\r\n', '\r\n'],
    ['LF', 'a;b\n1;2\n', '\n'],
    ['CRLF though the headings have a line break of their own', '"Pris\neks. mva";b\r\n1;2\r\n3;4\r\n', '\r\n'],
    ['LF though a cell has a CRLF', '"Pris\r\neks. mva";b\n1;2\n3;4\n', '\n'],
    ['no line end at all', 'a;b', '\n'],
  ])('keeps the line end: %s', async (_, text, lineEnd) => {
    expect((await read(text)).dialect.lineEnd).toBe(lineEnd);
  });
});
