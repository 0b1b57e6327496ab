import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './changed.ts';

const run = (line: object, previous: object, agreed?: object) =>
  runLineExample(rule, { why: '', line, previous, ...(agreed === undefined ? {} : { agreed }) }).map(
    ({ message }) => message,
  );

it('a change of unit is told before a change of content', () => {
  expect(run({ unit: 'XPK', packQuantity: '10' }, { unit: 'EA', packQuantity: '1' })).toEqual(['unit']);
});

it('what is left out now or was left out before is no change', () => {
  expect(run({ packQuantity: '10' }, { unit: 'EA', packQuantity: '10' })).toEqual([]);
  expect(run({ unit: 'EA' }, { unit: 'EA', packQuantity: '10' })).toEqual([]);
  expect(run({ unit: 'EA', packQuantity: '10' }, { unit: 'EA' })).toEqual([]);
});

it('more in the pack is a change, too', () => {
  expect(run({ packQuantity: '120' }, { packQuantity: '100' })).toEqual(['content']);
});

it('back to the agreed content is no fault', () => {
  expect(run({ packQuantity: '100' }, { packQuantity: '80' }, { packQuantity: '100' })).toEqual([]);
});
