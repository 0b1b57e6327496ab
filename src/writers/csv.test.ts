import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsByCsvParse } from '../../test/builders/csv-oracle.ts';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import type { CsvDialect } from '../readers/reader.ts';
import { type Edit, editedFile, writeRecord } from './csv.ts';
import { NotInFormat } from './not-in-format.ts';

const folder = temporaryFolder();
const dialect: CsvDialect = { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\r\n' };

async function edited(
  content: Uint8Array,
  edits: readonly Edit[],
  appended: readonly Uint8Array[] = [],
  how = dialect,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of editedFile(folder.write('file.csv', content), edits, appended, Buffer.from(how.lineEnd)))
    parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** The whole file in memory, from the last edit to the first. */
function naive(content: Uint8Array, edits: readonly Edit[]): Buffer {
  return edits.reduceRight<Buffer>(
    (whole, { start, end, replacement }) =>
      Buffer.concat([whole.subarray(0, start), replacement ?? Buffer.alloc(0), whole.subarray(end)]),
    Buffer.from(content),
  );
}

const editsOf = (points: readonly number[], replacements: readonly (Uint8Array | undefined)[]): readonly Edit[] => {
  const sorted = [...points].sort((a, b) => a - b);
  return replacements.flatMap((replacement, at): Edit[] => {
    const [start, end] = [sorted[2 * at], sorted[2 * at + 1]];
    if (start === undefined || end === undefined || start === end) return [];
    return [{ start, end, ...(replacement === undefined ? {} : { replacement }) }];
  });
};
const replacement = fc.option(fc.uint8Array({ maxLength: 5 }), { nil: undefined });

describe('an edited file is the file with its edits and nothing else', () => {
  it('for small files', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 12 }),
        fc.array(replacement, { maxLength: 6 }),
        async (content, points, replacements) => {
          const edits = editsOf(
            points.map((point) => Math.min(point, content.length)),
            replacements,
          );
          expect(await edited(content, edits)).toEqual(naive(content, edits));
        },
      ),
    );
  });

  it('for files longer than what is read at once', async () => {
    const MEBIBYTE = 1 << 20;
    const content = Buffer.from(Array.from({ length: 2 * MEBIBYTE + 321 }, (_, at) => (at * 7 + (at >> 8)) & 0xff));
    const nearBorder = fc
      .tuple(fc.constantFrom(0, MEBIBYTE, 2 * MEBIBYTE), fc.integer({ min: -3, max: 3 }))
      .map(([border, off]) => Math.max(0, border + off));
    await fc.assert(
      fc.asyncProperty(
        fc.array(nearBorder, { maxLength: 8 }),
        fc.array(replacement, { maxLength: 4 }),
        async (points, replacements) => {
          const edits = editsOf(points, replacements);
          const [is, should] = [await edited(content, edits), naive(content, edits)];
          expect(is.equals(should)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('lines at the end of the file', () => {
  it.each<[string, string, Edit[], string]>([
    ['follow a whole line', 'a;1\r\n', [], 'a;1\r\nz;9\r\n'],
    ['follow a line without its end', 'a;1', [], 'a;1\r\nz;9\r\n'],
    ['follow the line before one that was taken out', 'a;1\r\nb;2', [{ start: 5, end: 8 }], 'a;1\r\nz;9\r\n'],
    [
      'follow a replaced last line',
      'a;1',
      [{ start: 0, end: 3, replacement: Buffer.from('b;2\r\n') }],
      'b;2\r\nz;9\r\n',
    ],
  ])('%s', async (_, content, edits, expected) => {
    expect((await edited(Buffer.from(content), edits, [Buffer.from('z;9\r\n')])).toString()).toBe(expected);
  });

  it('are not made up', async () => {
    expect((await edited(Buffer.from('a;1'), [])).toString()).toBe('a;1');
  });
});

describe('a record', () => {
  it.each<[string, readonly string[], CsvDialect, Buffer]>([
    ['in the file’s dialect', ['1', 'a;b', '12,50'], dialect, Buffer.from('1;"a;b";12,50\r\n')],
    ['with quotes', ['17"'], dialect, Buffer.from('"17"""\r\n')],
    ['with other line ends', ['1', '2'], { ...dialect, delimiter: '\t', lineEnd: '\n' }, Buffer.from('1\t2\n')],
    [
      'in Windows-1252',
      ['blå', '€'],
      { ...dialect, encoding: 'windows-1252' },
      Buffer.from('bl\u00e5;\u0080\r\n', 'latin1'),
    ],
  ])('%s', (_, cells, how, bytes) => {
    expect(writeRecord(cells, how)).toEqual(bytes);
  });

  it('is read back cell for cell', () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', ';', ',', '"', '\n', '\r', '\t', 'ø', '|') }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        cells.filter((all) => all.length > 1 || all[0] !== ''),
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom<CsvDialect['lineEnd']>('\n', '\r\n'),
        fc.constantFrom<CsvDialect['encoding']>('utf-8', 'windows-1252'),
        (all, delimiter, lineEnd, encoding) => {
          const how: CsvDialect = { encoding, bom: false, delimiter, lineEnd };
          expect(rowsByCsvParse(writeRecord(all, how), how)?.map(({ cells }) => cells)).toEqual([all]);
        },
      ),
    );
  });

  it('with a letter the encoding lacks is for the operator to solve', () => {
    expect(() => writeRecord(['Łódź'], { ...dialect, encoding: 'windows-1252' })).toThrow(NotInFormat);
  });
});
