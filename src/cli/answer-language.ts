/** The language of what a command prints. */
import type { Language } from '../catalogue/text.ts';
import type { CommandContext } from './command.ts';

interface AnswerLanguage {
  /** What `--lang` asked for, otherwise the agreement's once it is known, otherwise the system's. */
  readonly now: () => Language;
  /** Called as soon as the agreement's language is known. */
  readonly speaks: (language: Language) => void;
}

export function answerLanguage({ language, locale }: CommandContext): AnswerLanguage {
  let known = language ?? locale;
  return {
    now: () => known,
    speaks(spoken) {
      known = language ?? spoken;
    },
  };
}
