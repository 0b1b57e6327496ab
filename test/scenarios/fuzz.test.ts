/**
 * Damaged files of every format: each gives lines or is refused with a reason, and none takes long. `FUZZ_FILES` says
 * how many of each format, `FUZZ_FROM` which number comes first: one that failed is the same again by its number.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { UnusableFile } from '../../src/catalogue/catalogue.ts';
import { OperationalError } from '../../src/catalogue/error.ts';
import { mapRows } from '../../src/mapping/map-rows.ts';
import { openMapped } from '../../src/pipeline/inputs/open-catalogue.ts';
import { bmecatCatalogue } from '../builders/bmecat-catalogue.ts';
import { type BuiltLine, builtLines } from '../builders/built-lines.ts';
import { cifCatalogue } from '../builders/cif-catalogue.ts';
import { type BuiltDialect, csvCatalogue } from '../builders/csv-catalogue.ts';
import { jsonlCatalogue } from '../builders/jsonl-catalogue.ts';
import { below, mutated, mutatedElements, pick, type Random, randomFrom } from '../builders/mutations.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { PEPPOL, RETIRED_EHF, ublCatalogue } from '../builders/ubl-catalogue.ts';
import { watchdog } from '../builders/watchdog.ts';
import { xlsxParts } from '../builders/xlsx-catalogue.ts';

const folder = temporaryFolder();
const SEED = 20_261_121;
const FILES = Number(process.env['FUZZ_FILES'] ?? 2000);
const FROM = Number(process.env['FUZZ_FROM'] ?? 0);
/** Far more than any of them needs, on the busiest machine too. */
const MOST_SECONDS = 20;
const AT_A_TIME = 8;

const WHOLE = builtLines(3);
const SHORT = WHOLE.map(
  ({ itemNumber, name, unit, price, gtin, validTo }): BuiltLine =>
    Object.fromEntries(Object.entries({ itemNumber, name, unit, price, gtin, validTo }).filter(([, text]) => text)),
);
const DIALECT: BuiltDialect = {
  encoding: 'utf-8',
  delimiter: ';',
  lineEnd: '\r\n',
  quotes: 'needed',
  decimalSign: ',',
  thousands: '',
  date: 'DD.MM.YYYY',
  endsInLineEnd: true,
};

type Made = (random: Random) => Uint8Array;

/** One of these files, with faults. */
const damaged =
  (...files: readonly (string | Uint8Array)[]): Made =>
  (random) => {
    const file = pick(random, files);
    return mutated(typeof file === 'string' ? Buffer.from(file) : file, random);
  };

/** The same of XML, whose readers see little of a document that is none any more: half of the faults leave it one. */
const damagedXml =
  (...files: readonly string[]): Made =>
  (random) => {
    const fault = random() < 0.5 ? mutated : mutatedElements;
    return fault(Buffer.from(pick(random, files)), random);
  };

const PARTS = xlsxParts(SHORT);
const WORKBOOK = zipSync(PARTS, { level: 0, mtime: '2026-01-01' });

/** Faults in the archive, or in one of its parts, or a part that is not there. */
function damagedWorkbook(random: Random): Uint8Array {
  const where = below(random, 10);
  if (where < 2) return mutated(WORKBOOK, random);
  const name = pick(random, Object.keys(PARTS));
  const { [name]: content = new Uint8Array(), ...others } = PARTS;
  const fault = where < 6 ? mutated : mutatedElements;
  const parts = where === 2 ? others : { ...others, [name]: fault(content, random) };
  return zipSync(parts, { level: 0, mtime: '2026-01-01' });
}

it.each<[string, string, Made]>([
  [
    'CSV',
    'a.csv',
    damaged(
      csvCatalogue(SHORT, DIALECT),
      csvCatalogue(SHORT, { ...DIALECT, quotes: 'all', delimiter: ',', decimalSign: '.' }),
      csvCatalogue(WHOLE, { ...DIALECT, encoding: 'windows-1252', delimiter: '\t', lineEnd: '\n' }),
    ),
  ],
  ['workbooks', 'a.xlsx', damagedWorkbook],
  ['UBL', 'a.xml', damagedXml(ublCatalogue(SHORT, PEPPOL), ublCatalogue(WHOLE, RETIRED_EHF))],
  ['BMEcat', 'a.xml', damagedXml(bmecatCatalogue(SHORT, '1.2'), bmecatCatalogue(WHOLE, '2005'))],
  ['CIF', 'a.cif', damaged(cifCatalogue(SHORT), cifCatalogue(WHOLE))],
  ['lines of JSON', 'a.jsonl', damaged(jsonlCatalogue(SHORT), jsonlCatalogue(WHOLE))],
])(
  `${FILES} damaged files of %s, seed ${SEED}, from ${FROM}`,
  async (format, name, make) => {
    const told = `damaged file of ${format}, seed ${SEED}, number`;
    const dog = watchdog(told, MOST_SECONDS);
    const openBefore = openFiles();
    let usable = 0;
    let next = FROM;
    const readNext = async (path: string): Promise<void> => {
      while (next < FROM + FILES) {
        const number = next++;
        dog.step(number);
        const bytes = make(randomFrom(SEED + number));
        writeFileSync(path, bytes);
        try {
          await inTime(readThrough(path, bytes.length));
          usable++;
        } catch (error) {
          if (error instanceof UnusableFile || error instanceof OperationalError) continue;
          throw new Error(`${told} ${number}`, { cause: error });
        }
      }
    };
    // Reading small files is mostly waiting for the system.
    await Promise.all(Array.from({ length: AT_A_TIME }, (_, lane) => readNext(folder.write(`${lane}-${name}`, ''))));
    await dog.stop();
    // Had all been refused at the door, nothing behind it would have been tried; a few alone say nothing of that.
    if (FILES >= 100) expect([usable > FILES / 20, usable < FILES]).toEqual([true, true]);
    expect(openFiles() - openBefore).toBeLessThan(AT_A_TIME);
  },
  1_800_000,
);

/** A promise that nobody keeps is a hang too. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RangeError(`took more than ${MOST_SECONDS} s`)), MOST_SECONDS * 1000);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** @throws Error where rows are not in order, or not where they say */
async function readThrough(path: string, bytes: number): Promise<void> {
  const { file, mapping } = await openMapped({ name: path, path }, {}, undefined, '2026-11-15');
  let [lastRow, lastEnd] = [0, 0];
  for await (const batch of mapRows(file.rows(), mapping)) {
    for (const { line, raw } of batch) {
      const { start = lastEnd, end = lastEnd } = raw;
      if (line.row < lastRow || start < lastEnd || end < start || end > bytes) {
        throw new RangeError(`row ${line.row} at ${start} to ${end} behind row ${lastRow} to ${lastEnd} of ${bytes}`);
      }
      [lastRow, lastEnd] = [line.row, end];
    }
  }
}

/** How many this process has open, where the system tells. */
function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
