/** Shows progress on standard error, on a terminal only. */
import type { Language } from '../catalogue/text.ts';
import type { Terminal } from './surroundings.ts';

export interface ProgressLine {
  /** @param share of the file that these lines were, from 0 to 1; absent: not known */
  readonly show: (lines: number, share?: number) => void;
  /** So many of several catalogues are done. */
  readonly showCatalogues: (done: number, all: number) => void;
  readonly clear: () => void;
}

/** A shorter job needs no progress bar. */
const FROM_MILLISECONDS = 700;
const EVERY_MILLISECONDS = 200;
const BAR = 20;
/** A line that wraps cannot be overwritten. */
const WIDEST = 79;
const SECONDS_IN_MINUTE = 60;

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly lines: (lines: string, each: string) => string;
      readonly left: (time: string) => string;
      readonly writing: string;
      readonly catalogues: (done: string, all: string) => string;
    }
  >
> = {
  nb: {
    lines: (lines, each) => `${lines} linjer, ${each}/s`,
    left: (time) => `${time} igjen`,
    writing: 'skriver',
    catalogues: (done, all) => `${done} av ${all} kataloger`,
  },
  en: {
    lines: (lines, each) => `${lines} lines, ${each}/s`,
    left: (time) => `${time} left`,
    writing: 'writing',
    catalogues: (done, all) => `${done} of ${all} catalogues`,
  },
};

/** @param clock milliseconds; the system's, but in tests */
export function progressLine(
  terminal: Terminal,
  language: Language,
  wanted: boolean,
  clock: () => number = Date.now,
): ProgressLine {
  if (!wanted || !terminal.showsProgress) return { show: () => {}, showCatalogues: () => {}, clear: () => {} };
  const words = WORDS[language];
  const width = Math.max(1, Math.min(WIDEST, terminal.width - 1));
  const began = clock();
  let shown = false;
  let last = began;
  let first: { readonly at: number; readonly lines: number; readonly share: number } | undefined;
  const draw = (parts: readonly string[]): void => {
    shown = true;
    terminal.err(`\r${parts.join('  ').slice(0, width).padEnd(width)}`);
  };
  return {
    show(lines, share = 0) {
      const now = clock();
      // The time before the first lines does not depend on their number.
      first ??= { at: now, lines, share };
      if (now - began < FROM_MILLISECONDS || (now - last < EVERY_MILLISECONDS && share !== 1)) return;
      const passed = now - first.at;
      if (passed === 0 || lines === first.lines) return;
      last = now;
      const each = inGroups(Math.round((1000 * (lines - first.lines)) / passed), language);
      const count = words.lines(inGroups(lines, language), each);
      if (share === 0) draw([count]);
      else if (share >= 1) draw([bar(1), count, words.writing]);
      else draw([bar(share), count, words.left(inWords((passed * (1 - share)) / (share - first.share)))]);
    },
    showCatalogues(done, all) {
      if (clock() - began < FROM_MILLISECONDS) return;
      draw([bar(done / all), words.catalogues(inGroups(done, language), inGroups(all, language))]);
    },
    clear() {
      if (shown) terminal.err(`\r${' '.repeat(width)}\r`);
      shown = false;
    },
  };
}

function bar(share: number): string {
  const full = Math.floor(BAR * share);
  return `[${'='.repeat(full)}${' '.repeat(BAR - full)}] ${Math.floor(100 * share)} %`;
}

/** Every start loads this file, and the reports' number formatting would load much more. */
function inGroups(count: number, language: Language): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'nb' ? ' ' : ',');
}

/** The same abbreviations in both languages. */
function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < SECONDS_IN_MINUTE) return `${seconds} s`;
  return `${Math.floor(seconds / SECONDS_IN_MINUTE)} min ${seconds % SECONDS_IN_MINUTE} s`;
}
