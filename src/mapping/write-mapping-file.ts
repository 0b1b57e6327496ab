/** `mapping.yaml` for a file as it was understood, so that next time nothing is guessed. */
import type { CatalogueHeader, Column } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import { type Field, fieldKind } from '../catalogue/field.ts';
import type { Language } from '../catalogue/text.ts';
import type { RowFile } from '../readers/reader.ts';
import { headingKey } from './headings.ts';
import type { Mapping, OwnUnits, OwnValues } from './mapping.ts';

const WORDS = {
  nb: {
    top: 'Hvordan leverandørens fil skal leses. Skrevet av katalogvakt inspect --save; rett det som er feil.',
    choose: 'velg én av kolonnene',
    open: 'filen viser det ikke; si hva som gjelder',
    unknown: 'ukjente enheter; skriv koden (UNECE Rec 20/21) og ta bort #',
  },
  en: {
    top: "How the supplier's file is to be read. Written by katalogvakt inspect --save; correct what is wrong.",
    choose: 'choose one of the columns',
    open: 'the file does not show it; give the right one',
    unknown: 'unknown units; write the code (UNECE Rec 20/21) and remove the #',
  },
} as const satisfies Record<Language, object>;

export interface UnderstoodFile {
  readonly file: RowFile;
  readonly mapping: Mapping;
  /** Unit words that were not understood. */
  readonly unknownUnits: readonly string[];
  /** Whether cells were met that may be two numbers, or two days. */
  readonly open: ReadonlySet<'number' | 'date'>;
}

/** @returns the text of the file; strings in quotes, so that no heading is taken for anything else */
export function mappingFileText({ file, mapping, unknownUnits, open }: UnderstoodFile, language: Language): string {
  const words = WORDS[language];
  const { header, terms } = mapping;
  return `${[
    `# ${words.top}`,
    'version: 1',
    ...(file.sheet === undefined ? [] : [`sheet: ${quoted(file.sheet)}`]),
    ...(header.headingRow === 0 ? [] : [`headingRow: ${header.headingRow}`]),
    ...dialectLines(file),
    ...styleLines(mapping, open, words.open),
    ...columnLines(header, words.choose),
    ...unitLines(mapping, unknownUnits, words.unknown),
    ...valueLines(terms.values),
  ].join('\n')}\n`;
}

const DELIMITERS: Readonly<Record<string, string>> = { ';': '";"', ',': '","', '|': '"|"', '\t': 'tab' };

function dialectLines({ dialect }: RowFile): readonly string[] {
  if (dialect === undefined) return [];
  const delimiter = DELIMITERS[dialect.delimiter];
  return [...(delimiter === undefined ? [] : [`delimiter: ${delimiter}`]), `encoding: ${dialect.encoding}`];
}

/** What the columns that show it agree on holds for those that do not. */
function styleLines({ header, styles }: Mapping, open: UnderstoodFile['open'], words: string): readonly string[] {
  if (header.headingRow === 0) return [];
  const signs = new Set<string>();
  const orders = new Set<string>();
  for (const [at, { field }] of header.columns.entries()) {
    const style = styles[at];
    if (field === undefined || style === undefined || style.open === true) continue;
    if (style.decimalSign !== undefined) signs.add(style.decimalSign === ',' ? 'comma' : 'point');
    if (fieldKind(field) === 'date') orders.add(style.monthFirst === true ? 'month' : 'day');
  }
  return [
    ...styleLine('decimalSign', signs, open.has('number'), `comma | point   # ${words}`),
    ...styleLine('dateOrder', orders, open.has('date'), `day | month   # ${words}`),
  ];
}

/** Where cells are open, what others show is not what those mean. */
function styleLine(key: string, shown: ReadonlySet<string>, isOpen: boolean, choice: string): readonly string[] {
  if (isOpen) return [`# ${key}: ${choice}`];
  const [only] = shown;
  return only === undefined || shown.size > 1 ? [] : [`${key}: ${only}`];
}

function columnLines({ columns, headingRow, ambiguous = [] }: CatalogueHeader, choose: string): readonly string[] {
  // A format that names its own fields needs no telling, apart from what a person said.
  const told = columns.filter(({ reason }) => headingRow > 0 || reason === 'saidByOperator');
  const open = new Map(ambiguous.map(({ field, columns: alike }) => [field, alike]));
  const lines = told.flatMap((column): string[] => {
    const { field } = column;
    if (field === undefined) return [];
    const alike = open.get(field);
    const which = (one: Pick<Column, 'index' | 'heading'>) => quoted(nameOf(one, columns));
    return alike === undefined
      ? [`  ${field}: ${which(column)}`]
      : [`  # ${field}: ${alike.map(which).join(' | ')}   # ${choose}`];
  });
  const isSaid = lines.some((line) => !line.startsWith('  #'));
  return isSaid ? ['columns:', ...lines] : lines.length === 0 ? [] : ['columns: {}', ...lines];
}

/** The heading, or the letter where another column has the same. */
function nameOf({ index, heading }: Pick<Column, 'index' | 'heading'>, columns: readonly Column[]): string {
  const key = headingKey(heading);
  const isAlone = key !== '' && columns.filter((other) => headingKey(other.heading) === key).length === 1;
  return isAlone ? heading.trim() : columnLetter(index);
}

function unitLines({ terms, header, habits }: Mapping, unknown: readonly string[], told: string): readonly string[] {
  const units: Record<string, string> = { ...readUnits(header, habits()), ...terms.units };
  const known = Object.entries(units).map(([word, code]) => `  ${quoted(word)}: ${code}`);
  const others = unknown.map((word) => `  # ${quoted(word)}: XXX`);
  const comment = others.length === 0 ? [] : [`  # ${told}`, ...others];
  if (known.length === 0) return comment.length === 0 ? [] : ['# units:', ...comment];
  return ['units:', ...known, ...comment];
}

/** Words seen for units that are not the codes themselves. */
function readUnits({ columns }: CatalogueHeader, habits: ReturnType<Mapping['habits']>): OwnUnits {
  const units: Record<string, string> = {};
  for (const [at, { field }] of columns.entries()) {
    if (field === undefined || fieldKind(field) !== 'unit') continue;
    for (const [code, word] of habits[at]?.words ?? [])
      if (/^[A-Z0-9]{2,3}$/.test(code) && word !== code) units[word] = code;
  }
  return units;
}

function valueLines(values: OwnValues = {}): readonly string[] {
  const fields = Object.entries(values) as [Field, Readonly<Record<string, string>>][];
  if (fields.length === 0) return [];
  return [
    'values:',
    ...fields.flatMap(([field, words]) => [
      `  ${field}:`,
      ...Object.entries(words).map(([word, meant]) => `    ${quoted(word)}: ${quoted(meant)}`),
    ]),
  ];
}

/** A JSON string is a YAML string. */
const quoted = (text: string): string => JSON.stringify(text);
