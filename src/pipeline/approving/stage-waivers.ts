/** What `waivers.yaml` is to become, beside the version that is being made. */
import path from 'node:path';
import { WAIVER_FILE } from '../../decision/waiver-file.ts';
import type { Waiver } from '../../decision/waivers.ts';
import type { Result } from '../../reporters/result.ts';
import type { Manifest } from '../../versions/manifest.ts';
import { checksumIfThere } from '../../versions/settle.ts';
import { checksum, type Staged } from '../../versions/store.ts';
import { writeFileFrom } from '../rows/text-file.ts';
import { withWaivers } from './with-waivers.ts';

export type StagedWaivers = NonNullable<Manifest['waivers']>;

/** @returns nothing where no deviation is accepted */
export async function stageWaivers(
  staged: Staged,
  agreementFolder: string,
  waivers: readonly Waiver[],
  run: Pick<Result, 'rules'>,
): Promise<StagedWaivers | undefined> {
  if (waivers.length === 0) return undefined;
  const file = path.join(agreementFolder, WAIVER_FILE);
  const before = await checksumIfThere(file);
  const text = await withWaivers(file, waivers, run);
  await writeFileFrom(staged.waivers, [text]);
  return { added: waivers.length, ...(before === undefined ? {} : { before }), after: checksum(text) };
}
