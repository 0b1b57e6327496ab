/** What a person says of numbers and dates that may be read in two ways, in the words of flags and mapping files. */
import type { DATE_ORDERS, DECIMAL_SIGNS } from '../readers/reader.ts';
import type { SaidStyle } from './mapping.ts';

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
