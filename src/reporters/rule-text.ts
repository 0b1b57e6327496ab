/** The rules in words for the terminal: all of them, a line each, or one whole. */
import type { Language } from '../catalogue/text.ts';
import type { Rule } from '../engine/rule.ts';
import { WHOLE_FAMILY } from '../engine/schema-rule-set.ts';
import { type ExampleInWords, ruleInWords, standingInWords } from './rule-in-words.ts';

const WORDS = {
  nb: {
    default: 'ellers',
    hint: 'Én regel forklart: katalogvakt rules <id>',
    family: (family: string, rules: number) =>
      `${rules} regler for formen på Peppol- og EHF-dokumenter: katalogvakt rules "${family}"`,
  },
  en: {
    default: 'default',
    hint: 'One rule explained: katalogvakt rules <id>',
    family: (family: string, rules: number) =>
      `${rules} rules on the form of Peppol and EHF documents: katalogvakt rules "${family}"`,
  },
} as const satisfies Record<Language, object>;

/** Those of one family, by a name such as `peppol/*`; none where there is no such family. */
export function rulesOfFamily(rules: readonly Rule[], name: string): readonly Rule[] {
  return name.endsWith(WHOLE_FAMILY) ? rules.filter(({ id }) => id.startsWith(name.slice(0, -1))) : [];
}

/** Every rule but those on the form of documents, which are hundreds: they are told of together. */
export function listAll(rules: readonly Rule[], language: Language): string {
  const form = rules.filter(({ kind }) => kind === 'document');
  const list = listRules(
    rules.filter(({ kind }) => kind !== 'document'),
    language,
  );
  if (form.length === 0) return list;
  return `${list}${WORDS[language].family(`peppol${WHOLE_FAMILY}`, form.length)}\n`;
}

export function listRules(rules: readonly Rule[], language: Language): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const standings = rules.map(({ sets }) => standingInWords(sets.recommended, language));
  const standingWidth = Math.max(...standings.map(({ length }) => length));
  const lines = rules.map(
    ({ id, title }, at) => `${id.padEnd(idWidth)}  ${(standings[at] ?? '').padEnd(standingWidth)}  ${title[language]}`,
  );
  return `${lines.join('\n')}\n\n${WORDS[language].hint}\n`;
}

export function describeRule(rule: Rule, language: Language): string {
  const words = WORDS[language];
  const { title, facts, sets, options, passes, fails } = ruleInWords(rule, language);
  const listed = options.options.map(({ name, text, fallback }) => {
    return `  ${name}${text === '' ? '' : `: ${text}`}${fallback === undefined ? '' : ` (${words.default} ${fallback})`}`;
  });
  return [
    `${rule.id}: ${title}`,
    '',
    ...facts.map(({ heading, text }) => `${heading}: ${text}`),
    '',
    `${sets.heading}:`,
    ...sets.standings.map(([set, standing]) => `  ${set}: ${standing}`),
    ...(listed.length === 0 ? [] : ['', `${options.heading}:`, ...listed]),
    '',
    ...[passes, fails].flatMap(({ heading, examples }) =>
      examples.length === 0 ? [] : [`${heading}:`, ...examples.flatMap(indented), ''],
    ),
  ].join('\n');
}

function indented({ lines }: ExampleInWords): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`);
}
