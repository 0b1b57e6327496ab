/**
 * Gates what lands in the inboxes of a workspace: whole files only, one at a time for each agreement, each once. What was
 * gated is known from the runs that are there, so that it may be stopped and started at any moment.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pLimit from 'p-limit';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Language } from '../catalogue/text.ts';
import { kindOf } from '../engine/referenced-file.ts';
import { fileDigest } from '../readers/file-digest.ts';
import type { Result } from '../reporters/result.ts';
import type { ApproveAnswer } from './approve.ts';
import { checkCatalogue } from './check.ts';
import { sourceIn, workspaceOf } from './inputs/workspace.ts';
import { RESULT_FILE } from './stored/stored-run.ts';

export interface WatchRequest {
  /** The folder of an agreement, or one with such folders in it. */
  readonly folder: string;
  /** Gates what is there and is whole, and ends. */
  readonly once: boolean;
  readonly language?: Language;
}

export interface WatchSurroundings {
  readonly currentFolder: string;
  readonly locale: Language;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly pace: WatchPace;
  readonly tell: (event: WatchEvent) => void;
  /** What to do with a run that nothing speaks against; absent: nothing. */
  readonly approve?: (run: string, agreement: string) => Promise<ApproveAnswer>;
}

export interface WatchPace {
  readonly lookMs: number;
  /** A file that has not changed for so long is whole. */
  readonly quietMs: number;
  /** When what could not be gated is tried again. */
  readonly againMs: number;
}

export type WatchEvent =
  | { readonly kind: 'watching'; readonly agreements: number }
  | {
      readonly kind: 'gated';
      readonly file: string;
      readonly result: Result;
      readonly folder: string;
      readonly approval?: ApproveAnswer;
    }
  | { readonly kind: 'failed'; readonly file: string; readonly error: OperationalError };

/** Files on their way, and what programs put beside the file that is open. */
const NOT_YET = /^(?:\.|~\$)|~$|\.(?:part|partial|tmp|crdownload|download|filepart|lock)$/i;
/** What says what the folder is for, as `init` puts it there. */
const READ_ME = /^readme(?:\.(?:md|txt))?$/i;
const REPORTS = 'reports';
/** Of different agreements. */
const AT_ONCE = 2;

interface Seen {
  /** Size and time: another one is another file. */
  readonly state: string;
  readonly since: number;
}

/** @throws OperationalError when there is no agreement below the folder */
export async function watch(request: WatchRequest, around: WatchSurroundings): Promise<void> {
  const { signal, pace, tell } = around;
  const agreements = await agreementsIn(request.folder);
  if (agreements.length === 0) throw noAgreements(request.folder);
  tell({ kind: 'watching', agreements: agreements.length });
  const gated = await gatedBefore(agreements, around.currentFolder);
  const limit = pLimit(AT_ONCE);
  const inboxes = agreements.map((agreement) => newInbox(agreement, gated, request, around));
  try {
    for (;;) {
      for (const inbox of inboxes) {
        await inbox.look();
        inbox.begin(limit);
      }
      if (request.once && inboxes.every((inbox) => inbox.isEmpty())) return;
      await after(pace.lookMs, undefined, { signal });
    }
  } catch (error) {
    // A stop is how it ends.
    if (!signal.aborted) throw error;
  } finally {
    await Promise.all(inboxes.map((inbox) => inbox.done()));
  }
}

interface Inbox {
  look(): Promise<void>;
  /** Begins with the next file, where none is being gated. */
  begin(limit: ReturnType<typeof pLimit>): void;
  /** Nothing is being gated or waits. */
  isEmpty(): boolean;
  /** What is being gated is over, one way or the other. */
  done(): Promise<void>;
}

function newInbox(agreement: string, gated: Set<string>, request: WatchRequest, around: WatchSurroundings): Inbox {
  const { pace, signal, tell } = around;
  const folder = path.join(path.dirname(agreement), 'inbox');
  const seen = new Map<string, Seen>();
  /** States of files that need nothing more. */
  const settled = new Map<string, string>();
  const failed = new Map<string, { readonly state: string; readonly at: number; readonly text: string }>();
  let working: Promise<void> | undefined;
  let bug: unknown;

  const isReady = (name: string): boolean => {
    const { state, since } = seen.get(name) ?? { state: '', since: Number.POSITIVE_INFINITY };
    const before = failed.get(name);
    if (before?.state === state && performance.now() - before.at < pace.againMs) return false;
    return settled.get(name) !== state && performance.now() - since >= pace.quietMs;
  };
  const waits = (name: string): boolean => settled.get(name) !== seen.get(name)?.state && !failed.has(name);

  const gate = async (name: string): Promise<void> => {
    const file = path.join(folder, name);
    const state = seen.get(name)?.state ?? '';
    try {
      const event = await gateFile(file, agreement, gated, request, around);
      // What changed in the meantime is looked at again.
      settled.set(name, state);
      failed.delete(name);
      if (event !== undefined) tell(event);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof OperationalError)) throw error;
      const text = error.in('en');
      if (failed.get(name)?.text !== text) tell({ kind: 'failed', file, error });
      failed.set(name, { state, at: performance.now(), text });
    }
  };

  return {
    async look() {
      if (bug !== undefined) throw bug;
      const states = await statesIn(folder);
      for (const name of seen.keys()) if (!states.has(name)) seen.delete(name);
      for (const [name, state] of states)
        if (seen.get(name)?.state !== state) seen.set(name, { state, since: performance.now() });
    },
    begin(limit) {
      const next = [...seen.keys()].find(isReady);
      if (working !== undefined || next === undefined || signal.aborted) return;
      working = limit(() => gate(next))
        .catch((error: unknown) => {
          bug = error;
        })
        .finally(() => {
          working = undefined;
        });
    },
    isEmpty: () => working === undefined && ![...seen.keys()].some(waits),
    async done() {
      await working;
      if (bug !== undefined) throw bug;
    },
  };
}

/** @returns nothing where the very bytes have a run already */
async function gateFile(
  file: string,
  agreement: string,
  gated: Set<string>,
  { language }: WatchRequest,
  { currentFolder, locale, clock, signal, approve }: WatchSurroundings,
): Promise<WatchEvent | undefined> {
  const workspace = workspaceOf(agreement, currentFolder);
  const { sha256 } = await fileDigest(file).catch((error: unknown) => {
    throw fileError(error, file);
  });
  const key = keyOf(sourceIn(workspace, agreement).name, sha256);
  if (gated.has(key)) return undefined;
  const { result, folder } = await checkCatalogue(
    { file, agreement, reading: {}, ...(language === undefined ? {} : { language }) },
    { currentFolder, locale, now: clock(), signal },
  );
  gated.add(key);
  const event = { kind: 'gated', file, result, folder } as const;
  if (approve === undefined || result.outcome !== 'approved' || result.findings.error > 0) return event;
  return { ...event, approval: await approve(folder, agreement) };
}

function keyOf(agreement: string, sha256: string): string {
  return `${agreement}\n${sha256}`;
}

/** In code-unit order. */
async function agreementsIn(folder: string): Promise<readonly string[]> {
  const own = path.join(folder, 'agreement.yaml');
  if ((await kindOf(own)) === 'file') return [own];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError(error, folder);
  });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = names.sort().map((name) => path.join(folder, name, 'agreement.yaml'));
  const found = await Promise.all(files.map(async (file) => ((await kindOf(file)) === 'file' ? [file] : [])));
  return found.flat();
}

function mayBeSent(name: string): boolean {
  return !NOT_YET.test(name) && !READ_ME.test(name);
}

/** Oldest first, then by name. */
async function statesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileError(error, folder);
  });
  const names = entries.flatMap((entry) => (entry.isFile() && mayBeSent(entry.name) ? entry.name : []));
  const found: { readonly name: string; readonly mtimeMs: number; readonly size: number }[] = [];
  for (const name of names.sort()) {
    // Gone again, by whoever put it there.
    const is = await stat(path.join(folder, name)).catch(() => undefined);
    if (is !== undefined) found.push({ name, mtimeMs: is.mtimeMs, size: is.size });
  }
  found.sort((a, b) => a.mtimeMs - b.mtimeMs);
  return new Map(found.map(({ name, mtimeMs, size }) => [name, `${size} ${mtimeMs}`]));
}

/** From the runs there are: by agreement and the catalogue's bytes. */
async function gatedBefore(agreements: readonly string[], currentFolder: string): Promise<Set<string>> {
  const workspaces = new Set(agreements.map((agreement) => workspaceOf(agreement, currentFolder)));
  const gated = new Set<string>();
  for (const workspace of workspaces) {
    const folder = path.join(workspace, REPORTS);
    for (const name of await readdir(folder).catch(() => [])) {
      const result = await resultIn(path.join(folder, name, RESULT_FILE));
      const { agreement, catalogue } = result ?? {};
      if (agreement !== undefined && catalogue !== undefined) gated.add(keyOf(agreement.file, catalogue.sha256));
    }
  }
  return gated;
}

/** What is no run tells nothing. */
async function resultIn(file: string): Promise<Partial<Result> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Result>;
  } catch {
    return undefined;
  }
}

function noAgreements(folder: string): OperationalError {
  return new OperationalError({
    nb: `Fant ingen agreement.yaml i ${folder} eller mappene der. Oppgi mappen med avtalene, for eksempel catalogs.`,
    en: `Found no agreement.yaml in ${folder} or the folders in it. Name the folder with the agreements, such as catalogs.`,
  });
}
