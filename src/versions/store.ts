/** Putting a version into the workspace: staged beside, all of it on the disk, then named. All or nothing. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import { WAIVER_FILE } from '../decision/waiver-file.ts';
import { kindOf } from '../engine/referenced-file.ts';
import { type Digest, fileDigest } from '../readers/file-digest.ts';
import type { InputFile } from '../reporters/result.ts';
import { copyDurably, replaceDurably, syncFile, syncFolder, writeDurably } from './durable.ts';
import { lockVersions, type OwnProcess } from './lock.ts';
import { MANIFEST_FILE, MANIFEST_SUM_FILE, type Manifest, type StoredFile } from './manifest.ts';
import { PENDING_FOLDER, pendingNames } from './pending.ts';
import { checksumIfThere, type Steps, settle, writeSettlement } from './settle.ts';
import { APPROVED_FOLDER, readVersion, type Version, versionNumbers } from './version-folder.ts';

/** Below `approved/`: each input once, by its checksum. */
export const INPUTS_FOLDER = 'inputs';

const STAGED = '.staged-';
const STAGED_WAIVERS = '.waivers-';
const COPIED = '.copy-';
const TEMPORARY = /^\.(?:staged-|waivers-|.*\.tmp$)/;

/**
 * Has the versions of an agreement to itself, in the state that whoever came before left behind whole.
 * @param by who asks, as others will be told
 * @throws OperationalError when another process has them, or the folder cannot be written
 */
export async function withVersions<T>(
  agreementFolder: string,
  own: OwnProcess,
  by: string,
  steps: Steps,
  work: () => Promise<T>,
): Promise<T> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileError(error, folder);
  });
  const lock = await lockVersions(agreementFolder, own, by);
  try {
    await steps('lock');
    await settle(agreementFolder, steps);
    await clearAway(agreementFolder);
    return await work();
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileError(error, folder) : error;
  } finally {
    await lock.release();
  }
}

/** What a killed process was making. */
async function clearAway(agreementFolder: string): Promise<void> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER);
  const left = (await readdir(folder)).filter((name) => TEMPORARY.test(name));
  if (left.some((name) => name.startsWith(STAGED))) await clearInputs(agreementFolder);
  // What tells that there is something to clear goes last.
  for (const name of left) await rm(path.join(folder, name), { recursive: true, force: true });
  const pending = path.join(folder, PENDING_FOLDER);
  const half = (await readdir(pending).catch((): readonly string[] => [])).filter((name) => name.endsWith('.tmp'));
  for (const name of half) await rm(path.join(pending, name), { force: true });
}

/** Inputs that no version rests on. */
async function clearInputs(agreementFolder: string): Promise<void> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER, INPUTS_FOLDER);
  if ((await kindOf(folder)) === 'nothing') return;
  const used = new Set<string>();
  for (const number of await versionNumbers(agreementFolder)) {
    const { manifest } = await readVersion(agreementFolder, number);
    for (const { stored } of manifest.inputs) used.add(stored);
  }
  for (const name of await readdir(folder))
    if (!used.has(`${INPUTS_FOLDER}/${name}`)) await rm(path.join(folder, name), { force: true });
}

/**
 * Git must not put other line ends into what is kept byte by byte, nor take along what a process has in hand. Both are
 * the same everywhere, so that branches agree on them.
 */
const GIT_FILES = {
  '.gitattributes': '* -text\n',
  '.gitignore': '/.*\n!/.gitattributes\n!/.gitignore\n*.tmp\n',
} as const;

async function writeGitFiles(approved: string): Promise<void> {
  for (const [name, text] of Object.entries(GIT_FILES)) {
    const file = path.join(approved, name);
    if ((await kindOf(file)) === 'nothing') await replaceDurably(file, text);
  }
}

export interface Staged {
  /** Relative to `approved/`. */
  readonly name: string;
  readonly folder: string;
  /** Where new waivers are put, for {@link nameVersion}. */
  readonly waivers: string;
  /** It is decided: what is staged is not ours to discard any more. */
  keep(): void;
  /** Leaves nothing behind, unless it is kept. */
  discard(): Promise<void>;
}

/** A folder for a version that is being made. */
export async function stageVersion(agreementFolder: string): Promise<Staged> {
  const approved = path.join(agreementFolder, APPROVED_FOLDER);
  const id = randomUUID();
  const name = `${STAGED}${id}`;
  const folder = path.join(approved, name);
  const waivers = path.join(approved, `${STAGED_WAIVERS}${id}.yaml`);
  await mkdir(folder);
  let kept = false;
  return {
    name,
    folder,
    waivers,
    keep() {
      kept = true;
    },
    async discard() {
      if (kept) return;
      await rm(folder, { recursive: true, force: true });
      await rm(waivers, { force: true });
    },
  };
}

export function nextNumber(newest: Version | undefined): string {
  return String(Number(newest?.number ?? 0) + 1).padStart(4, '0');
}

export function checksum(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * @param from where the bytes are now
 * @param input which bytes they must be
 * @returns where they are kept, relative to `approved/`
 * @throws OperationalError when they are others
 */
export async function storeInput(agreementFolder: string, from: string, input: InputFile): Promise<string> {
  const approved = path.join(agreementFolder, APPROVED_FOLDER);
  const stored = `${INPUTS_FOLDER}/${input.sha256}${endingOf(from)}`;
  const to = path.join(approved, stored);
  if ((await kindOf(to)) === 'file') {
    if ((await fileDigest(to)).sha256 === input.sha256) return stored;
    throw new OperationalError({
      nb: `${to} er endret siden den ble lagret. Se katalogvakt verify.`,
      en: `${to} was changed since it was stored. See katalogvakt verify.`,
    });
  }
  const copy = path.join(path.dirname(to), `${COPIED}${randomUUID()}`);
  await mkdir(path.dirname(to), { recursive: true });
  try {
    const copied = await copyDurably(from, copy);
    if (copied.sha256 !== input.sha256) throw changedMeanwhile(input.file);
    await rename(copy, to);
  } catch (error) {
    await rm(copy, { force: true });
    throw error instanceof Error && 'syscall' in error ? fileError(error, from) : error;
  }
  return stored;
}

/** Small letters, so that the name is the same wherever the file came from. */
function endingOf(file: string): string {
  const ending = path.extname(file).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ending) ? ending : '';
}

/** The files of a staged version as its manifest names them, in code-unit order. */
export async function filesIn(folder: string): Promise<readonly StoredFile[]> {
  const names = (await readdir(folder)).filter((name) => name !== MANIFEST_FILE && name !== MANIFEST_SUM_FILE).sort();
  const files: StoredFile[] = [];
  for (const file of names) {
    const digest: Digest = await fileDigest(path.join(folder, file));
    files.push({ file, ...digest });
  }
  return files;
}

/**
 * The version gets its manifest, all of it goes to the disk, and then it gets its name. It is there when this returns,
 * and is not when this throws, unless the system failed after the decision was on the disk: then the next to come names it.
 * @throws OperationalError when the disk is full, or `waivers.yaml` was changed meanwhile
 */
export async function nameVersion(
  agreementFolder: string,
  staged: Staged,
  manifest: Manifest,
  steps: Steps,
): Promise<void> {
  const approved = path.join(agreementFolder, APPROVED_FOLDER);
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  await steps('write the manifest');
  await writeDurably(path.join(staged.folder, MANIFEST_FILE), text);
  await writeDurably(path.join(staged.folder, MANIFEST_SUM_FILE), `${checksum(text)}  ${MANIFEST_FILE}\n`);
  await steps('sync');
  for (const { file } of manifest.files) await syncFile(path.join(staged.folder, file));
  await syncFolder(staged.folder);
  if (manifest.inputs.length > 0) await syncFolder(path.join(approved, INPUTS_FOLDER));
  if (manifest.waivers !== undefined) await syncFile(staged.waivers);
  await writeGitFiles(approved);
  await steps('decide');
  await requireWaivers(agreementFolder, manifest.waivers);
  const settlement = {
    version: 1,
    number: manifest.number,
    staged: staged.name,
    ...(manifest.waivers === undefined ? {} : { waivers: settled(staged, manifest.waivers) }),
    pending: await pendingNames(agreementFolder),
  } as const;
  await writeSettlement(agreementFolder, settlement, staged.keep);
  await steps('decided');
  await settle(agreementFolder, steps);
}

function settled({ waivers }: Staged, { before, after }: NonNullable<Manifest['waivers']>) {
  return { staged: path.basename(waivers), after, ...(before === undefined ? {} : { before }) };
}

async function requireWaivers(agreementFolder: string, waivers: Manifest['waivers']): Promise<void> {
  if (waivers === undefined) return;
  const file = path.join(agreementFolder, WAIVER_FILE);
  if ((await checksumIfThere(file)) !== waivers.before) throw changedMeanwhile(file);
}

function changedMeanwhile(file: string): OperationalError {
  return new OperationalError({
    nb: `${file} ble endret mens versjonen ble lagret. Kontroller på nytt; ingenting ble godkjent.`,
    en: `${file} was changed while the version was stored. Check again; nothing was approved.`,
  });
}
