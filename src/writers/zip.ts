/** A zip archive, written part by part: the same bytes for the same parts and day. */
import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { PackedPart } from '../readers/zip.ts';
import { crcCombine } from './crc-combine.ts';
import { END_OF_PIECES, PACKING_LEVEL, type PackedPiece } from './packed-piece.ts';

export interface ZipWriter {
  /** @param content in pieces; an array of them goes at once */
  add(name: string, content: AsyncIterable<string | Uint8Array> | readonly string[]): Promise<void>;
  /** A part whose pieces were packed before. */
  addPacked(name: string, pieces: AsyncIterable<PackedPiece> | readonly PackedPiece[]): Promise<void>;
  /** Puts in a part of another archive, packed as it is there. */
  copy(part: PackedPart): Promise<void>;
  /** Writes the directory; the archive is whole then. */
  end(): Promise<void>;
  /** Must be called, whatever happened. */
  close(): Promise<void>;
}

interface Part {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** Time, then date, 16 bits each. */
  readonly time: Uint8Array;
  readonly offset: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** @see APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16 */
const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
const UTF8_NAMES = 1 << 11;
const STORED = 0;
const DEFLATED = 8;
/** Sizes and offsets have 32 bits. */
const MAX_BYTES = 0xffffffff;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;
const CHUNK_BYTES = 128 * 1024;

export interface ZipOptions {
  /**
   * `stored`: as it is. What packing gives may differ from one version of zlib to the next; this never does.
   * Without: packed.
   */
  readonly content?: 'stored';
}

/** How the parts are written: how their content is, and when they were. */
interface PartStyle {
  readonly method: number;
  readonly time: Buffer;
}

/**
 * @param day `YYYY-MM-DD`: the time of every part is its midnight
 * @throws what the system says of a file that cannot be written
 * @throws RangeError beyond 4 GiB
 */
export async function newZip(path: string, day: string, { content }: ZipOptions = {}): Promise<ZipWriter> {
  const file = await open(path, 'w');
  const style: PartStyle = { method: content === 'stored' ? STORED : DEFLATED, time: dosTime(day) };
  const parts: Part[] = [];
  let offset = 0;
  const put = (part: Part): void => {
    parts.push(part);
    offset += LOCAL_BYTES + part.name.length + part.packed;
    if (offset > MAX_BYTES) throw new RangeError('more than 4 GiB in one archive');
  };
  return {
    add: async (name, pieces) => put(await writePart(file, Buffer.from(name), offset, pieces, style)),
    addPacked: async (name, pieces) => put(await writePacked(file, Buffer.from(name), offset, pieces, style.time)),
    copy: async (part) => put(await copyPart(file, part, offset)),
    async end() {
      const directory = Buffer.concat(parts.flatMap((part) => [entryOf(part), part.name]));
      const end = Buffer.alloc(END_BYTES);
      end.writeUInt32LE(END, 0);
      end.writeUInt16LE(parts.length, 8);
      end.writeUInt16LE(parts.length, 10);
      end.writeUInt32LE(directory.length, 12);
      end.writeUInt32LE(offset, 16);
      const bytes = Buffer.concat([directory, end]);
      await file.write(bytes, 0, bytes.length, offset);
    },
    close: () => file.close(),
  };
}

async function writePart(
  file: FileHandle,
  name: Buffer,
  offset: number,
  content: AsyncIterable<string | Uint8Array> | readonly string[],
  style: PartStyle,
): Promise<Part> {
  let checksum = 0;
  let packed = 0;
  let unpacked = 0;
  const begin = offset + LOCAL_BYTES + name.length;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      const bytes =
        typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
      checksum = crc32(bytes, checksum);
      unpacked += bytes.length;
      yield bytes;
    }
  }
  const write = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      await file.write(chunk, 0, chunk.length, begin + packed);
      packed += chunk.length;
    }
  };
  if (style.method === STORED) await write(counted());
  else await pipeline(counted, createDeflateRaw({ level: PACKING_LEVEL, chunkSize: CHUNK_BYTES }), write);
  const part = { name, flags: UTF8_NAMES, ...style, offset, checksum, packed, unpacked: requireSize(unpacked) };
  // What it says is known only now.
  await writeHead(file, part);
  return part;
}

async function writePacked(
  file: FileHandle,
  name: Buffer,
  offset: number,
  pieces: AsyncIterable<PackedPiece> | readonly PackedPiece[],
  time: Buffer,
): Promise<Part> {
  let checksum = 0;
  let packed = 0;
  let unpacked = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await file.write(bytes, 0, bytes.length, offset + LOCAL_BYTES + name.length + packed);
    packed += bytes.length;
  };
  for await (const piece of pieces) {
    checksum = crcCombine(checksum, piece.checksum, piece.unpacked);
    unpacked += piece.unpacked;
    await write(piece.bytes);
  }
  await write(END_OF_PIECES);
  const sizes = { checksum, packed, unpacked: requireSize(unpacked) };
  const part = { name, flags: UTF8_NAMES, method: DEFLATED, time, offset, ...sizes };
  await writeHead(file, part);
  return part;
}

function requireSize(unpacked: number): number {
  if (unpacked > MAX_BYTES) throw new RangeError('more than 4 GiB in one part');
  return unpacked;
}

async function copyPart(file: FileHandle, source: PackedPart, offset: number): Promise<Part> {
  const { name, isUtf8Name, method, checksum, packed, unpacked } = source;
  const time = Buffer.alloc(4);
  time.writeUInt16LE(source.time, 0);
  time.writeUInt16LE(source.date, 2);
  const part = { name, flags: isUtf8Name ? UTF8_NAMES : 0, method, time, offset, checksum, packed, unpacked };
  await writeHead(file, part);
  let at = offset + LOCAL_BYTES + name.length;
  for await (const chunk of source.bytes) {
    await file.write(chunk, 0, chunk.length, at);
    at += chunk.length;
  }
  return part;
}

async function writeHead(file: FileHandle, part: Part): Promise<void> {
  const head = Buffer.concat([localOf(part), part.name]);
  await file.write(head, 0, head.length, part.offset);
}

function localOf(part: Part): Buffer {
  const head = Buffer.alloc(LOCAL_BYTES);
  head.writeUInt32LE(LOCAL, 0);
  writeFacts(head, 4, part);
  return head;
}

function entryOf(part: Part): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt32LE(ENTRY, 0);
  entry.writeUInt16LE(VERSION, 4);
  writeFacts(entry, 6, part);
  entry.writeUInt32LE(part.offset, 42);
  return entry;
}

/** What stands both before a part and in the directory. */
function writeFacts(head: Buffer, at: number, part: Part): void {
  const { name, flags, method, time, checksum, packed, unpacked } = part;
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(flags, at + 2);
  head.writeUInt16LE(method, at + 4);
  head.set(time, at + 6);
  head.writeUInt32LE(checksum, at + 10);
  head.writeUInt32LE(packed, at + 14);
  head.writeUInt32LE(unpacked, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

/** Time, then date, 16 bits each; midnight is all zeros. */
function dosTime(day: string): Buffer {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const bytes = Buffer.alloc(4);
  const counted = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR;
  bytes.writeUInt16LE((counted << 9) | (month << 5) | date, 2);
  return bytes;
}
