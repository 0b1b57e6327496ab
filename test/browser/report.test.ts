/** `report.html` in a real browser: the example's, a large one, and one made by somebody who means harm. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { katalogvakt } from '../builders/command.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, checkRun } from '../builders/workspace.ts';
import { axeFindings, CHROMIUM, LOOKS, launch, nodesOn, openFile, sideways } from './chromium.ts';
import { HOSTILE_TEXTS, hostileCatalogue } from './hostile.ts';
import { largeRun } from './large-run.ts';

const EXAMPLE = fileURLToPath(new URL('../../catalogs/kontor-renhold/inbox/katalog-2026-11.csv', import.meta.url));
const ENDED_INBOX = fileURLToPath(new URL('../../catalogs/avsluttet-avtale/inbox/', import.meta.url));
const ENDED = path.join(ENDED_INBOX, readdirSync(ENDED_INBOX)[0] ?? '');
/** axe-core looks at thousands of elements. */
const LONG_MS = 300_000;

const WIDE = { width: 1280, scheme: 'light' } as const;

describeWithTool('the report in Chromium', ...CHROMIUM, () => {
  const folder = temporaryFolder();
  let browser: Browser;
  /** By language. */
  const example = { nb: '', en: '' };
  let exampleRun: string;

  beforeAll(async () => {
    browser = await launch();
    const out = path.join(folder.path, 'eksempel');
    const run = await katalogvakt(['check', EXAMPLE, '--as-of', '2026-11-15', '--lang', 'nb', '--out', out], {
      in: folder.path,
    });
    exampleRun = checkRun(run, out).runFolder;
    example.nb = path.join(exampleRun, 'report.html');
    example.en = await inEnglish(exampleRun);
  });
  afterAll(() => browser?.close());

  async function inEnglish(runFolder: string): Promise<string> {
    const file = path.join(runFolder, 'report-en.html');
    await katalogvakt(['report', runFolder, '--report', 'html', '--lang', 'en', '--out', file], { in: folder.path });
    return file;
  }

  /**
   * Whatever the run, the language and the look.
   * @param inside whether what is folded in is held against axe-core, too: of a large page that takes minutes
   */
  async function expectSound(file: string, inside: boolean): Promise<void> {
    for (const look of LOOKS) {
      const { page, complaints, close } = await openFile(browser, file, look);
      const which = `${look.width} ${look.scheme}`;
      expect(await sideways(page), which).toBe(0);
      if (!inside || look.width < 1000) expect(await axeFindings(page), which).toEqual([]);
      await openAll(page);
      expect(await sideways(page), `${which}, all open`).toBe(0);
      expect(await nodesOn(page)).toBeLessThan(20_000);
      if (inside && look.width > 1000) expect(await axeFindings(page), `${which}, all open`).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    }
  }

  const openAll = (page: Page): Promise<void> =>
    page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');

  describe("the example's", () => {
    it.each(['nb', 'en'] as const)(
      'is sound in %s, light and dark, narrow and wide',
      async (language) => {
        await expectSound(example[language], true);
      },
      LONG_MS,
    );

    it(
      'is sound while something is being decided',
      async () => {
        for (const look of LOOKS) {
          const { page, complaints, close } = await openFile(browser, example.nb, look);
          await page.locator('tr[data-row] input').first().check();
          await decide(page, 'keepPrevious', 'Avtalt');
          await page.locator('tr[data-row] input').nth(1).check();
          await page.locator('.made summary').click();
          expect(await axeFindings(page)).toEqual([]);
          expect([await sideways(page), complaints]).toEqual([0, []]);
          await close();
        }
      },
      LONG_MS,
    );

    it('is found in by text, severity, rule, field and group, and goes back to what it was', async () => {
      const { page, close } = await openFile(browser, example.nb, WIDE);
      const rows = page.locator('tr[data-row]:visible');
      const shown = () => rows.count();
      const before = await shown();
      const status = page.locator('.filter [role=status]');
      const search = page.locator('.filter input[name=text]');
      const all = await page.locator('tr[data-row]').count();

      await search.fill('kopipapir');
      await expect.poll(shown).not.toBe(before);
      for (const text of await rows.allTextContents()) expect(text.toLowerCase()).toContain('kopipapir');
      expect(await status.textContent()).toBe(`Viser ${await shown()} av ${all} funn på siden.`);
      await search.fill('finnes ikke noe sted');
      await expect.poll(shown).toBe(0);

      await page.locator('.filter button[type=reset]').click();
      await expect.poll(shown).toBe(before);
      for (const [name, nth] of [
        ['severity', 2],
        ['rule', 1],
        ['field', 1],
        ['group', 1],
      ] as const) {
        await page.locator(`.filter select[name=${name}]`).selectOption({ index: nth });
        await expect.poll(() => status.textContent()).not.toBe('');
        const count = await shown();
        expect(count, name).toBeGreaterThan(0);
        expect(count, name).toBeLessThan(all);
        await page.locator('.filter button[type=reset]').click();
        await expect.poll(shown).toBe(before);
      }
      await close();
    });

    it('puts the findings of a rule in the order asked for', async () => {
      const { page, close } = await openFile(browser, example.nb, WIDE);
      const items = () => page.locator('details.rule >> nth=0').locator('tr[data-row] th').allTextContents();
      const first = await items();
      await page.locator('.filter select[name=order]').selectOption('item');
      await expect.poll(items).toEqual([...first].sort((a, b) => (a.slice(0, 6) < b.slice(0, 6) ? -1 : 1)));
      await page.locator('.filter select[name=order]').selectOption('');
      await expect.poll(items).toEqual(first);
      await close();
    });

    it('gives what was decided as a file that its schema knows, of this very run', async () => {
      const { page, complaints, close } = await openFile(browser, example.nb, WIDE);
      const box = page.locator('tr[data-row] input').first();
      const item = await page.locator('tr[data-row] th').first().textContent();
      await box.check();
      await decide(page, 'drop', 'For dyrt, «venter» på svar: nei');
      await page.locator('details.rule >> nth=1').locator('summary').first().click();
      await page.locator('details.rule >> nth=1').locator('input[data-rule]:visible').last().check();
      await decide(page, 'accept', 'Slik er det', '2026-12-31');
      const downloading = page.waitForEvent('download');
      await page.locator('[name=download]').click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('decisions.yaml');
      const file = parse(readFileSync(await download.path(), 'utf8'));
      expect(isDecisionFile(file)).toBe(true);
      expect(file.run).toEqual({
        id: path.basename(exampleRun),
        sha256: sha256(readFileSync(path.join(exampleRun, 'result.json'))),
      });
      const [one, rule] = file.decisions;
      expect(item).toContain(one.item);
      expect(one).toMatchObject({ do: 'drop', reason: 'For dyrt, «venter» på svar: nei' });
      expect(rule).toEqual({ rule: expect.any(String), do: 'accept', reason: 'Slik er det', until: '2026-12-31' });
      expect(complaints).toEqual([]);
      await close();
    });

    it('makes no one keep or leave out a line where there is none', async () => {
      const { page, close } = await openFile(browser, example.nb, WIDE);
      const row = await page.evaluate<number>(
        'JSON.parse(document.querySelector("#data").text).rows.findIndex((one) => one.item === undefined)',
      );
      expect(row).toBeGreaterThanOrEqual(0);
      await openAll(page);
      const choices = page.locator('.decide input[name=do]:enabled');
      await page.locator('tr[data-row] input').first().check();
      await page.locator('.decide input[value=drop]').check();
      await page.locator(`input[data-pick="${row}"]`).check();
      expect(await choices.count()).toBe(1);
      expect(await page.locator('.decide input[value=accept]').isChecked()).toBe(true);
      expect(await page.locator('.decide input[name=until]').isVisible()).toBe(true);
      await page.locator(`input[data-pick="${row}"]`).uncheck();
      expect(await choices.count()).toBe(3);
      await close();
    });

    it('forgets a decision that is taken back', async () => {
      const { page, close } = await openFile(browser, example.nb, WIDE);
      await page.locator('tr[data-row] input').first().check();
      await decide(page, 'drop', 'Nei');
      expect(await page.locator('.decision').count()).toBe(1);
      await page.locator('.made summary').click();
      await page.locator('.made li button').click();
      expect(await page.locator('.decision').count()).toBe(0);
      expect(await page.locator('.decide').isVisible()).toBe(false);
      await close();
    });

    it('is decided on with the keyboard alone', async () => {
      const { page, close } = await openFile(browser, example.nb, WIDE);
      await page.locator('tr[data-row] input').first().focus();
      await page.keyboard.press('Space');
      await page.locator('.decide input[name=do]').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Avtalt i møte');
      await page.keyboard.press('Enter');
      expect(await page.locator('.made summary').textContent()).toContain('1 avgjørelse');
      expect(await page.evaluate('document.activeElement.name')).toBe('download');
      await close();
    });

    it('says everything without script, and shows nothing that does not work', async () => {
      const { page, close } = await openFile(browser, example.nb, WIDE, { script: false });
      expect(await page.locator('.js:visible').count()).toBe(0);
      expect(await page.locator('h1').textContent()).toContain('Katalogen er');
      await close();
    });

    it('is printed without controls, within the sheet, everything folded out', async () => {
      const { page, close } = await openFile(browser, example.nb, { width: 700, scheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.filter:visible, .decide:visible, td.pick:visible').count()).toBe(0);
      expect(await page.locator('details.rule table:visible').count()).toBe(
        await page.locator('details.rule table').count(),
      );
      expect(await sideways(page)).toBe(0);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
      await close();
    });
  });

  it(
    'of a catalogue that is refused is sound, and has nothing to show as approved',
    async () => {
      const out = path.join(folder.path, 'avvist');
      const run = checkRun(
        await katalogvakt(['check', ENDED, '--as-of', '2026-11-15', '--lang', 'nb', '--out', out], { in: folder.path }),
        out,
      );
      expect(run.result.outcome).toBe('refused');
      for (const file of [path.join(run.runFolder, 'report.html'), await inEnglish(run.runFolder)])
        await expectSound(file, true);
    },
    LONG_MS,
  );

  it('gives a file that `approve` reads: by line, by cause and by rule', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `5${at}`);
    const lines = (factor: number) =>
      names.map((one) => `${one};Vare ${one};stk;${(8 * factor).toFixed(2)}\r\n`).join('');
    const space = aWorkspace(folder, {
      prices: { content: `Varenr;Varenavn;Enhet;Avtalt pris\r\n300;Penn blå;stk;8\r\n${lines(1)}` },
    });
    const run = await space.check('a.csv', `Varenr;Varenavn;Enhet;Pris\r\n300;Penn blå;stk;9,00\r\n${lines(1.25)}`);
    const { page, close } = await openFile(browser, path.join(run.runFolder, 'report.html'), WIDE);
    await openAll(page);
    await page.locator('input[data-cause]').first().check();
    await decide(page, 'accept', 'Mva er med ut året', '2026-12-31');
    const dear = run.findings.find(({ item, rule }) => item === '300' && rule === 'price/above-agreed');
    expect(dear).toBeDefined();
    await page.getByLabel('Velg 300').first().check();
    await decide(page, 'drop', 'For dyr');
    await page.locator('details.rule input[data-rule]:not([data-cause])').first().check();
    await decide(page, 'accept', 'Slik er det', '2026-12-31');
    const downloading = page.waitForEvent('download');
    await page.locator('[name=download]').click();
    const file = path.join(space.folder, 'decisions.yaml');
    await (await downloading).saveAs(file);
    await close();
    expect(parse(readFileSync(file, 'utf8')).decisions).toMatchObject([
      { cause: expect.any(String), do: 'accept' },
      { item: '300', do: 'drop' },
      { rule: expect.any(String), do: 'accept', reason: 'Slik er det', until: '2026-12-31' },
    ]);
    const answer = await katalogvakt(
      ['approve', run.runFolder, '--by', 'Kari', '--decisions', 'decisions.yaml', '--allow-partly'],
      { in: space.folder },
    );
    expect([answer.code, answer.err]).toEqual([0, '']);
    expect(readFileSync(path.join(space.folder, 'catalogs/avtale/waivers.yaml'), 'utf8')).toContain('Mva er med ut');
  });

  it(
    'of 100,000 lines with many findings is sound, small and quick',
    async () => {
      const run = await largeRun(folder);
      const file = path.join(run.runFolder, 'report.html');
      expect(run.result.lines.read).toBe(100_000);
      expect(run.result.findings.error).toBeGreaterThan(50_000);
      for (const one of [file, await inEnglish(run.runFolder)]) {
        expect(statSync(one).size).toBeLessThan(2_000_000);
        await expectSound(one, false);
      }
      const loads: number[] = [];
      const filterings: number[] = [];
      for (let round = 0; round < 5; round++) {
        const { page, close } = await openFile(browser, file, WIDE, { before: LONG_TASKS });
        await page.waitForTimeout(300);
        loads.push(await longestTask(page));
        await page.locator('.filter input[name=text]').fill('vare 99');
        await page.waitForTimeout(500);
        await page.locator('.filter select[name=order]').selectOption('item');
        await page.waitForTimeout(500);
        filterings.push(await longestTask(page));
        await close();
      }
      expect(median(loads)).toBeLessThan(200);
      expect(median(filterings)).toBeLessThan(200);
    },
    2 * LONG_MS,
  );

  it(
    'of a catalogue with hostile text in every field runs none of it and keeps its layout',
    async () => {
      const space = aWorkspace(folder, { previous: { content: hostileCatalogue('before') } });
      const run = await space.check('ond.csv', hostileCatalogue('now'));
      expect(run.findings.length).toBeGreaterThan(HOSTILE_TEXTS.length);
      for (const file of [path.join(run.runFolder, 'report.html'), await inEnglish(run.runFolder)]) {
        await expectSound(file, false);
        const { page, close } = await openFile(browser, file, WIDE);
        expect(await page.evaluate('window.hacked')).toBeUndefined();
        expect(await page.locator('script').count()).toBe(2);
        expect(await page.locator('img, iframe, object, embed, link, base').count()).toBe(0);
        await close();
      }
    },
    LONG_MS,
  );
});

async function decide(page: Page, what: string, reason: string, until?: string): Promise<void> {
  await page.locator(`.decide input[value=${what}]`).check();
  await page.locator('.decide input[name=reason]').fill(reason);
  if (until !== undefined) await page.locator('.decide input[name=until]').fill(until);
  await page.locator('.decide form .primary').click();
}

/** By the published schema. */
function isDecisionFile(file: unknown): boolean {
  const schema = fileURLToPath(new URL('../../docs/schemas/decisions.schema.json', import.meta.url));
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  return ajv.validate(JSON.parse(readFileSync(schema, 'utf8')), file) === true;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Notes every task of the page's own thread that takes longer than 50 ms. */
const LONG_TASKS =
  'window.tasks = [0]; new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask", buffered: true })';

/** Since it was asked last, in milliseconds; 0 for none above 50. */
const longestTask = (page: Page): Promise<number> =>
  page.evaluate('(() => { const longest = Math.max(...window.tasks); window.tasks = [0]; return longest; })()');
