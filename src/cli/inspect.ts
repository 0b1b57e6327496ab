/** `katalogvakt inspect FILE` */
import { relative, resolve } from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { command } from './command.ts';
import { READING_OPTIONS, type ReadingOptions, readingOf } from './reading-options.ts';
import { withInputs } from './standard-input.ts';

interface InspectOptions extends ReadingOptions {
  readonly file: string;
  readonly save: boolean;
  readonly force: boolean;
}

const WORDS = {
  saved: { nb: 'Lagret', en: 'Saved' },
} as const satisfies Record<string, Text>;

export default command<InspectOptions>({
  name: 'inspect',
  usage: 'inspect <file>',
  namesInNorwegian: { file: 'fil' },
  describe: {
    nb: 'vis hvordan filen ble forstått, kolonne for kolonne',
    en: 'show how the file was understood, column by column',
  },
  positionals: {
    file: {
      type: 'string',
      demandOption: true,
      describe: { nb: 'katalogfil; - er standard inn', en: 'catalogue file; - is standard input' },
    },
  },
  options: {
    save: {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'lagre dette som mapping.yaml ved siden av avtalen, så ingenting gjettes neste gang',
        en: 'save this as mapping.yaml beside the agreement, so that nothing is guessed next time',
      },
    },
    force: {
      type: 'boolean',
      default: false,
      describe: { nb: 'skriv over en mapping.yaml som finnes', en: 'overwrite a mapping.yaml that exists' },
    },
    ...READING_OPTIONS,
  },
  async run(options, context) {
    const { inspectFile } = await import('../pipeline/inspect.ts');
    const { describeUnderstanding } = await import('../reporters/understanding.ts');
    const language = context.language ?? context.locale;
    const reading = readingOf(options);
    if (options.save && options.file === '-') throw nowhereToSave();
    const { understanding, understood, path } = await withInputs([options.file], context.signal, ([file = '']) =>
      inspectFile(file, reading, context),
    );
    context.terminal.out(describeUnderstanding(understanding, language));
    if (!options.save) return 0;
    const { mappingFileText } = await import('../mapping/write-mapping-file.ts');
    const { saveMapping } = await import('../pipeline/inputs/save-mapping.ts');
    const saved = await saveMapping(path, mappingFileText(understood, language), options.force);
    const shown = relative(context.currentFolder, resolve(context.currentFolder, saved));
    context.terminal.out(`${WORDS.saved[language]} ${shown}\n`);
    return 0;
  },
});

/** The mapping is saved beside the file's agreement, and standard input has none. */
function nowhereToSave(): OperationalError {
  return new OperationalError({
    nb: '--save trenger en fil: det som kommer på standard inn (-), hører ikke til noen avtale.',
    en: '--save needs a file: what comes on standard input (-) belongs to no agreement.',
  });
}
