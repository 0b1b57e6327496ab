import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormOf, isKindOf, lemmasOf } from './inflection.ts';

describe('forms of a word', () => {
  it.each([
    ['penner', 'penn'],
    ['pennen', 'penn'],
    ['pennene', 'penn'],
    ['hansker', 'hanske'],
    ['hanskene', 'hanske'],
    ['papiret', 'papir'],
    ['permar', 'perm'],
    ['permane', 'perm'],
    ['permer', 'perm'],
    ['boksen', 'boks'],
    ['filtre', 'filter'],
    ['nøkler', 'nøkkel'],
    ['rommet', 'rom'],
    ['batterier', 'batteri'],
    ['kaffe', 'kaffe'],
  ])('%s is one of %s', (word, lemma) => expect(isFormOf(word, lemma)).toBe(true));

  it.each([
    ['penn', 'perm'],
    ['kaffe', 'kaffefilter'],
    ['te', 't'],
    ['bok', 'boks'],
    ['egget', 'eg'],
    ['buks', 'bukse'],
    ['flasks', 'flaske'],
    // Another word, in another language.
    ['farina', 'farin'],
  ])('%s is none of %s', (word, lemma) => expect(isFormOf(word, lemma)).toBe(false));
});

describe('kinds of a thing', () => {
  it.each([
    ['kopipapir', 'papir'],
    ['engangshansker', 'hanske'],
    ['kaffefilteret', 'filter'],
    ['papir', 'papir'],
  ])('%s is a %s', (word, lemma) => expect(isKindOf(word, lemma)).toBe(true));

  it.each([
    ['kaffefilter', 'kaffe'],
    ['vante', 'te'],
    ['pose', 'apose'],
  ])('%s is no %s', (word, lemma) => expect(isKindOf(word, lemma)).toBe(false));
});

const LETTERS = fc.constantFrom(...'abdefghiklmnoprstuvyæøå');
const LEMMA = fc.string({ unit: LETTERS, minLength: 3, maxLength: 12 });
const REGULAR = fc.constantFrom('', 'er', 'ene', 'en', 'et', 'ar', 'ane', 'e');

describe('laws', () => {
  it('every word is a form and a kind of itself', () => {
    fc.assert(fc.property(LEMMA, (word) => isFormOf(word, word) && isKindOf(word, word)));
  });

  it('a regular form is found, alone and as the head of a compound', () => {
    fc.assert(
      fc.property(LEMMA, REGULAR, LEMMA, (lemma, ending, first) => {
        expect(isFormOf(lemma + ending, lemma)).toBe(true);
        expect(isKindOf(first + lemma + ending, lemma)).toBe(true);
      }),
    );
  });

  it('a lemma in -e loses it before its endings', () => {
    fc.assert(
      fc.property(LEMMA, fc.constantFrom('er', 'en', 'ene', 'ane', 'ar'), (stem, ending) =>
        isFormOf(stem + ending, `${stem}e`),
      ),
    );
  });

  it('a form begins as its base form does, and is at most three letters longer', () => {
    fc.assert(
      fc.property(LEMMA, (word) => {
        for (const lemma of lemmasOf(word)) {
          expect(lemma.slice(0, 2)).toBe(word.slice(0, 2));
          expect(word.length - lemma.length).toBeLessThanOrEqual(4);
          expect(lemma.length).toBeLessThanOrEqual(word.length + 1);
        }
      }),
    );
  });
});

it.each([
  ['skuldre', 'skulder'],
  ['programmet', 'program'],
  ['nøkler', 'nøkkel'],
  ['lommene', 'lomme'],
])('%s is a form of %s', (word, lemma) => {
  expect(lemmasOf(word)).toContain(lemma);
});

it.each([
  ['bords', 'borde'],
  ['bordet', 'bor'],
  ['planter', 'planet'],
  ['permen', 'per'],
])('%s is no form of %s', (word, other) => {
  expect(lemmasOf(word)).not.toContain(other);
});

it('the first part of a compound has two letters at least', () => {
  expect(isKindOf('ulhanske', 'hanske')).toBe(true);
  expect(isKindOf('ulhansker', 'hanske')).toBe(true);
  expect(isKindOf('shanske', 'hanske')).toBe(false);
});
