/** `katalogvakt explain ITEM` */

import { answerLanguage } from './answer-language.ts';
import { type CommandContext, command } from './command.ts';
import { AS_OF, checkedDay } from './days.ts';
import { toldIn } from './failure.ts';
import { withKitOpened } from './opened-kit.ts';
import { READING_OPTIONS, type ReadingOptions, readingOf } from './reading-options.ts';
import { ALLOW_PLUGINS, RULE_SET, VOLUMES } from './shared-options.ts';

interface ExplainOptions extends ReadingOptions {
  readonly item: string;
  readonly agreement: string | undefined;
  readonly catalogue: string | undefined;
  readonly rules: string | undefined;
  readonly volumes: string | undefined;
  readonly allowPlugins: boolean;
  readonly asOf: string | undefined;
}

export default command<ExplainOptions>({
  name: 'explain',
  usage: 'explain <item>',
  namesInNorwegian: { item: 'vare' },
  describe: {
    nb: 'vis steg for steg hvordan den avtalte prisen på en vare er regnet ut',
    en: 'show step by step how the agreed price of an article is worked out',
  },
  positionals: {
    item: {
      type: 'string',
      demandOption: true,
      describe: {
        nb: 'varenummer, GTIN, produsentens varenummer eller alias',
        en: 'item number, GTIN, manufacturer item number or alias',
      },
    },
  },
  options: {
    agreement: {
      type: 'string',
      describe: {
        nb: 'agreement.yaml (ellers den nærmeste over katalogen), eller settet fra kjøperen (.zip)',
        en: "agreement.yaml (default: the nearest above the catalogue), or the buyer's kit (.zip)",
      },
    },
    catalogue: {
      type: 'string',
      describe: { nb: 'katalogen prisen tilbys i', en: 'the catalogue that offers the price' },
    },
    volumes: VOLUMES,
    rules: RULE_SET,
    'allow-plugins': ALLOW_PLUGINS,
    'as-of': AS_OF,
    ...READING_OPTIONS,
  },
  run: (options, context) => withKitOpened(options, context, (opened) => explain(opened, context)),
});

async function explain(options: ExplainOptions, context: CommandContext): Promise<number> {
  const { explainItem } = await import('../pipeline/explain.ts');
  const { describeExplanation } = await import('../reporters/explanation.ts');
  const { agreement, catalogue, rules, volumes, asOf, allowPlugins } = options;
  const language = answerLanguage(context);
  const request = {
    item: options.item,
    reading: readingOf(options),
    ...(agreement === undefined ? {} : { agreement }),
    ...(catalogue === undefined ? {} : { file: catalogue }),
    ...(rules === undefined ? {} : { rules }),
    ...(volumes === undefined ? {} : { volumes }),
    allowPlugins,
    ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
    ...(context.language === undefined ? {} : { language: context.language }),
  };
  return toldIn(language.now, context, async () => {
    const explanation = await explainItem(request, { ...context, speaks: language.speaks });
    context.terminal.out(describeExplanation(explanation, language.now()));
    return 0;
  });
}
