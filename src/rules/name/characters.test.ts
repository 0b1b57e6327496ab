import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './characters.ts';

const found = (name: string) =>
  runLineExample(rule, { why: '', line: { name } }).map(({ parameters }) => parameters?.['found']);

it.each(['|', '~', '^', '{', '}', '\\', '●', '►', '✓', '☎', '¤', '➤', '🖊', '•', '\uE000'])('%s is told', (sign) =>
  expect(found(`Penn ${sign} blå`)).toEqual([sign]),
);
it.each([...'°²³½µØ×±–—"\'´&%+/*()[]<>=!?:;,._#@€£$«»„“”’…№'])('%s is not', (sign) =>
  expect(found(`Penn ${sign} blå`)).toEqual([]),
);

it('letters of any language are letters', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{N} ]{0,30}$/u), (name) => {
      expect(found(name)).toEqual([]);
    }),
  );
});

it('a sign is told whatever stands before it, letters of two code units too', () => {
  expect(found('茶★')).toEqual(['★']);
  expect(found('𠮷★')).toEqual(['★']);
});
