/** DuckDB on two threads, as the goals are stated. */
import { DuckDBInstance } from '@duckdb/node-api';

/** A database in memory. */
export async function connect() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  return instance.connect();
}

/** All columns as text, for what stands there may be anything; empty cells are NULL. @param {string} path */
export function readCsv(path) {
  return `read_csv('${path.replaceAll("'", "''")}', delim = ';', header = true, all_varchar = true, quote = '"', escape = '"')`;
}
