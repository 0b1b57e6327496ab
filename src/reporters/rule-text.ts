/** The rules in words for the terminal: all of them, a line each, or one whole. */
import type { Language, Text } from '../catalogue/text.ts';
import { BUILT_IN_SETS, type BuiltInSet, type Rule, type Standing } from '../engine/rule.ts';
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
    ...rule.passes.flatMap(exampleLines),
    '',
    `${words.fails}:`,
    ...rule.fails.flatMap(exampleLines),
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
  return standing.disposition === undefined ? severity : `${severity}, ${standing.disposition}`;
}

/** What the example shows, then its values as they would stand in a rule's own file. */
function exampleLines({ why, ...example }: Rule['passes'][number] | Rule['fails'][number]): readonly string[] {
  const given = Object.entries(example).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}`);
  return [`  - ${why}`, ...given];
}

function descriptionOf(schema: object, language: Language): string {
  const { description, 'x-description': texts } = schema as { description?: string; 'x-description'?: Text };
  return texts?.[language] ?? description ?? '';
}
