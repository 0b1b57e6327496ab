/** The door to yauzl: parts of a zip archive, by name, streamed. */
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { damaged } from '../catalogue/damage.ts';
import { fileError } from '../catalogue/error.ts';
import { allowed, allowedBytes, beyond, type Limits } from '../catalogue/limits.ts';

const MIB = 1024 * 1024;
/**
 * Parts that unpack to more than this must not be packed too tightly. A million empty formatted rows come to some 15:1;
 * deflate at its best does 1030:1, and only on content that says the same thing over and over.
 */
const RATIO_COUNTS_ABOVE_BYTES = 100 * MIB;

/** Fewer, larger chunks: each costs a turn of the event loop. */
const UNPACKED_CHUNK_BYTES = 128 * 1024;

const STORED = 0;
const DEFLATED = 8;

export interface ZipArchive {
  /** Names of the parts, with `/` and without a leading one, as they are spelled in the archive. */
  readonly names: readonly string[];
  /** Upper and lower case are the same, as in the packaging rules of Office files. */
  has(name: string): boolean;
  /**
   * @param maxBytes the part may not be larger than this, unpacked
   * @throws UnusableFile when the part is missing, damaged, encrypted or too large
   */
  read(name: string, maxBytes?: number): AsyncIterable<Uint8Array>;
  /**
   * The part as it lies in the archive, so that it can be put into another one without unpacking it.
   * @throws UnusableFile when there is no such part, or it is encrypted
   */
  packed(name: string): PackedPart;
  /** Must be called; streams still being read come to their end first. */
  close(): void;
}

/** A part that is still packed, with what an archive says of it. */
export interface PackedPart {
  /** As spelled in the archive. */
  readonly name: Uint8Array;
  readonly isUtf8Name: boolean;
  readonly method: number;
  readonly checksum: number;
  /** In bytes. */
  readonly packed: number;
  readonly unpacked: number;
  /** When it was changed last, as archives write it: 16 bits each. */
  readonly time: number;
  readonly date: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Opens an archive and reads its directory.
 * @param name the file as messages call it
 * @throws UnusableFile when it is no sound zip archive
 * @throws OperationalError when the file is missing or may not be read
 */
export async function openZip(path: string, name: string, limits?: Limits): Promise<ZipArchive> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
  } catch (error) {
    if (isWithoutEnd(error) && (await beginsWithPart(path))) {
      throw new UnusableFile('cutOff', { detail: 'no end of directory', cause: error });
    }
    throw zipError(error, name);
  }
  try {
    const entries = await readDirectory(zip, limits);
    return {
      names: [...entries.values()].map(partName),
      has: (part) => entries.has(part.toLowerCase()),
      read: (part, maxBytes) => readPart(zip, entries.get(part.toLowerCase()), { part, maxBytes, name, limits }),
      packed: (part) => packedPart(zip, entries.get(part.toLowerCase()), part, name),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw zipError(error, name);
  }
}

/** The directory stands last in an archive: what ended early has lost it. */
function isWithoutEnd(error: unknown): boolean {
  return error instanceof Error && /^End of central directory record signature not found/.test(error.message);
}

async function beginsWithPart(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.readUInt32LE() === 0x04034b50;
  } finally {
    await file.close();
  }
}

async function readDirectory(zip: ZipFile, limits: Limits | undefined): Promise<ReadonlyMap<string, Entry>> {
  const most = allowed(limits, 'parts');
  if (zip.entryCount > most) throw beyond('parts', most);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = partName(entry);
    if (name.endsWith('/')) continue;
    // Two readers of such an archive may see two different catalogues.
    if (entries.has(name.toLowerCase())) throw damaged('partTwice', name);
    entries.set(name.toLowerCase(), entry);
  }
  return entries;
}

/** Some programs write backslashes or a leading slash; the library refuses those names, so we decode them ourselves. */
function partName(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '');
}

const UTF8_NAME = 1 << 11;

function packedPart(zip: ZipFile, entry: Entry | undefined, part: string, archive: string): PackedPart {
  if (entry === undefined) throw damaged('partMissing', part);
  if (entry.isEncrypted()) throw new UnusableFile('encrypted', { detail: part });
  return {
    name: entry.fileNameRaw,
    isUtf8Name: (entry.generalPurposeBitFlag & UTF8_NAME) !== 0,
    method: entry.compressionMethod,
    checksum: entry.crc32,
    packed: entry.compressedSize,
    unpacked: entry.uncompressedSize,
    time: entry.lastModFileTime,
    date: entry.lastModFileDate,
    bytes: packedBytes(zip, entry, archive, part),
  };
}

async function* packedBytes(zip: ZipFile, entry: Entry, name: string, part: string): AsyncGenerator<Uint8Array> {
  try {
    yield* await zip.openReadStreamPromise(entry, { decodeFileData: false });
  } catch (error) {
    throw zipError(error, name, part);
  }
}

interface PartRead {
  readonly part: string;
  /** Absent: what any part may have. */
  readonly maxBytes: number | undefined;
  readonly name: string;
  readonly limits: Limits | undefined;
}

async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
  { part, maxBytes, name, limits }: PartRead,
): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw damaged('partMissing', part);
  if (entry.isEncrypted()) throw new UnusableFile('encrypted', { detail: part });
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) throw damaged('method', part);
  const size = entry.uncompressedSize;
  if (size > (maxBytes ?? allowedBytes(limits, 'unpacked')))
    throw beyond('unpacked', maxBytes === undefined ? allowed(limits, 'unpacked') : Math.ceil(maxBytes / MIB), {
      part,
    });
  const ratio = allowed(limits, 'ratio');
  if (size > RATIO_COUNTS_ABOVE_BYTES && size > entry.compressedSize * ratio) throw beyond('ratio', ratio, { part });
  let received = 0;
  let checksum = 0;
  try {
    // Unpacked here and not by the library, which lets the checksum be wrong.
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    const bytes: AsyncIterable<Uint8Array> =
      method === STORED
        ? packed
        : // A failure reaches whoever reads the stream, so there is nothing left to do in the callback.
          pipeline(packed, createInflateRaw({ chunkSize: UNPACKED_CHUNK_BYTES }), () => {});
    for await (const chunk of bytes) {
      received += chunk.length;
      if (received > size) throw damaged('length', part);
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw zipError(error, name, part);
  }
  if (received !== size) throw damaged('length', part);
  if (checksum !== entry.crc32) throw damaged('checksum', part);
}

/** What the system refuses is the operator's; everything else the library complains about is the archive's. */
function zipError(error: unknown, name: string, part?: string): Error {
  if (error instanceof UnusableFile || !(error instanceof Error)) return error as Error;
  if ('syscall' in error) return fileError(error, name);
  return part === undefined
    ? damaged('archive', undefined, { cause: error })
    : damaged('packedPart', part, { cause: error });
}
