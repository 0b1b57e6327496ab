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

  it('is written in the form asked for', () => {
    for (const form of FORMS) expect(dateForm(writeDate('2026-12-31', form), form.startsWith('MM/DD'))).toBe(form);
    expect(writeDate('2026-01-31', 'DD.MM.YY')).toBe('31.01.26');
    expect(writeDate('2099-01-31', 'DD.MM.YY')).toBe('2099-01-31');
    expect(writeDate('2026-01-31', 'serial')).toBe('46053');
  });
});
