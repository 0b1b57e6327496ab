import { expect, it } from 'vitest';
import {
  dayNumber,
  isBlank,
  isDate,
  isDecimal,
  isSchemaDate,
  isTime,
  normalized,
  shown,
  xpathNumber,
} from './values.ts';

it.each([
  ['', true],
  [' ', true],
  ['\t', true],
  ['\n', true],
  ['\r', true],
  [' \t\r\n', true],
  ['x', false],
  [' x', false],
  ['x ', false],
  // Blanks of other writing are text to XML.
  ['\u00a0', false],
  ['\u000b', false],
  ['\u000c', false],
  ['!', false],
  ['0', false],
])('%j is blank: %j', (text, expected) => expect(isBlank(text)).toBe(expected));

it.each([
  ['', ''],
  ['a', 'a'],
  [' a', 'a'],
  ['a ', 'a'],
  ['\ta\n', 'a'],
  ['  a   b  ', 'a b'],
  ['a\r\nb', 'a b'],
  ['a\tb', 'a b'],
  [' ', ''],
  [' \n ', ''],
  ['a\u00a0b', 'a\u00a0b'],
  ['\u00a0', '\u00a0'],
])('%j is normalized to %j', (text, expected) => expect(normalized(text)).toBe(expected));

it.each<readonly [string, number]>([
  ['0', 0],
  ['12', 12],
  [' 12\n', 12],
  ['+1', 1],
  ['-1', -1],
  ['1.', 1],
  ['1.25', 1.25],
  ['.55', 0.55],
  ['-.5', -0.5],
  ['1e2', 100],
  ['1E+2', 100],
  ['1e-2', 0.01],
  ['1e10', 1e10],
  ['1.5e1', 15],
  ['INF', Number.POSITIVE_INFINITY],
  ['-INF', Number.NEGATIVE_INFINITY],
  ...['', ' ', '.', '+', '-', '..5', '1..5', '1,5', '1 2', '1e', 'e1', '1e+', '1ee1', '1e1.5', '--1', '+-1', '1-'].map(
    none,
  ),
  ...['x1', '1x', '0x10', 'NaN', 'Infinity', '+INF', 'inf', 'INFx', 'xINF', '1_000', '1.2.3', '.e1', 'kr 5'].map(none),
])('%j is the number %j', (text, expected) => expect(xpathNumber(text)).toBe(expected));

function none(text: string): readonly [string, number] {
  return [text, Number.NaN];
}

it.each([
  ['2026-11-01', 20_261_101],
  [' 2026-11-01 ', 20_261_101],
  ['20261101', 20_261_101],
  ['2026-11-31', 20_261_131],
  ['2026-11-01Z', Number.NaN],
  ['2026/11/01', Number.NaN],
  ['snart', Number.NaN],
  ['', Number.NaN],
])('as a day, %j is %j', (text, expected) => expect(dayNumber(text)).toBe(expected));

it.each([
  ...['0', '9', '10', '00', '1234567890', '1.', '1.25', '.55', '+1', '-1', '-.5', ' 1 ', '\n12.5\t'].map(yes),
  ...['', ' ', '.', '+', '-', '1e2', '1E2', 'INF', 'NaN', '1,5', '1 000', '1.000.000', 'x', '1x', 'x1', '--1'].map(no),
  ...['/', ':', '1/', '1:', '+-1', '1-', '..5', '1..5'].map(no),
])('%j is a decimal: %j', (text, expected) => expect(isDecimal(text)).toBe(expected));

function yes(text: string): readonly [string, boolean] {
  return [text, true];
}

function no(text: string): readonly [string, boolean] {
  return [text, false];
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days, at) => {
  return [`2023-${String(at + 1).padStart(2, '0')}`, days] as const;
});

it.each(LAST_DAYS)('%s has %d days', (month, days) => {
  const isDay = (day: number): boolean => isDate(`${month}-${String(day).padStart(2, '0')}`);
  expect([0, 1, days, days + 1].map(isDay)).toEqual([false, true, true, false]);
});

it.each([
  ...['2024-02-29', '2020-02-29', '2000-02-29', '2400-02-29', '0004-02-29', '2024-02-28', '1900-02-28'].map(yes),
  ...['2023-02-29', '2025-02-29', '2026-02-29', '1900-02-29', '2100-02-29', '2024-02-30', '2000-02-30'].map(no),
  // The year after a leap year, and the months beside February in one.
  ...['2024-01-31', '2024-03-31', '2024-04-30'].map(yes),
  ...['2024-01-32', '2024-03-32', '2024-04-31'].map(no),
  ...['2026-00-01', '2026-13-01', '2026-00-00', '2026-99-01', '2026-12-99'].map(no),
  ...['', '2026', '2026-11', '2026-11-1', '2026-1-01', '26-11-01', '20266-11-01', '2026-11-011', '2026-111-01'].map(no),
  ...['-2026-11-01', 'x2026-11-01', '2026-11-01x', ' 2026-11-01', '2026-11-01 ', '2026-11-01\n'].map(no),
  ...['2026-11-01Z', '2026-11-01+01:00', '2026-11-01T00:00:00', '2026/11/01', '20261101', '01.11.2026'].map(no),
  ...['202x-11-01', '2026-1x-01', '2026-11-0x', 'x026-11-01', '2026-x1-01', '2026-11-x1'].map(no),
])('%j is a day: %j', (text, expected) => expect(isDate(text)).toBe(expected));

it.each([
  ...['2026-11-01', '2026-11-01Z', '2026-11-01+01:00', '2026-11-01-05:30', ' 2026-11-01 ', '\n2026-11-01Z\t'].map(yes),
  ...['', '2026-02-30', '2026-02-30Z', '2026-11-01z', '2026-11-01+1:00', '2026-11-01+01', '2026-11-01+0100'].map(no),
  ...['2026-11-01ZZ', '2026-11-01 Z', '2026-11-01xZ', '2026-11-01Zx', '2026-11-01+01:00x', '2026-11-01x+01:00'].map(no),
  ...['2026-11-01+01:0', '2026-11-01+01:000', '2026-11-01+001:00', '2026-11-01T12:00:00', '2026-11-0', '01:00'].map(no),
  ...['2026-11-01+x1:00', '2026-11-01+1x:00', '2026-11-01+01:x0', '2026-11-01+01:0x', '2026-11-01*01:00'].map(no),
])('%j is a date of the schema: %j', (text, expected) => expect(isSchemaDate(text)).toBe(expected));

it.each([
  ...['00:00:00', '12:30:59', '09:59:00', '19:00:00', '20:00:00', '23:59:59', ' 12:00:00 ', '\n12:00:00\t'].map(yes),
  ...['12:00:00.5', '12:00:00.123', '12:00:00Z', '12:00:00+01:00', '12:00:00-05:30', '12:00:00.25Z'].map(yes),
  ...['', '12', '12:00', '24:00:00', '25:00:00', '30:00:00', '12:60:00', '12:00:60', '1:00:00', '12:0:00'].map(no),
  ...['12:00:0', '012:00:00', '12:00:000', '12:000:00', '12:00:00.', '12:00:00,5', '12:00:00.x', 'x12:00:00'].map(no),
  ...['12:00:00x', '12:00:00z', '12:00:00ZZ', '12:00:00+1:00', '12:00:00+01', '12:00:00+01:0', '12-00-00'].map(no),
  ...['12:00:00+01:000', '12:00:00+001:00', 'x2:00:00', '1x:00:00', '2x:00:00', '12:x0:00', '12:0x:00'].map(no),
  ...['12:00:x0', '12:00:0x', '12:00:00+x1:00', '12:00:00+1x:00', '12:00:00+01:x0', '12:00:00+01:0x'].map(no),
])('%j is a time: %j', (text, expected) => expect(isTime(text)).toBe(expected));

it.each([
  ['nothing', '', ''],
  ['a short text', ' to  ord\n', 'to ord'],
  ['one character below the most', 'x'.repeat(119), 'x'.repeat(119)],
  ['the most characters', 'x'.repeat(120), 'x'.repeat(120)],
  ['one character more', 'x'.repeat(121), `${'x'.repeat(120)}…`],
  ['very many characters', 'x'.repeat(5000), `${'x'.repeat(120)}…`],
  ['as many with blanks around', ` ${'x'.repeat(120)} `, 'x'.repeat(120)],
  ['a word that far runs of blanks leave in sight', `a${' '.repeat(478)}b`, 'a b'],
  ['a word behind what is looked at', `a${' '.repeat(479)}b`, 'a'],
])('%s', (_, text, expected) => expect(shown(text)).toBe(expected));
