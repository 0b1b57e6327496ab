/** What the versions before the newest one tell: which articles they had, and since when lines have been the same. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { crc32 } from 'node:zlib';
import { OperationalError } from '../../catalogue/error.ts';
import { type KeyTable, newKeyTable } from '../../catalogue/key-table.ts';
import { remembering } from '../../catalogue/remembering.ts';
import type { FormerItems } from '../../engine/references.ts';
import { MANIFEST_FILE } from '../../versions/manifest.ts';
import { readVersion, versionNumbers } from '../../versions/version-folder.ts';

export interface LoadedFormerItems {
  readonly formerItems: FormerItems;
  /** Of the older versions looked into. */
  readonly manifests: readonly string[];
}

/** A year's worth of weekly catalogues: what went longer ago comes back as new. */
const MOST_VERSIONS = 52;
const LINES = 'catalogue.jsonl';

/**
 * @param contents whether it is wanted since when lines have been the same: it takes as long again
 * @returns nothing where there are not two versions or more
 */
export async function loadFormerItems(
  agreementFolder: string,
  { contents }: { readonly contents: boolean },
): Promise<LoadedFormerItems | undefined> {
  const numbers = await versionNumbers(agreementFolder);
  const newest = numbers.at(-1);
  const older = numbers.slice(0, -1).slice(-MOST_VERSIONS);
  if (newest === undefined || older.length === 0) return undefined;
  const seen = itemsSeen();
  const contentOf = contents ? sameForSame : () => 0;
  const versions: { number: string; day: string }[] = [];
  const manifests: string[] = [];
  // The oldest first: what stays of an article is the last version that had it.
  for (const number of older) {
    const { folder, manifest } = await readVersion(agreementFolder, number);
    for await (const line of linesIn(path.join(folder, LINES), contentOf)) seen.add(line, versions.length);
    versions.push({ number, day: manifest.asOf });
    manifests.push(path.join(folder, MANIFEST_FILE));
  }
  const known = { items: seen.items.data(), versions };
  if (!contents) return { formerItems: known, manifests };
  const unchangedSince = newKeyTable();
  const { folder } = await readVersion(agreementFolder, newest);
  for await (const line of linesIn(path.join(folder, LINES), contentOf)) {
    const since = seen.unchangedSince(line, versions.length);
    if (since !== undefined) unchangedSince.set(line.item, since);
  }
  return { formerItems: { ...known, unchangedSince: unchangedSince.data() }, manifests };
}

type Fields = Readonly<Record<string, unknown>>;

interface FormerLine {
  readonly item: string;
  /** The same for lines that say the same. */
  readonly content: number;
}

interface ItemsSeen {
  /** By item number, the version that had it last. */
  readonly items: KeyTable;
  add(line: FormerLine, version: number): void;
  /** @returns nothing for a line that became what it is in this version */
  unchangedSince(line: FormerLine, version: number): number | undefined;
}

function itemsSeen(): ItemsSeen {
  const items = newKeyTable();
  const contents = newKeyTable();
  const since = newKeyTable();
  // Two lines of one item in one version: the later of them stands for it, as one that has just come.
  const unchangedSince = ({ item, content }: FormerLine, version: number): number | undefined =>
    items.get(item) === version - 1 && contents.get(item) === content ? since.get(item) : undefined;
  return {
    items,
    unchangedSince,
    add(line, version) {
      since.set(line.item, unchangedSince(line, version) ?? version);
      items.set(line.item, version);
      contents.set(line.item, line.content);
    },
  };
}

/** None of a version that lost its lines: whether all is there is what `verify` tells. */
async function* linesIn(file: string, contentOf: (line: Fields) => number): AsyncGenerator<FormerLine> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) {
      const fields = JSON.parse(line) as Fields;
      const { itemNumber } = fields;
      if (itemNumber !== undefined) yield { item: String(itemNumber), content: contentOf(fields) };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new OperationalError(
      {
        nb: `${file} kan ikke leses. Kjør katalogvakt verify for å se hva som er endret i de godkjente versjonene.`,
        en: `${file} cannot be read. Run katalogvakt verify to see what was changed in the approved versions.`,
      },
      { cause: error },
    );
  }
}

/**
 * Whatever the order of its fields; a column with nothing in it says nothing, and the date a line was looked over is no
 * change of it.
 */
function sameForSame(line: Fields): number {
  let content = 0;
  for (const key of Object.keys(line)) {
    const value = line[key];
    if (value === '' || key === 'lastChanged' || key === 'action') continue;
    content =
      (content + crc32(typeof value === 'string' ? value : JSON.stringify(value), startOf(key))) % WHOLE_NUMBERS;
  }
  return content;
}

/** Values are summed up from here, so that one that moves to another field is not the same. */
const startOf = remembering((key: string): number => crc32(`${key}\0`));

/** As many as a table of keys takes. */
const WHOLE_NUMBERS = 2 ** 31;
