/** The lines of a text file with the bytes they stand in. */
import { createReadStream } from 'node:fs';
import { allowed, allowedBytes, beyond, type Limits } from '../catalogue/limits.ts';

export interface TextLine {
  /** From 1. */
  readonly row: number;
  readonly start: number;
  /** Behind the line end. */
  readonly end: number;
  /** Without the line end. */
  readonly bytes: Buffer;
}

const CHUNK_BYTES = 1 << 18;
/** Texts are long in JSON: every key stands on every line. */
const LINE_MIB = 16;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * @param from byte to begin at: behind the byte order mark
 * @throws UnusableFile `tooLarge` for a line that is longer than a record may be
 */
export async function* textLines(
  path: string,
  from: number,
  limits?: Limits,
): AsyncGenerator<readonly TextLine[], void> {
  let row = 1;
  let offset = from;
  let rest: Buffer = Buffer.alloc(0);
  const line = (bytes: Buffer, length: number): TextLine => {
    const content = bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
    const found = { row: row++, start: offset, end: offset + length, bytes: content };
    offset += length;
    return found;
  };
  for await (const chunk of createReadStream(path, {
    start: from,
    highWaterMark: CHUNK_BYTES,
  }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: TextLine[] = [];
    let begin = 0;
    // What was kept has no line end in it.
    for (let at = bytes.indexOf(NEWLINE, rest.length); at >= 0; at = bytes.indexOf(NEWLINE, begin)) {
      lines.push(line(bytes.subarray(begin, at), at + 1 - begin));
      begin = at + 1;
    }
    rest = bytes.subarray(begin);
    if (rest.length > allowedBytes(limits, 'record', LINE_MIB))
      throw beyond('record', allowed(limits, 'record', LINE_MIB), { row });
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [line(rest, rest.length)];
}
