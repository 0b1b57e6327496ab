/** What a buyer's rule set does to a whole run: exceptions for some lines, and limits on how many may break a rule. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, DAY } from '../builders/workspace.ts';

/** As built: threads run what is built. */
const built = new URL('../../dist/pipeline/check.js', import.meta.url).href;
const { checkCatalogue } = (await import(built)) as typeof import('../../src/pipeline/check.ts');

const folder = temporaryFolder();

const HEAD = 'Varenr;Varenavn;Merke;UNSPSC;Enhet;Pris';
const items = (count: number, line: (at: number) => string): string =>
  `${[HEAD, ...Array.from({ length: count }, (_, at) => line(at))].join('\r\n')}\r\n`;
const prices = (count: number) => ({
  content: `Varenr;Varenavn;Enhet;Avtalt pris\r\n${Array.from({ length: count }, (_, at) => `A${at};Vare ${at};stk;10,00\r\n`).join('')}`,
});
const found = ({ findings }: CheckRun, rule: string) =>
  findings.filter((finding) => finding.rule === rule).map(({ severity, place }) => `${place.row} ${severity}`);

describe('exceptions for some lines', () => {
  const RULES = `overrides:
  - when: { unspsc: ["4412"] }
    rules: { name/upper-case: error }
  - when: { field: { brand: [Skarvtind] } }
    rules: { name/upper-case: off }
`;
  const lines = items(600, (at) => {
    const unspsc = at % 2 === 0 ? '44121706' : '47131805';
    return `A${at};KULEPENN BLÅ NR ${at};${at % 3 === 0 ? 'Skarvtind' : 'Annet'};${unspsc};stk;10,00`;
  });

  it('each line meets what is for it, whichever thread reads it', async () => {
    const workspace = aWorkspace(folder, { rules: RULES, prices: prices(600) });
    const alone = await workspace.check('a.csv', lines, '--threads', '1');
    const severities = found(alone, 'name/upper-case');
    const expected = Array.from({ length: 600 }, (_, at) =>
      at % 3 === 0 ? [] : [`${at + 2} ${at % 2 === 0 ? 'error' : 'warning'}`],
    ).flat();
    expect(severities).toEqual(expected);
    expect(alone.result.lines.withheld).toBe(200);
    expect(alone.result.rules.find(({ rule }) => rule === 'name/upper-case')).toMatchObject({
      checked: 400,
      findings: 400,
      bySeverity: { error: 200, warning: 200, info: 0 },
    });
    const together = await checkCatalogue(
      {
        file: path.join(workspace.folder, workspace.inbox, 'a.csv'),
        reading: {},
        asOf: DAY,
        out: 'i-biter',
        threads: 3,
        pieceBytes: 4000,
      },
      { currentFolder: folder.path, locale: 'nb', now: new Date(0) },
    );
    for (const name of ['result.json', 'findings.jsonl', 'findings.csv', 'withheld.csv'])
      expect(readFileSync(path.join(together.folder, name)).equals(alone.file(name))).toBe(true);
  });
});

describe('too many breaches', () => {
  const rules = (said: string) => `rules:\n  name/upper-case: { threshold: { ${said} } }\n`;
  const upper = (breaking: number) =>
    items(100, (at) =>
      `A${at};${at < breaking ? 'KULEPENN BLÅ' : 'Kulepenn blå'} nr ${at};M;44121706;stk;10,00`.replace(
        / nr (\d+)/,
        at < breaking ? ' NR $1' : ' nr $1',
      ),
    );

  it.each([
    [1, 'approved', []],
    [2, 'approved', ['warning']],
    [5, 'approved', ['warning']],
    [6, 'refused', ['error']],
  ] as const)('%s of 100 lines: %s', async (breaking, outcome, told) => {
    const workspace = aWorkspace(folder, { rules: rules('warning: 1 %, error: 5 %'), prices: prices(100) });
    const run = await workspace.check('a.csv', upper(breaking));
    expect(run.result.outcome).toBe(outcome);
    expect(found(run, 'catalogue/too-many-breaches').map((one) => one.split(' ')[1])).toEqual(told);
    expect(found(run, 'name/upper-case')).toHaveLength(breaking);
    if (outcome === 'refused')
      expect(run.result.refusedBecause).toEqual([{ reason: 'rule', rule: 'catalogue/too-many-breaches' }]);
  });
});

describe('rules of the rule set itself', () => {
  const MODULE = `export default {
  id: 'own/odd', kind: 'line', source: 'A test', needs: ['itemNumber'],
  title: { nb: 'Nummeret er like', en: 'The number is even' }, fault: { nb: 'Odde nummer', en: 'Odd numbers' },
  because: { nb: 'Derfor.', en: 'Because.' }, advice: { nb: 'Rett det.', en: 'Put it right.' },
  message: { nb: '{actual} er odde', en: '{actual} is odd' },
  passes: [{ why: 'even', line: { itemNumber: 'A2' } }], fails: [{ why: 'odd', line: { itemNumber: 'A1' } }],
  check: ({ itemNumber }) =>
    Number(itemNumber.slice(1)) % 2 === 0 ? [] : [{ field: 'itemNumber', actual: itemNumber }],
};`;
  const RULES = `plugins: [./odd.mjs]
rules: { own/odd: warning }
own:
  own/brand:
    severity: error
    title: { nb: Navnet har merket i seg, en: The name has the brand in it }
    when: unspsc.startsWith("4412")
    expect: name.contains(brand)
    message: { nb: 'Navnet mangler {brand}', en: 'The name lacks {brand}' }
    field: name
`;
  const lines = items(
    600,
    (at) => `A${at};Kulepenn nr ${at};${at % 3 === 0 ? 'Kulepenn' : at % 3 === 1 ? 'Bic' : ''};44121706;stk;10,00`,
  );

  it('find the same in any number of threads, and are put into words long after', async () => {
    const workspace = aWorkspace(folder, { rules: RULES, prices: prices(600) });
    workspace.write('rules/odd.mjs', MODULE);
    const alone = await workspace.check('a.csv', lines, '--threads', '1', '--allow-plugins');
    expect(found(alone, 'own/brand')).toHaveLength(200);
    expect(found(alone, 'own/odd')).toHaveLength(300);
    expect(alone.result.rules.find(({ rule }) => rule === 'own/brand')).toMatchObject({
      findings: 200,
      checked: 400,
      skipped: 200,
    });
    expect(alone.file('findings.csv').toString()).toContain('Navnet mangler Bic');
    expect(alone.file('report.html').toString()).toContain('A1 er odde');
    expect(alone.result.ownRules?.map(({ id }) => id)).toEqual(['own/brand', 'own/odd']);
    expect(alone.result.ruleSet.files.map(({ file }) => file)).toContain('rules/odd.mjs');
    const together = await checkCatalogue(
      {
        file: path.join(workspace.folder, workspace.inbox, 'a.csv'),
        reading: {},
        asOf: DAY,
        out: 'i-biter-egne',
        threads: 3,
        pieceBytes: 4000,
        allowPlugins: true,
      },
      { currentFolder: folder.path, locale: 'nb', now: new Date(0) },
    );
    for (const name of ['result.json', 'findings.jsonl', 'findings.csv', 'withheld.csv', 'report.html'])
      expect(readFileSync(path.join(together.folder, name)).equals(alone.file(name))).toBe(true);
    const shown = await katalogvakt(
      ['rules', 'own/brand', '--rules', 'rules/egne.yaml', '--allow-plugins', '--lang', 'nb'],
      {
        in: workspace.folder,
      },
    );
    expect(shown.out).toMatch(/^own\/brand: Navnet har merket i seg\n/);
    const refused = await katalogvakt(['check', `${workspace.inbox}/a.csv`], { in: workspace.folder });
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--allow-plugins')]);
  });
});

it('what applies is printed with the place that says so', async () => {
  const workspace = aWorkspace(folder, {
    rules: `rules: { name/length: { severity: error, threshold: { warning: 10 } } }
overrides:
  - { when: { agreement: ["1999/*"] }, rules: { name/missing: warning } }
  - { when: { unspsc: ["4412"] }, rules: { name/length: { max: 40 } } }
`,
  });
  const agreement = `${workspace.folder}/catalogs/avtale/agreement.yaml`;
  const shown = await katalogvakt(['rules', 'name/length', '--effective', '--agreement', agreement, '--lang', 'en'], {
    in: workspace.folder,
  });
  expect([shown.code, shown.err]).toEqual([0, '']);
  expect(shown.out).toBe(`Rule set: rules/egne.yaml extends katalogvakt:recommended
Agreement: 2025/7, Kontorrekvisita (Prøve AS)

name/length  error, the line is withheld  rules/egne.yaml:3
             max: 160                     katalogvakt:recommended
             advised: 80                  katalogvakt:recommended
             more lines than 10: warning

For lines where UNSPSC begins with 4412 (rules/egne.yaml:6):
  name/length  max: 40

Overrides for other agreements or suppliers: rules/egne.yaml:5
`);
});
