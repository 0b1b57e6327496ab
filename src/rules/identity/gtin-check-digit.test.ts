import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './gtin-check-digit.ts';

it('a number copied from a sample is found out', () => {
  expect(runLineExample(rule, { why: '', line: { gtin: '1234567890124' } })).toMatchObject([{ expected: '8' }]);
});

it.each(['036282818705', '7350053850019', '05704066204093', '2000000000008'])('%s is in order', (gtin) => {
  expect(runLineExample(rule, { why: '', line: { gtin } })).toEqual([]);
});
