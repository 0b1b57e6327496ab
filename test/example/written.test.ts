/** The example catalogue in every format it can be sent in: read back, it is the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../src/catalogue/field.ts';
import type { CatalogueLine } from '../../src/catalogue/line.ts';
import { EXTENSIONS, OUTPUT_FORMATS } from '../../src/catalogue/output-formats.ts';
import { readLeadTime } from '../../src/code-lists/lead-time.ts';
import { valueText } from '../../src/diff/compare-lines.ts';
import { builtInProfiles } from '../../src/pipeline/built-in.ts';
import { openMapped } from '../../src/pipeline/inputs/open-catalogue.ts';
import { linesOf } from '../../src/pipeline/inputs/open-sound.ts';
import { writeForProfile } from '../../src/pipeline/writing/write-catalogue.ts';
import { loadProfile } from '../../src/writers/profile.ts';

const CATALOGUE = fileURLToPath(new URL('../../catalogs/kontor-renhold/inbox/katalog-2026-11.csv', import.meta.url));
const DAY = '2026-11-15';
const HEADER = {
  id: '2024/118-7',
  version: '7',
  issued: DAY,
  validFrom: '2024-02-01',
  validTo: '2027-01-31',
  currency: 'NOK',
  supplier: { name: 'Skarvtind Forsyning AS', organisationNumber: '999999999' },
  buyer: { name: 'Eksempel kommune', organisationNumber: '888888888' },
};

const folder = mkdtempSync(path.join(tmpdir(), 'katalogvakt-written-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opened(file: string) {
  return openMapped({ name: path.basename(file), path: file }, {}, undefined, DAY);
}

async function linesIn(file: string): Promise<readonly CatalogueLine[]> {
  const lines: CatalogueLine[] = [];
  for await (const batch of linesOf(await opened(file))()) lines.push(...batch);
  return lines;
}

/** What can be sent: a line has a name, a number, a unit and a price, and both hold some time. */
async function* sound(file: string): AsyncGenerator<readonly CatalogueLine[]> {
  for await (const batch of linesOf(await opened(file))()) yield batch.filter(isSound);
}

function isSound({ itemNumber, name, unit, price, unreadable, ...period }: CatalogueLine): boolean {
  const { validFrom = HEADER.validFrom, validTo = HEADER.validTo } = period;
  const { priceValidFrom = validFrom, priceValidTo = validTo } = period;
  return (
    itemNumber !== undefined &&
    name !== undefined &&
    unit !== undefined &&
    price?.startsWith('-') === false &&
    unreadable === undefined &&
    [validFrom, priceValidFrom, priceValidTo, validTo].every((day, at, all) => at === 0 || (all[at - 1] ?? '') <= day)
  );
}

/** Fields that a format says in its own words, or once for all lines. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'vatCategory',
  'orderable',
  'status',
  'validFrom',
  'validTo',
  'supplierId',
  'supplierName',
]);

function saidBy(line: CatalogueLine, leftOut: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    FIELD_NAMES.flatMap((field): [string, string][] => {
      if (leftOut.has(field) || OWN_WORDS.has(field) || field === 'action') return [];
      // A licence number may stand with its label.
      const value = field === 'ecoLicence' ? (line.ecoLicence ?? line.ecoLabel?.[0]?.licence) : valueText(line, field);
      if (value === undefined) return [];
      if (field === 'leadTime') return [[field, String(readLeadTime(value)?.amount)]];
      return [[field, field === 'priceTiers' ? value.replaceAll(',', '.') : value]];
    }),
  );
}

it.each(OUTPUT_FORMATS)('as %s', async (format) => {
  const profile = await loadProfile(format, { builtIn: builtInProfiles, workspace: folder });
  const file = path.join(folder, `${format}.${EXTENSIONS[format]}`);
  const { lines, leftOut } = await writeForProfile(() => sound(CATALOGUE), HEADER, profile, file, { day: DAY });
  const expected: CatalogueLine[] = [];
  for await (const batch of sound(CATALOGUE)) expected.push(...batch);
  expect(lines).toBe(expected.length);
  expect(lines).toBeGreaterThan(250);
  const untold = new Set(leftOut.map(({ what }) => what));
  if (format === 'csv' || format === 'xlsx' || format === 'jsonl') expect([...untold]).toEqual([]);
  const again = await linesIn(file);
  // There, every item must have a description: its name, where it has none.
  if (format === 'cif') untold.add('description');
  expect(again.length).toBe(expected.length);
  // One by one: a difference shows as the line it is in.
  for (const [at, line] of again.entries()) expect(saidBy(line, untold)).toEqual(saidBy(expected[at] ?? line, untold));
});
