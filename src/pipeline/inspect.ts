/** How a file was understood, column by column. */

import { findAgreement } from '../agreement/find-agreement.ts';
import { loadAgreement } from '../agreement/load-agreement.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { type Field, fieldKind } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { mapRows } from '../mapping/map-rows.ts';
import { loadMappingFile, type MappingFile } from '../mapping/mapping-file.ts';
import type { Sample, Understanding } from '../reporters/understanding.ts';
import { LABEL_WORDS } from './label-words.ts';
import { openMapped, type Reading, type Surroundings } from './load-inputs.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { unpacked } from './unpacked.ts';
import { unusable } from './unusable.ts';
import { sourceIn } from './workspace.ts';

const SAMPLES = 3;
const SAMPLE_LINES = 200;

/** @throws OperationalError when the file is missing or cannot be used */
export function inspectFile(file: string, reading: Reading, around: Surroundings): Promise<Understanding> {
  return withTemporaryFolder((folder) => inspectIn(folder, file, reading, around));
}

async function inspectIn(folder: string, file: string, reading: Reading, around: Surroundings): Promise<Understanding> {
  const source = sourceIn(around.currentFolder, file);
  try {
    const opened = await openMapped(
      await unpacked(source, folder, reading.maxUnpacked),
      reading,
      await mappingBeside(source.path),
    );
    const { header } = opened.mapping;
    const samples = header.columns.map((): Sample[] => []);
    const unreadable = header.columns.map((): string[] => []);
    const unreadableCounts = header.columns.map(() => 0);
    let lines = 0;
    for await (const batch of mapRows(opened.file.rows(), opened.mapping)) {
      for (const { line, raw } of batch) {
        lines++;
        header.columns.forEach(({ field, index }, at) => {
          const cell = raw.cells[index]?.trim() ?? '';
          const seen = samples[at];
          if (
            lines <= SAMPLE_LINES &&
            cell !== '' &&
            seen !== undefined &&
            seen.length < SAMPLES &&
            !seen.some(({ text }) => text === cell)
          ) {
            seen.push(sampleOf(cell, field, line));
          }
          if (field !== undefined && line.unreadable?.[field] !== undefined) {
            unreadableCounts[at] = (unreadableCounts[at] ?? 0) + 1;
            if (unreadable[at]?.length === 0) unreadable[at].push(cell);
          }
        });
      }
      around.signal?.throwIfAborted();
    }
    const { format, dialect, sheet, otherSheets } = opened.file;
    return {
      file: source.name,
      format,
      ...(dialect === undefined ? {} : { dialect }),
      ...(sheet === undefined ? {} : { sheet }),
      otherSheets: otherSheets ?? [],
      headingRow: header.headingRow,
      lines,
      columns: header.columns.map((column, at) => ({
        ...column,
        samples: samples[at] ?? [],
        unreadable: unreadableCounts[at] ?? 0,
        ...(unreadable[at]?.[0] === undefined ? {} : { unreadableSample: unreadable[at][0] }),
      })),
    };
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
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
