/** What prices that are not the agreed ones make in a year, line by line, as threads hand it over. */
import type { AgreedVerdict } from '../../agreement/agreement.ts';
import { type Effect, type EffectGrounds, effectOf, inOre } from '../../agreement/effect.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { priceHoldsOn } from '../../catalogue/period.ts';

/** Plain data. */
export interface NotedEffects {
  /** Which of the lines, ascending; and the effect in øre. */
  readonly at: Int32Array;
  readonly ore: BigInt64Array;
  /** Lines whose article has no volume, or one that cannot be held against the price. */
  readonly noVolume: number;
  readonly notComparable: number;
}

export interface EffectNotes {
  /** @returns what it noted; nothing for a line whose price is the agreed one, or that is no agreed article */
  reckon(at: number, line: CatalogueLine, agreed: AgreedVerdict | undefined): Effect | undefined;
  noted(): { readonly effects?: NotedEffects };
}

/**
 * @param grounds absent where no volumes are known: then nothing is noted
 * @param asOf what does not hold on the day is not paid on the day
 */
export function newEffectNotes(grounds: EffectGrounds | undefined, asOf: string): EffectNotes {
  const at: number[] = [];
  const ore: bigint[] = [];
  const others = { noVolume: 0, notComparable: 0 };
  if (grounds === undefined) return NOTHING;
  return {
    reckon(which, line, agreed) {
      const effect = agreed === undefined || !priceHoldsOn(line, asOf) ? undefined : effectOf(line, agreed, grounds);
      if (effect?.kind === 'known') {
        at.push(which);
        ore.push(inOre(effect.amount));
      } else if (effect !== undefined) others[effect.kind]++;
      return effect;
    },
    noted: () => ({ effects: { at: Int32Array.from(at), ore: BigInt64Array.from(ore), ...others } }),
  };
}

const NOTHING: EffectNotes = { reckon: () => undefined, noted: () => ({}) };
