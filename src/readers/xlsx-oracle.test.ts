/** Our reader held against openpyxl, cell by cell; docs/formats.md says where they differ on purpose. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeWithTool } from '../../test/builders/required-tool.ts';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import {
  type CellSpec,
  type SheetSpec,
  sheetParts,
  type WorkbookSpec,
  withTypes,
  workbook,
} from '../../test/builders/workbook.ts';
import type { CellKind, RowFile } from './reader.ts';
import { xlsxReader } from './xlsx.ts';

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('../../test/builders/read-workbook.py', import.meta.url));
const folder = temporaryFolder();

/** File, sheet, row, column from 1, kind, text, number format. */
type TheirCell = readonly [string, string, number, number, string, string, string];

describeWithTool('workbooks as openpyxl reads them', PYTHON, ['-c', 'import openpyxl'], () => {
  it('have the same cells, and no others', async () => {
    const files = fc.sample(NASTY, { numRuns: 60, seed: 20_261_115 }).map((bytes, index) => {
      const { path } = folder.source(`${index}.xlsx`, bytes);
      return path;
    });
    const told = execFileSync(PYTHON, [SCRIPT, ...files], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      // It warns of workbooks without a default style.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const theirs = told
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as TheirCell);
    expect(theirs.length).toBeGreaterThan(2000);
    const expected = new Map<string, Map<string, string>>(files.map((path) => [path, new Map()]));
    for (const [path, sheet, row, column, kind, text, format] of theirs) {
      expected.get(path)?.set(`${sheet}!${row},${column}`, canonical(kind, text, format));
    }
    for (const path of files) expect(await ours(path), path).toEqual(expected.get(path));
  }, 60_000);
});

async function ours(path: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const first = await xlsxReader.open({ name: path, path }, {});
  const others = [...(first.otherSheets ?? []), ...(first.hiddenSheets ?? [])];
  await addCells(first, found);
  for (const name of others) {
    const sheet = await first.openSheet?.(name).catch(() => undefined);
    if (sheet !== undefined) await addCells(sheet, found);
  }
  return found;
}

async function addCells(file: RowFile, found: Map<string, string>): Promise<void> {
  for await (const batch of file.rows({ formats: true })) {
    for (const { row, cells, kinds, formats } of batch) {
      for (const [index, text] of cells.entries()) {
        if (text === '') continue;
        const kind = kinds?.[index] ?? 'text';
        // The result of a formula that was never worked out is nowhere; openpyxl shows an empty cell.
        if (kind === 'error' && text.startsWith('=')) continue;
        found.set(`${file.sheet}!${row},${index + 1}`, ownCanonical(kind, text, formats?.[index]));
      }
    }
  }
}

const CODES = new Set(['0000000000000', '000-000']);
const LENGTHS = new Set(['[h]:mm', '[h]:mm:ss', 'h:mm']);

/** What both should agree on: a kind and its value, in one spelling. */
function ownCanonical(kind: CellKind, text: string, format: string | undefined): string {
  if (kind === 'number' || kind === 'percent') return `number ${digits(Number(text))}`;
  if (kind === 'date') return `date ${text.includes('T') ? text : `${text}T00:00:00`}`;
  if (kind !== 'text') return `${kind} ${text}`;
  if (format !== undefined && CODES.has(format)) return `number ${digits(Number(text.replaceAll('-', '')))}`;
  if (format !== undefined && LENGTHS.has(format) && /^\d+:\d\d:\d\d$/.test(text)) return `length ${seconds(text)}`;
  return `text ${text}`;
}

function canonical(kind: string, text: string, format: string): string {
  switch (kind) {
    case 'n':
      return `number ${digits(Number(text))}`;
    case 'd': {
      const ms = Math.round(Date.parse(`${text.slice(0, 23)}Z`) / 1000) * 1000;
      return `date ${new Date(ms).toISOString().slice(0, 19)}`;
    }
    case 't':
      return `length ${Math.round(seconds(text))}`;
    case 'l':
      return `length ${Math.round(Number(text))}`;
    case 'b':
      return `boolean ${text}`;
    case 'e':
      return `error ${text}`;
    default:
      return format === '' ? '' : `text ${text}`;
  }
}

/** Whole numbers exactly; of others we keep 15 digits, rounded from the decimal text and not from the double. */
function digits(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : value.toPrecision(12);
}

function seconds(clock: string): number {
  const [hours = 0, minutes = 0, rest = 0] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
}

const text = fc
  .string({ unit: fc.constantFrom(...'abcæøåÆ é€東🙂&<>"\'=-_;,. 0123', '\n', '\t'), minLength: 1, maxLength: 12 })
  // openpyxl leaves escapes such as _x000D_ alone.
  .filter((value) => !/_x/i.test(value));
const xmlText = text.map((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
const number = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map(String),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(String),
  fc.constantFrom('7.038010000003E+12', '7038010000003', '12.199999999999999', '1E-7', '0.1', '99999999999999'),
);
/** After the leap day that never was, where openpyxl counts otherwise. */
const day = fc.oneof(
  fc.integer({ min: 61, max: 80_000 }),
  fc.integer({ min: 61 * 86_400, max: 60_000 * 86_400 }).map((second) => second / 86_400),
);
const clock = fc.integer({ min: 1, max: 86_399 }).map((second) => second / 86_400);
const whole = fc.integer({ min: 0, max: 9_999_999 });
const spaced = (value: string): string => `<t xml:space="preserve">${value}</t>`;
const value = (content: string | number): string => `<v>${content}</v>`;

const cell: fc.Arbitrary<CellSpec> = fc.oneof(
  text,
  fc.constant(null),
  fc.boolean(),
  fc.constant<CellSpec>({ xml: '', format: 'dd.mm.yyyy' }),
  number.map((n): CellSpec => ({ xml: value(n) })),
  fc
    .tuple(number, fc.constantFrom(2, 4, 9, 10, 11, '#,##0.00 "kr"', '0%', '0 "stk"'))
    .map(([n, format]): CellSpec => ({ xml: value(n), format })),
  fc
    .tuple(day, fc.constantFrom(14, 22, 'dd.mm.yyyy', 'yyyy-mm-dd hh:mm', '[$-414]d. mmmm yyyy;@'))
    .map(([n, format]): CellSpec => ({ xml: value(n), format })),
  fc
    .tuple(clock, fc.constantFrom('h:mm', '[h]:mm', '[h]:mm:ss'))
    .map(([n, format]): CellSpec => ({ xml: value(n), format })),
  fc
    .tuple(whole, fc.constantFrom('0000000000000', '000-000'))
    .map(([n, format]): CellSpec => ({ xml: value(n), format })),
  xmlText.map((t): CellSpec => ({ xml: `<is>${spaced(t)}</is>`, type: 'inlineStr' })),
  fc.tuple(xmlText, xmlText).map(
    ([a, b]): CellSpec => ({
      xml: `<is><r><rPr><b/></rPr>${spaced(a)}</r><r>${spaced(b)}</r></is>`,
      type: 'inlineStr',
    }),
  ),
  xmlText.map((t): CellSpec => ({ xml: `<f>A1&amp;""</f>${value(t)}`, type: 'str' })),
  number.map((n): CellSpec => ({ xml: `<f>SUM(A1:A2)</f>${value(n)}` })),
  fc.constant<CellSpec>({ xml: '<f>A1*1.25</f>' }),
  fc.constantFrom('#N/A', '#REF!', '#DIV/0!').map((word): CellSpec => ({ xml: value(word), type: 'e' })),
  fc.constantFrom('2026-01-31T00:00:00', '2026-01-31T08:30:15').map((d): CellSpec => ({ xml: value(d), type: 'd' })),
);

const sheet = (name: string): fc.Arbitrary<SheetSpec> =>
  fc
    .tuple(
      fc.array(fc.array(cell, { maxLength: 9 }), { minLength: 1, maxLength: 14 }),
      fc.constantFrom(undefined, undefined, 'hidden' as const, 'veryHidden' as const),
    )
    .map(([rows, state]) => ({ name, rows, ...(state === undefined ? {} : { state }) }));

const spec: fc.Arbitrary<WorkbookSpec> = fc
  .tuple(sheet('Ark 1'), sheet('Priser & vilkår'), sheet('3'), fc.boolean())
  .map(([first, second, third, date1904]) => ({
    // One sheet is always seen, and holds something.
    sheets: [{ name: 'Ark 1', rows: [['Varenr'], ...(first.rows ?? [])] }, second, third],
    date1904,
  }));

/** The same parts as other programs write them. */
const rewritten = fc.constantFrom<(xml: string) => string>(
  (xml) => xml,
  (xml) => xml.replace(/<row r="\d+"/g, '<row').replace(/<c r="[A-Z]+\d+"/g, (tag) => tag),
  (xml) =>
    xml.replaceAll('<row ', '\n  <row spans="1:9" ht="15" customHeight="1" ').replaceAll('</row>', '\r\n  </row>'),
  (xml) =>
    xml.replace(
      '<sheetData>',
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="2" hidden="1"/></cols><sheetData>',
    ),
  (xml) => xml.replace('</sheetData>', '<row r="2000" s="1" customFormat="1"><c r="A2000" s="0"/></row></sheetData>'),
  (xml) => xml.replace('<sheetData>', '<sheetData><!-- <row r="1"><c r="A1"><v>9</v></c></row> -->'),
);

const NASTY: fc.Arbitrary<Uint8Array> = fc.tuple(spec, rewritten, fc.boolean()).map(([book, rewrite, stored]) => {
  const parts = sheetParts(book);
  const changed = Object.entries(parts).map(([name, xml]): [string, string] => [
    name,
    name.startsWith('xl/worksheets/') ? rewrite(xml) : xml,
  ]);
  return workbook(withTypes(Object.fromEntries(changed)), { stored });
});
