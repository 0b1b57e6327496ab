/** Every version that was approved, agreement by agreement. */
import type { Agreement } from '../agreement/agreement.ts';
import type { Language } from '../catalogue/text.ts';
import type { PendingVersion } from '../reporters/history.ts';
import type { Manifest } from '../versions/manifest.ts';
import { pendingNames, readPending } from '../versions/pending.ts';
import { settle } from '../versions/settle.ts';
import { readVersion, versionNumbers } from '../versions/version-folder.ts';
import { agreementFolderOf, agreementFolders, loadedIn } from './inputs/named-agreement.ts';

export interface History {
  readonly agreement: Pick<Agreement, 'name' | 'number'>;
  readonly language: Language | undefined;
  /** Oldest first. */
  readonly manifests: readonly Manifest[];
  readonly pending: readonly PendingVersion[];
}

/**
 * @param word an agreement; absent: all of the workspace
 * @throws OperationalError for a manifest that cannot be read
 */
export async function* historyOf(word: string | undefined, currentFolder: string): AsyncGenerator<History> {
  const folders =
    word === undefined ? await agreementFolders(currentFolder) : [await agreementFolderOf(word, currentFolder)];
  for (const folder of folders) {
    const { agreement } = await loadedIn(folder);
    await settle(folder);
    const manifests: Manifest[] = [];
    for (const number of await versionNumbers(folder)) manifests.push((await readVersion(folder, number)).manifest);
    const pending: PendingVersion[] = [];
    for (const name of await pendingNames(folder)) {
      const one = await readPending(folder, name);
      if (one !== undefined) pending.push({ ...one, by: one.approvedBy.map(({ by }) => by) });
    }
    yield { agreement, language: agreement.language, manifests, pending };
  }
}
