/** One version with everything it rested on, as a file that needs no workspace. */
import path from 'node:path';
import { writeEvidence } from '../versions/evidence.ts';
import { settle } from '../versions/settle.ts';
import { APPROVED_FOLDER, readVersion, versionNumbers } from '../versions/version-folder.ts';
import { noSuchVersion } from './rollback.ts';

/** @throws OperationalError when there is no such version, or it is not what was approved any more */
export async function evidenceOf(agreementFolder: string, number: string, target: string): Promise<void> {
  await settle(agreementFolder);
  const numbers = await versionNumbers(agreementFolder);
  if (!numbers.includes(number)) throw noSuchVersion(number, numbers);
  const version = await readVersion(agreementFolder, number);
  await writeEvidence(path.join(agreementFolder, APPROVED_FOLDER), version, target);
}
