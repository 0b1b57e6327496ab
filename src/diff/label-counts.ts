/** How many lines of a catalogue carry which eco-labels, by class, and what they cost: line by line, in any thread. */
import type { CatalogueLine, EcoLabel } from '../catalogue/line.ts';
import { LABELS } from '../code-lists/labels.ts';

/**
 * By the first four digits of UNSPSC (none: no class is given), and by the keys of the product labels that lines carry,
 * in the order of the alphabet with `,` between; none: no label. Plain data.
 */
export type LabelCounts = ReadonlyMap<string, ReadonlyMap<string, LabelCount>>;

export interface LabelCount {
  readonly lines: number;
  /** What a year's volume of those lines costs, in øre, as far as that is known. */
  readonly ore: bigint;
}

export interface LabelCounter {
  /** @param ore what a year's volume of the line costs; absent: not known */
  add(line: Pick<CatalogueLine, 'unspsc' | 'ecoLabel'>, ore?: bigint): void;
  addAll(counts: LabelCounts): void;
  readonly counts: LabelCounts;
}

export function newLabelCounter(): LabelCounter {
  const counts = new Map<string, Map<string, { lines: number; ore: bigint }>>();
  const count = (unspsc: string, labels: string, lines: number, ore: bigint): void => {
    let byLabels = counts.get(unspsc);
    if (byLabels === undefined) {
      byLabels = new Map();
      counts.set(unspsc, byLabels);
    }
    const known = byLabels.get(labels);
    if (known === undefined) byLabels.set(labels, { lines, ore });
    else {
      known.lines += lines;
      if (ore !== NOTHING) known.ore += ore;
    }
  };
  return {
    counts,
    add({ unspsc, ecoLabel }, ore = NOTHING) {
      count(familyOf(unspsc), ecoLabel === undefined ? '' : keysOf(ecoLabel), 1, ore);
    },
    addAll(others) {
      for (const [unspsc, byLabels] of others)
        for (const [labels, { lines, ore }] of byLabels) count(unspsc, labels, lines, ore);
    },
  };
}

const NOTHING = 0n;
const FAMILY_DIGITS = 4;
const UNSPSC_DIGITS = 8;

function familyOf(unspsc: string | undefined): string {
  return unspsc?.length === UNSPSC_DIGITS ? unspsc.slice(0, FAMILY_DIGITS) : '';
}

/** What says nothing of the product, and what names no label, is left out. */
function keysOf(labels: readonly EcoLabel[]): string {
  let keys: string | undefined;
  let several: Set<string> | undefined;
  for (const { key } of labels) {
    if (key === undefined || LABELS.get(key)?.scope !== 'product') continue;
    if (keys === undefined) keys = key;
    else {
      several ??= new Set([keys]);
      several.add(key);
    }
  }
  return several === undefined ? (keys ?? '') : [...several].sort().join(',');
}
