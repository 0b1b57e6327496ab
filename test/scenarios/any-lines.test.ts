/** Whatever text and numbers lines hold, they come back as they were from every format. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reading } from '../../src/pipeline/inputs/open-catalogue.ts';
import type { FileFormat } from '../../src/readers/reader.ts';
import { bmecatCatalogue } from '../builders/bmecat-catalogue.ts';
import { type BuiltLine, builtLines } from '../builders/built-lines.ts';
import { carried, readLines } from '../builders/canonical.ts';
import { cifCatalogue } from '../builders/cif-catalogue.ts';
import { type BuiltDialect, csvCatalogue } from '../builders/csv-catalogue.ts';
import { jsonlCatalogue } from '../builders/jsonl-catalogue.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { EHF, PEPPOL, RETIRED_EHF, ublCatalogue } from '../builders/ubl-catalogue.ts';
import { xlsxCatalogue } from '../builders/xlsx-catalogue.ts';

const folder = temporaryFolder();
const RUNS = 40;

/** What goes wrong where a reader, or whoever writes what it reads, takes letters for something else. */
const HOSTILE = [
  ...['"', '""', "'", ';', ',', '\t', '|', '\n', '\r\n', '\r', '\\', '\\"', '";"', '",\n"'],
  ...[
    '&',
    '&amp;',
    '&#10;',
    '&lt;b&gt;',
    '<',
    '>',
    '</cbc:Name>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml ?>',
    '&e;',
  ],
  ...['_x000D_', '_x0041_', '=1+1', '+47', '@SUM(A1)', '#N/A', '{"a":1}', '[]', 'null', 'ENDOFDATA', 'DATA', 'sep=;'],
  ...['00123', '007', '1.234', '1,5', '1e5', '0x1F', '7038010000010', '31.12.2026', '-0', 'NaN', 'true', '__proto__'],
  ...[
    'æøå',
    'ÆØÅ',
    'é',
    'e\u0301',
    'ﬀ',
    '½',
    '€',
    'שלום',
    'مرحبا',
    '\u202eabc\u202c',
    '😀',
    '👩‍👩‍👧',
    '🇳🇴',
    '漢字',
    '\u00a0',
    '\u200b',
  ],
  ...['\u0085', '\u2028', '\u2029', '\ufeff', '\ufffd', '\u00ad', 'Ã¦', 'â‚¬'],
];

/** Letters that XML has no room for would be another file. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Words that say that a cell is left empty. */
const NONE = /^(?:[-–—]+|n\/a|i\/a|ingen)$/i;

const hostileText = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 4 }), fc.lorem({ maxCount: 1 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join('').replace(NOT_IN_XML, '').trim())
  .filter((text) => text !== '' && !NONE.test(text));

/** Exact, in canonical form, up to 16 digits. */
const amount = fc
  .tuple(fc.nat({ max: 1_999_999_999 }), fc.nat({ max: 999_999 }), fc.nat({ max: 6 }))
  .map(([whole, fraction, digits]) => `${whole}.${String(fraction).padStart(6, '0').slice(0, digits)}`)
  .map((text) => text.replace(/\.?0*$/, ''))
  .map((text) => (text === '' ? '0' : text));

const HOSTILE_FIELDS = [
  'itemNumber',
  'name',
  'description',
  'manufacturer',
  'manufacturerItemNumber',
  'brand',
  'replacedBy',
  'replaces',
  'productGroup',
  'lineNote',
] as const;
const AMOUNTS = [
  'price',
  'listPrice',
  'grossPriceInclVat',
  'packQuantity',
  'minOrderQuantity',
  'maxOrderQuantity',
  'orderInterval',
  'priceBaseQuantity',
] as const;

const USUAL = builtLines(40);
/** Shows the decimal sign of each column: `1.234` alone in a column says nothing of it. */
const PLAIN: BuiltLine = {
  ...USUAL[1],
  ...Object.fromEntries([...AMOUNTS, 'vatRate'].map((field) => [field, '12.5'])),
};

function fieldsOf<T>(names: readonly string[], text: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.record(Object.fromEntries(names.map((name) => [name, text])));
}

const anyLines = (text: fc.Arbitrary<string>): fc.Arbitrary<readonly BuiltLine[]> =>
  fc
    .array(
      fc
        .tuple(fc.constantFrom(...USUAL), fieldsOf(HOSTILE_FIELDS, text), fieldsOf(AMOUNTS, amount))
        .map(([usual, texts, amounts]): BuiltLine => ({ ...usual, ...texts, ...amounts })),
      { minLength: 1, maxLength: 6 },
    )
    .map((lines) => [PLAIN, ...lines]);

let files = 0;

async function expectEqual(
  name: string,
  content: string | Uint8Array,
  lines: readonly BuiltLine[],
  format: FileFormat,
  reading: Reading = {},
): Promise<void> {
  const read = await readLines(folder.source(`${++files % 20}-${name}`, content), reading);
  expect(read).toEqual({ format, lines: lines.map((line) => carried(line, format)) });
}

const dialect: fc.Arbitrary<BuiltDialect> = fc
  .record({
    encoding: fc.constantFrom('utf-8', 'utf-8 with BOM'),
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    lineEnd: fc.constantFrom('\r\n', '\n'),
    quotes: fc.constantFrom('needed', 'all'),
    decimalSign: fc.constantFrom(',', '.'),
    thousands: fc.constantFrom('', ' ', '.', ','),
    date: fc.constantFrom('YYYY-MM-DD', 'DD.MM.YYYY', 'YYYYMMDD'),
    endsInLineEnd: fc.boolean(),
  } as const)
  .map((one) => (one.thousands === one.decimalSign ? { ...one, thousands: '' } : one));

it('as CSV in any dialect of UTF-8', async () => {
  await fc.assert(
    fc.asyncProperty(anyLines(hostileText), dialect, (lines, how) =>
      expectEqual('a.csv', csvCatalogue(lines, how), lines, 'csv'),
    ),
    { numRuns: 3 * RUNS },
  );
});

it.each(['windows-1252', 'iso-8859-1'] as const)('as CSV in %s, with the letters it has', async (encoding) => {
  const last = encoding === 'windows-1252' ? '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ' : '';
  const text = hostileText
    .map((one) =>
      Array.from(one, (letter) =>
        letter <= '\u007e' || /[\u00a0-\u00ff]/.test(letter) || last.includes(letter) ? letter : 'ø',
      ),
    )
    .map((letters) => letters.join('').trim())
    .filter((one) => one !== '' && !NONE.test(one));
  await fc.assert(
    fc.asyncProperty(anyLines(text), dialect, (lines, how) =>
      // Said, since letters by chance are of no language that could tell.
      expectEqual('a.csv', csvCatalogue(lines, { ...how, encoding }), lines, 'csv', { encoding }),
    ),
    { numRuns: RUNS },
  );
});

it.each<[string, FileFormat, string, (lines: readonly BuiltLine[]) => string | Uint8Array]>([
  ['a workbook', 'xlsx', 'a.xlsx', xlsxCatalogue],
  ['Peppol BIS 3', 'ubl', 'a.xml', (lines) => ublCatalogue(lines, PEPPOL)],
  ['EHF 3.0', 'ubl', 'a.xml', (lines) => ublCatalogue(lines, EHF)],
  ['EHF 1.0', 'ubl', 'a.xml', (lines) => ublCatalogue(lines, RETIRED_EHF)],
  ['BMEcat 1.2', 'bmecat', 'a.xml', (lines) => bmecatCatalogue(lines, '1.2')],
  ['BMEcat 2005', 'bmecat', 'a.xml', (lines) => bmecatCatalogue(lines, '2005')],
  ['CIF', 'cif', 'a.cif', (lines) => cifCatalogue(lines)],
  ['lines of JSON', 'jsonl', 'a.jsonl', jsonlCatalogue],
])('as %s', async (_, format, name, built) => {
  await fc.assert(
    fc.asyncProperty(anyLines(hostileText), (lines) => expectEqual(name, built(lines), lines, format)),
    { numRuns: RUNS },
  );
});
