import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './gtin-length.ts';

it.each([1, 7, 9, 10, 11, 15])('%i digits are no GTIN', (length) => {
  expect(runLineExample(rule, { why: '', line: { gtin: '1'.repeat(length) } })).toMatchObject([
    { parameters: { length: String(length) } },
  ]);
});
