/** The ordering systems that an agreement names: what they take of texts is checked. */
import { expect, it } from 'vitest';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const CATALOGUE = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5 hvit;stk;12,50\r\n';

it('the tightest limit of their profiles counts, those of the workspace among them', async () => {
  const workspace = aWorkspace(folder, { agreement: 'systems: [visma-ehandel, kort]' });
  workspace.write(
    'rules/profiles/kort.yaml',
    'version: 1\nextends: katalogvakt:visma-ehandel\ntitle: { nb: Kort, en: Kort }\nlimits: { name: 12 }\n',
  );
  const run = await workspace.check('ny.csv', CATALOGUE);
  const told = run.findings.filter(({ rule }) => rule === 'name/length');
  expect(told.map(({ place, message, parameters }) => [place.row, message, parameters])).toEqual([
    [3, 'system', { length: '17', max: '12', system: 'Kort' }],
  ]);
  const files = run.result.references?.map(({ file }) => file);
  expect(files).toContain('katalogvakt:profiles/visma-ehandel.yaml');
  expect(files).toContain('rules/profiles/kort.yaml');
});

it('a system without a profile is the operator’s to put right', async () => {
  const workspace = aWorkspace(folder, { agreement: 'systems: [vismaehandel]' });
  await expect(workspace.check('ny.csv', CATALOGUE)).rejects.toThrow(/vismaehandel/);
});
