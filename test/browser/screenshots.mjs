/**
 * Takes the pictures of the report that stand in `docs/images/`, from the example: `npm run screenshots`. Needs Debian's
 * Chromium, as the tests in this folder do.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMMAND = path.join(ROOT, 'bin', 'katalogvakt.js');
const IMAGES = path.join(ROOT, 'docs', 'images');

/** Name, language, look, and how much of the page: `at` is what is scrolled to. */
const PICTURES = [
  { name: 'report-nb', language: 'nb', colorScheme: 'light', width: 1200, height: 1525 },
  { name: 'report-en', language: 'en', colorScheme: 'light', width: 1200, height: 1590 },
  { name: 'report-dark', language: 'nb', colorScheme: 'dark', width: 1200, height: 1525 },
  {
    name: 'report-decisions',
    language: 'nb',
    colorScheme: 'light',
    width: 1200,
    height: 900,
    at: '#findings',
    decide: true,
  },
];

const temporary = mkdtempSync(path.join(tmpdir(), 'katalogvakt-pictures-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const run = checkExample();
  mkdirSync(IMAGES, { recursive: true });
  for (const { name, language, colorScheme, width, height, at, decide } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(pathToFileURL(report(run, language)).href);
    if (decide) await decideSome(page);
    if (at !== undefined) await page.locator(at).evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
}

/** @returns folder of the run */
function checkExample() {
  const out = path.join(temporary, 'reports');
  const file = path.join(ROOT, 'catalogs', 'kontor-renhold', 'inbox', 'katalog-2026-11.csv');
  try {
    execFileSync(process.execPath, [COMMAND, 'check', file, '--as-of', '2026-11-15', '--allow-partly', '--out', out]);
  } catch (error) {
    // 1: not approved, which is a run like any other.
    if (error.status !== 1) throw error;
  }
  return path.join(out, readdirSync(out)[0]);
}

/** @param {string} run @param {string} language */
function report(run, language) {
  const file = path.join(run, `report-${language}.html`);
  execFileSync(process.execPath, [COMMAND, 'report', run, '--report', 'html', '--lang', language, '--out', file]);
  return file;
}

/** @param {import('playwright-core').Page} page */
async function decideSome(page) {
  const boxes = page.locator('tr[data-row] input[data-pick]');
  await boxes.nth(1).check();
  await page.locator('.decide input[value=keepPrevious]').check();
  await page.locator('.decide input[name=reason]').fill('Prisen tas opp i neste møte');
  await page.locator('.decide form .primary').click();
  await boxes.nth(0).check();
  await page.locator('.decide input[value=accept]').check();
  await page.locator('.decide input[name=reason]').fill('Varslet i tide');
  const until = page.locator('.decide input[name=until]');
  await until.fill('2027-01-31');
  await until.blur();
}
