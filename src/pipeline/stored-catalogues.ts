/** The catalogues that a command names by file, by folder, or by a pattern such as `catalogs/**`. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import { kindOf } from '../engine/referenced-file.ts';

/**
 * A folder stands for the newest catalogue in the inbox of every agreement in it; what else is named inside it, as by a
 * shell that spells `catalogs/**` out, is no catalogue by itself.
 * @returns paths as the words are, each once: folders in their order, by code unit below them
 * @throws OperationalError when a word names nothing, or nothing is found
 */
export async function storedCatalogues(words: readonly string[], currentFolder: string): Promise<readonly string[]> {
  const named = await Promise.all(
    words.map(async (word) => {
      const file = withoutPattern(word);
      return { file, kind: await kindOf(path.resolve(currentFolder, file)) };
    }),
  );
  const folders = named.filter(({ kind }) => kind === 'folder').map(({ file }) => file);
  const found: string[] = [];
  for (const { file, kind } of named) {
    if (folders.some((folder) => isInside(file, folder))) continue;
    if (kind === 'nothing') throw nothingThere(file);
    if (kind === 'file') found.push(file);
    else found.push(...(await inboxesIn(file, currentFolder)));
  }
  if (found.length === 0) throw noCatalogues(words);
  return [...new Set(found)];
}

/** A shell that does not know the pattern hands it over as it stands. */
function withoutPattern(word: string): string {
  const parts = word.split(/[\\/]/);
  const first = parts.findIndex((part) => part.includes('*'));
  return first < 0 ? word : parts.slice(0, first).join('/') || '.';
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Agreements lie deep in nobody's workspace, and links may go round. */
const DEEPEST = 6;

async function inboxesIn(folder: string, currentFolder: string, depth = 0): Promise<readonly string[]> {
  const entries = await entriesOf(path.resolve(currentFolder, folder));
  const below = (name: string): string => path.join(folder, name);
  if (entries.some((entry) => entry.isFile() && entry.name === 'agreement.yaml')) {
    const newest = await newestIn(below('inbox'), currentFolder);
    return newest === undefined ? [] : [newest];
  }
  if (depth === DEEPEST) return [];
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const found: string[] = [];
  for (const name of folders.sort()) found.push(...(await inboxesIn(below(name), currentFolder, depth + 1)));
  return found;
}

async function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError(error, folder);
  });
}

const MAY_BE_CATALOGUE = /\.(?:csv|txt|tsv|tab|xls|xlsx|xlsm|xml|cif|jsonl|ndjson|zip|gz)$/i;
const DAY = /20\d\d[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)/;

/**
 * By the date in its name where every file has one: a checked-out repository has lost when files came. Else by when it
 * was changed; of several of one day, a text before a workbook, for it is read faster.
 */
async function newestIn(inbox: string, currentFolder: string): Promise<string | undefined> {
  const folder = path.resolve(currentFolder, inbox);
  if ((await kindOf(folder)) !== 'folder') return undefined;
  const names = (await entriesOf(folder))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && MAY_BE_CATALOGUE.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const days = names.map((name) => DAY.exec(name)?.[0].replaceAll(/\D/g, ''));
  const ages = days.every((day) => day !== undefined)
    ? days.map((day) => Number(day?.padEnd(8, '0')))
    : await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).mtimeMs));
  const newest = ages.indexOf(Math.max(...ages));
  const name = names[newest];
  return name === undefined ? undefined : path.join(inbox, name);
}

function nothingThere(file: string): OperationalError {
  return new OperationalError({
    nb: `${file} finnes ikke. Oppgi en katalog, eller en mappe med avtaler.`,
    en: `There is no ${file}. Name a catalogue, or a folder of agreements.`,
  });
}

function noCatalogues(words: readonly string[]): OperationalError {
  const where = words.join(', ');
  return new OperationalError({
    nb: `Fant ingen kataloger i ${where}: ingen avtale der har en fil i inbox/. Oppgi filene selv.`,
    en: `Found no catalogues in ${where}: no agreement there has a file in inbox/. Name the files.`,
  });
}
