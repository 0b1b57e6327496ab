import { describe, expect, it } from 'vitest';
import { formatField } from './format-value.ts';

describe('a value of a field', () => {
  it.each([
    ['validTo', '2026-01-31', '31.01.2026', '2026-01-31'],
    ['orderable', 'true', 'ja', 'yes'],
    ['orderable', 'false', 'nei', 'no'],
    ['status', 'discontinued', 'utgått', 'discontinued'],
    ['ecoLabel', 'svanemerket', 'Svanemerket', 'Nordic Swan Ecolabel'],
    [
      'ecoLabel',
      'svanemerket 2093 0001, Grønt valg',
      'Svanemerket 2093 0001, Grønt valg',
      'Nordic Swan Ecolabel 2093 0001, Grønt valg',
    ],
    ['gtin', '07038010000003', '07038010000003', '07038010000003'],
    ['packQuantity', '1000.5', '1\u00a0000,5', '1,000.5'],
    ['vatRate', '25', '25\u00a0%', '25%'],
    ['price', '12.5', '12,50\u00a0kr', 'NOK\u00a012.50'],
    ['unit', 'XPK', 'pakke\u00a0(XPK)', 'package\u00a0(XPK)'],
    ['name', '1234.5', '1234.5', '1234.5'],
  ] as const)('%s %s in words', (field, value, nb, en) => {
    expect(formatField(field, value, 'nb', 'prose', 'NOK')).toBe(nb);
    expect(formatField(field, value, 'en', 'prose', 'NOK')).toBe(en);
  });

  it.each([
    ['unit', 'XPK', 'XPK'],
    ['price', '1234.5', '1234,50'],
    ['vatRate', '12.5', '12,5'],
    ['validTo', '2026-01-31', '31.01.2026'],
  ] as const)('%s %s in a cell can be calculated with or looked up', (field, value, cell) => {
    expect(formatField(field, value, 'nb', 'cell', 'NOK')).toBe(cell);
  });

  it.each([
    ['price', '12,5O'],
    ['validTo', '31.02.26'],
    ['orderable', 'kanskje'],
    ['status', 'constructor'],
    ['unit', 'KOLLIX'],
    ['ecoLabel', 'Miljøvennlig; ja'],
  ] as const)('%s %s, which was not understood, stands as it was written', (field, value) => {
    expect(formatField(field, value, 'nb', 'prose', 'NOK')).toBe(value);
  });
});
