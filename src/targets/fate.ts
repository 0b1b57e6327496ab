/** What became of the file for one receiver. */
import type { OperationalError } from '../catalogue/error.ts';
import type { Receipt } from './receipt.ts';

export type Fate =
  /** It is there now. */
  | { readonly kind: 'done'; readonly target: string; readonly receipt: Receipt }
  /** It was sent in an earlier run. */
  | { readonly kind: 'before'; readonly target: string; readonly receipt: Receipt }
  /** It would be sent, were this no rehearsal. */
  | { readonly kind: 'would'; readonly target: string; readonly bytes: number; readonly to: string }
  | { readonly kind: 'failed'; readonly target: string; readonly error: OperationalError }
  /** It is there, but its receipt could not be written. */
  | { readonly kind: 'unreceipted'; readonly target: string; readonly to: string; readonly error: OperationalError };

/** Something is to be put right before it is run again. */
export function hasFailed({ kind }: Fate): boolean {
  return kind === 'failed' || kind === 'unreceipted';
}
