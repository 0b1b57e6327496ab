/** One process at a time changes what is approved for an agreement; a lock that a killed process left is seen as such. */
import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { APPROVED_FOLDER } from './version-folder.ts';

/** Which process this is; passed in from the command line. */
export interface OwnProcess {
  readonly pid: number;
  readonly host: string;
  /** Whether a process of this machine is there. */
  readonly isRunning: (pid: number) => boolean;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Who they are and what they do, for whoever has to wait. */
  readonly by: string;
}

export interface Lock {
  release(): Promise<void>;
}

export const LOCK_FILE = '.lock';

/**
 * @param agreementFolder whose `approved/` is there
 * @param by who asks, as others will be told
 * @throws OperationalError when another process has it
 */
export function lockVersions(agreementFolder: string, own: OwnProcess, by: string): Promise<Lock> {
  return takeLock(path.join(agreementFolder, APPROVED_FOLDER, LOCK_FILE), own, by, CHANGES_VERSIONS);
}

const CHANGES_VERSIONS: Text = { nb: 'endrer versjonene nå', en: 'is changing the versions' };

/**
 * @param file of the lock, whose folder is there
 * @param by who asks, as others will be told
 * @param does what whoever has it does
 * @throws OperationalError when another process has it
 */
export async function takeLock(file: string, own: OwnProcess, by: string, does: Text): Promise<Lock> {
  const text = `${JSON.stringify({ pid: own.pid, host: own.host, by } satisfies Holder)}\n`;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await taken(file, text)) return { release: () => rm(file, { force: true }) };
    const there = await readIfThere(file);
    if (there === undefined) continue;
    const holder = holderIn(there);
    // One that cannot be read may be half written, on a share without links.
    if (holder === undefined || !isGone(holder, own)) throw held(file, holder, does);
    if (await takenOver(file, there, text)) return { release: () => rm(file, { force: true }) };
  }
  throw held(file, undefined, does);
}

/** Others may come and go in between; whoever loses so often will not win. */
const MOST_TRIES = 10;

/** Whole from its first moment, so that nobody sees half a lock. */
async function taken(file: string, text: string): Promise<boolean> {
  const beside = `${file}.${randomUUID()}`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await link(beside, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Some shares know no links.
    if (code === 'EPERM' || code === 'ENOSYS' || code === 'ENOTSUP' || code === 'EOPNOTSUPP') return made(file, text);
    throw fileError(error, file);
  } finally {
    await rm(beside, { force: true });
  }
}

async function made(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(text).finally(() => handle.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fileError(error, file);
  }
}

/** Only the lock that was looked at is replaced, and by one process at a time: there is no moment without a lock. */
async function takenOver(file: string, seen: string, text: string): Promise<boolean> {
  const turn = `${file}.turn`;
  if (!(await made(turn, text))) return false;
  try {
    if ((await readIfThere(file)) !== seen) return false;
    const beside = `${file}.${randomUUID()}`;
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, file);
    return true;
  } catch (error) {
    throw fileError(error, file);
  } finally {
    await rm(turn, { force: true });
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fileError(error, file);
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host, by } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof by === 'string'
      ? { pid, host, by }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Of another machine nobody here can tell. */
function isGone({ pid, host }: Holder, own: OwnProcess): boolean {
  return host === own.host && !own.isRunning(pid);
}

function held(file: string, holder: Holder | undefined, does: Text): OperationalError {
  const who = holder === undefined ? '' : ` (${holder.by}, ${holder.host}, ${holder.pid})`;
  return new OperationalError({
    nb: `En annen prosess ${does.nb}${who}. Prøv igjen når den er ferdig. Kjører den ikke lenger, kan ${file} slettes.`,
    en: `Another process ${does.en}${who}. Try again when it is done. If it runs no more, delete ${file}.`,
  });
}
