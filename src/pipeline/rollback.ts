/** Back to an earlier version: it is stored once more, as the newest. Nothing that was approved since is lost. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Result } from '../reporters/result.ts';
import { copyDurably } from '../versions/durable.ts';
import type { Manifest } from '../versions/manifest.ts';
import { pendingName, readPending } from '../versions/pending.ts';
import { requireMaySign } from '../versions/signers.ts';
import { checksum, nameVersion, nextNumber, type Staged, stageVersion, withVersions } from '../versions/store.ts';
import {
  APPROVED_FOLDER,
  newestVersion,
  readVersion,
  type Version,
  versionNumbers,
} from '../versions/version-folder.ts';
import type { ApproveAnswer, Approving } from './approve.ts';
import { type Signing, sign, type ToSign } from './approving/sign-approval.ts';
import { toolVersion } from './built-in.ts';
import { loadedIn } from './inputs/named-agreement.ts';
import { RESULT_FILE } from './stored/stored-run.ts';

export interface RollbackRequest extends Omit<Signing, 'now'> {
  /** The agreement's. */
  readonly folder: string;
  /** Number of the version to go back to. */
  readonly to: string;
  readonly reason: string;
}

/** @throws OperationalError when there is no such version, or it is not what was approved any more */
export async function rollBack(
  { folder, to, reason, by, key }: RollbackRequest,
  around: Approving,
): Promise<Extract<ApproveAnswer, { readonly kind: 'approved' | 'pending' }>> {
  const loaded = await loadedIn(folder);
  around.speaks?.(loaded.agreement.language ?? around.locale);
  const steps = around.steps ?? (async () => {});
  return withVersions(folder, around.own, `rollback, ${by}`, steps, async () => {
    const newest = await newestVersion(folder);
    const old = await versionToReturnTo(folder, to, newest);
    const what: ToSign = {
      number: nextNumber(newest),
      ...(newest === undefined ? {} : { previous: checksum(newest.bytes) }),
      run: old.manifest.run,
      approved: old.manifest.approved,
      rollback: { to: old.number, reason },
    };
    const pending = await readPending(folder, pendingName(what.approved, what.rollback));
    requireMaySign(by, loaded.signers, pending?.approvedBy ?? []);
    const place = { loaded, folder, pending, by, key, now: around.now, steps };
    const signed = await sign(what, place, await effectOf(old));
    if (signed.kind === 'pending') return signed;
    const staged = await stageVersion(folder);
    try {
      await steps('copy the files');
      await copyFiles(old, staged);
      const { waivers: _, ...facts } = old.manifest;
      const manifest: Manifest = {
        ...facts,
        ...what,
        tool: { name: 'katalogvakt', version: toolVersion() },
        approvedBy: signed.approvedBy,
      };
      around.signal?.throwIfAborted();
      await nameVersion(folder, staged, manifest, steps);
      return { kind: 'approved', folder: path.join(folder, APPROVED_FOLDER, manifest.number), manifest };
    } finally {
      await staged.discard();
    }
  });
}

async function versionToReturnTo(folder: string, to: string, newest: Version | undefined): Promise<Version> {
  const numbers = await versionNumbers(folder);
  if (!numbers.includes(to)) throw noSuchVersion(to, numbers);
  if (newest?.number === to) {
    throw new OperationalError({
      nb: `Versjon ${to} er den nyeste, så det er ingenting å gå tilbake til.`,
      en: `Version ${to} is the newest: there is nothing to go back to.`,
    });
  }
  return readVersion(folder, to);
}

export function noSuchVersion(number: string, numbers: readonly string[]): OperationalError {
  const there = numbers.length === 0 ? { nb: 'Ingen er godkjent.', en: 'None is approved.' } : listed(numbers);
  return new OperationalError({
    nb: `Det finnes ingen versjon ${number}. ${there.nb}`,
    en: `There is no version ${number}. ${there.en}`,
  });
}

function listed(numbers: readonly string[]) {
  const range = `${numbers[0]}–${numbers.at(-1)}`;
  return { nb: `Versjonene er ${range}.`, en: `The versions are ${range}.` };
}

async function copyFiles({ folder, manifest }: Version, staged: Staged): Promise<void> {
  for (const { file, sha256 } of manifest.files) {
    const from = path.join(folder, file);
    const copied = await copyDurably(from, path.join(staged.folder, file)).catch((error: unknown) => {
      throw fileError(error, from);
    });
    if (copied.sha256 === sha256) continue;
    throw new OperationalError({
      nb: `${from} er endret siden versjonen ble godkjent. Se katalogvakt verify.`,
      en: `${from} was changed since the version was approved. See katalogvakt verify.`,
    });
  }
}

async function effectOf({ folder }: Version): Promise<Result['effect']> {
  const file = path.join(folder, RESULT_FILE);
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as Result).effect;
  } catch (error) {
    throw error instanceof SyntaxError ? error : fileError(error, file);
  }
}
