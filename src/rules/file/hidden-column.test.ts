import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './hidden-column.ts';

it('only columns that are read as a field are told, with their headings trimmed', () => {
  const hiddenColumns = [
    { index: 1, heading: 'Intern kode', hidden: true },
    { index: 27, heading: ' Enhet ', field: 'unit', hidden: true },
  ] as const;
  expect(runCatalogueExample(rule, { why: '', hiddenColumns })).toEqual([
    { field: 'unit', actual: 'AB', parameters: { heading: 'Enhet' } },
  ]);
});
