/** What prices make in a year: in findings, in the diff, as a sum, as a limit, and in the reports. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { writtenInPieces } from '../builders/pieces.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook } from '../builders/workbook.ts';
import { aWorkspace, type CheckRun, DAY, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const AT = 'catalogs/avtale';
const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
const DEAR = `${HEAD}100;Kopipapir A4;stk;54,90\r\n200;Konvolutt C5;stk;12,00\r\n300;Kulepenn blå;stk;9,00\r\n`;
const VOLUMES =
  'Varenr;Antall;Enhet;Periode\r\n100;600;stk;2025-01 til 2025-06\r\n200;1000;stk;2025\r\n999;5;stk;2025\r\n';

const VOLUME_SHEETS = [
  { name: 'Les meg', rows: [['Forbruk i 2025', 'se neste ark']] },
  {
    name: 'Mengder',
    rows: VOLUMES.trimEnd()
      .split('\r\n')
      .map((row) => row.split(';')),
  },
];

function withVolumes(volumes: string | undefined, rules?: string, previous?: string): Workspace {
  const workspace = aWorkspace(folder, {
    ...(rules === undefined ? {} : { rules }),
    ...(previous === undefined ? {} : { previous: { content: previous } }),
  });
  if (volumes !== undefined) workspace.write(`${AT}/volumes.csv`, volumes);
  return workspace;
}

it.each([
  ['gzipped', 'mengder.csv.gz', () => gzipSync(VOLUMES)],
  ['on another sheet than the first', 'mengder.xlsx', () => sheetWorkbook({ sheets: VOLUME_SHEETS })],
])('volumes may come %s', async (_, name, content) => {
  const workspace = aWorkspace(folder, { agreement: `volumes: ${name}` });
  workspace.write(`${AT}/${name}`, content());
  const run = await workspace.check('a.csv', DEAR);
  expect(run.result.effect).toMatchObject({ asSent: { above: '6000' } });
});

const effects = ({ findings }: CheckRun) =>
  findings.filter(({ rule }) => rule.startsWith('price/')).map(({ rule, item, effect }) => `${rule} ${item} ${effect}`);
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ');

describe('with volumes', () => {
  it('every price finding has its yearly effect, and the run its sums: stopped and going on apart', async () => {
    const run = await withVolumes(VOLUMES).check('a.csv', DEAR);
    expect(effects(run)).toEqual([
      'price/above-agreed 100 6000',
      'price/below-agreed 200 -500',
      'price/above-agreed 300 undefined',
    ]);
    expect(run.result.effect).toEqual({
      currency: 'NOK',
      lines: 2,
      asSent: { above: '6000', below: '-500', sum: '5500' },
      stopped: { above: '6000', below: '0', sum: '6000' },
      goesOn: { above: '0', below: '-500', sum: '-500' },
      noVolume: 1,
      notComparable: 0,
      unreadRows: 0,
    });
    expect(run.result.references).toContainEqual(expect.objectContaining({ file: 'catalogs/avtale/volumes.csv' }));
    expect(run.file('findings.csv').toString()).toMatch(/price\/above-agreed;.*;6000,00\r\n/);
    expect(run.findings[0]?.derivation).toContainEqual({
      step: 'yearlyVolume',
      value: '1200',
      formula: '600 × 12 / 6',
    });
  });

  it('the summary and the page tell it', async () => {
    const run = await withVolumes(VOLUMES).check('a.csv', DEAR);
    const shares = 'av dette 6 000,00 kr stanset og 0,00 kr som går videre';
    const page = run.file('report.html').toString();
    expect(plain(run.out)).toContain(`Over avtalt pris, i året: 6 000,00 kr, ${shares}.`);
    expect(plain(page)).toContain(
      `Over avtalt pris, i året</dt><dd class="number">6 000,00 <span>kr</span></dd><dd class="note">${shares}</dd>`,
    );
    for (const text of [run.out, page]) {
      expect(plain(text)).toContain('Under avtalt pris, i året: −500,00 kr, ikke trukket fra.');
      expect(plain(text)).toContain('1 linje med annen pris enn avtalt mangler mengde');
    }
    expect(plain(run.out)).toContain('Høyere pris enn avtalt (price/above-agreed): 6 000,00 kr i året');
  });

  it('what is below is told beside the sum of a rule, and never deducted from it', async () => {
    const workspace = withVolumes(VOLUMES);
    const shifted = `${HEAD}100;Kopipapir A4;stk;499,00\r\n200;Konvolutt C5;stk;1,25\r\n`;
    const run = await workspace.check('a.csv', shifted, '--report', 'deviation-notice');
    expect(effects(run)).toEqual(['price/decimal-shift 100 538920', 'price/decimal-shift 200 -11250']);
    const beside = '(under avtalt pris: −11 250,00 kr, ikke trukket fra)';
    const summary = async (language: string) =>
      (await katalogvakt(['report', run.runFolder, '--report', 'text', '--lang', language], { in: workspace.folder }))
        .out;
    for (const text of [await summary('nb'), run.file('report.html').toString()])
      expect(plain(text)).toContain(`538 920,00 kr i året ${beside}`);
    expect(plain(run.file('deviation-notice.md').toString())).toContain(`538 920,00 kr ${beside}`);
    expect(plain(await summary('en'))).toContain('a year (below the agreed prices: NOK −11,250.00, not deducted)');
  });

  it('what costs most stands first, not what is furthest off', async () => {
    const volumes = 'Varenr;Antall\r\n100;10\r\n200;10\r\n300;100000\r\n';
    const run = await withVolumes(volumes).check(
      'a.csv',
      `${HEAD}100;A;stk;89,90\r\n200;B;stk;15,00\r\n300;C;stk;8,10\r\n`,
    );
    const page = run.file('report.html').toString();
    expect(page.indexOf('10\u00a0000,00\u00a0kr')).toBeGreaterThan(0);
    expect(page.indexOf('rad 4')).toBeLessThan(page.indexOf('rad 2'));
  });

  it('a limit on it refuses the whole', async () => {
    const rules = (limit: string) => `gate: { allowPartly: true, limits: { yearlyEffect: "${limit}" } }`;
    const refused = await withVolumes(VOLUMES, rules('5999.99')).check('a.csv', DEAR);
    expect(refused.result.refusedBecause).toEqual([
      { reason: 'limit', limit: 'yearlyEffect', allowed: '5999.99', actual: '6000' },
    ]);
    expect(refused.result.effect?.goesOn.sum).toBe('0');
    expect(plain(refused.out)).toContain(
      'Over avtalt pris, i året: 6 000,00 kr. Regelsettet tillater høyst 5 999,99 kr.',
    );
    expect((await withVolumes(VOLUMES, rules('6000')).check('a.csv', DEAR)).result.outcome).toBe('partly');
  });

  it('two lines of one article count once, with the dearer price', async () => {
    const run = await withVolumes(VOLUMES).check('a.csv', `${HEAD}100;A;stk;50,90\r\n100;A;stk;54,90\r\n`);
    expect(run.result.effect?.asSent.above).toBe('6000');
  });

  it('a table named by flag stands for the agreement’s', async () => {
    const workspace = withVolumes(VOLUMES);
    workspace.write('andre.csv', 'Varenr;Antall\r\n100;1\r\n');
    const run = await workspace.check('a.csv', DEAR, '--volumes', 'andre.csv');
    expect(effects(run)[0]).toBe('price/above-agreed 100 5');
  });

  it('rows that cannot be read are told', async () => {
    const run = await withVolumes(`${VOLUMES}300;mange;stk;2025\r\n`).check('a.csv', DEAR);
    expect(run.result.effect?.unreadRows).toBe(1);
    expect(plain(run.out)).toContain('1 rad i mengdefilen kan ikke leses');
  });

  it('explain tells volume and effect', async () => {
    const workspace = withVolumes(VOLUMES);
    workspace.write('a.csv', DEAR);
    const words = ['--agreement', `${AT}/agreement.yaml`, '--as-of', DAY];
    const { out } = await katalogvakt(['explain', '100', '--catalogue', 'a.csv', ...words], { in: workspace.folder });
    expect(plain(out)).toMatch(/Mengde i året: 1 200 = 600 × 12 \/ 6/);
    expect(plain(out)).toContain('Kroneeffekt i året: 6 000,00 kr');
    const agreed = await katalogvakt(['explain', '100', ...words], { in: workspace.folder });
    expect(plain(agreed.out)).toContain('Mengde i året: 1 200');
  });
});

describe('changes against the previous version', () => {
  const PREVIOUS = `${HEAD}100;Kopipapir A4;stk;45,00\r\n200;Konvolutt C5;stk;12,50\r\n300;Kulepenn blå;stk;8,00\r\n`;
  const NOW = `${HEAD}100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;12,00\r\n300;Kulepenn blå;stk;8,00\r\n`;

  it('have their yearly effect', async () => {
    const run = await withVolumes(VOLUMES, undefined, PREVIOUS).check('a.csv', NOW);
    const table = run.file('diff.csv').toString();
    expect(table).toContain('100;changed;price;45,00;49,90;10,89;5880,00\r\n');
    expect(table).toContain('200;changed;price;12,50;12,00;-4;-500,00\r\n');
    expect(plain(run.out)).toContain('fra 45,00 til 49,90 (+10,89 %, 5 880,00 i året)');
    expect(run.file('report.html').toString()).toContain('5\u00a0880,00\u00a0kr');
  });

  it('so does a pack that holds less at the same price', async () => {
    const head = 'Varenr;Varenavn;Enhet;Antall i pakning;Pris\r\n';
    const workspace = aWorkspace(folder, { prices: null });
    workspace.write('før.csv', `${head}100;Hansker;pk;100;50,00\r\n`);
    workspace.write('nå.csv', `${head}100;Hansker;pk;80;50,00\r\n`);
    workspace.write('volum.csv', 'Varenr;Antall\r\n100;40\r\n');
    const words = ['diff', 'før.csv', 'nå.csv', '--report', 'csv', '--volumes', 'volum.csv', '--lang', 'en'];
    const { out } = await katalogvakt(words, { in: workspace.folder });
    expect(out).toContain('100,changed,packQuantity,100,80,-20,500.00\r\n');
  });
});

describe('without volumes', () => {
  it('every report says that nothing was reckoned', async () => {
    const run = await withVolumes(undefined).check('a.csv', DEAR);
    expect(run.result.effect).toBeUndefined();
    expect(plain(run.out)).toContain(
      'Over avtalt pris, i året: ikke regnet ut; det er ikke oppgitt hvor mye som kjøpes (volumes.csv).',
    );
    expect(plain(run.file('report.html').toString())).toContain(
      'Ikke regnet ut</dd><dd class="note">det er ikke oppgitt hvor mye som kjøpes (volumes.csv)',
    );
  });
});

describe('threads', () => {
  it('reckon as one does', async () => {
    const items = Array.from({ length: 900 }, (_, at) => 1000 + at);
    const workspace = aWorkspace(folder, {
      prices: {
        content: `Varenr;Varenavn;Enhet;Avtalt pris\r\n${items.map((item) => `${item};Vare;stk;10,00\r\n`).join('')}`,
      },
      previous: { content: `${HEAD}${items.map((item) => `${item};Vare;stk;9,00\r\n`).join('')}` },
    });
    workspace.write(
      `${AT}/volumes.csv`,
      `Varenr;Antall;Periode\r\n${items.map((item) => `${item};${item % 7};2025K1\r\n`).join('')}`,
    );
    const file = workspace.write(
      `${AT}/inbox/stor.csv`,
      `${HEAD}${items.map((item) => `${item};Vare;stk;${10 + (item % 3)},${item % 2}0\r\n`).join('')}`,
    );
    const bytes = (threads: number) => writtenInPieces(workspace, file, threads);
    const alone = await bytes(1);
    expect(alone).toContain('"effect":"');
    expect((await bytes(3)) === alone).toBe(true);
  });
});
