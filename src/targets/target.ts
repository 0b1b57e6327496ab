/** What every way of sending a catalogue has in common. */
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import type { Pace } from './retries.ts';

/** One file on its way to one receiver. */
export interface Delivery {
  /** Where its bytes lie. */
  readonly path: string;
  /** What the receiver calls it. */
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** The same for every attempt to send this version to this receiver, and for no other. */
  readonly key: string;
}

export interface Delivered {
  /** `found`: the receiver held the very bytes already, so that nothing was sent. */
  readonly how: 'sent' | 'found';
  readonly attempts: number;
  /** What a server answered, by HTTP. */
  readonly status?: number;
}

export interface DeliveryTerms {
  readonly pace: Pace;
  readonly signal?: AbortSignal | undefined;
  /** Told of every step that is behind us; tests have it throw. */
  readonly reached?: ((step: string) => void) | undefined;
}

export interface Target {
  readonly name: string;
  readonly kind: 'folder' | 'sftp' | 'https';
  /** Where a file goes, as people read it; holds no secret. */
  destination(fileName: string): string;
  /**
   * Sends it, unless it is there already. What is seen at the receiver is the whole file or none of it.
   * @throws OperationalError when it did not arrive; its text holds no secret
   */
  deliver(delivery: Delivery, terms: DeliveryTerms): Promise<Delivered>;
}

/** May well work a moment later: the network's fault, or the server's. */
export class PassingFault extends OperationalError {
  /** How long the server asks to be left alone. */
  readonly waitMs: number | undefined;
  constructor(text: Text, { waitMs, ...options }: ErrorOptions & { readonly waitMs?: number | undefined } = {}) {
    super(text, options);
    this.name = 'PassingFault';
    this.waitMs = waitMs;
  }
}

/** What arrived is not what was sent. */
export function arrivedChanged(destination: string): PassingFault {
  return new PassingFault({
    nb: `Det som kom fram til ${destination}, er ikke det som ble sendt. Det er ikke gjort synlig der.`,
    en: `What arrived at ${destination} is not what was sent. It was not made visible there.`,
  });
}
