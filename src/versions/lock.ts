/** One process at a time changes what is approved for an agreement; a lock that a killed process left is seen as such. */
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { kindOf } from '../engine/referenced-file.ts';
import { APPROVED_FOLDER } from './version-folder.ts';

/** Which process this is; passed in from the command line. */
export interface OwnProcess {
  readonly pid: number;
  readonly host: string;
  /** What tells it from another one that has its number later; not every system says. */
  readonly since?: string;
  /** Whether a process of this machine is there, and is the one that began then. */
  readonly isRunning: (pid: number, since: string | undefined) => boolean;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since?: string;
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
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const claim = await claimed(file, own, by);
    if (claim === 'lost') continue;
    if (claim !== 'mine') throw held(file, claim.holder, does);
    const release = (): Promise<void> => rm(file, { force: true });
    try {
      await clearAway(file);
    } catch (error) {
      await release();
      throw fileError(error, file);
    }
    return { release };
  }
  throw held(file, undefined, does);
}

/** Others may come and go in between; whoever loses so often will not win. */
const MOST_TRIES = 10;

/** `lost`: somebody was quicker, and may be gone again. The holder is unknown where the lock cannot be read. */
type Claim = 'mine' | 'lost' | { readonly holder: Holder | undefined };

async function claimed(file: string, own: OwnProcess, by: string): Promise<Claim> {
  const { pid, host, since } = own;
  const holder: Holder = { pid, host, ...(since === undefined ? {} : { since }), by };
  // No two locks are alike, so that one that was looked at is known again.
  const text = `${JSON.stringify({ ...holder, id: randomUUID() })}\n`;
  if (await made(file, text)) return 'mine';
  const there = await readIfThere(file);
  if (there === undefined) return 'lost';
  const other = holderIn(there);
  // One that cannot be read may be half written, on a share without links.
  if (other === undefined || !isGone(other, own)) return { holder: other };
  return (await takenOver(file, there, text, own, by)) ? 'mine' : 'lost';
}

/** Whole from its first moment, so that nobody sees half a lock. @returns `false` where there is one */
async function made(file: string, text: string): Promise<boolean> {
  return beside(file, text, async (own) => {
    try {
      await link(own, file);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return false;
      // Some shares know no links.
      if (code === 'EPERM' || code === 'ENOSYS' || code === 'ENOTSUP' || code === 'EOPNOTSUPP')
        return madeInPlace(file, text);
      throw error;
    }
  });
}

async function madeInPlace(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Only the lock that was looked at is replaced, and by one process at a time: there is no moment without a lock. Whose turn
 * it is says a lock on the lock, which may itself be one that was left: then that is taken over first, in the same way.
 */
async function takenOver(file: string, seen: string, text: string, own: OwnProcess, by: string): Promise<boolean> {
  const turn = `${file}${TURN}`;
  if ((await claimed(turn, own, by)) !== 'mine') return false;
  try {
    if ((await readIfThere(file)) !== seen) return false;
    return await beside(file, text, async (whole) => {
      await rename(whole, file);
      return true;
    });
  } finally {
    await rm(turn, { force: true });
  }
}

/**
 * Writes a file of its own for the lock, and puts it away afterwards.
 * @returns what `then` says; `false` where whoever has the lock cleared the file away meanwhile
 */
async function beside(file: string, text: string, then: (own: string) => Promise<boolean>): Promise<boolean> {
  const own = `${file}.${randomUUID()}`;
  try {
    await writeFile(own, text, { flag: 'wx' });
    return await then(own);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && (await kindOf(path.dirname(file))) === 'folder')
      return false;
    throw fileError(error, file);
  } finally {
    await rm(own, { force: true });
  }
}

/** What processes were writing beside the lock when they were killed; only whoever has it may. */
async function clearAway(file: string): Promise<void> {
  const [folder, lock] = [path.dirname(file), path.basename(file)];
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${lock}.`) && OF_ONE.test(name)) await rm(path.join(folder, name), { force: true });
  }
}

const TURN = '.turn';
const OF_ONE = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
    const { pid, host, since, by } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof by === 'string'
      ? { pid, host, ...(typeof since === 'string' ? { since } : {}), by }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Of another machine nobody here can tell. */
function isGone({ pid, host, since }: Holder, own: OwnProcess): boolean {
  return host === own.host && !own.isRunning(pid, since);
}

function held(file: string, holder: Holder | undefined, does: Text): OperationalError {
  const who = holder === undefined ? '' : ` (${holder.by}, ${holder.host}, ${holder.pid})`;
  return new OperationalError({
    nb: `En annen prosess ${does.nb}${who}. Prøv igjen når den er ferdig. Kjører den ikke lenger, kan ${file} slettes.`,
    en: `Another process ${does.en}${who}. Try again when it is done. If it is no longer running, delete ${file}.`,
  });
}
