import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './item-number.ts';

const found = (name: string, itemNumber: string) =>
  runLineExample(rule, { why: '', line: { name, itemNumber } }).length;

it.each([
  ['Hanske (102938)', '102938'],
  ['Hanske AB-10293', 'AB-10293'],
  ['Hanske, 102938', '102938'],
  ['Hanske 10010', '10010'],
])('%s is told', (name, itemNumber) => expect(found(name, itemNumber)).toBe(1));

it.each([
  ['Rør 1000 mm', '1000'],
  ['Perm  svart', '123456'],
  ['Hanske 102938A', '102938'],
  ['Hanske nitril', 'hanske'],
  ['Nitril', 'Nitril'],
  ['102938', '102938'],
])('%s is not, for item %s', (name, itemNumber) => expect(found(name, itemNumber)).toBe(0));

it.each([
  ['Hanske nitril, varenr: 4711', 'varenr: 4711'],
  ['Artikkelnummer A-12 Hanske', 'Artikkelnummer A-12'],
  ['Best.nr 778 Hanske', 'Best.nr 778'],
])('%s: a number that says what it is, whatever the item has', (name, words) => {
  expect(runLineExample(rule, { why: '', line: { name, itemNumber: '1' } })).toMatchObject([{ parameters: { words } }]);
});

it.each(['Støvsugerpose til art.nr 4711', 'Hanske nr 10', 'Varenrull 10 m', 'Kartnr 4711', 'Varenr'])(
  '%s has no number of its own',
  (name) => expect(found(name, '1')).toBe(0),
);
