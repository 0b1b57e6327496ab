/** Small workspaces for whole runs: one agreement with its price list, rule set and previous version. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../src/catalogue/finding.ts';
import type { Result } from '../../src/reporters/result.ts';
import { agreementYaml } from './agreement-file.ts';
import { type CommandRun, katalogvakt } from './command.ts';
import type { TemporaryFolder } from './temporary-file.ts';

export interface WorkspaceFiles {
  /** Lines for the end of the agreement. */
  readonly agreement?: string;
  /** Content and name of the price list; `null` for none. */
  readonly prices?: { readonly name?: string; readonly content: string | Uint8Array } | null;
  readonly previous?: { readonly name?: string; readonly content: string | Uint8Array };
  /** Body of a rule set that extends the recommended one: YAML below `version` and `extends`. */
  readonly rules?: string;
}

export interface Workspace {
  readonly folder: string;
  /** Where the catalogues lie, relative to the folder. */
  readonly inbox: string;
  write(name: string, content: string | Uint8Array): string;
  /** Checks a catalogue put into the inbox, on a fixed day where the words name none. */
  check(name: string, content: string | Uint8Array, ...words: readonly string[]): Promise<CheckRun>;
}

export interface CheckRun extends CommandRun {
  /** Absolute. */
  readonly runFolder: string;
  readonly result: Result;
  readonly findings: readonly Finding[];
  /** The approved catalogue's bytes; none when nothing goes on. */
  readonly approved: Buffer | undefined;
  /** What its file is called. */
  readonly approvedName: string | undefined;
  file(name: string): Buffer;
}

export const DAY = '2026-05-04';
export const PRICES =
  'Varenr;Varenavn;Enhet;Avtalt pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;12,50\r\n300;Kulepenn blå;stk;8,00\r\n';

let workspaces = 0;

export function aWorkspace(folder: TemporaryFolder, files: WorkspaceFiles = {}): Workspace {
  const root = `arbeid-${++workspaces}`;
  const own = `${root}/catalogs/avtale`;
  const write = (name: string, content: string | Uint8Array): string => folder.write(path.join(root, name), content);
  const prices = files.prices === undefined ? { content: PRICES } : files.prices;
  const pricesName = prices?.name ?? 'prices.csv';
  const previousName = files.previous?.name ?? 'forrige.csv';
  folder.write(
    `${own}/agreement.yaml`,
    agreementYaml({
      language: 'nb',
      ...(prices === null ? {} : { prices: pricesName }),
      ...(files.previous === undefined ? {} : { previous: `approved/${previousName}` }),
      ...(files.rules === undefined ? {} : { rules: '../../rules/egne.yaml' }),
    }) + (files.agreement ?? ''),
  );
  if (prices !== null) folder.write(`${own}/${pricesName}`, prices.content);
  if (files.previous !== undefined) folder.write(`${own}/approved/${previousName}`, files.previous.content);
  if (files.rules !== undefined)
    write('rules/egne.yaml', `version: 1\nextends: katalogvakt:recommended\n${files.rules}\n`);
  const at = path.join(folder.path, root);
  const inbox = 'catalogs/avtale/inbox';
  let runs = 0;
  return {
    folder: at,
    inbox,
    write,
    async check(name, content, ...words) {
      const out = `ut-${++runs}`;
      write(`${inbox}/${name}`, content);
      const day = words.includes('--as-of') ? [] : ['--as-of', DAY];
      const run = await katalogvakt(['check', `${inbox}/${name}`, ...day, '--out', out, ...words], { in: at });
      return checkRun(run, path.join(at, out));
    },
  };
}

/** What a run wrote. @param out the folder that holds its one run folder */
export function checkRun(run: CommandRun, out: string): CheckRun {
  const [name, ...others] = runFolders(out);
  if (name === undefined || others.length > 0)
    throw new Error(`expected one run folder, found ${runFolders(out)}: ${run.err}`);
  const runFolder = path.join(out, name);
  const file = (own: string): Buffer => readFileSync(path.join(runFolder, own));
  const approved = readdirSync(runFolder).find((own) => own.startsWith('approved.'));
  return {
    ...run,
    runFolder,
    file,
    result: JSON.parse(file('result.json').toString()) as Result,
    findings: file('findings.jsonl')
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Finding),
    approved: approved === undefined ? undefined : file(approved),
    approvedName: approved,
  };
}

/** Run folders, and what a run that failed may have left behind. */
export function runFolders(out: string): readonly string[] {
  try {
    return readdirSync(out);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      return [];
    throw error;
  }
}
