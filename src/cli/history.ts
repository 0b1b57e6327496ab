/** `katalogvakt history` */
import { command } from './command.ts';
import { NO_AGREEMENTS } from './no-agreements.ts';
import { AGREEMENT } from './shared-options.ts';

interface HistoryOptions {
  readonly agreement: string | undefined;
}

export default command<HistoryOptions>({
  name: 'history',
  usage: 'history [agreement]',
  namesInNorwegian: { agreement: 'avtale' },
  describe: {
    nb: 'vis versjonene som er godkjent, av én avtale eller alle',
    en: 'show the versions that were approved, of one agreement or all',
  },
  positionals: { agreement: AGREEMENT },
  async run({ agreement }, context) {
    const { historyOf } = await import('../pipeline/history.ts');
    const { historyText } = await import('../reporters/history.ts');
    const { terminal, currentFolder } = context;
    const language = context.language ?? context.locale;
    const parts: string[] = [];
    for await (const { agreement: facts, manifests, pending, language: own } of historyOf(agreement, currentFolder))
      parts.push(historyText(facts, manifests, pending, context.language ?? own ?? context.locale));
    terminal.out(parts.length === 0 ? NO_AGREEMENTS[language] : parts.join('\n'));
    return 0;
  },
});
