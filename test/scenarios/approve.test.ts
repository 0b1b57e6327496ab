/** Approved versions: how they come about, and what a check makes of them. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/versions/manifest.ts';
import { verifyChain } from '../../src/versions/verify-chain.ts';
import { agreementYaml } from '../builders/agreement-file.ts';
import { type CommandRun, katalogvakt } from '../builders/command.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { aStoredVersion, sha256 } from '../builders/stored-version.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const OWN = 'catalogs/avtale';
const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
const PAPER = '100;Kopipapir A4;stk;49,90\r\n';
const ENVELOPE = '200;Konvolutt C5;stk;12,50\r\n';
const DEAR = '200;Konvolutt C5;stk;14,50\r\n';
const PEN = '300;Kulepenn blå;stk;8,00\r\n';
const ALL = HEAD + PAPER + ENVELOPE + PEN;

const words = (space: Workspace, ...all: readonly string[]): Promise<CommandRun> =>
  katalogvakt([...all, '--lang', 'en'], { in: space.folder });
const approveAs = (by: string, space: Workspace, run: CheckRun, ...more: readonly string[]): Promise<CommandRun> =>
  words(space, 'approve', path.relative(space.folder, run.runFolder), '--by', by, ...more);
const approve = (space: Workspace, run: CheckRun, ...more: readonly string[]): Promise<CommandRun> =>
  approveAs('Kari', space, run, ...more);
const inside = (space: Workspace, name: string): string => path.join(space.folder, OWN, name);
const text = (space: Workspace, name: string): string => readFileSync(inside(space, name), 'utf8');
/** What lies in `approved/`, without what is there for git. */
const below = (space: Workspace): readonly string[] =>
  readdirSync(inside(space, 'approved'))
    .filter((name) => !name.startsWith('.git'))
    .sort();
const manifest = (space: Workspace, number: string): Manifest =>
  JSON.parse(text(space, `approved/${number}/manifest.json`)) as Manifest;
const stored = (space: Workspace, number: string, catalogue: string) =>
  aStoredVersion((name, content) => space.write(`${OWN}/${name}`, content), number, { catalogue });

function decisionsOn(space: Workspace, run: CheckRun, ...entries: readonly string[]): string {
  const result = run.file('result.json');
  const name = `avgjort-${path.basename(path.dirname(run.runFolder))}.yaml`;
  space.write(
    name,
    `version: 1\nrun: { id: ${path.basename(run.runFolder)}, sha256: ${sha256(result)} }\ndecisions:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`,
  );
  return name;
}

async function approved(space: Workspace, name: string, content: string | Uint8Array): Promise<CheckRun> {
  const run = await space.check(name, content);
  const answer = await approve(space, run, '--allow-partly');
  if (answer.code !== 0) throw new Error(answer.err + answer.out);
  return run;
}

describe('the version approved last', () => {
  it('is what a check compares with, in the place of what the agreement names', async () => {
    const space = aWorkspace(folder, { previous: { content: HEAD + PAPER } });
    const before = await space.check('a.csv', ALL);
    stored(space, '0001', HEAD + PAPER + ENVELOPE);
    stored(space, '0002', ALL);
    const after = await space.check('a.csv', ALL);
    const named = await space.check('a.csv', ALL, '--previous', `${OWN}/approved/0001/catalogue.csv`);
    expect([before, after, named].map(({ result }) => [result.previous?.file, result.diff?.added])).toEqual([
      [`${OWN}/approved/forrige.csv`, 2],
      [`${OWN}/approved/0002/catalogue.csv`, 0],
      [`${OWN}/approved/0001/catalogue.csv`, 1],
    ]);
  });

  it('is read as it was when it was approved, whatever today’s file needs', async () => {
    const space = aWorkspace(folder);
    const odd = 'Nr|Tekst|Per|Kr\r\n100|Kopipapir A4|stk|49,90\r\n200|Konvolutt C5|stk|12,50\r\n';
    const map = ['itemNumber=A', 'name=B', 'unit=C', 'price=D'].flatMap((one) => ['--map', one]);
    const first = await space.check('odd.csv', odd, '--heading-row', '1', '--delimiter', '|', ...map);
    expect((await approve(space, first)).err).toBe('');
    const next = await space.check('a.csv', ALL);
    expect([next.code, next.result.diff?.unchanged, next.result.diff?.added]).toEqual([0, 2, 1]);
  });
});

describe('approve', () => {
  it('stores the catalogue as the run has it, its lines, its inputs by content, and who said yes', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', ALL);
    const answer = await approve(space, run);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toContain('Approved: version 0001 of 2025/7 Kontorrekvisita, 3 lines.');
    expect(readFileSync(inside(space, 'approved/0001/catalogue.csv')).equals(run.approved ?? Buffer.alloc(0))).toBe(
      true,
    );
    expect(JSON.parse(text(space, 'approved/0001/catalogue.jsonl').split('\n')[1] ?? '')).toEqual({
      itemNumber: '200',
      name: 'Konvolutt C5',
      unit: 'H87',
      price: '12.5',
      currency: '',
      packQuantity: '',
      packUnit: '',
    });
    const { approvedBy, inputs, files, ...facts } = manifest(space, '0001');
    expect(facts).toMatchObject({
      number: '0001',
      asOf: '2026-05-04',
      outcome: 'approved',
      run: path.basename(run.runFolder),
      approved: { run: sha256(run.file('result.json')), catalogue: sha256(run.approved ?? '') },
      catalogue: { file: 'catalogue.csv', format: 'csv', lines: 3 },
    });
    expect(approvedBy).toMatchObject([{ by: 'Kari' }]);
    expect(files.map(({ file }) => file)).toEqual([
      'catalogue.csv',
      'catalogue.jsonl',
      'diff.jsonl',
      'findings.jsonl',
      'report.html',
      'result.json',
    ]);
    expect(new Set(inputs.map(({ role }) => role))).toEqual(
      new Set(['catalogue', 'agreement', 'prices', 'rules', 'reference']),
    );
    for (const { sha256: sum, stored: at } of inputs)
      expect(sha256(readFileSync(inside(space, `approved/${at}`)))).toBe(sum);
    expect(below(space)).toEqual(['0001', 'inputs']);
    expect((await words(space, 'verify')).out).toContain('avtale: in order. 1 version');
  });

  it('makes a chain: each version knows the one before it', async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', HEAD + PAPER);
    const next = await space.check('b.csv', ALL);
    expect(next.result.diff?.added).toBe(2);
    expect((await approve(space, next)).code).toBe(0);
    expect(manifest(space, '0002').previous).toBe(sha256(text(space, 'approved/0001/manifest.json')));
    const previous = manifest(space, '0002').inputs.find(({ role }) => role === 'previous');
    expect(previous?.stored).toBe('0001/catalogue.csv');
    expect((await words(space, 'history', 'avtale')).out).toMatch(/^0002 .*\n0001 /m);
  });

  it.each([
    ['the catalogue', 'inbox/a.csv'],
    ['the price list', 'prices.csv'],
    ['the agreement', 'agreement.yaml'],
  ])('refuses when %s is not that of the run, and names it', async (_, name) => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', ALL);
    writeFileSync(inside(space, name), `${text(space, name)}\n`);
    const answer = await approve(space, run);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain(`Changed since the run: ${OWN}/${name}.`);
    expect(existsSync(inside(space, 'approved/0001'))).toBe(false);
  });

  it('refuses a run folder whose approved catalogue somebody edited', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', ALL);
    writeFileSync(path.join(run.runFolder, 'approved.csv'), ALL.replace('8,00', '7,00'));
    const answer = await approve(space, run);
    expect([answer.code, existsSync(inside(space, 'approved/0001'))]).toEqual([2, false]);
    expect(answer.err).toContain('is not what the check gives today');
  });

  it('refuses what rests on a file outside the workspace, which nobody could store', async () => {
    const space = aWorkspace(folder);
    const outside = folder.write('utenfor.csv', ALL);
    const checking = ['check', outside, '--agreement', `${OWN}/agreement.yaml`, '--as-of', '2026-05-04', '--quiet'];
    expect((await katalogvakt(checking, { in: space.folder })).code).toBe(0);
    const [name = ''] = readdirSync(path.join(space.folder, 'reports'));
    const answer = await words(space, 'approve', `reports/${name}`, '--by', 'Kari');
    expect([answer.code, answer.err]).toEqual([
      2,
      expect.stringContaining('utenfor.csv. A file outside the workspace'),
    ]);
  });

  it('keeps the other numbers of agreed articles among the inputs, and the report can be shown again', async () => {
    const space = aWorkspace(folder);
    space.write(`${OWN}/aliases.csv`, 'Varenummer i katalogen;Varenummer i avtalen\r\nP-1;100\r\n');
    await approved(space, 'a.csv', HEAD + PAPER.replace('100;', 'P-1;') + ENVELOPE + PEN);
    const { inputs } = manifest(space, '0001');
    expect(inputs).toContainEqual(expect.objectContaining({ role: 'reference', file: `${OWN}/aliases.csv` }));
    const shown = await words(space, 'report', `${OWN}/approved/0001`);
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('APPROVED: ')]);
  });

  it('refuses what was compared with an older version', async () => {
    const space = aWorkspace(folder);
    const old = await space.check('a.csv', ALL);
    await approved(space, 'b.csv', HEAD + PAPER);
    const answer = await approve(space, old);
    expect([answer.code, readdirSync(inside(space, 'approved')).includes('0002')]).toEqual([2, false]);
    expect(answer.err).toContain('was compared with nothing, but version 0001 is the newest');
    const unasked = await katalogvakt(['approve', old.runFolder, '--by', 'Kari'], { in: space.folder });
    expect(unasked.err).toContain('men versjon 0001 er den nyeste');
  });

  it('does not let through what the gate refuses, nor lines that nobody decided on', async () => {
    const space = aWorkspace(folder);
    const agreement = agreementYaml({ period: '{ from: 2020-01-01, to: 2020-12-31 }', prices: 'prices.csv' });
    space.write(`${OWN}/agreement.yaml`, agreement);
    const ended = await approve(space, await space.check('a.csv', ALL));
    expect([ended.code, ended.out]).toEqual([1, expect.stringContaining('Not approved: the catalogue is refused.')]);
    const other = aWorkspace(folder);
    const undecided = await approve(other, await other.check('a.csv', HEAD + PAPER + DEAR + PEN));
    expect([undecided.code, undecided.out]).toEqual([
      1,
      expect.stringContaining('Not approved: 1 line does not pass as sent'),
    ]);
    for (const one of [space, other]) expect(existsSync(inside(one, 'approved/0001'))).toBe(false);
  });
});

describe('decisions', () => {
  it('that accept become waivers, and the line goes on', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    const file = decisionsOn(
      space,
      run,
      '{ rule: price/above-agreed, item: "200", do: accept, reason: Avtalt i møte, until: 2026-12-31 }',
    );
    const answer = await approve(space, run, '--decisions', file);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(text(space, 'waivers.yaml')).toContain('{ item: "200", field: price, value: "14.5" }');
    expect(text(space, 'waivers.yaml')).toContain('by: Kari');
    expect(text(space, 'approved/0001/catalogue.csv')).toBe(HEAD + PAPER + DEAR + PEN);
    const { decisions, waivers, outcome, approved: thing } = manifest(space, '0001');
    expect([outcome, decisions, waivers?.added]).toEqual(['approved', { accept: 1, keepPrevious: 0, drop: 0 }, 1]);
    expect(waivers?.after).toBe(sha256(text(space, 'waivers.yaml')));
    expect(thing.decisions).toBe(sha256(text(space, 'approved/0001/decisions.yaml')));
    const again = await space.check('b.csv', HEAD + PAPER + DEAR + PEN);
    expect([again.code, again.result.outcome, again.result.diff?.unchanged]).toEqual([0, 'approved', 3]);
    expect((await words(space, 'verify')).code).toBe(0);
  });

  it('that keep the line approved last, or leave a line out, make what the gate then gives', async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', ALL);
    const run = await space.check('b.csv', HEAD + PAPER.replace('49,90', '59,90') + DEAR + PEN);
    const file = decisionsOn(
      space,
      run,
      '{ rule: price/above-agreed, do: drop, reason: Prisen er ikke avtalt }',
      '{ rule: price/above-agreed, cause: "above:16", do: keepPrevious, reason: Den gamle prisen gjelder }',
    );
    const answer = await approve(space, run, '--decisions', file);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(text(space, 'approved/0002/catalogue.csv')).toBe(HEAD + ENVELOPE + PEN);
    const { outcome, decisions, lines } = manifest(space, '0002');
    expect([outcome, decisions, lines.withheld, lines.keptPrevious]).toEqual([
      'partly',
      { accept: 0, keepPrevious: 1, drop: 1 },
      1,
      1,
    ]);
    expect(existsSync(inside(space, 'waivers.yaml'))).toBe(false);
  });

  it('leave out a line that only has a warning, on one thread and on two', async () => {
    const space = aWorkspace(folder, { rules: 'rules:\n  price/above-agreed: warning' });
    const many = Array.from({ length: 3000 }, (_, at) => `${1000 + at};Vare ${at} i lang rekke;stk;1,00\r\n`).join('');
    const catalogue = `${HEAD}${PAPER}${DEAR}${PEN}${many}`;
    const run = await space.check('a.csv', catalogue);
    const file = decisionsOn(space, run, '{ rule: price/above-agreed, item: "200", do: drop, reason: Skal bort }');
    for (const threads of ['1', '2']) {
      const answer = await approve(space, run, '--decisions', file, '--allow-partly', '--threads', threads);
      expect(answer).toMatchObject({ code: 0, err: '' });
      expect(text(space, 'approved/0001/catalogue.csv').includes(DEAR)).toBe(false);
      expect(manifest(space, '0001').catalogue.lines).toBe(run.result.lines.asSent - 1);
      rmSync(inside(space, 'approved'), { recursive: true });
    }
  });

  it('do not lift what refuses the whole catalogue', async () => {
    const space = aWorkspace(folder, {
      rules: 'rules:\n  price/above-agreed: { severity: error, disposition: refuse }',
    });
    const run = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    const file = decisionsOn(space, run, '{ rule: price/above-agreed, do: drop, reason: x }');
    const answer = await approve(space, run, '--decisions', file);
    expect([answer.code, answer.out]).toEqual([1, expect.stringContaining('the catalogue is refused')]);
  });

  it('on another run, or on what it did not find, are told', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    const other = await space.check('b.csv', ALL);
    const file = decisionsOn(space, run, '{ rule: price/above-agreed, item: "999", do: drop, reason: x }');
    const wrongRun = await approve(space, other, '--decisions', file);
    expect([wrongRun.code, wrongRun.err]).toEqual([2, expect.stringContaining('The decisions are on the run')]);
    const notFound = await approve(space, run, '--decisions', file);
    expect(notFound.code).toBe(2);
    expect(notFound.err).toContain('not found by the run: price/above-agreed 999.');
    const less = await space.check('c.csv', HEAD + PAPER + PEN);
    const missing = decisionsOn(space, less, '{ rule: assortment/agreed-item-missing, do: drop, reason: x }');
    expect((await approve(space, less, '--decisions', missing)).err).toContain('findings on the whole catalogue');
    const early = decisionsOn(space, run, '{ rule: price/above-agreed, do: accept, reason: x, until: 2026-05-03 }');
    expect((await approve(space, run, '--decisions', early)).err).toContain('Accepted until 2026-05-03');
  });
});

describe('signers', () => {
  const TWO = 'signers: { required: 2 }';

  it('may have to be two, and one person is not two', async () => {
    const space = aWorkspace(folder, { agreement: TWO });
    const run = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    const file = decisionsOn(space, run, '{ rule: price/above-agreed, do: accept, reason: Avtalt, until: 2026-12-31 }');
    const first = await approve(space, run, '--decisions', file);
    expect([first.code, first.out]).toEqual([1, expect.stringContaining('version 0001 has 1 of 2 signatures')]);
    expect([existsSync(inside(space, 'approved/0001')), existsSync(inside(space, 'waivers.yaml'))]).toEqual([
      false,
      false,
    ]);
    expect((await words(space, 'history')).out).toContain('Waiting for another signature: version 0001');
    const same = await approveAs(' KARI ', space, run);
    expect([same.code, same.err]).toEqual([2, expect.stringContaining('has signed already')]);
    const second = await approveAs('Ola', space, run);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(manifest(space, '0001').approvedBy.map(({ by }) => by)).toEqual(['Kari', 'Ola']);
    // Whoever decided answers for it.
    expect(text(space, 'waivers.yaml')).toContain('by: Kari');
    expect(readdirSync(inside(space, 'approved/pending'))).toEqual([]);
  });

  it('sign for the same decisions, or both again', async () => {
    const space = aWorkspace(folder, { agreement: TWO });
    const run = await space.check('a.csv', HEAD + PAPER + DEAR + PEN);
    const drop = decisionsOn(space, run, '{ rule: price/above-agreed, do: drop, reason: Nei }');
    expect((await approve(space, run, '--decisions', drop)).code).toBe(1);
    const accept = decisionsOn(space, run, '{ rule: price/above-agreed, do: accept, reason: Ja, until: 2026-12-31 }');
    const other = await approveAs('Ola', space, run, '--decisions', accept);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('Kari signed something else')]);
  });

  it('are those whom the agreement names, if it names any', async () => {
    const space = aWorkspace(folder, { agreement: 'signers: { names: [Ola Nordmann] }' });
    const run = await space.check('a.csv', ALL);
    const answer = await approve(space, run);
    expect([answer.code, answer.err]).toEqual([2, expect.stringContaining('is not among those who may approve')]);
    expect((await approveAs('ola  nordmann', space, run)).code).toBe(0);
  });

  it.each([
    ['above it', 'Varenr;Antall\r\n100;5\r\n200;1000\r\n300;5\r\n', '1000', 1],
    ['at most it', 'Varenr;Antall\r\n100;5\r\n200;1000\r\n300;5\r\n', '2000', 0],
    ['not known', undefined, '1000000', 1],
  ])('must be two when the yearly effect is beyond an amount: %s', async (_, volumes, amount, code) => {
    const space = aWorkspace(folder, {
      agreement: `signers: { aboveEffect: { amount: ${amount}, required: 2 } }`,
      rules: 'rules:\n  price/above-agreed: warning',
    });
    if (volumes !== undefined) space.write(`${OWN}/volumes.csv`, volumes);
    const answer = await approve(space, await space.check('a.csv', HEAD + PAPER + DEAR + PEN));
    expect([answer.code, answer.err]).toEqual([code, '']);
  });
});

describe('rollback', () => {
  it('stores an earlier version once more, with who and why', async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', ALL);
    await approved(space, 'b.csv', HEAD + PAPER + ENVELOPE);
    const answer = await words(space, 'rollback', 'avtale', '1', '--by', 'Ola', '--reason', 'Feil fil');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(text(space, 'approved/0003/catalogue.csv')).toBe(ALL);
    const { approvedBy, rollback, previous } = manifest(space, '0003');
    expect([approvedBy[0]?.by, rollback]).toEqual(['Ola', { to: '0001', reason: 'Feil fil' }]);
    expect(previous).toBe(sha256(text(space, 'approved/0002/manifest.json')));
    const next = await space.check('c.csv', ALL);
    expect([next.result.previous?.file, next.result.diff?.unchanged]).toEqual([
      `${OWN}/approved/0003/catalogue.csv`,
      3,
    ]);
    expect((await words(space, 'verify', '2025/7')).out).toContain('in order. 3 versions');
    expect((await words(space, 'history')).out).toContain('back to 0001: Feil fil');
    const none = await words(space, 'rollback', 'avtale', '9', '--by', 'Ola', '--reason', 'x');
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('There is no version 0009. The versions are 0001–0003.'),
    ]);
  });

  it('to a version that was changed since is refused', async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', ALL);
    await approved(space, 'b.csv', HEAD + PAPER + ENVELOPE);
    writeFileSync(inside(space, 'approved/0001/catalogue.csv'), HEAD + PAPER);
    const answer = await words(space, 'rollback', OWN, '0001', '--by', 'Ola', '--reason', 'x');
    expect([answer.code, answer.err]).toEqual([2, expect.stringContaining('was changed since')]);
    expect(below(space)).toEqual(['0001', '0002', 'inputs']);
  });
});

/** Every file of a folder, relative to it. */
function filesBelow(root: string, below = ''): readonly string[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(root, path.posix.join(below, entry.name)) : [path.posix.join(below, entry.name)],
  );
}

describe('verify', () => {
  it('names any file of which a byte was changed, and what is missing or strange', { timeout: 180_000 }, async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', ALL);
    await approved(space, 'b.csv', HEAD + PAPER + ENVELOPE);
    const root = inside(space, 'approved');
    for (const name of filesBelow(root).filter((one) => !one.startsWith('.git'))) {
      const file = path.join(root, name);
      const bytes = readFileSync(file);
      const changed = Buffer.from(bytes);
      const at = Math.floor(bytes.length / 2);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, bytes.length === 0 ? 'x' : changed);
      const { faults } = await verifyChain(root, ['0001', '0002']);
      expect(faults.map(({ file: told }) => told)).toContain(name);
      writeFileSync(file, bytes);
    }
    expect((await verifyChain(root, ['0001', '0002'])).faults).toEqual([]);
    writeFileSync(path.join(root, '0001/notat.txt'), 'x');
    rmSync(path.join(root, '0002/report.html'));
    const answer = await words(space, 'verify', 'avtale');
    expect(answer.code).toBe(1);
    expect(answer.out).toContain('0001/notat.txt is not part of the version');
    expect(answer.out).toContain('0002/report.html is missing');
  });

  it('names a version that is missing, and one that comes after another than the one there', {
    timeout: 180_000,
  }, async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', ALL);
    cpSync(space.folder, `${space.folder}-gren`, { recursive: true });
    await approved(space, 'b.csv', HEAD + PAPER + ENVELOPE);
    await approved(space, 'c.csv', ALL);
    const branch = { ...space, folder: `${space.folder}-gren` };
    const run = await katalogvakt(['check', `${OWN}/inbox/a.csv`, '--as-of', '2026-05-05', '--out', 'ut', '--quiet'], {
      in: branch.folder,
    });
    expect(run.code).toBe(0);
    const [name = ''] = readdirSync(path.join(branch.folder, 'ut'));
    expect((await words(branch, 'approve', `ut/${name}`, '--by', 'Ola')).code).toBe(0);
    // Merged by hand, the wrong way: the second version of one branch, the third of the other.
    rmSync(inside(space, 'approved/0002'), { recursive: true });
    const gap = await words(space, 'verify');
    expect([gap.code, gap.out]).toEqual([1, expect.stringContaining('0002 is missing, though there are newer')]);
    cpSync(inside(branch, 'approved/0002'), inside(space, 'approved/0002'), { recursive: true });
    const fork = await words(space, 'verify');
    expect([fork.code, fork.out]).toEqual([1, expect.stringContaining('0003/manifest.json rests on another version')]);
  });
});

describe('evidence', () => {
  it('is the same bytes each time, and is checked without the workspace', async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', ALL);
    await approved(space, 'b.csv', HEAD + PAPER + ENVELOPE);
    expect((await words(space, 'evidence', 'avtale/2')).code).toBe(0);
    expect((await words(space, 'evidence', `${OWN}/approved/0002`, '--out', 'b.zip')).code).toBe(0);
    const bytes = readFileSync(path.join(space.folder, 'avtale-0002.zip'));
    expect(bytes.equals(readFileSync(path.join(space.folder, 'b.zip')))).toBe(true);
    const elsewhere = folder.write('annet/pakke.zip', bytes);
    const answer = await katalogvakt(['verify', 'pakke.zip', '--lang', 'en'], { in: path.dirname(elsewhere) });
    expect(answer).toMatchObject({ code: 0, out: expect.stringContaining('pakke.zip: in order. 2 versions') });
    const at = bytes.indexOf('Konvolutt C5;stk;12,50');
    const changed = Buffer.from(bytes);
    changed[at] = 0x4b ^ 1;
    writeFileSync(elsewhere, changed);
    const damaged = await katalogvakt(['verify', 'pakke.zip', '--lang', 'en'], { in: path.dirname(elsewhere) });
    expect([damaged.code, damaged.out]).toEqual([1, expect.stringMatching(/ {2}\S+\.csv was changed/)]);
    const no = folder.write('annet/nei.zip', 'nei');
    expect((await katalogvakt(['verify', 'nei.zip', '--lang', 'en'], { in: path.dirname(no) })).code).toBe(2);
  });
});

describe('two at once', () => {
  it('one approves, the other is told why not', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', ALL);
    const answers = await Promise.all(['Kari', 'Ola', 'Per'].map((by) => approveAs(by, space, run)));
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(1);
    for (const { code, err } of answers)
      if (code !== 0) expect(err).toMatch(/Another process is changing the versions|version 0001 is the newest/);
    expect(below(space)).toEqual(['0001', 'inputs']);
    expect((await words(space, 'verify')).code).toBe(0);
  });
});

describeWithTool('two branches that both approve', 'git', ['--version'], () => {
  it('give a conflict that git tells', async () => {
    const space = aWorkspace(folder);
    await approved(space, 'a.csv', ALL);
    const git = (...all: readonly string[]): number =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'init.defaultBranch=main', ...all], {
        cwd: space.folder,
      }).status ?? -1;
    const commit = (): void => {
      expect([git('add', 'catalogs'), git('commit', '-qm', 'x')]).toEqual([0, 0]);
    };
    // Whatever the repository says of line ends.
    space.write('.gitattributes', '* text=auto eol=lf\n');
    git('init', '-q');
    commit();
    git('checkout', '-qb', 'gren');
    await approved(space, 'b.csv', HEAD + PAPER + ENVELOPE);
    commit();
    git('checkout', '-q', 'main');
    rmSync(inside(space, 'approved'), { recursive: true });
    git('checkout', '-q', '--', 'catalogs');
    expect((await words(space, 'verify')).out).toContain('in order. 1 version');
    await approved(space, 'c.csv', HEAD + PAPER + PEN);
    commit();
    expect(git('merge', 'gren')).not.toBe(0);
    expect(text(space, 'approved/0002/manifest.json')).toContain('<<<<<<<');
    expect((await words(space, 'verify')).code).toBe(1);
  });
});
