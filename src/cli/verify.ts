/** `katalogvakt verify` */
import { command } from './command.ts';
import { noAgreements } from './no-agreements.ts';

interface VerifyOptions {
  readonly what: string | undefined;
  readonly allowedSigners: string | undefined;
}

export default command<VerifyOptions>({
  name: 'verify',
  usage: 'verify [what]',
  namesInNorwegian: { what: 'hva' },
  describe: {
    nb: 'kontroller at alle filer i de godkjente versjonene er uendret, og at ingen versjon mangler',
    en: 'check that every file of the approved versions is unchanged, and that no version is missing',
  },
  positionals: {
    what: {
      type: 'string',
      describe: {
        nb: 'en avtale, eller en zip fra evidence (ellers alle avtaler her)',
        en: 'an agreement, or a zip file from evidence (default: all agreements here)',
      },
    },
  },
  options: {
    'allowed-signers': {
      type: 'string',
      describe: {
        nb: 'filen med SSH-nøklene som godtas (allowed_signers; ellers de som er lagret med versjonen)',
        en: 'the file of SSH keys to trust (allowed_signers; default: those stored with the version)',
      },
    },
  },
  async run({ what, allowedSigners }, context) {
    const { verified } = await import('../pipeline/verify.ts');
    const { verifiedText } = await import('../reporters/verified.ts');
    const { terminal, currentFolder } = context;
    let worst = 0;
    let told = false;
    for await (const { name, chain, language: own } of verified(what, allowedSigners, currentFolder)) {
      terminal.out(verifiedText(name, chain, context.language ?? own ?? context.locale));
      told = true;
      if (chain.faults.length > 0) worst = 1;
    }
    if (!told) throw noAgreements();
    return worst;
  },
});
