/**
 * One CSV file read to its end by one reader, every cell as text, and nothing else done.
 *
 *   node read-csv.mjs READER FILE
 */
import { createReadStream } from 'node:fs';
import process from 'node:process';

/** @type {Record<string, (file: string) => Promise<number>>} each gives the number of cells */
const READERS = {
  async katalogvakt(file) {
    const { openFile } = await import('../../../dist/readers/open-file.js');
    const { rows } = await openFile({ name: file, path: file });
    let cells = 0;
    for await (const batch of rows()) for (const row of batch) cells += row.cells.length;
    return cells;
  },

  async 'csv-parse'(file) {
    const { parse } = await import('csv-parse');
    const parser = createReadStream(file).pipe(parse({ delimiter: ';', bom: true }));
    let cells = 0;
    for await (const row of parser) cells += row.length;
    return cells;
  },

  async papaparse(file) {
    const { default: papa } = await import('papaparse');
    let cells = 0;
    const chunk = ({ data }) => {
      for (const row of data) cells += row.length;
    };
    await new Promise((complete, error) => {
      papa.parse(createReadStream(file, 'utf8'), { delimiter: ';', chunk, complete, error });
    });
    return cells;
  },

  async udsv(file) {
    const { initParser, inferSchema } = await import('udsv');
    /** @type {ReturnType<typeof initParser> | undefined} */
    let parser;
    let cells = 0;
    const take = (row) => {
      cells += row.length;
    };
    for await (const text of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
      parser ??= initParser(inferSchema(text, { col: ';', trim: false }));
      parser.chunk(text, parser.stringArrs, take);
    }
    parser?.end();
    return cells;
  },

  async bytes(file) {
    let bytes = 0;
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) bytes += chunk.length;
    return bytes;
  },
};

const [reader = '', file = ''] = process.argv.slice(2);
console.log(await READERS[reader]?.(file));
