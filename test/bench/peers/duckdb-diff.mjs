/**
 * A database comparing two catalogues by item number: lines added, lines removed, and every cell that changed.
 *
 *   node duckdb-diff.mjs OLD NEW CHANGES
 */
import process from 'node:process';
import { connect, readCsv } from './duckdb.mjs';

const KEY = 'Varenr';
const [older = '', newer = '', changes = ''] = process.argv.slice(2);
const database = await connect();

await database.run(`CREATE TABLE older AS FROM ${readCsv(older)}`);
await database.run(`CREATE TABLE newer AS FROM ${readCsv(newer)}`);
const described = await database.runAndReadAll('DESCRIBE newer');
const columns = described
  .getRows()
  .map(([name]) => String(name))
  .filter((name) => name !== KEY);

/** @param {'o' | 'n'} side */
const cells = (side) => `[${columns.map((name) => `${side}."${name}"`).join(', ')}]`;
const differs = columns.map((name) => `o."${name}" IS DISTINCT FROM n."${name}"`).join(' OR ');
await database.run(`CREATE TABLE joined AS
  SELECT coalesce(n."${KEY}", o."${KEY}") AS item,
    CASE WHEN o."${KEY}" IS NULL THEN 'added' WHEN n."${KEY}" IS NULL THEN 'removed' ELSE 'changed' END AS change,
    ${cells('o')} AS before, ${cells('n')} AS after
  FROM older o FULL OUTER JOIN newer n ON o."${KEY}" = n."${KEY}"
  WHERE o."${KEY}" IS NULL OR n."${KEY}" IS NULL OR ${differs}`);
const names = columns.map((name) => `'${name}'`).join(', ');
await database.run(`CREATE TABLE changes AS
  SELECT item, change, NULL AS field, NULL AS before, NULL AS after FROM joined WHERE change <> 'changed'
  UNION ALL
  SELECT item, change, field, before, after FROM (
    SELECT item, change, unnest([${names}]) AS field, unnest(before) AS before, unnest(after) AS after
    FROM joined WHERE change = 'changed'
  ) WHERE before IS DISTINCT FROM after`);
await database.run(`COPY changes TO '${changes}' (HEADER, DELIMITER ';')`);
const counts = await database.runAndReadAll('SELECT change, count(DISTINCT item) FROM changes GROUP BY change');
console.log(Object.fromEntries(counts.getRows()));
