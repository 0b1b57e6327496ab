/** `katalogvakt rehearse --rules NEW.yaml catalogs` */
import path from 'node:path';
import { command } from './command.ts';
import { AS_OF, checkedDay } from './days.ts';
import { describeFailure } from './failure.ts';
import { ALLOW_PLUGINS } from './shared-options.ts';
import { THREADS, threadsOf } from './threads.ts';

interface RehearseOptions {
  readonly files: readonly string[];
  readonly rules: string;
  readonly allowPlugins: boolean;
  readonly asOf: string | undefined;
  readonly report: 'text' | 'csv' | 'json';
  readonly threads: number | undefined;
}

export default command<RehearseOptions>({
  name: 'rehearse',
  usage: 'rehearse <files..>',
  namesInNorwegian: { files: 'filer' },
  describe: {
    nb: 'vis hva et nytt regelsett ville endre for lagrede kataloger',
    en: 'show what a new rule set would change for stored catalogues',
  },
  positionals: {
    files: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: {
        nb: 'kataloger, eller mapper med avtaler (da den nyeste filen i hver inbox/)',
        en: 'catalogues, or folders of agreements (then the newest file in each inbox/)',
      },
    },
  },
  options: {
    rules: { type: 'string', demandOption: true, describe: { nb: 'det nye regelsettet', en: 'the new rule set' } },
    'allow-plugins': ALLOW_PLUGINS,
    'as-of': AS_OF,
    report: {
      choices: ['text', 'csv', 'json'] as const,
      default: 'text',
      describe: {
        nb: 'et sammendrag, CSV med alle funn som endres, eller JSON',
        en: 'a summary; CSV with every finding that changes; or JSON',
      },
    },
    threads: THREADS,
  },
  async run({ files, rules, allowPlugins, asOf, report, ...options }, context) {
    const threads = threadsOf(options);
    const { loadedRuleSet } = await import('../pipeline/inputs/asked-rule-set.ts');
    const { rehearse } = await import('../pipeline/rehearse.ts');
    const { storedCatalogues } = await import('../pipeline/stored/stored-catalogues.ts');
    const { rehearsalReport } = await import('../reporters/rehearsal-report.ts');
    const { terminal, currentFolder, signal } = context;
    const language = context.language ?? context.locale;
    const { colour, width } = terminal;
    const told = rehearsalReport(report, rules, { language, colour, width });
    const request = {
      reading: {},
      threads,
      language,
      allowPlugins,
      ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
    };
    const around = { ...context, ruleSets: new Map(), wordLists: new Map() };
    // An error in the new rules is reported once, before any work.
    await loadedRuleSet(rules, around, allowPlugins);
    let worst = 0;
    let rehearsed = 0;
    for (const file of await storedCatalogues(files, currentFolder)) {
      try {
        await rehearse({ ...request, file: path.resolve(currentFolder, file) }, rules, around, async (one) => {
          for await (const part of told.add(one)) terminal.out(part);
        });
        rehearsed++;
      } catch (error) {
        // An error in one agreement does not stop the others.
        const failure = describeFailure(error, language, signal);
        terminal.err(failure.error);
        worst = Math.max(worst, failure.code);
        if (signal.aborted) return worst;
      }
    }
    if (rehearsed > 0) terminal.out(told.end());
    return Math.max(worst, told.changes ? 1 : 0);
  },
});
