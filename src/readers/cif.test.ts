import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../test/builders/temporary-file.ts';
import { recordWriterFor } from '../writers/record-writer.ts';
import { openFile } from './open-file.ts';
import type { RawRow, RowFile } from './reader.ts';

const folder = temporaryFolder();

async function read(content: string | Buffer): Promise<{ file: RowFile; rows: readonly RawRow[]; path: string }> {
  const source = folder.source('catalogue.cif', content);
  const file = await openFile(source);
  return { file, rows: await collected(file.rows()), path: source.path };
}

const cif = (header: readonly string[], records: readonly string[], end = '\r\n') =>
  ['CIF_I_V3.0', ...header, 'DATA', ...records, 'ENDOFDATA', ''].join(end);

const named = (file: RowFile, { cells }: RawRow) =>
  Object.fromEntries(
    (file.columns ?? []).flatMap(({ field, heading }, at) => (cells[at] === '' ? [] : [[field ?? heading, cells[at]]])),
  );

const USUAL = '942,100,M-1,"Blue, ""ballpoint"" pen",44121704,1.95,EA,3,Penneriet,http://a.example,,2.50';

describe('a CIF file', () => {
  it('has the usual fields where it names none', async () => {
    const { file, rows } = await read(cif([], [USUAL]));
    expect(rows.map((row) => named(file, row))).toEqual([
      {
        supplierId: '942',
        itemNumber: '100',
        manufacturerItemNumber: 'M-1',
        name: 'Blue, "ballpoint" pen',
        unspsc: '44121704',
        price: '1.95',
        unit: 'EA',
        leadTime: '3',
        manufacturer: 'Penneriet',
        productUrl: 'http://a.example',
        listPrice: '2.50',
      },
    ]);
  });

  it('may name its fields, and say once what holds for all', async () => {
    const header = [
      'CURRENCY: NOK',
      'FIELDNAMES: Supplier Part ID, Item Description,Short Name , Currency,Delete,Expiration Date',
    ];
    const { file, rows } = await read(
      cif(header, ['1,Kulepenn med klips,Kulepenn,,T,2027-12-31', '2,Viskelær,,SEK ,,']),
    );
    expect(rows.map((row) => named(file, row))).toEqual([
      {
        itemNumber: '1',
        description: 'Kulepenn med klips',
        name: 'Kulepenn',
        currency: 'NOK',
        action: 'delete',
        validTo: '2027-12-31',
      },
      { itemNumber: '2', description: 'Viskelær', name: 'Viskelær', currency: 'SEK' },
    ]);
  });

  it('whose lines have no currency of their own has that of its header, which no line can change', async () => {
    const { file, rows } = await read(cif(['currency:NOK'], [USUAL]));
    expect(named(file, rows[0] as RawRow)).toMatchObject({ currency: 'NOK' });
    expect(file.columns?.at(-1)).toEqual({ heading: 'CURRENCY', field: 'currency', shared: true });
  });

  it('of another classification has no UNSPSC', async () => {
    const { file, rows } = await read(cif(['CODEFORMAT: ECLASS'], [USUAL]));
    expect(named(file, rows[0] as RawRow)).toMatchObject({ 'SPSC Code': '44121704' });
  });

  it.each([
    ['F', undefined],
    ['I', 'update'],
  ])('of load mode %s asks for %s', async (mode, action) => {
    expect((await read(cif([`LOADMODE: ${mode}`], [USUAL]))).file.action).toBe(action);
  });

  it.each([
    ['2', []],
    ['3', [{ kind: 'lineCount', declared: 3, actual: 2 }]],
  ])('that says %s lines', async (count, remarks) => {
    const { file } = await read(cif([`ITEMCOUNT: ${count}`], [USUAL, '', USUAL]));
    expect(file.remarks?.()).toEqual(remarks);
  });

  it.each(['\n', '\r\n'])('tells of every record its row and bytes, and gives it again', async (end) => {
    const { file, rows } = await read(
      cif(['COMMENTS: å', 'CURRENCY: NOK'], [USUAL, '1,"2\nb",,Øl,,,,,,,,', '3,4'], end),
    );
    expect(rows.map(({ row }) => row)).toEqual([5, 6, 8]);
    for (const row of rows) expect(file.records?.at(row.row, row.start ?? 0, row.end ?? 0)).toEqual(row);
  });

  it('keeps too few and too many cells as they are', async () => {
    const { file, rows } = await read(cif(['CURRENCY: NOK'], ['1,2', `${USUAL},more`]));
    expect(rows.map(({ cells }) => cells.length - (file.columns?.length ?? 0))).toEqual([-11, 1]);
  });

  it.each([
    ['ENDOFDATA', ['CIF_I_V3.0', 'DATA', USUAL, ''].join('\n')],
    ['DATA', 'CIF_I_V3.0\nCURRENCY: NOK\n'],
  ])('without %s is cut off', async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ problem: 'cutOff' });
  });

  it('any records written come back equal', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'aæ,";\n '), maxLength: 6 }).map((one) => `x${one}x`);
    const record = fc.array(text, { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 10 }), async (records) => {
        const lines = records.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
        const { rows } = await read(cif([], lines, '\n'));
        expect(rows.map(({ cells }) => cells)).toEqual(records);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a CIF file written back', () => {
  it('has what was corrected, and nothing of what its header says', async () => {
    const { file, rows, path } = await read(cif(['CURRENCY: NOK'], [USUAL]));
    const writer = await recordWriterFor(file, path);
    const bytes = writer?.corrected(rows[0] as RawRow, new Map([[5, { text: '1.50', kind: 'text' }]])) ?? [];
    expect(Buffer.from(bytes).toString()).toBe(`${USUAL.replace('1.95', '1.50')}\r\n`);
    expect(Buffer.from(writer?.written(rows[0]?.cells ?? []) ?? []).toString()).toBe(`${USUAL}\r\n`);
  });

  it('counts the lines that are left', async () => {
    const content = cif(['ITEMCOUNT: 12'], [USUAL]);
    const { file, path } = await read(content);
    const edits = (await recordWriterFor(file, path))?.counted?.(7) ?? [];
    expect(edits.map(({ start, end, replacement }) => [content.slice(start, end), String(replacement)])).toEqual([
      ['12', '7'],
    ]);
  });
});
