/** The door to yauzl: parts of a zip archive, by name, streamed. */
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { fileError } from '../catalogue/error.ts';

const MIB = 1024 * 1024;
/** No workbook has nearly as many parts; an archive that says so is made to exhaust the reader. */
const MAX_PARTS = 10_000;
/** Of one part, unpacked. A sheet with every row filled in 20 columns is below 1 GiB. */
const MAX_PART_BYTES = 2048 * MIB;
/**
 * Parts that unpack to more than this must not be packed tighter than {@link MAX_RATIO}. A million empty formatted rows
 * come to some 15:1; deflate at its best does 1030:1, and only on content that says the same thing over and over.
 */
const RATIO_COUNTS_ABOVE_BYTES = 100 * MIB;
const MAX_RATIO = 250;

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
  /** Must be called; streams still being read come to their end first. */
  close(): void;
}

/**
 * Opens an archive and reads its directory.
 * @param name the file as messages call it
 * @throws UnusableFile when it is no sound zip archive
 * @throws OperationalError when the file is missing or may not be read
 */
export async function openZip(path: string, name: string): Promise<ZipArchive> {
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
    const entries = await readDirectory(zip);
    return {
      names: [...entries.values()].map(partName),
      has: (part) => entries.has(part.toLowerCase()),
      read: (part, maxBytes = MAX_PART_BYTES) => readPart(zip, entries.get(part.toLowerCase()), part, maxBytes, name),
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

async function readDirectory(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MAX_PARTS) throw tooLarge(`more than ${MAX_PARTS} parts`);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = partName(entry);
    if (name.endsWith('/')) continue;
    // Two readers of such an archive may see two different catalogues.
    if (entries.has(name.toLowerCase())) throw damaged(`${name}: twice`);
    entries.set(name.toLowerCase(), entry);
  }
  return entries;
}

/** Some programs write backslashes or a leading slash; the library refuses those names, so we decode them ourselves. */
function partName(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '');
}

async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
  part: string,
  maxBytes: number,
  name: string,
): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw damaged(`${part}: missing`);
  if (entry.isEncrypted()) throw new UnusableFile('encrypted', { detail: part });
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) throw damaged(`${part}: compression method ${method}`);
  const size = entry.uncompressedSize;
  if (size > maxBytes) throw tooLarge(`${part}: ${size} bytes, more than ${maxBytes}`);
  if (size > RATIO_COUNTS_ABOVE_BYTES && size > entry.compressedSize * MAX_RATIO) {
    throw tooLarge(`${part}: packed tighter than ${MAX_RATIO}:1`);
  }
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
      if (received > size) throw damaged(`${part}: longer than its ${size} bytes`);
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw zipError(error, name, part);
  }
  if (received !== size) throw damaged(`${part}: ${received} of ${size} bytes`);
  if (checksum !== entry.crc32) throw damaged(`${part}: checksum`);
}

function tooLarge(detail: string): UnusableFile {
  return new UnusableFile('tooLarge', { detail });
}

function damaged(detail: string): UnusableFile {
  return new UnusableFile('damaged', { detail });
}

/** What the system refuses is the operator's; everything else the library complains about is the archive's. */
function zipError(error: unknown, name: string, part?: string): Error {
  if (error instanceof UnusableFile || !(error instanceof Error)) return error as Error;
  if ('syscall' in error) return fileError(error, name);
  return new UnusableFile('damaged', {
    detail: `${part === undefined ? '' : `${part}: `}${error.message}`,
    cause: error,
  });
}
