import { describe, expect, it } from 'vitest';
import { aRun, textOf } from '../../test/builders/run.ts';
import { diffReport } from './diff-text.ts';
import type { Change, DiffCounts } from './result.ts';

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

async function report(
  form: string,
  language: 'nb' | 'en',
  totals = TOTALS,
  changes?: readonly Change[],
): Promise<string> {
  const run = aRun(changes === undefined ? {} : { changes });
  const style = { language, colour: false, width: 80 };
  return (await textOf(diffReport(totals, run.changes, form, style))).replaceAll('\u00a0', ' ');
}

describe('the report of a diff', () => {
  it('is a summary in Norwegian', async () => {
    expect(await report('text', 'nb')).toBe(`\
1 ny, 1 fjernet, 7 endret, 1 fikk nytt varenummer, 1 292 uendret.
Pris: 4 opp, 1 ned.
2 varer står på flere linjer og er derfor ikke sammenlignet.
1 linje har ingenting å kjennes igjen på og er ikke sammenlignet.
Nye kolonner: Lagerhylle, CO2.
Linjene kjennes på: Varenummer.

K-1003: endret, Pris: 50,00 → 62,50 (+25 %)
K-1044: endret, Pris: 1 190,00 → 1 249,90 (+5,03 %)
K-1107: endret, Pris: 17,00 → 20,40 (+20 %)
K-1110: endret, Pris: 20,00 → 12,00 (−40 %)
K-1111: endret, Varenavn: Kulepen blå → Kulepenn blå
K-1112: endret, Lagerhylle: A3 → A4
K-1300: ny
K-1180: fjernet
K-1400: nytt varenummer, Varenummer: K-1140 → K-1400
K-1001: endret, Pris: 50,00 → 51,50 (+3 %)
`);
  });

  it('is a summary in English', async () => {
    const totals = { ...TOTALS, priceUp: 0, columnsAdded: [], columnsRemoved: ['Gammel'] };
    expect(await report('text', 'en', totals, [{ item: 'K-1', change: 'ambiguous' }])).toBe(`\
1 added, 1 removed, 7 changed, 1 renumbered, 1,292 unchanged.
Prices: 0 up, 1 down.
2 items are on several lines and therefore not compared.
1 line has no identifier and was not compared.
Columns removed: Gammel.
Lines are matched by: Item number.

K-1: listed several times
`);
  });

  it('is every change as a table', async () => {
    const rows = (await report('csv', 'nb')).split('\r\n');
    expect(rows[1]).toBe('K-1003;changed;price;50,00;62,50;25;');
    expect(rows).toHaveLength(12);
  });

  it('carries no terminal command from a file onto the screen', async () => {
    const evil = '\u001b[2J\r\n';
    const changes: Change[] = [{ item: evil, change: 'changed', heading: evil, before: evil, after: evil }];
    const shown = await report('text', 'nb', { ...TOTALS, columnsAdded: [evil] }, changes);
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(shown).toContain('[2J');
  });
});
