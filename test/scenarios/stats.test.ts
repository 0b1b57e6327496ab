/** Many stored runs in one table, and on one page. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { agreementYaml } from '../builders/agreement-file.ts';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();
let spaces = 0;

const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
const PRICES = 'Varenr;Varenavn;Enhet;Avtalt pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;12,50\r\n';
const DEAR = `${HEAD}100;Kopipapir A4;stk;59,90\r\n200;Konvolutt C5;stk;12,50\r\n`;
const RIGHT = `${HEAD}100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;12,50\r\n`;

/** Two agreements with a supplier each. */
function aSpace() {
  const root = `arbeid-${++spaces}`;
  const at = path.join(folder.path, root);
  const write = (name: string, content: string) => folder.write(path.join(root, name), content);
  for (const [name, supplier] of [
    ['papir', 'Papir AS'],
    ['blekk', 'Blekk <b>AS</b>'],
  ]) {
    write(
      `catalogs/${name}/agreement.yaml`,
      agreementYaml({
        number: `"2025/${name}"`,
        name: `Avtale ${name}`,
        supplier: `{ name: "${supplier}" }`,
        language: 'nb',
        prices: 'prices.csv',
      }),
    );
    write(`catalogs/${name}/prices.csv`, PRICES);
  }
  write('catalogs/papir/volumes.csv', 'Varenr;Antall\r\n100;1000\r\n');
  const run = (words: readonly string[]) => katalogvakt(words, { in: at });
  const check = (name: string, file: string, content: string, day: string) => {
    write(`catalogs/${name}/inbox/${file}`, content);
    return run(['check', `catalogs/${name}/inbox/${file}`, '--as-of', day]);
  };
  return { at, run, check };
}

async function checkedSpace() {
  const space = aSpace();
  await space.check('papir', 'mai.csv', DEAR, '2026-05-04');
  await space.check('papir', 'mai-igjen.csv', DEAR, '2026-05-11');
  await space.check('papir', 'juni.csv', RIGHT, '2026-06-01');
  await space.check('blekk', 'mai.csv', RIGHT, '2026-05-05');
  return space;
}

/** Rows by column name. */
function table(csv: string, delimiter: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...rows] = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  const names = head.split(delimiter);
  return rows.map((row) => Object.fromEntries(row.split(delimiter).map((cell, at) => [names[at] ?? '', cell])));
}

it('one row for each agreement, supplier and run, by agreement and day', async () => {
  const { run } = await checkedSpace();
  const { code, out, err } = await run(['stats', 'catalogs', '--lang', 'nb']);
  expect([code, err, out.startsWith('\ufeff')]).toEqual([0, '', true]);
  const rows = table(out, ';');
  expect(rows.map(({ agreement, supplier, checked, outcome }) => [agreement, supplier, checked, outcome])).toEqual([
    ['2025/blekk', 'Blekk <b>AS</b>', '2026-05-05', 'approved'],
    ['2025/papir', 'Papir AS', '2026-05-04', 'partly'],
    ['2025/papir', 'Papir AS', '2026-05-11', 'partly'],
    ['2025/papir', 'Papir AS', '2026-06-01', 'approved'],
  ]);
  expect(rows[1]).toMatchObject({
    lines: '2',
    goOn: '1',
    withheld: '1',
    'price.error': '1',
    'price.warning': '0',
    currency: 'NOK',
    effectAbove: '10000,00',
    effectStopped: '10000,00',
    effectGoesOn: '0,00',
    version: '',
  });
  // The very same file came again: it was received when it came first.
  expect(rows[2]).toMatchObject({ received: '2026-05-04' });
  expect(rows[3]).toMatchObject({ received: '2026-06-01', effectAbove: '0,00', 'price.error': '0' });
  const families = Object.keys(rows[0] ?? {}).filter((name) => name.includes('.'));
  expect(families.at(-1)).toBe('other.info');
  const sum = (row: Readonly<Record<string, string>>, severity: string) =>
    families.filter((name) => name.endsWith(severity)).reduce((total, name) => total + Number(row[name]), 0);
  for (const row of rows)
    expect([sum(row, '.error'), sum(row, '.warning'), sum(row, '.info')].map(String)).toEqual([
      row['errors'],
      row['warnings'],
      row['infos'],
    ]);
});

it('in English with comma and point, and the same for one agreement only', async () => {
  const { run } = await checkedSpace();
  const rows = table((await run(['stats', 'catalogs/papir', '--lang', 'en'])).out, ',');
  expect(rows.map(({ agreement }) => agreement)).toEqual(['2025/papir', '2025/papir', '2025/papir']);
  expect(rows[0]).toMatchObject({ effectAbove: '10000.00' });
});

it('a shell may spell the pattern out, or leave it as it is; elsewhere runs are found with --runs', async () => {
  const { at, run } = await checkedSpace();
  const { out } = await run(['stats', 'catalogs']);
  const pattern = await run(['stats', 'catalogs/**']);
  const spelled = await run(['stats', 'catalogs/blekk', 'catalogs/papir', 'catalogs/papir/prices.csv']);
  const named = await run(['stats', 'catalogs', '--runs', 'reports']);
  expect([pattern.out, spelled.out, named.out]).toEqual([out, out, out]);
  const away = await katalogvakt(['stats', path.join(at, 'catalogs')], { in: folder.path });
  expect(away.out).toBe(out);
});

it('tells which run became which version and after how many days, also when the run itself is gone', async () => {
  const { at, run } = await checkedSpace();
  const [name = ''] = readdirSync(path.join(at, 'reports')).filter((folderName) => folderName.includes('juni'));
  const approved = await run(['approve', `reports/${name}`, '--by', 'Kari Nordmann', '--lang', 'nb']);
  expect([approved.code, approved.err]).toEqual([0, '']);
  const before = await run(['stats', 'catalogs/papir', '--lang', 'nb']);
  const rows = table(before.out, ';');
  expect(rows.map(({ version }) => version)).toEqual(['', '', '0001']);
  const { received = '', approved: day = '', daysToApproval } = rows[2] ?? {};
  expect(received).toBe('2026-06-01');
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(Number(daysToApproval)).toBe((Date.parse(day) - Date.parse(received)) / 86_400_000);
  rmSync(path.join(at, 'reports', name), { recursive: true });
  expect((await run(['stats', 'catalogs/papir', '--lang', 'nb'])).out).toBe(before.out);
});

it('as a page with the trends, the same to the byte, where a name is text', async () => {
  const { at, run } = await checkedSpace();
  const answer = await run(['stats', 'catalogs', '--report', 'html', '--lang', 'nb', '--out', 'stats.html']);
  expect([answer.code, answer.out]).toEqual([0, '']);
  const page = readFileSync(path.join(at, 'stats.html'), 'utf8');
  expect(page).toContain('4 kjøringer på 2 avtaler');
  expect(page).toContain('Blekk &lt;b&gt;AS&lt;/b&gt;');
  expect(page).not.toMatch(/<script|<b>AS|undefined|style="/);
  // Drawn where there is more than one run.
  expect(page.match(/<svg class="chart"/g)).toHaveLength(2);
  expect((await run(['stats', 'catalogs', '--report', 'html', '--lang', 'nb'])).out).toBe(page);
});

it('says what to do where there are no runs, or no such folder', async () => {
  const { run } = aSpace();
  const none = await run(['stats', 'catalogs', '--lang', 'nb']);
  expect([none.code, none.out]).toEqual([2, '']);
  expect(none.err).toContain('Kjør check først');
  const nowhere = await run(['stats', 'katalogar', '--lang', 'nb']);
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toContain('katalogar');
});
