/** What a rule remarks on one place, as every report shows it. Language-neutral: words are made when it is rendered. */
import type { Field } from './field.ts';
import type { Place } from './line.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Strictest first; product words: left out, kept as approved last, put right from the agreement, let through. */
export const DISPOSITIONS = ['withhold', 'keepPrevious', 'correct', 'approve'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export function strictest(a: Disposition, b: Disposition): Disposition {
  return DISPOSITIONS.indexOf(a) <= DISPOSITIONS.indexOf(b) ? a : b;
}

/** Values for the placeholders of a message, as canonical text. */
export type Parameters = Readonly<Record<string, string>>;

/** Step of a computation a person can follow. */
export interface DerivationStep {
  readonly step: string;
  readonly value: string;
  /** The arithmetic that gave the value, in exact decimals: `149 × (100 − 25) / 100`. */
  readonly formula?: string;
  /** ISO 4217, what its amount is in; absent: the agreement's currency. */
  readonly currency?: string;
}

/** An accepted deviation: why, who answers for it, and the last day it holds. */
export interface FindingWaiver {
  readonly reason: string;
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  /** The item it is about: item number, else GTIN, as given. */
  readonly item?: string;
  readonly field?: Field;
  /** What stands there, in canonical form where it was understood, else as it stood. */
  readonly actual?: string;
  readonly expected?: string;
  readonly parameters?: Parameters;
  /** Which of the rule's messages says it, where it has several. */
  readonly message?: string;
  /** General rules whose text this finding stands for. */
  readonly replaces?: readonly string[];
  /** ISO 4217, what its amounts are in; absent: the agreement's currency. */
  readonly currency?: string;
  readonly derivation?: readonly DerivationStep[];
  /** What this finding alone would do with the line; absent when the finding is no error. */
  readonly disposition?: Disposition;
  /** What became of the line in the end; absent for findings on the whole catalogue. */
  readonly lineDisposition?: Disposition;
  /** Which agreed article the line was found to be, where it was not by item number. */
  readonly matched?: { readonly by: string; readonly item?: string };
  /** It was accepted beforehand, and stops nothing. */
  readonly waiver?: FindingWaiver;
  /** Yearly effect in the agreement's currency. */
  readonly effect?: string;
  /** What the line is called, and its product group or UNSPSC family; absent where it says neither. */
  readonly name?: string;
  readonly group?: string;
}
