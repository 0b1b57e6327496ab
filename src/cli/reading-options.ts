/** Options for a file that is misread, of every command that reads a catalogue. */
import { OperationalError } from '../catalogue/error.ts';
import { isLimitName, LIMIT_NAMES, type LimitName } from '../catalogue/limits.ts';
import type { Text } from '../catalogue/text.ts';
import type { Reading } from '../pipeline/inputs/open-catalogue.ts';
import { DATE_ORDERS, DECIMAL_SIGNS, ENCODINGS, type Encoding, FORMATS } from '../readers/reader.ts';
import type { Option } from './command.ts';

export interface ReadingOptions {
  readonly from: string | undefined;
  readonly sheet: string | undefined;
  readonly headingRow: number | undefined;
  readonly delimiter: string | undefined;
  readonly encoding: string | undefined;
  readonly map: readonly string[] | undefined;
  readonly limit: readonly string[] | undefined;
  readonly decimalSign: string | undefined;
  readonly dateOrder: string | undefined;
}

const GROUP: Text = { nb: 'Hvis filen leses feil:', en: 'If a file is misread:' };

export const READING_OPTIONS: Readonly<Record<string, Option>> = {
  from: { type: 'string', choices: FORMATS, group: GROUP, describe: { nb: 'format', en: 'format' } },
  sheet: {
    type: 'string',
    group: GROUP,
    describe: { nb: 'ark i arbeidsboken, navn eller nummer', en: 'sheet of the workbook, by name or number' },
  },
  'heading-row': {
    type: 'number',
    group: GROUP,
    describe: { nb: 'raden med overskriftene', en: 'the row with the headings' },
  },
  delimiter: {
    type: 'string',
    group: GROUP,
    describe: { nb: 'skilletegn i CSV (tab for tabulator)', en: 'delimiter in CSV (tab for a tab character)' },
  },
  encoding: {
    type: 'string',
    group: GROUP,
    describe: {
      nb: 'tegnsett i CSV, f.eks. utf-8, windows-1252 eller macintosh',
      en: 'encoding of CSV, such as utf-8, windows-1252 or macintosh',
    },
  },
  limit: {
    type: 'string',
    array: true,
    nargs: 1,
    group: GROUP,
    describe: {
      nb: `flytt en grense for hva som leses: navn=tall, kan gjentas, f.eks. unpacked=4096. Navnene: ${LIMIT_NAMES.join(', ')}`,
      en: `change a limit on what is read: name=number, can be repeated, such as unpacked=4096. The names: ${LIMIT_NAMES.join(', ')}`,
    },
  },
  map: {
    type: 'string',
    array: true,
    nargs: 1,
    group: GROUP,
    describe: {
      nb: 'felt=kolonne, kan gjentas: price=Nettopris eller price=F',
      en: 'field=column, can be repeated: price="Net price" or price=F',
    },
  },
  'decimal-sign': {
    type: 'string',
    choices: DECIMAL_SIGNS,
    group: GROUP,
    describe: {
      nb: 'hva 1.234 er, når filen ikke viser det: comma (komma) eller point (punktum) er desimaltegn',
      en: 'what 1.234 means, if the file does not show it: comma or point is the decimal sign',
    },
  },
  'date-order': {
    type: 'string',
    choices: DATE_ORDERS,
    group: GROUP,
    describe: {
      nb: 'hva 03/04/2026 er, når filen ikke viser det: day (dag) eller month (måned) står først',
      en: 'what 03/04/2026 means, if the file does not show it: day or month comes first',
    },
  },
};

/** @throws OperationalError for a value that makes no sense */
export function readingOf(options: ReadingOptions): Reading {
  const { from, sheet, headingRow, delimiter, encoding, map, limit } = options;
  const decimalSign = DECIMAL_SIGNS.find((sign) => sign === options.decimalSign);
  const dateOrder = DATE_ORDERS.find((order) => order === options.dateOrder);
  return {
    ...(from === undefined ? {} : { format: from }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headingRow === undefined ? {} : { headingRow: checkedRow(headingRow) }),
    ...(delimiter === undefined ? {} : { delimiter: checkedDelimiter(delimiter) }),
    ...(encoding === undefined ? {} : { encoding: checkedEncoding(encoding) }),
    ...(map === undefined ? {} : { map }),
    ...(limit === undefined ? {} : { limits: Object.fromEntries(limit.map(checkedLimit)) }),
    ...(decimalSign === undefined ? {} : { decimalSign }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
}

function checkedRow(row: number): number {
  if (Number.isSafeInteger(row) && row >= 1) return row;
  throw new OperationalError({
    nb: '--heading-row må være et helt tall fra 1, slik som --heading-row 3.',
    en: '--heading-row must be a whole number from 1, such as --heading-row 3.',
  });
}

function checkedLimit(told: string): readonly [LimitName, number] {
  const [name = '', value = ''] = told.split('=').map((part) => part.trim());
  const number = Number(value);
  if (isLimitName(name) && Number.isSafeInteger(number) && number >= 1) return [name, number];
  const names = LIMIT_NAMES.join(', ');
  throw new OperationalError({
    nb: `--limit ${told}: skriv navn=tall med et helt tall fra 1, slik som --limit record=32. Navnene er: ${names}.`,
    en: `--limit ${told}: write name=number with a whole number from 1, such as --limit record=32. The names are: ${names}.`,
  });
}

/** Characters of numbers, words and quoted cells cannot be delimiters. */
const DELIMITER = /^[^\p{L}\p{N}\s"'.-]$|^\t$/u;

function checkedDelimiter(told: string): string {
  const delimiter = told === 'tab' || told === '\\t' ? '\t' : told;
  if (DELIMITER.test(delimiter)) return delimiter;
  throw new OperationalError({
    nb: `Skilletegnet «${told}» (--delimiter) må være ett tegn: ";", ",", "|" eller tab.`,
    en: `The delimiter "${told}" (--delimiter) must be one character: ";", ",", "|" or tab.`,
  });
}

/** Other names of the encodings, without separators. */
const ENCODING_NAMES: Readonly<Record<string, Encoding>> = {
  utf16: 'utf-16le',
  unicode: 'utf-16le',
  latin1: 'iso-8859-1',
  latin9: 'iso-8859-15',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  mac: 'macintosh',
  macroman: 'macintosh',
  macosroman: 'macintosh',
  ibm850: 'cp850',
  dos: 'cp850',
  ibm865: 'cp865',
};

function checkedEncoding(told: string): Encoding {
  const name = bareName(told);
  const encoding = ENCODINGS.find((known) => bareName(known) === name) ?? ENCODING_NAMES[name];
  if (encoding !== undefined) return encoding;
  throw new OperationalError({
    nb: `Kjenner ikke tegnsettet «${told}» (--encoding). Velg blant: ${ENCODINGS.join(', ')}.`,
    en: `Unknown encoding "${told}" (--encoding). Choose from: ${ENCODINGS.join(', ')}.`,
  });
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}
