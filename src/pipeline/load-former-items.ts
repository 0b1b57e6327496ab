/** Which articles the versions before the newest one had: what is back in the range is found by it. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { OperationalError } from '../catalogue/error.ts';
import { newKeyTable } from '../catalogue/key-table.ts';
import type { FormerItems } from '../engine/references.ts';
import { MANIFEST_FILE } from '../versions/manifest.ts';
import { readVersion, versionNumbers } from '../versions/version-folder.ts';

export interface LoadedFormerItems {
  readonly formerItems: FormerItems;
  /** Of the versions looked into. */
  readonly manifests: readonly string[];
}

/** A year's worth of weekly catalogues: what went longer ago comes back as new. */
const MOST_VERSIONS = 52;
const LINES = 'catalogue.jsonl';

/** @returns nothing where there are not two versions or more */
export async function loadFormerItems(agreementFolder: string): Promise<LoadedFormerItems | undefined> {
  const older = (await versionNumbers(agreementFolder)).slice(0, -1).slice(-MOST_VERSIONS);
  if (older.length === 0) return undefined;
  const items = newKeyTable();
  const versions: { number: string; day: string }[] = [];
  const manifests: string[] = [];
  // The oldest first: what stays of an article is the last version that had it.
  for (const number of older) {
    const { folder, manifest } = await readVersion(agreementFolder, number);
    for await (const itemNumber of itemNumbersIn(path.join(folder, LINES))) items.set(itemNumber, versions.length);
    versions.push({ number, day: manifest.asOf });
    manifests.push(path.join(folder, MANIFEST_FILE));
  }
  return { formerItems: { items: items.data(), versions }, manifests };
}

/** None of a version that lost its lines: whether all is there is what `verify` tells. */
async function* itemNumbersIn(file: string): AsyncGenerator<string> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) {
      const { itemNumber } = JSON.parse(line) as { readonly itemNumber?: string | number };
      if (itemNumber !== undefined) yield String(itemNumber);
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
