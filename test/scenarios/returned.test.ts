/** An article that was taken out, and stands in the catalogue again some versions later. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
const PAPER = '100;Kopipapir A4;stk;49,90\r\n';
const ENVELOPE = '200;Konvolutt C5;stk;12,50\r\n';
const PEN = '300;Kulepenn blå;stk;8,00\r\n';

async function approved(space: Workspace, content: string): Promise<CheckRun> {
  const run = await space.check('a.csv', content);
  const at = path.relative(space.folder, run.runFolder);
  const { code, err } = await katalogvakt(['approve', at, '--by', 'Kari', '--allow-partly'], { in: space.folder });
  if (code !== 0) throw new Error(err);
  return run;
}

const returned = ({ findings }: CheckRun) =>
  findings.flatMap(({ rule, item, parameters }) =>
    rule === 'expiry/returned' ? [[item, parameters?.['version']]] : [],
  );

it('is told with the version that had it last, for any number of threads', async () => {
  const space = aWorkspace(folder);
  await approved(space, HEAD + PAPER + ENVELOPE + PEN);
  const second = await approved(space, HEAD + PAPER + PEN);
  expect(second.result.notChecked).toContainEqual({ rule: 'expiry/returned', reason: 'noPrevious' });
  await approved(space, HEAD + PAPER);
  const back = await space.check('a.csv', HEAD + PAPER + ENVELOPE + PEN);
  expect(returned(back)).toEqual([
    ['200', '0001'],
    ['300', '0002'],
  ]);
  const files = back.result.references?.map(({ file }) => file);
  expect(files).toContain('catalogs/avtale/approved/0001/manifest.json');
  expect(files).not.toContain('catalogs/avtale/approved/0003/manifest.json');
  // What was approved meanwhile is nothing new.
  await approved(space, HEAD + PAPER + ENVELOPE + PEN);
  expect(returned(await space.check('a.csv', HEAD + PAPER + ENVELOPE + PEN))).toEqual([]);
});
