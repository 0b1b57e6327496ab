import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './language.ts';
import { LANGUAGE_OF_WORD } from './language-words.ts';

const found = (name: string, languages?: readonly string[]) =>
  runLineExample(rule, { why: '', line: { name }, ...(languages === undefined ? {} : { options: { languages } }) }).map(
    ({ message }) => message,
  );

it.each([
  ['Engångs handskar nitril vita', 'sv'],
  ['Affaldssæk hvid', 'da'],
  ['Kopiatorpapper A4 vitt 80 g', 'sv'],
  ['Toiletpapir 2-lags hvidt', 'da'],
  ['Affaldssæk hvid 500 600 700', 'da'],
  ['Affaldssæk hvid, nr to på en', 'da'],
  ['Druckerpapier weiß A4, 500 Blatt', 'de'],
  ['Disposable gloves, white', 'en'],
])('%s: %s', (name, language) => expect(found(name)).toEqual([language]));

it.each([
  'Black & White sæbe',
  'Chips Sour Cream & Onion',
  'Deo black&white 150 ml',
  'Milk milk',
  'Black black white',
  'Pen black white Xtra Premium Special Edition',
  'Kulepenn Frixion black green yellow, blå hette uten klips',
  'Handskar vita och hansker uten pudder',
  'Affaldssæk gloves white',
  'HP LaserJet Pro',
  '',
])('%j is left alone', (name) => expect(found(name)).toEqual([]));

it('an agreed language is no fault', () => {
  expect(found('Engångs handskar vita', ['sv'])).toEqual([]);
  expect(found('Hansker hvite uten pudder', ['sv'])).toEqual(['nb']);
});

it('no word of two languages tells of one', () => {
  for (const word of ['for', 'blå', 'ost', 'saks', 'sort']) {
    const language = LANGUAGE_OF_WORD.get(word);
    if (language !== undefined) expect(['nb']).toContain(language);
  }
  expect(LANGUAGE_OF_WORD.get('ost')).toBeUndefined();
});
