/** A zip archive, written part by part: the same bytes for the same parts and day. */
import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipWriter {
  /** @param text in pieces; an array of them goes at once */
  add(name: string, text: AsyncIterable<string> | readonly string[]): Promise<void>;
  /** Writes the directory; the archive is whole then. */
  end(): Promise<void>;
  /** Must be called, whatever happened. */
  close(): Promise<void>;
}

interface Part {
  readonly name: Buffer;
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
const DEFLATED = 8;
/** Sizes and offsets have 32 bits. */
const MAX_BYTES = 0xffffffff;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;
const CHUNK_BYTES = 128 * 1024;
/** The quickest: packing is a good part of writing a large workbook. */
const LEVEL = 1;

/**
 * @param day `YYYY-MM-DD`: the time of every part is its midnight
 * @throws what the system says of a file that cannot be written
 */
export async function newZip(path: string, day: string): Promise<ZipWriter> {
  const file = await open(path, 'w');
  const time = dosTime(day);
  const parts: Part[] = [];
  let offset = 0;
  return {
    async add(name, text) {
      const part = await writePart(file, Buffer.from(name), offset, text, time);
      parts.push(part);
      offset += LOCAL_BYTES + part.name.length + part.packed;
      if (offset > MAX_BYTES) throw new RangeError('more than 4 GiB in one archive');
    },
    async end() {
      const directory = Buffer.concat(parts.flatMap((part) => [entryOf(part, time), part.name]));
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
  text: AsyncIterable<string> | readonly string[],
  time: Buffer,
): Promise<Part> {
  let checksum = 0;
  let packed = 0;
  let unpacked = 0;
  const begin = offset + LOCAL_BYTES + name.length;
  await pipeline(
    async function* () {
      for await (const piece of text) {
        const bytes = Buffer.from(piece);
        checksum = crc32(bytes, checksum);
        unpacked += bytes.length;
        yield bytes;
      }
    },
    createDeflateRaw({ level: LEVEL, chunkSize: CHUNK_BYTES }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        await file.write(chunk, 0, chunk.length, begin + packed);
        packed += chunk.length;
      }
    },
  );
  if (unpacked > MAX_BYTES) throw new RangeError('more than 4 GiB in one part');
  const part = { name, offset, checksum, packed, unpacked };
  // What it says is known only now.
  const head = Buffer.concat([localOf(part, time), name]);
  await file.write(head, 0, head.length, offset);
  return part;
}

function localOf(part: Part, time: Buffer): Buffer {
  const head = Buffer.alloc(LOCAL_BYTES);
  head.writeUInt32LE(LOCAL, 0);
  writeFacts(head, 4, part, time);
  return head;
}

function entryOf(part: Part, time: Buffer): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt32LE(ENTRY, 0);
  entry.writeUInt16LE(VERSION, 4);
  writeFacts(entry, 6, part, time);
  entry.writeUInt32LE(part.offset, 42);
  return entry;
}

/** What stands both before a part and in the directory. */
function writeFacts(head: Buffer, at: number, { name, checksum, packed, unpacked }: Part, time: Buffer): void {
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(UTF8_NAMES, at + 2);
  head.writeUInt16LE(DEFLATED, at + 4);
  time.copy(head, at + 6);
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
