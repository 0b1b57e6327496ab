/** Annotations of several catalogues in one step, of which GitHub shows ten of each level, whatever they are about. */
import type { Language } from '../catalogue/text.ts';
import { MOST_OF_A_LEVEL } from './github.ts';
import { some } from './words.ts';

type Level = 'error' | 'warning' | 'notice';

export interface GithubStep {
  /** So many of each level there is room for in each catalogue. */
  readonly share: number;
  /** What is printed of the next catalogue: commands beyond what the step shows stay in the log as plain lines. */
  fit(text: string): string;
  /** How many catalogues had more; empty where none had. */
  rest(language: Language): string;
}

const COMMAND = /^::(error|warning|notice)(?: [^:]*)?::/gm;

/** Of so many catalogues that each has one, the last stands for all that follow. */
export function githubStep(catalogues: number): GithubStep {
  const room = catalogues > MOST_OF_A_LEVEL ? MOST_OF_A_LEVEL - 1 : MOST_OF_A_LEVEL;
  const used: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  return {
    share: Math.max(1, Math.floor(MOST_OF_A_LEVEL / catalogues)),
    fit: (text) =>
      text.replace(COMMAND, (command, level: Level) => {
        used[level]++;
        return used[level] > room ? '' : command;
      }),
    rest: (language) =>
      (['error', 'warning', 'notice'] as const)
        .filter((level) => used[level] > room)
        .map((level) => `::${level}::${WORDS[language][level](used[level] - room)}\n`)
        .join(''),
  };
}

const NB = some('nb', 'katalog', 'kataloger');
const EN = some('en', 'more catalogue', 'more catalogues');
const WORDS: Readonly<Record<Language, Readonly<Record<Level, (catalogues: number) => string>>>> = {
  nb: {
    error: (count) => `${NB(count)} til har feil. Se oppsummeringen av steget.`,
    warning: (count) => `${NB(count)} til har advarsler. Se oppsummeringen av steget.`,
    notice: (count) => `${NB(count)} til er kontrollert. Se oppsummeringen av steget.`,
  },
  en: {
    error: (count) => `${EN(count)} with errors. See the summary of the step.`,
    warning: (count) => `${EN(count)} with warnings. See the summary of the step.`,
    notice: (count) => `${EN(count)} checked. See the summary of the step.`,
  },
};
