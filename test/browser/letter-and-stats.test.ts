/** The letter to the supplier and the page of trends in a real browser: the example's, and of somebody who means harm. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, checkRun } from '../builders/workspace.ts';
import { axeFindings, CHROMIUM, LOOKS, launch, openFile, sideways } from './chromium.ts';
import { hostileCatalogue } from './hostile.ts';

const CATALOGS = fileURLToPath(new URL('../../catalogs', import.meta.url));
const EXAMPLE = path.join(CATALOGS, 'kontor-renhold/inbox/katalog-2026-11.csv');
const LONG_MS = 300_000;

describeWithTool('in Chromium', ...CHROMIUM, () => {
  const folder = temporaryFolder();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function expectSound(file: string): Promise<void> {
    for (const look of LOOKS) {
      const { page, complaints, close } = await openFile(browser, file, look);
      const which = `${look.width} ${look.scheme}`;
      expect(await sideways(page), which).toBe(0);
      expect(await axeFindings(page), which).toEqual([]);
      expect(complaints, which).toEqual([]);
      await close();
    }
  }

  it.each(['nb', 'en'] as const)(
    "the example's are sound in %s, light and dark, narrow and wide",
    async (language) => {
      const at = path.join(folder.path, language);
      const check = (day: string, ...more: readonly string[]) =>
        katalogvakt(['check', EXAMPLE, '--as-of', day, '--lang', language, '--out', at, ...more], { in: folder.path });
      const run = checkRun(await check('2026-11-15', '--report', 'deviation-notice'), at);
      await check('2026-11-16');
      const page = path.join(folder.path, `stats-${language}.html`);
      const words = ['stats', CATALOGS, '--runs', at, '--report', 'html', '--lang', language, '--out', page];
      expect((await katalogvakt(words, { in: folder.path })).err).toBe('');
      await expectSound(path.join(run.runFolder, 'deviation-notice.html'));
      await expectSound(page);
    },
    LONG_MS,
  );

  it(
    'hostile text in every field neither runs nor breaks the letter',
    async () => {
      const space = aWorkspace(folder);
      const run = await space.check('ond.csv', hostileCatalogue('now'), '--report', 'deviation-notice');
      await expectSound(path.join(run.runFolder, 'deviation-notice.html'));
    },
    LONG_MS,
  );
});
