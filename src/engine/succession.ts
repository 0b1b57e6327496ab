/** What replaces what: lines that name others by number, put together so that rules can look at both. */
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Succession } from './rule.ts';

/** Lines by position, and by which line each is replaced. */
export interface SuccessionGraph {
  readonly lines: ReadonlyMap<number, CatalogueLine>;
  /** By position: the position of what replaces it. */
  readonly next: ReadonlyMap<number, number>;
  /** Lines that name a successor that no line is. */
  readonly missing: ReadonlySet<number>;
  /** A line of the previous version, by the number that a line says it replaces. */
  readonly former: (number: string) => CatalogueLine | undefined;
}

/**
 * A number as it is compared when one line names another: without blanks, in small letters, digits without the zeros
 * in front, which get lost on the way through spreadsheets. Of several numbers the first counts.
 * @returns `undefined` where it names nothing
 */
export function referenceKey(text: string): string | undefined {
  const number = isPlain(text) ? text : (text.split(BETWEEN)[0] ?? '').replace(/\s+/g, '').toLowerCase();
  let zeros = 0;
  while (number.charCodeAt(zeros) === ZERO) zeros++;
  const key = zeros > 0 && /^\d+$/.test(number) ? number.slice(zeros) : number;
  return key === '' ? undefined : key;
}

/** Whether the text names more than one number, or may do so. */
export function namesSeveral(text: string): boolean {
  return /[;,|\n/+&]|\s(?:og|eller|and|or|och|und|oder)\s/i.test(text);
}

const BETWEEN = /[;,|\n]|\s(?:og|eller|and|or|och|und|oder)\s/i;
const ZERO = 48;
const NINE = 57;

/** Digits only, as most numbers are: nothing has to be made of them. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

/** Whoever follows a chain this far knows enough. */
const LONGEST_CHAIN = 20;

/** @returns what is known of the line at each position that takes part */
export function successionsOf(graph: SuccessionGraph): (at: number) => Succession {
  const { lines, next, missing, former } = graph;
  const earlier = new Map<number, number[]>();
  for (const [from, to] of next) {
    if (from === to) continue;
    const all = earlier.get(to);
    if (all === undefined) earlier.set(to, [from]);
    else all.push(from);
  }
  const linesAt = (positions: readonly number[]): readonly CatalogueLine[] =>
    positions.flatMap((position) => lines.get(position) ?? []);
  return (at) => {
    const { chain, loops } = follow(next, at);
    const inCatalogue = linesAt(earlier.get(at) ?? []);
    const replaces = lines.get(at)?.replaces;
    const gone = inCatalogue.length > 0 || replaces === undefined ? undefined : former(replaces);
    return {
      chain: linesAt(chain),
      loops,
      isMissing: missing.has(at),
      replaced: gone === undefined ? inCatalogue : [gone],
    };
  };
}

/** A line is told of the loop it is in, not of one that it only leads to. */
function follow(
  next: ReadonlyMap<number, number>,
  at: number,
): { readonly chain: readonly number[]; readonly loops: boolean } {
  const chain: number[] = [];
  const seen = new Set([at]);
  for (let to = next.get(at); to !== undefined && chain.length < LONGEST_CHAIN; to = next.get(to)) {
    if (seen.has(to)) return { chain, loops: to === at };
    seen.add(to);
    chain.push(to);
  }
  return { chain, loops: false };
}
