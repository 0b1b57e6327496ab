import { expect, it } from 'vitest';
import { keepingBatches } from './kept-batches.ts';

async function taken<T>(batches: AsyncIterable<T>, wanted = Number.POSITIVE_INFINITY): Promise<T[]> {
  const some: T[] = [];
  for await (const batch of batches) {
    some.push(batch);
    if (some.length >= wanted) break;
  }
  return some;
}

it('batches are made once, also when whoever asked first did not want all of them', async () => {
  let made = 0;
  const batches = keepingBatches(async function* () {
    for (const name of ['first', 'second']) {
      made++;
      yield name;
    }
  });
  expect(await taken(batches(), 1)).toEqual(['first']);
  expect(await taken(batches())).toEqual(['first', 'second']);
  expect(made).toBe(2);
});

it('what is thrown comes behind the batches before it, each time', async () => {
  const batches = keepingBatches(async function* () {
    yield 'sound';
    throw new Error('cut off');
  });
  expect(await taken(batches(), 1)).toEqual(['sound']);
  for (let time = 0; time < 2; time++) {
    const rows = batches();
    expect((await rows.next()).value).toBe('sound');
    await expect(rows.next()).rejects.toThrow('cut off');
  }
});
