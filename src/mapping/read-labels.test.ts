import { describe, expect, it } from 'vitest';
import { LABELS } from '../code-lists/labels.ts';
import { readLabels } from './read-labels.ts';

/** `key|licence|text` per label, for tables one can read. */
const read = (text: string, licence?: string, heading?: string): readonly string[] =>
  readLabels(text, licence, heading === undefined ? undefined : LABELS.get(heading)).map(
    ({ key = '?', licence = '', text }) => `${key}|${licence}|${text}`,
  );

describe('a cell of labels', () => {
  it.each([
    ['Svanemerket', ['svanemerket||Svanemerket']],
    ['Svanemerket, FSC', ['svanemerket||Svanemerket', 'fsc||FSC']],
    ['Svane/EU-blomst', ['svanemerket||Svane', 'eu_ecolabel||EU-blomst']],
    ['Svanen+FSC', ['svanemerket||Svanen', 'fsc||FSC']],
    ['Svanemerket og FSC', ['svanemerket||Svanemerket', 'fsc||FSC']],
    ['TCO Certified & Energy Star', ['tco_certified||TCO Certified', 'energy_star||Energy Star']],
    ['Svanemerket\nEU Ecolabel', ['svanemerket||Svanemerket', 'eu_ecolabel||EU Ecolabel']],
    ['Svanemerket; FSC | PEFC', ['svanemerket||Svanemerket', 'fsc||FSC', 'pefc||PEFC']],
    [
      'Rainforest Alliance People & Nature, FSC',
      ['rainforest_people_nature||Rainforest Alliance People & Nature', 'fsc||FSC'],
    ],
    ['Energiklasse A++', ['energy_class||Energiklasse A++']],
  ])('%s names them all', (text, labels) => {
    expect(read(text)).toEqual(labels);
  });

  it.each([
    ['Svanemerket (2093 0001)', ['svanemerket|2093 0001|Svanemerket']],
    ['Svanemerket 2093 0001', ['svanemerket|2093 0001|Svanemerket']],
    ['Svanemerket, 2093 0001', ['svanemerket|2093 0001|Svanemerket']],
    ['Svanemerket - 2093 0001', ['svanemerket|2093 0001|Svanemerket']],
    ['Svanemerket lisens nr. 2093 0001; FSC', ['svanemerket|2093 0001|Svanemerket', 'fsc||FSC']],
    ['EU Ecolabel DK/020/001', ['eu_ecolabel|DK/020/001|EU Ecolabel']],
    ['EU Ecolabel (NO/011/002)', ['eu_ecolabel|NO/011/002|EU Ecolabel']],
    ['EU Ecolabel lisens no. NO/011/002', ['eu_ecolabel|NO/011/002|EU Ecolabel']],
    ['EU Ecolabel: DK/020/001, FSC-C123456', ['eu_ecolabel|DK/020/001|EU Ecolabel', 'fsc|FSC-C123456|FSC-C123456']],
    ['PEFC/04-31-0812', ['pefc|PEFC/04-31-0812|PEFC/04-31-0812']],
    ['FSC Mix 70% FSC-C123456', ['fsc_mix|FSC-C123456|FSC Mix 70%']],
    ['FSC (Mix)', ['fsc_mix||FSC (Mix)']],
    [
      'Svanemerket (2093 0001), EU Ecolabel (DK/020/001)',
      ['svanemerket|2093 0001|Svanemerket', 'eu_ecolabel|DK/020/001|EU Ecolabel'],
    ],
    ['TCO Certified 9', ['tco_certified||TCO Certified 9']],
  ])('%s gives each its licence', (text, labels) => {
    expect(read(text)).toEqual(labels);
  });

  it.each(['Nei', '-', 'Ingen', 'N/A', 'ikke aktuelt', 'NO', '', '  '])('%s names none', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each(['Ja', 'X', 'Miljøvennlig', 'Grønt valg', 'Økologisk', 'ABC-merket', 'lik Svanemerket', 'A', '20930001'])(
    '%s is kept as words that name no label',
    (text) => {
      expect(read(text)).toEqual([`?||${text}`]);
    },
  );

  it.each([
    ['Ja, Svanemerket', 'svanemerket||Svanemerket'],
    ['Ja (Svanemerket)', 'svanemerket||Svanemerket'],
    ['Miljømerke: Svanemerket 2093 0001', 'svanemerket|2093 0001|Svanemerket'],
  ])('%s is the label, not the claim before it', (text, label) => {
    expect(read(text)).toEqual([label]);
  });
});

describe('a column headed with a label', () => {
  it.each([
    ['Ja', 'svanemerket||Ja'],
    ['X', 'svanemerket||X'],
    ['true', 'svanemerket||true'],
    ['2093 0001', 'svanemerket|2093 0001|2093 0001'],
    ['Ja (2093 0001)', 'svanemerket|2093 0001|Ja'],
    ['Ja, 2093 0001', 'svanemerket|2093 0001|Ja'],
    ['FSC', 'fsc||FSC'],
  ])('means it by %s', (text, label) => {
    expect(read(text, undefined, 'svanemerket')).toEqual([label]);
  });
  it('does not mean it by no', () => {
    expect(read('Nei', undefined, 'svanemerket')).toEqual([]);
  });
});

describe('a licence column', () => {
  it('speaks of the first label that has none', () => {
    expect(read('Svanemerket', ' 2041 0123 ')).toEqual(['svanemerket|2041 0123|Svanemerket']);
    expect(read('Svanemerket (2093 0001)', '2041 0123')).toEqual(['svanemerket|2093 0001|Svanemerket']);
    expect(read('Ja', '2041 0123')).toEqual(['?|2041 0123|Ja']);
    expect(read('Noe annet, Svanemerket', 'abc')).toEqual(['?||Noe annet', 'svanemerket|abc|Svanemerket']);
  });
  it('speaks of the label whose form the number has', () => {
    expect(read('FSC, Svanemerket', '2041 0123')).toEqual(['fsc||FSC', 'svanemerket|2041 0123|Svanemerket']);
    expect(read('Svanemerket, FSC', 'FSC-C012345; 2041 0123')).toEqual([
      'svanemerket|2041 0123|Svanemerket',
      'fsc|FSC-C012345|FSC',
    ]);
  });
  it('says nothing of a line without a label', () => {
    expect(read('Nei', '2041 0123')).toEqual([]);
    expect(read('', '2041 0123')).toEqual([]);
  });
});

it('gives each of two numbers with a slash between them to the label whose form it has', () => {
  const labels = readLabels('Svanemerket / FSC Mix', '3005 0012 / FSC-C012345');
  expect(labels.map(({ key, licence }) => [key, licence])).toEqual([
    ['svanemerket', '3005 0012'],
    ['fsc_mix', 'FSC-C012345'],
  ]);
});

it('leaves the slashes of a number alone', () => {
  const labels = readLabels('EU Ecolabel, FSC Mix', 'DK/020/001 / FSC-C012345');
  expect(labels.map(({ licence }) => licence)).toEqual(['DK/020/001', 'FSC-C012345']);
});

it('takes no longer for brackets and blanks without end', () => {
  const started = performance.now();
  readLabels(`x${':'.repeat(300)}(${' \t'.repeat(300)}a${'('.repeat(300)}`);
  // A second for 200 of each, and eight times that for twice as many, before.
  expect(performance.now() - started).toBeLessThan(500);
});
