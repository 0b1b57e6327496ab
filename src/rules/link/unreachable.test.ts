import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './unreachable.ts';

it('tells each of several links in a cell, in every field', () => {
  const links = [
    { link: 'https://a.no/1', fault: 'noAnswer' },
    { link: 'https://a.no/2', fault: 'status', status: 500 },
  ] as const;
  const line = { imageUrl: 'https://a.no/1;https://a.no/3', productUrl: 'https://a.no/2', sds: 'https://a.no/1' };
  const found = runLineExample(rule, { why: '', line, references: { links } });
  expect(found.map(({ field, actual, message }) => [field, actual, message])).toEqual([
    ['imageUrl', 'https://a.no/1', 'noAnswer'],
    ['productUrl', 'https://a.no/2', 'status'],
    ['sds', 'https://a.no/1', 'noAnswer'],
  ]);
});

it('says nothing where no link was opened, or all could be', () => {
  const line = { row: 2, imageUrl: 'https://a.no/1' };
  const context = { asOf: '2026-06-01', options: {} };
  expect(rule.check(line, context)).toEqual([]);
  expect(rule.check(line, { ...context, references: {} })).toEqual([]);
  expect(rule.check(line, { ...context, references: { links: [] } })).toEqual([]);
});
