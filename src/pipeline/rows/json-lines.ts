/** JSON lines: one plain value a line, `\n` alone ends it, whatever letters a value holds. */
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** @throws SyntaxError where a line is no JSON: the file was changed by hand or cut off */
export async function* readJsonLines<T>(path: string): AsyncGenerator<T> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as T;
  }
  if (rest !== '') yield JSON.parse(rest) as T;
}
