/** rules/README.md: every rule, and how the built-in rule sets treat it. */
import { isField } from '../catalogue/field.ts';
import { BUILT_IN_SETS, type LineNeed, type Need, type Rule, type RunNeed, type Standing } from '../engine/rule.ts';
import { table } from './markdown-table.ts';

const NEEDS: Readonly<Record<RunNeed | LineNeed, string>> = {
  agreement: 'agreement',
  scope: 'agreement with a scope',
  labelDemands: 'label demands',
  classDemands: 'agreement with a scope or label demands',
  articleDemands: 'label demands in the agreed price list',
  prices: 'agreed price list',
  previousVersion: 'previous version',
  agreed: 'agreed article',
  previous: 'line in the previous version',
};

export function ruleTable(rules: readonly Rule[]): string {
  return `# Rules

<!-- Written by \`npm run generate\`. -->

Every rule of katalogvakt, and how the three built-in rule sets treat it: \`error\` with what happens to the line,
\`warning\`, \`info\`, or – when it is off. \`katalogvakt rules ID\` explains one, with examples and options.
*På norsk: alle reglene, og hvor strengt de tre innebygde regelsettene tar dem. \`katalogvakt rules ID --lang nb\`
forklarer én regel med eksempler.*

A rule that lacks what it needs is not asked, and the report says so. The built-in rule sets are
[recommended](recommended.yaml), [strict](strict.yaml), which extends it, and [supplier](supplier.yaml), for a supplier who
has no access to the agreement. Put your own beside them: a YAML file that begins with

\`\`\`yaml
version: 1
extends: katalogvakt:recommended
\`\`\`

${table(
  ['Rule', 'Norsk', 'English', 'recommended', 'strict', 'supplier', 'Needs'],
  rules.map((rule) => [
    `\`${rule.id}\``,
    rule.title.nb,
    rule.title.en,
    ...BUILT_IN_SETS.map((set) =>
      standing(set === 'strict' ? (rule.sets.strict ?? rule.sets.recommended) : rule.sets[set]),
    ),
    needs(rule),
  ]),
)}`;
}

function standing(standing: Standing | undefined): string {
  if (standing === undefined || standing.severity === 'off') return '–';
  const { severity, disposition } = standing;
  return severity === 'error' && disposition !== undefined ? `${severity}, ${disposition}` : severity;
}

function needs(rule: Rule): string {
  const all = [...rule.needs, ...(rule.columns ?? [])].map(needName);
  const oneOf = rule.kind === 'line' ? (rule.needsOneOf ?? []).map(needName) : [];
  return [...all, ...(oneOf.length > 0 ? [oneOf.join(' or ')] : [])].join(', ');
}

function needName(need: Need): string {
  return isField(need) ? `\`${need}\`` : NEEDS[need];
}
