import { expect, it } from 'vitest';
import { preparedOnce } from './references.ts';

it('what is made of reference data is made once for each piece of it', () => {
  let made = 0;
  const prepared = preparedOnce((data: { readonly of: string }) => ({ number: ++made, of: data.of }));
  const [one, other] = [{ of: 'one' }, { of: 'other' }];
  const seen = [one, one, other, one, other].map((data) => prepared(data));
  expect(seen.map(({ number }) => number)).toEqual([1, 1, 2, 1, 2]);
  expect(seen[2]?.of).toBe('other');
});

it('nothing may be made of it too', () => {
  let made = 0;
  const prepared = preparedOnce((_: object) => void made++);
  const data = {};
  expect([prepared(data), prepared(data), made]).toEqual([undefined, undefined, 1]);
});
