/** `katalogvakt rules [ID]`, and `katalogvakt rules --effective` */
import { OperationalError } from '../catalogue/error.ts';
import { type CommandContext, command } from './command.ts';
import { ALLOW_PLUGINS, RULE_SET } from './shared-options.ts';

interface RulesOptions {
  readonly id: string | undefined;
  readonly effective: boolean;
  readonly agreement: string | undefined;
  readonly rules: string | undefined;
  readonly allowPlugins: boolean;
}

export default command<RulesOptions>({
  name: 'rules',
  usage: 'rules [id]',
  describe: { nb: 'vis reglene, eller én av dem med eksempler', en: 'show the rules, or one of them with examples' },
  positionals: {
    id: {
      type: 'string',
      describe: {
        nb: 'en regel, forklart med eksempler; eller alle i en familie: peppol/*',
        en: 'one rule, explained with examples; or all of a family: peppol/*',
      },
    },
  },
  options: {
    effective: {
      type: 'boolean',
      default: false,
      describe: {
        nb: 'hva som gjelder, og hvilken fil som sier det',
        en: 'the rules in force, and the file that sets each of them',
      },
    },
    agreement: {
      type: 'string',
      describe: { nb: 'agreement.yaml som reglene gjelder for', en: 'agreement.yaml to show the rules for' },
    },
    rules: RULE_SET,
    'allow-plugins': ALLOW_PLUGINS,
  },
  async run(options, context) {
    const { id } = options;
    if (options.effective || options.agreement !== undefined || options.rules !== undefined)
      return showInForce(options, context);
    const { rules } = await import('../rules/index.ts');
    const { describeRule, listAll, listRules, rulesOfFamily } = await import('../reporters/rule-text.ts');
    const language = context.language ?? context.locale;
    if (id === undefined) {
      context.terminal.out(listAll(rules, language));
      return 0;
    }
    const family = rulesOfFamily(rules, id);
    if (family.length > 0) {
      context.terminal.out(listRules(family, language));
      return 0;
    }
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined)
      throw await unknownRule(
        id,
        rules.map((known) => known.id),
      );
    context.terminal.out(describeRule(rule, language));
    return 0;
  },
});

/** For an agreement or a rule set: the settings of all rules, or an explanation of one, which may be its own. */
async function showInForce(
  { id, agreement, rules, effective: asked, allowPlugins }: RulesOptions,
  context: CommandContext,
): Promise<number> {
  const { effectiveRules } = await import('../pipeline/effective-rules.ts');
  const { effectiveText } = await import('../reporters/effective-text.ts');
  const effective = await effectiveRules(
    { allowPlugins, ...(agreement === undefined ? {} : { agreement }), ...(rules === undefined ? {} : { rules }) },
    context,
  );
  const known = effective.rules.map(({ rule }) => rule.id);
  if (id !== undefined && !known.includes(id)) throw await unknownRule(id, known);
  const language = context.language ?? context.locale;
  const rule = effective.rules.find((decided) => decided.rule.id === id)?.rule;
  if (rule !== undefined && !asked) {
    const { describeRule } = await import('../reporters/rule-text.ts');
    context.terminal.out(describeRule(rule, language));
    return 0;
  }
  const isMeant = (rule: string): boolean => id === undefined || rule === id;
  const shown = {
    ...effective,
    rules: effective.rules.filter(({ rule }) => isMeant(rule.id)),
    overrides: effective.overrides.filter((override) => override.rules.some(([rule]) => isMeant(rule))),
  };
  context.terminal.out(effectiveText(shown, language));
  return 0;
}

async function unknownRule(id: string, known: readonly string[]): Promise<OperationalError> {
  const { nearest } = await import('../engine/nearest.ts');
  const near = nearest(id, known, 3).join(', ');
  return new OperationalError({
    nb: `Det finnes ingen regel ${id}.${near === '' ? '' : ` Mente du ${near}?`} Se alle med: katalogvakt rules`,
    en: `There is no rule ${id}.${near === '' ? '' : ` Did you mean ${near}?`} List all rules with: katalogvakt rules`,
  });
}
