import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../test/builders/temporary-file.ts';
import { recordWriterFor } from '../writers/record-writer.ts';
import { openFile } from './open-file.ts';
import type { RawRow, RowFile } from './reader.ts';

const folder = temporaryFolder();

async function read(content: string | Buffer): Promise<{ file: RowFile; rows: readonly RawRow[]; path: string }> {
  const source = folder.source('catalogue.jsonl', content);
  const file = await openFile(source);
  return { file, rows: await collected(file.rows()), path: source.path };
}

const named = (file: RowFile, { cells }: RawRow) =>
  Object.fromEntries(
    (file.columns ?? []).flatMap(({ heading }, at) => (cells[at] === '' ? [] : [[heading, cells[at]]])),
  );

describe('lines of JSON', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'digits stay as they are written',
      '{"itemNumber":"007","price":12.50,"gtin":70380100000031234567}',
      { itemNumber: '007', price: '12.50', gtin: '70380100000031234567' },
    ],
    ['letters are unescaped', '{"name":"bl\\u00e5 \\"penn\\" {1,2}"}', { name: 'blå "penn" {1,2}' }],
    ['truths, and nothing', '{"name":"a","orderable":true,"brand":null}', { name: 'a', orderable: 'true' }],
    [
      'a list of labels',
      '{"name":"a","ecoLabel":["svanemerket",{"key":"fsc","licence":"C1","text":"FSC"}]}',
      { name: 'a', ecoLabel: 'svanemerket; fsc (C1)' },
    ],
    [
      'what is no field of ours travels along',
      '{"name":"a","hylle":{"rad":[1,"}"]},"x":[]}',
      { name: 'a', hylle: '{"rad":[1,"}"]}' },
    ],
  ])('%s', async (_, line, expected) => {
    const { file, rows } = await read(`${line}\n`);
    expect(rows.map((row) => named(file, row))).toEqual([expected]);
  });

  it('a key that comes late goes to the last column', async () => {
    const { file, rows } = await read(
      `${'{"name":"a"}\n'.repeat(1000)}${'\n'.repeat(40_000)}{"name":"b","hylle":7}`.repeat(1),
    );
    expect(named(file, rows.at(-1) as RawRow)).toMatchObject({ name: 'b' });
    expect(Object.values(named(file, rows.at(-1) as RawRow)).join()).toContain('7');
  });

  it.each(['\n', '\r\n'])('every line knows its row and bytes, and is given again by them', async (end) => {
    const lines = ['{"name":"blå"}', '', '{"name": "Ø', '{"name":"c"}'];
    const { file, rows } = await read(`\ufeff${lines.join(end)}`);
    expect(rows.map(({ row, broken }) => [row, broken])).toEqual([
      [1, undefined],
      [3, '{"name": "Ø'],
      [4, undefined],
    ]);
    for (const row of rows) expect(file.records?.at(row.row, row.start ?? 0, row.end ?? 0)).toEqual(row);
  });

  it.each(['[{"name":"a"}]', '{\n  "name": "a"\n}', '{"navn":"a"}\n', '{}'])('%s is no such file', async (content) => {
    await expect(read(content)).rejects.toMatchObject({ problem: 'notACatalogue', detail: 'json' });
  });

  it('any values written come back equal', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const line = fc.record({ itemNumber: text, name: text, 'æ"': text }, { requiredKeys: ['itemNumber'] });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 10 }), async (lines) => {
        const { file, rows } = await read(lines.map((one) => JSON.stringify(one)).join('\n'));
        expect(rows.map((row) => named(file, row))).toEqual(lines.map((one) => ({ ...one })));
      }),
    );
  });
});

describe('lines of JSON written back', () => {
  async function corrected(line: string | Buffer, values: Readonly<Record<string, string>>): Promise<string> {
    const { file, rows, path } = await read(line);
    const cells = new Map(
      Object.entries(values).map(([key, text]) => [
        file.columns?.findIndex(({ heading }) => heading === key) ?? -1,
        { text, kind: 'text' as const },
      ]),
    );
    return Buffer.from((await recordWriterFor(file, path))?.corrected(rows[0] as RawRow, cells) ?? []).toString(
      'latin1',
    );
  }

  it.each([
    [
      'a number stays a number',
      '{ "name":"a", "price": 12.50 , "x":1 }',
      { price: '10.5' },
      '{ "name":"a", "price": 10.5 , "x":1 }\n',
    ],
    ['a text stays a text', '{"name":"a","price":"12,50"}', { price: '10.5' }, '{"name":"a","price":"10.5"}\n'],
    [
      'a number becomes a text where zeros lead',
      '{"name":"a","itemNumber":7}',
      { itemNumber: '007' },
      '{"name":"a","itemNumber":"007"}\n',
    ],
  ])('%s', async (_, line, values, expected) => {
    expect(await corrected(line, values)).toBe(expected);
  });

  it('a key that the line lacks is added', async () => {
    expect(await corrected('{"name":"a"}\n{"price":1}', { price: '2' })).toBe('{"name":"a", "price": "2"}\n');
  });

  it('a new line has what its cells say', async () => {
    const { file, path } = await read('{"name":"a","price":1}');
    expect(
      Buffer.from((await recordWriterFor(file, path))?.written(['blå "b"', '', 'x=1; y=2']) ?? []).toString(),
    ).toBe('{"name":"blå \\"b\\"","x":"1","y":"2"}\n');
  });
});
