/** The built-in rule sets as files: what `extends: katalogvakt:recommended` reads, and what people read. */
import { Document, isMap, isScalar, type Pair, type Scalar } from 'yaml';
import type { BuiltInSet, Rule } from '../engine/rule.ts';
import { builtInRuleSet } from '../engine/rule-set.ts';
import { WHOLE_FAMILY } from '../engine/schema-rule-set.ts';

const HEADER = ` yaml-language-server: $schema=../docs/schemas/rule-set.schema.json
 Written by \`npm run generate\` from the rules' own metadata. To change something, make a rule set that extends this one.`;

const ABOUT: Readonly<Record<BuiltInSet, string>> = {
  recommended: ' For the buyer: what keeps wrong prices, goods and claims out of the ordering system.',
  strict:
    ' For the buyer who wants catalogues in order: extends `recommended`, and lists only what it treats otherwise.',
  supplier: ' For the supplier: what can be checked before sending, without the agreement and its prices.',
};

const FORM = ` Formen på Peppol- og EHF-dokumenter: hver regel så streng som den er publisert
 The form of Peppol and EHF documents: each rule as strict as it is published`;

/** @returns YAML; every rule with its title in both languages as a comment */
export function ruleSetFile(name: BuiltInSet, rules: readonly Rule[]): string {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const document = new Document(builtInRuleSet(name, rules));
  document.commentBefore = `${HEADER}\n${ABOUT[name]}`;
  const entries = document.get('rules');
  if (!isMap(entries)) throw new Error(`the rule set ${name} has no rules`);
  let family = '';
  for (const { key, value } of entries.items as Pair<Scalar<string>>[]) {
    const title = titles.get(key.value);
    if (key.value.endsWith(WHOLE_FAMILY)) key.commentBefore = FORM;
    if (title !== undefined) key.commentBefore = ` ${title.nb}\n ${title.en}`;
    const [folder = ''] = key.value.split('/');
    key.spaceBefore = family !== '' && folder !== family;
    family = folder;
    if (isMap(value)) {
      value.flow = true;
      // Amounts and percentages are text: said with quotes, as people should write them.
      for (const { value: option } of value.items) {
        if (isScalar(option) && typeof option.value === 'string' && /\d/.test(option.value))
          option.type = 'QUOTE_DOUBLE';
      }
    }
  }
  return document.toString({ lineWidth: 0 });
}
