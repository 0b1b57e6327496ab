/** Whether what was approved is unchanged: of one agreement, of all, or in a bundle of evidence. */
import path from 'node:path';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Language } from '../catalogue/text.ts';
import { kindOf } from '../engine/referenced-file.ts';
import { verifyEvidence } from '../versions/evidence.ts';
import { settle } from '../versions/settle.ts';
import { type VerifiedChain, verifyChain } from '../versions/verify-chain.ts';
import { APPROVED_FOLDER, versionNumbers } from '../versions/version-folder.ts';
import { agreementFolderOf, agreementFolders, loadedIn } from './inputs/named-agreement.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';

export interface Verified {
  /** Of the agreement's folder, or of the bundle. */
  readonly name: string;
  readonly chain: VerifiedChain;
  /** Of the agreement; absent for a bundle, and for an agreement that cannot be read: its versions can all the same. */
  readonly language?: Language | undefined;
}

/**
 * @param word an agreement, or a bundle; absent: all agreements of the workspace
 * @param allowedSigners whose keys count; absent: those stored with each version
 * @throws OperationalError for what is neither, and where a file may not be read
 */
export async function* verified(
  word: string | undefined,
  allowedSigners: string | undefined,
  currentFolder: string,
): AsyncGenerator<Verified> {
  const keys = allowedSigners === undefined ? undefined : path.resolve(currentFolder, allowedSigners);
  if (keys !== undefined && (await kindOf(keys)) !== 'file') throw noKeys(keys);
  if (word !== undefined && /\.zip$/i.test(word)) {
    yield { name: word, chain: await bundle(word, keys, currentFolder) };
    return;
  }
  const folders =
    word === undefined ? await agreementFolders(currentFolder) : [await agreementFolderOf(word, currentFolder)];
  for (const folder of folders) {
    await settle(folder);
    const numbers = await versionNumbers(folder);
    const chain = await verifyChain(path.join(folder, APPROVED_FOLDER), numbers, { allowedSigners: keys });
    const language = await loadedIn(folder).then(
      ({ agreement }) => agreement.language,
      () => undefined,
    );
    yield { name: path.basename(folder), chain, language };
  }
}

function bundle(word: string, keys: string | undefined, currentFolder: string): Promise<VerifiedChain> {
  return withTemporaryFolder(async (temporary) => {
    try {
      return await verifyEvidence(path.resolve(currentFolder, word), temporary, keys);
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      throw new OperationalError(
        {
          nb: `${word} er skadet og kan ikke pakkes ut. Hent bevispakken på nytt.`,
          en: `${word} is damaged and cannot be unpacked. Fetch the bundle again.`,
        },
        { cause: error },
      );
    }
  });
}

function noKeys(file: string): OperationalError {
  return new OperationalError({
    nb: `Finner ikke ${file} (--allowed-signers). Sjekk navnet og mappen.`,
    en: `Cannot find ${file} (--allowed-signers). Check the name and the folder.`,
  });
}
