import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from './words.ts';

const shown = (text: string) => wordsOf(text).map(({ lower, kind }) => `${lower}:${kind}`);

it.each([
  ['Kopipapir A4, 80 g', ['kopipapir:word', 'a4:code', '80:number', 'g:word']],
  ['Rør 2,5x10', ['rør:word', '2,5x10:code']],
  ['1.5 L. Melk', ['1.5:number', 'l:word', 'melk:word']],
  ['m/lokk', ['m:word', 'lokk:word']],
  ['Äpple–päron', ['äpple:word', 'päron:word']],
  ['Чай 茶', ['чай:word', '茶:word']],
  ['ΟΣ.ΑΣ', ['ος:word', 'ας:word']],
  ['İS Penn', ['i̇s:word', 'penn:word']],
  ['Rør 3/4', ['rør:word', '3:number', '4:number']],
  ['Rød,4', ['rød:word', '4:number']],
  ['ɐ', ['ɐ:word']],
  ['..,', []],
  ['', []],
])('%j', (text, words) => expect(shown(text)).toEqual(words));

it('words and what stands between them are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let at = 0;
      for (const { lower, start, end } of wordsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(lower).toBe(text.slice(start, end).toLowerCase());
        expect(text.slice(at, start)).not.toMatch(/[A-Za-zÆØÅæøå0-9]/);
        at = end;
      }
      expect(text.slice(at)).not.toMatch(/[A-Za-zÆØÅæøå0-9]/);
    }),
  );
});

it('the same text gives the same list', () => {
  expect(wordsOf('Penn blå')).toBe(wordsOf('Penn blå'));
});
