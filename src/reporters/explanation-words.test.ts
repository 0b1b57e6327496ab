import { describe, expect, it } from 'vitest';
import type { Finding } from '../catalogue/finding.ts';
import { alsoInWords, causeHeadlines } from './explanation-words.ts';

const finding = (also?: string): Finding => ({
  rule: 'price/per-pack',
  severity: 'error',
  place: { file: 'a.csv' },
  ...(also === undefined ? {} : { parameters: { also } }),
});

describe('what else gives the same price', () => {
  it.each([
    ['decimalShift:2', 'Samme pris får en også hvis desimaltegnet står feil (ganger 100)'],
    ['decimalShift:-2', 'Samme pris får en også hvis desimaltegnet står feil (ganger 0,01)'],
    ['vatIncluded:25', 'Samme pris får en også hvis 25\u00a0% mva. er lagt til'],
    ['ended:2026-04-30', 'Samme pris får en også hvis prisen gjaldt til og med 30.04.2026'],
    [
      'perMeasure:KGM listPrice:20',
      'Samme pris får en også hvis prisen gjelder per kg\u00a0(KGM) eller rabatten på 20\u00a0% er ikke trukket fra',
    ],
    ['somethingNew:1', 'Samme pris får en også hvis somethingNew:1'],
  ])('%s', (also, words) => {
    expect(alsoInWords(finding(also), 'nb')).toBe(words);
  });

  it('is nothing where nothing else does', () => {
    expect(alsoInWords(finding(), 'en')).toBe('');
  });
});

describe('one cause, one headline', () => {
  const group = (count: number) => ({
    rule: 'price/above-agreed',
    severity: 'error' as const,
    count: 12_345,
    worst: [],
    byPercent: true,
    causes: [{ code: 'above:25', count }],
  });

  it('tells how many share it', () => {
    expect(causeHeadlines(group(12_000), 'en')).toEqual(['One cause for 12,000 of 12,345: 25% above the agreed price']);
    expect(causeHeadlines(group(10), 'nb')[0]).toMatch(/^Én årsak for 10 av 12\s345: 25\s% over avtalt pris$/u);
  });

  it('a unit of the supplier’s own is one cause', () => {
    const unknown = { ...group(32_516), causes: [{ code: 'unitWord:ko', count: 32_516 }] };
    expect(causeHeadlines(unknown, 'nb')[0]).toContain('enheten heter «ko»');
  });

  it('is not worth one for a few', () => {
    expect(causeHeadlines(group(9), 'en')).toEqual([]);
  });
});
