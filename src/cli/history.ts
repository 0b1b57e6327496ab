/** `katalogvakt history` */
import { command } from './command.ts';
import { noAgreements } from './no-agreements.ts';
import { AGREEMENT } from './shared-options.ts';

interface HistoryOptions {
  readonly agreement: string | undefined;
}

export default command<HistoryOptions>({
  name: 'history',
  usage: 'history [agreement]',
  namesInNorwegian: { agreement: 'avtale' },
  describe: {
    nb: 'vis de godkjente versjonene av én avtale, eller av alle',
    en: 'list the approved versions of one agreement, or of all',
  },
  positionals: { agreement: AGREEMENT },
  async run({ agreement }, context) {
    const { historyOf } = await import('../pipeline/history.ts');
    const { historyText } = await import('../reporters/history.ts');
    const { terminal, currentFolder } = context;
    const parts: string[] = [];
    for await (const { agreement: facts, manifests, pending, language: own } of historyOf(agreement, currentFolder))
      parts.push(historyText(facts, manifests, pending, context.language ?? own ?? context.locale));
    if (parts.length === 0) throw noAgreements();
    terminal.out(parts.join('\n'));
    return 0;
  },
});
