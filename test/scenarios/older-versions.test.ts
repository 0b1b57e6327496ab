/** What the versions before the newest one tell: articles that are back, and lines nobody has touched for long. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/engine/rule.ts';
import { olderVersions } from '../../src/pipeline/inputs/older-versions.ts';
import { katalogvakt } from '../builders/command.ts';
import { activeRule, aLineRule, ruleSetOf } from '../builders/rule-set.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun, DAY, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const HEAD = 'Varenr;Varenavn;Enhet;Pris\r\n';
const PAPER = '100;Kopipapir A4;stk;49,90\r\n';
const ENVELOPE = '200;Konvolutt C5;stk;12,50\r\n';
const PEN = '300;Kulepenn blå;stk;8,00\r\n';

async function approved(space: Workspace, content: string, day?: string): Promise<CheckRun> {
  const run = await space.check('a.csv', content, ...(day === undefined ? [] : ['--as-of', day]));
  const at = path.relative(space.folder, run.runFolder);
  const { code, err } = await katalogvakt(['approve', at, '--by', 'Kari', '--allow-partly'], { in: space.folder });
  if (code !== 0) throw new Error(err);
  return run;
}

const returned = ({ findings }: CheckRun) =>
  findings.flatMap(({ rule, item, parameters }) =>
    rule === 'expiry/returned' ? [[item, parameters?.['version']]] : [],
  );

it('an article that is back is told with the version that had it last, for any number of threads', async () => {
  const space = aWorkspace(folder);
  await approved(space, HEAD + PAPER + ENVELOPE + PEN);
  const second = await approved(space, HEAD + PAPER + PEN);
  expect(second.result.notChecked).toContainEqual({ rule: 'expiry/returned', reason: 'noFormerVersions' });
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

const untouched = ({ findings }: CheckRun) =>
  findings.flatMap(({ rule, item, parameters }) => (rule === 'expiry/stale' ? [[item, parameters?.['day']]] : []));

it('a line that is sent again and again as it was is told with the day of the first version that had it so', async () => {
  const space = aWorkspace(folder, { prices: null, rules: 'rules:\n  expiry/stale: { severity: info, months: 12 }' });
  const dearer = ENVELOPE.replace('12,50', '13,00');
  const cap = '400;Hette;stk;1,00\r\n';
  await approved(space, HEAD + PAPER + ENVELOPE + PEN + cap, '2025-01-10');
  // Columns in another order, and one more with nothing in it, are no change of a line.
  const moved = (lines: string) =>
    lines.replaceAll(/^(.*?);(.*?);(.*?);(.*?)\r$/gm, (_, number, name, unit, price) =>
      [name, number, unit, price, name === 'Varenavn' ? 'Merke' : ''].join(';').concat('\r'),
    );
  await approved(space, moved(HEAD + PAPER + dearer + PEN), '2025-02-10');
  const newer = PEN.replace('8,00', '8,50');
  await approved(space, HEAD + PAPER + dearer + newer + cap, '2026-04-10');
  expect(untouched(await space.check('a.csv', HEAD + PAPER + dearer + newer + cap))).toEqual([
    ['100', '2025-01-10'],
    ['200', '2025-02-10'],
  ]);
  // What was changed now is not untouched, however long it stood before.
  expect(untouched(await space.check('a.csv', HEAD + PAPER.replace('49,90', '48,00') + dearer + newer))).toEqual([
    ['200', '2025-02-10'],
  ]);
});

it('they are only looked into where a rule asks for them', async () => {
  const space = aWorkspace(folder);
  for (const content of [HEAD + PAPER + PEN, HEAD + PAPER]) await approved(space, content);
  const checkedWith = async (...off: readonly string[]) => {
    const rules = off.map((rule) => `  ${rule}: off\n`).join('');
    space.write('rules/uten.yaml', `version: 1\nextends: katalogvakt:recommended\nrules:\n${rules}`);
    const run = await space.check('a.csv', HEAD + PAPER + PEN, '--rules', 'rules/uten.yaml');
    const isRead = run.result.references?.some(({ file }) => file.endsWith('approved/0001/manifest.json'));
    return [isRead, returned(run)];
  };
  expect(await checkedWith('expiry/stale')).toEqual([true, [['300', '0001']]]);
  expect(await checkedWith('expiry/returned')).toEqual([true, []]);
  expect(await checkedWith('expiry/stale', 'expiry/returned')).toEqual([false, []]);
});

describe('what lines said in older versions', () => {
  it('is read for whatever rule says that it uses it, and nothing is where none does', async () => {
    const space = aWorkspace(folder);
    for (const content of [HEAD + PAPER + PEN, HEAD + PAPER]) await approved(space, content);
    const agreement = { path: path.join(space.folder, 'catalogs/avtale/agreement.yaml') };
    const olderFor = (...rules: readonly Rule[]) =>
      olderVersions({ day: DAY }, agreement, ruleSetOf(rules.map((rule) => activeRule(rule))), (file) => ({
        name: path.basename(file),
        path: file,
      }));
    const using = await olderFor(aLineRule({ uses: ['formerContents'] }));
    expect(using.references.formerItems).toHaveProperty('unchangedSince');
    expect(using.files).toMatchObject([{ file: 'manifest.json' }]);
    const needing = await olderFor(aLineRule({ needs: ['formerVersions'] }));
    expect(needing.references.formerItems?.versions).toMatchObject([{ number: '0001' }]);
    expect(needing.references.formerItems).not.toHaveProperty('unchangedSince');
    expect(await olderFor(aLineRule({ needs: ['previousVersion'] }))).toEqual({ references: {}, files: [] });
  });
});
