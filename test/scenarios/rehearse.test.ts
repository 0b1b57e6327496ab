/** New rules over stored catalogues: what comes, what goes, and nothing is left behind. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, DAY, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
const CLEAN = `${HEAD}100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;12,50\r\n300;Kulepenn blå;stk;8,00\r\n`;
const SHOUTED = CLEAN.replace('Kopipapir A4', 'KOPIPAPIR A4');

const newRules = (space: Workspace, rules: string): void => {
  space.write('rules/nye.yaml', `version: 1\nextends: katalogvakt:recommended\nrules:\n${rules}`);
};
const rehearse = (space: Workspace, ...words: readonly string[]) =>
  katalogvakt(['rehearse', '--rules', 'rules/nye.yaml', '--as-of', DAY, '--lang', 'en', ...words], {
    in: space.folder,
  });

/** A workspace with one catalogue in its inbox. */
function aStored(catalogue: string, name = 'katalog.csv'): Workspace {
  const space = aWorkspace(folder);
  space.write(`${space.inbox}/${name}`, catalogue);
  return space;
}

describe('a rehearsal', () => {
  it('finds no change where the rules say the same', async () => {
    const space = aStored(SHOUTED);
    newRules(space, '  name/upper-case: warning\n');
    const run = await rehearse(space, 'catalogs');
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain('With rules/nye.yaml, in 1 catalogue: nothing changes.');
  });

  it('tells what comes, goes and counts otherwise, with the outcome before and after', async () => {
    const space = aStored(SHOUTED);
    newRules(space, '  name/upper-case: { severity: error, disposition: withhold }\n  name/length: { max: 5 }\n');
    const run = await rehearse(space, 'catalogs');
    expect(run.code).toBe(1);
    expect(run.out).toContain('+ name/length: 3 new findings');
    expect(run.out).toContain('~ name/upper-case: 1 finding counted otherwise');
    expect(run.out).toContain('(warning → error, withheld)');
    expect(run.out.replaceAll(/\s+/g, ' ')).toContain(
      'Outcome: Approved (3 of 3 lines) → Partly approved (2 of 3 lines)',
    );
    expect(run.out).toContain('The outcome changes for 1.');
    expect(run.out.split('\n').every((line) => line.length <= 80)).toBe(true);

    newRules(space, '  name/upper-case: off\n');
    const off = await rehearse(space, 'catalogs');
    expect(off.code).toBe(1);
    expect(off.out).toContain('- name/upper-case: 1 finding gone');
    expect(off.out).toContain('No outcome changes.');
  });

  it('counts findings that are equal in every respect as often as they are', async () => {
    const twice = `${SHOUTED}100;KOPIPAPIR A4;stk;49,90\r\n`;
    const space = aStored(twice);
    newRules(space, '  name/upper-case: off\n');
    const { out } = await rehearse(space, 'catalogs', '--report', 'json');
    const [catalogue] = (JSON.parse(out) as { catalogues: { rules: { rule: string; counts: object }[] }[] }).catalogues;
    expect(catalogue?.rules.find(({ rule }) => rule === 'name/upper-case')?.counts).toEqual({
      comes: 0,
      goes: 2,
      counts: 0,
    });
  });

  it('says which of the new rules could not run', async () => {
    const space = aWorkspace(folder, { rules: 'rules: { price/change-limit: off }' });
    space.write(`${space.inbox}/katalog.csv`, CLEAN);
    newRules(space, '  price/change-limit: error\n');
    const run = await rehearse(space, 'catalogs');
    expect(run.out).toContain('Cannot be checked with the new rules: price/change-limit');
  });

  it('leaves no folder behind', async () => {
    const space = aStored(SHOUTED);
    newRules(space, '  name/upper-case: off\n');
    const before = readdirSync(space.folder).sort();
    await rehearse(space, 'catalogs');
    expect(readdirSync(space.folder).sort()).toEqual(before);
    expect(existsSync(path.join(space.folder, 'reports'))).toBe(false);
  });

  it('gives every finding that changes as a table, and all as JSON', async () => {
    const space = aStored(SHOUTED);
    newRules(space, '  name/upper-case: off\n  name/length: { max: 5 }\n');
    const table = await rehearse(space, 'catalogs', '--report', 'csv');
    const [heading, ...records] = table.out.trimEnd().split('\r\n');
    expect(heading).toBe('\ufeffchange,agreement,file,rule,row,item,field,actual,expected,before,after,message');
    expect(records.map((record) => record.split(',').slice(0, 6).join(','))).toEqual([
      'comes,2025/7,catalogs/avtale/inbox/katalog.csv,name/length,2,100',
      'comes,2025/7,catalogs/avtale/inbox/katalog.csv,name/length,3,200',
      'comes,2025/7,catalogs/avtale/inbox/katalog.csv,name/length,4,300',
      'goes,2025/7,catalogs/avtale/inbox/katalog.csv,name/upper-case,2,100',
    ]);
    const { out, code } = await rehearse(space, 'catalogs', '--report', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      changes: true,
      totals: { comes: 3, goes: 1, counts: 0 },
      catalogues: [{ agreement: '2025/7', before: { outcome: 'approved' }, after: { outcome: 'approved' } }],
    });
  });
});

describe('the catalogues of a rehearsal', () => {
  const newest = async (space: Workspace, ...words: readonly string[]) => {
    const { out } = await rehearse(space, '--report', 'json', ...words);
    return (JSON.parse(out) as { catalogues: { file: string }[] }).catalogues.map(({ file }) => file);
  };

  it('are the newest by the date in their names, for a folder and for a pattern', async () => {
    const space = aStored(CLEAN, 'katalog-2026-11.csv');
    space.write(`${space.inbox}/a-2026-12.csv`, CLEAN);
    space.write(`${space.inbox}/z-2026-02.csv`, CLEAN);
    newRules(space, '  name/length: off\n');
    const wanted = ['catalogs/avtale/inbox/a-2026-12.csv'];
    expect(await newest(space, 'catalogs')).toEqual(wanted);
    expect(await newest(space, 'catalogs/**')).toEqual(wanted);
    // As a shell spells it out.
    expect(await newest(space, 'catalogs/avtale', 'catalogs/avtale/agreement.yaml', 'catalogs/avtale/inbox')).toEqual(
      wanted,
    );
    expect(await newest(space, 'catalogs/avtale/inbox/z-2026-02.csv')).toEqual(['catalogs/avtale/inbox/z-2026-02.csv']);
  });

  it('that cannot be checked do not keep the others from it', async () => {
    const space = aStored(SHOUTED);
    newRules(space, '  name/upper-case: off\n');
    space.write('catalogs/annen/agreement.yaml', 'version: 2\n');
    space.write('catalogs/annen/inbox/katalog.csv', CLEAN);
    const run = await rehearse(space, 'catalogs');
    expect(run.code).toBe(2);
    expect(run.err).toContain('catalogs/annen/agreement.yaml');
    expect(run.out).toContain('- name/upper-case: 1 finding gone');
  });

  it('must be there, and the rules too', async () => {
    const space = aStored(CLEAN);
    newRules(space, '  name/no-such-rule: off\n');
    expect(await rehearse(space, 'catalogs')).toMatchObject({ code: 2, out: '' });
    newRules(space, '  name/length: off\n');
    const nothing = await rehearse(space, 'kataloger');
    expect(nothing).toMatchObject({ code: 2, out: '' });
    expect(nothing.err).toContain('There is no kataloger.');
    expect((await rehearse(space, 'rules')).err).toContain('Found no catalogues in rules');
  });
});
