/**
 * Which encoding a text file is in, from all its bytes: the first æ of a long catalogue may stand in its last line.
 * A byte order mark decides; without one UTF-16 shows in its zeros. Valid UTF-8 is UTF-8, and with a few damaged letters
 * it stays so, that one bad byte does not spoil every other letter. What remains has a byte for each letter; see
 * single-byte-guess.ts.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { fileChunks } from './file-chunks.ts';
import type { Encoding } from './reader.ts';
import { guessSingleByte, type HighByte } from './single-byte-guess.ts';
import { decodeBytes } from './text-code.ts';

export { encodeText, fromLatin1 } from './text-code.ts';

interface TextFacts {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly bytes: number;
  /** A byte 0 stands in the text. */
  readonly nul: boolean;
}

const SAMPLE_BYTES = 1 << 16;
/** A file whose whole letters outnumber the damaged ones by this factor is UTF-8 with damage. */
const WHOLE_PER_DAMAGED = 4;
/** So many whole letters are proof enough; more are not counted. */
const WHOLE_ENOUGH = 10_000;
/** More control characters than this share means that it is no text, and more than these few. */
const CONTROL_SHARE = 0.01;
const CONTROL_FEW = 3;
/** Letters looked at to tell single-byte encodings apart: so many of each chunk, and in all. */
const HIGH_PER_CHUNK = 1000;
const HIGH_ENOUGH = 20_000;
const BLANK = 0x20;

/** @throws UnusableFile when the bytes are no text, or the file is empty */
export async function inspectText(path: string): Promise<TextFacts> {
  let bytes = 0;
  let bom = false;
  let nul = false;
  let rest: Buffer = Buffer.alloc(0);
  const letters: Letters = { whole: 0, damaged: 0, high: [] };
  for await (const chunk of fileChunks(path)) {
    if (bytes === 0) {
      const wide = wideEncoding(chunk);
      if (wide !== undefined) return wideFacts(path, chunk, wide);
      refuseOtherKinds(chunk);
      bom = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    }
    bytes += chunk.length;
    nul ||= chunk.includes(0);
    const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = completeUntil(joined);
    rest = Buffer.from(joined.subarray(end));
    countLetters(joined.subarray(0, end), letters);
  }
  if (rest.length > 0) countLetters(rest, letters);
  if (bytes === 0 || (bom && bytes === 3)) throw new UnusableFile('empty');
  const { damaged, whole, high } = letters;
  const isUnicode = damaged === 0 || bom || whole > damaged * WHOLE_PER_DAMAGED;
  return { encoding: isUnicode ? 'utf-8' : guessSingleByte(high), bom, bytes, nul };
}

interface Letters {
  /** Letters beyond ASCII, where the text is taken for UTF-8. */
  whole: number;
  damaged: number;
  /** Some of those bytes, where it is not. */
  readonly high: HighByte[];
}

function countLetters(text: Buffer, letters: Letters): void {
  if (isUtf8(text)) {
    if (letters.whole < WHOLE_ENOUGH && !isAscii(text)) letters.whole += wholeLetters(text);
    return;
  }
  const { whole, damaged } = lettersBeyondAscii(text);
  letters.whole += whole;
  letters.damaged += damaged;
  if (letters.high.length < HIGH_ENOUGH) noteHighBytes(text, letters.high);
}

interface Wide {
  readonly encoding: 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
}

/** More zeros than this among the first, or the second, bytes of pairs: letters of our alphabets. */
const ZEROS_OF_WIDE = 0.4;
/** And hardly any among the others. */
const ZEROS_OF_TEXT = 0.02;

function wideEncoding(chunk: Buffer): Wide | undefined {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return { encoding: 'utf-16le', bom: true };
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return { encoding: 'utf-16be', bom: true };
  const sample = chunk.subarray(0, SAMPLE_BYTES);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return undefined;
  let first = 0;
  let second = 0;
  for (let at = 0; at < 2 * pairs; at += 2) {
    if (sample[at] === 0) first++;
    if (sample[at + 1] === 0) second++;
  }
  if (second > pairs * ZEROS_OF_WIDE && first <= pairs * ZEROS_OF_TEXT) return { encoding: 'utf-16le', bom: false };
  if (first > pairs * ZEROS_OF_WIDE && second <= pairs * ZEROS_OF_TEXT) return { encoding: 'utf-16be', bom: false };
  return undefined;
}

async function wideFacts(path: string, chunk: Buffer, { encoding, bom }: Wide): Promise<TextFacts> {
  const sample = decodeBytes(chunk, bom ? 2 : 0, SAMPLE_BYTES, encoding);
  refuseNoText(sample);
  const { size } = await stat(path);
  if (bom && size <= 2) throw new UnusableFile('empty');
  return { encoding, bom, bytes: size, nul: sample.includes('\0') };
}

/** Where the last whole UTF-8 character ends. */
export function completeUntil(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Letters beyond ASCII in valid UTF-8, each by its first byte. */
function wholeLetters(bytes: Buffer): number {
  let whole = 0;
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0xc0) whole++;
  return whole;
}

export function lettersBeyondAscii(bytes: Buffer): { whole: number; damaged: number } {
  let damaged = 0;
  let whole = 0;
  for (const letter of bytes.toString('utf8')) {
    if (letter === '\ufffd') damaged++;
    else if (letter > '\u007f') whole++;
  }
  return { whole, damaged };
}

function noteHighBytes(bytes: Buffer, high: HighByte[]): void {
  const limit = high.length + HIGH_PER_CHUNK;
  for (let at = 0; at < bytes.length && high.length < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) high.push([bytes[at - 1] ?? BLANK, byte, bytes[at + 1] ?? BLANK]);
  }
}

function refuseOtherKinds(head: Buffer): void {
  if (head.subarray(0, 4).toString('latin1') === '%PDF') throw new UnusableFile('notACatalogue', { detail: 'PDF' });
  refuseNoText(head.subarray(0, SAMPLE_BYTES).toString('latin1').replace(/^ï»¿/, ''));
}

function refuseNoText(sample: string): void {
  const control = sample.match(CONTROL)?.length ?? 0;
  if (control > CONTROL_FEW && control > sample.length * CONTROL_SHARE) {
    throw new UnusableFile('notACatalogue', { detail: 'binary' });
  }
  if (/^<(?:\?xml|!DOCTYPE|html|[A-Za-z_][\w.-]*[:\s>])/i.test(sample.trimStart())) {
    throw new UnusableFile('notACatalogue', { detail: 'XML' });
  }
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
