/** The shape of a command: its arguments and options as data, and a function that returns an exit code. */
import type { Options, PositionalOptions } from 'yargs';
import type { Language, Text } from '../catalogue/text.ts';
import type { Terminal } from './surroundings.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly currentFolder: string;
  /** The system's language. */
  readonly locale: Language;
  /** What `--lang` asked for. */
  readonly language?: Language;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** As in yargs, with the texts in both languages. */
export type Positional = Omit<PositionalOptions, 'describe'> & { readonly describe: Text };
export type Option = Omit<Options, 'describe' | 'group'> & { readonly describe: Text; readonly group?: Text };

export interface Command<Given> {
  readonly name: string;
  /** In yargs' notation: `check <files..>`; the names are those of the positionals. */
  readonly usage: string;
  /** The names of the positionals in Norwegian help, where they differ. */
  readonly namesInNorwegian?: Readonly<Record<string, string>>;
  readonly describe: Text;
  readonly positionals?: Readonly<Record<string, Positional>>;
  readonly options?: Readonly<Record<string, Option>>;
  /** @returns the exit code */
  readonly run: (given: Given, context: CommandContext) => Promise<number>;
}

/** Erases the type of the arguments, so that all commands fit in one list. */
export function command<Given>(definition: Command<Given>): Command<unknown> {
  return definition as unknown as Command<unknown>;
}
