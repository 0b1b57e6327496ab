/** How much of the catalogue carries eco-labels, against the previous version: from counts to what the reports say. */
import type { Mutable } from '../../catalogue/mutable.ts';
import { LABELS } from '../../code-lists/labels.ts';
import { inKroner } from '../../decision/effect-ledger.ts';
import type { LabelCounts } from '../../diff/label-counts.ts';
import type { LabelCoverage, LabelledLines, LabelShare } from '../../reporters/result.ts';

/** More families than this are told by segment: a table of them is no overview. */
const MOST_CLASSES = 40;

/**
 * @param recognised the labels that count, as the agreement has it; absent: those of type I
 * @param previous absent without a previous version, or when that has no column of labels
 * @param currency what spend is in; absent where no volumes are known
 * @param titles of segments and families, by their first digits
 */
export function labelCoverage(
  counts: LabelCounts,
  previous: LabelCounts | undefined,
  recognised: readonly string[] | undefined,
  currency?: string,
  titles: Readonly<Record<string, string>> = {},
): LabelCoverage {
  const counting = recognised === undefined ? undefined : new Set(recognised);
  const digits = new Set([...counts.keys(), ...(previous?.keys() ?? [])]).size > MOST_CLASSES ? 2 : 4;
  const told = currency === undefined ? withoutSpend : withSpend;
  const now = sums(counts, digits, counting);
  const before = previous === undefined ? undefined : sums(previous, digits, counting);
  const share = (unspsc: string): LabelShare =>
    withPrevious(told(now.get(unspsc) ?? NO_LINES), before && told(before.get(unspsc) ?? NO_LINES));
  const classes = [...new Set([...now.keys(), ...(before?.keys() ?? [])])].filter((unspsc) => unspsc !== ALL).sort();
  return {
    ...(recognised === undefined ? {} : { recognisedLabels: recognised }),
    ...(currency === undefined ? {} : { currency }),
    ...share(ALL),
    // Lines without a class come last.
    classes: [...classes.filter((unspsc) => unspsc !== ''), ...classes.filter((unspsc) => unspsc === '')].map(
      (unspsc) => {
        const title = titles[unspsc];
        return { unspsc, ...(title === undefined ? {} : { title }), ...share(unspsc) };
      },
    ),
    labels: byLabel(counts, previous),
  };
}

const ALL = '*';

type Kind = Exclude<keyof LabelledLines, 'lines' | 'spend'>;
/** With spend in øre. */
type Sum = Omit<LabelledLines, 'spend'> & { readonly ore: bigint; readonly recognisedOre: bigint };

const NO_LINES: Sum = {
  lines: 0,
  recognised: 0,
  organic: 0,
  otherLabels: 0,
  withoutLabel: 0,
  ore: 0n,
  recognisedOre: 0n,
};

function withoutSpend({ ore: _, recognisedOre: __, ...lines }: Sum): LabelledLines {
  return lines;
}

function withSpend(sum: Sum): LabelledLines {
  return { ...withoutSpend(sum), spend: { sum: inKroner(sum.ore), recognised: inKroner(sum.recognisedOre) } };
}

function withPrevious(now: LabelledLines, before: LabelledLines | undefined): LabelShare {
  return before === undefined ? now : { ...now, previous: before };
}

function sums(
  counts: LabelCounts,
  digits: number,
  counting: ReadonlySet<string> | undefined,
): ReadonlyMap<string, Sum> {
  const found = new Map<string, Mutable<Sum>>();
  for (const [family, byLabels] of counts) {
    for (const [labels, { lines, ore }] of byLabels) {
      const kind = kindOf(labels, counting);
      for (const unspsc of [ALL, family.slice(0, digits)]) {
        const sum = found.get(unspsc) ?? { ...NO_LINES };
        found.set(unspsc, sum);
        sum.lines += lines;
        sum[kind] += lines;
        sum.ore += ore;
        if (kind === 'recognised') sum.recognisedOre += ore;
      }
    }
  }
  return found;
}

/** Each line counts once: for the best that it has. */
function kindOf(labels: string, counting: ReadonlySet<string> | undefined): Kind {
  if (labels === '') return 'withoutLabel';
  const keys = labels.split(',');
  if (keys.some((key) => (counting === undefined ? isTypeI(key) : counting.has(key)))) return 'recognised';
  if (keys.some((key) => LABELS.get(key)?.kind === 'organic')) return 'organic';
  return 'otherLabels';
}

/** ISO 14024; TCO Certified is one although it is about computers alone. */
function isTypeI(key: string): boolean {
  return key === 'tco_certified' || LABELS.get(key)?.kind === 'ecoTypeI';
}

function byLabel(counts: LabelCounts, previous: LabelCounts | undefined): LabelCoverage['labels'] {
  const now = linesByLabel(counts);
  const before = previous === undefined ? undefined : linesByLabel(previous);
  const keys = [...new Set([...now.keys(), ...(before?.keys() ?? [])])];
  return keys
    .map((label) => ({
      label,
      lines: now.get(label) ?? 0,
      ...(before === undefined ? {} : { previous: before.get(label) ?? 0 }),
    }))
    .sort((a, b) => b.lines - a.lines || (a.label < b.label ? -1 : 1));
}

function linesByLabel(counts: LabelCounts): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const byLabels of counts.values())
    for (const [labels, count] of byLabels)
      for (const label of labels.split(',')) if (label !== '') lines.set(label, (lines.get(label) ?? 0) + count.lines);
  return lines;
}
