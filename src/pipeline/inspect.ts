/** How a file was understood, column by column. */

import { findAgreement, loadAgreement } from '../agreement/load-agreement.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { mapRows } from '../mapping/map-rows.ts';
import { loadMappingFile, type MappingFile } from '../mapping/mapping-file.ts';
import type { Understanding } from '../reporters/understanding.ts';
import { LABEL_WORDS } from './label-words.ts';
import { openMapped, type Reading, type Surroundings } from './load-inputs.ts';
import { unusable } from './unusable.ts';
import { sourceIn } from './workspace.ts';

const SAMPLES = 3;
const SAMPLE_LINES = 200;

/** @throws OperationalError when the file is missing or cannot be used */
export async function inspectFile(file: string, reading: Reading, around: Surroundings): Promise<Understanding> {
  const source = sourceIn(around.currentFolder, file);
  try {
    const opened = await openMapped(source, reading, await mappingBeside(source.path));
    const { header } = opened.mapping;
    const samples = header.columns.map((): string[] => []);
    const unreadable = header.columns.map(() => 0);
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
            !seen.includes(cell)
          ) {
            seen.push(cell);
          }
          if (field !== undefined && line.unreadable?.[field] !== undefined) unreadable[at] = (unreadable[at] ?? 0) + 1;
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
        unreadable: unreadable[at] ?? 0,
      })),
    };
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
}

/** The mapping file of the agreement the catalogue belongs to, so that inspect sees what check will see. */
async function mappingBeside(file: string): Promise<MappingFile | undefined> {
  const agreementPath = await findAgreement(file);
  if (agreementPath === undefined) return undefined;
  const { mappingFile } = await loadAgreement(agreementPath, LABEL_WORDS);
  return mappingFile === undefined ? undefined : (await loadMappingFile(mappingFile)).mapping;
}
