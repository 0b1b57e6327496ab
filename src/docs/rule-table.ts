/** rules/README.md: every rule, and how the built-in rule sets treat it. */
import { BUILT_IN_SETS, type Rule, type Standing } from '../engine/rule.ts';
import { needsInWords } from '../reporters/rule-in-words.ts';
import { formRules } from './form-rules.ts';
import { table } from './markdown-table.ts';
import { hasPage, rulePagePath } from './rule-page.ts';

export function ruleTable(rules: readonly Rule[]): string {
  return `# Rules

<!-- Written by \`npm run generate\`. -->

Every rule of katalogvakt, and how the three built-in rule sets treat it: \`error\` with what happens to the line,
\`warning\`, \`info\`, or – when it is off. Each has a page of its own, and
\`katalogvakt rules ID\` explains it in the terminal.
*På norsk: alle reglene, og hvor strengt de tre innebygde regelsettene tar dem. \`katalogvakt rules ID --lang nb\`
forklarer én regel med eksempler.*

A rule is not run if something it needs is missing, and the report says so. The built-in rule sets are
[recommended](recommended.yaml), [strict](strict.yaml), which extends it, and [supplier](supplier.yaml), for a supplier who
has no access to the agreement. Put your own beside them: a YAML file that begins with

\`\`\`yaml
version: 1
extends: katalogvakt:recommended
\`\`\`

${table(
  ['Rule', 'Norsk', 'English', 'recommended', 'strict', 'supplier', 'Needs'],
  rules
    .filter(hasPage)
    .map((rule) => [
      `[\`${rule.id}\`](../${rulePagePath(rule.id)})`,
      rule.title.nb,
      rule.title.en,
      ...BUILT_IN_SETS.map((set) =>
        standing(set === 'strict' ? (rule.sets.strict ?? rule.sets.recommended) : rule.sets[set]),
      ),
      needsInWords(rule, 'en'),
    ]),
)}
${formRules(rules)}`;
}

function standing(standing: Standing | undefined): string {
  if (standing === undefined || standing.severity === 'off') return '–';
  const { severity, disposition } = standing;
  return severity === 'error' && disposition !== undefined ? `${severity}, ${disposition}` : severity;
}
