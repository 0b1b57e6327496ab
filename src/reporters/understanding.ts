/** How a file was understood, as a table for the terminal. */
import type { Column } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import { FIELDS } from '../catalogue/field.ts';
import type { Language } from '../catalogue/text.ts';
import type { CsvDialect } from '../readers/reader.ts';
import { oneLine } from './one-line.ts';

export interface Understanding {
  readonly file: string;
  readonly format: string;
  readonly dialect?: CsvDialect;
  readonly sheet?: string;
  readonly otherSheets: readonly string[];
  readonly headingRow: number;
  readonly lines: number;
  readonly columns: readonly (Column & {
    /** A few different values. */
    readonly samples: readonly Sample[];
    /** Lines whose cell was not understood. */
    readonly unreadable: number;
    /** One of them. */
    readonly unreadableSample?: string;
  })[];
}

/** A cell, and the value read from it where that looks different. */
export interface Sample {
  readonly text: string;
  readonly readAs?: string;
}

const WORDS = {
  nb: {
    encoding: 'tegnsett',
    delimiter: 'skilletegn',
    sheet: 'ark',
    otherSheets: 'andre ark',
    headings: 'overskrifter i rad',
    lines: 'linjer',
    unknown: 'ukjent, følger med uendret',
    column: 'Kolonne',
    heading: 'Overskrift',
    field: 'Leses som',
    samples: 'Eksempler',
    unreadable: 'uleselige',
    unknownWords: 'ordene er ikke statuser; følger med uendret',
    likeAnother: 'like sannsynlig som kolonnen som ble valgt; bruk --map',
    forExample: 'f.eks.',
    tab: 'tabulator',
    wrong: 'Er noe lest feil? Bruk --map felt=kolonne, --heading-row, --sheet, --delimiter eller --encoding.',
  },
  en: {
    encoding: 'encoding',
    delimiter: 'delimiter',
    sheet: 'sheet',
    otherSheets: 'other sheets',
    headings: 'headings in row',
    lines: 'lines',
    unknown: 'unknown, travels along',
    column: 'Column',
    heading: 'Heading',
    field: 'Read as',
    samples: 'Examples',
    unreadable: 'unreadable',
    unknownWords: 'its words are no statuses; travels along',
    likeAnother: 'as likely as the column chosen; use --map',
    forExample: 'such as',
    tab: 'tab',
    wrong: 'Is something misread? Use --map field=column, --heading-row, --sheet, --delimiter or --encoding.',
  },
} as const satisfies Record<Language, object>;

const WIDTHS = { heading: 28, field: 34, sample: 24 } as const;

export function describeUnderstanding(understanding: Understanding, language: Language): string {
  const words = WORDS[language];
  const { file, columns, headingRow, lines } = understanding;
  const rows = columns.map((column) => [
    headingRow === 0 ? String(column.index + 1) : columnLetter(column.index),
    oneLine(column.heading, WIDTHS.heading),
    readAs(column, language),
    sampleText(column, language),
  ]);
  return [
    [file, ...formatFacts(understanding, language)].join(', '),
    headingRow === 0 ? `${lines} ${words.lines}` : `${words.headings} ${headingRow}, ${lines} ${words.lines}`,
    '',
    ...table([[words.column, words.heading, words.field, words.samples], ...rows]),
    '',
    words.wrong,
    '',
  ].join('\n');
}

function formatFacts({ format, dialect, sheet, otherSheets }: Understanding, language: Language): readonly string[] {
  const words = WORDS[language];
  return [
    format,
    ...(dialect === undefined
      ? []
      : [
          `${words.encoding} ${dialect.encoding}${dialect.bom ? ' (BOM)' : ''}`,
          `${words.delimiter} ${dialect.delimiter === '\t' ? words.tab : dialect.delimiter}`,
        ]),
    ...(sheet === undefined ? [] : [`${words.sheet} ${sheet}`]),
    ...(otherSheets.length === 0 ? [] : [`${words.otherSheets}: ${otherSheets.join(', ')}`]),
  ];
}

function readAs({ field, confidence, reason }: Column, language: Language): string {
  const words = WORDS[language];
  if (field === undefined) {
    return `– (${reason === 'unknownWords' || reason === 'likeAnother' ? words[reason] : words.unknown})`;
  }
  const sure = confidence === undefined ? '' : `, ${Math.round(confidence * 100)} %`;
  return `${FIELDS[field].title[language]} (${field}${sure})`;
}

function sampleText(column: Understanding['columns'][number], language: Language): string {
  const { samples, unreadable, unreadableSample } = column;
  const words = WORDS[language];
  const text = samples
    .map(({ text, readAs }) => {
      const cell = oneLine(text, WIDTHS.sample);
      return readAs === undefined ? cell : `${cell} → ${oneLine(readAs, WIDTHS.sample)}`;
    })
    .join(' | ');
  if (unreadable === 0) return text;
  const example =
    unreadableSample === undefined ? '' : `, ${words.forExample} ${oneLine(unreadableSample, WIDTHS.sample)}`;
  return `${text} [${unreadable} ${words.unreadable}${example}]`;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(at === row.length - 1 ? 0 : (widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
