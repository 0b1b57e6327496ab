import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './gtin-prefix.ts';

const run = (gtin: string, unspsc?: string) =>
  runLineExample(rule, { why: '', line: { gtin, ...(unspsc === undefined ? {} : { unspsc }) } }).map(
    ({ message }) => message,
  );

it('finds the prefix behind the level of packing, and where the zero is left out', () => {
  expect(run('12000000000005')).toEqual(['restricted']);
  expect(run('200000000004')).toEqual(['restricted']);
});

it.each(['14111514', '44112005', '60101700', '55101500', '4711'])(
  'a calendar or notebook (%s) may be a book',
  (code) => {
    expect(run('9788202419462', code)).toEqual([]);
  },
);
