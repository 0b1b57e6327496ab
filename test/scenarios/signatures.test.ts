/** Approvals signed with SSH keys: whoever signed can be told from whoever typed a name. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type CommandRun, katalogvakt } from '../builders/command.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const OWN = 'catalogs/avtale';
const CATALOGUE = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n';

const words = (space: Workspace, ...all: readonly string[]): Promise<CommandRun> =>
  katalogvakt([...all, '--lang', 'en'], { in: space.folder });
const approve = (space: Workspace, run: CheckRun, by: string, ...more: readonly string[]): Promise<CommandRun> =>
  words(space, 'approve', path.relative(space.folder, run.runFolder), '--by', by, ...more);

/** @returns the file of the private key */
function aKey(name: string): string {
  const file = path.join(folder.path, name);
  if (!existsSync(file)) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file]);
  return file;
}

const allowed = (...people: readonly (readonly [string, string])[]): string =>
  people.map(([by, key]) => `"${by}" namespaces="katalogvakt" ${readFileSync(`${aKey(key)}.pub`, 'utf8')}`).join('');

describeWithTool('signed approvals', 'sh', ['-c', 'command -v ssh-keygen'], () => {
  const SIGNERS = 'signers: { required: 2, allowedSigners: nokler }';

  it('are demanded, of two keys, where the agreement names whose keys count; verify holds them', async () => {
    const space = aWorkspace(folder, { agreement: SIGNERS });
    space.write(`${OWN}/nokler`, allowed(['Kari Nordmann', 'kari'], ['ola@kommune.example', 'ola']));
    const run = await space.check('a.csv', CATALOGUE);
    const unsigned = await approve(space, run, 'Kari Nordmann');
    expect([unsigned.code, unsigned.err]).toEqual([2, expect.stringContaining('wants approvals signed')]);
    const other = await approve(space, run, 'Kari Nordmann', '--sign', aKey('ola'));
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('The key is not one of those')]);
    const first = await approve(space, run, 'Kari Nordmann', '--sign', aKey('kari'));
    expect(first).toMatchObject({ code: 1, err: '' });
    const second = await approve(space, run, 'ola@kommune.example', '--sign', aKey('ola'));
    expect(second).toMatchObject({ code: 0, err: '' });
    const verified = await words(space, 'verify');
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('2 signatures valid') });
    expect((await words(space, 'evidence', 'avtale/1')).code).toBe(0);
    expect((await words(space, 'verify', 'avtale-0001.zip')).out).toContain('2 signatures valid');
    // Whoever does not trust the keys in the folder brings others.
    const keys = folder.write('andre', allowed(['Kari Nordmann', 'ola'], ['ola@kommune.example', 'ola']));
    const distrusted = await words(space, 'verify', '--allowed-signers', keys);
    expect([distrusted.code, distrusted.out]).toEqual([
      1,
      expect.stringContaining('0001/manifest.json has a signature that does not hold (Kari Nordmann)'),
    ]);
  });

  it('are told from those of a name that was exchanged afterwards', async () => {
    const space = aWorkspace(folder, { agreement: 'signers: { allowedSigners: nokler }' });
    space.write(`${OWN}/nokler`, allowed(['Kari Nordmann', 'kari'], ['Ola Nordmann', 'ola']));
    const run = await space.check('a.csv', CATALOGUE);
    expect((await approve(space, run, 'Kari Nordmann', '--sign', aKey('kari'))).err).toBe('');
    const file = path.join(space.folder, OWN, 'approved/0001/manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"by": "Kari Nordmann"', '"by": "Ola Nordmann"'));
    const verified = await words(space, 'verify');
    expect(verified.out).toContain('0001/manifest.json was changed');
    expect(verified.out).toContain('has a signature that does not hold (Ola Nordmann)');
  });

  it('may be given where nobody asks for them, and a key that is none is told', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('a.csv', CATALOGUE);
    const none = await approve(space, run, 'Kari', '--sign', folder.write('ingen-nokkel', 'x'));
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('Could not sign with')]);
    expect(readdirSync(path.join(space.folder, OWN, 'approved'))).toEqual([]);
    expect((await approve(space, run, 'Kari', '--sign', aKey('kari'))).code).toBe(0);
    const keys = folder.write('kari-nokler', allowed(['Kari', 'kari']));
    expect((await words(space, 'verify', '--allowed-signers', keys)).out).toContain('1 signature valid');
  });
});
