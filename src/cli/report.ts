/** `katalogvakt report RUN` */
import { OperationalError } from '../catalogue/error.ts';
import { ANNOTATED } from '../catalogue/own-marks.ts';
import type { Text } from '../catalogue/text.ts';
import { command } from './command.ts';
import { RUN } from './shared-options.ts';

interface ReportOptions {
  readonly run: string;
  readonly report: readonly string[] | undefined;
  readonly out: string | undefined;
  readonly catalogue: string | undefined;
}

const WORDS = {
  outForOne: {
    nb: 'Med --out skrives annotated til en fil og deviation-notice til en mappe: kjør kommandoen én gang for hver rapport.',
    en: 'With --out, annotated is written to a file and deviation-notice to a folder: run the command once for each report.',
  },
} as const satisfies Record<string, Text>;

export default command<ReportOptions>({
  name: 'report',
  usage: 'report <run>',
  namesInNorwegian: { run: 'kjøring' },
  describe: {
    nb: 'skriv rapporten fra en kjøring på nytt, i en annen form eller på et annet språk',
    en: 'render the report of a run again, in another format or language',
  },
  positionals: { run: RUN },
  options: {
    report: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: { nb: 'rapporten; kan gjentas', en: 'the report; can be repeated' },
    },
    out: {
      type: 'string',
      describe: {
        nb: 'filen den skrives til (ellers på skjermen); for deviation-notice: mappen (ellers kjøringens)',
        en: 'the file to write to (default: print); for deviation-notice: the folder (default: that of the run)',
      },
    },
    catalogue: {
      type: 'string',
      describe: {
        nb: 'for annotated: katalogen, hvis den er flyttet',
        en: 'for annotated: the catalogue, if it has been moved',
      },
    },
  },
  async run({ run, report = ['text'], out, catalogue }, context) {
    const { renderAgain } = await import('../pipeline/writing/render-again.ts');
    const { NOTICE } = await import('../reporters/index.ts');
    const areFiles = report.includes(ANNOTATED) || report.includes(NOTICE);
    if (areFiles && out !== undefined && report.length > 1) throw new OperationalError(WORDS.outForOne);
    const { terminal, currentFolder, language } = context;
    const style = { colour: out === undefined && terminal.colour, width: terminal.width };
    const parts = renderAgain({
      run,
      reports: report,
      style,
      currentFolder,
      ...(language === undefined ? {} : { language }),
      ...(out === undefined ? {} : { out }),
      ...(catalogue === undefined ? {} : { catalogue }),
    });
    if (out === undefined || areFiles) for await (const part of parts) terminal.out(part);
    else {
      const { writeBeside } = await import('../pipeline/rows/text-file.ts');
      await writeBeside(out, parts);
    }
    return 0;
  },
});
