/** What a person says of numbers and dates that may be read in two ways, in the words of flags and mapping files. */
import type { SaidStyle } from './mapping.ts';

export const DECIMAL_SIGNS = ['comma', 'point'] as const;
export const DATE_ORDERS = ['day', 'month'] as const;

export interface StyleWords {
  readonly decimalSign?: (typeof DECIMAL_SIGNS)[number];
  readonly dateOrder?: (typeof DATE_ORDERS)[number];
}

export function saidStyle({ decimalSign, dateOrder }: StyleWords): SaidStyle {
  return {
    ...(decimalSign === undefined ? {} : { decimalSign: decimalSign === 'comma' ? ',' : '.' }),
    ...(dateOrder === undefined ? {} : { dateOrder: dateOrder === 'day' ? 'dayFirst' : 'monthFirst' }),
  };
}
