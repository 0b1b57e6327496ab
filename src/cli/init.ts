/** `katalogvakt init [DIR]` */
import path from 'node:path';
import type { Text } from '../catalogue/text.ts';
import { command } from './command.ts';

interface InitOptions {
  readonly folder: string;
}

const WORDS = {
  made: { nb: 'Laget', en: 'Created' },
  next: {
    nb: [
      'Videre:',
      '  1. Fyll ut agreement.yaml og legg den avtalte prislisten i prices.csv.',
      '  2. Legg leverandørens fil i inbox.',
      '  3. katalogvakt check',
    ].join('\n'),
    en: [
      'Next:',
      '  1. Fill in agreement.yaml and put the agreed price list in prices.csv.',
      "  2. Put the supplier's file in inbox.",
      '  3. katalogvakt check',
    ].join('\n'),
  },
} as const satisfies Record<string, Text>;

export default command<InitOptions>({
  name: 'init',
  usage: 'init [folder]',
  namesInNorwegian: { folder: 'mappe' },
  describe: { nb: 'lag et tomt arbeidsområde', en: 'create an empty workspace' },
  positionals: {
    folder: {
      type: 'string',
      default: '.',
      describe: { nb: 'mappen som blir arbeidsområde', en: 'the folder that becomes a workspace' },
    },
  },
  async run({ folder }, context) {
    const { EXAMPLE_FOLDER, makeWorkspace } = await import('../pipeline/make-workspace.ts');
    const language = context.language ?? context.locale;
    const made = await makeWorkspace(path.resolve(context.currentFolder, folder), language, context.now);
    const shown = made.map((file) => `  ${path.join(folder, file)}`).join('\n');
    const file = language === 'nb' ? 'katalog.csv' : 'catalogue.csv';
    const inbox = path.join(folder, EXAMPLE_FOLDER[language], 'inbox', file);
    context.terminal.out(`${WORDS.made[language]}:\n${shown}\n\n${WORDS.next[language]} ${inbox}\n`);
    return 0;
  },
});
