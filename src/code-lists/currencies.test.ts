import { describe, expect, it } from 'vitest';
import { currencyName, findCurrency, isCurrencyCode } from './currencies.ts';

describe('a currency in a cell', () => {
  it.each([
    ['NOK', 'NOK'],
    [' nok ', 'NOK'],
    ['kr', 'NOK'],
    ['Kr.', 'NOK'],
    ['kroner', 'NOK'],
    ['€', 'EUR'],
    ['Euro', 'EUR'],
    ['SEK', 'SEK'],
    ['danske kroner', 'DKK'],
  ])('%s is %s', (text, code) => {
    expect(findCurrency(text)).toBe(code);
  });

  it.each(['$', 'NKO', '', 'kr/stk', '12'])('%s names no one currency', (text) => {
    expect(findCurrency(text)).toBeUndefined();
  });

  it('has a name', () => {
    expect(currencyName('NOK')).toBe('Norwegian Krone');
    expect(isCurrencyCode('nok')).toBe(false);
  });
});
