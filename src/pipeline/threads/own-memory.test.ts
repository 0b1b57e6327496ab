import { expect, it } from 'vitest';
import { ownMemory } from './own-memory.ts';

it('is what typed arrays lie in, each once, in objects and lists of them', () => {
  const one = new Uint8Array(8);
  const other = new Float64Array(2);
  const found = ownMemory({
    one,
    again: new Uint16Array(one.buffer),
    inner: { list: [other, other] },
    text: 'a',
    no: undefined,
  });
  expect(found).toEqual([one.buffer, other.buffer]);
});

it('is not memory that others see too, nor what an array is only a part of', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(8));
  const part = new Uint8Array(new ArrayBuffer(8), 4);
  expect(ownMemory({ shared, part, names: ['a'], map: new Map([['a', new Uint8Array(1)]]) })).toEqual([]);
});
