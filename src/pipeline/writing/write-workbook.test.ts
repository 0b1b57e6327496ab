import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../../test/builders/temporary-file.ts';
import type { Mapping } from '../../mapping/map-rows.ts';
import type { RawRow, RowFile } from '../../readers/reader.ts';
import { xlsxReader } from '../../readers/xlsx.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { withRowsSetAside } from '../rows/set-aside.ts';
import type { Crew, PieceReply } from '../threads/crew.ts';
import { type PassSetup, workFrom } from '../threads/pass-setup.ts';
import type { RowEdit } from './row-edits.ts';
import type { SheetOrder } from './sheet-work.ts';
import { writeApprovedWorkbook } from './write-workbook.ts';

const folder = temporaryFolder();

const NAMES = Array.from({ length: 90 }, (_, at) => `${'Kopipapir '.repeat(20)}${at}`);
/** Lines whose item number is a shared text, too: those of the first pieces say no text of their own. */
const NAMED = 5000;
/** What the sent workbook holds: the last text stands in no line of the sheet. */
const SHARED = [...NAMES, ...Array.from({ length: NAMED }, (_, at) => `V-${at}`), 'På et annet ark'];

/** Titles in row 1, a blank row, headings in row 3, and lines of many pieces, whose names are shared texts. */
const ROWS: readonly RawRow[] = [
  { row: 1, cells: ['Prisliste'] },
  { row: 3, cells: ['Varenr', 'Navn', 'Pris'] },
  ...Array.from({ length: 12_000 }, (_, at): RawRow => {
    const cells = [`V-${at}`, NAMES[at % 90] ?? '', String(at)];
    return {
      row: at + 4,
      cells,
      kinds: ['text', 'text', 'number'],
      formats: [undefined, '@', at % 2 === 0 ? '0.00' : '#,##0'],
      named: { cells, numbers: [at < NAMED ? NAMES.length + at : -1, at % NAMES.length, -1] },
    };
  }),
];

async function catalogue(): Promise<OpenedCatalogue> {
  async function* rows(): AsyncGenerator<readonly RawRow[], void> {
    for (let at = 0; at < ROWS.length; at += 500) yield ROWS.slice(at, at + 500);
  }
  const file: RowFile = { format: 'xlsx', sheet: 'Varer', rows, texts: () => SHARED };
  const mapping = { header: { headingRow: 3, columns: [] }, extras: [], columns: [] } as unknown as Mapping;
  return { path: 'sendt.xlsx', file: await withRowsSetAside(file, folder.path, { formats: true }), mapping };
}

/** One row left out, one with another cell and one replaced, far from each other. */
async function editsOf({ file }: OpenedCatalogue): Promise<readonly RowEdit[]> {
  const starts = new Map((await collected(file.rows())).map(({ row, start = 0 }) => [row, start]));
  const at = (row: number) => ({ row, start: starts.get(row) ?? 0 });
  return [
    at(4),
    {
      ...at(6000),
      cells: new Map([
        [1, { text: 'Annet navn', kind: 'text' }],
        [2, { text: '7.5', kind: 'number' }],
      ]),
    },
    { ...at(12_003), instead: { cells: ['V-x', 'Den forrige', '1'], kinds: ['text', 'text', 'number'] } },
  ];
}

/** Works in this thread; every so many pieces fail, before or behind they ask for numbers, or land in another row. */
function crewThatFails(every: number, when: 'before' | 'behind' | 'elsewhere'): Crew & { failed: number } {
  const crew = {
    size: 2,
    pieceBytes: 1000,
    longBytes: 1000,
    failed: 0,
    begin(setup: PassSetup): ReturnType<Crew['begin']> {
      const work = workFrom(setup);
      let asked = 0;
      return async (piece, more): Promise<PieceReply> => {
        const fails = asked++ % every === 0;
        if (fails) crew.failed++;
        if (fails && when === 'before') return { failed: true };
        const order = more as SheetOrder;
        const elsewhere = fails && when === 'elsewhere' ? { ...order, above: order.above + 1 } : order;
        const made = await (await work)?.(piece, elsewhere);
        return made === undefined || (fails && when === 'behind') ? { failed: true } : { failed: false, ...made };
      };
    },
    forget: () => {},
    end: async () => {},
  };
  return crew;
}

const ALONE: Crew = {
  size: 1,
  pieceBytes: 1000,
  longBytes: 1000,
  begin() {
    throw new Error('one thread works alone');
  },
  forget: () => {},
  end: async () => {},
};

async function written(crew: Crew): Promise<string> {
  const opened = await catalogue();
  const target = path.join(folder.path, `approved-${crew.size}-${Math.random()}.xlsx`);
  const appended = [{ cells: ['V-y', 'Beholdt', '2'], kinds: ['text', 'text', 'number'] } as const];
  await writeApprovedWorkbook(target, opened, { edits: await editsOf(opened), appended }, '2026-01-31', crew);
  return target;
}

describe('an approved workbook', () => {
  it('has all rows but those left out, edited where they are, with titles and headings where they stood', async () => {
    const file = await xlsxReader.open({ name: 'a', path: await written(ALONE) }, {});
    const rows = await collected(file.rows({ formats: true }));
    expect(rows.slice(0, 3).map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'Prisliste'],
      [3, 'Varenr', 'Navn', 'Pris'],
      [4, 'V-1', ROWS[3]?.cells[1], '1'],
    ]);
    expect(rows.length).toBe(ROWS.length);
    expect(rows.find(({ cells: [number] }) => number === 'V-5996')?.cells).toEqual(['V-5996', 'Annet navn', '7.5']);
    const sent = new Map(ROWS.map(({ cells }) => [cells[0], cells]));
    const asSent = rows.filter(({ cells: [number] }) => sent.has(number ?? '') && number !== 'V-5996');
    expect(asSent.length).toBe(ROWS.length - 3);
    for (const { cells } of asSent) expect(cells).toEqual(sent.get(cells[0] ?? ''));
    expect(rows.slice(-2).map(({ cells }) => cells)).toEqual([
      ['V-x', 'Den forrige', '1'],
      ['V-y', 'Beholdt', '2'],
    ]);
    expect(rows.at(-2)?.formats?.slice(0, 3)).toEqual([undefined, '@', '#,##0']);
    expect(rows.map(({ row }) => row).slice(1)).toEqual(rows.slice(1).map((_, at) => at + 3));
  });

  it('holds no text of the sent one that none of its cells says', async () => {
    const file = await xlsxReader.open({ name: 'a', path: await written(ALONE) }, {});
    const texts = file.texts?.() ?? [];
    const unsaid = new Set(['V-0', 'På et annet ark']);
    expect(texts.slice(0, SHARED.length)).toEqual(SHARED.map((text) => (unsaid.has(text) ? '' : text)));
    expect(texts.slice(SHARED.length)).toContain('Annet navn');
  });

  it.each([
    [1, 'before'],
    [2, 'before'],
    [1, 'behind'],
    [2, 'behind'],
    [1000, 'behind'],
    [1, 'elsewhere'],
    [3, 'elsewhere'],
  ] as const)(
    'is the same to the byte where threads fail at every %i. piece, %s: they ask for numbers, or place it',
    async (every, when) => {
      const crew = crewThatFails(every, when);
      const [alone, together] = [await written(ALONE), await written(crew)];
      expect(crew.failed).toBeGreaterThan(0);
      expect(readFileSync(together).equals(readFileSync(alone))).toBe(true);
    },
  );
});
