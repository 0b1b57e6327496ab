import { expect, it } from 'vitest';
import type { CatalogueContext } from '../../engine/rule.ts';
import cutOff from './cut-off.ts';

const context: CatalogueContext = { asOf: '2026-06-01', lines: 0, agreedNotOffered: [], missingFields: [] };

it('tells the row where the fault shows, and what was met there', () => {
  const fileProblem = { problem: 'cutOff', row: 117, detail: 'open quote' } as const;
  expect(cutOff.check({ ...context, fileProblem, options: {} })).toEqual([{ row: 117, actual: 'open quote' }]);
});

it('refuses in every set that it stands in', () => {
  expect(cutOff.sets).toEqual({
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  });
});

it('what is not known is left out', () => {
  expect(cutOff.check({ ...context, fileProblem: { problem: 'cutOff' }, options: {} })).toStrictEqual([{}]);
});
