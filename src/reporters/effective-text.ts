/** How every rule stands for an agreement's catalogues, for the terminal: what holds, and which file and line says so. */
import type { Agreement } from '../agreement/agreement.ts';
import { isField } from '../catalogue/field.ts';
import type { Language } from '../catalogue/text.ts';
import type { DecidedRule, Said } from '../engine/decided-by.ts';
import type { Given, LineCondition, Threshold } from '../engine/standing.ts';
import { fieldTitle } from './format-value.ts';
import { DISPOSITION_WORDS } from './rule-in-words.ts';
import { WORDS as REPORT_WORDS } from './words.ts';

export interface EffectiveRules {
  /** The outermost first. */
  readonly files: readonly string[];
  readonly agreement?: Pick<Agreement, 'number' | 'name' | 'supplier'>;
  readonly rules: readonly DecidedRule[];
  /** For some lines, in the order in which they are laid over the rules and one another. */
  readonly overrides: readonly {
    readonly place: string;
    readonly when: LineCondition;
    readonly rules: readonly (readonly [string, Given])[];
  }[];
  /** Where overrides stand that are for other agreements or suppliers. */
  readonly elsewhere: readonly string[];
}

const WORDS = {
  nb: {
    files: 'Regelsett',
    over: 'bygger på',
    agreement: 'Avtale',
    off: 'av',
    nowhere: 'nevnes ikke',
    where: 'For linjer der',
    and: ' og ',
    or: ' eller ',
    prefix: 'UNSPSC begynner med',
    is: 'er',
    elsewhere: 'Unntak for andre avtaler eller leverandører',
    threshold: 'flere linjer enn',
    atLeast: 'minst',
    warns: 'advarsel',
    refuses: 'avvist',
  },
  en: {
    files: 'Rule set',
    over: 'extends',
    agreement: 'Agreement',
    off: 'off',
    nowhere: 'not mentioned',
    where: 'For lines where',
    and: ' and ',
    or: ' or ',
    prefix: 'UNSPSC begins with',
    is: 'is',
    elsewhere: 'Overrides for other agreements or suppliers',
    threshold: 'more lines than',
    atLeast: 'at least',
    warns: 'warning',
    refuses: 'refused',
  },
} as const satisfies Record<Language, object>;

/** One column of what, one of how, one of where. */
type Row = readonly [string, string, string];

export function effectiveText(effective: EffectiveRules, language: Language): string {
  const words = WORDS[language];
  const { files, agreement, rules, overrides, elsewhere } = effective;
  const inForce = rules.filter(({ standing }) => standing !== 'off').flatMap((decided) => rowsOf(decided, language));
  const off = rules
    .filter(({ standing }) => standing === 'off')
    .map(({ rule, place }): Row => [rule.id, words.off, place ?? words.nowhere]);
  const parts = overrides.map(({ place, when, rules: given }) => [
    `${words.where} ${conditionInWords(when, language)} (${place}):`,
    ...aligned(given.map(([id, said]) => [`  ${id}`, givenInWords(said, language), ''] as const)),
  ]);
  return [
    `${words.files}: ${files.join(` ${words.over} `)}`,
    ...(agreement === undefined
      ? []
      : [`${words.agreement}: ${agreement.number}, ${agreement.name} (${agreement.supplier.name})`]),
    '',
    ...aligned([...inForce, ...off]),
    ...parts.flatMap((part) => ['', ...part]),
    ...(elsewhere.length === 0 ? [] : ['', `${words.elsewhere}: ${elsewhere.join(', ')}`]),
    '',
  ].join('\n');
}

/** What another place says than the one that says the severity stands on a line of its own. */
function rowsOf({ rule, standing, place, said }: DecidedRule, language: Language): readonly Row[] {
  if (standing === 'off') return [];
  const { severity, disposition } = standing;
  const severe = REPORT_WORDS[language].severity[severity];
  const does = severity === 'error' ? `, ${DISPOSITION_WORDS[language][disposition]}` : '';
  const rest = said.filter(({ key }) => key !== 'disposition' || severity === 'error');
  const told = rest.filter(({ key, place: other }) => key !== 'disposition' || other !== place);
  return [
    [rule.id, `${severe}${does}`, place ?? WORDS[language].nowhere],
    ...told.map((one): Row => ['', saidInWords(one, language), one.place === place ? '' : one.place]),
  ];
}

function givenInWords({ severity, options, ...rest }: Given, language: Language): string {
  const named = severity === undefined ? [] : [severityInWords(severity, language)];
  const others = Object.entries({ ...rest, ...options }).map(([key, value]) => saidInWords({ key, value }, language));
  return [...named, ...others].join(', ');
}

function severityInWords(severity: NonNullable<Given['severity']>, language: Language): string {
  return severity === 'off' ? WORDS[language].off : REPORT_WORDS[language].severity[severity];
}

function saidInWords({ key, value }: Pick<Said, 'key' | 'value'>, language: Language): string {
  if (key === 'disposition') return DISPOSITION_WORDS[language][value as keyof (typeof DISPOSITION_WORDS)['nb']];
  if (key === 'threshold') return thresholdInWords(value as Threshold, language);
  return `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

function thresholdInWords({ warning, error, atLeast }: Threshold, language: Language): string {
  const words = WORDS[language];
  const limits = [
    ...(warning === undefined ? [] : [`${warning}: ${words.warns}`]),
    ...(error === undefined ? [] : [`${error}: ${words.refuses}`]),
    ...(atLeast === undefined ? [] : [`${words.atLeast} ${atLeast}`]),
  ];
  return `${words.threshold} ${limits.join(', ')}`;
}

function conditionInWords({ unspsc, field }: LineCondition, language: Language): string {
  const words = WORDS[language];
  const values = Object.entries(field ?? {}).map(
    ([name, among]) => `${isField(name) ? fieldTitle(name, language) : name} ${words.is} ${among.join(words.or)}`,
  );
  return [...(unspsc === undefined ? [] : [`${words.prefix} ${unspsc.join(words.or)}`]), ...values].join(words.and);
}

function aligned(rows: readonly Row[]): readonly string[] {
  const width = (column: 0 | 1): number => Math.max(0, ...rows.map((row) => row[column].length));
  const [first, second] = [width(0), width(1)];
  return rows.map(([what, how, where]) => `${what.padEnd(first)}  ${how.padEnd(second)}  ${where}`.trimEnd());
}
