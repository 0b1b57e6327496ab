import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLettersBack, withoutOuterBlanks, withSingleSpaces } from './mend-text.ts';

/** As a program reads UTF-8 that takes it for Windows-1252. */
const misread = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('letters', () => {
  it.each(['Blåbærsyltetøy', 'ÆØÅ æøå', 'Crème brûlée 20 °C', 'Mål – «stor»', '½ liter'])('%s come back', (text) => {
    expect(misread(text)).not.toBe(text);
    expect(withLettersBack(misread(text))).toBe(text);
    expect(withLettersBack(misread(misread(text)))).toBe(text);
  });

  it.each(['Blåbær', 'Ål', 'ÂÃ', 'BlÃ¥bær', 'Penn Ã', '「Ã¥」', 'SÅÅ', ''])('%s stays, for nobody knows', (text) => {
    expect(withLettersBack(text)).toBe(text);
  });

  it('that are right are never touched, and mending twice is mending once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcæøåÆØÅéü 0-9½°–') }), (text) => {
        expect(withLettersBack(text)).toBe(text);
        const mended = withLettersBack(misread(text));
        expect(withLettersBack(mended)).toBe(mended);
      }),
    );
  });
});

describe('spaces', () => {
  it.each([
    ['  Penn blå ', 'Penn blå'],
    ['Penn  blå', 'Penn blå'],
    ['Penn\u00a0 blå\u00a0', 'Penn blå'],
    ['80\u00a0g', '80\u00a0g'],
    ['to\r\nlinjer', 'to\r\nlinjer'],
    [' \t ', ''],
  ])('%j becomes %j', (text, mended) => {
    expect(withSingleSpaces(text)).toBe(mended);
  });

  it('are taken away once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '\u00a0', '\t', 'a', '\n') }), (text) => {
        expect(withSingleSpaces(withSingleSpaces(text))).toBe(withSingleSpaces(text));
        expect(withoutOuterBlanks(withoutOuterBlanks(text))).toBe(withoutOuterBlanks(text));
      }),
    );
  });

  it('of a very long text take no longer than the text', () => {
    const text = `a${' '.repeat(4_000_000)}b`;
    expect(withSingleSpaces(text)).toBe('a b');
    expect(withoutOuterBlanks(text)).toBe(text);
  });
});
