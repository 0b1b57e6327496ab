import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateForm } from './dates.ts';
import { dateForm, decideOrders, readDate, writeDate } from './dates.ts';

describe('a day', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['31.01.2026', '2026-01-31'],
    ['31.1.26', '2026-01-31'],
    ['1.2.2026', '2026-02-01'],
    ['31/01/2026', '2026-01-31'],
    ['01/02/2026', '2026-02-01'],
    ['31-01-2026', '2026-01-31'],
    ['2026/1/31', '2026-01-31'],
    ['20260131', '2026-01-31'],
    ['2026-01-31T00:00:00', '2026-01-31'],
    ['2026-01-31T23:59:59.999Z', '2026-01-31'],
    ['2026-01-31 12:30', '2026-01-31'],
    ['31.01.2026 00:00:00', '2026-01-31'],
    ['46053', '2026-01-31'],
    ['46053.5', '2026-01-31'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2000', '2000-02-29'],
    ['31.12.9999', '9999-12-31'],
    ['31.12.85', '1985-12-31'],
    [' 31.01.2026 ', '2026-01-31'],
    ['31. desember 2026', '2026-12-31'],
    ['31. des. 2026', '2026-12-31'],
    ['31. DES 26', '2026-12-31'],
    ['31.des.2026', '2026-12-31'],
    ['31-des-26', '2026-12-31'],
    ['31 December 2026', '2026-12-31'],
    ['31st December 2026', '2026-12-31'],
    ['December 31, 2026', '2026-12-31'],
    ['Dec. 31 2026', '2026-12-31'],
    ["31. des '26", '2026-12-31'],
    ['den 1. juli 2026', '2026-07-01'],
    ['1\u00A0juli\u00A02026', '2026-07-01'],
    ['31 mars 2026', '2026-03-31'],
    ['1. marts 2026', '2026-03-01'],
    ['1. März 2026', '2026-03-01'],
    ['1 maj 2026', '2026-05-01'],
    ['31 augusti 2026', '2026-08-31'],
    ['31. Dezember 2026', '2026-12-31'],
    ['31. desember 2026 kl. 12', '2026-12-31'],
    ['31.12.2026 kl. 12', '2026-12-31'],
    ['31.12.2026 kl 23.59', '2026-12-31'],
    ['31.12.2026, kl. 12:00', '2026-12-31'],
    ['31.12.2026 um 12 Uhr', '2026-12-31'],
    ['31/12-26', '2026-12-31'],
    ['1/1-27', '2027-01-01'],
    ['3/4-2026', '2026-04-03'],
  ])('%s', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  it.each([
    '31.02.2026',
    '29.02.2026',
    '29.02.1900',
    '00.01.2026',
    '32.01.2026',
    '31.13.2026',
    '01/31/2026',
    '2026-13-01',
    '20261301',
    '00.00.0000',
    '19999',
    '80001',
    '460531',
    'uke 12',
    '2026',
    'jan 2026',
    '31.01',
    '',
    '31.01/2026',
    '12/31-26',
    '31. februar 2026',
    '31. foo 2026',
    'desember 2026',
    '31. desember',
    'uke 3 2027',
    'uke 3, 2027',
    'snarest',
    'sommer 2027',
    'medio mai 2026',
    '31.12.2026 kl. 25',
    '31.12.2026 kl.',
    '31.12.2026 12',
    '01.01.2026 - 31.12.2026',
    't.o.m. 31.12.2026',
    'Mai 1 26',
    '1.1.1899',
  ])('%s is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it('has the month first only where the column shows it', () => {
    const first = (...texts: readonly string[]) => decideOrders([texts])[0];
    expect(first('01/02/2026', '01/31/2026')).toEqual({ order: 'monthFirst', open: false });
    expect(first('01/02/2026', '31/01/2026')).toEqual({ order: 'dayFirst', open: false });
    expect(first('31.01.2026', '01.31.2026', '01/02/2026')).toEqual({ order: 'dayFirst', open: true });
    expect(readDate('01/02/2026', true)).toBe('2026-01-02');
    expect(readDate('01.02.2026', true)).toBe('2026-02-01');
    expect(readDate('1/2-2026', true)).toBeUndefined();
    expect(first('til 01/02/2026', 'til 01/31/2026 kl. 12')).toEqual({ order: 'monthFirst', open: false });
  });

  it('has an order that stays open where a column shows both or none, and the rest of the file does not tell', () => {
    const both = ['01/02/2026', '31/01/2026', '01/31/2026'];
    const open = { order: 'dayFirst', open: true };
    expect(decideOrders([both, ['02/03/2026']])).toEqual([open, open]);
    expect(decideOrders([['02/03/2026'], ['01/31/2026 12:00']])).toEqual([
      { order: 'monthFirst', open: false },
      { order: 'monthFirst', open: false },
    ]);
    expect(decideOrders([both, ['02/03/2026']], 'monthFirst')).toEqual([
      { order: 'monthFirst', open: false },
      { order: 'monthFirst', open: false },
    ]);
    expect(decideOrders([['31/01/2026']], 'monthFirst')).toEqual([{ order: 'dayFirst', open: false }]);
  });

  const FORMS: readonly DateForm[] = [
    'YYYY-MM-DD',
    'YYYY/MM/DD',
    'YYYY.MM.DD',
    'YYYYMMDD',
    'DD.MM.YYYY',
    'DD/MM/YYYY',
    'DD-MM-YYYY',
    'DD.MM.YY',
    'DD/MM/YY',
    'DD-MM-YY',
    'DD/MM-YYYY',
    'DD/MM-YY',
    'MM/DD/YYYY',
    'MM/DD/YY',
    'serial',
  ];

  it('is read back from every form it is written in', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...FORMS), (date, form) => {
        const day = date.toISOString().slice(0, 10);
        const text = writeDate(day, form);
        expect([text, readDate(text, form.startsWith('MM/DD'))]).toEqual([text, day]);
      }),
      { numRuns: 500 },
    );
  });

  it('is read by the name of its month in every language, in all ways of writing it', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    const language = fc.constantFrom('nb', 'nn', 'sv', 'da', 'de', 'en-GB', 'en-US');
    const length = fc.constantFrom('long', 'short');
    const year = fc.constantFrom('numeric', '2-digit');
    const time = fc.constantFrom('', ' 12:00', ' kl. 12', ' kl. 23.59');
    fc.assert(
      fc.property(days, language, length, year, time, (date, lang, month, years, after) => {
        const numeric = lang === 'en-US' ? 'numeric' : years;
        const shown = { day: 'numeric', month, year: numeric, timeZone: 'UTC' } as const;
        const text = `${new Intl.DateTimeFormat(lang, shown).format(date)}${after}`;
        expect([text, readDate(text)]).toEqual([text, date.toISOString().slice(0, 10)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is written in the form asked for', () => {
    for (const form of FORMS) expect(dateForm(writeDate('2026-12-31', form), form.startsWith('MM/DD'))).toBe(form);
    expect(writeDate('2026-01-31', 'DD.MM.YY')).toBe('31.01.26');
    expect(writeDate('2099-01-31', 'DD.MM.YY')).toBe('2099-01-31');
    expect(writeDate('2026-01-31', 'serial')).toBe('46053');
  });
});
