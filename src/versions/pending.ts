/** Approvals that wait for a second signature: in the workspace, so that whoever signs next may sit anywhere. */
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { DRAFT, type JsonSchema, object } from '../engine/schema-words.ts';
import { loadYaml } from '../engine/yaml-file.ts';
import { replaceDurably } from './durable.ts';
import { type Approval, type ApprovedThing, approvals, approvedThing } from './manifest.ts';
import { APPROVED_FOLDER } from './version-folder.ts';

/** Below `approved/`. */
export const PENDING_FOLDER = 'pending';

export interface Pending {
  readonly version: 1;
  /** The version it would become, and the checksum of the manifest before it. */
  readonly number: string;
  readonly previous?: string;
  /** The run's folder. */
  readonly run: string;
  readonly approved: ApprovedThing;
  /** The text of `decisions.yaml`, so that the next to sign need not have it. */
  readonly decisions?: string;
  /** When the version would be an earlier one once more. */
  readonly rollback?: { readonly to: string; readonly reason: string };
  readonly approvedBy: readonly Approval[];
}

const word: JsonSchema = { type: 'string' };

const pendingSchema: JsonSchema = {
  $schema: DRAFT,
  ...object(
    {
      version: { const: 1 },
      number: word,
      previous: word,
      run: word,
      approved: approvedThing,
      decisions: word,
      rollback: object({ to: word, reason: word }, ['to', 'reason']),
      approvedBy: approvals,
    } satisfies Record<keyof Pending, JsonSchema>,
    ['version', 'number', 'run', 'approved', 'approvedBy'],
  ),
};

const WHAT: Text = { nb: 'godkjenningen som venter', en: 'the pending approval' };

/** One file for each thing that is approved, relative to `approved/`. */
export function pendingName({ run }: Pick<ApprovedThing, 'run'>, rollback?: unknown): string {
  return `${PENDING_FOLDER}/${rollback === undefined ? 'run' : 'rollback'}-${run.slice(0, 16)}.json`;
}

/** @returns names relative to `approved/`, in code-unit order */
export async function pendingNames(agreementFolder: string): Promise<readonly string[]> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER, PENDING_FOLDER);
  const names = await readdir(folder).catch((error: unknown): readonly string[] => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileError(error, folder);
  });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${PENDING_FOLDER}/${name}`);
}

/** @throws OperationalError for a file that is damaged */
export async function readPending(agreementFolder: string, name: string): Promise<Pending | undefined> {
  if (!(await pendingNames(agreementFolder)).includes(name)) return undefined;
  return (await loadYaml<Pending>(path.join(agreementFolder, APPROVED_FOLDER, name), pendingSchema, WHAT)).value;
}

/** @throws OperationalError when it cannot be written */
export async function writePending(agreementFolder: string, name: string, pending: Pending): Promise<void> {
  const file = path.join(agreementFolder, APPROVED_FOLDER, name);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await replaceDurably(file, `${JSON.stringify(pending, undefined, 2)}\n`);
  } catch (error) {
    throw fileError(error, file);
  }
}

/** @throws OperationalError when the second would sign for something else than the first did */
export function requireSame(pending: Pending, now: Omit<Pending, 'version' | 'approvedBy'>): void {
  const first = pending.approvedBy[0]?.by ?? '';
  const differs = (['number', 'previous', 'approved', 'rollback'] as const).filter(
    (key) => JSON.stringify(pending[key]) !== JSON.stringify(now[key]),
  );
  if (differs.length === 0) return;
  throw new OperationalError({
    nb: `${first} har signert noe annet: ${differs.map((key) => DIFFERS.nb[key]).join(', ')}. Bruk de samme avgjørelsene, eller kontroller på nytt og la begge signere.`,
    en: `${first} signed something else: ${differs.map((key) => DIFFERS.en[key]).join(', ')}. Use the same decisions, or check again and let both sign.`,
  });
}

const DIFFERS = {
  nb: {
    number: 'en annen versjon er godkjent siden',
    previous: 'versjonen før er en annen',
    approved: 'katalogen eller avgjørelsene er andre',
    rollback: 'begrunnelsen er en annen',
  },
  en: {
    number: 'another version was approved since',
    previous: 'the version before is another one',
    approved: 'the catalogue or the decisions are others',
    rollback: 'the reason is another one',
  },
} as const;
