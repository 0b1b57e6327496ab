/** All that is to be known of a rule, in words: what the terminal shows of one, and its page in the documentation. */
import { isField } from '../catalogue/field.ts';
import type { Language, Text } from '../catalogue/text.ts';
import {
  BUILT_IN_SETS,
  type BuiltInSet,
  type LineNeed,
  type Need,
  type Rule,
  type RunNeed,
  type RunUse,
  type Standing,
  sourceOf,
} from '../engine/rule.ts';
import { runAll } from '../engine/run-examples.ts';
import { exampleInWords, messagesInWords } from './rule-example.ts';
import { WORDS as REPORT_WORDS } from './words.ts';

/** A heading and what belongs under it. */
export interface Fact {
  readonly heading: string;
  readonly text: string;
}

export interface ExampleInWords {
  /** What is given, then the messages it leads to, each a line. */
  readonly lines: readonly string[];
}

export interface RuleInWords {
  readonly title: string;
  /** Why, how it is put right, where it comes from, what it needs. */
  readonly facts: readonly Fact[];
  /** How each built-in set treats it. */
  readonly sets: { readonly heading: string; readonly standings: readonly (readonly [BuiltInSet, string])[] };
  readonly options: { readonly heading: string; readonly options: readonly OptionInWords[] };
  readonly passes: { readonly heading: string; readonly examples: readonly ExampleInWords[] };
  readonly fails: { readonly heading: string; readonly examples: readonly ExampleInWords[] };
}

export interface OptionInWords {
  readonly name: string;
  readonly text: string;
  /** Where nothing is said of it; absent: nothing. */
  readonly fallback?: string;
}

const WORDS = {
  nb: {
    fault: 'Overskrift i rapportene',
    why: 'Hvorfor',
    advice: 'Slik rettes det',
    source: 'Kilde',
    needs: 'Trenger',
    uses: 'Bruker også',
    or: ' eller ',
    sets: 'I regelsettene',
    off: 'av',
    options: 'Valg',
    passes: 'Godtas',
    fails: 'Gir funn',
  },
  en: {
    fault: 'Heading in the reports',
    why: 'Why',
    advice: 'How to correct it',
    source: 'Source',
    needs: 'Needs',
    uses: 'Also uses',
    or: ' or ',
    sets: 'In the rule sets',
    off: 'off',
    options: 'Options',
    passes: 'Passes',
    fails: 'Is reported',
  },
} as const satisfies Record<Language, object>;

export const DISPOSITION_WORDS = {
  nb: {
    refuse: 'katalogen avvises',
    withhold: 'linjen holdes tilbake',
    keepPrevious: 'forrige linje beholdes',
    correct: 'linjen rettes',
    approve: 'linjen går videre',
  },
  en: {
    refuse: 'the catalogue is refused',
    withhold: 'the line is withheld',
    keepPrevious: 'the previous line is kept',
    correct: 'the line is corrected',
    approve: 'the line is approved',
  },
} as const satisfies Record<Language, object>;

const NEEDS: Readonly<Record<RunNeed | LineNeed, Text>> = {
  agreement: { nb: 'avtale', en: 'agreement' },
  scope: { nb: 'avtale med omfang', en: 'agreement with a scope' },
  labelDemands: { nb: 'miljømerkekrav', en: 'label demands' },
  classDemands: { nb: 'avtale med omfang eller miljømerkekrav', en: 'agreement with a scope or label demands' },
  articleDemands: { nb: 'miljømerkekrav i den avtalte prislisten', en: 'label demands in the agreed price list' },
  labelRegister: { nb: 'merkeregister', en: 'label register' },
  recognisedLabels: {
    nb: 'avtale om hvilke merker kjøperen regner med',
    en: 'agreement on which labels the buyer recognises',
  },
  agreedLeadTime: { nb: 'avtale med leveringstid', en: 'agreement with a lead time' },
  prices: { nb: 'avtalt prisliste', en: 'agreed price list' },
  previousVersion: { nb: 'forrige versjon', en: 'previous version' },
  formerVersions: { nb: 'eldre godkjente versjoner', en: 'older approved versions' },
  datedPrevious: { nb: 'forrige versjon med dato', en: 'a dated previous version' },
  searches: { nb: 'søkelogg', en: 'search log' },
  classList: { nb: 'UNSPSC-liste', en: 'UNSPSC list' },
  linkStates: { nb: '`--check-links`', en: 'the flag `--check-links`' },
  agreed: { nb: 'avtalt vare', en: 'agreed article' },
  previous: { nb: 'linje i forrige versjon', en: 'line in the previous version' },
};

const USES: Readonly<Record<RunUse, Text>> = {
  formerContents: { nb: 'det som står i eldre godkjente versjoner', en: 'the contents of older approved versions' },
};

export function ruleInWords(rule: Rule, language: Language): RuleInWords {
  const words = WORDS[language];
  const needs = needsInWords(rule, language);
  const uses = (rule.uses ?? []).map((use) => USES[use][language]).join(', ');
  const { fails: found } = runAll(rule);
  return {
    title: rule.title[language],
    facts: [
      { heading: words.fault, text: rule.fault[language] },
      { heading: words.why, text: rule.because[language] },
      { heading: words.advice, text: rule.advice[language] },
      { heading: words.source, text: sourceOf(rule, language) },
      ...(needs === '' ? [] : [{ heading: words.needs, text: needs }]),
      ...(uses === '' ? [] : [{ heading: words.uses, text: uses }]),
    ],
    sets: {
      heading: words.sets,
      standings: BUILT_IN_SETS.map((set) => [set, standingInWords(standingIn(set, rule), language)] as const),
    },
    options: { heading: words.options, options: optionsInWords(rule, language) },
    passes: {
      heading: words.passes,
      examples: rule.passes.map((example) => exampleLines(rule, example, [], language)),
    },
    fails: {
      heading: words.fails,
      examples: rule.fails.map((example, at) => exampleLines(rule, example, found[at]?.found ?? [], language)),
    },
  };
}

/** What must be at hand before the rule is asked; empty when that is nothing. */
export function needsInWords(rule: Rule, language: Language): string {
  const named = (need: Need): string => (isField(need) ? `\`${need}\`` : NEEDS[need][language]);
  const all = [...rule.needs, ...(rule.columns ?? [])].map(named);
  const oneOf = rule.kind === 'line' ? (rule.needsOneOf ?? []).map(named) : [];
  return [...all, ...(oneOf.length > 0 ? [oneOf.join(WORDS[language].or)] : [])].join(', ');
}

/** `strict` extends `recommended`, and names only what it treats otherwise. */
function standingIn(set: BuiltInSet, { sets }: Rule): Standing | undefined {
  return sets[set] ?? (set === 'strict' ? sets.recommended : undefined);
}

/** In a few words: how severe, and what that does. */
export function standingInWords(standing: Standing | undefined, language: Language): string {
  if (standing === undefined || standing.severity === 'off') return WORDS[language].off;
  const severity = REPORT_WORDS[language].severity[standing.severity];
  return standing.disposition === undefined
    ? severity
    : `${severity}, ${DISPOSITION_WORDS[language][standing.disposition]}`;
}

function optionsInWords(rule: Rule, language: Language): readonly OptionInWords[] {
  return Object.entries(rule.options?.properties ?? {}).map(([name, schema]) => {
    const fallback = rule.options?.defaults[name];
    return {
      name,
      text: descriptionOf(schema, language),
      ...(fallback === undefined ? {} : { fallback: JSON.stringify(fallback) }),
    };
  });
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
): ExampleInWords {
  return {
    lines: [
      ...(language === 'en' ? [example.why] : []),
      ...exampleInWords(example, language),
      ...messagesInWords(rule, found, language).map((message) => `→ ${message}`),
    ],
  };
}

function descriptionOf(schema: object, language: Language): string {
  const { description, 'x-description': texts } = schema as { description?: string; 'x-description'?: Text };
  return texts?.[language] ?? description ?? '';
}
