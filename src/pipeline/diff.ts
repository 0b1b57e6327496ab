/** Two catalogues, line by line, without any rule. The two may be of different formats. */
import path from 'node:path';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import type { PlacedChange } from '../diff/change.ts';
import { changesInOrder } from '../diff/changes-in-order.ts';
import { newDiffer } from '../diff/differ.ts';
import { indexPrevious } from '../diff/previous-version.ts';
import type { DiffTotals } from '../diff/tally.ts';
import { mapRows } from '../mapping/map-rows.ts';
import type { Change } from '../reporters/result.ts';
import { type OpenedCatalogue, openMapped, type Reading, type Surroundings } from './load-inputs.ts';
import { soundRows } from './sound-rows.ts';
import { newSpool } from './spool.ts';
import { sourceIn } from './workspace.ts';

export interface Difference {
  readonly totals: DiffTotals;
  /** In the order of the new catalogue; removed lines last. Gone when the work is done. */
  readonly changes: () => AsyncIterable<Change>;
}

/**
 * @param temporary a folder for what does not fit in memory
 * @throws OperationalError when one of the files is missing or cannot be used: there is no run to tell it in
 */
export async function diffCatalogues(
  before: string,
  after: string,
  reading: Reading,
  temporary: string,
  around: Surroundings,
): Promise<Difference> {
  const old = await opened(before, reading, around);
  const current = await opened(after, reading, around);
  const previous = await indexPrevious(old.file, old.mapping, current.mapping);
  const differ = newDiffer(previous, current.mapping);
  const early = newSpool<PlacedChange>(path.join(temporary, 'changes.spool'));
  let ordinal = 0;
  for await (const batch of mapRows(current.file.rows(), current.mapping)) {
    around.signal?.throwIfAborted();
    for (const { line, raw } of batch) {
      const position = differ.find(line);
      const former = position === undefined ? undefined : previous.formerOf(line, raw, position);
      for (const change of differ.next(ordinal, line, position, former)) early.add({ ordinal, change });
      ordinal++;
    }
    await early.drained();
    around.progress?.(ordinal);
  }
  const late = differ.end();
  async function* changes(): AsyncGenerator<Change> {
    for await (const { change } of changesInOrder(differ, early.read(), late)) yield change;
  }
  return { totals: differ.totals, changes };
}

async function opened(file: string, reading: Reading, around: Surroundings): Promise<OpenedCatalogue> {
  const source = sourceIn(around.currentFolder, file);
  try {
    const { file, mapping } = await openMapped(source, reading, undefined);
    return { file: soundRows(file, (error) => unusable(source.name, error)), mapping };
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
}

/** For commands that have no run folder to put a finding in. */
export function unusable(name: string, error: UnusableFile): OperationalError {
  const row = error.row === undefined ? { nb: '', en: '' } : { nb: ` (rad ${error.row})`, en: ` (row ${error.row})` };
  const { nb, en } = NO_CATALOGUE[error.detail ?? ''] ?? UNUSABLE[error.problem];
  return new OperationalError({ nb: `${name}${row.nb}: ${nb}`, en: `${name}${row.en}: ${en}` }, { cause: error });
}

/** By what the reader met. */
const NO_CATALOGUE: Readonly<Record<string, Text>> = {
  'UTF-16': {
    nb: 'filen er lagret som UTF-16 (Unicode-tekst). Lagre den som CSV UTF-8.',
    en: 'the file is saved as UTF-16 (Unicode text). Save it as CSV UTF-8.',
  },
  PDF: { nb: 'filen er en PDF, verken CSV eller Excel.', en: 'the file is a PDF, neither CSV nor Excel.' },
};

const UNUSABLE: Readonly<Record<UnusableFile['problem'], Text>> = {
  empty: { nb: 'filen er tom.', en: 'the file is empty.' },
  noLines: { nb: 'filen har overskrifter, men ingen linjer.', en: 'the file has headings but no lines.' },
  noHeadings: {
    nb: 'fant ingen overskriftsrad. Oppgi den med --heading-row, eller kolonnene med --map.',
    en: 'no heading row was found. Name it with --heading-row, or the columns with --map.',
  },
  cutOff: { nb: 'filen er avkuttet.', en: 'the file is cut off.' },
  encrypted: {
    nb: 'filen er passordbeskyttet. Lagre den uten passord.',
    en: 'the file is password-protected. Save it without a password.',
  },
  legacyWorkbook: {
    nb: 'filen er i et eldre format. Lagre den som .xlsx.',
    en: 'the file is of an older format. Save it as .xlsx.',
  },
  notACatalogue: { nb: 'filen er verken CSV eller Excel.', en: 'the file is neither CSV nor Excel.' },
  damaged: { nb: 'filen er skadet.', en: 'the file is damaged.' },
};
