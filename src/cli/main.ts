/** The command line: finds the command, runs it, and turns its outcome into an exit code. */
import process from 'node:process';
import yargs, { type Argv } from 'yargs';
import type { Language, Text } from '../catalogue/text.ts';
import { toolVersion } from '../pipeline/built-in.ts';
import {
  commandProblem,
  type OptionNames,
  optionProblem,
  withDashesHidden,
  withDashesShown,
  withHelpAsOption,
} from './argument-problems.ts';
import type { Command, CommandContext } from './command.ts';
import { COMMANDS } from './commands.ts';
import { COULD_NOT, describeFailure } from './failure.ts';
import { PARSER_WORDS } from './parser-words.ts';
import {
  askedLanguage,
  ignoreBrokenPipes,
  interruptSignal,
  systemLanguage,
  terminal,
  tuneEngine,
} from './surroundings.ts';

const WORDS = {
  usage: { nb: 'Bruk: katalogvakt <kommando>', en: 'Usage: katalogvakt <command>' },
  lang: { nb: 'språk: nb eller en', en: 'language: nb or en' },
  noCommand: {
    nb: 'Oppgi en kommando, for eksempel: katalogvakt check katalog.csv',
    en: 'Name a command, for example: katalogvakt check catalogue.csv',
  },
  seeHelp: { nb: 'Se katalogvakt --help.', en: 'See katalogvakt --help.' },
} as const satisfies Record<string, Text>;

class BadArguments extends Error {}

/** Thrown to leave yargs once the arguments are parsed: if it went on, it would lay out help that nobody asked for. */
class Understood extends Error {
  readonly run: () => Promise<number>;
  constructor(run: () => Promise<number>) {
    super('understood');
    this.run = run;
  }
}

async function main(words: readonly string[]): Promise<number> {
  const asked = askedLanguage(words);
  const locale = systemLanguage(process.env);
  const language = asked ?? locale;
  const context: CommandContext = {
    terminal: terminal(),
    currentFolder: process.cwd(),
    locale,
    ...(asked === undefined ? {} : { language: asked }),
    now: new Date(),
    signal: interruptSignal(),
  };
  try {
    return await runCommand(words, language, context);
  } catch (error) {
    if (error instanceof BadArguments) {
      context.terminal.err(`katalogvakt: ${error.message}\n${WORDS.seeHelp[language]}\n`);
      return COULD_NOT;
    }
    const failure = describeFailure(error, language, context.signal);
    context.terminal.err(failure.error);
    return failure.code;
  }
}

async function runCommand(words: readonly string[], language: Language, context: CommandContext): Promise<number> {
  const unknown = commandProblem(
    words,
    COMMANDS.map(({ name }) => name),
  );
  if (unknown !== undefined) throw new BadArguments(unknown[language]);
  let parser: Argv = yargs()
    .scriptName('katalogvakt')
    .locale(language)
    // Its type does not allow plural forms.
    .updateStrings(PARSER_WORDS[language] as unknown as Record<string, string>)
    .usage(WORDS.usage[language])
    .option('lang', { choices: ['nb', 'en', 'no', 'nn'] as const, describe: WORDS.lang[language], global: true })
    .version(toolVersion())
    .alias('h', 'help')
    .demandCommand(1, WORDS.noCommand[language])
    .strict()
    .wrap(Math.min(100, context.terminal.width))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      throw error ?? new BadArguments(message ?? '');
    });
  for (const command of COMMANDS) {
    const names = language === 'nb' ? (command.namesInNorwegian ?? {}) : {};
    parser = parser.command(
      command.usage.replace(/(?<=[<[])\w+/g, (name) => names[name] ?? name),
      command.describe[language],
      (own) => {
        const withOptions = withWords(own, command, names, language);
        const problem = optionProblem(words, optionsOf(withOptions));
        if (problem !== undefined) throw new BadArguments(problem[language]);
        return withOptions;
      },
      (options) => {
        throw new Understood(() => command.run(withDashesShown(withOwnNames(options, names)), context));
      },
    );
  }
  try {
    await parser.parse(withDashesHidden(words), {}, (_error, _options, shown) => {
      if (shown !== '') context.terminal.out(`${shown}\n`);
    });
    return 0;
  } catch (error) {
    if (error instanceof Understood) return error.run();
    throw error;
  }
}

type Names = Readonly<Record<string, string>>;

/** The parser with the command's arguments and options, in one language. */
function withWords(
  parser: Argv,
  { positionals = {}, options = {} }: Command<unknown>,
  names: Names,
  language: Language,
): Argv {
  for (const [name, { describe, ...settings }] of Object.entries(positionals))
    parser.positional(names[name] ?? name, { ...settings, describe: describe[language] });
  for (const [name, { describe, group, ...settings }] of Object.entries(options))
    parser.option(name, { ...settings, describe: describe[language], group: group?.[language] });
  return parser;
}

/** What was parsed, by the command's own names. */
function withOwnNames(options: object, names: Names): object {
  const given: Readonly<Record<string, unknown>> = { ...options };
  return { ...given, ...Object.fromEntries(Object.entries(names).map(([name, shown]) => [name, given[shown]])) };
}

/** The options that the parser knows; `getOptions` is not in its type. */
function optionsOf(parser: Argv): OptionNames {
  const { key, array, string, number } = (parser as unknown as ParserOptions).getOptions();
  return { known: Object.keys(key), repeatable: array, valued: [...string, ...number] };
}

interface ParserOptions {
  getOptions(): Readonly<Record<'array' | 'string' | 'number', readonly string[]>> & { readonly key: object };
}

tuneEngine();
ignoreBrokenPipes();
// Not awaited: modules loaded later may be in the same bundle file as imports of this one, and each would wait for the other.
void main(withHelpAsOption(process.argv.slice(2))).then((code) => {
  process.exitCode = code;
});
