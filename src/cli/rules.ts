/** `katalogvakt rules [ID]` */
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { command } from './command.ts';

interface RulesOptions {
  readonly id: string | undefined;
}

const WORDS = {
  id: {
    nb: 'en regel, forklart med eksempler; eller alle i en familie: peppol/*',
    en: 'one rule, explained with examples; or all of a family: peppol/*',
  },
} as const satisfies Record<string, Text>;

export default command<RulesOptions>({
  name: 'rules',
  usage: 'rules [id]',
  describe: { nb: 'vis reglene, eller én av dem med eksempler', en: 'show the rules, or one of them with examples' },
  options: (yargs, language) => yargs.positional('id', { type: 'string', describe: WORDS.id[language] }) as never,
  async run({ id }, context) {
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

async function unknownRule(id: string, known: readonly string[]): Promise<OperationalError> {
  const { nearest } = await import('../engine/nearest.ts');
  const near = nearest(id, known, 3).join(', ');
  return new OperationalError({
    nb: `Det finnes ingen regel ${id}.${near === '' ? '' : ` Mente du ${near}?`} Se alle med: katalogvakt rules`,
    en: `There is no rule ${id}.${near === '' ? '' : ` Did you mean ${near}?`} See all with: katalogvakt rules`,
  });
}
