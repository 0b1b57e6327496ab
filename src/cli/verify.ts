/** `katalogvakt verify` */
import { command } from './command.ts';
import { NO_AGREEMENTS } from './no-agreements.ts';

interface VerifyOptions {
  readonly what: string | undefined;
  readonly allowedSigners: string | undefined;
}

export default command<VerifyOptions>({
  name: 'verify',
  usage: 'verify [what]',
  namesInNorwegian: { what: 'hva' },
  describe: {
    nb: 'kontroller at de godkjente versjonene er uendret, fil for fil, og bygger på hverandre',
    en: 'check that the approved versions are unchanged, file by file, and follow each other',
  },
  positionals: {
    what: {
      type: 'string',
      describe: {
        nb: 'en avtale, eller en zip fra evidence (ellers alle avtaler her)',
        en: 'an agreement, or a zip of evidence (else all agreements here)',
      },
    },
  },
  options: {
    'allowed-signers': {
      type: 'string',
      describe: {
        nb: 'SSH-nøklene signaturene må være fra (allowed_signers; ellers de som ble lagret med versjonen)',
        en: 'the SSH keys that signatures must be from (allowed_signers; else those stored with the version)',
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
    if (!told) terminal.out(NO_AGREEMENTS[context.language ?? context.locale]);
    return worst;
  },
});
