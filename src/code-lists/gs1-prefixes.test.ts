import { expect, it } from 'vitest';
import { specialPrefix } from './gs1-prefixes.ts';

it.each([
  ['2000000000008', 'restricted'],
  ['0200000000000', 'restricted'],
  ['200000000004', 'restricted'],
  ['400000000008', 'restricted'],
  ['12000000000005', 'restricted'],
  ['20000004', 'restricted'],
  ['01234565', 'restricted'],
  ['0500000000003', 'reserved'],
  ['0590000000006', 'reserved'],
  ['9800000000007', 'coupon'],
  ['9840000000003', 'coupon'],
  ['9999999999994', 'coupon'],
  ['9521234567899', 'demonstration'],
  ['9770000000003', 'serial'],
  ['9788202419462', 'book'],
  ['9790000000009', 'book'],
] as const)('%s is %s', (gtin, meaning) => {
  expect(specialPrefix(gtin)).toBe(meaning);
});

it.each([
  '7038840000105',
  '036282818705',
  '90311017',
  '05704066204093',
  '17038840000102',
  // Next to a range, on either side.
  '1990000000000',
  '3000000000007',
  '9510000000002',
  '9530000000000',
  '9760000000004',
  '9850000000002',
  '0190000000007',
  '0300000000009',
  '0390000000001',
  '0600000000002',
])('%s is the number of a company', (gtin) => {
  expect(specialPrefix(gtin)).toBeUndefined();
});
