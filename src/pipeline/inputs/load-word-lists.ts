/** Word lists: those that come with the tool, and the workspace's own laid over them, row by row. */

import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import type { Mutable } from '../../catalogue/mutable.ts';
import type { Text } from '../../catalogue/text.ts';
import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { BUILT_IN } from '../../engine/built-in-sets.ts';
import { nearest } from '../../engine/nearest.ts';
import {
  type Abbreviation,
  type GenericTerms,
  type Search,
  type Synonyms,
  WANTED_IN_NAMES,
  type WantedInName,
  type WordLists,
} from '../../engine/references.ts';
import { didYouMean } from '../../engine/schema-problems.ts';
import { openFile } from '../../readers/open-file.ts';
import type { Source } from '../../readers/reader.ts';
import type { InputFile } from '../../reporters/result.ts';
import { builtInWords } from '../built-in.ts';
import { describeInput } from './input-file.ts';
import { readReferenceTable, type TableColumn, type TableRow } from './reference-table.ts';
import { sourceIn } from './workspace.ts';

export interface LoadedWordLists {
  readonly words: WordLists;
  readonly files: readonly InputFile[];
}

/** Where a workspace has its own. */
const OWN_FOLDER = 'rules/words';

/** @throws OperationalError for a list that is unknown or wrong, with file, line and what is allowed */
export async function loadWordLists(workspace: string): Promise<LoadedWordLists> {
  const own = path.join(workspace, OWN_FOLDER);
  const sources = [
    ...(await listsIn(builtInWords)).map(({ name, path: place }) => ({
      name: `${BUILT_IN}words/${name}`,
      path: place,
    })),
    // Where the tool's own repository is the workspace, the two are one.
    ...((await isSameFolder(own, builtInWords)) ? [] : await listsIn(own)).map(({ path: place }) =>
      sourceIn(workspace, place),
    ),
  ];
  const words: Mutable<WordLists> = {};
  for (const source of sources) await LISTS[listOf(source)].addTo(words, source);
  return { words, files: await Promise.all(sources.map(describeInput)) };
}

type ListName = 'abbreviations' | 'generic-terms' | 'searches' | 'synonyms';

interface ListKind {
  addTo(words: Mutable<WordLists>, source: Source): Promise<void>;
}

/**
 * @param key rows with the same one: the later stands for the earlier
 * @param says nothing: it takes the earlier away
 */
function listKind<K extends keyof WordLists, C extends string>(
  field: K,
  columns: Readonly<Record<C, TableColumn>>,
  make: (row: TableRow<C>) => Entry<K> | Text,
  key: (entry: Entry<K>) => string,
  isEmpty: (entry: Entry<K>) => boolean,
): ListKind {
  return {
    async addTo(words, source) {
      const entries = new Map((words[field] ?? []).map((entry) => [key(entry as Entry<K>), entry as Entry<K>]));
      for (const entry of await readReferenceTable(source, openFile, columns, make)) {
        if (isEmpty(entry)) entries.delete(key(entry));
        else entries.set(key(entry), entry);
      }
      (words as Record<K, readonly Entry<K>[]>)[field] = [...entries.values()];
    },
  };
}

type Entry<K extends keyof WordLists> = NonNullable<WordLists[K]>[number];

const UNSPSC_COLUMN: TableColumn = { headings: ['unspsc', 'varegruppe'] };

const LISTS: Readonly<Record<ListName, ListKind>> = {
  abbreviations: listKind(
    'abbreviations',
    { abbreviation: { headings: ['forkortelse', 'abbreviation'] }, meaning: { headings: ['betydning', 'meaning'] } },
    ({ abbreviation, meaning }): Abbreviation | Text =>
      abbreviation === '' ? empty('forkortelse') : { abbreviation: abbreviation.toLowerCase(), meaning },
    ({ abbreviation }) => abbreviation,
    ({ meaning }) => meaning === '',
  ),
  'generic-terms': listKind(
    'genericTerms',
    {
      unspsc: UNSPSC_COLUMN,
      terms: { headings: ['betegnelser', 'terms'] },
      wants: { headings: ['krever', 'wants'], optional: true },
    },
    genericTerms,
    ({ unspsc }) => unspsc,
    ({ terms }) => terms.length === 0,
  ),
  synonyms: listKind(
    'synonyms',
    {
      word: { headings: ['ord', 'word'] },
      searched: { headings: ['søkes som', 'searched as'] },
      unspsc: { ...UNSPSC_COLUMN, optional: true },
    },
    synonyms,
    ({ word, unspsc }) => `${word} ${unspsc ?? ''}`,
    ({ searched }) => searched.length === 0,
  ),
  searches: listKind(
    'searches',
    {
      text: { headings: ['søk', 'søkeord', 'search', 'query'] },
      count: { headings: ['antall', 'count'], optional: true },
    },
    search,
    ({ text }) => text,
    ({ count }) => count === 0,
  ),
};

function genericTerms({ unspsc, terms, wants }: TableRow<'unspsc' | 'terms' | 'wants'>): GenericTerms | Text {
  const wanted = partsOf(wants);
  const unknown = wanted.find((want) => !isWanted(want));
  if (unknown !== undefined) {
    const allowed = WANTED_IN_NAMES.map((want) => `\`${want}\``).join(', ');
    return {
      nb: `\`${unknown}\` under \`krever\` er ukjent. Tillatt: ${allowed}, flere skilt med \`|\`.`,
      en: `\`${unknown}\` below \`wants\` is unknown. Allowed: ${allowed}, several parted by \`|\`.`,
    };
  }
  const prefix = prefixOf(unspsc);
  return prefix === undefined
    ? badUnspsc(unspsc)
    : { unspsc: prefix, terms: partsOf(terms), wants: wanted.filter(isWanted) };
}

function isWanted(want: string): want is WantedInName {
  return (WANTED_IN_NAMES as readonly string[]).includes(want);
}

function synonyms({ word, searched, unspsc }: TableRow<'word' | 'searched' | 'unspsc'>): Synonyms | Text {
  if (word === '') return empty('ord');
  const prefix = unspsc === '' ? undefined : prefixOf(unspsc);
  if (unspsc !== '' && prefix === undefined) return badUnspsc(unspsc);
  return {
    word: word.toLowerCase(),
    searched: partsOf(searched),
    ...(prefix === undefined ? {} : { unspsc: prefix }),
  };
}

function search({ text, count }: TableRow<'text' | 'count'>): Search | Text {
  if (text === '') return empty('søk');
  // Thousands are parted in what statistics export.
  const digits = count.replace(/[\s\u00A0\u202F.]/g, '');
  if (count !== '' && !/^\d{1,9}$/.test(digits)) {
    return {
      nb: `\`antall\` er \`${count}\`, men skal være et helt tall, slik: \`120\`.`,
      en: `\`count\` is \`${count}\`, but must be a whole number, like this: \`120\`.`,
    };
  }
  return { text: text.toLowerCase(), count: count === '' ? 1 : Number(digits) };
}

/** `A|B`, in small letters. */
function partsOf(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}

function prefixOf(unspsc: string): string | undefined {
  return /^(?:\d\d){1,4}$/.test(unspsc) ? unspscPrefix(unspsc) : undefined;
}

function badUnspsc(unspsc: string): Text {
  return {
    nb: `\`unspsc\` er \`${unspsc}\`, men skal være 2, 4, 6 eller 8 sifre, slik: \`44121700\`.`,
    en: `\`unspsc\` is \`${unspsc}\`, but must be 2, 4, 6 or 8 digits, like this: \`44121700\`.`,
  };
}

function empty(column: string): Text {
  return { nb: `\`${column}\` er tom.`, en: `\`${column}\` is empty.` };
}

const ENDING = /\.(?:csv|tsv|txt|xlsx)$/i;

/** Files of a folder in code-unit order; none where there is no such folder. */
async function listsIn(folder: string): Promise<readonly { readonly name: string; readonly path: string }[]> {
  const names = await readdir(folder).catch((error: unknown): readonly string[] => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileError(error, folder);
  });
  return names
    .filter((name) => ENDING.test(name) && !name.startsWith('.') && !name.startsWith('~$'))
    .sort()
    .map((name) => ({ name, path: path.join(folder, name) }));
}

/** A list whose name nobody knows would be passed over in silence. */
function listOf({ name }: Source): ListName {
  const stem = path.posix.basename(name).replace(ENDING, '');
  if (stem in LISTS) return stem as ListName;
  const all = Object.keys(LISTS);
  const near = nearest(stem, all);
  const meant = near.length > 0 ? didYouMean(near) : { nb: '', en: '' };
  const allowed = all.map((one) => `\`${one}.csv\``).join(', ');
  throw new OperationalError({
    nb: `${name}: ukjent ordliste. ${meant.nb}${meant.nb === '' ? '' : ' '}Tillatt: ${allowed}.`,
    en: `${name}: unknown word list. ${meant.en}${meant.en === '' ? '' : ' '}Allowed: ${allowed}.`,
  });
}

async function isSameFolder(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((folder) => realpath(folder).catch(() => folder)));
  return one === other;
}
