/** The same lines in every format there is, built by nothing of ours, are the same lines once they are read. */
import { expect, it } from 'vitest';
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
const LINES = builtLines(500);

const USUAL: BuiltDialect = {
  encoding: 'utf-8',
  delimiter: ';',
  lineEnd: '\r\n',
  quotes: 'needed',
  decimalSign: ',',
  thousands: '',
  date: 'DD.MM.YYYY',
  endsInLineEnd: true,
};

const DIALECTS: readonly Partial<BuiltDialect>[] = [
  { encoding: 'utf-8' },
  { encoding: 'utf-8', delimiter: ',', decimalSign: '.', thousands: ',', date: 'YYYY-MM-DD', lineEnd: '\n' },
  { encoding: 'utf-8', delimiter: '\t', quotes: 'all', endsInLineEnd: false },
  { encoding: 'utf-8 with BOM', thousands: ' ' },
  { encoding: 'utf-8 with BOM', delimiter: '|', decimalSign: '.', date: 'YYYYMMDD', lineEnd: '\n' },
  { encoding: 'utf-8 with BOM', delimiter: ',', quotes: 'all', date: 'DD/MM/YYYY' },
  { encoding: 'windows-1252', thousands: '.' },
  { encoding: 'windows-1252', delimiter: '\t', lineEnd: '\n', endsInLineEnd: false },
  { encoding: 'windows-1252', delimiter: ',', decimalSign: '.', quotes: 'all' },
  { encoding: 'iso-8859-1', quotes: 'all', date: 'YYYY-MM-DD' },
  { encoding: 'iso-8859-1', delimiter: '|', thousands: ' ' },
  { encoding: 'iso-8859-1', delimiter: ',', lineEnd: '\n', date: 'DD/MM/YYYY' },
];

const FILES: readonly (readonly [string, string, (lines: readonly BuiltLine[]) => string | Uint8Array])[] = [
  ...DIALECTS.map((dialect) => {
    const name = `CSV: ${Object.entries(dialect)
      .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
      .join(', ')}`;
    return [name, 'a.csv', (lines: readonly BuiltLine[]) => csvCatalogue(lines, { ...USUAL, ...dialect })] as const;
  }),
  ['a workbook', 'a.xlsx', xlsxCatalogue],
  ['Peppol BIS 3', 'peppol.xml', (lines) => ublCatalogue(lines, PEPPOL)],
  ['EHF 3.0', 'ehf.xml', (lines) => ublCatalogue(lines, EHF)],
  ['EHF 1.0', 'ehf1.xml', (lines) => ublCatalogue(lines, RETIRED_EHF)],
  ['BMEcat 1.2', 'bmecat.xml', (lines) => bmecatCatalogue(lines, '1.2')],
  ['BMEcat 2005', 'bmecat-2005.xml', (lines) => bmecatCatalogue(lines, '2005')],
  ['CIF', 'a.cif', (lines) => cifCatalogue(lines)],
  ['lines of JSON', 'a.jsonl', jsonlCatalogue],
];

it.each(FILES)('500 lines as %s', async (_, name, built) => {
  const { format, lines } = await readLines(folder.source(name, built(LINES)));
  expect(lines.length).toBe(LINES.length);
  // One by one: a difference shows as the line it is in.
  for (const [at, line] of lines.entries()) expect(line).toEqual(carried(LINES[at] ?? {}, format));
});
