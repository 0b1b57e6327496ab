import { expect, it } from 'vitest';
import type { CatalogueContext } from '../../engine/rule.ts';
import rule from './too-large.ts';

const context: CatalogueContext = { asOf: '2026-06-01', lines: 0, agreedNotOffered: [], missingFields: [] };
const told = (fileProblem: object) =>
  rule.check({ ...context, fileProblem: { problem: 'tooLarge', ...fileProblem }, options: {} });

it('tells the row and the part of the file, where they are known', () => {
  expect(told({ detail: 'cells=100 xl/worksheets/sheet1.xml', row: 7 })).toStrictEqual([
    { actual: '100', message: 'cells', parameters: { part: ' (xl/worksheets/sheet1.xml)' }, row: 7 },
  ]);
  expect(told({ detail: 'cells=100' })).toStrictEqual([{ actual: '100', message: 'cells', parameters: { part: '' } }]);
});

it.each([{}, { detail: 'colours=7' }])('a limit that there is not is an error of ours: %j', (problem) => {
  expect(() => told(problem)).toThrow(new RangeError(`no limit: ${problem.detail ?? ''}`));
});
