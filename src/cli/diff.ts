/** `katalogvakt diff OLD NEW` */
import { command } from './command.ts';
import { progressLine } from './progress.ts';
import { READING_OPTIONS, type ReadingOptions, readingOf } from './reading-options.ts';
import { withInputs } from './standard-input.ts';
import { THREADS, threadsOf } from './threads.ts';

interface DiffOptions extends ReadingOptions {
  readonly old: string;
  readonly new: string;
  readonly volumes: string | undefined;
  readonly report: string;
  readonly threads: number | undefined;
}

export default command<DiffOptions>({
  name: 'diff',
  usage: 'diff <old> <new>',
  namesInNorwegian: { old: 'gammel', new: 'ny' },
  describe: { nb: 'vis hva som er endret mellom to kataloger', en: 'show what changed between two catalogues' },
  positionals: {
    old: { type: 'string', demandOption: true, describe: { nb: 'den gamle katalogen', en: 'the old catalogue' } },
    new: { type: 'string', demandOption: true, describe: { nb: 'den nye katalogen', en: 'the new catalogue' } },
  },
  options: {
    volumes: { type: 'string', describe: { nb: 'mengdene som kjøpes i året', en: 'the quantities bought in a year' } },
    report: {
      choices: ['text', 'csv'] as const,
      default: 'text',
      describe: { nb: 'sammendrag, eller alle endringer som CSV', en: 'a summary, or every change as CSV' },
    },
    threads: THREADS,
    ...READING_OPTIONS,
  },
  async run(options, context) {
    const threads = threadsOf(options);
    const { newCrew } = await import('../pipeline/threads/crew.ts');
    const { diffCatalogues } = await import('../pipeline/diff.ts');
    const { withTemporaryFolder } = await import('../pipeline/rows/temporary-folder.ts');
    const { diffReport } = await import('../reporters/diff-text.ts');
    const { terminal } = context;
    const language = context.language ?? context.locale;
    const progress = progressLine(terminal, language, true);
    const given = [options.old, options.new];
    const compare = ([old = '', current = '']: readonly string[]) =>
      withTemporaryFolder(async (temporary) => {
        const around = { ...context, progress: progress.show };
        const crew = newCrew(threads, { signal: context.signal });
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
