/** The rules in words for the terminal: all of them, a line each, or one whole. */
import type { Language, Text } from '../catalogue/text.ts';
import { BUILT_IN_SETS, type BuiltInSet, type Rule, type Standing } from '../engine/rule.ts';
import { runAll } from '../engine/run-examples.ts';
import { exampleInWords, messagesInWords } from './rule-example.ts';
import { WORDS as REPORT_WORDS } from './words.ts';

const WORDS = {
  nb: {
    fault: 'Overskrift i rapportene',
    why: 'Hvorfor',
    advice: 'Slik rettes det',
    source: 'Kilde',
    sets: 'I regelsettene',
    off: 'av',
    options: 'Valg',
    default: 'ellers',
    passes: 'Godtas',
    fails: 'Gir funn',
    disposition: {
      refuse: 'katalogen avvises',
      withhold: 'linjen holdes tilbake',
      keepPrevious: 'forrige linje beholdes',
      correct: 'linjen rettes',
      approve: 'linjen går videre',
    },
    hint: 'Én regel forklart: katalogvakt rules <id>',
  },
  en: {
    fault: 'Heading in the reports',
    why: 'Why',
    advice: 'How to put it right',
    source: 'Source',
    sets: 'In the rule sets',
    off: 'off',
    options: 'Options',
    default: 'default',
    passes: 'Passes',
    fails: 'Is reported',
    disposition: {
      refuse: 'the catalogue is refused',
      withhold: 'the line is withheld',
      keepPrevious: 'the previous line is kept',
      correct: 'the line is corrected',
      approve: 'the line goes on',
    },
    hint: 'One rule explained: katalogvakt rules <id>',
  },
} as const satisfies Record<Language, object>;

export function listRules(rules: readonly Rule[], language: Language): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const standings = rules.map(({ sets }) => shortStanding(sets.recommended, language));
  const standingWidth = Math.max(...standings.map(({ length }) => length));
  const lines = rules.map(
    ({ id, title }, at) => `${id.padEnd(idWidth)}  ${(standings[at] ?? '').padEnd(standingWidth)}  ${title[language]}`,
  );
  return `${lines.join('\n')}\n\n${WORDS[language].hint}\n`;
}

export function describeRule(rule: Rule, language: Language): string {
  const words = WORDS[language];
  const { fails: found } = runAll(rule);
  const options = Object.entries(rule.options?.properties ?? {}).map(([name, schema]) => {
    const fallback = rule.options?.defaults[name];
    const described = descriptionOf(schema, language);
    return `  ${name}${described === '' ? '' : `: ${described}`}${fallback === undefined ? '' : ` (${words.default} ${JSON.stringify(fallback)})`}`;
  });
  return [
    `${rule.id}: ${rule.title[language]}`,
    '',
    `${words.fault}: ${rule.fault[language]}`,
    `${words.why}: ${rule.because[language]}`,
    `${words.advice}: ${rule.advice[language]}`,
    `${words.source}: ${rule.source}`,
    '',
    `${words.sets}:`,
    ...BUILT_IN_SETS.map((set) => `  ${set}: ${shortStanding(standingIn(set, rule), language)}`),
    ...(options.length === 0 ? [] : ['', `${words.options}:`, ...options]),
    '',
    `${words.passes}:`,
    ...rule.passes.flatMap((example) => exampleLines(rule, example, [], language)),
    '',
    `${words.fails}:`,
    ...rule.fails.flatMap((example, index) => exampleLines(rule, example, found[index]?.found ?? [], language)),
    '',
  ].join('\n');
}

/** `strict` extends `recommended`, and names only what it treats otherwise. */
function standingIn(set: BuiltInSet, { sets }: Rule): Standing | undefined {
  return sets[set] ?? (set === 'strict' ? sets.recommended : undefined);
}

function shortStanding(standing: Standing | undefined, language: Language): string {
  if (standing === undefined || standing.severity === 'off') return WORDS[language].off;
  const severity = REPORT_WORDS[language].severity[standing.severity];
  return standing.disposition === undefined
    ? severity
    : `${severity}, ${WORDS[language].disposition[standing.disposition]}`;
}

/**
 * What is given, then what the rule says of it. What the example is there to show is written in English only: in
 * other languages the values and messages speak for themselves.
 */
function exampleLines(
  rule: Rule,
  example: Rule['passes'][number],
  found: Parameters<typeof messagesInWords>[1],
  language: Language,
): readonly string[] {
  const lines = [
    ...(language === 'en' ? [example.why] : []),
    ...exampleInWords(example, language),
    ...messagesInWords(rule, found, language).map((message) => `→ ${message}`),
  ];
  return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`);
}

function descriptionOf(schema: object, language: Language): string {
  const { description, 'x-description': texts } = schema as { description?: string; 'x-description'?: Text };
  return texts?.[language] ?? description ?? '';
}
