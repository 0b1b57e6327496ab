import { describe, expect, it } from 'vitest';
import { packOfQuantity, packOfUnit } from './pack-text.ts';

describe('a unit with what it holds', () => {
  it.each([
    ['pk à 100 stk', { unit: 'XPK', quantity: '100', contentUnit: 'H87' }],
    ['Pk. a 100', { unit: 'XPK', quantity: '100' }],
    ['pakke med 10 ruller', { unit: 'XPK', quantity: '10', contentUnit: 'XRO' }],
    ['krt/12', { unit: 'XCT', quantity: '12' }],
    ['ESK 500', { unit: 'XBX', quantity: '500' }],
    ['rull 50 m', { unit: 'XRO', quantity: '50', contentUnit: 'MTR' }],
    ['kanne 2,5 l', { unit: 'XCA', quantity: '2.5', contentUnit: 'LTR' }],
    ['krt 6x1,5 l', { unit: 'XCT', quantity: '6' }],
    ['krt 5x100 stk', { unit: 'XCT', quantity: '500', contentUnit: 'H87' }],
    ['krt à 5 x 10 pk', { unit: 'XCT', quantity: '50', contentUnit: 'XPK' }],
    ['pk (4 stk)', { unit: 'XPK', quantity: '4', contentUnit: 'H87' }],
    ['krt(6 x 1,5 l)', { unit: 'XCT', quantity: '6' }],
    ['10-pk', { unit: 'XPK', quantity: '10' }],
    ['10 stk/pk', { unit: 'XPK', quantity: '10', contentUnit: 'H87' }],
    ['100 stk pr eske', { unit: 'XBX', quantity: '100', contentUnit: 'H87' }],
  ])('%s', (text, told) => {
    expect(packOfUnit(text)).toEqual(told);
  });

  it.each([
    'stk 10',
    'm 2',
    'l 5',
    'KOLLIX 12',
    'pk à 1.234 stk',
    'pk à 0',
    'pk à mange',
    'pk à 10 dingser',
    '12 pk',
    '6x1,5 l',
    'pk',
    'pk 10 eller 12',
    'pk (liten)',
    'stk (12)',
    '',
  ])('%s is none', (text) => {
    expect(packOfUnit(text)).toBeUndefined();
  });
});

describe('a quantity with what it is of', () => {
  it.each([
    ['100 stk', { quantity: '100', contentUnit: 'H87' }],
    ['à 100', { quantity: '100' }],
    ['pr. 100 stk', { quantity: '100', contentUnit: 'H87' }],
    ['6x1,5 l', { quantity: '6' }],
    ['6 x 1.5 liter', { quantity: '6' }],
    ['5x100 stk', { quantity: '500', contentUnit: 'H87' }],
    ['500 g', { quantity: '500', contentUnit: 'GRM' }],
    ['pk à 100 stk', { unit: 'XPK', quantity: '100', contentUnit: 'H87' }],
  ])('%s', (text, told) => {
    expect(packOfQuantity(text)).toEqual(told);
  });

  it.each(['mange', '1.234 stk', '10 dingser', '10 til 12 stk', '6x1,5 dings', '12,5O'])('%s is none', (text) => {
    expect(packOfQuantity(text)).toBeUndefined();
  });
});
