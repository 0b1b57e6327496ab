/** Which sheet of a workbook is the catalogue, where nobody has said. */
import { type CatalogueSheet, UnusableFile } from '../../catalogue/catalogue.ts';
import { OperationalError } from '../../catalogue/error.ts';
import type { Field } from '../../catalogue/field.ts';
import { type Mapping, type MappingOverrides, prepareMapping } from '../../mapping/map-rows.ts';
import type { RowFile } from '../../readers/reader.ts';

interface Candidate {
  readonly file: RowFile;
  readonly mapping: Mapping;
  readonly fields: ReadonlySet<Field>;
  readonly lines: number;
  readonly score: number;
}

/** Cover sheets, instructions and code lists stand beside a catalogue; nobody has a thousand of them. */
const MOST_SHEETS = 50;
/** Enough to tell a list from an example. */
const LINES_COUNTED = 10_000;

/** What sheets are called in the languages of suppliers; those of changes hold a part of the prices only. */
const OF_A_CATALOGUE =
  /pris(?!e?n?endring|ändring|ændring)|price(?! change)|preis|katalog|catalog|sortiment|assortment/i;
const OF_THE_PAST = /histor|arkiv|archiv|gam(?:mel|le|mal|la)|\bold\b|tidligere|tidigere|forrige|utg[åa]|udgå/i;

/**
 * The sheet that looks most like a catalogue, of those a person sees: by the headings that are understood, whether
 * there is a price, how many lines there are and what it is called; of equals the first.
 * @param file with the first sheet that holds anything
 * @throws UnusableFile, OperationalError what is wrong with the first sheet, when none can be read
 */
export async function chooseSheet(
  file: RowFile,
  overrides: MappingOverrides,
): Promise<{ readonly file: RowFile; readonly mapping: Mapping }> {
  const others = (file.otherSheets ?? []).slice(0, MOST_SHEETS);
  if (file.openSheet === undefined || others.length === 0)
    return { file, mapping: await prepareMapping(file, overrides) };
  const candidates: Candidate[] = [];
  const failures: unknown[] = [];
  for (const name of [undefined, ...others]) {
    try {
      const sheet = name === undefined ? file : await file.openSheet(name);
      candidates.push(await candidateOf(sheet, overrides));
    } catch (error) {
      if (!(error instanceof UnusableFile || error instanceof OperationalError)) throw error;
      failures.push(error);
    }
  }
  const best = candidates.reduce<Candidate | undefined>(
    (found, other) => (found === undefined || other.score > found.score ? other : found),
    undefined,
  );
  if (best === undefined) throw failures[0];
  const alike = candidates.filter((other) => other !== best && looksLike(other, best));
  if (alike.length === 0) return best;
  const { mapping } = best;
  const header = { ...mapping.header, sheetsAlike: [best, ...alike].map(sheetOf) };
  return { file: best.file, mapping: { ...mapping, header } };
}

async function candidateOf(file: RowFile, overrides: MappingOverrides): Promise<Candidate> {
  const mapping = await prepareMapping(file, overrides);
  const { columns, headingRow } = mapping.header;
  const fields = new Set(columns.flatMap(({ field }) => field ?? []));
  const lines = await countLines(file, headingRow);
  const understood = columns.reduce((sum, { confidence = 0 }) => sum + confidence, 0);
  return {
    file,
    mapping,
    fields,
    lines,
    score: understood + (hasPrice(fields) ? 2 : 0) + Math.log10(lines + 1) + nameScore(file.sheet ?? ''),
  };
}

function nameScore(name: string): number {
  return (OF_A_CATALOGUE.test(name) ? 1 : 0) - (OF_THE_PAST.test(name) ? 1 : 0);
}

async function countLines(file: RowFile, headingRow: number): Promise<number> {
  let lines = 0;
  for await (const batch of file.rows()) {
    for (const { row } of batch) if (row > headingRow) lines++;
    if (lines >= LINES_COUNTED) return LINES_COUNTED;
  }
  return lines;
}

const hasPrice = (fields: ReadonlySet<Field>): boolean => fields.has('price') || fields.has('listPrice');

/** Of the fields of the sheet chosen, the other one has nearly all, and what a line is known and paid by. */
const ALIKE = 0.8;

function looksLike(other: Candidate, best: Candidate): boolean {
  if (!hasPrice(other.fields) || !(other.fields.has('itemNumber') || other.fields.has('gtin'))) return false;
  const shared = [...best.fields].filter((field) => other.fields.has(field)).length;
  return shared >= best.fields.size * ALIKE;
}

function sheetOf({ file, lines }: Candidate): CatalogueSheet {
  return { name: file.sheet ?? '', lines };
}
