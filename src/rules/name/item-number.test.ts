import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './item-number.ts';

const found = (name: string, itemNumber: string) =>
  runLineExample(rule, { why: '', line: { name, itemNumber } }).length;

it.each([
  ['Hanske (102938)', '102938'],
  ['Hanske AB-10293', 'AB-10293'],
  ['Hanske, 102938', '102938'],
])('%s is told', (name, itemNumber) => expect(found(name, itemNumber)).toBe(1));

it.each([
  ['Rør 1000 mm', '1000'],
  ['Hanske 102938A', '102938'],
  ['Hanske nitril', 'hanske'],
  ['Nitril', 'Nitril'],
  ['102938', '102938'],
])('%s is not, for item %s', (name, itemNumber) => expect(found(name, itemNumber)).toBe(0));
