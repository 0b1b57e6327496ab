/** The example workspace through the real command, from file to run folder. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/catalogue/finding.ts';
import type { Result } from '../../src/reporters/result.ts';
import { rules } from '../../src/rules/index.ts';

const COMMAND = fileURLToPath(new URL('../../bin/katalogvakt.js', import.meta.url));
const GENERATOR = fileURLToPath(new URL('build.mjs', import.meta.url));
const CATALOGUES = fileURLToPath(new URL('../../catalogs', import.meta.url));
const DAY = '2026-11-15';

/** What the gate must not let through, as a supplier typed it. */
const NEVER_APPROVED = [/12,5O/, /(?<!\d)70999990503(?!\d)/, /31\.02\.2026/, /KOLLIX/];

interface Run {
  readonly exitCode: number;
  readonly folder: string;
  readonly result: Result;
  readonly findings: readonly Finding[];
}

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'katalogvakt example '));
});
afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

/** @param flags beside the file, the day, the language and the folder for the run */
async function check(file: string, flags: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): Promise<Run> {
  const out = await mkdtemp(path.join(temporary, 'out '));
  const given = [COMMAND, 'check', file, '--as-of', DAY, '--lang', 'nb', '--out', out, ...flags];
  const { exitCode, stderr } = await new Promise<{ exitCode: number | string; stderr: string }>((resolve) => {
    execFile(process.execPath, given, { env, cwd: temporary }, (error, _stdout, text) => {
      resolve({ exitCode: error === null ? 0 : (error.code ?? error.message), stderr: text });
    });
  });
  const [name] = await readdir(out);
  if (typeof exitCode !== 'number' || exitCode > 1 || name === undefined) {
    throw new Error(`katalogvakt check ${file} ended with ${exitCode} and without a run: ${stderr}`);
  }
  const folder = path.join(out, name);
  const findings = (await readFile(path.join(folder, 'findings.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  return {
    exitCode,
    folder,
    result: JSON.parse(await readFile(path.join(folder, 'result.json'), 'utf8')) as Result,
    findings: findings.map((line) => JSON.parse(line) as Finding),
  };
}

/** All the text in a file; a workbook's parts one after the other. */
async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.values(unzipSync(new Uint8Array(bytes)))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
}

/** Every file of a folder with its bytes. */
async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).sort();
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'base64')));
  return Object.fromEntries(names.map((name, index) => [name, files[index] ?? '']));
}

type Mark = Readonly<Record<'rule' | 'file' | 'row' | 'column' | 'item' | 'field', string>>;

async function readMarks(): Promise<readonly Mark[]> {
  const text = await readFile(path.join(CATALOGUES, 'kontor-renhold', 'planted-faults.csv'), 'utf8');
  return parse(text, { bom: true, delimiter: ';', columns: true }) as Mark[];
}

/** One line of text per finding, in an order of its own: marks and findings are compared as sets that may repeat. */
const asLines = (marks: readonly Mark[]): readonly string[] =>
  marks.map(({ rule, file, row, column, item, field }) => `${file} ${row}${column} ${rule} ${item} ${field}`).sort();

/** What a check of the catalogue must find, in it and on the price list. */
const marked = async (catalogue: string) =>
  asLines((await readMarks()).filter(({ file }) => file === catalogue || file === 'prices.csv'));

const found = (findings: readonly Finding[]) =>
  asLines(
    findings.map(({ rule, place, item = '', field = '' }) => ({
      rule,
      file: place.file.replace('catalogs/kontor-renhold/', ''),
      row: String(place.row ?? ''),
      column: place.column ?? '',
      item,
      field,
    })),
  );

describe.each(['csv', 'xlsx'])('the example catalogue as %s', (format) => {
  const file = `inbox/katalog-2026-11.${format}`;
  const catalogue = path.join(CATALOGUES, 'kontor-renhold', file);
  const agreement = path.join(CATALOGUES, 'kontor-renhold', 'agreement.yaml');
  let run: Run;
  beforeAll(async () => {
    run = await check(catalogue);
  });

  it('has every planted fault found at its row and column, and nothing else', async () => {
    expect(found(run.findings)).toEqual(await marked(file));
  });

  it('is passed in part, which is a pass only where that is allowed', async () => {
    expect(run.result.outcome).toBe('partly');
    expect(run.exitCode).toBe(1);
    expect((await check(catalogue, ['--allow-partly'])).exitCode).toBe(0);
  });

  it('has every line accounted for', () => {
    const { read, asSent, corrected, keptPrevious, withheld } = run.result.lines;
    expect(read).toBe(asSent + corrected + keptPrevious + withheld);
    expect(read).toBeGreaterThan(290);
    expect(withheld).toBeGreaterThan(30);
  });

  it.each(NEVER_APPROVED)('does not let %s through', async (never) => {
    expect(await textOf(catalogue)).toMatch(never);
    expect(await textOf(path.join(run.folder, `approved.${format}`))).not.toMatch(never);
  });

  it('carries the column nobody knows through', async () => {
    expect(await textOf(path.join(run.folder, `approved.${format}`))).toContain('Hylleplass');
  });

  it('is approved without a change when its approved file is checked again', async () => {
    const approved = path.join(run.folder, `approved.${format}`);
    const again = await check(approved, ['--agreement', agreement, '--previous', approved]);
    expect(again.result.outcome).toBe('approved');
    expect(again.exitCode).toBe(0);
    expect(again.result.findings.error).toBe(0);
    expect(again.result.lines.read).toBe(run.result.lines.asSent);
    const changes = await readFile(path.join(again.folder, 'diff.csv'), 'utf8');
    expect(changes.trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('gives the same bytes in another folder, time zone and locale', async () => {
    const elsewhere = path.join(temporary, `kopi på øya ${format}`, 'catalogs');
    await cp(CATALOGUES, elsewhere, { recursive: true });
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
    const other = await check(path.join(elsewhere, 'kontor-renhold', file), [], env);
    expect(path.basename(other.folder)).toBe(path.basename(run.folder));
    expect(await contents(other.folder)).toEqual(await contents(run.folder));
  });
});

/**
 * What neither text nor a workbook can have, such as the day it was made; a byte 0, with which editors and git would take
 * the example for no text; what its agreement says nothing of; and what takes several versions in the store.
 */
const NOT_PLANTED: ReadonlySet<string> = new Set([
  'expiry/older-than-previous',
  'expiry/returned',
  'label/licence-ended',
  'label/not-in-register',
  'label/not-recognised',
  'label/register-differs',
  // Its prices are fixed, each article has one line, and none is agreed without a price.
  'price/not-priced',
  'price/period-gap',
  'price/period-overlap',
  'price/tier-above-agreed',
  'value/null-byte',
  'value/unreadable-line',
]);

/** It is the right supplier's, on the right agreement, and about as large as before; no list of codes, no network. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  'assortment/grown',
  'assortment/shrunk',
  'class/unknown',
  'identity/other-agreement',
  'identity/other-supplier',
  'identity/party-check-digit',
  'link/unreachable',
]);

describe('the example', () => {
  it('plants every rule that speaks of lines', async () => {
    const ofTheWholeFile = (id: string) => /^(?:file|catalogue)\/|^expiry\/agreement-/.test(id) || OF_THE_WHOLE.has(id);
    // Its agreement has fixed prices: no clause adjusts them.
    const ofTheClause = (id: string) => id.startsWith('price/adjustment-');
    const ofChanges = (id: string) => id.startsWith('delta/');
    // The tool's own repository is its workspace, whose word lists come with the tool: no search log is among them.
    const ofTheSearchLog = (id: string) => id === 'name/searched-form' || id === 'name/search-without-hit';
    // Asked only where the file is put right.
    const ofFixes = (id: string) => id.startsWith('fix/');
    const standing = rules.filter(
      ({ id, sets, kind }) =>
        sets.recommended !== undefined &&
        // Of the form of documents, which the catalogues of the example are not.
        kind !== 'document' &&
        !ofTheWholeFile(id) &&
        !ofTheClause(id) &&
        !ofChanges(id) &&
        !ofFixes(id) &&
        !ofTheSearchLog(id) &&
        !NOT_PLANTED.has(id),
    );
    const planted = new Set((await readMarks()).map(({ rule }) => rule));
    expect([...planted].sort()).toEqual(standing.map(({ id }) => id).sort());
  });

  it('is what its generator writes', async () => {
    const fresh = path.join(temporary, 'fresh');
    await promisify(execFile)(process.execPath, [GENERATOR, fresh]);
    const names = (await readdir(fresh, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(fresh, path.join(entry.parentPath, entry.name)));
    expect(names).toHaveLength(11);
    for (const name of names) {
      const committed = await readFile(path.join(CATALOGUES, name));
      expect(committed.equals(await readFile(path.join(fresh, name))), `${name}: run node test/example/build.mjs`).toBe(
        true,
      );
    }
  });
});

describe('the agreement that has ended', () => {
  it('refuses its catalogue and says so', async () => {
    const run = await check(path.join(CATALOGUES, 'avsluttet-avtale', 'inbox', 'katalog-2026-11.csv'), [
      '--allow-partly',
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.result.outcome).toBe('refused');
    expect(run.result.refusedBecause).toEqual([{ reason: 'rule', rule: 'expiry/agreement-ended' }]);
    const findings = run.findings.filter(({ severity }) => severity !== 'info');
    expect(findings.map(({ rule }) => rule)).toEqual(['expiry/agreement-ended']);
  });
});
