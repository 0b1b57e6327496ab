/** Options for a file that is misread; every command that reads a file takes them. */
import type { Argv } from 'yargs';
import type { Language } from '../catalogue/text.ts';
import type { Reading } from '../pipeline/load-inputs.ts';
import { ENCODINGS, type Encoding } from '../readers/reader.ts';

export interface ReadingOptions {
  readonly from: string | undefined;
  readonly sheet: string | undefined;
  readonly headingRow: number | undefined;
  readonly delimiter: string | undefined;
  readonly encoding: string | undefined;
  readonly map: readonly string[] | undefined;
}

const WORDS = {
  nb: {
    group: 'Hvis filen leses feil:',
    from: 'format: csv eller xlsx',
    sheet: 'ark i arbeidsboken, navn eller nummer',
    headingRow: 'raden overskriftene står i',
    delimiter: 'skilletegn i CSV (tab for tabulator)',
    encoding: 'tegnsett i CSV',
    map: 'felt=kolonne, kan gjentas: price=Nettopris eller price=F',
  },
  en: {
    group: 'When a file is misread:',
    from: 'format: csv or xlsx',
    sheet: 'sheet of the workbook, name or number',
    headingRow: 'the row the headings stand in',
    delimiter: 'delimiter of the CSV (tab for a tab)',
    encoding: 'encoding of the CSV',
    map: 'field=column, may be repeated: price="Net price" or price=F',
  },
} as const satisfies Record<Language, object>;

export function readingOptions<T>(yargs: Argv<T>, language: Language): Argv<T & ReadingOptions> {
  const words = WORDS[language];
  return yargs
    .option('from', { type: 'string', group: words.group, describe: words.from, choices: ['csv', 'xlsx'] })
    .option('sheet', { type: 'string', group: words.group, describe: words.sheet })
    .option('heading-row', { type: 'number', group: words.group, describe: words.headingRow })
    .option('delimiter', { type: 'string', group: words.group, describe: words.delimiter })
    .option('encoding', { type: 'string', group: words.group, describe: words.encoding, choices: ENCODINGS })
    .option('map', {
      type: 'string',
      array: true,
      nargs: 1,
      group: words.group,
      describe: words.map,
    }) as unknown as Argv<T & ReadingOptions>;
}

export function readingOf({ from, sheet, headingRow, delimiter, encoding, map }: ReadingOptions): Reading {
  return {
    ...(from === undefined ? {} : { format: from }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headingRow === undefined ? {} : { headingRow }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
    ...(encoding === undefined ? {} : { encoding: encoding as Encoding }),
    ...(map === undefined ? {} : { map }),
  };
}
