import { describe, expect, it } from 'vitest';
import { inSentenceCase, plainWords } from './name-case.ts';

const known = new Set(
  plainWords({
    genericTerms: [{ unspsc: '14111507', terms: ['kopipapir', 'papir'], wants: [] }],
    synonyms: [{ word: 'kulepenn', searched: ['penn'] }],
    abbreviations: [{ abbreviation: 'serv', meaning: 'serviett' }],
  }),
);

describe('a name in capitals', () => {
  it.each([
    ['KOPIPAPIR A4 80 G', 'Kopipapir A4 80 g'],
    ['PENN BLÅ 0,7', 'Penn blå 0,7'],
    ['SERVIETT 40 X 40 CM, HVIT', 'Serviett 40 x 40 cm, hvit'],
    ['A4-PAPIR', 'A4-papir'],
  ])('%s is written %s', (name, written) => {
    expect(inSentenceCase(name, known, [])).toBe(written);
    expect(inSentenceCase(written, known, [])).toBe(written);
  });

  it('has the brand as the line writes it', () => {
    expect(inSentenceCase('KULEPENN PILOT BLÅ', known, ['Pilot'])).toBe('Kulepenn Pilot blå');
    expect(inSentenceCase('KULEPENN BIC BLÅ', known, ['BIC'])).toBe('Kulepenn BIC blå');
  });

  it.each(['KULEPENN PILOT BLÅ', 'Kulepenn BLÅ', 'HP 305X', 'LED', 'BLÅ', 'G 80', 'ØL I BOKS'])(
    '%s stays, for some word of it is in no list',
    (name) => {
      expect(inSentenceCase(name, known, [])).toBe(name);
    },
  );
});
