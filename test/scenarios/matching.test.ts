/** Which agreed article a line is, and what tells it: by number, GTIN, manufacturer's number or alias. */
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { writtenInPieces } from '../builders/pieces.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const AT = 'catalogs/avtale';

const A = '7038010000003';
const B = '7038010000010';
const PRICES = [
  'Varenr;Varenavn;GTIN;Produsent;Produsentens varenr;Enhet;Avtalt pris',
  `100;Kopipapir A4 80 g;${A};Papirverket AS;P-80;stk;49,90`,
  `200;Konvolutt C5 hvit;${B};Papirverket AS;K-5;stk;12,50`,
  '300;Kulepenn blå;;;;stk;8,00',
].join('\r\n');
const HEAD = 'Varenr;Varenavn;GTIN;Produsent;Produsentens varenr;Enhet;Pris\r\n';

function withPrices(agreement = ''): Workspace {
  return aWorkspace(folder, { agreement, prices: { content: PRICES } });
}

/** Other findings of these catalogues: few of the articles, and columns that few lines need. */
const BESIDE: ReadonlySet<string> = new Set(['assortment/agreed-item-missing', 'file/blank-column']);
const told = ({ findings }: CheckRun) => findings.filter(({ rule }) => !BESIDE.has(rule));
const rules = (run: CheckRun): string[] => told(run).map(({ rule, message = '' }) => `${rule} ${message}`.trim());

describe('a line is found', () => {
  it('by the manufacturer’s number, which the finding says', async () => {
    const run = await withPrices().check('a.csv', `${HEAD}X1;Ark;;PAPIRVERKET;p-80;stk;55,00\r\n`);
    expect(told(run)).toMatchObject([{ rule: 'price/above-agreed', matched: { by: 'manufacturer', item: '100' } }]);
    expect(run.file('findings.csv').toString()).toContain(
      'Varen er funnet ved produsent og produsentens varenummer: 100 i avtalen',
    );
    expect(told(run)[0]?.derivation).toContainEqual({ step: 'matchedBy', value: 'manufacturer' });
  });

  it('by GTIN before that, and by its own number first', async () => {
    const run = await withPrices().check('a.csv', `${HEAD}X1;Ark;${A};;;stk;55,00\r\n200;Konvolutt;;;;stk;13,00\r\n`);
    const [byGtin, byNumber] = told(run);
    expect(byGtin?.matched).toEqual({ by: 'gtin', item: '100' });
    expect(byNumber?.matched).toBeUndefined();
  });

  it('by an alias that the agreement names', async () => {
    const inline = withPrices('aliases: [{ catalogue: E-300, agreed: "300" }]');
    const content = `${HEAD}E-300;Penn;;;;stk;9,00\r\n`;
    const run = await inline.check('a.csv', content);
    expect(told(run)).toMatchObject([{ rule: 'price/above-agreed', matched: { by: 'alias', item: '300' } }]);
    const table = withPrices();
    table.write(`${AT}/aliases.csv`, 'Varenr;Elektronisk varenummer\r\n300;E-300\r\n');
    const same = await table.check('a.csv', content);
    expect(told(same)).toMatchObject([{ rule: 'price/above-agreed', matched: { by: 'alias', item: '300' } }]);
    expect(same.result.termFiles).toMatchObject([{ file: 'catalogs/avtale/aliases.csv' }]);
  });

  it('by an alias of an article that only a term names', async () => {
    const workspace = withPrices(
      'aliases: [{ catalogue: E-9, agreed: "900" }]\npriceTerms: [{ for: { articles: ["900"] }, fixed: { price: 20 } }]',
    );
    const run = await workspace.check('a.csv', `${HEAD}E-9;Stol;;;;stk;26,00\r\n`);
    expect(told(run)).toMatchObject([{ rule: 'price/above-agreed', expected: '20', matched: { by: 'alias' } }]);
  });
});

describe('conflicting evidence is told, and nothing is chosen', () => {
  it.each([
    ['number and GTIN', '', `100;Ark;${B};;;stk;49,90`, 'listed'],
    ['number and manufacturer’s number', '', '100;Ark;;Papirverket;K-5;stk;49,90', 'makerOrItem'],
    ['GTIN and manufacturer’s number', '', `X1;Ark;${A};Papirverket;K-5;stk;49,90`, 'makerOrGtin'],
    ['GTIN and alias', 'aliases: [{ catalogue: X1, agreed: "200" }]', `X1;Ark;${A};;;stk;49,90`, 'aliasOrGtin'],
    [
      'manufacturer’s number and alias',
      'aliases: [{ catalogue: X1, agreed: "200" }]',
      'X1;Ark;;Papirverket;P-80;stk;49,90',
      'aliasOrMaker',
    ],
  ])('%s', async (_, agreement, line, message) => {
    const run = await withPrices(agreement).check('a.csv', `${HEAD}${line}\r\n`);
    expect(rules(run)).toEqual([`identity/conflict ${message}`]);
    expect(run.result.lines.withheld).toBe(1);
  });

  it('but not where the list has no manufacturer’s number for the article', async () => {
    const run = await withPrices().check('a.csv', `${HEAD}300;Penn;;Papirverket;K-5;stk;8,00\r\n`);
    expect(rules(run)).toEqual([]);
  });
});

describe('the same words in the name', () => {
  it('are a hint, and never a match', async () => {
    const run = await withPrices().check('a.csv', `${HEAD}X1;"KOPIPAPIR 80G, A4";;;;stk;49,90\r\n`);
    expect(rules(run)).toContain('assortment/not-agreed sameName');
    expect(run.result.lines.withheld).toBe(1);
    expect(run.out.replace(/\s+/g, ' ')).toContain('Kan «Kopipapir A4 80 g» (rad 2) være samme vare?');
  });
});

describe('a table of aliases that cannot be used', () => {
  it.each([
    [
      'names two articles for one number',
      'Varenr;Alias\r\n100;E\r\n200;E\r\n',
      /aliases\.csv: E .*flere avtalte varer/,
    ],
    ['has no such columns', 'Varenr;Pris\r\n100;5\r\n', /aliases\.csv mangler kolonnen «Varenummer i katalogen»/],
    ['is empty', '', /aliases\.csv kan ikke brukes/],
  ])('%s', async (_, content, message) => {
    const workspace = withPrices();
    workspace.write(`${AT}/aliases.csv`, content);
    workspace.write(`${AT}/inbox/a.csv`, HEAD);
    const { code, err } = await katalogvakt(['check', `${AT}/inbox/a.csv`], { in: workspace.folder });
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('threads', () => {
  it('find by manufacturer’s number and alias as one does', async () => {
    const numbers = Array.from({ length: 900 }, (_, at) => at);
    const workspace = aWorkspace(folder, {
      prices: {
        content: `Varenr;Varenavn;Produsent;Produsentens varenr;Enhet;Avtalt pris\r\n${numbers.map((at) => `${at};Vare nr ${at} i listen;Verket AS;M${at};stk;10,00\r\n`).join('')}`,
      },
    });
    workspace.write(`${AT}/aliases.csv`, `Varenr;Alias\r\n${numbers.map((at) => `${at};E${at}\r\n`).join('')}`);
    const file = workspace.write(
      `${AT}/inbox/stor.csv`,
      `Varenr;Varenavn;Produsent;Produsentens varenr;Enhet;Pris\r\n${numbers
        .map((at) => [`E${at};Vare;;`, `Y${at};Vare;Verket;M${at}`, `Z${at};I listen vare nr ${at};;`][at % 3])
        .map((line) => `${line};stk;12,00\r\n`)
        .join('')}`,
    );
    const bytes = (threads: number) => writtenInPieces(workspace, file, threads);
    const alone = await bytes(1);
    for (const by of ['alias', 'manufacturer']) expect(alone.split(`"by":"${by}"`).length - 1).toBe(300);
    expect(alone.split('"message":"sameName"').length - 1).toBe(300);
    expect((await bytes(3)) === alone).toBe(true);
  });
});
