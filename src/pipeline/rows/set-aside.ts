/**
 * The rows of a workbook are set aside in a temporary file as they are read: unpacking a sheet and making sense of its
 * XML takes one thread from its beginning to its end, and all threads can read what is set aside.
 */
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { allowed, allowedBytes, beyond, type Limits } from '../../catalogue/limits.ts';
import type { RowFile, SharedTextItems, SpooledFile } from '../../readers/reader.ts';
import { newBlockWriter } from './block-file.ts';
import { type Growing, newGrowth } from './growth.ts';
import { recordWriter, spooledRows } from './spooled-rows.ts';
import type { Background } from './temporary-folder.ts';

export interface SetAsideOptions {
  /** Whether the rows can be written as they were: cells keep their number formats, and which shared texts they name. */
  readonly formats?: boolean;
  readonly limits?: Limits | undefined;
}

/** A piece can begin at about each such distance. */
const BLOCK_BYTES = 1 << 16;
/** Others wait for this thread meanwhile. */
const TEXTS_AT_A_TIME = 1 << 14;

/**
 * @param folder for the rows; whoever owns it removes it
 * @returns the file with rows that can be read in pieces and one by one; the file itself when its rows can be already
 * @throws UnusableFile when it turns out cut off, damaged or too large
 * @throws OperationalError when the disk is full
 */
export async function withRowsSetAside(file: RowFile, folder: string, options: SetAsideOptions = {}): Promise<RowFile> {
  if (file.records !== undefined) return file;
  const filled = await newFilledFile(file, folder);
  await filled.fill(file, options);
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
  const all = filled.fill(file, options, background.signal);
  background.add(all);
  await Promise.race([all, filled.reaches(bytes)]);
  return filled.file;
}

/** The file a sheet's rows go to. */
interface FilledFile {
  readonly file: RowFile;
  /** Is given what it is read from: who keeps the file for the end would keep all that with it. */
  fill(from: RowFile, options: SetAsideOptions, signal?: AbortSignal): Promise<void>;
  /** Waits till there are more than so many bytes, or all. */
  reaches(bytes: number): Promise<void>;
}

async function newFilledFile(file: RowFile, folder: string): Promise<FilledFile> {
  const { openSheet: _, texts: __, ...about } = file;
  const { format, sheet } = file;
  const place = path.join(await mkdtemp(path.join(folder, 'rows-')), 'rows.spool');
  const spooled = {
    format,
    ...(sheet === undefined ? {} : { sheet }),
    path: place,
    bytes: 0,
    starts: [],
    before: [],
    formats: [],
  };
  const growth = newGrowth();
  let filled: Promise<readonly SharedTextItems[]> | undefined;
  const filling = async (...[from, options, signal]: Parameters<FilledFile['fill']>) => {
    try {
      await setAside(from, spooled, growth, options, signal);
    } catch (error) {
      growth.fail(error);
      throw error;
    }
    return options.formats === true ? itemsOf(from.texts?.() ?? [], signal) : [];
  };
  return {
    file: { ...about, ...spooledRows(spooled, growth), textItems: async () => (await filled) ?? [] },
    async fill(...given) {
      filled = filling(...given);
      await filled;
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
  readonly before: number[];
  readonly formats: string[];
}

/** As they will be written; kept as they are, they would be very many. */
async function itemsOf(texts: readonly string[], signal: AbortSignal | undefined): Promise<readonly SharedTextItems[]> {
  if (texts.length === 0) return [];
  const { textItems } = await import('../../writers/xlsx-texts.ts');
  const lots: SharedTextItems[] = [];
  for (let at = 0; at < texts.length; at += TEXTS_AT_A_TIME) {
    signal?.throwIfAborted();
    lots.push(textItems(texts.slice(at, at + TEXTS_AT_A_TIME)));
    await setImmediate();
  }
  return lots;
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
  let rows = 0;
  try {
    for await (const batch of file.rows({ formats, named: formats })) {
      signal?.throwIfAborted();
      for (const row of batch) {
        const begin = writer.size;
        if (begin >= next) {
          spooled.starts.push(begin);
          spooled.before.push(rows);
          next = begin + BLOCK_BYTES;
        }
        record.put(row, writer);
        rows++;
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
