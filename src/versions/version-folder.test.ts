import path from 'node:path';
import { expect, it } from 'vitest';
import { aStoredVersion } from '../../test/builders/stored-version.ts';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { catalogueOf, newestVersion, versionNumbers } from './version-folder.ts';

const folder = temporaryFolder();
const CATALOGUE = 'Varenr;Varenavn;Pris\r\n100;Kopipapir;49,90\r\n';

function writer(agreement: string) {
  return (name: string, content: string) => folder.write(path.join(agreement, name), content);
}

it('an agreement without a folder of versions, or without versions in it, has none', async () => {
  writer('tom')('approved/2026-05.csv', CATALOGUE);
  for (const name of ['ingen', 'tom']) {
    const agreement = path.join(folder.path, name);
    expect([await versionNumbers(agreement), await newestVersion(agreement)]).toEqual([[], undefined]);
  }
});

it('the newest version is that of the highest number, beyond four digits too', async () => {
  const write = writer('mange');
  for (const number of ['0002', '10000', '0001', '9999']) aStoredVersion(write, number, { catalogue: CATALOGUE });
  write('approved/inputs/abc.csv', CATALOGUE);
  write('approved/.staging-1/manifest.json', '');
  const agreement = path.join(folder.path, 'mange');
  expect(await versionNumbers(agreement)).toEqual(['0001', '0002', '9999', '10000']);
  expect((await newestVersion(agreement))?.manifest.number).toBe('10000');
});

it('a catalogue is read as it was when it was approved, with the mapping of that day', async () => {
  aStoredVersion(writer('lest'), '0001', {
    catalogue: CATALOGUE,
    manifest: {
      catalogue: { file: 'catalogue.csv', format: 'csv', lines: 1, reading: { map: ['price=Pris'] }, mapped: true },
      inputs: [
        {
          role: 'mapping',
          file: 'catalogs/lest/mapping.yaml',
          sha256: 'a'.repeat(64),
          bytes: 9,
          stored: 'inputs/a.yaml',
        },
      ],
    },
  });
  const newest = await newestVersion(path.join(folder.path, 'lest'));
  expect(newest && catalogueOf(newest)).toEqual({
    path: path.join(folder.path, 'lest/approved/0001/catalogue.csv'),
    reading: { map: ['price=Pris'] },
    mappingFile: path.join(folder.path, 'lest/approved/inputs/a.yaml'),
  });
});

it.each([
  ['of a newer format', { version: 2 } as object, 'knows 1 only'],
  ['with an unknown key', { sjekket: true } as object, 'sjekket'],
])('a manifest %s is told with file and line', async (_, manifest, told) => {
  const agreement = `feil-${told.slice(0, 3).trim()}`;
  aStoredVersion(writer(agreement), '0001', { catalogue: CATALOGUE, manifest });
  await expect(newestVersion(path.join(folder.path, agreement))).rejects.toThrow(
    new RegExp(`manifest\\.json:\\d+: .*${told}`),
  );
});
