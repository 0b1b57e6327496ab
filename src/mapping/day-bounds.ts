/** Words before a day that say what the field says already: `t.o.m. 31.12.2026` where something ends. */
import type { Field } from '../catalogue/field.ts';

const SAID_OF = '(?:(?:gyldig|gjelder|gjeld|gäller|gælder|gültig|gilt|valid|effective) )?';
const FIRST = [
  'f\\.? ?o\\.? ?m\\.?',
  'fr\\.? ?o\\.? ?m\\.?',
  '(?:fra|frå|från|fr\\.?)(?: (?:og|och) med)?',
  'ab',
  '(?:as )?from',
  'as of',
  'starting',
];
const LAST = [
  't\\.? ?o\\.? ?m\\.?',
  '(?:til|till)(?: (?:og|och) med)?',
  'bis(?: zum| einschließlich| einschl\\.?)?',
  '(?:up to and including|until|through)',
];

const before = (words: readonly string[]): RegExp =>
  new RegExp(`^${SAID_OF}(?:${words.join('|')}):?\\s+(?=.*\\d)`, 'iu');

const WORDS: Readonly<Partial<Record<Field, RegExp>>> = {
  validFrom: before(FIRST),
  priceValidFrom: before(FIRST),
  validTo: before(LAST),
  priceValidTo: before(LAST),
};

/** @returns the text without the words, which a field that ends and one that begins do not share */
export function withoutBound(text: string, field: Field): string {
  const words = WORDS[field];
  return words === undefined ? text : text.replace(words, '');
}
