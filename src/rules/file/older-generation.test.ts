import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './older-generation.ts';

it('an older code is told with the line of the file where it stands first', () => {
  const remarks = [{ kind: 'olderCode', code: 'listID="UNSPSC"', row: 61 }] as const;
  expect(runCatalogueExample(rule, { why: '', remarks })).toEqual([
    { actual: 'listID="UNSPSC"', message: 'code', row: 61 },
  ]);
});
