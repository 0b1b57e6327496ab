import { expect, it } from 'vitest';
import type { CatalogueContext } from '../../engine/rule.ts';
import rule from './not-a-catalogue.ts';

const context: CatalogueContext = { asOf: '2026-06-01', lines: 0, agreedNotOffered: [], missingFields: [] };
const told = (fileProblem: object) =>
  rule.check({ ...context, fileProblem: { problem: 'notACatalogue', ...fileProblem }, options: {} });

it('tells the row and what was met, where they are known', () => {
  expect(told({ detail: 'XML', row: 7 })).toStrictEqual([{ row: 7, actual: 'XML', message: 'xml' }]);
  expect(told({})).toStrictEqual([{ message: 'other' }]);
});

it('what is only like the name of a document of UBL is something else', () => {
  expect(told({ detail: 'UBL Order Change' })).toStrictEqual([{ actual: 'UBL Order Change', message: 'other' }]);
});
