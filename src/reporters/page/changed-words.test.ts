import { describe, expect, it } from 'vitest';
import { markedPair } from './changed-words.ts';

const marked = (before: string, after: string) => {
  const pair = markedPair(before, after);
  return [pair.before.text, pair.after.text];
};

describe('two versions of a text', () => {
  it('have the words marked that differ', () => {
    expect(marked('Kulepenn blå, 10 stk', 'Kulepenn sort, 10 stk')).toEqual([
      'Kulepenn <del>blå</del>, 10 stk',
      'Kulepenn <ins>sort</ins>, 10 stk',
    ]);
  });

  it('that have nothing in common are marked as a whole', () => {
    expect(marked('Papir', 'Lim')).toEqual(['<del>Papir</del>', '<ins>Lim</ins>']);
  });

  it('keep what looks like markup as text', () => {
    expect(marked('a <b>', 'a <i>')).toEqual(['a &lt;<del>b</del>&gt;', 'a &lt;<ins>i</ins>&gt;']);
  });

  it('are compared in no time, however long', () => {
    const [before] = marked('x '.repeat(100_000), 'y '.repeat(100_000));
    expect(before?.length).toBeLessThan(300);
  });
});
