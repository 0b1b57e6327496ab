import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { OperationalError } from '../catalogue/error.ts';
import type { CellKind } from '../readers/reader.ts';
import { xlsxReader } from '../readers/xlsx.ts';
import { NotInFormat } from './not-in-format.ts';
import type { WrittenRow } from './writer.ts';
import { writeXlsx, type XlsxOptions } from './xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'written-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});
let files = 0;

async function* batches(rows: readonly WrittenRow[], size = 2): AsyncGenerator<readonly WrittenRow[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function write(rows: readonly WrittenRow[], options: Partial<XlsxOptions> = {}): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.xlsx`);
  await writeXlsx(batches(rows), path, { sheet: 'Varer', day: '2026-01-31', ...options });
  return path;
}

/** What our own reader finds, as rows to write again. */
async function readBack(path: string): Promise<readonly WrittenRow[]> {
  const file = await xlsxReader.open({ name: 'skrevet.xlsx', path }, {});
  const rows: WrittenRow[] = [];
  for await (const batch of file.rows({ formats: true })) {
    for (const { cells, kinds, formats } of batch) {
      rows.push({ cells, ...(kinds ? { kinds } : {}), ...(formats ? { formats } : {}) });
    }
  }
  return rows;
}

/** One cell through the file and back. */
async function cell(text: string, kind: CellKind, format?: string): Promise<readonly (string | undefined)[]> {
  const [row] = await readBack(
    await write([{ cells: [text, 'slutt'], kinds: [kind, 'text'], formats: [format, undefined] }]),
  );
  return [row?.cells[0], row?.kinds?.[0] ?? 'text', row?.formats?.[0]];
}

const part = (path: string, name: string): string => {
  const bytes = unzipSync(readFileSync(path))[name];
  return bytes === undefined ? '' : strFromU8(bytes);
};

const ROWS: readonly WrittenRow[] = [
  { cells: ['Varenr', 'Navn', 'GTIN', 'Pris', 'Gyldig til', 'Bestillbar'], formats: Array(6).fill(undefined) },
  {
    cells: ['00123', 'Kopipapir A4 "hvitt" & <80 g>', '7038010000003', '12.5', '2026-12-31', 'true'],
    kinds: ['text', 'text', 'text', 'number', 'date', 'boolean'],
    formats: [undefined, undefined, undefined, '#,##0.00 "kr"', 'dd.mm.yyyy', undefined],
  },
  {
    cells: ['A-2', '  blåbær\r\nto linjer\t', '', '-0.07', '2026-01-31T08:30:15'],
    kinds: ['text', 'text', 'text', 'number', 'date'],
    formats: [undefined, '@', undefined, undefined, 'yyyy-mm-dd hh:mm:ss'],
  },
];

describe('what is written', () => {
  it('is read back the same', async () => {
    expect(await readBack(await write(ROWS))).toEqual(ROWS);
  });

  it('the sheet has its name', async () => {
    const path = await write(ROWS, { sheet: 'Priser & vilkår 2026' });
    expect((await xlsxReader.open({ name: 'x', path }, {})).sheet).toBe('Priser & vilkår 2026');
  });

  it.each([
    ['Q1/Q2: [ny]?*', 'Q1 Q2   ny'],
    [`'${'x'.repeat(40)}`, 'x'.repeat(30)],
    ["'", 'Sheet1'],
    ['', 'Sheet1'],
  ])('a sheet may not be called %j', async (name, given) => {
    expect((await xlsxReader.open({ name: 'x', path: await write(ROWS, { sheet: name }) }, {})).sheet).toBe(given);
  });

  it.each<[string, string]>([
    ['a formula', '=SUM(A1:A9)'],
    ['a number', '0123'],
    ['a number with an exponent', '1e5'],
    ['spaces', '  '],
    ['an escape', 'a_x000D_b'],
    ['control characters', 'a\u0000b\u001f\u007f\r'],
    ['half a pair', 'a\ud83d'],
    ['a name of JavaScript', '__proto__'],
  ])('text that looks like %s stays text', async (_, text) => {
    expect(await cell(text, 'text')).toEqual([text, 'text', undefined]);
    expect(await cell(text, 'text', '@')).toEqual([text, 'text', '@']);
  });

  it('no text becomes a formula', async () => {
    expect(part(await write([{ cells: ['=1+1', '+1', '-1', '@a'] }]), 'xl/worksheets/sheet1.xml')).not.toContain('<f');
  });

  it.each<[string, CellKind, string | undefined, string, string, string | undefined]>([
    ['999999999999999', 'number', undefined, '999999999999999', 'number', undefined],
    ['0.000000123', 'number', undefined, '0.000000123', 'number', undefined],
    ['1000000000000000000000', 'number', undefined, '1000000000000000000000', 'number', undefined],
    ['0.25', 'percent', '0%', '0.25', 'percent', '0%'],
    ['0.25', 'percent', undefined, '0.25', 'percent', '0.00%'],
    ['0.25', 'number', '0%', '0.25', 'number', undefined],
    // More digits than a workbook keeps: as text none is lost.
    ['1234567890.1234567', 'number', undefined, '1234567890.1234567', 'text', undefined],
    ['tolv', 'number', undefined, 'tolv', 'text', undefined],
    ['2026-01-31', 'date', undefined, '2026-01-31', 'date', 'yyyy-mm-dd'],
    ['2026-01-31T08:30:00', 'date', undefined, '2026-01-31T08:30:00', 'date', 'yyyy-mm-dd hh:mm:ss'],
    ['1900-02-28', 'date', 'mm-dd-yy', '1900-02-28', 'date', 'mm-dd-yy'],
    ['1900-02-29', 'date', 'mm-dd-yy', '1900-02-29', 'date', 'mm-dd-yy'],
    ['2026-02-31', 'date', 'mm-dd-yy', '2026-02-31', 'text', 'mm-dd-yy'],
    ['1850-01-01', 'date', undefined, '1850-01-01', 'text', undefined],
    ['#N/A', 'error', undefined, '#N/A', 'text', undefined],
    ['kanskje', 'boolean', undefined, 'kanskje', 'text', undefined],
    // A format that would make something else of it is dropped.
    ['2026-01-31', 'date', '0.00', '2026-01-31', 'date', 'yyyy-mm-dd'],
    ['12.5', 'number', 'dd.mm.yyyy', '12.5', 'number', undefined],
    ['123', 'number', '000000', '123', 'number', undefined],
    ['12.5', 'number', '000', '12.5', 'number', '000'],
    ['-5', 'number', 'dd.mm.yyyy', '-5', 'number', 'dd.mm.yyyy'],
  ])('%s as %s in %s', async (text, kind, format, read, readKind, readFormat) => {
    expect(await cell(text, kind, format)).toEqual([read, readKind, readFormat]);
  });

  it('columns are as wide as what stands in them, within reason', async () => {
    const sheet = part(await write([{ cells: ['a', 'x'.repeat(20), 'y'.repeat(500)] }]), 'xl/worksheets/sheet1.xml');
    expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map((match) => match[1])).toEqual(['8', '22', '60']);
  });

  it('more rows than a piece holds are read back the same, each cell with its own text', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at): WrittenRow => ({
        cells: [`V-${at}`, at % 3 === 0 ? 'Penn & papir' : 'Kopipapir', String(at % 7), '', 'stk', `æ ${at % 11}`],
        kinds: ['text', 'text', 'number', 'text', 'text', 'text'],
      }),
    );
    const path = await write(rows);
    expect((await readBack(path)).map(({ cells }) => cells)).toEqual(rows.map(({ cells }) => cells));
    const texts = part(path, 'xl/sharedStrings.xml');
    const [, count, unique] = /<sst[^>]* count="(\d+)" uniqueCount="(\d+)">/.exec(texts) ?? [];
    expect([Number(count), Number(unique)]).toEqual([4 * rows.length, texts.match(/<si>/g)?.length]);
    // What many rows say is written once.
    expect(texts.match(/<t>stk<\/t>/g)?.length).toBe(1);
  });

  it('no rows make a workbook all the same', async () => {
    expect(part(await write([]), 'xl/workbook.xml')).toContain('Varer');
  });
});

describe('the same rows and day', () => {
  it('give the same bytes on another day, at another hour and in another time zone', async () => {
    const written: Buffer[] = [];
    for (const [zone, now] of [
      ['Europe/Oslo', '2026-01-31T12:00:00Z'],
      ['Pacific/Auckland', '2031-07-01T23:59:58Z'],
    ] as const) {
      vi.stubEnv('TZ', zone);
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      written.push(readFileSync(await write(ROWS)));
      vi.useRealTimers();
    }
    expect(written[0]?.equals(written[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it('another day stands in the workbook', async () => {
    const path = await write(ROWS, { day: '2025-12-24' });
    expect(part(path, 'docProps/core.xml')).toContain('2025-12-24T00:00:00Z');
    expect(readFileSync(path).equals(readFileSync(await write(ROWS)))).toBe(false);
  });
});

describe('what goes wrong', () => {
  it('a folder that is not there is the operator’s', async () => {
    const failing = writeXlsx(batches(ROWS), join(folder, 'borte', 'x.xlsx'), { sheet: 'Varer', day: '2026-01-31' });
    await expect(failing).rejects.toThrow(OperationalError);
  });

  it('a failure of the rows is passed on as it is', async () => {
    const mistake = new Error('the rows broke');
    async function* broken(): AsyncGenerator<readonly WrittenRow[]> {
      yield ROWS;
      throw mistake;
    }
    const path = join(folder, 'brutt.xlsx');
    await expect(writeXlsx(broken(), path, { sheet: 'Varer', day: '2026-01-31' })).rejects.toBe(mistake);
    expect(existsSync(path) && unzipSafely(path)).toBe(false);
  });

  it('more rows than a sheet holds are refused', async () => {
    async function* endless(): AsyncGenerator<readonly WrittenRow[]> {
      const empty = Array<WrittenRow>(10_000).fill({ cells: [] });
      for (;;) yield empty;
    }
    const failing = writeXlsx(endless(), join(folder, 'lang.xlsx'), { sheet: 'Varer', day: '2026-01-31' });
    await expect(failing).rejects.toThrow(NotInFormat);
    await expect(failing).rejects.toThrow('1048576 rows');
  });
});

function unzipSafely(path: string): boolean {
  try {
    unzipSync(readFileSync(path));
    return true;
  } catch {
    return false;
  }
}

describe('the look of a sheet', () => {
  const layout = { widths: [14.5, undefined, 33], frozen: { rows: 2, columns: 1 }, boldRows: new Set([2]) };
  const rows: readonly WrittenRow[] = [
    { cells: ['Prisliste'] },
    { cells: ['Varenr', 'Navn', 'Pris'] },
    { cells: ['1', 'Penn', '12.5'], kinds: ['text', 'text', 'number'], formats: [undefined, undefined, '0.00'] },
  ];

  it('is what the reader finds in it again', async () => {
    const path = await write(rows, { layout });
    const found = await (await xlsxReader.open({ name: 'x.xlsx', path }, {})).layout?.(2);
    expect(found).toMatchObject({ frozen: layout.frozen, boldRows: layout.boldRows });
    expect([found?.widths[0], found?.widths[2]]).toEqual([14.5, 33]);
  });

  it('leaves the rows as they were, and is written with the same bytes each time', async () => {
    const [first, second] = [await write(rows, { layout }), await write(rows, { layout })];
    expect(readFileSync(first)).toEqual(readFileSync(second));
    expect(await readBack(first)).toEqual(await readBack(await write(rows)));
  });

  it('counts as bold only rows that were asked for and hold nothing else', async () => {
    const file = await xlsxReader.open({ name: 'x.xlsx', path: await write(rows, { layout }) }, {});
    expect((await file.layout?.(1))?.boldRows).toEqual(new Set());
  });
});
