/**
 * Writes the example workspace: two agreements with price lists, previous versions, incoming catalogues and the list
 * of planted faults. The same bytes every time.
 *
 *   node test/example/build.mjs [FOLDER]           FOLDER is `catalogs` by default
 *   node test/example/build.mjs FOLDER --clean     the catalogue in CSV and the previous version, with nothing planted
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { articles } from './articles.mjs';
import { findsOnArticles, newCatalogue, previousCatalogue } from './catalogues.mjs';
import { FORMER_PRICES, LIST_PRICES } from './faults.mjs';
import { offeredLine, previousLine } from './lines.mjs';
import { COLUMNS, catalogueCsv, catalogueXlsx, csv, LETTERS } from './sheet.mjs';

/** @import { Find } from './faults.mjs' */

const SUPPLIER = `supplier:
  name: Skarvtind Forsyning AS
  organisationNumber: "999999999"
  gln: "7099999000002"`;

/** Whom the letter to the supplier is from and to. */
const CORRESPONDENCE = `buyer:
  name: Tveitvik kommune
contact: { name: Kari Nordmann, title: Avtaleforvalter, email: kari.nordmann@tveitvik.example, phone: "22 00 00 00" }
notice: { workingDays: 10 }`;

const AGREEMENT = `# Rammeavtale. Oppdiktet leverandør, varer og priser.
version: 1
number: "2024/118"
name: Kontor- og renholdsartikler
${CORRESPONDENCE}
${SUPPLIER}
  contact: { name: Ola Eksempel, email: ola.eksempel@skarvtind.example }
period: { from: 2024-02-01, to: 2027-01-31 }
currency: NOK
language: nb
timeZone: Europe/Oslo
vat: excluded
prices: prices.csv
previous: approved/2026-05.csv
scope:
  unspsc: ["14", "24", "26111700", "31201500", "31201600", "41111604", "42132203", "44", "46181504", "47", "50", "5215", "5313"]
labels:
  - { unspsc: "14111507", anyOf: [svanemerket, eu_ecolabel] }
  - { unspsc: "14111704", anyOf: [svanemerket, eu_ecolabel] }
  - { unspsc: "47131801", anyOf: [svanemerket, eu_ecolabel] }
  - { unspsc: "47131805", anyOf: [svanemerket, eu_ecolabel] }
  - { unspsc: "47131810", anyOf: [svanemerket, eu_ecolabel] }
  - { unspsc: "47131824", anyOf: [svanemerket, eu_ecolabel] }
core: ["010010", "200010", "250090"]
delivery: { leadTime: 10 virkedager }
rules: katalogvakt:recommended
# Blir det dyrere enn avtalt for mer enn dette i året, må to godkjenne.
signers: { required: 1, aboveEffect: { amount: 50000, required: 2 } }
`;

const ENDED_AGREEMENT = `# Rammeavtale som er utløpt: katalogen blir avvist. Oppdiktet leverandør, varer og priser.
version: 1
number: "2021/044"
name: Batterier
${SUPPLIER}
period: { from: 2022-01-01, to: 2025-12-31 }
currency: NOK
language: nb
timeZone: Europe/Oslo
vat: excluded
prices: prices.csv
scope:
  unspsc: ["26111700"]
rules: katalogvakt:recommended
`;

/** One of the planted faults is accepted: it stands among the marks, and stops nothing. */
const WAIVERS = `version: 1
waivers:
  - rules: [name/upper-case]
    covers:
      - { item: "050020", field: name, value: "STIFTEMASKIN FOR 100 ARK, GRÅ" }
    reason: Skrives slik til leverandøren har byttet varesystem
    by: Kari Nordmann
    until: 2026-12-31
`;

const TITLES = [
  'Skarvtind Forsyning AS: varekatalog til avtale 2024/118, Kontor- og renholdsartikler',
  'Oppdatert 12.11.2026. Spørsmål om katalogen: katalog@eksempel.example',
];

/** What the document says of itself. */
const DAY = new Date('2026-11-12T08:00:00Z');

/** @param {string} folder */
export async function buildExample(folder) {
  /** @param {string} path @param {string | Uint8Array} content */
  const write = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('kontor-renhold/agreement.yaml', AGREEMENT);
  write('kontor-renhold/waivers.yaml', WAIVERS);
  write('kontor-renhold/prices.csv', priceList(articles()));
  write('kontor-renhold/volumes.csv', volumes(articles()));
  write('kontor-renhold/approved/2026-05.csv', catalogueCsv(TITLES.slice(0, 1), previousCatalogue()).text);
  write('kontor-renhold/inbox/katalog-2026-11.csv', csvCatalogue().text);
  write('kontor-renhold/inbox/katalog-2026-11.xlsx', (await workbook()).bytes);
  write('kontor-renhold/planted-faults.csv', await marks());

  const batteries = articles().filter(({ unspsc }) => unspsc === '26111702');
  write('avsluttet-avtale/agreement.yaml', ENDED_AGREEMENT);
  write('avsluttet-avtale/prices.csv', priceList(batteries));
  write('avsluttet-avtale/inbox/katalog-2026-11.csv', catalogueCsv([], batteries.map(offeredLine)).text);
}

/**
 * What was bought of each article in a year; of some nothing is known.
 * @param {ReturnType<typeof articles>} agreed
 */
function volumes(agreed) {
  const rows = agreed.map(({ itemNumber, unit }, at) => [itemNumber, String(12 * (1 + ((7 * at) % 23))), unit, '2025']);
  return csv([['Varenr', 'Antall', 'Enhet', 'År'], ...rows.filter((_, at) => at % 9 !== 4)]);
}

/** @param {string} folder that the example was built in */
function withoutFaults(folder) {
  const lines = articles().map(offeredLine);
  // A column with nothing in it is told, too.
  const filled = COLUMNS.filter(({ key }) => lines.some((line) => (line[key] ?? '') !== ''));
  const { text } = catalogueCsv(TITLES, lines, undefined, filled);
  writeFileSync(join(folder, 'kontor-renhold/inbox/katalog-2026-11.csv'), text);
  const before = lines.map(previousLine);
  writeFileSync(join(folder, 'kontor-renhold/approved/2026-05.csv'), catalogueCsv(TITLES.slice(0, 1), before).text);
}

/** @param {ReturnType<typeof articles>} agreed */
function priceList(agreed) {
  return csv([
    [
      'Varenr',
      'Varenavn',
      'GTIN',
      'Enhet',
      'Antall i pakning',
      'Avtalt pris',
      'Valuta',
      'Miljøkrav',
      'Listepris',
      'Gyldig fra',
      'Gyldig til',
      'UNSPSC',
    ],
    ...agreed.map((article) => priceRow(article, {})),
    // What held before stands at the end, as lists grow.
    ...FORMER_PRICES.flatMap(({ at, ...former }) => {
      const article = agreed.find(({ name }) => name === at);
      return article === undefined ? [] : [priceRow(article, former)];
    }),
  ]);
}

/** @param {ReturnType<typeof articles>[number]} article @param {{ price?: string, from?: string, to?: string }} former */
function priceRow(article, { price = article.agreedPrice, from = '', to = '' }) {
  return [
    article.itemNumber,
    article.name,
    article.gtin,
    article.unit,
    article.content.replace('.', ','),
    price.replace('.', ','),
    'NOK',
    article.demand,
    (LIST_PRICES.get(article.name) ?? '').replace('.', ','),
    from,
    to,
    article.unspsc,
  ];
}

function csvCatalogue() {
  const entries = newCatalogue('csv');
  const surplus = new Map(entries.map(({ line, surplus: cells = [] }) => [line, cells]));
  const { text, rowOf } = catalogueCsv(TITLES, [...surplus.keys()], surplus);
  return { entries, text, rowOf };
}

async function workbook() {
  const entries = newCatalogue('xlsx');
  const { bytes, rowOf } = await catalogueXlsx(
    TITLES,
    entries.map(({ line }) => line),
    DAY,
  );
  return { entries, bytes, rowOf };
}

/**
 * Every finding the check must give, and none beside them. Findings on an agreed article stand at its row of the price
 * list, for both formats; the column is empty where a rule speaks of the row as a whole.
 */
async function marks() {
  const files = { 'inbox/katalog-2026-11.csv': csvCatalogue(), 'inbox/katalog-2026-11.xlsx': await workbook() };
  const onLines = Object.entries(files).flatMap(([file, { entries, rowOf }]) =>
    entries.flatMap(({ line, finds }) =>
      finds.map(([rule, field = '']) => [
        rule,
        file,
        String(rowOf.get(line)),
        LETTERS[field] ?? '',
        itemOf(line),
        field,
      ]),
    ),
  );
  const onArticles = findsOnArticles().map(({ rule, field, position, item }) => [
    rule,
    'prices.csv',
    String(position + 2),
    '',
    item,
    field,
  ]);
  return csv([['rule', 'file', 'row', 'column', 'item', 'field'], ...onLines, ...onArticles]);
}

/** @param {Readonly<Record<string, string>>} line */
function itemOf({ itemNumber = '', gtin = '' }) {
  return (itemNumber || gtin).replace('\u0000', '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../catalogs', import.meta.url));
  await buildExample(folder);
  if (process.argv[3] === '--clean') withoutFaults(folder);
}
