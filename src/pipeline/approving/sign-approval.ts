/** One person's yes: a name, a time, and a signature where there is a key; and whether that is enough. */
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import { OperationalError } from '../../catalogue/error.ts';
import type { YearlyEffect } from '../../reporters/result.ts';
import type { Approval, ApprovedThing, Manifest } from '../../versions/manifest.ts';
import { type Pending, pendingName, requireSame, writePending } from '../../versions/pending.ts';
import type { Steps } from '../../versions/settle.ts';
import { type Demand, demandOf } from '../../versions/signers.ts';
import { isSignedBy, signStatement, statementOf } from '../../versions/ssh-signature.ts';

export interface Signing {
  /** A typed name. */
  readonly by: string;
  readonly now: Date;
  /** File of an SSH key; absent: nothing is signed. */
  readonly key?: string | undefined;
}

/** The version that is to be, as far as it is signed for. */
export interface ToSign {
  readonly number: string;
  /** Checksum of the manifest before it. */
  readonly previous?: string;
  /** Name of the run's folder. */
  readonly run: string;
  readonly approved: ApprovedThing;
  readonly rollback?: NonNullable<Manifest['rollback']>;
}

export interface SigningPlace extends Signing {
  readonly loaded: LoadedAgreement;
  /** The agreement's. */
  readonly folder: string;
  readonly pending: Pending | undefined;
  /** Of `decisions.yaml`. */
  readonly text?: string | undefined;
  readonly steps: Steps;
}

/** Somebody else must sign, too. */
export interface PendingAnswer {
  readonly kind: 'pending';
  readonly signed: number;
  readonly demand: Demand;
  readonly number: string;
}

/**
 * Adds one signature; where more are demanded, what there is waits in the workspace.
 * @param effect of the prices that go on
 * @throws OperationalError where others signed something else, or the signature does not count
 */
export async function sign(
  what: ToSign,
  place: SigningPlace,
  effect: YearlyEffect | undefined,
): Promise<PendingAnswer | { readonly kind: 'signed'; readonly approvedBy: readonly Approval[] }> {
  const { loaded, folder, pending, text, steps } = place;
  if (pending !== undefined) requireSame(pending, what);
  const approvedBy = [...(pending?.approvedBy ?? []), await signedApproval(loaded, what, place)];
  const demand = demandOf(loaded.signers, effect);
  if (approvedBy.length >= demand.required) return { kind: 'signed', approvedBy };
  await steps('write what is pending');
  const waiting = { version: 1, ...what, ...(text === undefined ? {} : { decisions: text }), approvedBy } as const;
  await writePending(folder, pendingName(what.approved, what.rollback), waiting);
  return { kind: 'pending', signed: approvedBy.length, demand, number: what.number };
}

/** @throws OperationalError where the agreement names whose keys count, and there is no signature of one of them */
async function signedApproval(
  { agreement, allowedSignersFile }: LoadedAgreement,
  { number, previous, approved }: ToSign,
  { by, now, key }: Signing,
): Promise<Approval> {
  const approval = { by: by.trim(), at: now.toISOString() };
  if (key === undefined) {
    if (allowedSignersFile !== undefined) throw mustBeSigned();
    return approval;
  }
  const statement = statementOf({ agreement: agreement.number, number, previous, ...approved }, approval);
  const signature = await signStatement(statement, key);
  if (allowedSignersFile !== undefined && !(await isSignedBy(statement, signature, approval.by, allowedSignersFile)))
    throw notTheirs(approval.by, allowedSignersFile);
  return { ...approval, signature };
}

function mustBeSigned(): OperationalError {
  return new OperationalError({
    nb: 'Avtalen krever at godkjenninger signeres (signers.allowedSigners). Oppgi SSH-nøkkelen med --sign FIL.',
    en: 'The agreement wants approvals signed (signers.allowedSigners). Name your SSH key with --sign FILE.',
  });
}

function notTheirs(by: string, file: string): OperationalError {
  return new OperationalError({
    nb: `Nøkkelen er ikke en av dem ${file} har for ${by}. Bruk en annen nøkkel, eller oppgi navnet slik det står der.`,
    en: `The key is not one of those ${file} lists for ${by}. Use another key, or give the name as written there.`,
  });
}
