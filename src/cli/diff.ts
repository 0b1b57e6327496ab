/** `katalogvakt diff OLD NEW` */
import type { Text } from '../catalogue/text.ts';
import { command } from './command.ts';
import { progressLine } from './progress.ts';
import { type ReadingOptions, readingOf, readingOptions } from './reading-options.ts';
import { withInputs } from './standard-input.ts';
import { THREADS, threadsOf } from './threads.ts';

interface DiffOptions extends ReadingOptions {
  readonly old: string;
  readonly new: string;
  readonly volumes: string | undefined;
  readonly report: string;
  readonly threads: number | undefined;
}

const WORDS = {
  old: { nb: 'den gamle katalogen', en: 'the old catalogue' },
  new: { nb: 'den nye katalogen', en: 'the new catalogue' },
  volumes: { nb: 'mengdene som kjøpes i året', en: 'how much is bought a year' },
  report: { nb: 'sammendrag, eller alle endringer som CSV', en: 'a summary, or every change as CSV' },
} as const satisfies Record<string, Text>;

export default command<DiffOptions>({
  name: 'diff',
  usage: 'diff <old> <new>',
  namesInNorwegian: { old: 'gammel', new: 'ny' },
  describe: { nb: 'vis hva som er endret mellom to kataloger', en: 'show what changed between two catalogues' },
  options: (yargs, language) =>
    readingOptions(
      yargs
        .positional('old', { type: 'string', demandOption: true, describe: WORDS.old[language] })
        .positional('new', { type: 'string', demandOption: true, describe: WORDS.new[language] })
        .option('volumes', { type: 'string', describe: WORDS.volumes[language] })
        .option('report', { choices: ['text', 'csv'] as const, default: 'text', describe: WORDS.report[language] })
        .option('threads', { type: 'number', describe: THREADS[language] }),
      language,
    ) as never,
  async run(options, context) {
    const threads = threadsOf(options);
    const { newCrew } = await import('../pipeline/crew.ts');
    const { diffCatalogues } = await import('../pipeline/diff.ts');
    const { withTemporaryFolder } = await import('../pipeline/temporary-folder.ts');
    const { diffReport } = await import('../reporters/diff-text.ts');
    const { terminal } = context;
    const language = context.language ?? context.locale;
    const progress = progressLine(terminal, language, true);
    const given = [options.old, options.new];
    const compare = ([old = '', current = '']: readonly string[]) =>
      withTemporaryFolder(async (temporary) => {
        const around = { ...context, progress: progress.show };
        const crew = newCrew(threads);
        const { totals, changes } = await diffCatalogues(
          { old, current, volumes: options.volumes, reading: readingOf(options) },
          temporary,
          around,
          crew,
        );
        progress.clear();
        const style = { language, colour: terminal.colour, width: terminal.width };
        for await (const part of diffReport(totals, changes, options.report, style)) terminal.out(part);
        const { added, removed, changed, renumbered, duplicateKeys } = totals;
        return added + removed + changed + renumbered + duplicateKeys === 0 ? 0 : 1;
      });
    return withInputs(given, context.signal, compare);
  },
});
