import { expect, it } from 'vitest';
import { measureOf } from './unit-measures.ts';
import { isUnitCode } from './units.ts';

it.each([
  ['EA', 'H87', '1'],
  ['PR', 'H87', '2'],
  ['DZN', 'H87', '12'],
  ['CEN', 'H87', '100'],
  ['GRM', 'KGM', '0.001'],
  ['MLT', 'LTR', '0.001'],
  ['MTQ', 'LTR', '1000'],
  ['HMT', 'MTR', '100'],
  ['CMK', 'MTK', '0.0001'],
  ['KWT', 'WTT', '1000'],
  ['HUR', 'SEC', '3600'],
])('one %s is %s times %s', (code, base, factor) => {
  expect(isUnitCode(code)).toBe(true);
  expect(measureOf(code)).toEqual({ base, factor });
});

it.each(['XPK', 'XBX', 'SET', 'DAY', 'E48', '??'])('%s measures nothing by itself', (code) => {
  expect(measureOf(code)).toBeUndefined();
});
