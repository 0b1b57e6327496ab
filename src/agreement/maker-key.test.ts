import { describe, expect, it } from 'vitest';
import { makerKey } from './maker-key.ts';

describe("a manufacturer's item number", () => {
  it('is one key for spellings that differ in case, blanks and legal form', () => {
    const key = makerKey('Essity Norway AS', 'T-110 316');
    for (const [name, number] of [
      ['ESSITY NORWAY', 't-110316'],
      ['Essity  Norway a/s', ' T-110 316 '],
      ['Essity Norway, A.S.', 'T-110 316'],
    ] as const) {
      expect(makerKey(name, number)).toBe(key);
    }
  });

  it('is another key for another number, and for another manufacturer', () => {
    const key = makerKey('3M', '1-23');
    expect(makerKey('3M', '12-3')).not.toBe(key);
    expect(makerKey('3M', '01-23')).not.toBe(key);
    expect(makerKey('3N', '1-23')).not.toBe(key);
  });

  it('is none where either is missing, or stands for "there is none"', () => {
    expect(makerKey(undefined, '1')).toBeUndefined();
    expect(makerKey('3M', undefined)).toBeUndefined();
    expect(makerKey('3M', 'N/A')).toBeUndefined();
    expect(makerKey('-', '1')).toBeUndefined();
  });

  it('keeps a name that is but a legal form', () => {
    expect(makerKey('AB', '1')).toBeDefined();
  });
});
