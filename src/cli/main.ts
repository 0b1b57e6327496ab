/** The command line: finds the command, runs it, and turns its outcome into an exit code. */
import process from 'node:process';
import yargs, { type Argv } from 'yargs';
import type { Language, Text } from '../catalogue/text.ts';
import { toolVersion } from '../pipeline/built-in.ts';
import check from './check.ts';
import type { Command, CommandContext } from './command.ts';
import convert from './convert.ts';
import diff from './diff.ts';
import { COULD_NOT, describeFailure } from './failure.ts';
import init from './init.ts';
import inspect from './inspect.ts';
import rules from './rules.ts';
import { askedLanguage, ignoreBrokenPipes, interruptSignal, systemLanguage, terminal } from './surroundings.ts';

const COMMANDS: readonly Command<unknown>[] = [check, diff, inspect, convert, rules, init];

const WORDS = {
  usage: { nb: 'Bruk: katalogvakt <kommando>', en: 'Usage: katalogvakt <command>' },
  lang: { nb: 'språk: nb eller en', en: 'language: nb or en' },
  noCommand: {
    nb: 'Si hva som skal gjøres, for eksempel: katalogvakt check katalog.csv',
    en: 'Say what to do, for example: katalogvakt check catalogue.csv',
  },
  seeHelp: { nb: 'Se katalogvakt --help.', en: 'See katalogvakt --help.' },
} as const satisfies Record<string, Text>;

class BadArguments extends Error {}

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
  let run: (() => Promise<number>) | undefined;
  let parser: Argv = yargs()
    .scriptName('katalogvakt')
    .locale(language)
    .usage(WORDS.usage[language])
    .option('lang', { choices: ['nb', 'en'] as const, describe: WORDS.lang[language], global: true })
    .version(toolVersion())
    .alias('h', 'help')
    .demandCommand(1, WORDS.noCommand[language])
    .strict()
    .recommendCommands()
    .wrap(Math.min(100, context.terminal.width))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      throw error ?? new BadArguments(message ?? '');
    });
  for (const command of COMMANDS) {
    parser = parser.command(
      command.usage,
      command.describe[language],
      (own) => command.options(own, language) as Argv,
      (options) => {
        run = () => command.run(options, context);
      },
    );
  }
  let shown = '';
  await parser.parse([...words], {}, (_error, _options, output) => {
    shown = output;
  });
  if (shown !== '') context.terminal.out(`${shown}\n`);
  return run === undefined ? 0 : run();
}

ignoreBrokenPipes();
process.exitCode = await main(process.argv.slice(2));
