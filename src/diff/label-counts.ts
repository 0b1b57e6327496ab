/** How many lines of a catalogue carry which eco-labels, by class: counted line by line, in any thread. */
import type { CatalogueLine, EcoLabel } from '../catalogue/line.ts';
import { LABELS } from '../code-lists/labels.ts';

/**
 * Lines by the first four digits of UNSPSC (none: no class is given), and by the keys of the product labels they carry,
 * in the order of the alphabet with `,` between; none: no label. Plain data.
 */
export type LabelCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface LabelCounter {
  add(line: Pick<CatalogueLine, 'unspsc' | 'ecoLabel'>): void;
  addAll(counts: LabelCounts): void;
  readonly counts: LabelCounts;
}

export function newLabelCounter(): LabelCounter {
  const counts = new Map<string, Map<string, number>>();
  const count = (unspsc: string, labels: string, lines: number): void => {
    let byLabels = counts.get(unspsc);
    if (byLabels === undefined) {
      byLabels = new Map();
      counts.set(unspsc, byLabels);
    }
    byLabels.set(labels, (byLabels.get(labels) ?? 0) + lines);
  };
  return {
    counts,
    add({ unspsc, ecoLabel }) {
      count(familyOf(unspsc), ecoLabel === undefined ? '' : keysOf(ecoLabel), 1);
    },
    addAll(others) {
      for (const [unspsc, byLabels] of others) for (const [labels, lines] of byLabels) count(unspsc, labels, lines);
    },
  };
}

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
