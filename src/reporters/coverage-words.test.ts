import { expect, it } from 'vitest';
import { COVERAGE_WORDS, coverageInWords, shareInWords } from './coverage-words.ts';

const NOW = { lines: 280, recognised: 45, organic: 3, otherLabels: 0, withoutLabel: 232 };
const coverage = { ...NOW, classes: [], labels: [] };

it('tells the share, beside that of the previous version', () => {
  const previous = { lines: 1000, recognised: 250, organic: 0, otherLabels: 0, withoutLabel: 750 };
  expect(coverageInWords({ ...coverage, previous }, 'nb')).toEqual([
    'Miljømerket: 45 av 280, 16,1\u00A0% (forrige versjon: 250 av 1\u00A0000, 25\u00A0%)',
    'bare økologisk merke: 3, uten merke: 232',
  ]);
  expect(coverageInWords(coverage, 'en')).toEqual([
    'Eco-labelled: 45 of 280, 16.1%',
    'organic label only: 3, no label: 232',
  ]);
});

it('no lines have no share', () => {
  expect(shareInWords({ ...NOW, lines: 0, recognised: 0 }, 'nb')).toBe('–');
});

it('names what the agreement counts', () => {
  expect(COVERAGE_WORDS.nb.caption({ ...coverage, recognisedLabels: ['svanemerket', 'fsc'] })).toContain(
    'Svanemerket, FSC',
  );
});
