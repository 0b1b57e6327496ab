/** CSV and its relatives. Every record knows the bytes it came from, so that it can be copied unchanged. */
import { findDialect } from './csv-dialect.ts';
import { isPlain, readLines, readPiece } from './csv-lines.ts';
import { readNear } from './csv-near.ts';
import { cutFile } from './csv-pieces.ts';
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
  const written = { encoding, bom: facts.bom };
  const found = await findDialect(source.path, written, options.delimiter);
  const dialect: CsvDialect = { ...written, ...found, ...(facts.nul ? { nul: true } : {}) };
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
    // Pieces begin at line feeds, which other files do not end their records in.
    ...(isPlain(dialect) ? inPieces(text) : {}),
  };
}

function inPieces(text: TextFile): Required<Pick<RowFile, 'shared' | 'pieces' | 'near'>> {
  const { path, dialect, bytes } = text;
  return {
    shared: text,
    pieces: {
      bytes,
      cut: (pieceBytes, cells, headingRow) => cutFile(text, pieceBytes, cells, headingRow),
      read: (piece) => readPiece(path, dialect, piece),
    },
    near: (from, share, cells) => readNear(text, from, share, cells),
  };
}
