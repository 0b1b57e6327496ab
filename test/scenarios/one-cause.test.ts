/** Many prices wrong for one reason are told as one cause with its count, in every report. */
import { expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const LINES = 40;

it('prices that are all a quarter too high are one cause, with its count', async () => {
  const prices = Array.from({ length: LINES }, (_, at) => `${at};Vare ${at};stk;${(at + 1) * 4},00\r\n`);
  const offered = Array.from({ length: LINES }, (_, at) => `${at};Vare ${at};stk;${(at + 1) * 5},00\r\n`);
  const workspace = aWorkspace(folder, {
    prices: { content: `Varenr;Varenavn;Enhet;Avtalt pris\r\n${prices.join('')}` },
  });
  const run = await workspace.check('a.csv', `Varenr;Varenavn;Enhet;Pris\r\n${offered.join('')}`);
  const told = `Én årsak for ${LINES} av ${LINES}: 25 % mva. er lagt til`;
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('%25', '%');

  expect(plain(run.out)).toContain(told);
  expect(plain(run.file('report.html').toString())).toContain(told);
  expect(run.result.rules.find(({ rule }) => rule === 'price/vat-included')).toMatchObject({
    findings: LINES,
    causes: [{ code: 'vatIncluded:25', findings: LINES }],
  });
  for (const format of ['text', 'markdown', 'sarif', 'junit', 'github', 'gitlab']) {
    const again = await katalogvakt(['report', run.runFolder, '--report', format, '--lang', 'nb'], {
      in: workspace.folder,
    });
    expect([format, plain(again.out).includes(told)]).toEqual([format, true]);
  }
});
