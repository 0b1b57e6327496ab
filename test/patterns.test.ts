/**
 * Regular expressions of ours that meet what a supplier wrote: none may take time that grows faster than the square of the
 * text. Values that are read are 1,000 characters at most (`mapping/read-cells.ts`), and the square of that is little.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { check } from 'recheck';
import { parseAst } from 'rolldown/parseAst';
import { expect, it } from 'vitest';

// Without Java and without programs built for each system: the same everywhere.
process.env['RECHECK_BACKEND'] = 'pure';

const FOLDERS = ['src/rules', 'src/mapping', 'src/readers', 'src/code-lists', 'src/engine', 'src/catalogue'];
/** A pattern of many words is not looked through in this time; the words are no danger, and what is found early is. */
const MILLISECONDS = 500;

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

function patternsIn(file: string): readonly Pattern[] {
  const code = readFileSync(file, 'utf8');
  const found: Pattern[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, start } = node as {
      type?: string;
      regex?: { pattern: string; flags: string };
      start?: number;
    };
    if (type === 'Literal' && regex !== undefined && regex !== null) {
      const line = code.slice(0, start).split('\n').length;
      found.push({ place: `${file}:${line}`, source: regex.pattern, flags: regex.flags });
    }
    for (const inner of Object.values(node)) look(inner);
  };
  look(parseAst(code, { lang: 'ts' }));
  return found;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file)),
);

async function isSlow({ source, flags }: Pattern): Promise<boolean> {
  const found = await check(source, flags, { timeout: MILLISECONDS });
  if (found.status !== 'vulnerable') return false;
  const { complexity } = found;
  return complexity.type === 'exponential' || (complexity.type === 'polynomial' && complexity.degree > 2);
}

it('no pattern backtracks for longer than the square of a text', async () => {
  const patterns = files.flatMap(patternsIn);
  expect(patterns.length).toBeGreaterThan(300);
  const slow: string[] = [];
  for (const pattern of patterns) if (await isSlow(pattern)) slow.push(`${pattern.place} /${pattern.source}/`);
  expect(slow).toEqual([]);
}, 300_000);

it.each([
  ['(a+)+$', true],
  ['^(.*?)[\\s:]*[([]\\s*(.+?)\\s*[)\\]]$', true],
  ['\\s*%$', false],
  ['^[a-z]+$', false],
])('%s is slow: %s', async (source, expected) => {
  expect(await isSlow({ place: '', source, flags: 's' })).toBe(expected);
});
