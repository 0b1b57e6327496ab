/** The times of the entries in a zip archive that we wrote: the clock's otherwise, and so never the same bytes twice. */
import { type FileHandle, open } from 'node:fs/promises';
import { fileError } from '../catalogue/error.ts';

/** @see APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16 */
const DIRECTORY_END = { signature: 0x06054b50, bytes: 22, entriesAt: 10, sizeAt: 12, offsetAt: 16 };
const DIRECTORY_ENTRY = { signature: 0x02014b50, bytes: 46, timeAt: 12, lengthsAt: 28, localOffsetAt: 42 };
const LOCAL_TIME_AT = 10;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

/**
 * Gives every entry of the archive midnight of `day` as its time. For archives written in one go, with nothing after
 * the directory.
 * @param day `YYYY-MM-DD`
 * @throws OperationalError when the file cannot be read or written
 */
export async function setEntryDay(path: string, day: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      await stamp(file, dosTime(day));
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(error, path);
  }
}

async function stamp(file: FileHandle, time: Buffer): Promise<void> {
  const { size } = await file.stat();
  const end = await readAt(file, DIRECTORY_END.bytes, size - DIRECTORY_END.bytes);
  if (end.readUInt32LE(0) !== DIRECTORY_END.signature)
    throw new Error('the directory is not at the end of the archive');
  const start = end.readUInt32LE(DIRECTORY_END.offsetAt);
  const directory = await readAt(file, end.readUInt32LE(DIRECTORY_END.sizeAt), start);
  let at = 0;
  for (let left = end.readUInt16LE(DIRECTORY_END.entriesAt); left > 0; left -= 1) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY.signature) throw new Error('the directory has fewer entries');
    time.copy(directory, at + DIRECTORY_ENTRY.timeAt);
    await file.write(time, 0, time.length, directory.readUInt32LE(at + DIRECTORY_ENTRY.localOffsetAt) + LOCAL_TIME_AT);
    const lengths = at + DIRECTORY_ENTRY.lengthsAt;
    at += DIRECTORY_ENTRY.bytes;
    for (const field of [0, 2, 4]) at += directory.readUInt16LE(lengths + field);
  }
  await file.write(directory, 0, directory.length, start);
}

async function readAt(file: FileHandle, bytes: number, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, position);
  if (bytesRead !== bytes) throw new Error(`${bytesRead} of ${bytes} bytes at ${position}`);
  return buffer;
}

/** Time, then date, 16 bits each; midnight is all zeros. */
function dosTime(day: string): Buffer {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const bytes = Buffer.alloc(4);
  const counted = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR;
  bytes.writeUInt16LE((counted << 9) | (month << 5) | date, 2);
  return bytes;
}
