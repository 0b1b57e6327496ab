/**
 * A database doing ten of the checks: reads catalogue, price list and previous version, asks each check of every line,
 * and writes the lines that nothing withholds. The quickest way found: one pass over one join, all ten side by side.
 *
 *   node duckdb-check.mjs CATALOGUE PRICES PREVIOUS APPROVED
 *
 * Prints how many lines each check finds, and how many are approved.
 */
import process from 'node:process';
import { connect, readCsv } from './duckdb.mjs';

const AS_OF = '2026-11-15';
const [catalogue = '', prices = '', previous = '', approved = ''] = process.argv.slice(2);
const database = await connect();

const amount = (column) => `TRY_CAST(replace("${column}", ',', '.') AS DECIMAL(18, 4))`;
const day = (column) => `TRY_CAST(TRY_STRPTIME("${column}", '%d.%m.%Y') AS DATE)`;

await database.run(`CREATE TABLE catalogue AS
  SELECT *, ${amount('Pris eks. mva')} AS price, row_number() OVER () AS line FROM ${readCsv(catalogue)}`);
await database.run(`CREATE TABLE agreed AS
  SELECT "Varenr" AS item, "Valuta" AS currency, ${amount('Avtalt pris')} AS price FROM ${readCsv(prices)}`);
await database.run(`CREATE TABLE previous AS
  SELECT "Varenr" AS item, "Valuta" AS currency, ${amount('Pris eks. mva')} AS price FROM ${readCsv(previous)}`);

/** Within half a percent of ten, a hundred or a thousand times as much, or as little. */
const shifted = [10, 100, 1000]
  .flatMap((factor) => [`c.price / a.price / ${factor}`, `a.price / c.price / ${factor}`])
  .map((times) => `${times} BETWEEN 0.995 AND 1.005`)
  .join(' OR ');

const CHECKS = {
  'above agreed': `c.price > a.price AND NOT (${shifted})`,
  'other currency': 'c."Valuta" <> a.currency',
  'no price': `c."Pris eks. mva" IS NULL OR c.price <= 0`,
  'decimal shift': shifted,
  'price change': `c."Valuta" = p.currency AND (c.price > p.price * 1.15 OR c.price < p.price * 0.7) AND NOT coalesce(${shifted}, false)`,
  'not agreed': 'a.item IS NULL',
  name: `c."Varenavn" IS NULL OR length(c."Varenavn") > 80`,
  period: `${day('Gyldig til')} < DATE '${AS_OF}' OR ${day('Gyldig fra')} > DATE '${AS_OF}'`,
  duplicate: 'count(*) OVER (PARTITION BY c."Varenr") > 1',
};
const WITHHOLDING = Object.keys(CHECKS).filter((name) => name !== 'price change' && name !== 'name');

await database.run(`CREATE TABLE judged AS
  SELECT c.line, ${Object.entries(CHECKS)
    .map(([name, sql]) => `coalesce(${sql}, false) AS "${name}"`)
    .join(', ')}
  FROM catalogue c LEFT JOIN agreed a ON a.item = c."Varenr" LEFT JOIN previous p ON p.item = c."Varenr"`);
await database.run(`COPY (
    SELECT c.* EXCLUDE (price, line) FROM catalogue c JOIN judged USING (line)
    WHERE NOT (${WITHHOLDING.map((name) => `"${name}"`).join(' OR ')}) ORDER BY line
  ) TO '${approved}' (HEADER, DELIMITER ';')`);

const counts = await database.runAndReadAll(`SELECT
  ${Object.keys(CHECKS)
    .map((name) => `count(*) FILTER ("${name}") AS "${name}"`)
    .join(', ')},
  (SELECT count(*) FROM agreed a WHERE NOT EXISTS (FROM catalogue c WHERE c."Varenr" = a.item)) AS "agreed item missing",
  count(*) FILTER (NOT (${WITHHOLDING.map((name) => `"${name}"`).join(' OR ')})) AS approved
  FROM judged`);
console.log(counts.getRowObjectsJson()[0]);
