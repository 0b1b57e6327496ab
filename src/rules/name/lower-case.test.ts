import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './lower-case.ts';

const expected = (name: string) => runLineExample(rule, { why: '', line: { name } }).map((problem) => problem.expected);

it.each([
  ['økologisk melk 1 l', 'Økologisk melk 1 l'],
  ['ærlig talt', 'Ærlig talt'],
])('%s should be %s', (name, better) => expect(expected(name)).toEqual([better]));
it.each(['tesa film A4', '3m tape klar', 'penn', 'a4 papir x', '', 'чай Зелёный', 'm 10'])('%j is well', (name) =>
  expect(expected(name)).toEqual([]),
);
