import { expect, it } from 'vitest';
import { readDate } from './dates.ts';
import { withoutBound } from './day-bounds.ts';

const LAST = '2026-12-31';

it.each([
  't.o.m. 31.12.2026',
  'tom 31.12.2026',
  'T.o.m 31. desember 2026',
  't. o. m. 31.12.2026',
  'til og med 31.12.2026',
  'til 31/12-26',
  'Til: 31.12.2026',
  'gyldig til 31.12.2026',
  'till och med 31 december 2026',
  'bis 31.12.2026',
  'bis zum 31. Dezember 2026',
  'gültig bis 31.12.2026',
  'until 31 December 2026',
  'valid until 31.12.2026',
])('"%s" is the last day, and no first one', (text) => {
  for (const field of ['validTo', 'priceValidTo'] as const) expect(readDate(withoutBound(text, field))).toBe(LAST);
  for (const field of ['validFrom', 'priceValidFrom', 'lastChanged'] as const) {
    expect(readDate(withoutBound(text, field))).toBeUndefined();
  }
});

it.each([
  'f.o.m. 1/1-27',
  'fom 01.01.2027',
  'fra 01.01.2027',
  'frå og med 1. januar 2027',
  'fr.o.m. 2027-01-01',
  'från och med 1 januari 2027',
  'ab 1. Januar 2027',
  'gültig ab 01.01.2027',
  'from 1 January 2027',
  'as of 2027-01-01',
])('"%s" is the first day, and no last one', (text) => {
  for (const field of ['validFrom', 'priceValidFrom'] as const) {
    expect(readDate(withoutBound(text, field))).toBe('2027-01-01');
  }
  for (const field of ['validTo', 'priceValidTo', 'lastChanged'] as const) {
    expect(readDate(withoutBound(text, field))).toBeUndefined();
  }
});

it.each([
  'før 01.01.2027',
  'inntil videre',
  'til uke 3 2027',
  'til sommeren 2027',
  'til',
  'til til 31.12.2026',
  'ca. 31.12.2026',
])('"%s" is no day', (text) => {
  for (const field of ['validFrom', 'validTo'] as const) expect(readDate(withoutBound(text, field))).toBeUndefined();
});
