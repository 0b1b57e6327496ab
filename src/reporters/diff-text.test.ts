import { describe, expect, it } from 'vitest';
import { aRun, textOf } from '../../test/builders/run.ts';
import { diffReport } from './diff-text.ts';
import type { DiffCounts } from './result.ts';

const TOTALS: DiffCounts = {
  added: 1,
  removed: 1,
  changed: 7,
  renumbered: 1,
  unchanged: 1292,
  priceUp: 4,
  priceDown: 1,
  duplicateKeys: 2,
  withoutKey: 1,
  key: ['itemNumber'],
  columnsAdded: ['Lagerhylle', 'CO2'],
  columnsRemoved: [],
};

const report = async (name: string, language: 'nb' | 'en', totals = TOTALS) =>
  (await textOf(diffReport(totals, aRun().changes, name, { language, colour: false, width: 80 }))).replaceAll(
    '\u00a0',
    ' ',
  );

describe('the report of a diff', () => {
  it('is a summary in Norwegian', async () => {
    expect(await report('text', 'nb')).toBe(`\
1 ny, 1 fjernet, 7 endret, 1 fikk nytt varenummer, 1 292 uendret.
Pris: 4 opp, 1 ned.
2 nøkler brukes av flere linjer, som derfor ikke er sammenlignet.
1 linje har ingenting å kjennes igjen på og er ikke sammenlignet.
Nye kolonner: Lagerhylle, CO2.
Størst prisøkning:
  - K-1003: fra 50,00 til 62,50 (+25 %)
  - K-1107: fra 17,00 til 20,40 (+20 %)
  - K-1044: fra 1 190,00 til 1 249,90 (+5,03 %)
  - K-1001: fra 50,00 til 51,50 (+3 %)
`);
  });

  it('is a summary in English', async () => {
    expect(await report('text', 'en', { ...TOTALS, priceUp: 0, columnsAdded: [], columnsRemoved: ['Gammel'] })).toBe(`\
1 added, 1 removed, 7 changed, 1 renumbered, 1,292 unchanged.
Prices: 0 up, 1 down.
2 keys are shared by several lines, which were therefore not compared.
1 line has nothing to be known by and was not compared.
Columns that are gone: Gammel.
`);
  });

  it('is every change as a table', async () => {
    const rows = (await report('csv', 'nb')).split('\r\n');
    expect(rows[1]).toBe('K-1003;changed;price;50,00;62,50;25;');
    expect(rows).toHaveLength(12);
  });
});
