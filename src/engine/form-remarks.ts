/** From what is wrong with a document's form to the remarks of the rules that say so. */
import { type Remark, remarkOf } from './check-line.ts';
import type { FormProblem } from './document.ts';
import type { AskedRule } from './prepare-rules.ts';
import type { DocumentRule, Problem } from './rule.ts';

/** The rules that are asked, by id. */
export type FormRules = ReadonlyMap<string, AskedRule<DocumentRule>>;

export function formRules(document: readonly AskedRule<DocumentRule>[]): FormRules {
  return new Map(document.map((asked) => [asked.rule.id, asked]));
}

export function formRemarks(problems: readonly FormProblem[], rules: FormRules): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const { rule, row, element, leftOut: _, ...rest } of problems) {
    const asked = rules.get(rule);
    const problem: Problem = { ...rest, at: { row, element } };
    if (asked !== undefined) remarks.push(remarkOf(asked, problem));
  }
  return remarks;
}

/** Of what stands above the lines, and so concerns them all: an error refuses the catalogue. */
export function headerRemark(problem: FormProblem, rules: FormRules): Remark | undefined {
  const [remark] = formRemarks([problem], rules);
  if (remark?.disposition === undefined || problem.leftOut === true || remark.disposition === 'approve') return remark;
  return { ...remark, disposition: 'refuse' };
}
