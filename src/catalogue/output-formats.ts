/** The formats that a catalogue can be written in, and how people call them. */
import type { Text } from './text.ts';

/** As in `convert --to` and in a profile. */
export const OUTPUT_FORMATS = ['csv', 'xlsx', 'jsonl', 'peppol', 'ehf', 'bmecat', 'cif'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

const same = (title: string): Text => ({ nb: title, en: title });

export const FORMAT_TITLES: Readonly<Record<OutputFormat, Text>> = {
  csv: same('CSV'),
  xlsx: same('Excel'),
  jsonl: { nb: 'JSON-linjer', en: 'lines of JSON' },
  peppol: same('Peppol BIS Catalogue 3'),
  ehf: same('EHF Catalogue 3.0'),
  bmecat: same('BMEcat 2005'),
  cif: same('CIF 3.0'),
};

export const EXTENSIONS: Readonly<Record<OutputFormat, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  peppol: 'xml',
  ehf: 'xml',
  bmecat: 'xml',
  cif: 'cif',
};
