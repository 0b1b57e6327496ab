/** `katalogvakt rollback AGREEMENT VERSION` */
import type { Text } from '../catalogue/text.ts';
import { AGREEMENT } from './agreement-words.ts';
import { approvedText, BY, SIGN } from './approve.ts';
import { command } from './command.ts';
import { ownProcess } from './surroundings.ts';

interface RollbackOptions {
  readonly agreement: string;
  readonly number: string;
  readonly by: string;
  readonly reason: string;
  readonly sign: string | undefined;
}

const WORDS = {
  number: { nb: 'nummeret på versjonen det gås tilbake til', en: 'the number of the version to go back to' },
  reason: { nb: 'hvorfor', en: 'why' },
} as const satisfies Record<string, Text>;

export default command<RollbackOptions>({
  name: 'rollback',
  usage: 'rollback <agreement> <number>',
  namesInNorwegian: { agreement: 'avtale', number: 'versjon' },
  describe: {
    nb: 'gå tilbake til en tidligere versjon: den lagres på nytt, som den nyeste',
    en: 'go back to an earlier version: it is stored once more, as the newest',
  },
  options: (yargs, language) =>
    yargs
      .positional('agreement', { type: 'string', demandOption: true, describe: AGREEMENT[language] })
      .positional('number', { type: 'string', demandOption: true, describe: WORDS.number[language] })
      .option('by', { type: 'string', demandOption: true, describe: BY[language] })
      .option('reason', { type: 'string', demandOption: true, describe: WORDS.reason[language] })
      .option('sign', { type: 'string', describe: SIGN[language] }) as never,
  async run({ agreement, number, by, reason, sign }, context) {
    const { agreementFolderOf } = await import('../pipeline/named-agreement.ts');
    const { rollBack } = await import('../pipeline/rollback.ts');
    let language = context.language ?? context.locale;
    const answer = await rollBack(
      {
        folder: await agreementFolderOf(agreement, context.currentFolder),
        to: number.padStart(4, '0'),
        by,
        reason,
        key: sign,
      },
      {
        ...context,
        own: ownProcess(),
        speaks: (spoken) => {
          language = context.language ?? spoken;
        },
      },
    );
    context.terminal.out(approvedText(answer, context.currentFolder, language));
    return answer.kind === 'approved' ? 0 : 1;
  },
});
