import { describe, expect, it } from 'vitest';
import { currencyOfAmount, readDecimal, readPercent, signOfAmount } from './amounts.ts';

describe('an amount', () => {
  it.each([
    ['12,50', '12.5'],
    ['kr 12,50', '12.5'],
    ['kr. 12,50', '12.5'],
    ['kr12,50', '12.5'],
    ['12,50 kr', '12.5'],
    ['12,50kr.', '12.5'],
    ['12,-', '12'],
    ['12,–', '12'],
    ['kr 1 234,-', '1234'],
    ['1.234,-', '1234'],
    ['12,50 NOK', '12.5'],
    ['NOK 12,50', '12.5'],
    ['€ 12.50', '12.5'],
    ['12,50 €', '12.5'],
    ['\u00A012,50\u00A0', '12.5'],
    ['-12,50 kr', '-12.5'],
    ['12.345', '12345'],
    ['12.-', '12'],
    ['kr 12,50 NOK', '12.5'],
  ])('%s', (text, value) => {
    expect(readDecimal(text, ',')).toBe(value);
  });

  it.each([
    '12,5O',
    'O12',
    '1,2,3',
    '12..5',
    '-',
    '',
    '12,50 kr/stk',
    '$ 12',
    'kr',
    '12 13',
    '12,50 EUR NOK',
    'EUR 12 NOK',
    'ca 12',
    '12 %',
    '12,50 (NOK)',
    '1O',
    'l2',
  ])('%s is not understood', (text) => {
    expect(readDecimal(text, ',')).toBeUndefined();
  });

  it('names its currency, if vaguely', () => {
    expect(currencyOfAmount('12,50 EUR')).toEqual({ currency: 'EUR', vague: false });
    expect(currencyOfAmount('kr 12,50')).toEqual({ currency: 'NOK', vague: true });
    expect(currencyOfAmount('12,50')).toBeUndefined();
  });

  it('shows its decimal sign whatever stands around it', () => {
    expect(signOfAmount('kr 12,50')).toBe(',');
    expect(signOfAmount('1.234,-')).toBe(',');
    expect(signOfAmount('12.5 %')).toBe('.');
    expect(signOfAmount('abc')).toBeUndefined();
  });
});

describe('a percentage', () => {
  it.each([
    ['25 %', '25'],
    ['25%', '25'],
    ['25', '25'],
    ['12,5', '12.5'],
    ['11,11 %', '11.11'],
    ['15 prosent', '15'],
    ['-10 %', '-10'],
  ])('%s', (text, value) => {
    expect(readPercent(text, ',')).toBe(value);
  });

  it.each(['%', '25 %%', 'høy', 'kr 25', '25 kr'])('%s is none', (text) => {
    expect(readPercent(text, ',')).toBeUndefined();
  });
});
