/** The catalogues that a command names by file, by folder, or by a pattern such as `catalogs/**`. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AGREEMENT_FILE } from '../../agreement/find-agreement.ts';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import { kindOf } from '../../engine/referenced-file.ts';

/**
 * A folder stands for the newest catalogue in the inbox of every agreement in it; what else is named inside it, as by a
 * shell that spells `catalogs/**` out, is no catalogue by itself.
 * @returns paths as the words are, each once: folders in their order, by code unit below them
 * @throws OperationalError when a word names nothing, or nothing is found
 */
export async function storedCatalogues(words: readonly string[], currentFolder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { file, kind } of await outermost(words, currentFolder)) {
    if (kind === 'file') found.push(file);
    else
      for (const agreement of await agreementsIn(file, currentFolder)) {
        const newest = await newestIn(path.join(agreement, 'inbox'), currentFolder);
        if (newest !== undefined) found.push(newest);
      }
  }
  if (found.length === 0) throw noCatalogues(words);
  return [...new Set(found)];
}

/**
 * The folders of all agreements that words name; a file among the words, as `catalogs/*` names some, is none.
 * @returns paths as the words are, each once
 * @throws OperationalError when a word names nothing
 */
export async function foldersOfAgreements(words: readonly string[], currentFolder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { file, kind } of await outermost(words, currentFolder)) {
    if (kind === 'folder') found.push(...(await agreementsIn(file, currentFolder)));
    else if (path.basename(file) === AGREEMENT_FILE) found.push(path.dirname(file));
  }
  return [...new Set(found)];
}

interface Named {
  readonly file: string;
  readonly kind: 'file' | 'folder';
}

/** What the words name, without what lies in a folder that is named too. @throws OperationalError for what is not there */
async function outermost(words: readonly string[], currentFolder: string): Promise<readonly Named[]> {
  const named = await Promise.all(
    words.map(async (word) => {
      const file = withoutPattern(word);
      return { file, kind: await kindOf(path.resolve(currentFolder, file)) };
    }),
  );
  const folders = named.filter(({ kind }) => kind === 'folder').map(({ file }) => file);
  return named.flatMap(({ file, kind }): readonly Named[] => {
    if (folders.some((folder) => isInside(file, folder))) return [];
    if (kind === 'nothing') throw nothingThere(file);
    return [{ file, kind }];
  });
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

/** By code unit. */
async function agreementsIn(folder: string, currentFolder: string, depth = 0): Promise<readonly string[]> {
  const entries = await entriesOf(path.resolve(currentFolder, folder));
  if (entries.some((entry) => entry.isFile() && entry.name === AGREEMENT_FILE)) return [folder];
  if (depth === DEEPEST) return [];
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const found: string[] = [];
  for (const name of folders.sort())
    found.push(...(await agreementsIn(path.join(folder, name), currentFolder, depth + 1)));
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
