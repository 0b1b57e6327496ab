/** What is wrong with a file that is no YAML, in words for people who do not write YAML every day. */
import type { ErrorCode } from 'yaml';
import type { Text } from '../catalogue/text.ts';

const WORDS: { readonly [C in ErrorCode]?: Text } = {
  TAB_AS_INDENT: {
    nb: 'innrykket har en tabulator. Bruk mellomrom.',
    en: 'the indentation has a tab. Use blanks.',
  },
  BAD_INDENT: {
    nb: 'innrykket passer ikke med linjene over, eller en `[` eller `{` er ikke avsluttet.',
    en: 'the indentation does not fit the lines above, or a `[` or `{` is not closed.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    nb: 'ett kolon for mye. Sett tekst som har kolon i, i anførselstegn.',
    en: 'one colon too many. Put text that has a colon in it in quotes.',
  },
  MISSING_CHAR: {
    nb: 'noe er ikke avsluttet før dette: et anførselstegn, en parentes eller en nøkkel uten kolon.',
    en: 'something before this is not finished: a quote, a bracket, or a key without its colon.',
  },
  MULTILINE_IMPLICIT_KEY: {
    nb: 'en nøkkel mangler kolon med mellomrom etter, slik: `nøkkel: verdi`.',
    en: 'a key needs a colon followed by a space, like this: `key: value`.',
  },
  BAD_SCALAR_START: {
    nb: 'en verdi kan ikke begynne med dette tegnet. Sett verdien i anførselstegn.',
    en: 'a value cannot begin with this character. Put the value in quotes.',
  },
  BAD_DQ_ESCAPE: {
    nb: 'omvendt skråstrek mellom doble anførselstegn. Bruk `/`, eller enkle anførselstegn.',
    en: 'a backslash between double quotes. Use `/`, or single quotes.',
  },
  MULTIPLE_DOCS: {
    nb: 'her begynner et dokument til (`---`). Filen kan bare ha ett.',
    en: 'another document begins here (`---`). The file can have one only.',
  },
  TAG_RESOLVE_FAILED: {
    nb: 'en verdi som begynner med `!`. Sett den i anførselstegn.',
    en: 'a value that begins with `!`. Put it in quotes.',
  },
};

const OTHER: Text = {
  nb: 'uventet her. Sjekk innrykk, kolon og anførselstegn.',
  en: 'not expected here. Check indentation, colons and quotes.',
};

/**
 * @param code from `yaml`
 * @param line the whole line of the file where it shows
 */
export function syntaxProblem(code: ErrorCode, line: string): Text {
  const { nb, en } = WORDS[code] ?? OTHER;
  const shown = shortened(line);
  return shown === '' ? { nb, en } : { nb: `${nb} Linjen er: \`${shown}\``, en: `${en} The line is: \`${shown}\`` };
}

/** One line, at most 60 characters. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
