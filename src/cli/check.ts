/** `katalogvakt check FILE…` */
import { OperationalError } from '../catalogue/error.ts';
import { ANNOTATED } from '../catalogue/own-marks.ts';
import type { Text } from '../catalogue/text.ts';
import type { CheckRequest } from '../pipeline/inputs/check-request.ts';
import type { CheckOrder } from '../pipeline/threads/check-order.ts';
import type { SideBySide } from '../pipeline/threads/side-by-side.ts';
import type { GithubStep } from '../reporters/github-step.ts';
import type { Result } from '../reporters/result.ts';
import { checkAgreements } from './check-agreements.ts';
import { type CommandContext, command } from './command.ts';
import { AS_OF, checkedDay } from './days.ts';
import { describeFailure, errorOf } from './failure.ts';
import { withKitOpened } from './opened-kit.ts';
import { progressLine } from './progress.ts';
import { READING_OPTIONS, type ReadingOptions, readingOf } from './reading-options.ts';
import { ALLOW_PLUGINS, RULE_SET, VOLUMES } from './shared-options.ts';
import { withInputs } from './standard-input.ts';
import { INTERRUPTED } from './surroundings.ts';
import { THREADS, threadsOf } from './threads.ts';

interface CheckOptions extends ReadingOptions {
  readonly files: readonly string[];
  readonly agreementOnly: boolean;
  readonly agreement: string | undefined;
  readonly previous: string | undefined;
  readonly rules: string | undefined;
  readonly volumes: string | undefined;
  readonly allowPlugins: boolean;
  readonly labelRegister: string | undefined;
  readonly out: string | undefined;
  readonly report: readonly string[] | undefined;
  readonly asOf: string | undefined;
  readonly allowPartly: boolean | undefined;
  readonly checkLinks: boolean;
  readonly privateLinks: boolean;
  readonly fix: boolean | undefined;
  readonly failOn: string;
  readonly threads: number | undefined;
  readonly quiet: boolean;
}

const WORDS = {
  noFiles: {
    nb: 'Oppgi en katalogfil, eller --agreement-only.',
    en: 'Name a catalogue file, or --agreement-only.',
  },
} as const satisfies Record<string, Text>;

export default command<CheckOptions>({
  name: 'check',
  usage: 'check [files..]',
  namesInNorwegian: { files: 'filer' },
  describe: {
    nb: 'kontroller kataloger mot avtalen og skriv godkjent katalog og rapport',
    en: 'check catalogues against the agreement; write the approved catalogue and a report',
  },
  positionals: {
    files: {
      type: 'string',
      array: true,
      default: [],
      describe: { nb: 'katalogfiler; - er standard inn', en: 'catalogue files; - is standard input' },
    },
  },
  options: {
    'agreement-only': {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'kontroller bare avtalen og filene den nevner',
        en: 'check only the agreement and the files it names',
      },
    },
    agreement: {
      type: 'string',
      describe: {
        nb: 'agreement.yaml (ellers den nærmeste over katalogen), eller settet fra kjøperen (.zip)',
        en: "agreement.yaml (default: the nearest above the catalogue), or the buyer's kit (.zip)",
      },
    },
    previous: {
      type: 'string',
      describe: { nb: 'versjonen som ble godkjent sist', en: 'the previously approved version' },
    },
    volumes: VOLUMES,
    rules: RULE_SET,
    'allow-plugins': ALLOW_PLUGINS,
    'label-register': {
      type: 'string',
      describe: {
        nb: 'register over lisenser for miljømerker, CSV eller XLSX',
        en: 'register of eco-label licences, CSV or XLSX',
      },
    },
    out: {
      type: 'string',
      describe: { nb: 'mappe for kjøringene (ellers reports)', en: 'folder for the runs (default: reports)' },
    },
    report: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: {
        nb: 'rapporten som skrives på skjermen (ellers et sammendrag)',
        en: 'the report to print (default: a summary)',
      },
    },
    'as-of': AS_OF,
    'allow-partly': {
      type: 'boolean',
      describe: {
        nb: 'delvis godkjent er godt nok (sluttkode 0)',
        en: 'a partly approved catalogue passes (exit code 0)',
      },
    },
    'check-links': {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'åpne lenkene i katalogen og si fra om dem som ikke virker',
        en: 'open the links in the catalogue and report those that do not work',
      },
    },
    'private-links': {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'med --check-links: også adresser i eget nett',
        en: 'with --check-links: addresses in private networks too',
      },
    },
    fix: {
      type: 'boolean',
      describe: {
        nb: 'rett, i en kopi, det som bare har ett riktig svar (mellomrom, ødelagte bokstaver, enheter, datoer …)',
        en: 'fix, in a copy, what has only one right answer (spaces, garbled letters, units, dates …)',
      },
    },
    'fail-on': {
      choices: ['error', 'warning'] as const,
      default: 'error',
      describe: { nb: 'sluttkode 1 også ved advarsler', en: 'exit code 1 for warnings too' },
    },
    threads: THREADS,
    quiet: { type: 'boolean', default: false, describe: { nb: 'skriv ingenting på skjermen', en: 'print nothing' } },
    ...READING_OPTIONS,
  },
  run: (options, context) => withKitOpened(options, context, (opened) => checkFiles(opened, context)),
});

async function checkFiles(options: CheckOptions, context: CommandContext): Promise<number> {
  if (options.agreementOnly) return checkAgreements(options, context);
  if (options.files.length === 0) throw new OperationalError(WORDS.noFiles);
  // An unknown report is an error before the work begins, not after it.
  if (options.report !== undefined) {
    const { requireReport } = await import('../reporters/index.ts');
    for (const name of options.report) requireReport(name);
  }
  const threads = threadsOf(options);
  const { newSideBySide } = await import('../pipeline/threads/side-by-side.ts');
  const { signal } = context;
  const several = options.files.length > 1;
  const progress = progressLine(context.terminal, context.language ?? context.locale, !options.quiet);
  const catalogues = newSideBySide(threads, options.files.length, {
    signal,
    progress: several ? () => {} : progress.show,
  });
  const step = options.report?.includes('github') ? await stepOf(options.files.length) : undefined;
  let worst = 0;
  try {
    const runs = options.files.map((file) => checkFile(file, options, context, catalogues, step?.share));
    for (const [done, run] of runs.entries()) {
      if (several) progress.showCatalogues(done, runs.length);
      const { text, error, code } = await run;
      progress.clear();
      context.terminal.out(step?.fit(text) ?? text);
      // Ctrl-C stops every catalogue: the message is printed once.
      if (code !== INTERRUPTED || worst !== INTERRUPTED) context.terminal.err(error);
      worst = Math.max(worst, code);
    }
  } finally {
    await catalogues.end();
  }
  if (step !== undefined) context.terminal.out(step.rest(context.language ?? context.locale));
  return worst;
}

async function stepOf(catalogues: number): Promise<GithubStep> {
  const { githubStep } = await import('../reporters/github-step.ts');
  return githubStep(catalogues);
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
  catalogues: SideBySide,
  annotations: number | undefined,
): Promise<Printed> {
  const { signal } = context;
  try {
    const answer = await withInputs([file], signal, ([path = file]) =>
      catalogues.check(orderOf(path, options, context, annotations)),
    );
    if (answer.failed) return { text: '', ...describeFailure(errorOf(answer.failure), answer.language, signal) };
    const { result, told } = answer;
    const headed = options.files.length > 1 && !options.quiet;
    return {
      text: headed ? `== ${result.catalogue.file} ==\n${told}` : told,
      error: '',
      code: exitCode(result, options),
    };
  } catch (error) {
    return { text: '', ...describeFailure(error, context.language ?? context.locale, signal) };
  }
}

function orderOf(
  file: string,
  options: CheckOptions,
  context: CommandContext,
  annotations: number | undefined,
): CheckOrder {
  const { terminal, currentFolder, locale, now } = context;
  const { colour, width } = terminal;
  const reports = options.quiet ? [] : printed(options.report ?? []);
  const style = { colour, width, ...(annotations === undefined ? {} : { annotations }) };
  return { request: requestOf(file, options, context), currentFolder, locale, now, reports, style };
}

/** A report that is a file prints nothing, so the summary is printed instead. */
function printed(asked: readonly string[]): readonly string[] {
  const reports = asked.filter((name) => name !== ANNOTATED);
  return reports.length === 0 ? ['text'] : reports;
}

function requestOf(file: string, options: CheckOptions, context: CommandContext): CheckRequest {
  const {
    agreement,
    previous,
    rules,
    volumes,
    labelRegister,
    out,
    asOf,
    allowPartly,
    allowPlugins,
    checkLinks,
    privateLinks,
    fix,
  } = options;
  return {
    file,
    reading: readingOf(options),
    ...(agreement === undefined ? {} : { agreement }),
    ...(previous === undefined ? {} : { previous }),
    ...(rules === undefined ? {} : { rules }),
    ...(volumes === undefined ? {} : { volumes }),
    allowPlugins,
    ...(labelRegister === undefined ? {} : { labelRegister }),
    ...(out === undefined ? {} : { out }),
    ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
    ...(allowPartly === undefined ? {} : { allowPartly }),
    ...(options.report?.includes(ANNOTATED) === true ? { annotated: true } : {}),
    ...(checkLinks ? { checkLinks: privateLinks ? 'anywhere' : 'public' } : {}),
    ...(fix === undefined ? {} : { fix }),
    ...(context.language === undefined ? {} : { language: context.language }),
  };
}

/** The outcome decides, never a report. */
function exitCode(result: Result, { failOn }: CheckOptions): number {
  const { outcome, findings, ruleSet } = result;
  if (outcome === 'refused' || (outcome === 'partly' && !ruleSet.allowPartly)) return 1;
  return failOn === 'warning' && findings.warning > 0 ? 1 : 0;
}
