import { expect, it } from 'vitest';
import { runCatalogueExample } from '../../engine/run-examples.ts';
import rule from './other-agreement.ts';

const finds = (value: string, number: string) =>
  runCatalogueExample(rule, {
    why: '',
    agreement: { number },
    told: { agreementNumber: [{ value, lines: 1, row: 2 }] },
  }).length;

it.each([
  ['0042', '42'],
  ['42', '0042'],
  ['a-17 b', 'A17B'],
  ['2024/118-2', '2024/118'],
  ['RA 2024 118', '2024/118'],
  ['A118', 'RA-118'],
  ['A\u030a-1', 'å1'],
  ['0', '0'],
])('%s is %s', (value, number) => {
  expect(finds(value, number)).toBe(0);
});

it.each([
  ['2024/119', '2024/118'],
  ['118', '2024/118'],
  ['17', '170'],
  ['118', 'RA118'],
  ['5', '0'],
  ['1004', '14'],
])('%s is not %s', (value, number) => {
  expect(finds(value, number)).toBe(1);
});
