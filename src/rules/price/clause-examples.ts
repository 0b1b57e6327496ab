/** An agreement with an adjustment clause, for the examples of rules. */
import type { Agreement } from '../../agreement/agreement.ts';
import type { AdjustmentClause } from '../../agreement/terms/adjustment.ts';
import { USUAL_ROUNDING } from '../../agreement/terms/rounding.ts';
import type { Pricing } from '../../agreement/terms/terms.ts';
import { decimal } from '../../catalogue/decimal.ts';

/** 10 % off a list price: one list holds since January 2026, the next one from July. */
export function withNextList(pricing: Partial<Pricing> = {}): Partial<Agreement> {
  return {
    pricing: {
      terms: [{ scope: {}, price: { kind: 'discount', list: 'veiledende', percent: decimal('10') } }],
      lists: [
        { name: 'veiledende', file: 'gammel.csv', from: '2026-01-01' },
        { name: 'veiledende', file: 'ny.csv', from: '2026-07-01' },
      ],
      rounding: USUAL_ROUNDING,
      rates: {},
      ...pricing,
    },
  };
}

/** Prices of January 2025, adjusted by an index that is 5 % higher in April 2026; 60 days' notice, once a year. */
export function withClause(clause: Partial<AdjustmentClause> = {}): Partial<Agreement> {
  return {
    pricing: {
      terms: [],
      lists: [],
      rounding: USUAL_ROUNDING,
      rates: {},
      adjustment: {
        basis: {
          kind: 'index',
          name: 'SSB 03013 KPI',
          baseMonth: '2025-01',
          series: [
            { month: '2025-01', value: decimal('130') },
            { month: '2025-10', value: decimal('133.9') },
            { month: '2026-04', value: decimal('136.5') },
          ],
          share: decimal('100'),
        },
        noticeDays: 60,
        timesPerYear: 1,
        notices: [],
        ...clause,
      },
    },
  };
}
