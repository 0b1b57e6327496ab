/** CSV and its relatives. Every record knows the bytes it came from, so that it can be copied unchanged. */
import { findDialect } from './csv-dialect.ts';
import { isPlain, readLines, readPiece } from './csv-lines.ts';
import { readNear } from './csv-near.ts';
import { cutFile } from './csv-pieces.ts';
import { recordAccess } from './csv-record-at.ts';
import { keepingBatches } from './kept-batches.ts';
import type { CsvDialect, RawRow, Reader, ReadOptions, RowFile, Source, TextFile } from './reader.ts';
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
  const { limits } = options;
  return csvFile({ path: source.path, dialect, bytes: facts.bytes, ...(limits === undefined ? {} : { limits }) });
}

/** A file whose dialect is known. */
export function csvFile(text: TextFile): RowFile {
  const { path, dialect } = text;
  return {
    format: 'csv',
    dialect,
    rows: rowsOf(text),
    records: recordAccess(path, dialect),
    // Pieces begin at line feeds, which other files do not end their records in.
    ...(isPlain(dialect) ? inPieces(text) : {}),
  };
}

/** A file no longer than this is cut into rows once, however often they are asked for: to learn how to read it, and then. */
const KEPT_BYTES = 1 << 20;

function rowsOf({ path, dialect, bytes, limits }: TextFile): RowFile['rows'] {
  const read = (): AsyncGenerator<readonly RawRow[]> => readLines(path, dialect, limits);
  return bytes > KEPT_BYTES ? read : keepingBatches(read);
}

function inPieces(text: TextFile): Required<Pick<RowFile, 'shared' | 'pieces' | 'near'>> {
  const { path, dialect, bytes, limits } = text;
  return {
    shared: text,
    pieces: {
      bytes: () => bytes,
      cut: (pieceBytes, cells, headingRow) => cutFile(text, pieceBytes, cells, headingRow),
      read: (piece) => readPiece(path, dialect, piece, limits),
    },
    near: (from, share, cells) => readNear(text, from, share, cells),
  };
}
