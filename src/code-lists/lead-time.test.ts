import { describe, expect, it } from 'vitest';
import { isSurelyLonger, readLeadTime } from './lead-time.ts';

describe('a lead time is read', () => {
  it.each([
    ['2', 2, 'days'],
    ['2.0', 2, 'days'],
    ['2 dager', 2, 'days'],
    ['2-3 virkedager', 3, 'workingDays'],
    ['1 – 2 uker', 2, 'weeks'],
    ['3 til 5 arbeidsdager', 5, 'workingDays'],
    ['48 timer', 2, 'days'],
    ['25 t', 2, 'days'],
    ['5 DAY', 5, 'days'],
    ['1 WEE', 1, 'weeks'],
    ['5 E49', 5, 'workingDays'],
    ['P3D', 3, 'days'],
    ['P2W', 2, 'weeks'],
    ['ca. 5 dager', 5, 'days'],
    ['Inntil 2 uker', 2, 'weeks'],
    ['1 mnd.', 1, 'months'],
  ])('%s', (text, amount, unit) => {
    expect(readLeadTime(text)).toEqual({ amount, unit });
  });

  it.each([
    'på lager',
    'etter avtale',
    'omgående',
    '2 bananer',
    '',
    '-2',
    '2,5 dager',
    '12345',
    'uke 5',
    '9'.repeat(100),
  ])('or is not: %s', (text) => {
    expect(readLeadTime(text)).toBeUndefined();
  });
});

describe('a lead time is longer', () => {
  const isLonger = (offered: string, agreed: string): boolean => {
    const [one, other] = [readLeadTime(offered), readLeadTime(agreed)];
    if (one === undefined || other === undefined) throw new RangeError(`${offered}, ${agreed}`);
    return isSurelyLonger(one, other);
  };

  it.each([
    ['3 dager', '2 dager'],
    ['6 virkedager', '5 virkedager'],
    ['2 uker', '1 uke'],
    ['6 dager', '3 virkedager'],
    ['6 virkedager', '1 uke'],
    ['8 dager', '1 uke'],
    ['5 uker', '1 måned'],
    ['2 uker', '5 dager'],
  ])('%s is longer than %s', (offered, agreed) => {
    expect(isLonger(offered, agreed)).toBe(true);
  });

  it.each([
    ['2 dager', '2 dager'],
    ['5 virkedager', '1 uke'],
    ['7 dager', '5 virkedager'],
    ['5 dager', '3 virkedager'],
    ['1 uke', '5 virkedager'],
    ['4 uker', '1 måned'],
    ['5 virkedager', '5 dager'],
    ['24 timer', '1 dag'],
  ])('%s may be no longer than %s', (offered, agreed) => {
    expect(isLonger(offered, agreed)).toBe(false);
  });
});
