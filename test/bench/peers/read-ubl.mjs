/**
 * One UBL catalogue read to its end by one reader.
 *
 *   node read-ubl.mjs READER FILE
 */
import { createReadStream } from 'node:fs';
import process from 'node:process';

/** @type {Record<string, (file: string) => Promise<number>>} */
const READERS = {
  /** Read and mapped: catalogue lines, counted. */
  async katalogvakt(file) {
    const { openFile } = await import('../../../dist/readers/open-file.js');
    const { mapRows, prepareMapping } = await import('../../../dist/mapping/map-rows.js');
    const opened = await openFile({ name: file, path: file });
    const mapping = await prepareMapping(opened, {});
    let lines = 0;
    for await (const batch of mapRows(opened.rows(), mapping)) lines += batch.length;
    return lines;
  },

  /** Every element and text of it, and nothing else done. */
  async saxes(file) {
    const { SaxesParser } = await import('saxes');
    const parser = new SaxesParser({ xmlns: false, position: false });
    let events = 0;
    parser.on('opentag', () => {
      events += 1;
    });
    parser.on('closetag', () => {
      events += 1;
    });
    parser.on('text', () => {
      events += 1;
    });
    for await (const text of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) parser.write(text);
    parser.close();
    return events;
  },
};

const [reader = '', file = ''] = process.argv.slice(2);
console.log(await READERS[reader]?.(file));
