/** Prepared rules as plain data, so that another thread can ask the very same ones. */
import type { AskedRule, PreparedRules } from './prepare-rules.ts';
import type { DocumentRule, GroupRule, LineRule, Rule, SuccessionRule } from './rule.ts';

type PlainAsked = Omit<AskedRule<Rule>, 'rule'> & { readonly rule: string };

export interface PlainRules extends Pick<PreparedRules, 'neededByErrors' | 'overrides'> {
  readonly line: readonly PlainAsked[];
  readonly group: readonly PlainAsked[];
  readonly succession: readonly PlainAsked[];
  readonly document: readonly PlainAsked[];
}

/** The rules that are asked about lines. Those on the whole catalogue are asked once, in one place. */
export type LineRules = Pick<
  PreparedRules,
  'line' | 'group' | 'succession' | 'document' | 'neededByErrors' | 'overrides'
>;

export function plainRules({ line, group, succession, document, neededByErrors, overrides }: LineRules): PlainRules {
  return {
    line: line.map(plain),
    group: group.map(plain),
    succession: succession.map(plain),
    document: document.map(plain),
    neededByErrors,
    ...(overrides === undefined ? {} : { overrides }),
  };
}

/** @param ruleById the rules there are, the same here as where they were made plain */
export function rulesFrom(rules: PlainRules, ruleById: (id: string) => Rule | undefined): LineRules {
  const found = (plain: PlainAsked): AskedRule<Rule> => {
    const rule = ruleById(plain.rule);
    if (rule === undefined) throw new RangeError(`no rule ${plain.rule}`);
    return { ...plain, rule };
  };
  const { neededByErrors, overrides } = rules;
  return {
    line: rules.line.map(found) as AskedRule<LineRule>[],
    group: rules.group.map(found) as AskedRule<GroupRule>[],
    document: rules.document.map(found) as AskedRule<DocumentRule>[],
    succession: rules.succession.map(found) as AskedRule<SuccessionRule>[],
    neededByErrors,
    ...(overrides === undefined ? {} : { overrides }),
  };
}

function plain({ rule, ...rest }: AskedRule<Rule>): PlainAsked {
  return { ...rest, rule: rule.id };
}
