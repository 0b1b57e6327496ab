/** The import rules of imports.grit, held against small files that break them and files that keep them. */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');

/** File, what it says, and what the check must say of it. */
const BROKEN: readonly (readonly [file: string, content: string, message: string])[] = [
  ['src/catalogue/a.ts', "import '../code-lists/units.ts';", 'catalogue/ is the lowest layer'],
  ['src/catalogue/b.ts', "import type { Rule } from '../engine/rule.ts';", 'catalogue/ is the lowest layer'],
  ['src/code-lists/a.ts', "import '../mapping/headings.ts';", 'code-lists/ may import from catalogue/ only'],
  ['src/readers/a.ts', "export { rules } from '../rules/index.ts';", 'know no part above them'],
  ['src/engine/a.ts', "await import('../rules/index.ts');", 'know no part above them'],
  ['src/diff/a.ts', "export * from '../pipeline/check.ts';", 'know no part above them'],
  ['src/decision/a.ts', "import '../pipeline/check.ts';", 'Only cli/ imports from pipeline/'],
  ['src/pipeline/a.ts', "import '../cli/main.ts';", 'pipeline/ is called by cli/'],
  ['src/cli/a.ts', "import '../docs/generate.ts';", 'a program for developers'],
  ['src/rules/price/a.ts', "import '../../readers/csv.ts';", 'knows no file format'],
  ['src/reporters/a.ts', "import { open } from 'node:fs/promises';", 'opens and writes no file'],
  ['src/readers/xlsx.ts', "import { SaxesParser } from 'saxes';", 'saxes enters by'],
  ['src/mapping/b.ts', "import { openPromise } from 'yauzl';", 'yauzl enters by'],
  ['src/writers/b.ts', "const { default: E } = await import('exceljs');", 'exceljs is for tests'],
  ['src/mapping/a.ts', "import { Ajv2020 } from 'ajv/dist/2020.js';", 'ajv and yaml enter by'],
  ['src/agreement/b.ts', "import { parse } from 'yaml';", 'ajv and yaml enter by'],
  ['src/pipeline/b.ts', "import chalk from 'chalk';", 'chalk enters by'],
  ['src/pipeline/c.ts', "import { hideBin } from 'yargs/helpers';", 'yargs enters by'],
  ['src/reporters/page/charts.ts', "import { init } from 'echarts/core';", 'echarts enters by'],
  ['src/reporters/page/changes.ts', "import { diffWords } from 'diff';", 'diff enters by'],
  ['src/engine/b.ts', "import { RE2JS } from 're2js';", 'cel-js and re2js enter by'],
  ['src/targets/a.ts', "import Client from 'ssh2-sftp-client';", 'ssh2-sftp-client enters by'],
  ['src/rules/price/b.ts', "import Big from 'big.js';", 'big.js enters by'],
  ['src/pipeline/e.ts', "import { Packer } from 'docx';", 'docx and fflate enter by'],
  ['src/writers/c.ts', "import { zipSync } from 'fflate';", 'docx and fflate enter by'],
  ['src/reporters/b.ts', "const { marked } = await import('marked');", 'marked enters by'],
  ['src/reporters/letter/a.ts', "import { Liquid } from 'liquidjs';", 'liquidjs enters by'],
  ['src/cli/d.ts', "import { createTransport } from 'nodemailer';", 'nodemailer enters by'],
  ['src/pipeline/d.ts', "import process from 'node:process';", 'belong to src/cli/'],
  ['src/decision/b.ts', 'export const today = new Date();', 'The clock belongs to src/cli/'],
  ['src/decision/c.ts', 'export const now = Date.now();', 'The clock belongs to src/cli/'],
  ['src/decision/d.ts', 'export const folder = process.cwd();', 'noProcessGlobal'],
  ['src/decision/e.ts', "console.log('hello');", 'noConsole'],
];

const KEPT: readonly (readonly [file: string, content: string])[] = [
  ['src/readers/csv.ts', "import '../catalogue/line.ts';"],
  ['src/readers/xml.ts', "import { SaxesParser } from 'saxes';"],
  ['src/readers/c.test.ts', "import { Workbook } from 'exceljs';\nimport '../rules/index.ts';"],
  ['src/targets/sftp.ts', "await import('ssh2-sftp-client');"],
  ['test/a.mjs', "import { Workbook } from 'exceljs';"],
  ['src/rules/price/c.ts', "import '../../engine/rule.ts';\nimport '../../agreement/agreement.ts';"],
  ['src/cli/b.ts', "import yargs from 'yargs';\nimport process from 'node:process';\nimport '../rules/index.ts';"],
  ['src/cli/c.ts', 'export const today = new Date();'],
  ['src/decision/f.ts', "export const day = new Date('2026-01-31');"],
];

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string };
}

let folder: string;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'katalogvakt-imports-'));
  for (const file of ['biome.json', 'imports.grit', 'package.json']) await copyFile(file, join(folder, file));
  for (const [file, content] of [...BROKEN, ...KEPT]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  const run = spawnSync(process.execPath, [BIOME, 'lint', '--max-diagnostics=none', '--reporter=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  diagnostics = (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(BROKEN)('%s with %s is an error', (file, _content, message) => {
    expect(saidOf(file)).toContain(message);
  });

  it.each(KEPT)('%s with %s is fine', (file) => {
    expect(saidOf(file)).not.toMatch(/plugin|noProcessGlobal|noConsole/);
  });
});

/** Category and words of every diagnostic on a file, as one text. */
function saidOf(file: string): string {
  const ofFile = diagnostics.filter(({ location }) => location.path.replaceAll('\\', '/') === file);
  return ofFile.map(({ category, message }) => `${category}: ${message}`).join('\n');
}
