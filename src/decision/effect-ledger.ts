/**
 * What the prices of a run that are not the agreed ones make in a year. Every article's volume counts once, with the
 * dearest of the lines that offer it: a second line of the same article is not bought as well.
 */
import { type Decimal, decimal } from '../catalogue/decimal.ts';
import type { EffectSums, YearlyEffect } from '../reporters/result.ts';

export interface EffectLedger {
  /** @param article position of the line's agreed article; below 0 where it stands in no list */
  note(ordinal: number, article: number, ore: bigint): void;
  /** Lines whose effect is not known. */
  noteUnknown(noVolume: number, notComparable: number): void;
  /** @param goesOn whether the price of a line is let through as it was sent */
  sums(goesOn: (ordinal: number) => boolean): Omit<YearlyEffect, 'currency' | 'unreadRows'>;
}

export function newEffectLedger(): EffectLedger {
  const ordinals: number[] = [];
  const amounts: bigint[] = [];
  const byArticle = new Map<number, number>();
  const unknown = { noVolume: 0, notComparable: 0 };
  return {
    note(ordinal, article, ore) {
      const known = article < 0 ? undefined : byArticle.get(article);
      if (known === undefined) {
        if (article >= 0) byArticle.set(article, ordinals.length);
        ordinals.push(ordinal);
        amounts.push(ore);
      } else if (ore > (amounts[known] ?? 0n)) {
        ordinals[known] = ordinal;
        amounts[known] = ore;
      }
    },
    noteUnknown(noVolume, notComparable) {
      unknown.noVolume += noVolume;
      unknown.notComparable += notComparable;
    },
    sums(goesOn) {
      const on = { above: 0n, below: 0n };
      const stopped = { above: 0n, below: 0n };
      for (const [at, ordinal] of ordinals.entries()) {
        const ore = amounts[at] ?? 0n;
        const sum = goesOn(ordinal) ? on : stopped;
        if (ore > 0n) sum.above += ore;
        else sum.below += ore;
      }
      return {
        lines: ordinals.length,
        asSent: sumsOf(on.above + stopped.above, on.below + stopped.below),
        stopped: sumsOf(stopped.above, stopped.below),
        goesOn: sumsOf(on.above, on.below),
        ...unknown,
      };
    },
  };
}

function sumsOf(above: bigint, below: bigint): EffectSums {
  return { above: inKroner(above), below: inKroner(below), sum: inKroner(above + below) };
}

/** An amount in øre as one in kroner, with two decimals. */
export function inKroner(ore: bigint): Decimal {
  const digits = String(ore < 0n ? -ore : ore).padStart(3, '0');
  return decimal(`${ore < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}
