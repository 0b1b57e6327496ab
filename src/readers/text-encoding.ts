/**
 * Which encoding a text file is in, from all its bytes: the first æ of a long catalogue may stand in its last line.
 * Valid UTF-8 is UTF-8; anything else is Windows-1252, of which ISO-8859-1 text is a part. A UTF-8 file with a few
 * damaged letters stays UTF-8, so that one bad byte does not spoil every other letter.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { UnusableFile } from '../catalogue/catalogue.ts';
import type { Encoding } from './reader.ts';

interface TextFacts {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly bytes: number;
}

/** A file whose whole letters outnumber the damaged ones by this factor is UTF-8 with damage. */
const WHOLE_PER_DAMAGED = 4;
/** So many whole letters are proof enough; more are not counted. */
const WHOLE_ENOUGH = 10_000;
/** More control characters than this share means that it is no text. */
const CONTROL_SHARE = 0.01;

/** @throws UnusableFile when the bytes are no text, or the file is empty */
export async function inspectText(path: string): Promise<TextFacts> {
  let bytes = 0;
  let bom = false;
  let damaged = 0;
  let whole = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if (bytes === 0) {
      refuseOtherKinds(chunk);
      bom = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    }
    bytes += chunk.length;
    const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = completeUntil(joined);
    const text = joined.subarray(0, end);
    rest = Buffer.from(joined.subarray(end));
    if (isUtf8(text)) {
      if (whole < WHOLE_ENOUGH && !isAscii(text)) whole += wholeLetters(text);
      continue;
    }
    const letters = lettersBeyondAscii(text);
    damaged += letters.damaged;
    whole += letters.whole;
  }
  if (rest.length > 0) damaged += 1;
  if (bytes === 0 || (bom && bytes === 3)) throw new UnusableFile('empty');
  return { encoding: damaged === 0 || whole > damaged * WHOLE_PER_DAMAGED ? 'utf-8' : 'windows-1252', bom, bytes };
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

function refuseOtherKinds(head: Buffer): void {
  const start = head.subarray(0, 5).toString('latin1');
  if (start.startsWith('%PDF')) throw new UnusableFile('notACatalogue', { detail: 'PDF' });
  if (head[0] === 0xff && head[1] === 0xfe) throw new UnusableFile('notACatalogue', { detail: 'UTF-16' });
  if (head[0] === 0xfe && head[1] === 0xff) throw new UnusableFile('notACatalogue', { detail: 'UTF-16' });
  const sample = head.subarray(0, 1 << 16);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) throw new UnusableFile('notACatalogue', { detail: 'binary' });
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) control++;
  }
  if (control > sample.length * CONTROL_SHARE) throw new UnusableFile('notACatalogue', { detail: 'binary' });
  const text = sample.toString('latin1').replace(/^ï»¿/, '').trimStart();
  if (/^<(?:\?xml|!DOCTYPE|html|[A-Za-z_][\w.-]*[:\s>])/i.test(text)) {
    throw new UnusableFile('notACatalogue', { detail: 'XML' });
  }
}

/** The 32 places where Windows-1252 has letters and ISO-8859-1 has control characters; five are empty. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1 = /[\u0080-\u009f]/;

/** Text read as ISO-8859-1 put right to Windows-1252. */
export function fromLatin1(text: string): string {
  if (!C1.test(text)) return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
}

/**
 * Text as bytes of a file in this encoding. A letter that Windows-1252 lacks has no byte there; `undefined` says so.
 */
export function encodeText(text: string, encoding: Encoding): Buffer | undefined {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const special = code >= 0x80 ? WINDOWS_1252.indexOf(text[i] ?? '') : -1;
    if (special >= 0) bytes[i] = 0x80 + special;
    else if (code < 0x100) bytes[i] = code;
    else return undefined;
  }
  return bytes;
}
