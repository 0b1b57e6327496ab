import { expect, it } from 'vitest';
import type { CatalogueContext } from '../../engine/rule.ts';
import rule from './damaged.ts';

const context: CatalogueContext = { asOf: '2026-06-01', lines: 0, agreedNotOffered: [], missingFields: [] };
const told = (fileProblem: object) =>
  rule.check({ ...context, fileProblem: { problem: 'damaged', ...fileProblem }, options: {} });

it('tells the row where the damage shows, where it is known', () => {
  expect(told({ detail: 'checksum xl/workbook.xml', row: 7 })).toStrictEqual([
    { message: 'checksum', actual: 'xl/workbook.xml', row: 7 },
  ]);
  expect(told({ detail: 'notUtf8' })).toStrictEqual([{ message: 'notUtf8' }]);
});

it.each([{}, { detail: 'burnt' }])('damage that has no words is an error of ours: %j', (problem) => {
  expect(() => told(problem)).toThrow(new RangeError(`no damage: ${problem.detail ?? ''}`));
});
