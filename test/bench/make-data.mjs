/**
 * Makes a catalogue of any size with its agreement, price list and previous version.
 *
 *   node test/bench/make-data.mjs LINES FOLDER [--every-line] [--no-previous] [--no-faults]
 *
 * The same arguments give the same bytes. Lines are 20 columns and about 280 bytes; 1.5 % have a fault; against the
 * previous version 1 % are added, 1 % removed and 2 % have another price. With `--every-line` every line gets a
 * finding: its name is too long (as it was in the previous version), and every tenth costs more than is agreed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agreedOre, cellsOf, chosen, HEADINGS, hash, kroner, ore, PURPOSE } from './articles.mjs';
import { lengthenName, putFault, raiseSomePrices } from './faults.mjs';
import { openSheet } from './sheet.mjs';

/** @param {number} number of its own, so that no two suppliers' runs have one name */
const agreementText = (number) => `version: 1
number: "BENCH-${number}"
name: Målt avtale
supplier:
  name: Skarvtind Forsyning AS
period: { from: 2024-02-01, to: 2027-12-31 }
currency: NOK
language: nb
timeZone: Europe/Oslo
vat: excluded
prices: prices.csv
scope:
  unspsc: ["14", "44", "46", "47"]
labels:
  - { unspsc: "471318", anyOf: [svanemerket, eu_ecolabel] }
  - { unspsc: "14111507", anyOf: [svanemerket, eu_ecolabel] }
rules: katalogvakt:recommended
`;

/**
 * @param {number} lines lines of the new catalogue
 * @param {string} folder made where it does not exist; files in it are replaced
 * @param {object} options
 * @param {number} [options.first] number of the first article, so that catalogues share none
 * @param {boolean} [options.everyLine] a finding on every line
 * @param {boolean} [options.previous] whether there is a previous version
 * @param {boolean} [options.faults] whether 1.5 % of the lines have one
 * @returns {{ agreement: string, prices: string, previous: string, catalogue: string }} paths; the agreement names the
 * price list and, where there is one, the previous version
 */
export function makeData(
  lines,
  folder,
  { first = 0, everyLine = false, previous: hasPrevious = true, faults = true } = {},
) {
  const paths = {
    agreement: join(folder, 'agreement.yaml'),
    prices: join(folder, 'prices.csv'),
    previous: join(folder, 'approved', 'previous.csv'),
    catalogue: join(folder, 'inbox', 'catalogue.csv'),
  };
  mkdirSync(folder, { recursive: true });
  const previousLine = hasPrevious ? 'previous: approved/previous.csv\n' : '';
  writeFileSync(paths.agreement, agreementText(first + 1) + previousLine);
  const prices = openSheet(paths.prices);
  const catalogue = openSheet(paths.catalogue);
  const previous = hasPrevious ? openSheet(paths.previous) : undefined;
  prices.row(['Varenr', 'GTIN', 'Enhet', 'Antall i pakning', 'Avtalt pris', 'Valuta']);
  previous?.row(HEADINGS);
  catalogue.row(HEADINGS);

  const end = first + lines;
  for (let index = first; index < end; index += 1) {
    const cells = cellsOf(index, agreedOre(index));
    const [number = '', , , gtin = '', , , , , unit = '', content = '', price = ''] = cells;
    prices.row([number, gtin, unit, content, price, 'NOK']);
    if (everyLine) lengthenName(cells);
    if (!chosen(index, PURPOSE.added, 0.01))
      previous?.row(chosen(index, PURPOSE.changed, 0.02) ? repriced(cells, index) : cells);
    if (everyLine) raiseSomePrices(cells, index);
    else if (faults) putFault(cells, index);
    catalogue.row(cells);
  }
  // No catalogue offers these.
  const removed = Math.round(lines / 100);
  for (let index = NO_ARTICLE - first; index > NO_ARTICLE - first - removed; index -= 1)
    previous?.row(cellsOf(index, agreedOre(index)));

  for (const sheet of [prices, catalogue, previous]) sheet?.close();
  return paths;
}

/** Articles that are no longer offered are numbered downwards from here. */
const NO_ARTICLE = 99_999_999;

/** The line with the price it had before: up to five percent more or less. @param {readonly string[]} cells @param {number} index */
function repriced(cells, index) {
  const percent = (hash(index, PURPOSE.change) % 11) - 5 || 1;
  return cells.with(10, kroner(Math.round((ore(cells[10]) * (100 + percent)) / 100)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'every-line': { type: 'boolean' },
      'no-previous': { type: 'boolean' },
      'no-faults': { type: 'boolean' },
    },
  });
  const [lines, folder] = positionals;
  if (folder === undefined || !/^[1-9]\d*$/.test(lines ?? '')) {
    console.error('usage: node test/bench/make-data.mjs LINES FOLDER [--every-line] [--no-previous] [--no-faults]');
    process.exitCode = 2;
  } else {
    makeData(Number(lines), folder, {
      everyLine: values['every-line'],
      previous: !values['no-previous'],
      faults: !values['no-faults'],
    });
  }
}
