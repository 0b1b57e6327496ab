import { expect, it } from 'vitest';
import { COVERAGE_WORDS, coverageInWords, shareInWords, spendShareInWords } from './coverage-words.ts';

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

it('tells the share of what is spent, where it is known', () => {
  const spend = { sum: '120000', recognised: '30000' };
  const previous = { ...NOW, spend: { sum: '100', recognised: '10' } };
  expect(coverageInWords({ ...coverage, spend, currency: 'NOK', previous }, 'en')[1]).toBe(
    'Share of spend: 30,000.00 of NOK\u00A0120,000.00, 25% (previous version: 10%)',
  );
  const none = { sum: '0', recognised: '0' };
  expect(coverageInWords({ ...coverage, spend: none, currency: 'NOK' }, 'en')).toHaveLength(2);
  expect(spendShareInWords({ ...NOW, spend: none }, 'en')).toBe('–');
});
