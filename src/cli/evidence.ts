/** `katalogvakt evidence VERSION` */
import path from 'node:path';
import { command } from './command.ts';

interface EvidenceOptions {
  readonly number: string;
  readonly out: string | undefined;
}

const DONE = {
  nb: (file: string) => `Skrevet: ${file}. Kontrolleres med: katalogvakt verify ${file}\n`,
  en: (file: string) => `Written: ${file}. To check it: katalogvakt verify ${file}\n`,
} as const;

export default command<EvidenceOptions>({
  name: 'evidence',
  usage: 'evidence <number>',
  namesInNorwegian: { number: 'versjon' },
  describe: {
    nb: 'pakk en godkjent versjon med alt den bygger på, i én zip-fil',
    en: 'pack an approved version and everything it is based on into one zip file',
  },
  positionals: {
    number: {
      type: 'string',
      demandOption: true,
      describe: {
        nb: 'versjonen: mappen, eller avtale og nummer, slik som kontor-renhold/0002',
        en: 'the version: its folder, or agreement and number, such as kontor-renhold/0002',
      },
    },
  },
  options: {
    out: {
      type: 'string',
      describe: {
        nb: 'zip-filen (ellers kontor-renhold-0002.zip her)',
        en: 'the zip file (default: kontor-renhold-0002.zip here)',
      },
    },
  },
  async run({ number: named, out }, context) {
    const { versionNamed } = await import('../pipeline/inputs/named-agreement.ts');
    const { evidenceOf } = await import('../pipeline/evidence.ts');
    const { currentFolder, terminal } = context;
    const { folder, number } = await versionNamed(named, currentFolder);
    const file = out ?? `${path.basename(folder)}-${number}.zip`;
    await evidenceOf(folder, number, path.resolve(currentFolder, file));
    terminal.out(DONE[context.language ?? context.locale](file));
    return 0;
  },
});
