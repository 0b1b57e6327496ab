/** Deviations that were accepted: they stop nothing, are told all the same, and end. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
const PAPER = '100;Kopipapir A4;stk;49,90\r\n';
const DEAR = '200;Konvolutt C5;stk;14,50\r\n';
const PEN = '300;Kulepenn blå;stk;8,00\r\n';
const FILE = 'catalogs/avtale/waivers.yaml';

const waiverFile = (...entries: readonly string[]): string => `version: 1\nwaivers:\n${entries.join('')}`;
const entry = (covers: string, until = '2026-12-31', rules = 'price/above-agreed'): string =>
  `  - { rules: [${rules}], covers: [${covers}], reason: Avtalt i møte, by: Kari Nordmann, until: ${until} }\n`;
const DEAR_COVERED = '{ item: "200", field: price, value: "14.50" }';

const waivedRules = ({ findings }: CheckRun): string[] =>
  findings.flatMap(({ rule, waiver }) => (waiver === undefined ? [] : [rule]));

const accept = (space: Workspace, run: CheckRun, ...words: readonly string[]) =>
  katalogvakt(['waive', path.relative(space.folder, run.runFolder), '--reason', 'Avtalt', '--by', 'Kari', ...words], {
    in: space.folder,
  });

describe('an accepted deviation', () => {
  it('lets its line through as sent, and stands in every report with its reason', async () => {
    const space = aWorkspace(folder);
    space.write(FILE, waiverFile(entry(DEAR_COVERED)));
    const run = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    expect([run.code, run.result.outcome, run.approved?.toString()]).toEqual([
      0,
      'approved',
      HEAD + PAPER + DEAR + PEN,
    ]);
    expect(waivedRules(run)).toEqual(['price/above-agreed']);
    expect(run.result.findings).toEqual({ error: 0, warning: 0, info: 0, waived: 1 });
    expect(run.result.waivers).toMatchObject({ file: FILE, all: 1, told: [{ state: 'used', findings: 1 }] });
    expect(run.file('findings.csv').toString()).toContain('Avtalt i møte (Kari Nordmann, til og med 31.12.2026)');
    expect(run.file('report.html').toString()).toContain('Avtalt i møte');
    expect(run.out).toContain('1 avvik er godtatt på forhånd og teller ikke.');
  });

  it('holds wherever its line stands, for any number of threads', async () => {
    const space = aWorkspace(folder);
    space.write(FILE, waiverFile(entry(DEAR_COVERED)));
    const many = Array.from({ length: 3000 }, (_, at) => `${1000 + at};Vare ${at} i lang rekke;stk;1,00\r\n`).join('');
    const catalogue = HEAD + many + DEAR + PAPER + PEN;
    const [one, two] = [
      await space.check('a.csv', catalogue, '--threads', '1'),
      await space.check('a.csv', catalogue, '--threads', '2'),
    ];
    expect(waivedRules(one)).toEqual(['price/above-agreed']);
    expect(two.file('findings.jsonl').equals(one.file('findings.jsonl'))).toBe(true);
    expect(two.result).toEqual(one.result);
  });

  it('of an article that is missing keeps it from counting towards the limit of missing ones', async () => {
    const rules = 'gate: { limits: { missingAgreed: 0 } }';
    const space = aWorkspace(folder, { rules });
    const catalogue = `${HEAD}${PAPER}200;Konvolutt C5;stk;12,50\r\n`;
    expect((await space.check('a.csv', catalogue)).result.outcome).toBe('refused');
    space.write(
      FILE,
      waiverFile(entry('{ item: "300", field: itemNumber }', '2026-12-31', 'assortment/agreed-item-missing')),
    );
    const run = await space.check('a.csv', catalogue);
    expect([run.result.outcome, waivedRules(run)]).toEqual(['approved', ['assortment/agreed-item-missing']]);
  });

  it.each<[string, string, string]>([
    ['ends with its last day', entry(DEAR_COVERED, '2026-05-03'), 'ended'],
    ['lapses with another value', entry('{ item: "200", field: price, value: "14" }'), 'valueChanged'],
  ])('%s: the line is withheld again, and the report says so', async (_, text, state) => {
    const space = aWorkspace(folder);
    space.write(FILE, waiverFile(text));
    const run = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    expect([run.result.outcome, waivedRules(run), run.result.waivers?.told[0]?.state]).toEqual(['partly', [], state]);
    expect(run.out).toContain(FILE);
  });

  it('that nothing needs any more is told', async () => {
    const space = aWorkspace(folder);
    space.write(FILE, waiverFile(entry(DEAR_COVERED)));
    const run = await space.check('a.csv', HEAD + PAPER + PEN);
    expect(run.result.waivers?.told[0]?.state).toBe('unused');
    expect(run.out).toContain('kan fjernes');
  });

  it('replaces nothing: what it stood for is told by itself', async () => {
    const space = aWorkspace(folder);
    const shifted = '200;Konvolutt C5;stk;125,00\r\n';
    space.write(
      FILE,
      waiverFile(entry('{ item: "200", field: price, value: "125" }', '2026-12-31', 'price/decimal-shift')),
    );
    const run = await space.check('a.csv', HEAD + PAPER + shifted + PEN);
    const told = run.findings.map(({ rule, waiver }) => [rule, waiver !== undefined]);
    expect(told).toContainEqual(['price/decimal-shift', true]);
    expect(told).toContainEqual(['price/above-agreed', false]);
    expect(run.result.outcome).toBe('partly');
  });

  it('lifts what lines have together, and what the whole catalogue lacks', async () => {
    const space = aWorkspace(folder);
    const twice = `${PEN}300;Kulepenn rød;stk;8,00\r\n`;
    const found = await space.check('a.csv', HEAD + PAPER + twice);
    const rules = ['identity/duplicate', 'assortment/agreed-item-missing'];
    for (const rule of rules) {
      expect(found.findings.map((finding) => finding.rule)).toContain(rule);
      expect((await accept(space, found, '--rule', rule, '--until', '2026-12-31')).code).toBe(0);
    }
    const run = await space.check('a.csv', HEAD + PAPER + twice);
    expect([...new Set(waivedRules(run))].sort()).toEqual([...rules].sort());
    expect(run.approved?.toString()).toBe(HEAD + PAPER + twice);
  });

  it('in a file that is wrong stops the run, and says where', async () => {
    const space = aWorkspace(folder);
    space.write(FILE, waiverFile(entry(DEAR_COVERED, '2026-12-31', 'price/above-agree')));
    space.write(`${space.inbox}/a.csv`, HEAD + PAPER);
    const run = await katalogvakt(['check', `${space.inbox}/a.csv`, '--lang', 'en'], { in: space.folder });
    expect(run.code).toBe(2);
    expect(run.err).toContain(
      `${FILE}:3: there is no rule \`price/above-agree\`. Did you mean \`price/above-agreed\`?`,
    );
  });
});

describe('waive', () => {
  it('accepts a finding with all it stood for, and the next check lets the line through', async () => {
    const space = aWorkspace(folder);
    const catalogue = `${HEAD}${PAPER}200;Konvolutt C5;stk;125,00\r\n${PEN}`;
    const found = await space.check('a.csv', catalogue);
    const answer = await accept(
      space,
      found,
      '--rule',
      'price/decimal-shift',
      '--item',
      '200',
      '--until',
      '2026-12-31',
    );
    expect([answer.code, answer.err]).toEqual([0, '']);
    const run = await space.check('a.csv', catalogue);
    expect([run.result.outcome, run.approved?.toString()]).toEqual(['approved', catalogue]);
    expect(waivedRules(run)).toContain('price/decimal-shift');
  });

  it('adds to what was accepted before', async () => {
    const space = aWorkspace(folder);
    const file = space.write(FILE, `# Våre\n${waiverFile(entry('{ item: "1" }'))}`);
    const found = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    await accept(space, found, '--rule', 'price/above-agreed', '--until', '2026-12-31');
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('# Våre\n')).toBe(true);
    expect((await space.check('a.csv', HEAD + PAPER + DEAR + PEN)).result.waivers?.all).toBe(2);
  });

  it.each<[string, string[], string]>([
    ['a rule that found nothing', ['--rule', 'price/above-agree', '--until', '2026-12-31'], 'price/above-agreed'],
    ['an item without a finding', ['--rule', 'price/above-agreed', '--item', '9', '--until', '2026-12-31'], '200'],
    ['a day gone by', ['--rule', 'price/above-agreed', '--until', '2026-01-01'], '2026-05-04'],
    ['what is no day', ['--rule', 'price/above-agreed', '--until', 'nyttår'], '--until'],
  ])('refuses %s, says what there is, and writes nothing', async (_, words, said) => {
    const space = aWorkspace(folder);
    const found = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    const answer = await accept(space, found, ...words);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain(said);
    expect(existsSync(path.join(space.folder, FILE))).toBe(false);
  });

  it('by several at once loses none that it said it wrote', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', HEAD + PAPER.replace('49,90', '60,00') + DEAR + PEN.replace('8,00', '9,00'));
    const asked = ['100', '200', '300'];
    const answers = await Promise.all(
      asked.map((item) =>
        accept(space, run, '--rule', 'price/above-agreed', '--item', item, '--until', '2026-12-31', '--lang', 'en'),
      ),
    );
    const said = asked.filter((_, at) => answers[at]?.code === 0);
    const written = readFileSync(path.join(space.folder, FILE), 'utf8');
    expect(said.length).toBeGreaterThan(0);
    expect(asked.filter((item) => written.includes(`"${item}"`))).toEqual(said);
    for (const { code, err } of answers)
      if (code !== 0) expect([code, err]).toEqual([2, expect.stringContaining('Kari')]);
  });

  it('knows a run by its folder only', async () => {
    const space = aWorkspace(folder);
    const answer = await katalogvakt(
      ['waive', 'catalogs', '--rule', 'a/b', '--reason', 'x', '--by', 'y', '--until', '2026-12-31', '--lang', 'nb'],
      { in: space.folder },
    );
    expect([answer.code, answer.err]).toEqual([2, expect.stringContaining('ikke mappen til en kjøring')]);
  });
});
