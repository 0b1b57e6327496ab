import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './punctuation.ts';

const found = (name: string) =>
  runLineExample(rule, { why: '', line: { name } }).map(({ message, parameters }) => [message, parameters?.['found']]);

it.each([
  ['Penn -', 'ends', '-'],
  ['Penn;  ', 'ends', ';'],
  ['Penn blå og …', 'ends', '…'],
  ['Penn..', 'ends', '..'],
  ['Penn (', 'ends', '('],
  ['A,', 'ends', ','],
  ['Penn 50,', 'ends', ','],
  ['A4-penn -', 'ends', '-'],
  ['(blå penn', 'open', '('],
  ['Penn (blå) (rød', 'open', '('],
])('%j', (name, message, sign) => expect(found(name)).toEqual([[message, sign]]));

it.each([
  'Penn.',
  'Penn 50 stk.',
  'Penn (blå) rød',
  'Penn 3-',
  'Penn 49,-',
  'Penn + blekk',
  'Penn nr.5',
  'Penn (a) (b)',
  '-',
  '',
])('%j is well', (name) => expect(found(name)).toEqual([]));
