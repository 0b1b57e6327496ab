/** The same articles in every dialect and encoding are the same lines; what is wrong with a row is told of that row. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mapRows, prepareMapping } from '../../src/mapping/map-rows.ts';
import { openFile } from '../../src/readers/open-file.ts';
import type { Encoding } from '../../src/readers/reader.ts';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();

interface Manner {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quote?: string;
  readonly escapeSign?: string;
  readonly all?: boolean;
  readonly first?: string;
}

const HEADINGS = ['Varenr', 'Varenavn', 'Enhet', 'Pris'];
const NAMES = [
  'Blåbærsyltetøy på glass',
  'Rør 24" grå',
  'Søppelsekk, svart; 60 l',
  'Crème fraîche',
  'Lås\nmed nøkkel',
  "Tusj 'blå'",
];
const ARTICLES = Array.from({ length: 500 }, (_, at) => [
  String(1000 + at),
  `${NAMES[at % NAMES.length]} ${at}`,
  'stk',
  `${10 + (at % 90)},5`,
]);

/** By no code of the project: its own mistakes would cancel out. */
function written(rows: readonly (readonly string[])[], manner: Manner): string {
  const { delimiter, lineEnd, quote = '"', escapeSign: sign = quote, all = false, first = '' } = manner;
  const cell = (text: string): string => {
    const marks = [delimiter, '\r', '\n', quote, ...(sign === quote ? [] : [sign])];
    if (!all && !marks.some((mark) => text.includes(mark))) return text;
    const escaped = sign === quote ? text : text.replaceAll(sign, sign + sign);
    return quote + escaped.replaceAll(quote, sign + quote) + quote;
  };
  return first + rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}

const UPPER = new Map<Encoding, Map<string, number>>();
function singleByte(text: string, encoding: 'windows-1252' | 'iso-8859-15' | 'macintosh'): Buffer {
  let upper = UPPER.get(encoding);
  if (upper === undefined) {
    const decoder = new TextDecoder(encoding);
    upper = new Map(Array.from({ length: 128 }, (_, at) => [decoder.decode(Uint8Array.of(128 + at)), 128 + at]));
    UPPER.set(encoding, upper);
  }
  return Buffer.from([...text].map((letter) => upper.get(letter) ?? letter.charCodeAt(0)));
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const INTO: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16 LE with a mark': (text) => wide(`\ufeff${text}`),
  'UTF-16 BE with a mark': (text) => wide(`\ufeff${text}`).swap16(),
  'UTF-16 LE': wide,
  'UTF-16 BE': (text) => wide(text).swap16(),
  'Windows-1252': (text) => singleByte(text, 'windows-1252'),
  'ISO-8859-15': (text) => singleByte(text, 'iso-8859-15'),
  'Mac Roman': (text) => singleByte(text, 'macintosh'),
};

const MANNERS: Readonly<Record<string, Manner>> = {
  'semicolons, CRLF': { delimiter: ';', lineEnd: '\r\n' },
  'commas, LF, all in quotes': { delimiter: ',', lineEnd: '\n', all: true },
  'tabs, CRLF': { delimiter: '\t', lineEnd: '\r\n' },
  'bars, LF': { delimiter: '|', lineEnd: '\n' },
  'carets, LF': { delimiter: '^', lineEnd: '\n' },
  'semicolons, CR': { delimiter: ';', lineEnd: '\r' },
  'semicolons, apostrophes': { delimiter: ';', lineEnd: '\n', quote: "'", all: true },
  'commas, backslashes': { delimiter: ',', lineEnd: '\r\n', escapeSign: '\\', all: true },
  'sep= line': { delimiter: '|', lineEnd: '\r\n', first: 'sep=|\r\n' },
};

async function linesOf(name: string, bytes: Uint8Array): Promise<unknown> {
  const file = await openFile(folder.source(name, bytes));
  const mapping = await prepareMapping(file, {});
  const lines: unknown[] = [];
  for await (const batch of mapRows(file.rows(), mapping)) {
    for (const { line, raw } of batch) {
      const { row: _, ...values } = line;
      lines.push(values);
      const again = file.records?.at(raw.row, raw.start ?? 0, raw.end ?? 0);
      if (JSON.stringify(again?.cells) !== JSON.stringify(raw.cells))
        throw new Error(`row ${raw.row} read again differs`);
    }
  }
  return lines;
}

describe('the same articles', () => {
  const expected = ARTICLES.map(([itemNumber, name, , price]) => ({
    itemNumber,
    name,
    unit: 'H87',
    price: price?.replace(',', '.'),
  }));
  const combinations = Object.entries(MANNERS).flatMap(([manner, how]) =>
    Object.entries(INTO).map(([encoding, into]) => [manner, encoding, how, into] as const),
  );
  it.each(combinations)('%s in %s', async (_, __, how, into) => {
    expect(await linesOf('same.csv', into(written([HEADINGS, ...ARTICLES], how)))).toEqual(expected);
  });
});

describe('what is wrong with a row', () => {
  const TEXT = [
    'Varenr;Varenavn;Enhet;Pris', // 1
    'Kontorrekvisita;;;', // 2
    '1001;Kopipapir;stk;49,90', // 3
    '1002;"Penn "blå" tynn;stk;9,90', // 4
    '1003;Lim;stk;19,90', // 5
    '1004;"Tusj;stk;29,90', // 6
    '1005;Saks;stk;39,90', // 7
    'Varenr;Varenavn;Enhet;Pris', // 8
    '', // 9
    '1006;Li\0m;stk;12,50', // 10
    '1007;Tape;stk', // 11
    '1008;Perm;stk;22,50', // 12
    '# Priser gjelder fra mai;;;', // 13
    'Sum;;;184,60', // 14
    '',
  ].join('\r\n');

  it.each(['UTF-8', 'UTF-16 LE with a mark', 'UTF-16 BE', 'Windows-1252'])(
    'is told of that row: %s',
    async (encoding) => {
      const bytes = INTO[encoding]?.(TEXT) ?? Buffer.alloc(0);
      const file = folder.write(`odd-${encoding}/odd.csv`, bytes);
      const out = path.join(path.dirname(file), 'runs');
      const { code, err } = await katalogvakt(
        ['check', file, '--as-of', '2026-06-01', '--out', out, '--allow-partly', '--quiet'],
        {
          in: folder.path,
        },
      );
      expect([code, err]).toEqual([0, '']);
      const findings = findingsIn(out);
      const told = (rule: string) => findings.filter((one) => one.rule === rule).map(({ place }) => place.row);
      expect(told('value/unclosed-quote')).toEqual([6]);
      expect(told('value/stray-quote')).toEqual([4]);
      expect(told('value/null-byte')).toEqual([10]);
      expect(told('value/row-length')).toEqual([11]);
      expect(told('file/not-an-article')).toEqual([2, 8, 13, 14]);
      const sound = TEXT.split('\r\n').filter((_, at) => [1, 3, 4, 5, 7, 9, 12, 15].includes(at + 1));
      const approved = readFileSync(path.join(runOf(out), 'approved.csv'));
      expect(approved.equals(INTO[encoding]?.(sound.join('\r\n')) ?? Buffer.alloc(0))).toBe(true);
    },
  );
});

/** The one run in a folder. */
function runOf(out: string): string {
  return path.join(out, readdirSync(out)[0] ?? '');
}

function findingsIn(out: string): readonly { readonly rule: string; readonly place: { readonly row: number } }[] {
  const text = readFileSync(path.join(runOf(out), 'findings.jsonl'), 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
