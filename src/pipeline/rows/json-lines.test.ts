import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { jsonLine, readJsonLines } from './json-lines.ts';

const folder = temporaryFolder();

async function read(text: string): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of readJsonLines(folder.write('file.jsonl', text))) values.push(value);
  return values;
}

it('values are read back as they were, whatever letters they hold and wherever the file is cut for reading', async () => {
  const values = Array.from({ length: 9000 }, (_, at) => ({ at, text: `${'€'.repeat(at % 40)}\n\r\u2028😀` }));
  expect(await read(values.map(jsonLine).join(''))).toEqual(values);
});

it('a last line without its end counts', async () => {
  expect(await read('{"a":1}\n{"a":2}')).toEqual([{ a: 1 }, { a: 2 }]);
});

it('a file that is cut off is no shorter file', async () => {
  await expect(read('{"a":1}\n{"a":')).rejects.toThrow(SyntaxError);
});
