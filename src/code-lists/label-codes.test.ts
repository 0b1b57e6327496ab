import { expect, it } from 'vitest';
import { labelListsWith } from './label-codes.ts';
import { LABELS } from './labels.ts';

it('tells which list has a code, as it is written there', () => {
  expect(labelListsWith('SVANEN')).toEqual(['peppol', 'ehf']);
  expect(labelListsWith('MOEBELFAKTA')).toEqual(['peppol']);
  expect(labelListsWith('CARING_CONSUMER_PETA')).toEqual(['ehf']);
  for (const none of ['svanen', 'NORDIC_SWAN', 'EU_ECOLABEL', 'FSC', 'MSC', 'ORGANIC', 'NA', ''])
    expect(labelListsWith(none)).toBeUndefined();
});

it('has every code of the table of labels', () => {
  for (const { gs1Code } of LABELS.values())
    if (gs1Code !== undefined) expect(labelListsWith(gs1Code)).toContain('peppol');
});
