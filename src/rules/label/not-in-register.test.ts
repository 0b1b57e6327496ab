import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './not-in-register.ts';

it('says where the number stands', () => {
  const line = { ecoLicence: '2093 0009', ecoLabel: [{ key: 'svanemerket', licence: '2093 0009', text: 'Svanen' }] };
  const references = { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001' }] };
  expect(runLineExample(rule, { why: '', line, references }).map(({ field }) => field)).toEqual(['ecoLicence']);
});

it('is not asked without a register', () => {
  const line = { ecoLabel: [{ key: 'svanemerket', licence: '2093 0009', text: 'Svanen' }] };
  expect(runLineExample(rule, { why: '', line })).toEqual([]);
});
