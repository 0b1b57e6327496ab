/** An agreement with prices by quantity, for the examples of rules. */
import type { Agreement } from '../../agreement/agreement.ts';
import { USUAL_ROUNDING } from '../../agreement/terms/rounding.ts';
import { decimal } from '../../catalogue/decimal.ts';

/** Article 1 costs 10, and 9 from a hundred on. */
export function withSteps(): Partial<Agreement> {
  const steps = [
    { from: decimal('1'), price: decimal('10') },
    { from: decimal('100'), price: decimal('9') },
  ];
  return {
    pricing: {
      terms: [{ scope: { articles: ['1'] }, price: { kind: 'tiers', steps } }],
      lists: [],
      rounding: USUAL_ROUNDING,
      rates: {},
    },
  };
}
