/** `katalogvakt rollback AGREEMENT VERSION` */
import { answerLanguage } from './answer-language.ts';
import { approvedText } from './approved-text.ts';
import { command } from './command.ts';
import { toldIn } from './failure.ts';
import { APPROVER, REQUIRED_AGREEMENT, SIGN } from './shared-options.ts';
import { ownProcess } from './surroundings.ts';

interface RollbackOptions {
  readonly agreement: string;
  readonly number: string;
  readonly by: string;
  readonly reason: string;
  readonly sign: string | undefined;
}

export default command<RollbackOptions>({
  name: 'rollback',
  usage: 'rollback <agreement> <number>',
  namesInNorwegian: { agreement: 'avtale', number: 'versjon' },
  describe: {
    nb: 'gå tilbake til en tidligere versjon: den lagres på nytt, som den nyeste',
    en: 'go back to an earlier version: it is stored again as the newest',
  },
  positionals: {
    agreement: REQUIRED_AGREEMENT,
    number: {
      type: 'string',
      demandOption: true,
      describe: { nb: 'nummeret på versjonen det gås tilbake til', en: 'the number of the version to go back to' },
    },
  },
  options: {
    by: APPROVER,
    reason: { type: 'string', demandOption: true, describe: { nb: 'hvorfor', en: 'why' } },
    sign: SIGN,
  },
  async run({ agreement, number, by, reason, sign }, context) {
    const { agreementFolderOf } = await import('../pipeline/inputs/named-agreement.ts');
    const { rollBack } = await import('../pipeline/rollback.ts');
    const language = answerLanguage(context);
    const request = {
      folder: await agreementFolderOf(agreement, context.currentFolder),
      to: number.padStart(4, '0'),
      by,
      reason,
      key: sign,
    };
    const around = {
      ...context,
      own: ownProcess(),
      speaks: language.speaks,
    };
    return toldIn(language.now, context, async () => {
      const answer = await rollBack(request, around);
      context.terminal.out(approvedText(answer, context.currentFolder, language.now()));
      return answer.kind === 'approved' ? 0 : 1;
    });
  },
});
