/**
 * Makes the program for those without Node: one file that carries Node and all that is installed. For the system at hand,
 * or for another one whose Node the registry has: `npm run release:program -- --for win-x64`. Runs from `dist/`, after a
 * build.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';

const require = createRequire(import.meta.url);
/** It has no types of its own. */
const { inject } = require('postject') as {
  inject(file: string, name: string, content: Buffer, options: object): Promise<void>;
};

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BLOB = 'NODE_SEA_BLOB';
/** Where Node looks for what it carries. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
/** Installed beside the bundle. */
const PACKAGES = Object.keys(
  (JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { dependencies: object }).dependencies,
);
const START = "import('./dist/bundle/program.js');\n";

const { values } = parseArgs({
  options: {
    /** As in the names of the packages: `win-x64`, `darwin-x64`, `linux-x64`. */
    for: { type: 'string', default: `${process.platform}-${process.arch}` },
    /** A Node of that system, instead of the registry's or this one. */
    node: { type: 'string' },
    out: { type: 'string', default: path.join(ROOT, 'dist', 'program') },
  },
});
const system = values.for;
const folder = await mkdtemp(path.join(tmpdir(), 'katalogvakt-program-'));
try {
  const program = path.join(values.out, `katalogvakt-${system}${system.startsWith('win') ? '.exe' : ''}`);
  await mkdir(values.out, { recursive: true });
  await copyFile(values.node ?? (await nodeFor(system, folder)), program);
  await chmod(program, 0o755);
  await inject(program, BLOB, await blobIn(folder), {
    sentinelFuse: FUSE,
    ...(system.startsWith('darwin') ? { machoSegmentName: 'NODE_SEA' } : {}),
  });
  const { size } = await stat(program);
  console.log(`${program}: ${Math.round(size / 1e6)} MB, Node ${process.version}`);
  if (system.startsWith('darwin')) console.log('Must be signed on a Mac before it runs: codesign --sign - FILE');
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function nodeFor(name: string, temporary: string): Promise<string> {
  if (name === `${process.platform}-${process.arch}`) return process.execPath;
  const wanted = `node-${name}@${process.versions.node}`;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['pack', '--silent', '--pack-destination', temporary, wanted], { stdio: 'inherit' });
  const archive = (await readdir(temporary)).find((one) => one.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`the registry has no ${wanted}`);
  execFileSync('tar', ['-xzf', archive], { cwd: temporary });
  return path.join(temporary, 'package', 'bin', name.startsWith('win') ? 'node.exe' : 'node');
}

/** What the program carries, as Node wants it. */
async function blobIn(temporary: string): Promise<Buffer> {
  const start = path.join(temporary, 'start.cjs');
  await writeFile(start, START);
  const files = new Map([['start.cjs', start]]);
  for (const file of await carriedFiles()) files.set(file, path.join(ROOT, file));
  const sums = await Promise.all(
    [...files].map(async ([file, from]) => ({ file, sha256: checksum(await readFile(from)) })),
  );
  const list = path.join(temporary, 'files.json');
  await writeFile(list, JSON.stringify({ id: checksum(JSON.stringify(sums)).slice(0, 16), files: sums }));
  const main = path.join(temporary, 'unpack.cjs');
  await build({
    cwd: ROOT,
    input: 'src/docs/program/unpack.ts',
    platform: 'node',
    output: { file: main, format: 'cjs' },
  });
  const blob = path.join(temporary, 'program.blob');
  const settings = path.join(temporary, 'sea.json');
  const assets = Object.fromEntries([...files, ['files.json', list]]);
  await writeFile(settings, JSON.stringify({ main, output: blob, disableExperimentalSEAWarning: true, assets }));
  execFileSync(process.execPath, ['--experimental-sea-config', settings], { stdio: 'ignore' });
  return readFile(blob);
}

/** All that an installed package has, and the packages beside it. */
async function carriedFiles(): Promise<readonly string[]> {
  const own = [...(await filesIn('dist/bundle')), ...(await filesIn('rules')), 'package.json', 'LICENSE'];
  const packages = new Set<string>();
  for (const name of PACKAGES) await addWithDependencies(name, packages);
  const theirs = await Promise.all([...packages].map((name) => filesIn(`node_modules/${name}`)));
  return [...own, ...theirs.flat()].filter((file) => !/\.(?:map|md|d\.[cm]?ts)$/.test(file)).sort();
}

async function addWithDependencies(name: string, all: Set<string>): Promise<void> {
  if (all.has(name)) return;
  all.add(name);
  const text = await readFile(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(text) as { readonly dependencies?: object };
  for (const other of Object.keys(dependencies)) await addWithDependencies(other, all);
}

/** By their paths from the root, with `/`. */
async function filesIn(place: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(ROOT, place), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

function checksum(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
