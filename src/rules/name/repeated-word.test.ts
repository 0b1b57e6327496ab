import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './repeated-word.ts';

const found = (name: string, brand?: string) =>
  runLineExample(rule, { why: '', line: { name, ...(brand === undefined ? {} : { brand }) } }).map(
    ({ parameters }) => parameters?.['found'],
  );

it.each([
  ['Kulepenn, kulepenn blå', 'Kulepenn, kulepenn'],
  ['Blå kulepenn KULEPENN', 'kulepenn KULEPENN'],
  ['Penn blå Penn blå', 'Penn blå Penn blå'],
  ['Blyant blyant & penn', 'Blyant blyant'],
])('%s', (name, sign) => expect(found(name)).toEqual([sign]));

it.each([
  'XX XX penn',
  'Cous cous 500 g',
  'Mini mini boks',
  'Rull 2 2',
  'Rull 2500 2500',
  'Lampe GU10X GU10X',
  'Penn blå penn',
  'Penn',
  '',
])('%j is meant so', (name) => expect(found(name)).toEqual([]));

it('a brand that stands twice for no reason is told', () => {
  expect(found('Lenovo Lenovo V15', 'Lenovo')).toEqual(['Lenovo Lenovo']);
  expect(found('Bora bora te', 'Bora Bora')).toEqual([]);
});
