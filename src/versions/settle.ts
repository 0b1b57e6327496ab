/**
 * The last act of approving: a version gets its name, and `waivers.yaml` what the decisions added. Two renames cannot be
 * one, so what is to be done is written down first; from then on it is done, by whoever comes next if need be.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import { WAIVER_FILE } from '../decision/waiver-file.ts';
import { kindOf } from '../engine/referenced-file.ts';
import { replaceDurably, syncFolder } from './durable.ts';
import { APPROVED_FOLDER } from './version-folder.ts';

/** What is to be done; names are relative to `approved/`. */
export interface Settlement {
  readonly version: 1;
  readonly number: string;
  /** The folder that becomes the version. */
  readonly staged: string;
  /** The file that becomes `waivers.yaml`, and the checksums of both; absent: that file stays as it is. */
  readonly waivers?: { readonly staged: string; readonly before?: string; readonly after: string };
  /** Pending approvals that have come to their end. */
  readonly pending: readonly string[];
}

/** Not the one that is being written, whose name goes on. */
const SETTLEMENT = /^\.settle-[0-9a-f-]{36}\.json$/;

/** Called before each of the last steps; a test may fail there, or wait for ever. */
export type Steps = (step: string) => Promise<void>;

/**
 * From when the file is there on, the version is, whatever happens to the process.
 * @param decided called then, also when what comes after fails
 */
export async function writeSettlement(
  agreementFolder: string,
  settlement: Settlement,
  decided: () => void,
): Promise<void> {
  const file = path.join(agreementFolder, APPROVED_FOLDER, `.settle-${randomUUID()}.json`);
  try {
    await replaceDurably(file, `${JSON.stringify(settlement)}\n`);
  } finally {
    if ((await kindOf(file)) === 'file') decided();
  }
}

/**
 * Ends what a killed process began to end; does nothing else. Several processes may do it at once.
 * @throws OperationalError where the folder cannot be written, or somebody changed the files meanwhile
 */
export async function settle(agreementFolder: string, steps: Steps = async () => {}): Promise<void> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER);
  const names = await readdir(folder).catch((error: unknown): readonly string[] => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw fileError(error, folder);
  });
  for (const name of names.filter((one) => SETTLEMENT.test(one))) await settleOne(agreementFolder, name, steps);
}

async function settleOne(agreementFolder: string, name: string, steps: Steps): Promise<void> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER);
  const file = path.join(folder, name);
  const text = await readIfThere(file);
  // Another process was quicker.
  if (text === undefined) return;
  const { number, staged, waivers, pending } = JSON.parse(text.toString()) as Settlement;
  try {
    await steps('name the version');
    await renamed(path.join(folder, staged), path.join(folder, number));
    await syncFolder(folder);
    await steps('write the waivers');
    if (waivers !== undefined) await settleWaivers(agreementFolder, waivers, file);
    await steps('end what was pending');
    for (const one of pending) await rm(path.join(folder, one), { force: true });
    await steps('forget the settlement');
    await rm(file, { force: true });
    await syncFolder(folder);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileError(error, file) : error;
  }
}

async function settleWaivers(
  agreementFolder: string,
  { staged, before, after }: NonNullable<Settlement['waivers']>,
  settlement: string,
): Promise<void> {
  const from = path.join(agreementFolder, APPROVED_FOLDER, staged);
  const to = path.join(agreementFolder, WAIVER_FILE);
  const now = await checksumIfThere(to);
  if (now !== after && now !== before) throw changedMeanwhile(to, from, settlement);
  if (now !== after) await renamed(from, to);
  await rm(from, { force: true });
  await syncFolder(agreementFolder);
}

/** It may have been renamed before. */
async function renamed(from: string, to: string): Promise<void> {
  if ((await kindOf(from)) === 'nothing') return;
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fileError(error, file);
  }
}

/** @returns nothing where there is no such file */
export async function checksumIfThere(file: string): Promise<string | undefined> {
  const bytes = await readIfThere(file);
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex');
}

function changedMeanwhile(waivers: string, staged: string, settlement: string): OperationalError {
  return new OperationalError({
    nb: `En godkjenning ble avbrutt, og ${waivers} er endret etterpå. Ta det som er nytt i ${staged}, inn i ${waivers}, og slett så ${staged} og ${settlement}.`,
    en: `An approval was interrupted, and ${waivers} has changed since. Copy what is new in ${staged} into ${waivers}, then delete ${staged} and ${settlement}.`,
  });
}
