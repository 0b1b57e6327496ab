import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './formula-like.ts';

const found = (line: Parameters<typeof runLineExample>[1]['line']) =>
  runLineExample(rule, { why: '', line }).map(({ field, actual }) => [field, actual]);

it.each(['= 1', "+cmd|' /C calc'!A0", '\r\n@SUM(1+1)*cmd|x', '＝1+1', '-1+SUM(A1)'])('%j would run', (name) => {
  expect(found({ name })).toEqual([['name', name]]);
});

it.each(['+1', '-1', '--', '- (5 stk)', '@', '-20 °C fryser', '+ 2 stk', 'a=1', '5 % - 10 %'])('%j is text', (name) => {
  expect(found({ name })).toEqual([]);
});

it('every cell of a line is told', () => {
  const line = { itemNumber: '=1', brand: '=2', unreadable: { unspsc: '=A("3")' }, extra: { a: '=4', b: 'x' } };
  expect(found(line)).toEqual([
    ['itemNumber', '=1'],
    ['brand', '=2'],
    ['unspsc', '=A("3")'],
    [undefined, '=4'],
  ]);
});

it('nothing of a line that runs nowhere', () => {
  expect(found({ name: 'Penn', extra: { a: '', b: '-1' } })).toEqual([]);
  expect(found({ unreadable: { price: '12,5O' }, extra: { a: '', b: '-1' } })).toEqual([]);
});

it('sums of cells are told by value/unreadable', () => {
  expect(found({ unreadable: { price: '=A1+B1', leadTime: '=A("1")' } })).toEqual([['leadTime', '=A("1")']]);
});

it('a long text that is none is looked at once', () => {
  expect(found({ name: `-${'1+'.repeat(500_000)}` })).toEqual([]);
  expect(found({ name: `\t${' '.repeat(500_000)}x` })).toEqual([]);
});
