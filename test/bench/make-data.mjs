/**
 * Makes a catalogue of any size with its agreement, price list and previous version.
 *
 *   node test/bench/make-data.mjs LINES FOLDER
 *
 * The same number of lines gives the same bytes: what varies comes from a hash of the article's number. Lines are 20
 * columns and about 280 bytes; 1.5 % have a fault; against the previous version 1 % are added, 1 % removed and 2 %
 * have another price.
 */
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const HEADINGS = [
  'Varenr',
  'Varenavn',
  'Beskrivelse',
  'GTIN',
  'Produsent',
  'Produsentens varenr',
  'Merke',
  'UNSPSC',
  'Enhet',
  'Antall i pakning',
  'Pris eks. mva',
  'Valuta',
  'Miljømerke',
  'Lisensnummer',
  'Gyldig fra',
  'Gyldig til',
  'Leveringstid',
  'Minste bestilling',
  'Status',
  'Hylleplass',
];

/** Noun, UNSPSC, unit, content, label, licence. */
const GOODS = [
  ['Kopipapir A4 80 g, hvit', '14111507', 'pk', '500', 'Svanemerket', '3044 9901'],
  ['Kulepenn 0,7 mm, blå', '44121704', 'eske', '50', '', ''],
  ['Ringperm A4, 40 mm, svart', '44122003', 'stk', '1', '', ''],
  ['Plastlomme A4, klar', '44122011', 'pk', '100', '', ''],
  ['Konvolutt C5 med vindu', '44121506', 'eske', '500', 'FSC Mix', 'FSC-C999903'],
  ['Oppvaskmiddel, uparfymert', '47131810', 'flaske', '1', 'Svanemerket', '2025 9911'],
  ['Gulvrengjøringsmiddel', '47131801', 'kanne', '5', 'EU Ecolabel', 'NO/020/99914'],
  ['Mikrofiberklut 38 x 38 cm', '47131502', 'pk', '10', '', ''],
  ['Toalettpapir 2 lag, 50 m', '14111704', 'krt', '48', 'Svanemerket', '4005 9920'],
  ['Avfallssekk 125 l, svart', '47121701', 'rull', '25', '', ''],
  ['Gummihanske, størrelse M', '46181504', 'par', '1', '', ''],
];
const MAKERS = [
  'Fjellark Papir AS',
  'Skrivlett Norden AB',
  'Rengard Kjemi AS',
  'Tørkfin Sverige AB',
  'Mykpapp Tissue Oy',
];
const BRANDS = ['Fjellark', 'Skrivlett', 'Rengard', 'Tørkfin', 'Mykpapp'];
const WORDS = ['holdbar', 'robust', 'solid emballasje', 'leveres ferdig pakket', 'for daglig bruk', 'lett å lagre'];

/**
 * 1.5 % of the lines have one of these.
 * @type {readonly ((cells: string[]) => unknown)[]}
 */
const FAULTS = [
  (cells) => put(cells, 10, kroner(Math.round(ore(cells[10]) * 1.08))),
  (cells) => put(cells, 10, kroner(ore(cells[10]) * 10)),
  (cells) => put(cells, 10, kroner(Math.round(ore(cells[10]) * 1.25))),
  (cells) => put(cells, 10, `${cells[10]?.slice(0, -1)}O`),
  (cells) => put(cells, 10, ''),
  (cells) => put(cells, 3, `${cells[3]?.slice(0, -1)}${(Number(cells[3]?.at(-1)) + 1) % 10}`),
  (cells) => put(cells, 3, String(cells[3]?.slice(0, 11))),
  (cells) => put(cells, 8, 'KOLLIX'),
  (cells) => put(cells, 1, String(cells[1]?.toUpperCase())),
  (cells) => put(cells, 15, '31.10.2026'),
  (cells) => put(cells, 15, '31.02.2027'),
  (cells) => put(cells, 11, 'EUR'),
  (cells) => put(cells, 0, `X${cells[0]}`) && put(cells, 3, ''),
  (cells) => put(cells, 7, '5611210'),
  (cells) => put(cells, 18, 'Utgått'),
  (cells) => put(cells, 12, '') && put(cells, 13, ''),
  (cells) => put(cells, 0, `K${String(Math.max(0, Number(cells[0]?.slice(1)) - 1)).padStart(7, '0')}`),
];

/** @param {string[]} cells @param {number} column @param {string} text */
function put(cells, column, text) {
  cells[column] = text;
  return true;
}

/** Integer hash with good spread (xorshift-multiply), seeded by what the number is for. @param {number} index @param {number} purpose */
function hash(index, purpose) {
  let h = Math.imul(index ^ Math.imul(purpose, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** True for about `share` of the articles. @param {number} index @param {number} purpose @param {number} share */
const chosen = (index, purpose, share) => hash(index, purpose) < share * 2 ** 32;

const PURPOSE = {
  goods: 1,
  maker: 2,
  price: 3,
  words: 4,
  fault: 5,
  faultKind: 6,
  added: 7,
  changed: 8,
  change: 9,
  shelf: 10,
};

/** @param {number} amount øre */
function kroner(amount) {
  const cents = String(amount % 100).padStart(2, '0');
  return `${Math.floor(amount / 100)},${cents}`;
}

/** @param {string | undefined} text */
const ore = (text) => Number(String(text).replace(',', ''));

/** @param {string} digits twelve */
function withCheckDigit(digits) {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += (digits.charCodeAt(i) - 48) * (i % 2 === 0 ? 1 : 3);
  return digits + ((10 - (sum % 10)) % 10);
}

/** Between 10 and 500 kroner, at most what is agreed. @param {number} index */
const agreedOre = (index) => 1000 + (hash(index, PURPOSE.price) % 49000);

/** The article as it is offered when nothing is wrong. @param {number} index @param {number} price øre */
function cellsOf(index, price) {
  const [noun = '', unspsc = '', unit = '', content = '', label = '', licence = ''] =
    GOODS[hash(index, PURPOSE.goods) % GOODS.length] ?? [];
  const maker = hash(index, PURPOSE.maker) % MAKERS.length;
  const number = String(index).padStart(7, '0');
  const words = hash(index, PURPOSE.words);
  return [
    `K${number}`,
    `${noun}, modell ${number}`,
    `Vare ${number}: ${WORDS[words % 6]}, ${WORDS[(words >>> 8) % 6]}. Lagerføres i Norge, leveres på pall eller i hel kartong.`,
    withCheckDigit(`709${String(index).padStart(9, '0')}`),
    MAKERS[maker] ?? '',
    `${unspsc.slice(4)}-${number}`,
    BRANDS[maker] ?? '',
    unspsc,
    unit,
    content,
    kroner(price),
    'NOK',
    label,
    licence,
    '01.02.2024',
    '31.12.2027',
    String(1 + (words % 9)),
    '1',
    'Aktiv',
    `${String.fromCharCode(65 + (hash(index, PURPOSE.shelf) % 26))}-${hash(index, PURPOSE.shelf) % 999}`,
  ];
}

/** Text to a file in large pieces. @param {string} path */
function openSheet(path) {
  const file = openSync(path, 'w');
  let pieces = ['\uFEFF'];
  const flush = () => {
    writeFileSync(file, pieces.join(''));
    pieces = [];
  };
  return {
    /** @param {readonly string[]} cells */
    row(cells) {
      pieces.push(cells.join(';'), '\r\n');
      if (pieces.length >= 16_384) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

const AGREEMENT = `version: 1
number: "BENCH-1"
name: Målt avtale
supplier:
  name: Skarvtind Forsyning AS
period: { from: 2024-02-01, to: 2027-12-31 }
currency: NOK
language: nb
timeZone: Europe/Oslo
vat: excluded
prices: prices.csv
previous: approved/previous.csv
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
 */
export function makeData(lines, folder) {
  mkdirSync(join(folder, 'approved'), { recursive: true });
  mkdirSync(join(folder, 'inbox'), { recursive: true });
  writeFileSync(join(folder, 'agreement.yaml'), AGREEMENT);

  const prices = openSheet(join(folder, 'prices.csv'));
  const previous = openSheet(join(folder, 'approved', 'previous.csv'));
  const catalogue = openSheet(join(folder, 'inbox', 'catalogue.csv'));
  prices.row(['Varenr', 'GTIN', 'Enhet', 'Antall i pakning', 'Avtalt pris', 'Valuta']);
  previous.row(HEADINGS);
  catalogue.row(HEADINGS);

  const removed = Math.round(lines / 100);
  for (let index = 0; index < lines; index += 1) {
    const agreed = agreedOre(index);
    const cells = cellsOf(index, agreed);
    const [number = '', , , gtin = '', , , , , unit = '', content = '', price = ''] = cells;
    prices.row([number, gtin, unit, content, price, 'NOK']);
    if (!chosen(index, PURPOSE.added, 0.01))
      previous.row(chosen(index, PURPOSE.changed, 0.02) ? repriced(cells, index) : cells);
    if (chosen(index, PURPOSE.fault, 0.015)) FAULTS[hash(index, PURPOSE.faultKind) % FAULTS.length]?.(cells);
    catalogue.row(cells);
  }
  for (let index = lines; index < lines + removed; index += 1) previous.row(cellsOf(index, agreedOre(index)));

  for (const sheet of [prices, previous, catalogue]) sheet.close();
}

/** The line with the price it had before: up to five percent more or less. @param {readonly string[]} cells @param {number} index */
function repriced(cells, index) {
  const percent = (hash(index, PURPOSE.change) % 11) - 5 || 1;
  return cells.with(10, kroner(Math.round((ore(cells[10]) * (100 + percent)) / 100)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [lines, folder] = process.argv.slice(2);
  if (folder === undefined || !/^[1-9]\d*$/.test(lines ?? '')) {
    console.error('usage: node test/bench/make-data.mjs LINES FOLDER');
    process.exitCode = 2;
  } else {
    makeData(Number(lines), folder);
  }
}
