/** What someone who mistyped a name probably meant. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The candidates closest to a word: a slip or two away whatever the case, or one contained in the other.
 * @returns the best first, at most `limit`; equal ones in code-unit order; empty when nothing is near
 */
export function nearest(word: string, candidates: readonly string[], limit = 1): readonly string[] {
  // Loaded at the first slip: most runs have none.
  const { distance } = require('fastest-levenshtein') as typeof import('fastest-levenshtein');
  const typed = word.toLowerCase();
  const near: { readonly candidate: string; readonly steps: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const meant = candidate.toLowerCase();
    const steps = distance(typed, meant);
    const slips =
      steps <= Math.floor(Math.max(typed.length, meant.length) / 3) || (steps <= 2 && sameLetters(typed, meant));
    const contained = Math.min(typed.length, meant.length) >= 4 && (meant.includes(typed) || typed.includes(meant));
    if (slips || contained) near.push({ candidate, steps });
  }
  near.sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1));
  // What is clearly further off than the best only distracts.
  const furthest = (near[0]?.steps ?? 0) + 1;
  return near
    .filter(({ steps }) => steps <= furthest)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Two letters swapped are two steps apart, which is much for a short word. */
function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
