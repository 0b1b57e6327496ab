/** Whole runs with price terms: what is agreed is told, explained, and the same however many threads read. */
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { writtenInPieces } from '../builders/pieces.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, DAY, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const AT = 'catalogs/avtale';

const TERMS = `priceLists:
  - { name: veiledende, file: liste.csv, from: 2026-01-01 }
priceTerms:
  - { name: Papir, for: { productGroups: [R10] }, discount: { list: veiledende, percent: 25 } }
  - { for: { productGroups: [FRITEKST] }, notPriced: true }
rounding: { decimals: 2 }`;
const LIST = 'Varenr;Listepris;Rabattgruppe;Enhet\r\n700;149,90;R10;stk\r\n710;100,00;R20;stk\r\n';
const HEAD = 'Varenr;Varenavn;Enhet;Pris;Varegruppe\r\n';

function withTerms(agreement = TERMS, rules?: string): Workspace {
  const workspace = aWorkspace(folder, { agreement, ...(rules === undefined ? {} : { rules }) });
  workspace.write(`${AT}/liste.csv`, LIST);
  return workspace;
}

const found = ({ findings }: CheckRun): string[] => findings.map(({ rule, item }) => `${rule} ${item}`);

describe('a line that only a term covers', () => {
  it('is an agreed article, held against the term’s price', async () => {
    const run = await withTerms().check(
      'a.csv',
      `${HEAD}700;Kopipapir A3;stk;112,43;x\r\n100;Kopipapir A4;stk;49,90;x\r\n`,
    );
    expect(found(run)).toEqual(['assortment/agreed-item-missing 200', 'assortment/agreed-item-missing 300']);
    const dear = await withTerms().check('a.csv', `${HEAD}700;Kopipapir A3;stk;120,00;x\r\n`);
    const [finding] = dear.findings.filter(({ rule }) => rule === 'price/above-agreed');
    expect(finding).toMatchObject({ item: '700', actual: '120', expected: '112.43' });
    expect(finding?.derivation).toContainEqual({ step: 'formula', value: '149.9 × (100 − 25) / 100' });
    expect(dear.file('report.html').toString()).toContain('149,9 × (100 − 25) / 100');
  });

  it('is put right to the term’s price where the rule set says so', async () => {
    const rules = 'rules:\n  price/above-agreed: { severity: error, disposition: correct }';
    const run = await withTerms(TERMS, rules).check('a.csv', `${HEAD}700;Kopipapir A3;stk;120,00;x\r\n`);
    expect(run.result.lines).toMatchObject({ corrected: 1, withheld: 0 });
    expect(run.approved?.toString()).toContain('700;Kopipapir A3;stk;112,43;x');
  });

  it('has no price to be held against where it is agreed without one', async () => {
    const run = await withTerms().check(
      'a.csv',
      `${HEAD}X9;Montering;stk;900,00;Fritekst\r\nX8;Montering stor;stk;900,00;Annet\r\n`,
    );
    expect(found(run).filter((one) => / X/.test(one))).toEqual(['price/not-priced X9', 'assortment/not-agreed X8']);
  });

  it('is none where no term has a price for it', async () => {
    const run = await withTerms().check('a.csv', `${HEAD}710;Kopipapir A5;stk;50,00;x\r\n`);
    expect(found(run)).toContain('assortment/not-agreed 710');
  });
});

describe('an adjustment clause', () => {
  const CLAUSE = `adjustment:
  index: { name: KPI, file: kpi.csv, baseMonth: 2025-01 }
  noticeDays: 30
  timesPerYear: 1
  notices:
    - { received: 2026-04-20, from: 2026-05-01, month: 2026-03 }`;
  const SERIES = '2025-01;130\r\n2026-03;136,5\r\n';

  it('tells a price that comes too early, one that it never allows, and the late notice', async () => {
    const workspace = withTerms(CLAUSE);
    workspace.write(`${AT}/kpi.csv`, SERIES);
    const run = await workspace.check(
      'a.csv',
      `${HEAD}100;Kopipapir A4;stk;52,39;x\r\n200;Konvolutt C5;stk;13,50;x\r\n300;Kulepenn blå;stk;8,00;x\r\n`,
    );
    expect(found(run)).toEqual([
      'price/adjustment-too-early 100',
      'price/adjustment-not-allowed 200',
      'price/adjustment-late undefined',
    ]);
    expect(run.findings[0]?.parameters).toEqual({ allowed: '52.395', from: '2026-05-20' });
    expect(run.findings[1]?.parameters).toMatchObject({ allowed: '13.125', from: '2026-05-20' });
    expect(run.result.termFiles).toMatchObject([{ file: 'catalogs/avtale/kpi.csv', bytes: SERIES.length }]);
  });

  it('lets the price through from the day it holds', async () => {
    const workspace = withTerms(CLAUSE.replace('2026-04-20', '2026-04-01'));
    workspace.write(`${AT}/kpi.csv`, SERIES);
    const content = `${HEAD}100;Kopipapir A4;stk;52,39;x\r\n`;
    const run = await workspace.check('a.csv', content);
    expect(found(run)).not.toContain('price/adjustment-too-early 100');
    expect(run.result.lines.asSent).toBe(1);
  });
});

describe('explain', () => {
  const explain = (workspace: Workspace, ...words: readonly string[]) =>
    katalogvakt(['explain', ...words, '--agreement', `${AT}/agreement.yaml`, '--as-of', DAY], { in: workspace.folder });

  it('tells article, term, arithmetic and verdict of a line', async () => {
    const workspace = withTerms();
    workspace.write('a.csv', `${HEAD}700;Kopipapir A3;stk;120,00;x\r\n`);
    const { code, out } = await explain(workspace, '700', '--catalogue', 'a.csv', '--lang', 'en');
    expect(code).toBe(0);
    for (const words of ['Matched by: item number', 'Name: Papir', '149.9 × (100 − 25) / 100', 'half up, 2 decimals'])
      expect(out).toContain(words);
    expect(out).toMatch(/7\.57.*above the agreed price.*112\.43.*\(price\/above-agreed\)/);
  });

  it('tells what is agreed without a catalogue', async () => {
    const { code, out } = await explain(withTerms(), '100');
    expect(code).toBe(0);
    expect(out).toMatch(/Rad i prislisten: 2\n.*49,90/);
  });

  it('tells that an item is not agreed, or not in the catalogue', async () => {
    const workspace = withTerms();
    expect((await explain(workspace, '999')).out).toContain('Varen er ikke avtalt');
    workspace.write('a.csv', `${HEAD}700;Kopipapir A3;stk;120,00;x\r\n`);
    const { code, err } = await explain(workspace, '999', '--catalogue', 'a.csv', '--lang', 'nb');
    expect([code, err]).toEqual([
      2,
      'katalogvakt: a.csv har ingen linje med 999. Sjekk nummeret, eller ta bort --catalogue.\n',
    ]);
  });
});

describe('threads', () => {
  it('make the same of terms as one does', async () => {
    const workspace = withTerms();
    const items = Array.from({ length: 800 }, (_, at) => 10_000 + at);
    workspace.write(
      `${AT}/liste.csv`,
      `Varenr;Listepris;Rabattgruppe;Enhet\r\n${items.map((item) => `${item};${item % 97},40;R${item % 2}0;stk\r\n`).join('')}`,
    );
    const file = workspace.write(
      `${AT}/inbox/stor.csv`,
      `${HEAD}${items.map((item) => `${item};Vare nr ${item};stk;${item % 71},30;Annet\r\n`).join('')}`,
    );
    const bytes = (threads: number) => writtenInPieces(workspace, file, threads);
    const alone = await bytes(1);
    expect(alone).toContain('(100 − 25) / 100');
    expect((await bytes(3)) === alone).toBe(true);
  });
});
