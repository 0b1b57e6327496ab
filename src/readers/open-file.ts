/** Opens any file a supplier may send: content decides, then the name. */
import { open, stat } from 'node:fs/promises';
import { fileError, OperationalError } from '../catalogue/error.ts';
import { csvReader } from './csv.ts';
import type { Reader, ReadOptions, RowFile, Source } from './reader.ts';
import { ublReader } from './ubl.ts';
import { xlsxReader } from './xlsx.ts';

export const readers: readonly Reader[] = [xlsxReader, ublReader, csvReader];

const HEAD_BYTES = 1 << 14;

/**
 * @throws OperationalError when the file is missing, a folder, or not permitted
 * @throws UnusableFile when the supplier must put it right
 */
export async function openFile(source: Source, options: ReadOptions = {}): Promise<RowFile> {
  const head = await readHead(source);
  // Text is what remains when no other format knows its own: a CSV file may have any name.
  const reader =
    options.format === undefined
      ? (readers.find((candidate) => candidate.recognises(head, source.path)) ?? csvReader)
      : readerNamed(options.format);
  refuseOtherFormat(reader, head, source);
  return reader.open(source, options);
}

function readerNamed(format: string): Reader {
  const reader = readers.find((candidate) => candidate.format === format);
  if (reader !== undefined) return reader;
  const known = readers.map((candidate) => candidate.format).join(', ');
  throw new OperationalError({
    nb: `Kjenner ikke formatet «${format}» (--from). Velg blant: ${known}.`,
    en: `Unknown format "${format}" (--from). Choose from: ${known}.`,
  });
}

/** A format asked for that the file plainly is not: said of a sound file, that would be its sender's fault. */
function refuseOtherFormat(reader: Reader, head: Uint8Array, source: Source): void {
  if (head.length === 0) return;
  const isWorkbook = xlsxReader.recognises(head, source.path);
  if (reader.format === 'xlsx' && !isWorkbook) {
    throw new OperationalError({
      nb: `${source.name} er ikke en arbeidsbok (--from xlsx). Ta bort --from, eller bruk --from csv.`,
      en: `${source.name} is no workbook (--from xlsx). Leave out --from, or use --from csv.`,
    });
  }
  const isUbl = ublReader.recognises(head, source.path);
  if (reader.format === 'ubl' && !isUbl) {
    throw new OperationalError({
      nb: `${source.name} er ikke en UBL-katalog i XML (--from ubl). Ta bort --from.`,
      en: `${source.name} is no UBL catalogue in XML (--from ubl). Leave out --from.`,
    });
  }
  if (reader.format === 'csv' && isUbl) {
    throw new OperationalError({
      nb: `${source.name} er en UBL-katalog i XML, ikke CSV (--from csv). Ta bort --from, eller bruk --from ubl.`,
      en: `${source.name} is a UBL catalogue in XML, not CSV (--from csv). Leave out --from, or use --from ubl.`,
    });
  }
  if (reader.format === 'csv' && isWorkbook) {
    throw new OperationalError({
      nb: `${source.name} er en arbeidsbok, ikke CSV (--from csv). Ta bort --from, eller bruk --from xlsx.`,
      en: `${source.name} is a workbook, not CSV (--from csv). Leave out --from, or use --from xlsx.`,
    });
  }
}

async function readHead(source: Source): Promise<Uint8Array> {
  const { path } = source;
  try {
    if ((await stat(path)).isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(HEAD_BYTES);
      const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(error, source.typed ?? path);
  }
}
