/**
 * daff comparing two catalogues by item number.
 *
 *   node daff-diff.mjs OLD NEW CHANGES
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import daff from 'daff';

const [older = '', newer = '', changes = ''] = process.argv.slice(2);

/** @param {string} path */
function table(path) {
  const view = new daff.TableView([]);
  new daff.Csv(';').parseTable(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), view);
  return view;
}

const flags = new daff.CompareFlags();
flags.addPrimaryKey('Varenr');
const alignment = daff.compareTables(table(older), table(newer), flags).align();
const highlighted = new daff.TableView([]);
new daff.TableDiff(alignment, flags).hilite(highlighted);
writeFileSync(changes, new daff.Csv(';').renderTable(highlighted));
console.log(highlighted.get_height());
