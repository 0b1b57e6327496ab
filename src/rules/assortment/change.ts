/** What the rules on a grown and a shrunk assortment share: when a change is too large, and what is told of it. */
import { compare, decimal, divide, multiply } from '../../catalogue/decimal.ts';
import type { AssortmentChange, CatalogueProblem } from '../../engine/rule.ts';

/** In percent of the previous version; a version with fewer articles than `fewest` may change as it likes. */
type Options = { readonly percent: string; readonly fewest: number };
const DEFAULTS: Options = { percent: '20', fewest: 20 };

export const CHANGE_FACTS = {
  source: { nb: 'Versjonen som sist ble godkjent', en: 'The version approved last' },
  sets: { recommended: { severity: 'warning' } },
  options: {
    properties: {
      percent: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?$' },
      fewest: { type: 'integer', minimum: 1 },
    },
    defaults: DEFAULTS,
  },
} as const;

/** @param way the articles that came, or those that went */
export function tooManyThat(
  way: 'added' | 'removed',
  change: AssortmentChange | undefined,
  { percent: most, fewest }: Options,
): readonly CatalogueProblem[] {
  if (change === undefined || change.before < fewest) return [];
  const [count, before] = [decimal(String(change[way])), decimal(String(change.before))];
  const limit = decimal(most);
  // Multiplied out, so that no rounding decides what is exactly at the limit.
  if (compare(multiply(count, HUNDRED), multiply(before, limit)) <= 0) return [];
  const percent = divide(multiply(count, HUNDRED), before, 1);
  return [{ parameters: { count, before, percent, limit } }];
}

const HUNDRED = decimal('100');
