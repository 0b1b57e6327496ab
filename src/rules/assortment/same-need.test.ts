import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runGroupExample } from '../../engine/run-examples.ts';
import { needKey } from './need-key.ts';
import rule from './same-need.ts';

const line = (name: string, more: object = {}) => ({ row: 2, name, unspsc: '44121704', ...more });

it('words count in any order, whatever their case and signs', () => {
  const word = fc.stringMatching(/^[a-zæøå]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), fc.integer(), (words, seed) => {
      const shuffled = words.toSorted((a, b) => ((a.length * 7 + seed) % 5) - ((b.length * 7 + seed) % 5));
      expect(needKey(line(shuffled.join(', ').toUpperCase()))).toBe(needKey(line(words.join(' '))));
    }),
  );
});

it('a word more, and a word twice, is another need', () => {
  expect(needKey(line('Kulepenn blå'))).not.toBe(needKey(line('Kulepenn blå fin')));
  expect(needKey(line('Kulepenn blå'))).not.toBe(needKey(line('Kulepenn blå blå')));
});

it('says nothing of a class, of one word, or of a brand alone', () => {
  expect(needKey({ ...line('Kulepenn blå'), unspsc: '44121700' })).toBeUndefined();
  expect(needKey(line('Kulepenn'))).toBeUndefined();
  expect(needKey(line('Skrivlett 500', { brand: 'Skrivlett' }))).toBeUndefined();
});

it('of three, each is told of one that is spelled otherwise', () => {
  const lines = ['Kulepenn blå', 'Blå kulepenn', 'kulepenn blå'].map((name, at) => ({
    itemNumber: String(at),
    name,
    unspsc: '44121704',
  }));
  expect(runGroupExample(rule, { why: '', lines }).map(({ row, parameters }) => [row, parameters?.['row']])).toEqual([
    [2, '3'],
    [3, '2'],
    [4, '3'],
  ]);
});

it('without a name or a class there is no need to compare', () => {
  expect(needKey({ row: 2, unspsc: '44121704' })).toBeUndefined();
  expect(needKey({ row: 2, name: 'Kulepenn blå' })).toBeUndefined();
  expect(needKey({ row: 2, name: 'Kulepenn blå', unspsc: '441217' })).toBeUndefined();
});

it('what is ordered counts: unit, content, class', () => {
  const keys = [
    line('Kulepenn blå'),
    line('Kulepenn blå', { unit: 'XPK' }),
    line('Kulepenn blå', { packQuantity: '10' }),
    line('Kulepenn blå', { unit: 'XPK', packQuantity: '10' }),
    { ...line('Kulepenn blå'), unspsc: '44121701' },
  ].map(needKey);
  expect(new Set(keys).size).toBe(5);
});

it('one word is enough with a number beside it, and numbers keep their order', () => {
  expect(needKey(line('Kulepenn 50'))).toBeDefined();
  expect(needKey(line('Duk 20 40'))).not.toBe(needKey(line('Duk 40 20')));
});

it('lines of one article, or without names, are no two articles', () => {
  const same = [
    { itemNumber: '1', name: 'Kulepenn blå', unspsc: '44121704' },
    { itemNumber: '1', name: 'Blå kulepenn', unspsc: '44121704' },
  ];
  expect(runGroupExample(rule, { why: '', lines: same })).toEqual([]);
});

it.each([
  ['1', 'blå Kulepenn', '3'],
  ['2', 'Kulepenn blå', undefined],
])('a third line is told of another article, spelled otherwise: %s, %s', (itemNumber, name, row) => {
  const lines = [
    { itemNumber: '1', name: 'Kulepenn blå', unspsc: '44121704' },
    { itemNumber: '2', name: 'Blå-kulepenn', unspsc: '44121704' },
    { itemNumber, name, unspsc: '44121704' },
  ];
  const third = runGroupExample(rule, { why: '', lines }).find((found) => found.row === 4);
  expect(third?.parameters?.['row']).toBe(row);
});

it('words of the maker do not count', () => {
  expect(needKey(line('Skrivlett 500', { manufacturer: 'Skrivlett AS' }))).toBeUndefined();
});

it.each(['unit', 'packQuantity'])('two lines that differ in %s are two needs', (field) => {
  expect(needKey(line('Kulepenn blå', { [field]: '1' }))).not.toBe(needKey(line('Kulepenn blå', { [field]: '2' })));
});
