/** CSV and its relatives. Every record knows the bytes it came from, so that it can be copied unchanged. */
import { findDialect } from './csv-dialect.ts';
import { readLines, readPiece } from './csv-lines.ts';
import { readNear } from './csv-near.ts';
import { recordAccess } from './csv-record-at.ts';
import type { CsvDialect, Reader, ReadOptions, RowFile, Source, TextFile } from './reader.ts';
import { inspectText } from './text-encoding.ts';

export const csvReader: Reader = {
  format: 'csv',
  recognises: (_head, name) => /\.(csv|txt|tsv|tab)$/i.test(name),
  open: openCsv,
};

async function openCsv(source: Source, options: ReadOptions): Promise<RowFile> {
  const facts = await inspectText(source.path);
  const encoding = options.encoding ?? facts.encoding;
  const found = await findDialect(source.path, encoding);
  const dialect: CsvDialect = {
    encoding,
    bom: facts.bom,
    delimiter: options.delimiter ?? found.delimiter,
    lineEnd: found.lineEnd,
  };
  return csvFile({ path: source.path, dialect, bytes: facts.bytes });
}

/** A file whose dialect is known. */
export function csvFile(text: TextFile): RowFile {
  const { path, dialect } = text;
  return {
    format: 'csv',
    dialect,
    rows: () => readLines(path, dialect),
    records: recordAccess(path, dialect),
    text,
    piece: (piece) => readPiece(path, dialect, piece),
    near: (from, share, cells) => readNear(text, from, share, cells),
  };
}
