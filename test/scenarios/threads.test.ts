/** Several threads read a large file in pieces; what comes of it must not show how many they were. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { convertFile } from '../../src/pipeline/convert.ts';
import type { CheckRequest, Surroundings } from '../../src/pipeline/inputs/check-request.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

/** As built: threads run what is built. */
const built = new URL('../../dist/pipeline/check.js', import.meta.url).href;
const { checkCatalogue } = (await import(built)) as typeof import('../../src/pipeline/check.ts');

const generator = new URL('../bench/make-data.mjs', import.meta.url).href;
const { makeData } = (await import(generator)) as {
  makeData(lines: number, folder: string, options?: { readonly everyLine?: boolean }): void;
};

const EXAMPLE = fileURLToPath(new URL('../../catalogs/kontor-renhold', import.meta.url));
const THREADS = [1, 2, 3];
const folder = temporaryFolder();
let runs = 0;

const around: Surroundings = { currentFolder: folder.path, locale: 'nb', now: new Date(0) };

function requestFor(file: string, threads: number, pieceBytes: number, rules?: string): CheckRequest {
  const out = path.join(folder.path, `out-${runs++}`);
  return { file, reading: {}, asOf: '2026-11-15', threads, pieceBytes, out, ...(rules === undefined ? {} : { rules }) };
}

/** Every file of the run's folder by a checksum of its bytes. */
async function bytesOf(
  file: string,
  threads: number,
  pieceBytes: number,
  rules?: string,
): Promise<Record<string, string>> {
  const { folder: run } = await checkCatalogue(requestFor(file, threads, pieceBytes, rules), around);
  const names = readdirSync(run).sort();
  expect(names).toContain('findings.jsonl');
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(run, name)))
        .digest('hex'),
    ]),
  );
}

async function messageOf(file: string, threads: number, pieceBytes: number): Promise<string> {
  const request = requestFor(file, threads, pieceBytes);
  return checkCatalogue(request, around).then(
    () => 'no error',
    (error: Error) => `${error.name}: ${error.message}; left behind: ${leftIn(request)}`,
  );
}

function leftIn({ out = '' }: CheckRequest): readonly string[] {
  return existsSync(out) ? readdirSync(out) : [];
}

const LINES = 20_000;
const data = (...parts: string[]): string => path.join(folder.path, 'data', ...parts);
const CATALOGUE = data('inbox', 'catalogue.csv');
const PIECE = 150_000;

/** The lines of a file, some with cells in quotes, line breaks and quotes within them, some with a stray quote. */
function roughen(file: string): void {
  const lines = readFileSync(file, 'utf8').split('\r\n');
  const rough = lines.map((line, at) => {
    const cells = line.split(';');
    if (at === 0 || cells.length < 3) return line;
    if (at % 7 === 0) cells[2] = `"${cells[2]}\nPå to linjer; i ""gåseøyne"""`;
    if (at % 13 === 0) cells[1] = `${cells[1]} 24" bred`;
    if (at % 3001 === 0) cells[2] = '"slutt" og mer';
    return cells.join(';');
  });
  writeFileSync(file, rough.join('\r\n'));
}

beforeAll(() => {
  makeData(LINES, data());
  const every = path.join(folder.path, 'every');
  makeData(LINES / 4, every, { everyLine: true });
  const catalogue = path.join(every, 'inbox', 'catalogue.csv');
  // Every tenth line stands there twice, with another price.
  const lines = readFileSync(catalogue, 'utf8').split('\r\n');
  const twice = lines.flatMap((line, at) =>
    at % 10 === 5 ? [line, line.replace(/;[\d,]+;NOK;/, ';1,00;NOK;')] : [line],
  );
  writeFileSync(catalogue, twice.join('\r\n'));
  roughen(catalogue);
  roughen(CATALOGUE);
  roughen(data('approved', 'previous.csv'));
});

describe('the run folder is the same to the byte for 1, 2 and 3 threads', () => {
  it.each(readdirSync(path.join(EXAMPLE, 'inbox')).filter((name) => name.endsWith('.csv')))(
    'for the example %s',
    async (name) => {
      const file = path.join(EXAMPLE, 'inbox', name);
      const [one, ...others] = await Promise.all(THREADS.map((threads) => bytesOf(file, threads, 2000)));
      for (const other of others) expect(other).toEqual(one);
    },
  );

  it('for 20,000 lines with quotes and line breaks within them', async () => {
    const one = await bytesOf(CATALOGUE, 1, PIECE);
    expect(await bytesOf(CATALOGUE, 2, PIECE)).toEqual(one);
    expect(await bytesOf(CATALOGUE, 3, PIECE / 4)).toEqual(one);
  });

  it.each(['withhold', 'keepPrevious', 'refuse'])(
    'for findings on every line, of which the other lines or the whole make something else: %s',
    async (disposition) => {
      const rules = folder.write(
        `${disposition}.yaml`,
        `version: 1\nextends: katalogvakt:recommended\nrules:\n  name/length: { severity: error, disposition: ${disposition}, max: 105 }\n`,
      );
      const file = path.join(folder.path, 'every', 'inbox', 'catalogue.csv');
      const one = await bytesOf(file, 1, PIECE, rules);
      expect(await bytesOf(file, 3, PIECE, rules)).toEqual(one);
    },
  );

  it('for workbooks: catalogue, price list and previous version', async () => {
    const books = path.join(folder.path, 'books');
    for (const name of ['inbox/catalogue', 'prices', 'approved/previous']) {
      mkdirSync(path.dirname(path.join(books, name)), { recursive: true });
      const options = { reading: {}, language: 'nb', force: false } as const;
      await convertFile(data(`${name}.csv`), path.join(books, `${name}.xlsx`), options, around);
    }
    const agreement = readFileSync(data('agreement.yaml'), 'utf8').replaceAll('.csv', '.xlsx');
    writeFileSync(path.join(books, 'agreement.yaml'), agreement);
    const file = path.join(books, 'inbox', 'catalogue.xlsx');
    const one = await bytesOf(file, 1, PIECE);
    expect(Object.keys(one)).toContain('approved.xlsx');
    expect(await bytesOf(file, 2, PIECE)).toEqual(one);
    expect(await bytesOf(file, 3, PIECE / 4)).toEqual(one);
  });

  it('for a workbook that turns out damaged far down', async () => {
    const file = path.join(folder.path, 'books', 'inbox', 'catalogue.xlsx');
    const parts = unzipSync(readFileSync(file));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const at = sheet.lastIndexOf('<row ');
    const damaged = path.join(folder.path, 'books', 'inbox', 'damaged.xlsx');
    const broken = strToU8(`${sheet.slice(0, at)}<row r="x">${sheet.slice(at)}`);
    writeFileSync(damaged, zipSync({ ...parts, 'xl/worksheets/sheet1.xml': broken }));
    const one = await bytesOf(damaged, 1, PIECE);
    expect(Object.keys(one)).not.toContain('approved.xlsx');
    expect(await bytesOf(damaged, 3, PIECE)).toEqual(one);
  });

  it('for a catalogue that is cut off', async () => {
    const cut = data('inbox', 'cut.csv');
    const text = readFileSync(CATALOGUE, 'utf8');
    writeFileSync(cut, `${text.slice(0, text.length * 0.7)}";"`);
    const one = await bytesOf(cut, 1, PIECE);
    expect(await bytesOf(cut, 3, PIECE)).toEqual(one);
  });
});

describe('what goes wrong in a thread', () => {
  it.each([
    ['a price that cannot be read', 'prices.csv', 'K1;;stk;1;ti kroner;NOK\r\n', 0.6],
    ['a previous version that is cut off', 'approved/previous.csv', 'K1;"aldri lukket', 1],
  ])('is told as if there were none: %s', async (_, name, wrong, where) => {
    const file = data(name);
    const sound = readFileSync(file, 'utf8');
    const at = sound.lastIndexOf('\n', sound.length * where) + 1;
    try {
      writeFileSync(file, sound.slice(0, at) + wrong + sound.slice(at));
      const message = await messageOf(CATALOGUE, 1, PIECE);
      expect(message).toMatch(/^OperationalError: .*row \d{5}.*; left behind: $/);
      expect(await messageOf(CATALOGUE, 3, PIECE)).toBe(message);
    } finally {
      writeFileSync(file, sound);
    }
  });

  it('stops when the run is interrupted, and leaves nothing', async () => {
    const controller = new AbortController();
    const request = requestFor(CATALOGUE, 2, PIECE);
    const run = checkCatalogue(request, {
      ...around,
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(run).rejects.toThrow(/abort/i);
    expect(leftIn(request)).toEqual([]);
  });
});

describe('the diff of two catalogues', () => {
  /** One line twice, and one with another number. */
  function changed(text: string): string {
    const lines = text.split('\r\n');
    const twice = lines[LINES / 2] ?? '';
    const renumbered = (lines[LINES / 4] ?? '').replace(/^[^;]*/, 'NY-1');
    return [...lines.slice(0, LINES / 4), renumbered, ...lines.slice(LINES / 4 + 1, -1), twice, ''].join('\r\n');
  }

  async function told(threads: number, pieceBytes: number, after: string): Promise<unknown> {
    const load = <M>(name: string): Promise<M> => import(new URL(`../../dist/pipeline/${name}`, import.meta.url).href);
    const { newCrew } = await load<typeof import('../../src/pipeline/threads/crew.ts')>('threads/crew.js');
    const { diffCatalogues } = await load<typeof import('../../src/pipeline/diff.ts')>('diff.js');
    const temporary = path.join(folder.path, `spool-${runs++}`);
    mkdirSync(temporary);
    const crew = newCrew(threads, { pieceBytes });
    const before = data('approved', 'previous.csv');
    const { totals, changes } = await diffCatalogues(
      { old: before, current: after, reading: {} },
      temporary,
      around,
      crew,
    );
    const all: unknown[] = [];
    for await (const change of changes()) all.push(change);
    return { totals, all };
  }

  it('is the same for 1, 2 and 3 threads', async () => {
    const after = data('inbox', 'changed.csv');
    writeFileSync(after, changed(readFileSync(CATALOGUE, 'utf8')));
    const one = await told(1, PIECE, after);
    expect(one).toMatchObject({ totals: { renumbered: 1 } });
    expect(await told(2, PIECE, after)).toEqual(one);
    expect(await told(3, PIECE / 4, after)).toEqual(one);
  });

  it('names a line that stands twice without any change as people call it', async () => {
    const after = data('inbox', 'twice.csv');
    const text = readFileSync(data('approved', 'previous.csv'), 'utf8');
    const line = text.split('\r\n')[1] ?? '';
    writeFileSync(after, `${text}${line}\r\n`);
    const item = line.split(';')[0];
    expect(await told(2, PIECE, after)).toMatchObject({
      totals: { duplicateKeys: 1, changed: 0, added: 0, removed: 0 },
      all: [{ item, change: 'ambiguous' }],
    });
  });
});

it('threads do answer: sound pieces are not quietly read again by the main one', async () => {
  const load = <M>(name: string): Promise<M> => import(new URL(`../../dist/${name}`, import.meta.url).href);
  const { newCrew } = await load<typeof import('../../src/pipeline/threads/crew.ts')>('pipeline/threads/crew.js');
  const { passOver } = await load<typeof import('../../src/pipeline/threads/pass-over.ts')>(
    'pipeline/threads/pass-over.js',
  );
  const { keyedLinesSetup } = await load<typeof import('../../src/pipeline/threads/pass-setup.ts')>(
    'pipeline/threads/pass-setup.js',
  );
  const { openMapped } = await load<typeof import('../../src/pipeline/inputs/open-catalogue.ts')>(
    'pipeline/inputs/open-catalogue.js',
  );
  const opened = await openMapped({ name: 'catalogue.csv', path: CATALOGUE }, {}, undefined);
  const crew = newCrew(2, { pieceBytes: PIECE });
  const failed: boolean[] = [];
  let readHere = 0;
  const watched: typeof crew = {
    ...crew,
    begin(setup) {
      const ask = crew.begin(setup);
      return async (piece) => {
        const reply = await ask(piece);
        failed.push(reply.failed);
        return reply;
      };
    },
  };
  const here = (): number => readHere++;
  try {
    const setup = () => keyedLinesSetup(opened, opened.mapping);
    for await (const _ of passOver<unknown>(watched, opened, here, setup));
  } finally {
    await crew.end();
  }
  expect(failed.length).toBeGreaterThan(10);
  expect(failed).not.toContain(true);
  expect(readHere).toBe(0);
});
