/** How a file was understood, column by column. */

import { findAgreement } from '../agreement/find-agreement.ts';
import { loadAgreement } from '../agreement/load-agreement.ts';
import { type Column, UnusableFile } from '../catalogue/catalogue.ts';
import { type Field, fieldKind } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { twoDays, twoNumbers } from '../catalogue/open-value.ts';
import { priceHeading, recogniseHeading } from '../mapping/headings.ts';
import { mapRows } from '../mapping/map-rows.ts';
import { loadMappingFile, type MappingFile } from '../mapping/mapping-file.ts';
import type { UnderstoodFile } from '../mapping/write-mapping-file.ts';
import type { Sample, Understanding } from '../reporters/understanding.ts';
import type { Surroundings } from './inputs/check-request.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import { type OpenedCatalogue, openMapped, type Reading } from './inputs/open-catalogue.ts';
import { unpacked } from './inputs/unpacked.ts';
import { unusable } from './inputs/unusable.ts';
import { sourceIn } from './inputs/workspace.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';

const SAMPLES = 3;
const SAMPLE_LINES = 200;

export interface InspectedFile {
  readonly understanding: Understanding;
  readonly understood: UnderstoodFile;
  /** Where the file lies. */
  readonly path: string;
}

/** @throws OperationalError when the file is missing or cannot be used */
export function inspectFile(file: string, reading: Reading, around: Surroundings): Promise<InspectedFile> {
  return withTemporaryFolder((folder) => inspectIn(folder, file, reading, around));
}

async function inspectIn(folder: string, file: string, reading: Reading, around: Surroundings): Promise<InspectedFile> {
  const source = sourceIn(around.currentFolder, file);
  try {
    const opened = await openMapped(
      await unpacked(source, folder, reading.limits),
      reading,
      await mappingBeside(source.path),
    );
    const { header } = opened.mapping;
    const { seen, unknownUnits, lines, hiddenRows } = await lookAtLines(opened, around);
    const { format, action, dialect, sheet, otherSheets, hiddenSheets } = opened.file;
    const { sheetsAlike } = header;
    const understanding: Understanding = {
      file: source.name,
      format,
      ...(action === undefined ? {} : { action }),
      ...(dialect === undefined ? {} : { dialect }),
      ...(sheet === undefined ? {} : { sheet }),
      otherSheets: otherSheets ?? [],
      hiddenSheets: hiddenSheets ?? [],
      ...(sheetsAlike === undefined ? {} : { sheetsAlike }),
      hiddenRows,
      headingRow: header.headingRow,
      lines,
      columns: header.columns.map((column, at) => ({
        ...(header.headingRow > 0 && isPassedOver(column, header.columns)
          ? { ...column, reason: 'secondChoice' }
          : column),
        ...(seen[at] ?? { samples: [], filled: 0, unreadable: 0 }),
      })),
      ambiguous: header.ambiguous ?? [],
      doubts: header.doubts ?? [],
      ...priceFacts(header.columns),
    };
    return {
      understanding,
      understood: { ...opened, unknownUnits: [...unknownUnits], open: new Set(seen.flatMap(({ open }) => open ?? [])) },
      path: source.path,
    };
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
}

/** Its heading is known, but another column is that field. */
function isPassedOver({ field, reason, heading }: Column, columns: readonly Column[]): boolean {
  if (field !== undefined || reason !== undefined) return false;
  const known = recogniseHeading(heading)?.field;
  return known !== undefined && columns.some((other) => other.field === known);
}

const MOST_UNKNOWN_UNITS = 20;

interface SeenLines {
  readonly seen: readonly SeenColumn[];
  readonly unknownUnits: ReadonlySet<string>;
  readonly lines: number;
  /** Of them, those nobody sees who opens the workbook. */
  readonly hiddenRows: number;
}

async function lookAtLines({ file, mapping }: OpenedCatalogue, around: Surroundings): Promise<SeenLines> {
  const { columns } = mapping.header;
  const seen = columns.map((): SeenColumn => ({ samples: [], filled: 0, unreadable: 0 }));
  const unknownUnits = new Set<string>();
  let lines = 0;
  let hiddenRows = 0;
  for await (const batch of mapRows(file.rows(), mapping)) {
    for (const { line, raw } of batch) {
      lines++;
      hiddenRows += Number(raw.hidden === true);
      for (const [at, { field, index }] of columns.entries()) {
        const cell = raw.cells[index] ?? '';
        const column = seen[at];
        if (column === undefined || cell.trim() === '') continue;
        column.filled++;
        if (lines <= SAMPLE_LINES) addSample(column.samples, cell.trim(), field, line);
        if (field !== undefined) noteUnreadable(column, cell.trim(), field, line, unknownUnits);
      }
    }
    around.signal?.throwIfAborted();
  }
  return { seen, unknownUnits, lines, hiddenRows };
}

function noteUnreadable(
  column: SeenColumn,
  cell: string,
  field: Field,
  { unreadable }: CatalogueLine,
  unknownUnits: Set<string>,
): void {
  if (unreadable?.[field] === undefined) return;
  column.unreadable++;
  column.unreadableSample ??= cell;
  const isDate = fieldKind(field) === 'date';
  if ((isDate ? twoDays(cell) : NUMERIC.has(fieldKind(field)) ? twoNumbers(cell) : undefined) !== undefined) {
    column.open = isDate ? 'date' : 'number';
  }
  if (fieldKind(field) === 'unit' && unknownUnits.size < MOST_UNKNOWN_UNITS) unknownUnits.add(cell);
}

interface SeenColumn {
  readonly samples: Sample[];
  filled: number;
  unreadable: number;
  unreadableSample?: string;
  /** Some cells could be read in two ways. */
  open?: 'number' | 'date';
}

function addSample(samples: Sample[], cell: string, field: Field | undefined, line: CatalogueLine): void {
  if (samples.length < SAMPLES && !samples.some(({ text }) => text === cell)) samples.push(sampleOf(cell, field, line));
}

const NUMERIC: ReadonlySet<string> = new Set(['decimal', 'money', 'percent']);

function priceFacts(columns: readonly Column[]): Pick<Understanding, 'price'> {
  const price = columns.find(({ field }) => field === 'price');
  const told = price === undefined ? {} : priceHeading(price.heading);
  return Object.keys(told).length === 0 ? {} : { price: told };
}

/** Numbers, days and units are shown as they were read: that is where a misread column does harm. */
function sampleOf(cell: string, field: Field | undefined, line: CatalogueLine): Sample {
  const value = field === undefined ? undefined : line[field];
  if (field === undefined || typeof value !== 'string' || !SHOWN_AS_READ.has(fieldKind(field))) return { text: cell };
  return value === cell ? { text: cell } : { text: cell, readAs: value };
}

const SHOWN_AS_READ: ReadonlySet<string> = new Set(['decimal', 'money', 'percent', 'date', 'unit']);

/** The mapping file of the agreement the catalogue belongs to, so that inspect sees what check will see. */
async function mappingBeside(file: string): Promise<MappingFile | undefined> {
  const agreementPath = await findAgreement(file);
  if (agreementPath === undefined) return undefined;
  const { mappingFile } = await loadAgreement(agreementPath, LABEL_WORDS);
  return mappingFile === undefined ? undefined : (await loadMappingFile(mappingFile)).mapping;
}
