/** `katalogvakt check FILE…` */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import type { CheckedCatalogue } from '../pipeline/check.ts';
import type { CheckRequest } from '../pipeline/load-inputs.ts';
import type { Result } from '../reporters/result.ts';
import { type CommandContext, command } from './command.ts';
import { describeFailure } from './failure.ts';
import { progressLine } from './progress.ts';
import { type ReadingOptions, readingOf, readingOptions } from './reading-options.ts';
import { type SpooledInput, spooledInput } from './standard-input.ts';
import { checkedDay } from './surroundings.ts';

interface CheckOptions extends ReadingOptions {
  readonly files: readonly string[];
  readonly agreement: string | undefined;
  readonly previous: string | undefined;
  readonly rules: string | undefined;
  readonly out: string | undefined;
  readonly report: readonly string[] | undefined;
  readonly asOf: string | undefined;
  readonly allowPartly: boolean | undefined;
  readonly failOn: string;
  readonly threads: number | undefined;
  readonly quiet: boolean;
}

const WORDS = {
  files: { nb: 'katalogfiler; - er standard inn', en: 'catalogue files; - is standard input' },
  agreement: {
    nb: 'agreement.yaml (ellers den nærmeste over katalogen)',
    en: 'agreement.yaml (else the nearest above the catalogue)',
  },
  previous: { nb: 'versjonen som ble godkjent sist', en: 'the version approved last' },
  rules: { nb: 'regelsett: fil eller katalogvakt:recommended', en: 'rule set: a file or katalogvakt:recommended' },
  out: { nb: 'mappe for kjøringene (ellers reports)', en: 'folder for the runs (else reports)' },
  report: { nb: 'hva som skrives på skjermen', en: 'what is printed' },
  asOf: { nb: 'dagen kontrollen gjelder, 2026-01-31', en: 'the day the check is for, 2026-01-31' },
  allowPartly: {
    nb: 'delvis godkjent er godt nok (sluttkode 0)',
    en: 'a partly approved catalogue is a pass (exit code 0)',
  },
  failOn: { nb: 'sluttkode 1 også ved advarsler', en: 'exit code 1 for warnings too' },
  threads: {
    nb: 'tråder som deler arbeidet med store filer (ellers én per kjerne, høyst 8)',
    en: 'threads that share the work on large files (else one per core, at most 8)',
  },
  quiet: { nb: 'skriv ingenting på skjermen', en: 'print nothing' },
} as const satisfies Record<string, Text>;

export default command<CheckOptions>({
  name: 'check',
  usage: 'check <files..>',
  namesInNorwegian: { files: 'filer' },
  describe: {
    nb: 'kontroller kataloger mot avtalen og skriv godkjent katalog og rapport',
    en: 'check catalogues against the agreement; write the approved catalogue and a report',
  },
  options: (yargs, language) =>
    readingOptions(
      yargs
        .positional('files', { type: 'string', array: true, demandOption: true, describe: WORDS.files[language] })
        .option('agreement', { type: 'string', describe: WORDS.agreement[language] })
        .option('previous', { type: 'string', describe: WORDS.previous[language] })
        .option('rules', { type: 'string', describe: WORDS.rules[language] })
        .option('out', { type: 'string', describe: WORDS.out[language] })
        .option('report', { type: 'string', array: true, nargs: 1, describe: WORDS.report[language] })
        .option('as-of', { type: 'string', describe: WORDS.asOf[language] })
        .option('allow-partly', { type: 'boolean', describe: WORDS.allowPartly[language] })
        .option('fail-on', {
          choices: ['error', 'warning'] as const,
          default: 'error',
          describe: WORDS.failOn[language],
        })
        .option('threads', { type: 'number', describe: WORDS.threads[language] })
        .option('quiet', { type: 'boolean', default: false, describe: WORDS.quiet[language] }),
      language,
    ) as never,
  run: checkFiles,
});

/** Files side by side: while one waits for the disk another one works. */
const SIDE_BY_SIDE = 2;

async function checkFiles(options: CheckOptions, context: CommandContext): Promise<number> {
  // A report that does not exist is told before the work, not after it.
  const { reporterNamed } = await import('../reporters/index.ts');
  for (const name of options.report ?? []) reporterNamed(name);
  const { default: pLimit } = await import('p-limit');
  const limit = pLimit(SIDE_BY_SIDE);
  const several = options.files.length > 1;
  const runs = options.files.map((file) => limit(() => checkFile(file, options, context, several)));
  let worst = 0;
  for (const run of runs) {
    const { text, error, code } = await run;
    context.terminal.out(text);
    context.terminal.err(error);
    worst = Math.max(worst, code);
  }
  return worst;
}

interface Printed {
  readonly text: string;
  readonly error: string;
  readonly code: number;
}

async function checkFile(
  file: string,
  options: CheckOptions,
  context: CommandContext,
  several: boolean,
): Promise<Printed> {
  let language = context.language ?? context.locale;
  const progress = progressLine(context.terminal, !several && !options.quiet);
  let input: SpooledInput | undefined;
  try {
    input = file === '-' ? await spooledInput(context.signal) : undefined;
    const { checkCatalogue } = await import('../pipeline/check.ts');
    const checked = await checkCatalogue(requestOf(input?.path ?? file, options, context), {
      currentFolder: context.currentFolder,
      locale: context.locale,
      now: context.now,
      signal: context.signal,
      progress: progress.show,
      speaks: (spoken) => {
        language = spoken;
      },
    });
    progress.clear();
    return {
      text: await printed(checked, options, context, several),
      error: '',
      code: exitCode(checked.result, options),
    };
  } catch (error) {
    progress.clear();
    return { text: '', ...describeFailure(error, language, context.signal) };
  } finally {
    await input?.remove();
  }
}

function requestOf(file: string, options: CheckOptions, context: CommandContext): CheckRequest {
  const { agreement, previous, rules, out, asOf, allowPartly } = options;
  return {
    file,
    reading: readingOf(options),
    ...(agreement === undefined ? {} : { agreement }),
    ...(previous === undefined ? {} : { previous }),
    ...(rules === undefined ? {} : { rules }),
    ...(out === undefined ? {} : { out }),
    ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
    ...(allowPartly === undefined ? {} : { allowPartly }),
    threads: threadsOf(options),
    ...(context.language === undefined ? {} : { language: context.language }),
  };
}

const MOST_THREADS = 8;

/** Files that are checked side by side share the threads. @throws OperationalError for what is no number of threads */
function threadsOf({ threads = Math.min(availableParallelism(), MOST_THREADS), files }: CheckOptions): number {
  if (Number.isSafeInteger(threads) && threads >= 1) return Math.ceil(threads / Math.min(files.length, SIDE_BY_SIDE));
  throw new OperationalError({
    nb: '--threads må være et helt tall fra 1 og oppover.',
    en: '--threads must be a whole number from 1 up.',
  });
}

/** The outcome decides, never a report. */
function exitCode(result: Result, { failOn }: CheckOptions): number {
  const { outcome, findings, ruleSet } = result;
  if (outcome === 'refused' || (outcome === 'partly' && !ruleSet.allowPartly)) return 1;
  return failOn === 'warning' && findings.warning > 0 ? 1 : 0;
}

async function printed(
  { result, folder }: CheckedCatalogue,
  { quiet, report }: CheckOptions,
  { terminal, currentFolder }: CommandContext,
  several: boolean,
): Promise<string> {
  if (quiet) return '';
  const { storedRun } = await import('../pipeline/stored-run.ts');
  const { reporterNamed } = await import('../reporters/index.ts');
  const style = {
    language: result.language,
    colour: terminal.colour,
    width: terminal.width,
    folder: path.relative(currentFolder, folder) || folder,
  };
  let text = several ? `== ${result.catalogue.file} ==\n` : '';
  for (const name of report ?? ['text']) {
    for await (const part of reporterNamed(name).render(storedRun(folder, result), style)) text += part;
  }
  return text;
}
