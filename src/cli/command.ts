/** The shape of a command: yargs sees the options, the rest is a function that returns an exit code. */
import type { Argv } from 'yargs';
import type { Language, Text } from '../catalogue/text.ts';
import type { Terminal } from './surroundings.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly currentFolder: string;
  /** Where nothing else says which. */
  readonly locale: Language;
  /** What `--lang` asked for. */
  readonly language?: Language;
  readonly now: Date;
  readonly signal: AbortSignal;
}

export interface Command<Options> {
  readonly name: string;
  /** As the parser writes it: `check <files..>`; the names are those of the options. */
  readonly usage: string;
  /** What help calls them in Norwegian, where that is another word. */
  readonly namesInNorwegian?: Readonly<Record<string, string>>;
  readonly describe: Text;
  readonly options: (yargs: Argv, language: Language) => Argv<Options>;
  /** @returns the exit code */
  readonly run: (options: Options, context: CommandContext) => Promise<number>;
}

/** Erases the options' type once the command is whole, so that commands can stand in one list. */
export function command<Options>(definition: Command<Options>): Command<unknown> {
  return definition as unknown as Command<unknown>;
}
