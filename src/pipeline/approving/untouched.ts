/** Whether the version approved last is still what was approved, before anything is sent. */
import path from 'node:path';
import { OperationalError } from '../../catalogue/error.ts';
import { verifyChain } from '../../versions/verify-chain.ts';
import { APPROVED_FOLDER, type Version, versionNumbers } from '../../versions/version-folder.ts';

/** What does not touch what is sent: a file that somebody put there, an old version that somebody took away. */
const HARMLESS: ReadonlySet<string> = new Set(['notListed', 'gap']);

/** @throws OperationalError that names the files that are gone or changed */
export async function requireUntouched(agreementFolder: string, { number }: Version): Promise<void> {
  const approved = path.join(agreementFolder, APPROVED_FOLDER);
  const chain = await verifyChain(approved, await versionNumbers(agreementFolder), { whole: number });
  const faults = chain.faults.filter(({ kind }) => !HARMLESS.has(kind));
  if (faults.length === 0) return;
  const files = [...new Set(faults.map(({ file }) => file))].join(', ');
  throw new OperationalError({
    nb: `Versjon ${number} er ikke det som ble godkjent: ${files}. Ingenting er sendt. katalogvakt verify sier hva som er galt; hent filene tilbake fra en sikkerhetskopi, eller godkjenn på nytt.`,
    en: `Version ${number} is not what was approved: ${files}. Nothing was sent. katalogvakt verify shows what is wrong; restore the files from a copy, or approve again.`,
  });
}
