/** `katalogvakt explain ITEM` */
import type { Text } from '../catalogue/text.ts';
import { ALLOW_PLUGINS } from './allow-plugins.ts';
import { command } from './command.ts';
import { type ReadingOptions, readingOf, readingOptions } from './reading-options.ts';
import { checkedDay } from './surroundings.ts';

interface ExplainOptions extends ReadingOptions {
  readonly item: string;
  readonly agreement: string | undefined;
  readonly catalogue: string | undefined;
  readonly rules: string | undefined;
  readonly volumes: string | undefined;
  readonly allowPlugins: boolean;
  readonly asOf: string | undefined;
}

const WORDS = {
  item: {
    nb: 'varenummer, GTIN, produsentens varenummer eller alias',
    en: 'item number, GTIN, manufacturer item number or alias',
  },
  agreement: {
    nb: 'agreement.yaml (ellers den nærmeste over katalogen)',
    en: 'agreement.yaml (else the nearest above the catalogue)',
  },
  catalogue: { nb: 'katalogen prisen tilbys i', en: 'the catalogue that offers the price' },
  volumes: {
    nb: 'mengdene som kjøpes i året (ellers volumes.csv ved avtalen)',
    en: 'how much is bought a year (else volumes.csv beside the agreement)',
  },
  rules: { nb: 'regelsett: fil eller katalogvakt:recommended', en: 'rule set: a file or katalogvakt:recommended' },
  asOf: { nb: 'dagen prisen gjelder, 2026-01-31', en: 'the day the price is for, 2026-01-31' },
} as const satisfies Record<string, Text>;

export default command<ExplainOptions>({
  name: 'explain',
  usage: 'explain <item>',
  namesInNorwegian: { item: 'vare' },
  describe: {
    nb: 'vis steg for steg hvilken pris som er avtalt for en vare, og hvorfor',
    en: 'show step by step which price is agreed for an article, and why',
  },
  options: (yargs, language) =>
    readingOptions(
      yargs
        .positional('item', { type: 'string', demandOption: true, describe: WORDS.item[language] })
        .option('agreement', { type: 'string', describe: WORDS.agreement[language] })
        .option('catalogue', { type: 'string', describe: WORDS.catalogue[language] })
        .option('volumes', { type: 'string', describe: WORDS.volumes[language] })
        .option('rules', { type: 'string', describe: WORDS.rules[language] })
        .option('allow-plugins', { type: 'boolean', default: false, describe: ALLOW_PLUGINS[language] })
        .option('as-of', { type: 'string', describe: WORDS.asOf[language] }),
      language,
    ) as never,
  async run(options, context) {
    const { explainItem } = await import('../pipeline/explain.ts');
    const { describeExplanation } = await import('../reporters/explanation.ts');
    const { agreement, catalogue, rules, volumes, asOf, allowPlugins } = options;
    let language = context.language ?? context.locale;
    const speaks = (spoken: typeof language): void => {
      language = spoken;
    };
    const explanation = await explainItem(
      {
        item: options.item,
        reading: readingOf(options),
        ...(agreement === undefined ? {} : { agreement }),
        ...(catalogue === undefined ? {} : { file: catalogue }),
        ...(rules === undefined ? {} : { rules }),
        ...(volumes === undefined ? {} : { volumes }),
        allowPlugins,
        ...(asOf === undefined ? {} : { asOf: checkedDay(asOf) }),
        ...(context.language === undefined ? {} : { language: context.language }),
      },
      { ...context, speaks },
    );
    context.terminal.out(describeExplanation(explanation, language));
    return 0;
  },
});
