import { describe, expect, it } from 'vitest';
import { shownAs } from './xlsx-formats.ts';

describe('what a number format shows', () => {
  it.each([
    'dd.mm.yyyy',
    'yyyy\\-mm\\-dd',
    '[$-414]d. mmmm yyyy;@',
    'mmm-yy',
    'd/m/yy h:mm',
    'm/d/yy h:mm AM/PM',
    'yyyy-mm-dd hh:mm:ss.000',
    'DD.MM.YYYY',
  ])('%s shows a day', (code) => {
    expect(shownAs(code)).toBe('date');
  });

  it.each(['h:mm', 'hh:mm:ss', 'mm:ss.0', 'h:mm AM/PM', '[$-F400]h:mm:ss'])('%s shows a time of day', (code) => {
    expect(shownAs(code)).toBe('time');
  });

  it.each(['[h]:mm:ss', '[mm]:ss', '[ss].00'])('%s shows a length of time', (code) => {
    expect(shownAs(code)).toBe('duration');
  });

  it.each(['000000', '0000000000000', '00'])('%s shows a code with leading zeros', (code) => {
    expect(shownAs(code)).toBe('code');
  });

  it.each([
    'General',
    'Standard',
    '0',
    '0.00',
    '#,##0.00 "kr"',
    '0 "dager"',
    '0\\ \\d',
    '"dag" 0',
    '[Red]0.00',
    '[$kr-414] #,##0.00',
    '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
    '0 st',
    '0.00E+00',
    '# ?/?',
    '@',
    '',
    ';;;',
  ])('%s shows a number', (code) => {
    expect(shownAs(code)).toBe('number');
  });
});
