/** Debian's Chromium, driven without a window, and what a report must never do in it. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Program and arguments for `describeWithTool`. */
export const CHROMIUM = ['/usr/bin/chromium', ['--version']] as const;

export function launch(): Promise<Browser> {
  // The tests may run as root, where the sandbox cannot; the pages are our own files.
  return chromium.launch({ executablePath: CHROMIUM[0], args: ['--no-sandbox', '--disable-gpu'] });
}

export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export const LOOKS: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 360, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 360, scheme: 'dark' },
];

export interface OpenedPage {
  readonly page: Page;
  /** Messages of the console, violations of the policy, errors, requests that leave the file: should stay empty. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a file from disk in a window of its own. */
export async function openFile(
  browser: Browser,
  file: string,
  { width, scheme }: Look,
  options: { readonly script?: boolean; readonly before?: string } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: options.script ?? true,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const address = pathToFileURL(file).href;
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('request', (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith('blob:')) complaints.push(`request: ${url}`);
  });
  if (options.before !== undefined) await page.addInitScript(options.before);
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

/** What axe-core finds against WCAG 2.2 AA and good practice: rule and places. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 5)}`);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How far the page may be scrolled sideways, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Elements, texts and comments. */
export function nodesOn(page: Page): Promise<number> {
  return page.evaluate(
    '(() => { const walk = document.createNodeIterator(document, NodeFilter.SHOW_ALL); let n = 0; while (walk.nextNode()) n++; return n; })()',
  );
}
