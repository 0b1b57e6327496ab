import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collected } from '../../test/builders/temporary-file.ts';
import {
  type CellSpec,
  relation,
  relations,
  type SheetSpec,
  sharedStrings,
  sheetParts,
  sheetWorkbook,
  workbook,
} from '../../test/builders/workbook.ts';
import { type FileProblem, UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { RawRow, ReadOptions, RowFile } from './reader.ts';
import { xlsxReader } from './xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function open(bytes: Uint8Array, options: ReadOptions = {}): Promise<RowFile> {
  files += 1;
  const path = join(folder, `${files}.xlsx`);
  writeFileSync(path, bytes);
  return xlsxReader.open({ name: 'katalog.xlsx', path }, options);
}

async function rowsOf(file: RowFile, formats = false): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of file.rows({ formats })) rows.push(...batch);
  return rows;
}

async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<readonly RawRow[]> {
  return rowsOf(await open(bytes, options));
}

const sheet = (rows: readonly (readonly CellSpec[])[]): Uint8Array =>
  sheetWorkbook({ sheets: [{ name: 'Varer', rows }] });
const data = (xml: string): Uint8Array => sheetWorkbook({ sheets: [{ name: 'Varer', data: xml }] });

/** A single cell: its text and how it was stored. */
async function cell(spec: CellSpec, date1904 = false): Promise<readonly [string | undefined, string]> {
  const [row] = await read(sheetWorkbook({ sheets: [{ name: 'Varer', rows: [[spec]] }], date1904 }));
  return [row?.cells[0], row?.kinds?.[0] ?? 'text'];
}

async function problem(bytes: Uint8Array, options: ReadOptions = {}): Promise<Partial<UnusableFile>> {
  try {
    await read(bytes, options);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const { problem, detail, row } = error;
    return { problem, ...(detail === undefined ? {} : { detail }), ...(row === undefined ? {} : { row }) };
  }
  throw new Error('it was read');
}

const value = (v: string | number, format?: string | number, type?: string): CellSpec => ({
  xml: `<v>${v}</v>`,
  ...(format === undefined ? {} : { format }),
  ...(type === undefined ? {} : { type }),
});

describe('recognising', () => {
  const zip = sheet([['a']]);
  it.each<[string, Uint8Array, string, boolean]>([
    ['a workbook, whatever its name', zip, 'katalog.txt', true],
    ['a compound file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'katalog.xls', true],
    ['binary rubbish named as a workbook', Uint8Array.of(1, 0, 2), 'katalog.XLSX', true],
    ['text named as a workbook', Buffer.from('Varenr;Pris\n1;2\n'), 'katalog.xlsx', false],
    ['text', Buffer.from('PK;Pris\n'), 'katalog.csv', false],
    ['binary rubbish', Uint8Array.of(1, 0, 2), 'katalog.csv', false],
  ])('%s', (_, head, name, expected) => {
    expect(xlsxReader.recognises(head, name)).toBe(expected);
  });
});

describe('rows', () => {
  it('carry their number, their cells and how these were stored', async () => {
    const rows = await read(sheet([['Varenr', 'Pris'], [], ['A-1', 12.5, true]]));
    expect(rows).toEqual([
      { row: 1, cells: ['Varenr', 'Pris'] },
      { row: 3, cells: ['A-1', '12.5', 'true'], kinds: ['text', 'number', 'boolean'] },
    ]);
  });

  it('without content are left out, and empty cells at the end too', async () => {
    const empty = { xml: '', format: '0.00' };
    expect(
      await read(
        sheet([
          [empty, empty],
          [null, 'a', empty, ''],
          ['', empty],
        ]),
      ),
    ).toEqual([{ row: 2, cells: ['', 'a'] }]);
  });

  it('keep gaps between cells', async () => {
    expect(await read(data('<row r="7"><c r="B7"><v>1</v></c><c r="AB7"><v>2</v></c></row>'))).toEqual([
      {
        row: 7,
        cells: ['', '1', ...Array<string>(25).fill(''), '2'],
        kinds: ['text', 'number', ...Array<string>(25).fill('text'), 'number'],
      },
    ]);
  });

  it('that nobody sees are read like the others, and say so', async () => {
    const file = await open(
      sheetWorkbook({
        sheets: [
          {
            name: 'Varer',
            head: '<cols><col min="2" max="3" hidden="1" width="9"/><col min="5" max="5" width="9"/></cols>',
            data: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
          },
          { name: 'Skjult', rows: [['a']], state: 'hidden' },
        ],
      }),
    );
    expect((await rowsOf(file)).map(({ row, hidden }) => [row, hidden])).toEqual([
      [1, undefined],
      [2, true],
    ]);
    expect(file).toMatchObject({ hiddenColumns: new Set([1, 2]), hiddenSheets: ['Skjult'] });
  });

  it('are the same however the XML is written', async () => {
    const parts = sheetParts({
      sheets: [
        {
          name: 'Varer',
          rows: [
            ['Varenr', 'a < b & c', '  blank '],
            [value(12.5, '0.00'), null, true, value('#N/A', undefined, 'e'), value(45_322, 14), value(0.25, 9)],
            [
              { xml: '<f>A1*2</f><v>3</v>' },
              { xml: '<f>A1*2</f>' },
              { xml: '<is><t>x_x000A_y</t></is>', type: 'inlineStr' },
            ],
          ],
        },
      ],
    });
    const part = 'xl/worksheets/sheet1.xml';
    const { [part]: xml = '' } = parts;
    const usual = await read(workbook(parts));
    expect(usual).toHaveLength(3);
    const others = [
      xml.replaceAll('"', "'"),
      xml.replaceAll('<c r=', '<c  r='),
      xml.replaceAll('</c>', '</c\n>'),
      xml.replaceAll('</v>', '</v><!-- x -->'),
      xml.replaceAll(/<v>([^<]*)<\/v>/g, '<v><![CDATA[$1]]></v>'),
      xml.replace('<sheetData>', '<sheetData><!-- > <row r="1"><c r="A1"><v>9</v></c></row> -->'),
      xml.replace('<sheetData>', '<sheetData><?x <row r="1"/> ?>'),
      xml.replaceAll('<row ', '\r\n<row x14ac:dyDescent="0.25" spans="1:3" '),
    ];
    for (const other of others) expect(await read(workbook({ ...parts, [part]: other })), other).toEqual(usual);
  });

  it('whose XML is not well-formed are damaged, however usual the rest looks', async () => {
    for (const row of [
      '<row r="1"><c r="A1"><v>a & b</v></c></row>',
      '<row r="1"><c r="A1" r="B1"><v>1</v></c></row>',
      '<row r="1" r="2"><c r="A1"><v>1</v></c></row>',
      '<row r="1"><c r="A1" t="str"><v>a\u0001b</v></c></row>',
      '<row r="1"><c r="A1" t="str"><v>a]]>b</v></c></row>',
      '<row r="1"><c r="A1"><v>1</v></c></v></row>',
      '<row r="1"><c r="A1"><v>1</v></row>',
    ]) {
      expect((await problem(data(`<row r="1"><c r="A1"><v>0</v></c></row>${row}`))).problem, row).toBe('damaged');
    }
  });

  it('without numbers, and cells without references, follow on', async () => {
    const xml =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    const rows = await read(data(xml));
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, '1', '2'],
      [5, '', '', '3', '4'],
      [6, '5'],
    ]);
  });

  it('come in batches, all of them, and again on every reading', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [`A-${index}`, index]);
    const file = await open(sheet(rows));
    for (let reading = 0; reading < 2; reading += 1) {
      const batches: number[] = [];
      const texts: string[] = [];
      for await (const batch of file.rows()) {
        batches.push(batch.length);
        texts.push(...batch.map(({ cells }) => cells.join()));
      }
      expect(texts).toEqual(rows.map(String));
      expect(batches.length).toBeGreaterThan(2);
      expect(Math.max(...batches)).toBeLessThan(2000);
    }
  });

  it('may be left before the end', async () => {
    const file = await open(sheet(Array.from({ length: 3000 }, (_, index) => [index])));
    for await (const batch of file.rows()) {
      expect(batch[0]?.cells).toEqual(['0']);
      break;
    }
    expect(await rowsOf(file)).toHaveLength(3000);
  });

  it('have number formats on request', async () => {
    const file = await open(
      sheet([[value(1, '#,##0.00 "kr"'), 'tekst', value(45_322, 14), value(3), value('x', '@', 'str')]]),
    );
    const formats = ['#,##0.00 "kr"', undefined, 'mm-dd-yy', undefined, '@'];
    expect((await rowsOf(file, true))[0]?.formats).toEqual(formats);
    expect((await rowsOf(file))[0]).not.toHaveProperty('formats');
  });
});

describe('cells', () => {
  it.each<[string, CellSpec, string, string]>([
    ['shared text', 'Blåbær æøå', 'Blåbær æøå', 'text'],
    ['text with spaces around', '  A-1 ', '  A-1 ', 'text'],
    ['inline text', { xml: '<is><t>inni</t></is>', type: 'inlineStr' }, 'inni', 'text'],
    ['inline text in runs', { xml: '<is><r><t>a</t></r><r><t> b</t></r></is>', type: 'inlineStr' }, 'a b', 'text'],
    ['text of a formula', value('svar', undefined, 'str'), 'svar', 'text'],
    ['escaped text of a formula', value('a_x000A_b', undefined, 'str'), 'a\nb', 'text'],
    ['a formula with its result', { xml: '<f>A1*2</f><v>24.199999999999999</v>' }, '24.2', 'number'],
    ['a formula with empty text', { xml: '<f>""</f><v></v>', type: 'str' }, '', 'text'],
    ['a formula never calculated', { xml: '<f>A1*1.25</f>' }, '=A1*1.25', 'error'],
    ['a formula never calculated, with an empty result', { xml: '<f>A1*1.25</f><v/>' }, '=A1*1.25', 'error'],
    ['a number with an exponent', value('7.038010000003E+12'), '7038010000003', 'number'],
    ['true', true, 'true', 'boolean'],
    ['false', false, 'false', 'boolean'],
    ['an error', value('#N/A', undefined, 'e'), '#N/A', 'error'],
    ['an ISO date', value('2026-01-31T00:00:00', undefined, 'd'), '2026-01-31', 'date'],
    ['an ISO date with a time', value('2026-01-31T08:30:00.000', undefined, 'd'), '2026-01-31T08:30:00', 'date'],
    ['no number at all', value('tolv'), 'tolv', 'text'],
  ])('%s', async (_, spec, text, kind) => {
    const [row] = await read(sheet([[spec, 'slutt']]));
    expect([row?.cells[0], row?.kinds?.[0] ?? 'text']).toEqual([text, kind]);
  });

  it.each<[string, number, string | number, string, string]>([
    ['built-in date', 45_322, 14, '2024-01-31', 'date'],
    ['built-in date and time', 45_322.5, 22, '2024-01-31T12:00:00', 'date'],
    ['East Asian date', 45_322, 31, '2024-01-31', 'date'],
    ['custom date', 45_322, 'dd.mm.yyyy', '2024-01-31', 'date'],
    ['the day that never was', 60, 14, '1900-02-29', 'date'],
    ['day before it', 59, 14, '1900-02-28', 'date'],
    ['negative day', -5, 14, '-5', 'number'],
    ['time', 0.354_166_666_666_667, 20, '08:30:00', 'text'],
    ['length of time', 1.25, '[h]:mm', '30:00:00', 'text'],
    ['kroner', 12.5, '#,##0.00 "kr"', '12.5', 'number'],
    ['days, in words', 14, '0 "dager"', '14', 'number'],
    ['percent', 0.25, 9, '0.25', 'percent'],
    ['percent in letters', 25, '0" %"', '25', 'number'],
    ['code with a prefix', 7, '"A-"000', 'A-007', 'text'],
    ['code in groups', 12_345, '000\\-000', '012-345', 'text'],
    ['long code in groups', 12_345_678, '00-000', '12345-678', 'text'],
    ['code with leading zeros', 1234, '000000', '001234', 'text'],
    ['GTIN with leading zeros', 70_177_000_004, '0000000000000', '0070177000004', 'text'],
    ['long code in a short format', 1234567, '000', '1234567', 'text'],
    ['fraction in a format for codes', 12.5, '000', '12.5', 'number'],
  ])('%s', async (_, stored, format, text, kind) => {
    expect(await cell(value(stored, format))).toEqual([text, kind]);
  });

  it('days count from 1904 where the workbook says so', async () => {
    expect(await cell(value(0, 14), true)).toEqual(['1904-01-01', 'date']);
    expect(await cell(value(43_860, 14), true)).toEqual(['2024-01-31', 'date']);
  });

  it('without a style have the first one', async () => {
    const parts = sheetParts({ sheets: [{ name: 'Varer', rows: [[45_322]] }] });
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const [row] = await read(workbook({ ...parts, 'xl/styles.xml': styles }));
    expect(row).toEqual({ row: 1, cells: ['2024-01-31'], kinds: ['date'] });
  });

  it('shared text: runs are joined, readings left out, escapes undone', async () => {
    const parts = sheetParts({ sheets: [{ name: 'Varer', rows: [['0', '1', '2', '3']] }] });
    const items = [
      '<si><r><rPr><b/></rPr><t>Fet</t></r><r><t xml:space="preserve"> skrift</t></r></si>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>a_x000D_\nb_x005F_x000D_</t></si>',
      '<si><t>&lt;b&gt; &amp; c</t></si>',
    ];
    const [row] = await read(workbook({ ...parts, 'xl/sharedStrings.xml': sharedStrings(items) }));
    expect(row?.cells).toEqual(['Fet skrift', '東京', 'a\r\nb_x000D_', '<b> & c']);
  });

  it.each([
    ['in the form that programs write', '<row r="1">'],
    ['in any other', '<row r="1" ><!-- -->'],
  ])('rows say on request which shared texts their cells name, %s', async (_, row) => {
    const parts = sheetParts({ sheets: [{ name: 'Varer', rows: [['Penn', 'Papir']] }] });
    const cells =
      `${row}<c r="B1" t="s"><v>1</v></c><c r="C1"><v>7</v></c><c r="D1" t="inlineStr"><is><t>Penn</t></is></c>` +
      '<c r="E1" t="s"><v>0</v></c></row>';
    const part = parts['xl/worksheets/sheet1.xml'] ?? '';
    const data = part.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${cells}</sheetData>`);
    const file = await open(workbook({ ...parts, 'xl/worksheets/sheet1.xml': data }));
    const [plain] = await collected(file.rows());
    const [named] = await collected(file.rows({ named: true }));
    expect(plain).toEqual({ row: 1, cells: ['', 'Papir', '7', 'Penn', 'Penn'], kinds: expect.anything() });
    expect(named?.named).toEqual({ cells: plain?.cells, numbers: [-1, 1, -1, -1, 0] });
    expect(file.texts?.()).toEqual(['Penn', 'Papir']);
  });
});

describe('the packaging', () => {
  const parts = sheetParts({ sheets: [{ name: 'Varer', rows: [['a', 1]] }] });
  const expected = [{ row: 1, cells: ['a', '1'], kinds: ['text', 'number'] }];

  it('the sheet is found by its relation, not by its name', async () => {
    const { 'xl/worksheets/sheet1.xml': content = '', ...rest } = parts;
    for (const target of ['/xl/ark/Første.xml', 'ark/Første.xml', '../xl/ark/./Første.xml', 'ark\\Første.xml']) {
      const moved = {
        ...rest,
        'xl/ark/Første.xml': content,
        'xl/_rels/workbook.xml.rels': relations(
          relation('rId1', 'worksheet', target),
          relation('rStrings', 'sharedStrings', '/xl/SharedStrings.xml'),
        ),
      };
      expect(await read(workbook(moved))).toEqual(expected);
    }
  });

  it('strict Office Open XML and other prefixes are read', async () => {
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        xml
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          ),
      ]),
    );
    const prefixed = (strict['xl/worksheets/sheet1.xml'] ?? '')
      .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect(prefixed).toContain('<x:c r="A1"');
    expect(await read(workbook({ ...strict, 'xl/worksheets/sheet1.xml': prefixed }))).toEqual(expected);
  });

  it('backslashes and leading slashes in names are put right', async () => {
    for (const rename of [(name: string) => name.replaceAll('/', '\\'), (name: string) => `/${name}`]) {
      const renamed = Object.fromEntries(Object.entries(parts).map(([name, content]) => [rename(name), content]));
      expect(await read(workbook(renamed))).toEqual(expected);
    }
  });

  it('styles and shared strings may be missing where no cell needs them', async () => {
    const {
      'xl/sharedStrings.xml': _,
      'xl/styles.xml': __,
      ...rest
    } = sheetParts({
      sheets: [{ name: 'Varer', rows: [[value('a', undefined, 'str'), 1]] }],
    });
    expect(await read(workbook(rest))).toEqual(expected);
  });

  it('a cell that names a shared string which is not there: damaged, with its place', async () => {
    const { 'xl/sharedStrings.xml': _, ...rest } = parts;
    expect(await problem(workbook(rest))).toEqual({
      problem: 'damaged',
      detail: 'string A1',
      row: 1,
    });
  });
});

describe('choosing a sheet', () => {
  const filled = (name: string, state?: 'hidden' | 'veryHidden'): SheetSpec => ({
    name,
    ...(state === undefined ? {} : { state }),
    rows: [[name]],
  });
  const several = sheetWorkbook({
    sheets: [
      filled('Skjult', 'hidden'),
      { name: 'Forside', data: '<row r="1"><c r="A1"/></row>' },
      filled('Varer'),
      filled('Priser 2026'),
      filled('2'),
    ],
  });

  it('the first a person sees that holds anything; the others are named', async () => {
    const file = await open(several);
    expect(file).toMatchObject({ format: 'xlsx', sheet: 'Varer', otherSheets: ['Forside', 'Priser 2026', '2'] });
    expect(await rowsOf(file)).toEqual([{ row: 1, cells: ['Varer'] }]);
  });

  it.each([
    ['Priser 2026', 'Priser 2026'],
    ['PRISER 2026', 'Priser 2026'],
    ['Skjult', 'Skjult'],
    ['2', '2'],
    ['3', 'Priser 2026'],
  ])('--sheet %s', async (wanted, chosen) => {
    expect((await open(several, { sheet: wanted })).sheet).toBe(chosen);
  });

  it.each(['Prisliste', '0', '5'])('--sheet %s: the operator is told which there are', async (wanted) => {
    const failing = open(several, { sheet: wanted });
    await expect(failing).rejects.toThrow(OperationalError);
    await expect(failing).rejects.toMatchObject({
      text: {
        nb: `Finner ikke arket «${wanted}» i katalog.xlsx. Arkene er: Skjult (skjult), Forside, Varer, Priser 2026, 2. Oppgi et av dem med --sheet.`,
        en: `There is no sheet “${wanted}” in katalog.xlsx. The sheets are: Skjult (hidden), Forside, Varer, Priser 2026, 2. Name one of them with --sheet.`,
      },
    });
  });

  it('charts are no sheets', async () => {
    const parts = sheetParts({ sheets: [filled('Diagram'), filled('Varer')] });
    const rels = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace('/worksheet"', '/chartsheet"');
    expect(await open(workbook({ ...parts, 'xl/_rels/workbook.xml.rels': rels }))).toMatchObject({
      sheet: 'Varer',
      otherSheets: [],
    });
  });

  it('nothing anywhere, nothing a person sees, nothing in the sheet asked for: empty', async () => {
    expect(await problem(sheetWorkbook({ sheets: [{ name: 'Tom' }, { name: 'Tom 2' }] }))).toEqual({
      problem: 'empty',
    });
    expect(await problem(sheetWorkbook({ sheets: [filled('Skjult', 'veryHidden'), { name: 'Tom' }] }))).toEqual({
      problem: 'empty',
    });
    expect(await problem(several, { sheet: 'Forside' })).toEqual({ problem: 'empty', detail: 'Forside' });
  });
});

/** A compound file with one directory entry of this name. */
function compound(stream: string): Uint8Array {
  const bytes = Buffer.alloc(512 * 4);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  bytes.set(name, 512 + 128);
  bytes.writeUInt16LE(name.length, 512 + 128 + 64);
  return bytes;
}

describe('files that cannot be used', () => {
  const good = sheet([['a', 1]]);
  const parts = sheetParts({ sheets: [{ name: 'Varer', rows: [['a', 1]] }] });

  it.each<[string, Uint8Array, FileProblem, string | undefined]>([
    ['no bytes', new Uint8Array(), 'empty', undefined],
    ['a password', compound('EncryptedPackage'), 'encrypted', undefined],
    ['an old workbook', compound('Workbook'), 'legacyWorkbook', 'xls'],
    ['an even older workbook', compound('Book'), 'legacyWorkbook', 'xls'],
    ['a letter', compound('WordDocument'), 'notACatalogue', 'doc'],
    ['an archive of something', workbook({ 'bilde.png': 'x' }), 'notACatalogue', 'zip'],
    [
      'an OpenDocument workbook',
      workbook({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      'legacyWorkbook',
      'ods',
    ],
    [
      'an OpenDocument text',
      workbook({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'notACatalogue',
      'application/vnd.oasis.opendocument.text',
    ],
    [
      'a binary workbook',
      workbook({
        '[Content_Types].xml': '',
        '_rels/.rels': relations(relation('a', 'officeDocument', 'xl/workbook.bin')),
      }),
      'legacyWorkbook',
      'xlsb',
    ],
    [
      'a text document',
      workbook({
        '[Content_Types].xml': '',
        '_rels/.rels': relations(relation('a', 'officeDocument', 'word/document.xml')),
        'word/document.xml': '<w:document xmlns:w="w"/>',
        'word/_rels/document.xml.rels': relations(),
      }),
      'notACatalogue',
      'docx',
    ],
    ['cut off', good.subarray(0, good.length - 40), 'cutOff', 'no end of directory'],
    ['cut off early', good.subarray(0, 300), 'cutOff', 'no end of directory'],
    ['beginning lost', good.subarray(100), 'damaged', ''],
    [
      'no package relations',
      workbook({ ...parts, '_rels/.rels': relations() }),
      'damaged',
      'partMissing officeDocument',
    ],
    ['relations that are no XML', workbook({ ...parts, '_rels/.rels': 'KORRUPT' }), 'damaged', 'outside _rels/.rels'],
    [
      'a sheet that points nowhere',
      workbook({ ...parts, 'xl/_rels/workbook.xml.rels': relations() }),
      'damaged',
      'sheetWithoutPart xl/workbook.xml',
    ],
    [
      'entities in the shared strings',
      workbook({
        ...parts,
        'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>',
      }),
      'damaged',
      'entities xl/sharedStrings.xml',
    ],
    ['a row beyond the last', data('<row r="1048577"><c><v>1</v></c></row>'), 'damaged', 'row 1048577'],
    ['a row before the first', data('<row r="0"><c><v>1</v></c></row>'), 'damaged', 'row 0'],
    ['a column beyond the last', data('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'damaged', 'cell XFE1'],
    ['a cell without a column', data('<row r="1"><c r="12"><v>1</v></c></row>'), 'damaged', 'cell 12'],
    [
      'the same cell twice',
      data('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
      'damaged',
      'cellTwice B1',
    ],
    [
      'a text beyond all measure',
      data(`<row r="1"><c r="A1" t="str"><v>${'x'.repeat(1_100_000)}</v></c></row>`),
      'tooLarge',
      'text=1048576 xl/worksheets/sheet1.xml',
    ],
    [
      'rows of one cell far to the right',
      data(Array.from({ length: 400 }, (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`).join('')),
      'tooLarge',
      'empty=5000000 xl/worksheets/sheet1.xml',
    ],
    [
      'a sheet packed beyond all measure',
      data('<row r="1"/>'.repeat(10_000_000)),
      'tooLarge',
      'ratio=250 xl/worksheets/sheet1.xml',
    ],
  ])('%s', async (_, bytes, expected, detail) => {
    const found = await problem(bytes);
    expect(found.problem).toBe(expected);
    if (detail === undefined) expect(found).not.toHaveProperty('detail');
    else expect(found.detail).toContain(detail);
  });

  it('a sheet that breaks off says in which row', async () => {
    const xml = '<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c><v>1</c></row>';
    expect(await problem(workbook({ ...parts, 'xl/worksheets/sheet1.xml': xml }))).toMatchObject({
      problem: 'damaged',
      row: 2,
    });
  });

  it('one changed digit in a part is noticed', async () => {
    const bytes = Buffer.from(workbook(parts, { stored: true }));
    expect(await read(bytes)).toHaveLength(1);
    const cell = bytes.indexOf('<c r="B1"><v>1</v>');
    bytes.write('2', cell + '<c r="B1"><v>'.length);
    expect(await problem(bytes)).toEqual({ problem: 'damaged', detail: 'checksum xl/worksheets/sheet1.xml' });
  });

  it('a part that cannot be unpacked is named', async () => {
    const bytes = Buffer.from(sheet(Array.from({ length: 500 }, (_, index) => [index * 7919])));
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    bytes.fill(0xff, bytes.indexOf(name) + name.length + 200, bytes.indexOf(name) + name.length + 400);
    expect(await problem(bytes)).toMatchObject({
      problem: 'damaged',
      detail: 'packedPart xl/worksheets/sheet1.xml',
    });
  });

  it('two parts of one name are refused', async () => {
    const bytes = Buffer.from(workbook({ ...parts, 'xl/worksheets/sheet2.xml': '<worksheet/>' }));
    for (let at = bytes.indexOf('sheet2.xml'); at >= 0; at = bytes.indexOf('sheet2.xml', at))
      bytes.write('sheet1.xml', at);
    expect(await problem(bytes)).toEqual({ problem: 'damaged', detail: 'partTwice xl/worksheets/sheet1.xml' });
  });

  it('an archive with a password is encrypted', async () => {
    const bytes = Buffer.from(good);
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) {
      bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    }
    expect(await problem(bytes)).toMatchObject({ problem: 'encrypted' });
  });

  it('a file that is not there is the operator’s', async () => {
    const failing = xlsxReader.open({ name: 'borte.xlsx', path: join(folder, 'borte.xlsx') }, {});
    await expect(failing).rejects.toThrow(OperationalError);
    await expect(failing).rejects.toThrow('borte.xlsx');
  });

  it('a hundred thousand empty rows with formats cost next to nothing', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 2}" s="1"><c r="A${index + 2}" s="0"/></row>`,
    );
    expect(await read(data(`<row r="1"><c r="A1"><v>1</v></c></row>${rows.join('')}`))).toHaveLength(1);
  });
});
