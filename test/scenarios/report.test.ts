/** The reports of a stored run: the same again, in another format, in the other language, to the screen or a file. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { REPORTS } from '../../src/reporters/index.ts';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const CATALOGUE =
  'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;14,50\r\n300;Kulepenn blå;stk;8,00\r\n';

async function stored() {
  const space = aWorkspace(folder);
  const run = await space.check('a.csv', CATALOGUE);
  const name = path.relative(space.folder, run.runFolder);
  const report = (...words: readonly string[]) => katalogvakt(['report', name, ...words], { in: space.folder });
  return { space, run, report };
}

it('is what the check itself printed and wrote', async () => {
  const { run, report } = await stored();
  expect((await report()).out).toBe(run.out);
  for (const [name, file] of Object.entries({ html: 'report.html', csv: 'findings.csv', 'diff-csv': 'diff.csv' }))
    expect((await report('--report', name)).out).toBe(run.file(file).toString());
});

it.each(REPORTS.filter((name) => name !== 'catalogue-response'))('%s comes in the other language too', async (name) => {
  const { report } = await stored();
  const [norwegian, english] = [await report('--report', name), await report('--report', name, '--lang', 'en')];
  expect([norwegian.code, english.code, english.err]).toEqual([0, 0, '']);
  expect(english.out).not.toBe('');
  if (name !== 'json') expect(english.out).not.toBe(norwegian.out);
});

it('goes to a file that is whole or not there', async () => {
  const { space, report } = await stored();
  const answer = await report('--report', 'sarif', '--out', 'funn.sarif');
  expect([answer.code, answer.out]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(path.join(space.folder, 'funn.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  const nowhere = await report('--report', 'sarif', '--out', 'finnes-ikke/funn.sarif');
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toContain('finnes-ikke/funn.sarif.');
  expect(existsSync(path.join(space.folder, 'finnes-ikke'))).toBe(false);
});

it('of a name that is none lists those there are', async () => {
  const { report } = await stored();
  const answer = await report('--report', 'pdf');
  expect(answer.code).toBe(2);
  for (const name of REPORTS) expect(answer.err).toContain(name);
});
