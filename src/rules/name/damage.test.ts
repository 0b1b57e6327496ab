import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDamage } from './damage.ts';

/** Reads UTF-8 bytes as Latin-1, as so many exports do. */
const misread = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('damage to a text', () => {
  it.each([...'æøåÆØÅäöÄÖéèüÜ§°½²³®µ–—’“”…€'])('a %s misread as Latin-1 is seen', (letter) => {
    expect(findDamage(`x${misread(letter)}y`, false)?.kind).toBe('mojibake');
  });

  it.each(['Ã¸', 'Ã¥', 'Ã¦', 'Ã˜', 'Ã…', 'Ã†', 'Ã¶', 'Ã©', 'Ã–', 'Â°', 'Â½', 'â€“', 'â€™', 'â€œ', 'ï»¿'])(
    '%s is UTF-8 misread as Windows-1252',
    (found) => expect(findDamage(`x${found}y`, false)).toEqual({ kind: 'mojibake', found }),
  );

  it.each([
    ['Bl?tt papir', 'lost'],
    ['Se https://eksempel.no/bl\uFFFD', 'lost'],
    ['S&oslash;t', 'markup'],
    ['S&#248;t', 'markup'],
    ['Penn<br/>blå', 'markup'],
    ['<a href="x">Penn</a>', 'markup'],
    ['Penn\nblå', 'invisible'],
    ['Penn\u0000', 'invisible'],
    ['Penn\u009B', 'invisible'],
    ['\uFEFFPenn', 'invisible'],
  ])('%j: %s', (text, kind) => expect(findDamage(text, false)?.kind).toBe(kind));

  it.each([
    'Hva er dette?',
    'Se https://eksempel.no/vare?id=12',
    'Salt & pepper',
    'M&M; 45 g',
    'Papir <80 g> hvit',
    'Kabel 3 x 2,5 mm² – 50 m',
    'Crème brûlée à la carte',
    'São Tomé kaffe',
    'Câble réseau â 5 m',
    'varenr_x12_y',
    'Naïve',
    '½ liter, 20 °C, «myk»',
  ])('%j is sound', (text) => expect(findDamage(text, false)).toBeUndefined());

  it('line breaks and tabs belong in a description', () => {
    expect(findDamage('Myk\r\n\tog god', true)).toBeUndefined();
  });

  it('no text of ordinary letters is ever suspected', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcæøåäöéABCÆØÅÄÖÉ 0123,.-/()%+') });
    fc.assert(fc.property(letters, (text) => findDamage(text, false) === undefined));
  });
});
