import { describe, expect, it } from 'vitest';
import { UNIT_WORDS } from './unit-words.ts';
import { findUnit, isUnitCode, sameUnit, unitName, unitText } from './units.ts';

describe('a unit in a cell', () => {
  it.each([
    ['stk', 'H87'],
    ['Stk.', 'H87'],
    [' STK ', 'H87'],
    ['pk', 'XPK'],
    ['PK.', 'XPK'],
    ['pakke', 'XPK'],
    ['krt', 'XCT'],
    ['eske', 'XBX'],
    ['rull', 'XRO'],
    ['flaske', 'XBO'],
    ['kolli', 'XCT'],
    ['m²', 'MTK'],
    ['m3', 'MTQ'],
    ['100  stk', 'CEN'],
    ['each', 'EA'],
    ['Stück', 'H87'],
    ['Stueck', 'H87'],
    ['förp', 'XPK'],
    ['æske', 'XBX'],
    ['timar', 'HUR'],
    ['Esk.', 'XBX'],
    ['blokk', 'PD'],
    ['bnt', 'XBE'],
    ['lisens', 'C62'],
    ['LIS', 'C62'],
    ['komplett', 'SET'],
    ['skive', 'XST'],
    ['D-pak', 'XCT'],
    ['F-pak', 'XPK'],
    ['Lengde', 'LN'],
  ])('%s is read as a word', (text, code) => {
    expect(findUnit(text)).toBe(code);
  });

  it.each([
    ['EA', 'EA'],
    ['C62', 'C62'],
    ['H87', 'H87'],
    ['KGM', 'KGM'],
    ['kgm', 'KGM'],
    ['XPK', 'XPK'],
    ['xpk', 'XPK'],
    ['HMT', 'HMT'],
    ['2N', '2N'],
  ])('%s is read as a code', (text, code) => {
    expect(findUnit(text)).toBe(code);
  });

  it.each([
    ['STK', 'H87', 'stick, cigarette'],
    ['FL', 'XBO', 'flake ton'],
    ['PAL', 'XPX', 'pascal'],
    ['KT', 'XCT', 'kit'],
    ['PS', 'XBG', 'pound-force per square inch'],
    ['CTN', 'XCT', 'content ton (metric)'],
    ['MND', 'MON', 'kilogram, dry weight'],
    ['AMP', 'XAM', 'ampere'],
    ['NT', 'XNT', 'net ton'],
    ['PO', 'XPO', 'pound per inch of length'],
    ['KA', 'XCT', 'cake'],
    ['FP', 'XPK', 'pound per square foot'],
  ])('%s means what a Norwegian means by it, not the code', (text, code, codeMeans) => {
    expect(isUnitCode(text)).toBe(true);
    expect(unitName(text, 'en')).toBe(codeMeans);
    expect(findUnit(text)).toBe(code);
  });

  it.each(['PK', 'CT', 'BX', 'CS', 'BO', 'BG', 'RO', 'PX', 'TU', 'SA'])('%s gets the X of a packaging code', (text) => {
    expect(isUnitCode(text)).toBe(false);
    expect(findUnit(text)).toBe(`X${text}`);
  });

  it.each(['KOLLIX', 'pk à 100 stk', 'halvpall', 'KL', 'GL', 'TP', '1', '2', '10', '', '-', 'ko', 'no'])(
    '%s is no unit we would bet on',
    (text) => {
      expect(findUnit(text)).toBeUndefined();
    },
  );
});

describe('the same unit', () => {
  it('is any two of the codes for a piece', () => {
    for (const a of ['EA', 'C62', 'H87', 'NAR'])
      for (const b of ['EA', 'C62', 'H87', 'NAR']) expect(sameUnit(a, b)).toBe(true);
  });

  it('is not a piece and a package, nor a box and a carton', () => {
    expect(sameUnit('H87', 'XPK')).toBe(false);
    expect(sameUnit('XBX', 'XCT')).toBe(false);
    expect(sameUnit('XPK', 'XPK')).toBe(true);
  });
});

describe('a unit in words', () => {
  it('has good names for common codes and the UN/ECE name for others', () => {
    expect(unitName('XPK', 'nb')).toBe('pakke');
    expect(unitName('XBO', 'en')).toBe('bottle');
    expect(unitName('2N', 'nb')).toBe('decibel');
    expect(unitName('KOLLIX', 'nb')).toBe('KOLLIX');
  });

  it('is written so that it is read back', () => {
    for (const code of Object.keys(UNIT_WORDS)) expect([code, findUnit(unitText(code))]).toEqual([code, code]);
  });

  it('has only words for codes that a Peppol catalogue may use', () => {
    for (const code of Object.keys(UNIT_WORDS)) expect([code, isUnitCode(code)]).toEqual([code, true]);
  });
});
