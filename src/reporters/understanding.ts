/** How a file was understood, as a table for the terminal. */
import type { AmbiguousField, CatalogueSheet, CellLook, Column, ColumnDoubt } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import { FIELDS, type Field } from '../catalogue/field.ts';
import type { Language, Text } from '../catalogue/text.ts';
import { unitName } from '../code-lists/units.ts';
import type { CsvDialect, FileAction } from '../readers/reader.ts';
import { oneLine } from './one-line.ts';

export interface Understanding {
  readonly file: string;
  readonly format: string;
  /** Absent: it is a whole catalogue. */
  readonly action?: FileAction;
  readonly dialect?: CsvDialect;
  readonly sheet?: string;
  readonly otherSheets: readonly string[];
  readonly hiddenSheets: readonly string[];
  /** The sheet read and those that look as much like a catalogue; absent: there are none. */
  readonly sheetsAlike?: readonly CatalogueSheet[];
  /** Lines nobody sees who opens the workbook. */
  readonly hiddenRows: number;
  readonly headingRow: number;
  readonly lines: number;
  readonly columns: readonly (Column & {
    /** A few different values. */
    readonly samples: readonly Sample[];
    /** Lines with something in it. */
    readonly filled: number;
    /** Lines whose cell was not understood. */
    readonly unreadable: number;
    /** One of them. */
    readonly unreadableSample?: string;
    /** Nothing tells how to read `1.234` or `03/04/2026` here. */
    readonly open?: 'number' | 'date';
  })[];
  readonly ambiguous: readonly AmbiguousField[];
  readonly doubts: readonly ColumnDoubt[];
  /** What the heading of the price says. */
  readonly price?: {
    readonly currency?: string;
    readonly unit?: string;
    readonly baseQuantity?: string;
    readonly vat?: 'excluded' | 'included';
  };
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
    hiddenSheets: 'skjulte ark',
    sheetsAlike: (sheets: string) =>
      `Flere ark ser ut som en katalog: ${sheets}. Det første er lest; velg med --sheet.`,
    linesOf: ({ name, lines }: CatalogueSheet) => `${name} (${WORDS.nb.lines(lines)})`,
    hiddenRows: (rows: number) => `skjulte rader, lest som de andre: ${rows}`,
    hiddenColumn: 'skjult kolonne',
    headings: 'overskrifter i rad',
    lines: (count: number) => (count === 1 ? '1 linje' : `${count} linjer`),
    unknown: 'ukjent, følger med uendret',
    noField: 'leses ikke som noe felt, følger med uendret',
    column: 'Kolonne',
    heading: 'Overskrift',
    field: 'Leses som',
    sure: 'Sikkerhet',
    why: 'Grunn',
    price: 'Prisens overskrift sier',
    openNumber:
      'Kolonne {letter}: ingenting viser om 1.234 er over tusen. Si hva som er desimaltegn: --decimal-sign comma eller point',
    openDate:
      'Kolonne {letter}: ingenting viser om 03/04 er 3. april. Si hva som står først: --date-order day eller month',
    samples: 'Eksempler',
    unreadable: 'uleselige',
    forExample: 'f.eks.',
    tab: 'tabulator',
    wrong: 'Er noe lest feil? Bruk',
    map: '--map felt=kolonne',
    or: 'eller',
  },
  en: {
    encoding: 'encoding',
    delimiter: 'delimiter',
    sheet: 'sheet',
    otherSheets: 'other sheets',
    hiddenSheets: 'hidden sheets',
    sheetsAlike: (sheets: string) =>
      `Several sheets look like a catalogue: ${sheets}. The first was read; choose with --sheet.`,
    linesOf: ({ name, lines }: CatalogueSheet) => `${name} (${WORDS.en.lines(lines)})`,
    hiddenRows: (rows: number) => `hidden rows, read like the others: ${rows}`,
    hiddenColumn: 'hidden column',
    headings: 'headings in row',
    lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
    unknown: 'unknown, kept unchanged',
    noField: 'read as no field, kept unchanged',
    column: 'Column',
    heading: 'Heading',
    field: 'Read as',
    sure: 'Certainty',
    why: 'Reason',
    price: 'The heading of the price says',
    openNumber:
      'Column {letter}: nothing shows whether 1.234 is more than a thousand. Give the decimal sign: --decimal-sign comma or point',
    openDate:
      'Column {letter}: nothing shows whether 03/04 is 3 April or 4 March. Say which comes first: --date-order day or month',
    samples: 'Examples',
    unreadable: 'unreadable',
    forExample: 'such as',
    tab: 'tab',
    wrong: 'Is something misread? Use',
    map: '--map field=column',
    or: 'or',
  },
} as const satisfies Record<Language, object>;

const t = (nb: string, en: string): Text => ({ nb, en });

/** Why a column is read as it is, or is not read. */
const REASONS: Readonly<Record<string, Text>> = {
  fieldName: t('feltets eget navn', "the field's own name"),
  knownHeading: t('kjent overskrift', 'known heading'),
  knownHeadingWithNotes: t('kjent overskrift med tillegg', 'known heading with notes'),
  wordsInHeading: t('ord i overskriften', 'words in the heading'),
  labelName: t('navn på et merke', 'name of a label'),
  saidByOperator: t('sagt med --map eller mapping.yaml', 'given by --map or mapping.yaml'),
  onlyCandidate: t('den eneste som kan være det', 'the only possible column'),
  givenByFormat: t('formatets eget felt', "the format's own field"),
  headingAndCells: t('overskrift og celler sammen', 'heading and cells together'),
  cellsAlone: t('cellene alene', 'the cells only'),
  unknownWords: t('ordene er ikke statuser; følger med uendret', 'its words are not statuses; kept unchanged'),
  likeAnother: t('like sannsynlig som en annen kolonne; bruk --map', 'as likely as another column; use --map'),
  contradicted: t('cellene sier noe annet enn overskriften; ikke brukt', 'the cells contradict the heading; not used'),
  secondChoice: t('en annen kolonne passer bedre; følger med uendret', 'another column fits better; kept unchanged'),
  unsure: t('for usikkert; ikke brukt', 'too uncertain; not used'),
};

const LOOKS: Readonly<Record<CellLook, Text>> = {
  gtin: t('gyldige GTIN-er', 'valid GTINs'),
  amount: t('beløp med desimaler', 'amounts with decimals'),
  date: t('datoer', 'dates'),
  unit: t('kjente enheter', 'known units'),
  currency: t('valutakoder', 'currency codes'),
  unspsc: t('åtte sifre som UNSPSC', 'eight digits like UNSPSC'),
  code: t('korte koder', 'short codes'),
  words: t('ord uten tall', 'words without numbers'),
};

/** A file that is no whole catalogue. */
const ACTIONS: Readonly<Record<FileAction, Text>> = {
  update: t('Filen har bare endringer, ikke hele katalogen.', 'The file has changes only, not the whole catalogue.'),
  updatePrices: t(
    'Filen har bare nye priser, ikke hele katalogen.',
    'The file has new prices only, not the whole catalogue.',
  ),
  delete: t('Filen sletter hele katalogen.', 'The file deletes the whole catalogue.'),
};

const DOUBTS: Readonly<Record<ColumnDoubt['kind'], Text>> = {
  contradicted: t(
    'Kolonne {letter} ({heading}): overskriften sier {field}, men cellene noe annet. Ikke brukt; skal den leses slik likevel: --map {key}={letter}',
    'Column {letter} ({heading}): the heading says {field}, but the cells hold something else. Not used; to use it anyway: --map {key}={letter}',
  ),
  unsure: t(
    'Kolonne {letter} ({heading}) kan være {field}, men er ikke brukt. Stemmer det: --map {key}={letter}',
    'Column {letter} ({heading}) may be {field}, but is not used. If it is: --map {key}={letter}',
  ),
  secondChoice: t(
    'Kolonne {letter} ({heading}) kan også være {field}; en annen kolonne passer bedre og er brukt. Er det denne: --map {key}={letter}',
    'Column {letter} ({heading}) may be {field} too; another column fits better and is used. If it is this one: --map {key}={letter}',
  ),
  actionOpen: t(
    'Kolonne {letter} ({heading}) ser ut til å si hva som skal skje med hver linje, men kodene forstås ikke; filen er lest som hele katalogen',
    'Column {letter} ({heading}) seems to say what to do with each line, but its codes are not understood; the file is read as the whole catalogue',
  ),
  otherUnit: t(
    'Kolonne {letter} ({heading}): overskriften nevner en annen enhet enn linjene har',
    'Column {letter} ({heading}): the heading names another unit than the lines have',
  ),
};

const AMBIGUOUS = t(
  '{field} kan være flere kolonner: {columns}. Si hvilken: --map {key}=kolonne',
  '{field} may be several columns: {columns}. Say which: --map {key}=column',
);

/** Without one of these there is little to check. */
const WANTED: readonly Field[] = ['itemNumber', 'name', 'price'];
const MISSING = t(
  '{field}: ingen kolonne er lest slik. Finnes den: --map {key}=kolonne',
  '{field}: no column was read as that. If there is one: --map {key}=column',
);
const MISSING_WITHOUT_VAT = t(
  'Pris: bare med mva, i kolonne {letter} ({heading}). Avtalte priser er som regel uten: be om en kolonne med priser uten mva',
  'Price: with VAT only, in column {letter} ({heading}). Agreed prices are usually without: ask for a column of prices without VAT',
);
const EMPTY = t('{field}: kolonne {letter} er tom i alle linjer', '{field}: column {letter} is empty in every line');
const OTHER_PRICE = t(
  '; {other} har verdier. Er det prisen: --map price={letter}',
  '; {other} has values. If that is the price: --map price={letter}',
);

const VAT = { excluded: t('uten mva', 'without VAT'), included: t('med mva', 'with VAT') } as const;

const WIDTHS = { heading: 28, field: 34, sample: 24 } as const;

export function describeUnderstanding(understanding: Understanding, language: Language): string {
  const words = WORDS[language];
  const { file, action, columns, headingRow, lines, hiddenRows, sheetsAlike } = understanding;
  const hidden = hiddenRows === 0 ? '' : `, ${words.hiddenRows(hiddenRows)}`;
  const rows = columns.map((column) => [
    columnName(column, headingRow),
    oneLine(column.heading, WIDTHS.heading),
    readAs(column, language),
    column.confidence === undefined ? '' : `${Math.round(column.confidence * 100)} %`,
    why(column, headingRow, language),
    sampleText(column, language),
  ]);
  return [
    [file, ...formatFacts(understanding, language)].join(', '),
    headingRow === 0 ? words.lines(lines) : `${words.headings} ${headingRow}, ${words.lines(lines)}${hidden}`,
    ...(action === undefined ? [] : [ACTIONS[action][language]]),
    ...(sheetsAlike === undefined ? [] : [words.sheetsAlike(sheetsAlike.map(words.linesOf).join(', '))]),
    '',
    ...table([[words.column, words.heading, words.field, words.sure, words.why, words.samples], ...rows]),
    '',
    ...remarks(understanding, language),
    whatToUse(understanding, language),
    '',
  ].join('\n');
}

/** Where the format names its own fields there are no letters. */
function columnName({ index }: Column, headingRow: number): string {
  return headingRow === 0 ? String(index + 1) : columnLetter(index);
}

function formatFacts(
  { format, dialect, sheet, otherSheets, hiddenSheets }: Understanding,
  language: Language,
): readonly string[] {
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
    ...(hiddenSheets.length === 0 ? [] : [`${words.hiddenSheets}: ${hiddenSheets.join(', ')}`]),
  ];
}

function readAs({ field, hidden }: Column, language: Language): string {
  const text = field === undefined ? '–' : `${FIELDS[field].title[language]} (${field})`;
  return hidden === true ? `${text} [${WORDS[language].hiddenColumn}]` : text;
}

function why({ field, reason, looks }: Column, headingRow: number, language: Language): string {
  const words = WORDS[language];
  const unread = headingRow === 0 ? words.noField : words.unknown;
  const because = reason === undefined ? (field === undefined ? unread : '') : (REASONS[reason]?.[language] ?? '');
  if (looks === undefined) return because;
  const seen = `${LOOKS[looks.like][language]} ${Math.round(looks.share * 100)} %`;
  return because === '' ? seen : `${because}; ${seen}`;
}

/** The options that change how this file is read: where the format names its own fields, nothing else is guessed. */
function whatToUse({ headingRow, dialect, sheet }: Understanding, language: Language): string {
  const { wrong, map, or } = WORDS[language];
  if (headingRow === 0) return `${wrong} ${map}.`;
  const options = [
    map,
    '--heading-row',
    ...(sheet === undefined ? [] : ['--sheet']),
    ...(dialect === undefined ? [] : ['--delimiter', '--encoding']),
    '--decimal-sign',
  ];
  return `${wrong} ${options.join(', ')} ${or} --date-order.`;
}

/** What a person should look at, and what to type. */
function remarks(
  { columns, ambiguous, doubts, price, headingRow }: Understanding,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  const spokenOf = new Set([...ambiguous, ...doubts].map(({ field }) => field));
  const withVat = ({ index, heading }: Column): string =>
    filled(MISSING_WITHOUT_VAT[language], { letter: columnLetter(index), heading: oneLine(heading, WIDTHS.heading) });
  const told = [
    ...WANTED.flatMap((field) => {
      const column = columns.find((one) => one.field === field);
      const values = { field: FIELDS[field].title[language], key: field };
      if (column === undefined) {
        if (spokenOf.has(field)) return [];
        const gross = field === 'price' ? columns.find((one) => one.field === 'grossPriceInclVat') : undefined;
        return [gross === undefined ? filled(MISSING[language], values) : withVat(gross)];
      }
      if (column.filled > 0) return [];
      const empty = filled(EMPTY[language], { ...values, letter: columnName(column, headingRow) });
      const other = field === 'price' ? columns.find((one) => one.field === 'listPrice' && one.filled > 0) : undefined;
      if (other === undefined) return [empty];
      const letter = columnName(other, headingRow);
      return [empty + filled(OTHER_PRICE[language], { other: FIELDS.listPrice.title[language], letter })];
    }),
    ...ambiguous.map(({ field, columns: alike }) =>
      filled(AMBIGUOUS[language], {
        field: FIELDS[field].title[language],
        key: field,
        columns: alike.map((one) => `${columnLetter(one.index)} (${oneLine(one.heading, WIDTHS.heading)})`).join(', '),
      }),
    ),
    ...doubts.map(({ kind, field, column }) =>
      filled(DOUBTS[kind][language], {
        field: FIELDS[field].title[language],
        key: field,
        letter: columnLetter(column.index),
        heading: oneLine(column.heading, WIDTHS.heading),
      }),
    ),
    ...columns.flatMap(({ index, open }) =>
      open === undefined
        ? []
        : [filled(open === 'date' ? words.openDate : words.openNumber, { letter: columnLetter(index) })],
    ),
    ...(price === undefined ? [] : [`${words.price}: ${priceWords(price, language)}`]),
  ];
  return told.length === 0 ? [] : [...told, ''];
}

function priceWords({ currency, unit, baseQuantity, vat }: NonNullable<Understanding['price']>, language: Language) {
  const unitWord = unit === undefined ? undefined : unitName(unit, language);
  const basis = [baseQuantity, unitWord].filter((part) => part !== undefined).join(' ');
  return [
    ...(basis === '' ? [] : [`per ${basis}`]),
    ...(vat === undefined ? [] : [VAT[vat][language]]),
    ...(currency === undefined ? [] : [currency]),
  ].join(', ');
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
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
