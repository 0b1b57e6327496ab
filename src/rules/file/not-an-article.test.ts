import { expect, it } from 'vitest';
import rule from './not-an-article.ts';

it('names the row', () => {
  const context = { asOf: '2026-06-01', lines: 1, agreedNotOffered: [], missingFields: [], options: {} };
  const asides = [{ row: 7, kind: 'sum', text: 'Sum · 12' }] as const;
  expect(rule.check({ ...context, asides })).toEqual([{ row: 7, actual: 'Sum · 12', message: 'sum' }]);
});
