import { describe, expect, it } from 'vitest';
import { findCountry } from './countries.ts';
import { COUNTRY_TABLE } from './country-table.ts';

describe('countries', () => {
  it.each([
    ['NO', 'NO'],
    ['no', 'NO'],
    ['NOR', 'NO'],
    ['Norge', 'NO'],
    ['Noreg', 'NO'],
    ['TYSKLAND', 'DE'],
    ['Deutschland', 'DE'],
    ['U.S.A.', 'US'],
    ['Sør-Korea', 'KR'],
    ['Tsjekkia', 'CZ'],
    ['Storbritannia', 'GB'],
    ['Kina', 'CN'],
    ['Côte d’Ivoire', 'CI'],
  ])('%s is %s', (text, code) => {
    expect(findCountry(text)).toEqual({ kind: 'country', code });
  });

  it.each(['EU', 'EØS', 'Europa'])('%s is no country', (text) => {
    expect(findCountry(text)).toEqual({ kind: 'region' });
  });

  it.each(['UKK', 'Norg', 'ZZ', '123', '', 'XX'])('%s is nothing', (text) => {
    expect(findCountry(text)).toEqual({ kind: 'unknown' });
  });

  it('each code and each name is one country\u2019s', () => {
    const words = COUNTRY_TABLE.trim()
      .split('\n')
      .flatMap((line) => {
        const [code = '', longCode = '', ...names] = line.split(' ');
        return [code.toLowerCase(), longCode.toLowerCase(), ...names.join(' ').split('|')];
      });
    expect(COUNTRY_TABLE.trim().split('\n')).toHaveLength(249);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
