/** The whole catalogue that is checked: as sent, or what a file of changes leads to; and the index of the previous version. */
import type { EffectGrounds } from '../../agreement/effect.ts';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { indexPrevious, keyedLines, type LabelCounting, type PreviousVersion } from '../../diff/previous-version.ts';
import type { Mapping } from '../../mapping/map-rows.ts';
import { type AppliedDelta, type DeltaPlaces, isDelta } from '../changes/delta.ts';
import { withRowsComing, withRowsSetAside } from '../rows/set-aside.ts';
import type { Background } from '../rows/temporary-folder.ts';
import type { Crew } from '../threads/crew.ts';
import { passOver } from '../threads/pass-over.ts';
import { keyedLinesSetup } from '../threads/pass-setup.ts';
import type { Inputs } from './inputs.ts';
import type { OpenedCatalogue } from './open-catalogue.ts';

/** Of a file of changes, the catalogue they lead to; where they cannot be applied, that is what is wrong with the file. */
export async function wholeCatalogue(
  sent: OpenedCatalogue | UnusableFile,
  previous: OpenedCatalogue | undefined,
  crew: Crew,
  background: Background | undefined,
  where: DeltaPlaces,
  volumes: EffectGrounds | undefined,
): Promise<Pick<Inputs, 'catalogue' | 'delta' | 'indexed'>> {
  if (sent instanceof UnusableFile) return { catalogue: sent };
  const delta = isDelta(sent) ? await appliedDelta(sent, previous, crew, where, volumes) : undefined;
  if (delta instanceof UnusableFile) return { catalogue: delta };
  if (delta !== undefined) return { catalogue: delta.catalogue, delta, indexed: delta.indexed };
  // Other threads index while the rows of a workbook are set aside here.
  const indexed = indexing(previous, sent.mapping, crew, volumes);
  return { catalogue: await setAside(sent, where, crew, background), ...(indexed === undefined ? {} : { indexed }) };
}

/** With threads to help, it begins now and goes on while the price list is read; else it waits until it is asked for. */
function indexing(
  previous: OpenedCatalogue | undefined,
  current: Mapping,
  crew: Crew,
  volumes: EffectGrounds | undefined,
): Inputs['indexed'] {
  if (previous === undefined) return undefined;
  const index = (): Promise<PreviousVersion> => indexFor(previous, current, crew, { volumes });
  if (crew.size < 2) return index;
  const begun = index();
  // What went wrong is told when the index is asked for, after what is wrong with other inputs.
  begun.catch(() => {});
  return () => begun;
}

/**
 * A workbook's rows set aside; those of a long one while other work is done, where other threads can do it.
 * @returns what is wrong with the file, where that shows before
 */
async function setAside(
  opened: OpenedCatalogue,
  { folder, limits }: Pick<DeltaPlaces, 'folder' | 'limits'>,
  { size, longBytes }: Crew,
  background: Background | undefined,
): Promise<OpenedCatalogue | UnusableFile> {
  const options = { formats: true, limits };
  try {
    const file =
      size < 2 || background === undefined
        ? await withRowsSetAside(opened.file, folder, options)
        : await withRowsComing(opened.file, folder, longBytes, background, options);
    return { ...opened, file };
  } catch (error) {
    if (error instanceof UnusableFile) return error;
    throw error;
  }
}

async function appliedDelta(
  sent: OpenedCatalogue,
  previous: OpenedCatalogue | undefined,
  crew: Crew,
  where: DeltaPlaces,
  volumes: EffectGrounds | undefined,
): Promise<AppliedDelta | UnusableFile | undefined> {
  // Most runs have no such file: what it takes is loaded only then.
  const { applyDelta } = await import('../changes/apply-delta.ts');
  try {
    const file = await withRowsSetAside(sent.file, where.folder, where);
    const index = (current: Mapping) =>
      previous === undefined ? Promise.resolve(undefined) : indexFor(previous, current, crew, { volumes });
    return await applyDelta({ ...sent, file }, previous, index, where);
  } catch (error) {
    if (error instanceof UnusableFile) return error;
    throw error;
  }
}

/** @param counting absent: its labels are not counted */
export function indexFor(
  previous: OpenedCatalogue,
  current: Mapping,
  crew: Crew,
  counting?: LabelCounting,
): Promise<PreviousVersion> {
  const pass = keyedLines(previous, current, counting);
  const setup = () => keyedLinesSetup(previous, current, counting);
  return indexPrevious(previous, current, passOver(crew, previous, pass, setup), counting);
}
