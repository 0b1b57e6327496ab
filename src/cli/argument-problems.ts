/** The arguments before they are parsed: what the parser would not understand, unknown commands, misspelt or repeated options. */
import type { Text } from '../catalogue/text.ts';
import { nearest } from '../engine/nearest.ts';

/** Stands in for a lone dash while the arguments are parsed, because yargs drops it. No argument can contain a null character. */
const DASH = '\u0000-';

export function withDashesHidden(words: readonly string[]): string[] {
  return words.map((word) => (word === '-' ? DASH : word));
}

/** The inverse, for options as parsed. */
export function withDashesShown<T>(options: T): T {
  const shown = (value: unknown): unknown => (value === DASH ? '-' : Array.isArray(value) ? value.map(shown) : value);
  return Object.fromEntries(Object.entries(options as object).map(([name, value]) => [name, shown(value)])) as T;
}

/** Names of options, without the dashes. */
export interface OptionNames {
  readonly known: readonly string[];
  /** Options that can be repeated. */
  readonly repeatable: readonly string[];
  /** Options that take a value. */
  readonly valued: readonly string[];
}

/** `help check` as `check --help`, which the parser understands. */
export function withHelpAsOption(words: readonly string[]): readonly string[] {
  const at = commandAt(words);
  return words[at] === 'help' ? [...words.toSpliced(at, 1), '--help'] : words;
}

function commandAt(words: readonly string[]): number {
  return words.findIndex((word, at) => !word.startsWith('-') && words[at - 1] !== '--lang');
}

/** @param commands the names of all commands */
export function commandProblem(words: readonly string[], commands: readonly string[]): Text | undefined {
  const given = words[commandAt(words)];
  if (given === undefined || commands.includes(given)) return undefined;
  const meant = nearest(given, commands)[0];
  return {
    nb: `Det finnes ingen kommando ${given}.${meant === undefined ? '' : ` Mente du ${meant}?`}`,
    en: `There is no command ${given}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  };
}

/** What is wrong with the options of a known command. */
export function optionProblem(words: readonly string[], options: OptionNames): Text | undefined {
  const { known, repeatable, valued } = options;
  const given = new Set<string>();
  for (const [at, word] of words.entries()) {
    if (word === '--') break;
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined) continue;
    const option = inKebabCase(known.includes(name) ? name : name.replace(/^no-/, ''));
    if (!known.includes(option)) return unknownOption(name, known);
    if (given.has(option) && !repeatable.includes(option)) return givenTwice(option);
    given.add(option);
    const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[at + 1];
    if (valued.includes(option) && (value === undefined || /^(?:--.*)?$/.test(value))) return withoutValue(option);
  }
  return undefined;
}

function inKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function unknownOption(name: string, known: readonly string[]): Text {
  const meant = nearest(inKebabCase(name), known)[0];
  return {
    nb: `Det finnes ikke noe valg --${name}.${meant === undefined ? '' : ` Mente du --${meant}?`}`,
    en: `There is no option --${name}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`,
  };
}

function withoutValue(option: string): Text {
  return { nb: `--${option} mangler en verdi.`, en: `--${option} needs a value.` };
}

function givenTwice(option: string): Text {
  return {
    nb: `--${option} er oppgitt mer enn én gang. Behold bare den ene.`,
    en: `--${option} is given more than once. Keep only one.`,
  };
}
