import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { loadYaml } from '../engine/yaml-file.ts';
import { builtInProfiles } from '../pipeline/built-in.ts';
import { BUILT_IN_PROFILES, loadProfile, profileFileName } from './profile.ts';
import { type ProfileFile, profileSchema } from './profile-schema.ts';

const folder = temporaryFolder();
const places = { builtIn: builtInProfiles, workspace: folder.path };

describe('the built-in profiles', () => {
  it('are those in the folder', () => {
    expect(readdirSync(builtInProfiles).sort()).toEqual(BUILT_IN_PROFILES.map((name) => `${name}.yaml`));
  });

  it.each(BUILT_IN_PROFILES.filter((name) => name !== 'generic-csv'))(
    '%s says of each setting where it is from, or that it is uncertain and why',
    async (name) => {
      const file = path.join(builtInProfiles, `${name}.yaml`);
      const { value } = await loadYaml<ProfileFile>(file, profileSchema, { nb: 'profilen', en: 'the profile' });
      const { version: _, title: __, facts = {}, limits = {}, language: ___, ...settings } = value;
      const named = [...Object.keys(settings), ...Object.keys(limits).map((field) => `limits.${field}`)];
      expect(Object.keys(facts).sort()).toEqual(named.sort());
      for (const { source, uncertain, why } of Object.values(facts)) {
        expect(source ?? why).toBeDefined();
        expect(uncertain === true).toBe(why !== undefined);
      }
    },
  );

  it('tell what nobody has confirmed', async () => {
    const { uncertain } = await loadProfile('unit4', places);
    expect(uncertain.map(({ setting }) => setting)).toContain('limits.name');
  });
});

describe('a profile of the workspace', () => {
  it('builds on a built-in one; what it says itself is uncertain no longer', async () => {
    folder.write(
      'rules/profiles/kommune.yaml',
      'version: 1\nextends: katalogvakt:unit4\nlimits: { name: 60 }\nfileName: "{agreement}_{day}.{extension}"\n',
    );
    const profile = await loadProfile('kommune', places);
    expect(profile).toMatchObject({ format: 'ehf', limits: { name: 60, description: 2000 } });
    expect(profile.uncertain.map(({ setting }) => setting)).not.toContain('limits.name');
    expect(profile.uncertain.map(({ setting }) => setting)).toContain('limits.description');
  });

  it('goes before the built-in one of its name, and may build on it', async () => {
    folder.write(
      'rules/profiles/eorder.yaml',
      'version: 1\nextends: katalogvakt:eorder\nformat: csv\ndelimiter: tab\n',
    );
    expect(await loadProfile('eorder', places)).toMatchObject({ format: 'csv', dialect: { delimiter: '\t' } });
  });

  it('may lie anywhere', async () => {
    const file = folder.write('andre/min.yaml', 'version: 1\nextends: ./grunn.yaml\nbom: false\n');
    folder.write('andre/grunn.yaml', 'version: 1\nformat: csv\nlineEnd: lf\n');
    expect(await loadProfile(file, places)).toMatchObject({ dialect: { bom: false, lineEnd: '\n' } });
  });

  it.each([
    ['has no such name', 'finnes-ikke', /Unknown profile "finnes-ikke"/],
    ['is without a format', 'uten-format', /does not say which format/],
    ['builds on itself', 'ring', /build on each other in a circle/],
  ])('that %s is told', async (_, name, message) => {
    folder.write('rules/profiles/uten-format.yaml', 'version: 1\nlanguage: nb\n');
    folder.write('rules/profiles/ring.yaml', 'version: 1\nextends: ring\n');
    await expect(loadProfile(name, places)).rejects.toThrow(message);
  });
});

it('every format is a profile by its name', async () => {
  expect(await loadProfile('peppol', places)).toMatchObject({ format: 'peppol', delivery: 'whole', uncertain: [] });
});

it('a file is called as the profile says, by letters that every system takes', async () => {
  const profile = { ...(await loadProfile('cif', places)), fileName: '{agreement}_{version}_{day}.{extension}' };
  const facts = { agreement: '2025/7', version: '0003', day: '2026-11-15' };
  expect(profileFileName(profile, facts)).toBe('2025-7_0003_2026-11-15.cif');
});
