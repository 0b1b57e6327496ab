/**
 * The rows of a workbook are set aside in a temporary file as they are read: unpacking a sheet and making sense of its
 * XML takes one thread from its beginning to its end, and all threads can read what is set aside.
 */
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { allowed, allowedBytes, beyond, type Limits } from '../../catalogue/limits.ts';
import type { RowFile, SpooledFile } from '../../readers/reader.ts';
import { newBlockWriter } from './block-file.ts';
import { type Growing, newGrowth } from './growth.ts';
import { recordWriter, spooledRows } from './spooled-rows.ts';
import type { Background } from './temporary-folder.ts';

export interface SetAsideOptions {
  /** Whether cells keep their number formats, so that they can be written as they were. */
  readonly formats?: boolean;
  readonly limits?: Limits | undefined;
}

/** A piece can begin at about each such distance. */
const BLOCK_BYTES = 1 << 16;

/**
 * @param folder for the rows; whoever owns it removes it
 * @returns the file with rows that can be read in pieces and one by one; the file itself when its rows can be already
 * @throws UnusableFile when it turns out cut off, damaged or too large
 * @throws OperationalError when the disk is full
 */
export async function withRowsSetAside(file: RowFile, folder: string, options: SetAsideOptions = {}): Promise<RowFile> {
  if (file.records !== undefined) return file;
  const filled = await newFilledFile(file, folder);
  await filled.fill(options);
  return filled.file;
}

/**
 * The same, without waiting for all of a long file: its pieces come as they are set aside, and its rows when all are.
 * @param bytes with more than so many set aside the file is long
 * @returns a file whose rows and pieces throw what {@link withRowsSetAside} throws, where that shows only later
 */
export async function withRowsComing(
  file: RowFile,
  folder: string,
  bytes: number,
  background: Background,
  options: SetAsideOptions = {},
): Promise<RowFile> {
  if (file.records !== undefined) return file;
  const filled = await newFilledFile(file, folder);
  const all = filled.fill(options, background.signal);
  background.add(all);
  await Promise.race([all, filled.reaches(bytes)]);
  return filled.file;
}

/** The file a sheet's rows go to. */
interface FilledFile {
  readonly file: RowFile;
  fill(options: SetAsideOptions, signal?: AbortSignal): Promise<void>;
  /** Waits till there are more than so many bytes, or all. */
  reaches(bytes: number): Promise<void>;
}

async function newFilledFile(file: RowFile, folder: string): Promise<FilledFile> {
  const { openSheet: _, ...about } = file;
  const { format, sheet } = file;
  const place = path.join(await mkdtemp(path.join(folder, 'rows-')), 'rows.spool');
  const spooled = { format, ...(sheet === undefined ? {} : { sheet }), path: place, bytes: 0, starts: [], formats: [] };
  const growth = newGrowth();
  return {
    file: { ...about, ...spooledRows(spooled, growth) },
    async fill(options, signal) {
      try {
        await setAside(file, spooled, growth, options, signal);
      } catch (error) {
        growth.fail(error);
        throw error;
      }
    },
    async reaches(bytes) {
      while (!growth.isWhole && spooled.bytes <= bytes) await growth.more();
    },
  };
}

/** A file that others read from while it grows. */
interface GrowingFile extends SpooledFile {
  bytes: number;
  readonly starts: number[];
  readonly formats: string[];
}

async function setAside(
  file: RowFile,
  spooled: GrowingFile,
  growth: Growing,
  { formats = false, limits }: SetAsideOptions,
  signal: AbortSignal | undefined,
): Promise<void> {
  const most = allowedBytes(limits, 'unpacked');
  const writer = newBlockWriter(spooled.path);
  const record = recordWriter(spooled.formats);
  let next = 0;
  try {
    for await (const batch of file.rows({ formats })) {
      signal?.throwIfAborted();
      for (const row of batch) {
        const begin = writer.size;
        if (begin >= next) {
          spooled.starts.push(begin);
          next = begin + BLOCK_BYTES;
        }
        record.put(row, writer);
      }
      // Cells name texts that the workbook holds once, so a small workbook can say very much.
      if (writer.size > most) throw beyond('unpacked', allowed(limits, 'unpacked'));
      spooled.bytes = writer.written;
      growth.note();
    }
    writer.end();
    spooled.bytes = writer.size;
    growth.end();
  } finally {
    writer.abandon();
  }
}
