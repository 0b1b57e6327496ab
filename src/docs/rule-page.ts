/** docs/rules/<family>/<name>.md: one rule, for whoever got a finding from it or decides how strict it is to be. */
import type { Language } from '../catalogue/text.ts';
import type { Rule } from '../engine/rule.ts';
import { type ExampleInWords, ruleInWords } from '../reporters/rule-in-words.ts';
import { table } from './markdown-table.ts';

/** Rules on the form of documents are hundreds that are alike: one page tells of them all. */
export function hasPage({ kind }: Rule): boolean {
  return kind !== 'document';
}

/** Where the page of a rule is, from the root. */
export function rulePagePath(id: string): string {
  return `docs/rules/${id}.md`;
}

const WORDS = {
  nb: {
    heading: 'Norsk',
    set: 'Regelsett',
    standing: 'Hva et brudd gjør',
    option: 'Valg',
    what: 'Hva',
    usual: 'Ellers',
  },
  en: {
    heading: 'English',
    set: 'Rule set',
    standing: 'What a breach does',
    option: 'Option',
    what: 'What',
    usual: 'Default',
  },
} as const satisfies Record<Language, object>;

/** @returns Markdown, Norwegian first: whoever must put a catalogue right reads that */
export function rulePage(rule: Rule): string {
  return `# ${rule.id}

<!-- Written by \`npm run generate\`. -->

[Norsk](#norsk) · [English](#english) · [All rules](../../../rules/README.md)

${(['nb', 'en'] as const).map((language) => part(rule, language)).join('\n')}`;
}

function part(rule: Rule, language: Language): string {
  const words = WORDS[language];
  const { title, facts, sets, options, passes, fails } = ruleInWords(rule, language);
  const listed = options.options.map(({ name, text, fallback }) => [
    `\`${name}\``,
    escaped(text),
    fallback === undefined ? '–' : `\`${fallback}\``,
  ]);
  return [
    `## ${words.heading}`,
    `**${escaped(title)}.**`,
    facts.map(({ heading, text }) => `- **${heading}:** ${escaped(text)}`).join('\n'),
    table(
      [words.set, words.standing],
      sets.standings.map(([set, standing]) => [`\`${set}\``, standing]),
    ).trimEnd(),
    ...(listed.length === 0 ? [] : [table([words.option, words.what, words.usual], listed).trimEnd()]),
    `### ${passes.heading}`,
    examples(passes.examples),
    `### ${fails.heading}`,
    `${examples(fails.examples)}\n`,
  ].join('\n\n');
}

/** Values stand as they are: what looks like Markdown in them is theirs. */
function examples(shown: readonly ExampleInWords[]): string {
  return shown.map(({ lines }) => `\`\`\`text\n${lines.join('\n')}\n\`\`\``).join('\n\n');
}

/** Outside of code, what Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[<>*_]/g, '\\$&');
}
