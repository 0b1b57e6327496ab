/** `katalogvakt kit AGREEMENT [OUT]` */
import { command } from './command.ts';
import { ALLOW_PLUGINS, REQUIRED_AGREEMENT } from './shared-options.ts';

interface KitOptions {
  readonly agreement: string;
  readonly out: string | undefined;
  readonly allowPlugins: boolean;
}

const DONE = {
  nb: (file: string, files: number) =>
    `${file}: ${files} filer. Send den til leverandøren, som bruker den slik: katalogvakt check KATALOG --agreement ${file}\n`,
  en: (file: string, files: number) =>
    `${file}: ${files} files. Send it to the supplier, who uses it like this: katalogvakt check CATALOGUE --agreement ${file}\n`,
};

const LEFT_OUT = {
  nb: (rules: string) => `Ikke med, fordi de er kode: ${rules}. Leverandøren kan ikke kontrollere dem på forhånd.\n`,
  en: (rules: string) => `Left out because they are code: ${rules}. The supplier cannot check these in advance.\n`,
};

export default command<KitOptions>({
  name: 'kit',
  usage: 'kit <agreement> [out]',
  namesInNorwegian: { agreement: 'avtale', out: 'fil' },
  describe: {
    nb: 'lag et sett til leverandøren: vilkår, avtalte priser og regler i én fil',
    en: 'make a kit for the supplier: terms, agreed prices and rules in one file',
  },
  positionals: {
    agreement: REQUIRED_AGREEMENT,
    out: { type: 'string', describe: { nb: 'zip-filen som lages', en: 'the zip file to make' } },
  },
  options: { 'allow-plugins': ALLOW_PLUGINS },
  async run({ agreement: named, out, allowPlugins }, context) {
    const { agreementFileOf } = await import('../pipeline/inputs/named-agreement.ts');
    const { makeKit } = await import('../pipeline/make-kit.ts');
    const agreement = await agreementFileOf(named, context.currentFolder);
    const made = await makeKit(
      { agreement, allowPlugins, ...(out === undefined ? {} : { out }) },
      context.currentFolder,
    );
    const language = context.language ?? made.agreement.agreement.language ?? context.locale;
    context.terminal.out(DONE[language](made.file, made.manifest.files.length));
    const { leftOut } = made.manifest;
    if (leftOut.length > 0) context.terminal.err(LEFT_OUT[language](leftOut.join(', ')));
    return 0;
  },
});
