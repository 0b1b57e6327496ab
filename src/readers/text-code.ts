/**
 * Bytes to text and back, in every encoding a text file may have. What marks cells and records (delimiters, quotes,
 * line ends) is found before letters are decoded, in the bytes as units: one character a byte, in UTF-16 one for two.
 */
import { type SingleByte, UPPER_HALVES, WINDOWS_1252_C1 } from './code-pages.ts';
import type { CsvDialect, Encoding } from './reader.ts';

/** Bytes of a unit. */
export function unitBytes(encoding: Encoding): 1 | 2 {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
}

/** Bytes of a file's byte order mark, 0 without one. */
export function markBytes({ bom, encoding }: Pick<CsvDialect, 'bom' | 'encoding'>): number {
  if (!bom) return 0;
  return unitBytes(encoding) === 2 ? 2 : 3;
}

/** The text of some bytes. */
export function decodeBytes(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  if (encoding === 'utf-8') return bytes.toString('utf8', start, end);
  if (encoding === 'utf-16le') return bytes.toString('utf16le', start, end);
  if (encoding === 'utf-16be') return bigEndian(bytes.subarray(start, end));
  const text = bytes.toString('latin1', start, end);
  return encoding === 'windows-1252' ? fromLatin1(text) : fromUpperHalf(text, encoding);
}

/** Bytes as units; see above. */
export function unitsOf(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  return unitBytes(encoding) === 2 ? decodeBytes(bytes, start, end, encoding) : bytes.toString('latin1', start, end);
}

/** The text of some units. */
export function decodeUnits(units: string, encoding: Encoding): string {
  if (unitBytes(encoding) === 2 || !BEYOND_ASCII.test(units)) return units;
  return decodeBytes(Buffer.from(units, 'latin1'), 0, units.length, encoding);
}

/** A text as units, or `undefined` when the encoding lacks a letter of it. */
export function unitsFrom(text: string, encoding: Encoding): string | undefined {
  return unitBytes(encoding) === 2 ? text : encodeText(text, encoding)?.toString('latin1');
}

const BEYOND_ASCII = /[\u0080-\u00ff]/;

function bigEndian(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}

function fromUpperHalf(text: string, encoding: SingleByte): string {
  const upper = UPPER_HALVES[encoding];
  return text.replace(/[\u0080-\u00ff]/g, (letter) => upper[letter.charCodeAt(0) - 0x80] ?? letter);
}

const C1 = /[\u0080-\u009f]/;

/** Text read as ISO-8859-1 put right to Windows-1252. */
export function fromLatin1(text: string): string {
  if (!C1.test(text)) return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252_C1[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Text as bytes of a file in this encoding; `undefined` when it lacks a letter. */
export function encodeText(text: string, encoding: Encoding): Buffer | undefined {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const upper = UPPER_HALVES[encoding];
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 ? code : 0x80 + upper.indexOf(text[i] ?? '');
    if (code >= 0x80 && byte < 0x80) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}
