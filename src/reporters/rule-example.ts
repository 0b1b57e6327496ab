/** An example of a rule in words: what is given, and what the rule says of it. */
import type { Aside } from '../catalogue/catalogue.ts';
import { parseDecimal } from '../catalogue/decimal.ts';
import { FIELD_NAMES, type Field, type FieldKind, fieldKind, isField } from '../catalogue/field.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { EcoLabel, RowProblem } from '../catalogue/line.ts';
import type { Language } from '../catalogue/text.ts';
import type { ExampleLine, LineExample, Problem, Rule } from '../engine/rule.ts';
import { anyLabelInWords, fieldTitle, formatDate, formatField } from './format-value.ts';
import { renderMessage } from './message.ts';

const WORDS = {
  nb: {
    line: 'Linjen',
    agreed: 'Avtalt',
    previous: 'Forrige versjon',
    asOf: 'Dag',
    options: 'Valg',
    scope: 'Avtalens varegrupper',
    labels: 'Avtalen krever',
    period: 'Avtaleperiode',
    vat: 'Avtalte priser er',
    included: 'med mva',
    excluded: 'uten mva',
    missing: 'Avtalt, men ikke i katalogen',
    noArticle: 'rad',
    noColumn: 'Ingen kolonne for',
    inOrder: 'Alt er i orden',
    unusable: 'Filen kan ikke brukes',
    noValues: 'uten verdier',
    notRead: 'ikke forstått',
    demanded: 'Krever',
    cells: (found: number, expected: number) => `${found} celler der overskriftene har ${expected}`,
    numberCell: (field: string) => `${field} står som tall`,
    broken: (text: string) => `linjen ${text}`,
    hiddenRow: 'raden er skjult',
    fixed: (field: string, before: string, after: string) => `${field} «${before}», rettet til «${after}»`,
    unclosedQuote: 'et anførselstegn som ikke lukkes',
    strayQuote: 'tekst bak et sluttende anførselstegn',
    nulByte: 'en nullbyte',
    action: {
      addsExisting: () => 'sendt som ny, men finnes i forrige versjon',
      updatesUnknown: () => 'sendt som endret, men finnes ikke i forrige versjon',
      namedTwice: (row: string) => `også i rad ${row} i endringsfilen`,
      unreadable: (text: string) => `handlingen «${text}» er ikke forstått`,
    },
    row: (row: number) => `rad ${row}`,
  },
  en: {
    line: 'The line',
    agreed: 'Agreed',
    previous: 'Previous version',
    asOf: 'Day',
    options: 'Options',
    scope: 'Product groups of the agreement',
    labels: 'The agreement demands',
    period: 'Agreement period',
    vat: 'Agreed prices are',
    included: 'with VAT',
    excluded: 'without VAT',
    missing: 'Agreed, but not in the catalogue',
    noArticle: 'row',
    noColumn: 'No column for',
    inOrder: 'Everything is in order',
    unusable: 'The file cannot be used',
    noValues: 'no values',
    notRead: 'not understood',
    demanded: 'Demands',
    cells: (found: number, expected: number) => `${found} cells where the headings have ${expected}`,
    numberCell: (field: string) => `${field} is stored as a number`,
    broken: (text: string) => `the line ${text}`,
    hiddenRow: 'the row is hidden',
    fixed: (field: string, before: string, after: string) => `${field} "${before}", corrected to "${after}"`,
    unclosedQuote: 'a quote that is not closed',
    strayQuote: 'text after a closing quote',
    nulByte: 'a null byte',
    action: {
      addsExisting: () => 'sent as new, but in the previous version',
      updatesUnknown: () => 'sent as changed, but not in the previous version',
      namedTwice: (row: string) => `also in row ${row} of the change file`,
      unreadable: (text: string) => `the action “${text}” was not understood`,
    },
    row: (row: number) => `row ${row}`,
  },
} as const satisfies Record<Language, object>;

const DECIMAL_KINDS: ReadonlySet<FieldKind> = new Set(['decimal', 'money', 'percent']);

type Example = Rule['passes'][number];

/** What the example gives, a line for each part. */
export function exampleInWords(example: Example, language: Language): readonly string[] {
  const words = WORDS[language];
  const parts: (readonly [string, string])[] = [];
  if ('lines' in example) parts.push(...linesInWords(example, language));
  if ('line' in example) {
    parts.push([words.line, valuesInWords(example.line, language)]);
    if (example.agreed !== undefined) parts.push([words.agreed, valuesInWords(example.agreed, language)]);
    if (example.previous !== undefined) parts.push([words.previous, valuesInWords(example.previous, language)]);
  }
  if ('agreedNotOffered' in example && example.agreedNotOffered !== undefined)
    for (const article of example.agreedNotOffered) parts.push([words.missing, valuesInWords(article, language)]);
  if ('missingFields' in example && example.missingFields !== undefined)
    parts.push([words.noColumn, example.missingFields.map((field) => fieldTitle(field, language)).join(', ')]);
  parts.push(...asidesInWords(example, words.noArticle), ...agreementInWords(example.agreement, language));
  if (example.asOf !== undefined) parts.push([words.asOf, formatDate(example.asOf, language)]);
  if (example.options !== undefined) parts.push([words.options, optionsInWords(example.options)]);
  if ('fileProblem' in example && example.fileProblem !== undefined) return [words.unusable];
  return parts.length === 0 ? [words.inOrder] : parts.map(([name, value]) => `${name}: ${value}`);
}

function linesInWords(
  { lines, former = [] }: { readonly lines: readonly ExampleLine[]; readonly former?: readonly ExampleLine[] },
  language: Language,
): readonly (readonly [string, string])[] {
  const words = WORDS[language];
  return [
    ...lines.map((line) => [words.line, valuesInWords(line, language)] as const),
    ...former.map((line) => [words.previous, valuesInWords(line, language)] as const),
  ];
}

function asidesInWords(example: Example, name: string): [string, string][] {
  const asides: readonly Aside[] = 'asides' in example ? (example.asides ?? []) : [];
  return asides.map(({ text }) => [name, text]);
}

/** The messages of a failing example, as the reports say them. */
export function messagesInWords(rule: Rule, found: readonly ExampleProblem[], language: Language): readonly string[] {
  return found.map(({ item, ...problem }) => {
    const finding: Finding = {
      rule: rule.id,
      severity: 'error',
      place: { file: '' },
      ...problem,
      ...(item === undefined ? {} : { item }),
    };
    return renderMessage(rule, finding, language, 'NOK');
  });
}

type ExampleProblem = Omit<Problem, 'correction' | 'severity'> & { readonly item: string | undefined };

function optionsInWords(options: Readonly<Record<string, unknown>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function agreementInWords(
  agreement: LineExample['agreement'],
  language: Language,
): readonly (readonly [string, string])[] {
  const words = WORDS[language];
  const { scope, labels, period, vat } = agreement ?? {};
  return [
    ...(scope === undefined ? [] : [[words.scope, scope.join(', ')] as const]),
    ...(labels ?? []).map(
      ({ unspsc, anyOf }) => [words.labels, `UNSPSC ${unspsc}: ${anyLabelInWords(anyOf.join('|'), language)}`] as const,
    ),
    ...(period === undefined
      ? []
      : [[words.period, `${formatDate(period.from, language)}–${formatDate(period.to, language)}`] as const]),
    ...(vat === undefined ? [] : [[words.vat, words[vat]] as const]),
  ];
}

/** `Pris: 990,00, Enhet: stykk (EA)`; the fields in their usual order. */
function valuesInWords(values: object, language: Language): string {
  const words = WORDS[language];
  const { row, unreadable, problems, extra, demandedLabels } = values as {
    readonly extra?: Readonly<Record<string, string>>;
    readonly row?: number;
    readonly unreadable?: Readonly<Record<string, string>>;
    readonly problems?: readonly RowProblem[];
    readonly demandedLabels?: readonly string[];
  };
  const given: Readonly<Record<string, unknown>> = { ...values };
  const told = [
    ...(row === undefined ? [] : [words.row(row)]),
    ...FIELD_NAMES.flatMap((field) => {
      const value = valueAsText(field, given[field]);
      return value === undefined
        ? []
        : [`${fieldTitle(field, language)} ${quoted(formatField(field, value, language, 'prose'))}`];
    }),
    ...Object.entries(unreadable ?? {}).map(
      ([name, text]) => `${isField(name) ? fieldTitle(name, language) : name} «${text}» (${words.notRead})`,
    ),
    ...Object.entries(extra ?? {}).map(([heading, text]) => `${heading} ${quoted(text)}`),
    ...(problems ?? []).map((problem) => problemInWords(problem, language)),
    ...(demandedLabels === undefined
      ? []
      : [`${words.demanded} ${anyLabelInWords(demandedLabels.join('|'), language)}`]),
  ];
  return told.length === 0 ? words.noValues : told.join(', ');
}

function problemInWords(problem: RowProblem, language: Language): string {
  const words = WORDS[language];
  switch (problem.kind) {
    case 'cells':
      return words.cells(problem.found, problem.expected);
    case 'numberCell':
      return words.numberCell(fieldTitle(problem.field, language));
    case 'broken':
      return words.broken(problem.text);
    case 'fixed':
      return words.fixed(fieldTitle(problem.field, language), problem.before, problem.after);
    case 'hiddenRow':
      return words.hiddenRow;
    case 'unclosedQuote':
    case 'strayQuote':
    case 'nulByte':
      return words[problem.kind];
    case 'action':
      return words.action[problem.fault](problem.actual ?? '');
  }
}

/** What begins or ends in a blank, or holds a sign that separates, is seen as one value only between quotes. */
function quoted(value: string): string {
  const shown = value.replace(/[\n\r\t]/g, (sign) => JSON.stringify(sign).slice(1, -1));
  return shown === '' || shown.trim() !== shown || /,\s|\s\s/.test(shown) ? `«${shown}»` : shown;
}

/** In canonical form, which examples need not be written in. */
function valueAsText(field: Field, value: unknown): string | undefined {
  if (typeof value === 'string') return DECIMAL_KINDS.has(fieldKind(field)) ? (parseDecimal(value) ?? value) : value;
  if (typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  return (value as readonly EcoLabel[])
    .map(({ key, text, licence }) => [key ?? text, licence].filter((part) => part !== undefined).join(' '))
    .join(', ');
}
