/**
 * Makes the command as it is installed: a few files in `dist/bundle/` instead of some 400 modules, each of which Node
 * would have to find, read and link at every start. What few runs need is a file of its own, loaded when asked for.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = path.join(ROOT, 'dist', 'bundle');

/** Installed beside it: each is needed for some files only, and one of them brings 87 more. */
const OUTSIDE = /^(?:fastest-levenshtein|saxes|yauzl)(?:\/|$)/;

/** Of ssh2, compiled for one system each; it does without. */
const COMPILED = /\.node$|^cpu-features$/;

/** What every start needs, and jobs need some of. `main.ts` stays by itself, for whoever loads it runs it. */
const START = /src\/(?:cli\/(?!(?:main|program)\.ts)[a-z-]+|pipeline\/built-in)\.ts$/;

/** What begins a job on a catalogue. Each needs most of what the others need: together they are one file. */
const WORK =
  /src\/(?:pipeline\/(?:check|convert|diff|explain|inspect|threads\/check-order|threads\/side-by-side|stored\/stored-run|rows\/temporary-folder)|engine\/yaml-document|reporters\/index)\.ts$|node_modules\/p-limit\//;

const ENTRIES = ['main', 'crew-worker', 'program'];

const { output } = await build({
  cwd: ROOT,
  input: {
    main: 'src/cli/main.ts',
    'crew-worker': 'src/pipeline/threads/crew-worker.ts',
    program: 'src/cli/program.ts',
  },
  platform: 'node',
  external: [OUTSIDE, COMPILED],
  // A part of ssh2 asks for its folder, to no purpose; modules have none.
  transform: { define: { __dirname: "''", __filename: "''" } },
  resolve: { alias: { 'string-width': path.join(ROOT, 'src/cli/text-width.ts') } },
  // What another file imports at once cannot wait for `rules` to ask for it; asking costs nothing then.
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: FOLDER,
    format: 'esm',
    sourcemap: true,
    comments: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      groups: [
        { name: 'start', test: START, priority: 2 },
        { name: 'work', test: WORK, priority: 1 },
      ],
    },
  },
});
const files = output.filter((file) => file.type === 'chunk');
for (const { fileName, imports } of files) {
  const entry = imports.find((name) => ENTRIES.some((known) => name === `${known}.js`));
  if (entry !== undefined) throw new Error(`${fileName} imports ${entry}, which would begin to run in every thread`);
}
const modules = files.flatMap(({ moduleIds }) => moduleIds);
await writeFile(path.join(FOLDER, 'LICENSES.txt'), await licencesOf(modules));

/** Of every package that is in it, as their authors ask. @throws Error for a package that comes without one */
async function licencesOf(modules: readonly string[]): Promise<string> {
  const folders = modules.map((module) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(module)?.[0]);
  const licences = new Map<string, string>();
  for (const folder of new Set(folders.filter((found) => found !== undefined))) {
    const there = await readdir(folder);
    const licence = there.find((name) => /^licen[sc]e/i.test(name));
    if (licence === undefined) throw new Error(`${folder} has no file with its licence`);
    const { name, version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Package;
    // Apache-2.0 asks that a notice is handed on with the licence.
    const files = [licence, ...there.filter((file) => /^notice/i.test(file))];
    const texts = await Promise.all(
      files.map(async (file) => (await readFile(path.join(folder, file), 'utf8')).trim()),
    );
    licences.set(`${name} ${version}`, texts.join('\n\n'));
  }
  const names = [...licences.keys()].sort();
  return names.map((name) => `${name}\n\n${licences.get(name)}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

interface Package {
  readonly name: string;
  readonly version: string;
}
