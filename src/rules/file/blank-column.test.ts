import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './blank-column.ts';

it('a heading of blanks is no heading', () => {
  expect(runCatalogueExample(rule, { why: '', blankColumns: [{ index: 2, heading: '  ' }] })).toEqual([
    { message: 'unheaded', parameters: { letter: 'C' } },
  ]);
});
