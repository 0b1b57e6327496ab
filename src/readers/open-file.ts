/** Opens any file a supplier may send: content decides, then the name. */
import { open, stat } from 'node:fs/promises';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { bmecatReader } from './bmecat.ts';
import { cifReader } from './cif.ts';
import { csvReader } from './csv.ts';
import { jsonlReader } from './jsonl.ts';
import { otherKind } from './other-kinds.ts';
import type { Reader, ReadOptions, RowFile, Source } from './reader.ts';
import { ublReader } from './ubl.ts';
import { xlsxReader } from './xlsx.ts';

export const readers: readonly Reader[] = [xlsxReader, ublReader, bmecatReader, cifReader, jsonlReader, csvReader];

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
  const kind = reader === csvReader ? otherKind(head) : undefined;
  if (kind !== undefined) throw new UnusableFile('notACatalogue', { detail: kind });
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
  const asked = reader.format;
  const known = readers.find(({ format, recognises }) => format in PLAIN && recognises(head, source.path))?.format;
  if (known === asked || (known === undefined && !(asked in PLAIN))) return;
  const is = known === undefined ? undefined : PLAIN[known];
  const wanted = PLAIN[asked];
  if (is !== undefined) {
    throw new OperationalError({
      nb: `${source.name} er ${is.nb}, ikke ${wanted?.nb ?? asked.toUpperCase()} (--from ${asked}). Ta bort --from, eller bruk --from ${known}.`,
      en: `${source.name} is ${is.en}, not ${wanted?.en ?? asked.toUpperCase()} (--from ${asked}). Leave out --from, or use --from ${known}.`,
    });
  }
  throw new OperationalError({
    nb: `${source.name} er ikke ${wanted?.nb} (--from ${asked}). Ta bort --from.`,
    en: `${source.name} is not ${wanted?.en} (--from ${asked}). Leave out --from.`,
  });
}

/** Formats whose first bytes always tell. */
const PLAIN: Readonly<Partial<Record<string, Text>>> = {
  xlsx: { nb: 'en arbeidsbok', en: 'a workbook' },
  ubl: { nb: 'en UBL-katalog i XML', en: 'a UBL catalogue in XML' },
  bmecat: { nb: 'en BMEcat-fil', en: 'a BMEcat file' },
  cif: { nb: 'en CIF-fil', en: 'a CIF file' },
};

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
