/** `katalogvakt stats catalogs/**` */
import { command } from './command.ts';

interface StatsOptions {
  readonly folders: readonly string[];
  readonly runs: string | undefined;
  readonly report: 'csv' | 'html';
  readonly out: string | undefined;
}

export default command<StatsOptions>({
  name: 'stats',
  usage: 'stats <folders..>',
  namesInNorwegian: { folders: 'mapper' },
  describe: {
    nb: 'følg opp avtaler og leverandører over mange kjøringer',
    en: 'follow agreements and suppliers over many runs',
  },
  positionals: {
    folders: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: { nb: 'mapper med avtaler', en: 'folders of agreements' },
    },
  },
  options: {
    runs: {
      type: 'string',
      describe: { nb: 'mappen med kjøringene (ellers reports)', en: 'the folder of the runs (default: reports)' },
    },
    report: {
      choices: ['csv', 'html'] as const,
      default: 'csv',
      describe: {
        nb: 'en tabell for Power BI og Excel, eller en side med utviklingen',
        en: 'a table for Power BI and Excel, or a page with trends',
      },
    },
    out: {
      type: 'string',
      describe: { nb: 'filen den skrives til (ellers på skjermen)', en: 'the file to write to (default: print)' },
    },
  },
  async run({ folders, runs, report, out }, context) {
    const { stats } = await import('../pipeline/stats.ts');
    const { terminal, currentFolder } = context;
    const parts = await stats(folders, report, {
      language: context.language ?? context.locale,
      currentFolder,
      ...(runs === undefined ? {} : { runs }),
    });
    if (out === undefined) for await (const part of parts) terminal.out(part);
    else {
      const { writeBeside } = await import('../pipeline/rows/text-file.ts');
      await writeBeside(out, parts);
    }
    return 0;
  },
});
