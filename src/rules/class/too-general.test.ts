import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './too-general.ts';

const run = (unspsc: string, labels: readonly string[] = []) =>
  runLineExample(rule, {
    why: '',
    line: { unspsc },
    agreement: { labels: labels.map((code) => ({ unspsc: code, anyOf: ['fsc'] })) },
  }).map(({ message }) => message);

it.each(['10100001', '10101000', '00000000', '00440000', '44-10000', '44x21700', '4412170', '441217000'])(
  '%s is not too general',
  (unspsc) => {
    expect(run(unspsc)).toEqual([]);
  },
);

it('a demand on the whole class, or on another one, is no reason', () => {
  expect(run('47131800', ['471318', '4713', '47131700'])).toEqual([]);
  expect(run('47131800', ['47131700', '47131805'])).toEqual(['demand']);
});
