/** `katalogvakt verify` */
import type { Text } from '../catalogue/text.ts';
import { NO_AGREEMENTS } from './agreement-words.ts';
import { command } from './command.ts';

interface VerifyOptions {
  readonly what: string | undefined;
  readonly allowedSigners: string | undefined;
}

const WORDS = {
  what: {
    nb: 'en avtale, eller en zip fra evidence (ellers alle avtaler her)',
    en: 'an agreement, or a zip of evidence (else all agreements here)',
  },
  allowedSigners: {
    nb: 'SSH-nøklene signaturene må være fra (allowed_signers; ellers de som ble lagret med versjonen)',
    en: 'the SSH keys that signatures must be from (allowed_signers; else those stored with the version)',
  },
} as const satisfies Record<string, Text>;

export default command<VerifyOptions>({
  name: 'verify',
  usage: 'verify [what]',
  namesInNorwegian: { what: 'hva' },
  describe: {
    nb: 'kontroller at de godkjente versjonene er uendret, fil for fil, og bygger på hverandre',
    en: 'check that the approved versions are unchanged, file by file, and follow each other',
  },
  options: (yargs, language) =>
    yargs
      .positional('what', { type: 'string', describe: WORDS.what[language] })
      .option('allowed-signers', { type: 'string', describe: WORDS.allowedSigners[language] }) as never,
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
