/** Whole runs on ways a price can be dodged, or told wrongly: other currencies, quantities and days. */
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, DAY, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const AT = 'catalogs/avtale';
const about = ({ findings }: CheckRun, item: string): string[] =>
  findings.filter((finding) => finding.item === item).map(({ rule }) => rule);
const csv = (run: CheckRun): string => run.file('findings.csv').toString();

describe('a price in a currency with an agreed rate', () => {
  const PRICES = { content: 'Varenr;Varenavn;Enhet;Avtalt pris\r\n100;Kopipapir A4;stk;229,00\r\n' };
  const AGREEMENT = 'currencies: [{ code: EUR, rate: 11.45 }]';
  const HEAD = 'Varenr;Varenavn;Enhet;Pris;Valuta\r\n';

  it('is told in its own currency, with how the agreed one came about', async () => {
    const run = await aWorkspace(folder, { prices: PRICES, agreement: AGREEMENT }).check(
      'a.csv',
      `${HEAD}100;Kopipapir A4;stk;21,00;EUR\r\n`,
    );
    expect(about(run, '100')).toEqual(['price/above-agreed']);
    expect(run.findings[0]).toMatchObject({ actual: '21', expected: '20', currency: 'EUR' });
    expect(csv(run).replaceAll('\u00a0', ' ')).toContain(
      'Prisen 21,00 EUR er 1,00 EUR (5 %) over avtalt pris 20,00 EUR. Regnet om: 229 NOK × 1 / 11,45.',
    );
    const page = run.file('report.html').toString().replaceAll('\u00a0', ' ');
    expect(page).toContain('<li>Pris i prislisten: 229,00 kr</li>');
    expect(page).toContain('<li>Avtalt pris: 20,00 EUR</li>');
    expect(page).not.toContain('20,00 kr');
  });

  it('is put right in its own currency', async () => {
    const rules = 'rules:\n  price/above-agreed: { severity: error, disposition: correct }';
    const run = await aWorkspace(folder, { prices: PRICES, agreement: AGREEMENT, rules }).check(
      'a.csv',
      `${HEAD}100;Kopipapir A4;stk;21,00;EUR\r\n`,
    );
    expect(run.approved?.toString()).toContain('stk;20,00;EUR');
    expect(run.file('withheld.csv').toString().replaceAll('\u00a0', ' ')).toContain('Rettet til: Pris 20,00 EUR.');
  });

  it('tells kroner of lines in the agreement’s own', async () => {
    const run = await aWorkspace(folder, { prices: PRICES, agreement: AGREEMENT }).check(
      'a.csv',
      `${HEAD}100;Kopipapir A4;stk;240,00;NOK\r\n`,
    );
    expect(run.findings[0]).not.toHaveProperty('currency');
    expect(csv(run).replaceAll('\u00a0', ' ')).toContain('over avtalt pris 229,00 kr;');
  });
});

describe('a unit that nobody can read', () => {
  const check = (price: string) =>
    aWorkspace(folder).check('a.csv', `Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;KOLLIX;${price}\r\n`);

  it.each(['49,90', '499,00', '20,00', '62,38'])('is told once, and nothing of the price %s', async (price) => {
    const run = await check(price);
    expect(about(run, '100')).toEqual(['unit/unknown']);
    expect(run.findings.find(({ item }) => item === '100')).toMatchObject({
      severity: 'error',
      replaces: ['price/basis-differs'],
    });
    expect(run.approved).toBeUndefined();
  });
});

describe('prices by quantity', () => {
  const PRICES = { content: 'Varenr;Varenavn;Enhet;Avtalt pris\r\n100;Skrue M6;stk;10,00\r\n' };
  const AGREEMENT =
    'priceTerms:\n  - { for: { articles: ["100"] }, tiers: { steps: [{ from: 1, price: 10 }, { from: 100, price: 9 }] } }';
  const HEAD = 'Varenr;Varenavn;Enhet;Pris;Staffelpriser\r\n';
  const check = (tiers: string, agreement = AGREEMENT) =>
    aWorkspace(folder, { prices: PRICES, agreement }).check('a.csv', `${HEAD}100;Skrue M6;stk;10,00;${tiers}\r\n`);

  it('are held against the agreed ones, also where the price of one is right', async () => {
    expect(about(await check('"100=9,00"'), '100')).toEqual([]);
    const run = await check('"100=9,80"');
    expect(about(run, '100')).toEqual(['price/tier-above-agreed']);
    expect(csv(run).replaceAll('\u00a0', ' ')).toContain(
      'Fra 100 er prisen 9,80 kr, men 9,00 kr er avtalt for så mange',
    );
    expect(run.approved).toBeUndefined();
  });

  it('that overlap are told', async () => {
    expect(about(await check('"1-100=10,00; 100-500=9,00"'), '100')).toEqual(['price/tiers']);
  });
});

describe('a price that rests on a dated list', () => {
  const withLists = (): Workspace => {
    const workspace = aWorkspace(folder, {
      prices: null,
      agreement:
        'priceLists:\n  - { name: veiledende, file: gammel.csv, from: 2026-01-01 }\n  - { name: veiledende, file: ny.csv, from: 2026-07-01 }\npriceTerms:\n  - { discount: { list: veiledende, percent: 10 } }',
    });
    workspace.write(`${AT}/gammel.csv`, 'Varenr;Listepris;Enhet\r\n100;100,00;stk\r\n');
    workspace.write(`${AT}/ny.csv`, 'Varenr;Listepris;Enhet\r\n100;110,00;stk\r\n');
    return workspace;
  };
  const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';

  it('is too early where it is that of the next list, with the day', async () => {
    const run = await withLists().check('a.csv', `${HEAD}100;Kopipapir A4;stk;99,00\r\n`);
    expect(about(run, '100')).toEqual(['price/adjustment-too-early']);
    expect(run.findings[0]).toMatchObject({ expected: '90', message: 'nextList', parameters: { from: '2026-07-01' } });
    expect(csv(run).replaceAll('\u00a0', ' ')).toContain(
      'ny.csv, som gjelder fra 01.07.2026. Til da er 90,00 kr avtalt',
    );
    const later = await withLists().check('a.csv', `${HEAD}100;Kopipapir A4;stk;99,00\r\n`, '--as-of', '2026-07-01');
    expect(about(later, '100')).toEqual([]);
  });

  it('is above the agreed one where it is that of neither', async () => {
    const run = await withLists().check('a.csv', `${HEAD}100;Kopipapir A4;stk;95,50\r\n`);
    expect(about(run, '100')).toEqual(['price/above-agreed']);
  });
});

describe('explain', () => {
  const PRICES = {
    content:
      'Varenr;Varenavn;Enhet;GTIN;Produsent;Produsentens varenummer;Avtalt pris\r\n' +
      '100;Kopipapir A4;stk;7038010000003;Papirfabrikken AS;P-77;49,90\r\n200;Lim;stk;;Limfabrikken;X-1;10,00\r\n201;Tape;stk;;Tapefabrikken;X-1;12,00\r\n',
  };
  const AGREEMENT = 'aliases:\n  - { catalogue: E-1, agreed: "100" }';
  const explain = (workspace: Workspace, ...words: readonly string[]) =>
    katalogvakt(['explain', ...words, '--agreement', `${AT}/agreement.yaml`, '--as-of', DAY], {
      in: workspace.folder,
    });

  it.each(['100', '7038010000003', '07038010000003', 'P-77', 'E-1'])('finds the article by %s', async (item) => {
    const { code, out } = await explain(aWorkspace(folder, { prices: PRICES, agreement: AGREEMENT }), item);
    expect(code).toBe(0);
    expect(out.replaceAll('\u00a0', ' ')).toContain('Avtalt pris: 49,90 kr');
  });

  it('asks for the item number where several articles are called so, in the agreement’s language', async () => {
    const { code, err } = await explain(aWorkspace(folder, { prices: PRICES, agreement: AGREEMENT }), 'X-1');
    expect(code).toBe(2);
    expect(err).toContain('Flere varer i prislisten har produsentens varenummer X-1: 200, 201.');
  });

  it('finds the catalogue’s line by the number that the agreement has', async () => {
    const workspace = aWorkspace(folder, { prices: PRICES, agreement: AGREEMENT });
    workspace.write(`${AT}/inbox/a.csv`, 'Varenr;Varenavn;Enhet;Pris\r\nE-1;Kopipapir A4;stk;49,90\r\n');
    const { code, out } = await explain(workspace, '100', '--catalogue', `${AT}/inbox/a.csv`);
    expect([code, out.includes('rad 2: Kopipapir A4')]).toEqual([0, true]);
  });
});

describe('the buyer’s own files', () => {
  it('are held against themselves in every run, and that is told in every report', async () => {
    const content =
      'Varenr;Varenavn;Enhet;GTIN;Avtalt pris\r\n100;Kopipapir A4;stk;7038010000030;49,90\r\n100;Kopipapir A4;stk;;49,90\r\n200;Lim;;;12,50\r\n';
    const workspace = aWorkspace(folder, { prices: { content } });
    workspace.write(`${AT}/volumes.csv`, 'Varenr;Antall\r\n999;10\r\n');
    const run = await workspace.check('a.csv', 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n');
    expect(run.result.agreementRemarks).toMatchObject({ all: 4 });
    const told = run.result.agreementRemarks?.told.map(({ row, text }) => `${row}: ${text.nb}`);
    expect(told).toEqual([
      '2: 7038010000030 er ikke et gyldig GTIN',
      '3: står også i rad 2',
      '4: prisen har ingen enhet',
      '2: ikke en avtalt vare',
    ]);
    expect(run.out).toContain('Om avtalen og filene den nevner');
    expect(run.out).toContain('prices.csv, rad 2');
    expect(run.out).toContain('… og 1 til');
    expect(run.file('report.html').toString()).toContain('rad 4, kolonne C, vare 200: prisen har ingen enhet');
    // It is not the supplier's to put right.
    expect(csv(run)).not.toContain('gyldig GTIN');
  });

  it('say nothing where there is nothing to say', async () => {
    const run = await aWorkspace(folder).check('a.csv', 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n');
    expect(run.result).not.toHaveProperty('agreementRemarks');
    expect(run.out).not.toContain('Om avtalen');
  });
});
