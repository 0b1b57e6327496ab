/** `katalogvakt approve RUN` */
import { answerLanguage } from './answer-language.ts';
import { approvedText } from './approved-text.ts';
import { command } from './command.ts';
import { toldIn } from './failure.ts';
import { progressLine } from './progress.ts';
import { AGREEMENT_OF_RUN, ALLOW_PLUGINS, APPROVER, RUN, SIGN } from './shared-options.ts';
import { ownProcess } from './surroundings.ts';
import { THREADS, threadsOf } from './threads.ts';

interface ApproveOptions {
  readonly run: string;
  readonly decisions: string | undefined;
  readonly by: string;
  readonly sign: string | undefined;
  readonly agreement: string | undefined;
  readonly allowPartly: boolean;
  readonly allowPlugins: boolean;
  readonly threads: number | undefined;
}

export default command<ApproveOptions>({
  name: 'approve',
  usage: 'approve <run>',
  namesInNorwegian: { run: 'kjøring' },
  describe: {
    nb: 'godkjenn katalogen fra en kjøring: den blir avtalens neste versjon',
    en: 'approve the catalogue of a run: it becomes the next version of the agreement',
  },
  positionals: { run: RUN },
  options: {
    by: APPROVER,
    decisions: {
      type: 'string',
      describe: {
        nb: 'avgjørelsene, slik de lagres fra rapporten (decisions.yaml)',
        en: 'the decisions, as saved from the report (decisions.yaml)',
      },
    },
    sign: SIGN,
    'allow-partly': {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'linjer som er holdt tilbake, rettet eller beholdt, trenger ikke hver sin avgjørelse',
        en: 'withheld, corrected and kept lines need no decisions of their own',
      },
    },
    'allow-plugins': ALLOW_PLUGINS,
    agreement: AGREEMENT_OF_RUN,
    threads: THREADS,
  },
  async run({ sign, ...options }, context) {
    const { approve } = await import('../pipeline/approve.ts');
    const language = answerLanguage(context);
    const progress = progressLine(context.terminal, language.now(), true);
    const around = {
      ...context,
      own: ownProcess(),
      progress: progress.show,
      speaks: language.speaks,
    };
    const request = { ...options, key: sign, threads: threadsOf(options) };
    return toldIn(language.now, context, async () => {
      const answer = await approve(request, around).finally(progress.clear);
      context.terminal.out(approvedText(answer, context.currentFolder, language.now()));
      return answer.kind === 'approved' ? 0 : 1;
    });
  },
});
