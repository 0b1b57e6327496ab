/** `check --agreement-only`: all that is to be said of the buyer's own files, by file, row and column. */
import { expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, DAY, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const AT = 'catalogs/avtale';
const HEAD = 'Varenr;Varenavn;GTIN;Enhet;Avtalt pris;Valuta;Gyldig fra;Gyldig til;UNSPSC\r\n';

async function lint(workspace: Workspace, ...words: readonly string[]) {
  const run = await katalogvakt(
    ['check', '--agreement-only', '--agreement', `${AT}/agreement.yaml`, '--as-of', DAY, '--lang', 'nb', ...words],
    { in: workspace.folder },
  );
  const remarks = run.out.split('\n').filter((line) => /^(?:feil|advarsel|Feil|Advarsel): /.test(line));
  return { ...run, remarks: remarks.map((line) => line.replace(`${AT}/`, '').toLowerCase()) };
}

const withRows = (rows: readonly string[], agreement = ''): Workspace =>
  aWorkspace(folder, { agreement, prices: { content: `${HEAD}${rows.map((row) => `${row}\r\n`).join('')}` } });

it('has nothing to say of a sound agreement', async () => {
  const { code, out, remarks } = await lint(withRows(['100;Papir;7038010000003;stk;49,90;NOK;;;44121701']));
  expect([code, remarks]).toEqual([0, []]);
  expect(out).toContain('Ingenting å bemerke.');
});

it('finds the agreement in the folder that is named', async () => {
  const workspace = withRows(['100;Papir;7038010000003;stk;49,90;NOK;;;44121701']);
  const run = await katalogvakt(['check', '--agreement-only', AT, '--as-of', DAY, '--lang', 'nb'], {
    in: workspace.folder,
  });
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out).toContain('Ingenting å bemerke.');
});

it('tells every fault that would stop a run, not ten', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `${at};Vare;;stk;${at % 4 === 0 ? 'gratis' : '5'};NOK;;;`);
  const { code, remarks, out } = await lint(withRows(rows));
  expect([code, remarks.length]).toEqual([1, 15]);
  expect(remarks[0]).toBe('feil: prices.csv, rad 2, kolonne e: forstår ikke «gratis» (pris). rett cellen.');
  expect(out).toContain('Feilene stanser hver kontroll');
});

it.each<[string, readonly string[], readonly string[]]>([
  [
    'a price without a unit',
    ['1;A;;;5;NOK;;;', '2;B;;stk;5;NOK;;;'],
    ['advarsel: prices.csv, rad 2, kolonne d, vare 1: prisen har ingen enhet'],
  ],
  [
    'a GTIN with a wrong check digit',
    ['1;A;7038010000030;stk;5;NOK;;;'],
    ['advarsel: prices.csv, rad 2, kolonne c, vare 1: 7038010000030 er ikke et gyldig gtin'],
  ],
  [
    'one GTIN on two articles',
    ['1;A;7038010000003;stk;5;NOK;;;', '2;B;7038010000003;stk;5;NOK;;;'],
    ['advarsel: prices.csv, rad 3, kolonne c, vare 2: gtin 7038010000003 står også på 1 i rad 2'],
  ],
  [
    'a currency without a rate',
    ['1;A;;stk;5;SEK;;;'],
    [
      'advarsel: prices.csv, rad 2, kolonne f, vare 1: prisen er i sek, som avtalen verken er i eller har en kurs for (currencies)',
    ],
  ],
  [
    'one article twice, the same',
    ['1;A;;stk;5;NOK;;;', '1;A;;stk;5;NOK;;;'],
    ['advarsel: prices.csv, rad 3, vare 1: står også i rad 2'],
  ],
  [
    'one article at two prices today',
    ['1;A;;stk;5;NOK;;;', '1;A;;stk;6;NOK;;;'],
    ['feil: prices.csv, rad 3, vare 1: gjelder samtidig som rad 2, med andre vilkår'],
  ],
  [
    'periods that overlap later on',
    ['1;A;;stk;5;NOK;2026-01-01;2026-12-31;', '1;A;;stk;6;NOK;2026-12-01;2027-12-31;'],
    ['advarsel: prices.csv, rad 3, vare 1: gjelder samtidig som rad 2, med andre vilkår'],
  ],
  [
    'periods with a gap',
    ['1;A;;stk;5;NOK;2026-01-01;2026-06-30;', '1;A;;stk;6;NOK;2026-09-01;2027-12-31;'],
    ['advarsel: prices.csv, rad 3, vare 1: ingen pris fra 2026-07-01 til 2026-08-31'],
  ],
  [
    'an article that has lapsed',
    ['1;A;;stk;5;NOK;;2025-12-31;'],
    ['advarsel: prices.csv, rad 2, kolonne h, vare 1: gjaldt til 2025-12-31'],
  ],
  [
    'a period that ends before it begins',
    ['1;A;;stk;5;NOK;2027-01-01;2026-06-30;'],
    ['advarsel: prices.csv, rad 2, kolonne h, vare 1: gjelder til 2026-06-30, før den begynner 2027-01-01'],
  ],
])('tells %s', async (_, rows, expected) => {
  expect((await lint(withRows(rows))).remarks).toEqual(expected);
});

it('tells label demands that nothing can meet, and what is over', async () => {
  const agreement =
    'scope: { unspsc: ["44"] }\nlabels:\n  - { unspsc: "47", anyOf: [svanemerket] }\n  - { unspsc: "4412", anyOf: [fsc] }\n  - { unspsc: "4411", anyOf: [fsc] }\npriceTerms:\n  - { campaign: { from: 2026-01-01, to: 2026-02-01, percent: 5 } }';
  const { remarks } = await lint(withRows(['1;A;;stk;5;NOK;;;44121701'], agreement));
  expect(remarks).toEqual([
    'advarsel: agreement.yaml: kampanjen gikk ut 2026-02-01',
    expect.stringContaining('miljøkravet for 47 gjelder varegrupper utenfor avtalen'),
    expect.stringContaining('miljøkravet for 4411 gjelder ingen vare i prislisten'),
  ]);
});

it('tells aliases that point nowhere, and volumes of unknown articles or units', async () => {
  const workspace = withRows(['1;A;;stk;5;NOK;;;', '2;B;;stk;5;NOK;;;']);
  workspace.write(`${AT}/aliases.csv`, 'Varenr;Alias\r\n9;E9\r\n1;2\r\n1;E1\r\n');
  workspace.write(`${AT}/volumes.csv`, 'Varenr;Antall;Enhet\r\n9;5;stk\r\n1;5;kg\r\n2;mange;stk\r\n2;5;stk\r\n');
  const { code, remarks } = await lint(workspace);
  expect(remarks).toEqual([
    'advarsel: aliases.csv, rad 2, vare e9: viser til 9, som ikke er en avtalt vare',
    'advarsel: aliases.csv, rad 3, vare 2: er selv et avtalt varenummer, men viser til 1',
    'advarsel: volumes.csv, rad 2, vare 9: ikke en avtalt vare',
    expect.stringMatching(/^advarsel: volumes.csv, rad 3, vare 1: mengden er i kgm, som ikke kan regnes om til /),
    'advarsel: volumes.csv, rad 4, kolonne b: forstår ikke antallet «mange»; raden er ikke regnet med',
  ]);
  expect(code).toBe(0);
  expect((await lint(workspace, '--fail-on', 'warning')).code).toBe(1);
});

it('cannot do its job without an agreement, or with one whose form is wrong', async () => {
  const { code, err } = await katalogvakt(['check', '--agreement-only', '--lang', 'nb'], { in: folder.path });
  expect([code, err]).toEqual([2, expect.stringContaining('Fant ingen agreement.yaml')]);
  const wrong = await lint(withRows(['1;A;;stk;5;NOK;;;'], 'colour: red'));
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('ukjent nøkkel `colour`')]);
  const none = await katalogvakt(['check', '--lang', 'nb'], { in: folder.path });
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('Oppgi en katalogfil, eller --agreement-only.')]);
});
