/** A catalogue sent gzipped, or as the only file of a zip archive, is unpacked into a temporary file before it is read. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { damaged } from '../../catalogue/damage.ts';
import { fileError } from '../../catalogue/error.ts';
import { allowed, allowedBytes, beyond, type Limits } from '../../catalogue/limits.ts';
import type { Source } from '../../readers/reader.ts';
import type { ZipArchive } from '../../readers/zip.ts';

/**
 * @param folder for the unpacked file; whoever owns it removes it
 * @param limits of how large the file may become
 * @returns where the content lies, under the name of the file as sent; the source itself when nothing is packed
 * @throws UnusableFile `archive` when it cannot be told what to read; `tooLarge`, `cutOff`, `damaged`, `encrypted`
 * @throws OperationalError when the file cannot be read, or the disk is full
 */
export async function unpacked(source: Source, folder: string, limits?: Limits): Promise<Source> {
  const packing = packingOf(await headOf(source));
  if (packing === undefined) return source;
  const content = packing === 'gzip' ? await gunzip(source, folder, limits) : await unzip(source, folder, limits);
  if (content === undefined) return source;
  if (await isPackedAgain(content)) throw new UnusableFile('archive', { detail: 'nested' });
  return { name: source.name, path: content, typed: source.typed ?? source.path };
}

function packingOf([first, second, third, fourth]: Uint8Array): 'gzip' | 'zip' | undefined {
  if (first === 0x1f && second === 0x8b) return 'gzip';
  const isZip = first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
  return isZip ? 'zip' : undefined;
}

async function headOf({ path: file, typed }: Source): Promise<Uint8Array> {
  try {
    const opened = await open(file);
    try {
      const { buffer, bytesRead } = await opened.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw fileError(error, typed ?? file);
  }
}

async function gunzip(source: Source, folder: string, limits: Limits | undefined): Promise<string> {
  const target = await targetIn(folder, source.path.replace(/\.gz(?:ip)?$/i, ''));
  try {
    const packed = createReadStream(source.path);
    await pipeline(packed, createGunzip(), bounded(limits), createWriteStream(target));
    return target;
  } catch (error) {
    throw gzipError(error, target);
  }
}

function gzipError(error: unknown, target: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new UnusableFile('cutOff', { detail: 'gzip', cause: error });
  if (code.startsWith('Z_')) return damaged('gzip', undefined, { cause: error });
  return error instanceof UnusableFile ? error : fileError(error, target);
}

/** @returns `undefined` for a workbook or another document that is an archive itself */
async function unzip(source: Source, folder: string, limits: Limits | undefined): Promise<string | undefined> {
  const zip = await opened(source.path, source.name, limits);
  try {
    if (isDocument(zip)) return undefined;
    const name = onlyFile(zip.names);
    const target = await targetIn(folder, name);
    const bytes = zip.read(name, Number.POSITIVE_INFINITY);
    await pipeline(bytes, bounded(limits), createWriteStream(target));
    return target;
  } catch (error) {
    throw error instanceof UnusableFile ? error : fileError(error, source.typed ?? source.path);
  } finally {
    zip.close();
  }
}

/** Workbooks, also of other programs, are archives of many files; their reader knows what they are. */
function isDocument(zip: ZipArchive): boolean {
  return (
    ['[Content_Types].xml', 'mimetype', 'Index/Document.iwa'].some((part) => zip.has(part)) ||
    zip.names.some((name) => /^xl\//i.test(name))
  );
}

/** What a Mac puts beside the file is none. */
const BESIDE = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

function onlyFile(names: readonly string[]): string {
  const files = names.filter((name) => !BESIDE.test(name));
  const [name] = files;
  if (name === undefined) throw new UnusableFile('archive', { detail: 'empty' });
  if (files.length > 1) throw new UnusableFile('archive', { detail: `${files.length} files` });
  if (/(?:^|\/)\.\.(?:\/|$)|^[a-z]:|\0/i.test(name)) throw new UnusableFile('archive', { detail: 'path' });
  return name;
}

/** The name is ours, the ending the file's: readers look at it. */
async function targetIn(folder: string, name: string): Promise<string> {
  const own = await mkdtemp(path.join(folder, 'unpacked-'));
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  return path.join(own, `catalogue${ending.toLowerCase()}`);
}

function bounded(limits: Limits | undefined): Transform {
  const most = allowedBytes(limits, 'unpacked');
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(beyond('unpacked', allowed(limits, 'unpacked')));
      else done(null, chunk);
    },
  });
}

async function isPackedAgain(file: string): Promise<boolean> {
  const packing = packingOf(await headOf({ name: file, path: file }));
  if (packing !== 'zip') return packing === 'gzip';
  const zip = await opened(file, file);
  try {
    return !isDocument(zip);
  } finally {
    zip.close();
  }
}

/** Loaded only for what is an archive. */
async function opened(path: string, name: string, limits?: Limits): Promise<ZipArchive> {
  const { openZip } = await import('../../readers/zip.ts');
  return openZip(path, name, limits);
}
