/**
 * Which encoding an XML file is in, from its declaration and from all its bytes: declarations are copied from file to
 * file and do not always tell the truth. Bytes that are valid UTF-8 and hold letters beyond ASCII are UTF-8 whatever is
 * declared, and bytes that are not are not.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { damaged as damage } from '../catalogue/damage.ts';
import type { Encoding } from './reader.ts';
import { completeUntil, lettersBeyondAscii } from './text-encoding.ts';

/** How the bytes of an XML file become text. */
export interface XmlEncoding {
  /** As it would be declared. */
  readonly name: string;
  readonly unit: 'utf-8' | 'utf-16le' | 'utf-16be' | 'byte';
  /** Of encodings with one byte a letter: the letters by their byte. */
  readonly letters?: string;
  /** Bytes of the mark in front. */
  readonly mark: number;
  /** What the file declares, where that is not so. */
  readonly wronglyDeclared?: string;
}

const CHUNK_BYTES = 1 << 18;
const HEAD_BYTES = 1024;
/** As in CSV files: with more whole letters than that for each damaged one, the file is UTF-8 that was damaged. */
const WHOLE_PER_DAMAGED = 4;

/**
 * @param said what a person says it is; counts more than declaration and bytes
 * @throws UnusableFile `empty`; `damaged` when the bytes are in no encoding that can be read
 */
export async function findXmlEncoding(path: string, said?: Encoding): Promise<XmlEncoding> {
  const head = await headOf(path);
  if (head.length === 0) throw new UnusableFile('empty');
  const wide = wideUnit(head);
  const mark = markLength(head);
  const declared = declaredEncoding(head, wide);
  if (wide !== undefined) return { name: 'UTF-16', unit: wide, mark, ...wrongly(declared, /^utf-?16/i) };
  if (said !== undefined) return named(said === 'utf-8' ? 'UTF-8' : said, mark);
  const { ascii, damaged, whole } = await letterCounts(path);
  if (damaged === 0) {
    if (declared === undefined || /^utf-?8$/i.test(declared)) return named('UTF-8', mark);
    const single = singleByte(declared);
    if (ascii && single !== undefined) return { ...single, mark };
    return { ...named('UTF-8', mark), wronglyDeclared: declared };
  }
  const single = declared === undefined || mark > 0 ? undefined : singleByte(declared);
  if (single !== undefined) return { ...single, mark };
  if (whole > damaged * WHOLE_PER_DAMAGED) throw damage('notUtf8');
  if (declared !== undefined && isMultiByte(declared)) {
    throw damage('encoding', declared);
  }
  return { ...named('windows-1252', mark), wronglyDeclared: declared ?? 'UTF-8' };
}

function named(name: string, mark: number): XmlEncoding {
  return name === 'UTF-8' ? { name, unit: 'utf-8', mark } : { name, ...(singleByte(name) ?? NO_TABLE), mark };
}

const NO_TABLE = { unit: 'byte' } as const;

function wrongly(declared: string | undefined, right: RegExp): { readonly wronglyDeclared?: string } {
  return declared === undefined || right.test(declared) ? {} : { wronglyDeclared: declared };
}

async function headOf(path: string): Promise<Buffer> {
  for await (const chunk of createReadStream(path, { end: HEAD_BYTES - 1 }) as AsyncIterable<Buffer>) return chunk;
  return Buffer.alloc(0);
}

function wideUnit([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

function markLength([first, second, third]: Uint8Array): number {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? 2 : 0;
}

function declaredEncoding(head: Buffer, wide: XmlEncoding['unit'] | undefined): string | undefined {
  // A declaration is plain ASCII: without the zeros, wide letters read like narrow ones.
  const text = head.toString('latin1').replace(wide === undefined ? /^ï»¿/ : /^(?:ÿþ|þÿ)|\0/g, '');
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1];
}

async function letterCounts(path: string): Promise<{ ascii: boolean; damaged: number; whole: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let ascii = true;
  let damaged = 0;
  let whole = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if (rest.length === 0 && isAscii(chunk)) continue;
    ascii = false;
    const joined = Buffer.concat([rest, chunk]);
    const text = joined.subarray(0, completeUntil(joined));
    rest = joined.subarray(text.length);
    if (damaged === 0 && isUtf8(text)) continue;
    const letters = lettersBeyondAscii(text);
    damaged += letters.damaged;
    whole += letters.whole;
  }
  return { ascii, damaged: damaged + (rest.length > 0 ? 1 : 0), whole };
}

const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

const ONE_BYTE = /^(?:windows-125|iso-8859-|koi8-|macintosh|x-mac-|ibm866)/;

/** @returns `undefined` for what is unknown, or takes more than one byte for some letters */
function singleByte(name: string): Pick<XmlEncoding, 'name' | 'unit' | 'letters'> | undefined {
  try {
    const decoder = new TextDecoder(name);
    return ONE_BYTE.test(decoder.encoding) ? { name, unit: 'byte', letters: decoder.decode(ALL_BYTES) } : undefined;
  } catch {
    return undefined;
  }
}

function isMultiByte(name: string): boolean {
  try {
    return !/^utf/.test(new TextDecoder(name).encoding);
  } catch {
    return false;
  }
}

/** Text and how many bytes it was. */
export interface DecodedChunk {
  readonly text: string;
  readonly bytes: number;
}

/** The whole file but its mark; letters are never cut in two. */
export async function* decodedChunks(path: string, encoding: XmlEncoding): AsyncGenerator<DecodedChunk> {
  let rest: Buffer = Buffer.alloc(0);
  const chunks = createReadStream(path, { start: encoding.mark, highWaterMark: CHUNK_BYTES });
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const bytes = wholeLetters(joined, encoding);
    rest = joined.subarray(bytes);
    yield { text: decodeXml(joined.subarray(0, bytes), encoding), bytes };
  }
  if (rest.length > 0) throw new UnusableFile('cutOff');
}

function wholeLetters(bytes: Buffer, { unit }: XmlEncoding): number {
  if (unit === 'byte') return bytes.length;
  return unit === 'utf-8' ? completeUntil(bytes) : bytes.length - (bytes.length % 2);
}

/** @param bytes whole letters */
export function decodeXml(bytes: Buffer, { unit, letters }: XmlEncoding): string {
  switch (unit) {
    case 'utf-8':
      return bytes.toString('utf8');
    case 'utf-16le':
      return bytes.toString('utf16le');
    case 'utf-16be':
      return Buffer.from(bytes).swap16().toString('utf16le');
    case 'byte': {
      const text = bytes.toString('latin1');
      if (letters === undefined || isAscii(bytes)) return text;
      return text.replace(/[\u0080-\u00ff]/g, (letter) => letters[letter.charCodeAt(0)] ?? letter);
    }
  }
}

/**
 * Text of a document as its bytes. Letters that the encoding lacks become references such as `&#8211;`, as do all beyond
 * ASCII in a file whose declaration is wrong: those are right whichever encoding a reader believes in.
 */
export function encodeXml(text: string, { name, unit, letters = '', wronglyDeclared }: XmlEncoding): Buffer {
  if (unit === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (unit === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (wronglyDeclared !== undefined || /ascii/i.test(name)) return Buffer.from(text.replace(BEYOND_ASCII, asReference));
  if (unit === 'utf-8') return Buffer.from(text);
  // Readers that take ISO-8859-1 at its word know no letters there.
  const first = /^(?:iso-?8859-?1|latin-?1)$/i.test(name) ? 0xa0 : 0x80;
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = letter < '\u0080' ? letter.charCodeAt(0) : letters.indexOf(letter);
    if (byte >= 0 && (byte < 0x80 || byte >= first)) bytes.push(byte);
    else for (const digit of asReference(letter)) bytes.push(digit.charCodeAt(0));
  }
  return Buffer.from(bytes);
}

const BEYOND_ASCII = /[^\0-\u007f]/gu;

function asReference(letter: string): string {
  return `&#${letter.codePointAt(0)};`;
}
