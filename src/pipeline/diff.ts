/** Two catalogues, line by line, without any rule. The two may be of different formats. */
import path from 'node:path';
import { changeEffectAt } from '../agreement/effect.ts';
import { readVolumes } from '../agreement/read-volumes.ts';
import { dayIn } from '../catalogue/days.ts';
import type { PlacedChange } from '../diff/change.ts';
import { changesInOrder } from '../diff/changes-in-order.ts';
import { newDiffer } from '../diff/differ.ts';
import type { PreviousVersion } from '../diff/previous-version.ts';
import { relatedLines } from '../diff/relate-lines.ts';
import type { DiffTotals } from '../diff/tally.ts';
import type { Mapping } from '../mapping/map-rows.ts';
import type { Change } from '../reporters/result.ts';
import type { DeltaPlaces } from './changes/delta.ts';
import { wholeOfChanges } from './changes/whole-of-changes.ts';
import type { Surroundings } from './inputs/check-request.ts';
import type { OpenedCatalogue, Reading } from './inputs/open-catalogue.ts';
import { openSound } from './inputs/open-sound.ts';
import { tableOpener } from './inputs/open-table.ts';
import { indexFor } from './inputs/whole-catalogue.ts';
import { sourceIn } from './inputs/workspace.ts';
import { newSpool } from './rows/spool.ts';
import { type Crew, newCrew } from './threads/crew.ts';
import { passOver } from './threads/pass-over.ts';
import { relatedLinesSetup } from './threads/pass-setup.ts';

export interface Difference {
  readonly totals: DiffTotals;
  /** In the order of the new catalogue; removed lines last. Gone when the work is done. */
  readonly changes: () => AsyncIterable<Change>;
}

export interface DiffRequest {
  readonly old: string;
  readonly current: string;
  readonly reading: Reading;
  /** A table of what is bought in a year. */
  readonly volumes?: string | undefined;
}

/**
 * @param temporary a folder for what does not fit in memory
 * @param crew whom to share the work on large files with; ended with the work
 * @throws OperationalError when one of the files is missing or cannot be used: there is no run to tell it in
 */
export async function diffCatalogues(
  request: DiffRequest,
  temporary: string,
  around: Surroundings,
  crew: Crew = newCrew(1),
): Promise<Difference> {
  try {
    return await difference(request, temporary, around, crew);
  } finally {
    await crew.end();
  }
}

async function difference(
  { old: before, current: after, reading, volumes: volumesFile }: DiffRequest,
  temporary: string,
  around: Surroundings,
  crew: Crew,
): Promise<Difference> {
  const old = await openSound(before, reading, around, temporary);
  const sent = await openSound(after, reading, around, temporary);
  const { current, previous } = await compared(sent, old, crew, {
    folder: temporary,
    limits: reading.limits,
    asOf: dayIn('UTC', around.now),
    sentName: sourceIn(around.currentFolder, after).name,
    previousName: sourceIn(around.currentFolder, before).name,
  });
  const differ = newDiffer(previous, current.mapping, sent.mapping);
  const early = newSpool<PlacedChange>(path.join(temporary, 'changes.spool'));
  let ordinal = 0;
  const volumes =
    volumesFile === undefined
      ? undefined
      : (
          await readVolumes(
            sourceIn(around.currentFolder, volumesFile),
            tableOpener({ folder: temporary, limits: reading.limits }),
          )
        ).volumes;
  const pass = relatedLines(previous, current.mapping, changeEffectAt(volumes));
  const setup = () => relatedLinesSetup(current, old, previous, volumes);
  for await (const { result } of passOver(crew, current, pass, setup)) {
    around.signal?.throwIfAborted();
    for (const change of differ.take(ordinal, result)) early.add(change);
    ordinal += result.items.length;
    await early.drained();
    around.progress?.(ordinal);
  }
  const late = differ.end();
  async function* changes(): AsyncGenerator<Change> {
    for await (const { change } of changesInOrder(differ, early.read(), late)) yield change;
  }
  return { totals: differ.totals, changes };
}

interface Compared {
  readonly current: OpenedCatalogue;
  readonly previous: PreviousVersion;
}

/** Of a file of changes, the whole catalogue that it makes of the old one. */
async function compared(
  sent: OpenedCatalogue,
  old: OpenedCatalogue,
  crew: Crew,
  where: DeltaPlaces,
): Promise<Compared> {
  const index = (current: Mapping): Promise<PreviousVersion> => indexFor(old, current, crew);
  const applied = await wholeOfChanges(sent, old, index, where);
  return applied === undefined
    ? { current: sent, previous: await index(sent.mapping) }
    : { current: applied.catalogue, previous: await applied.indexed() };
}
