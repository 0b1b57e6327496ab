/** Sends the version approved last to its receivers, each once. What was done is known from the workspace alone. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type LoadedAgreement, loadAgreement } from '../agreement/load-agreement.ts';
import type { TargetFile } from '../agreement/targets-schema.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Language } from '../catalogue/text.ts';
import { nearest } from '../engine/nearest.ts';
import { didYouMean } from '../engine/schema-problems.ts';
import { type Fate, hasFailed } from '../targets/fate.ts';
import { openTarget } from '../targets/open-target.ts';
import { PUBLISHED_FOLDER, type Receipt, readReceipt, receiptPath, writeReceipt } from '../targets/receipt.ts';
import type { Pace } from '../targets/retries.ts';
import { type OwnProcess, takeLock } from '../versions/lock.ts';
import { checksum } from '../versions/store.ts';
import { newestVersion, type Version } from '../versions/version-folder.ts';
import { requireUntouched } from './approving/untouched.ts';
import { toolVersion } from './built-in.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import { workspaceOf } from './inputs/workspace.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';
import { openedOutgoing } from './writing/outgoing-file.ts';

export interface PublishRequest {
  /** Path of `agreement.yaml`. */
  readonly agreement: string;
  /** One receiver; absent: all of them. */
  readonly target?: string;
  readonly dryRun?: boolean;
}

/** What the surroundings give. */
export interface PublishSurroundings {
  readonly currentFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly clock: () => Date;
  readonly pace: Pace;
  readonly own: OwnProcess;
  readonly signal?: AbortSignal;
  /** As soon as it is known which language the agreement speaks, for errors that come after. */
  readonly speaks: (language: Language) => void;
  /** As soon as it is known what is sent. */
  readonly begins: (version: Version) => void;
  /** Of each receiver, as it comes. */
  readonly tell: (fate: Fate) => void;
  /** Told of every step that is behind us; tests have it throw. */
  readonly reached?: (step: string) => void;
}

/**
 * @returns how many receivers it did not reach, or has no receipt for; what was wrong was told
 * @throws OperationalError when nothing can be sent at all
 */
export async function publish(request: PublishRequest, around: PublishSurroundings): Promise<number> {
  const agreement = await loadAgreement(request.agreement, LABEL_WORDS);
  if (agreement.agreement.language !== undefined) around.speaks(agreement.agreement.language);
  const targets = chosen(agreement, request);
  const agreementFolder = path.resolve(around.currentFolder, path.dirname(request.agreement));
  const version = await newestVersion(agreementFolder);
  if (version === undefined) throw nothingApproved(request.agreement);
  await requireUntouched(agreementFolder, version);
  around.begins(version);
  around.reached?.('verified');
  const release = request.dryRun === true ? undefined : await locked(agreementFolder, around.own);
  try {
    return await withTemporaryFolder(async (folder) => {
      let failed = 0;
      for (const target of targets) {
        around.signal?.throwIfAborted();
        const fate = await fateOf(target, { version, agreement, agreementFolder, request, around, folder });
        around.tell(fate);
        if (hasFailed(fate)) failed++;
      }
      return failed;
    });
  } finally {
    await release?.();
  }
}

/** Two at once would both find that there is no receipt yet. */
async function locked(agreementFolder: string, own: OwnProcess): Promise<() => Promise<void>> {
  const folder = path.join(agreementFolder, PUBLISHED_FOLDER);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileError(error, folder);
  });
  const lock = await takeLock(path.join(folder, '.lock'), own, 'publish', {
    nb: 'sender denne katalogen nå',
    en: 'is sending this catalogue',
  });
  return () => lock.release();
}

interface Sending {
  readonly version: Version;
  readonly agreement: LoadedAgreement;
  readonly agreementFolder: string;
  readonly request: PublishRequest;
  readonly around: PublishSurroundings;
  /** For what is written on the way. */
  readonly folder: string;
}

/** One that fails does not keep the others from getting theirs. */
async function fateOf(named: TargetFile, sending: Sending): Promise<Fate> {
  try {
    return await sendTo(named, sending);
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    return { kind: 'failed', target: named.name, error };
  }
}

async function sendTo(named: TargetFile, sending: Sending): Promise<Fate> {
  const { version, agreement, agreementFolder, request, around, folder } = sending;
  const { currentFolder, environment, homeFolder, pace, signal, reached } = around;
  const { name, profile } = named;
  const workspace = workspaceOf(request.agreement, currentFolder);
  const target = await openTarget(named, { agreementFolder, environment, homeFolder, workspace });
  const outgoing = await openedOutgoing(named, { version, agreement, agreementFolder, workspace, folder, ...around });
  const to = target.destination(outgoing.fileName);
  const file = receiptPath(agreementFolder, version.number, name);
  const manifest = checksum(version.bytes);
  const earlier = await readReceipt(file);
  if (earlier !== undefined && earlier.manifest === manifest && earlier.to === to && earlier.profile === profile)
    return { kind: 'before', target: name, receipt: earlier };
  const delivery = await outgoing.write();
  if (request.dryRun === true) return { kind: 'would', target: name, bytes: delivery.bytes, to };
  const delivered = await target.deliver(delivery, { pace, signal, reached });
  reached?.('delivered');
  const receipt: Receipt = {
    version: 1,
    agreement: agreement.agreement.number,
    approved: version.number,
    manifest,
    target: name,
    kind: target.kind,
    ...(profile === undefined ? {} : { profile }),
    to,
    file: delivery.fileName,
    sha256: delivery.sha256,
    bytes: delivery.bytes,
    ...delivered,
    idempotencyKey: delivery.key,
    at: around.clock().toISOString(),
    tool: toolVersion(),
  };
  try {
    await writeReceipt(file, receipt);
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    return { kind: 'unreceipted', target: name, to, error };
  }
  reached?.('receiptWritten');
  return { kind: 'done', target: name, receipt };
}

function chosen({ targets = [], path: file }: LoadedAgreement, { target }: PublishRequest): readonly TargetFile[] {
  if (targets.length === 0) {
    throw new OperationalError({
      nb: `${file} har ingen mottakere. Før dem opp der, slik: targets: [{ name: bestilling, folder: ../../ut }]. I stedet for folder kan det stå sftp eller https.`,
      en: `${file} has no receivers. Name them there, like this: targets: [{ name: ordering, folder: ../../out }]. In the place of folder there may be sftp or https.`,
    });
  }
  if (target === undefined) return targets;
  const asked = targets.filter(({ name }) => name === target);
  if (asked.length > 0) return asked;
  const names = targets.map(({ name }) => name);
  const near = nearest(target, names, 3);
  const meant = didYouMean(near.length > 0 ? near : names);
  throw new OperationalError({
    nb: `${file} har ingen mottaker som heter ${target}. ${meant.nb}`,
    en: `${file} has no receiver called ${target}. ${meant.en}`,
  });
}

function nothingApproved(file: string): OperationalError {
  return new OperationalError({
    nb: `Ingen katalog er godkjent på avtalen ${file} ennå, og bare det som er godkjent, sendes. Bruk katalogvakt approve.`,
    en: `No catalogue is approved for ${file} yet, and only what is approved is sent. Use katalogvakt approve.`,
  });
}
