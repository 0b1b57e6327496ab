import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { readNear } from './csv-near.ts';
import type { TextFile } from './reader.ts';

const folder = temporaryFolder();

function fileOf(content: string): TextFile {
  const path = folder.write('near.csv', content);
  const dialect = { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\r\n' } as const;
  return { path, dialect, bytes: Buffer.byteLength(content) };
}

const lines = Array.from({ length: 20_000 }, (_, at) => `${at};Penn blå;${at},50`);

it('gives whole records about a place, the last of the file among them', () => {
  const file = fileOf(`${lines.join('\r\n')}\r\n`);
  const middle = readNear(file, 0, 0.5, 3);
  expect(middle.length).toBeGreaterThan(100);
  expect(middle.every(({ cells }) => lines.includes(cells.join(';')))).toBe(true);
  expect(readNear(file, 0, 1, 3).at(-1)?.cells).toEqual(['19999', 'Penn blå', '19999,50']);
});

it('leaves out what makes no record of as many cells', () => {
  const file = fileOf('x\r\na;b;c\r\na;b\r\n"a;b;c\r\n"a";"b;b";c\r\n');
  expect(readNear(file, 0, 1, 3).map(({ cells }) => cells)).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b;b', 'c'],
  ]);
});

it('looks at nothing before the place that is known already', () => {
  const file = fileOf('1;a;1\r\n2;b;2\r\n3;c;3\r\n');
  expect(readNear(file, 5, 0.2, 3).map(({ cells }) => cells[0])).toEqual(['2', '3']);
});
