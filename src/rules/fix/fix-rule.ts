/** Rules that tell what was put right in the file before it was checked, and whose switches say what may be. */
import type { Field } from '../../catalogue/field.ts';
import type { CellFix, FixKind } from '../../catalogue/line.ts';
import type { Text } from '../../catalogue/text.ts';
import { type LineRule, lineRule, type Problem } from '../../engine/rule.ts';

interface FixRule extends Pick<LineRule, 'id' | 'title' | 'fault' | 'because' | 'advice' | 'source'> {
  readonly how: FixKind;
  /** A cell it puts right, and the field it stands in. */
  readonly example: { readonly why: string; readonly field: Field; readonly before: string; readonly after: string };
}

const MESSAGE: Text = {
  nb: '{field}: «{actual:text}» er rettet til «{expected:text}»',
  en: '{field}: "{actual:text}" was corrected to "{expected:text}"',
};

export function fixRule({ how, example, ...facts }: FixRule): LineRule {
  const { why, field, before, after } = example;
  const met = (fix: Omit<CellFix, 'field'>) => ({ problems: [{ kind: 'fixed', field, ...fix } as const] });
  const other: FixKind = how === 'spaces' ? 'mojibake' : 'spaces';
  return lineRule({
    ...facts,
    sets: { recommended: { severity: 'info' }, strict: { severity: 'info' }, supplier: { severity: 'info' } },
    fixes: how,
    needs: [],
    passes: [
      { why: 'right as it was sent', line: { name: 'Kulepenn blå' } },
      { why: 'corrected in another way', line: met({ how: other, before: 'a', after: 'b' }) },
    ],
    fails: [{ why, line: met({ how, before, after }), finds: [{ field, actual: before, expected: after }] }],
    message: MESSAGE,
    check({ problems }) {
      let found: Problem[] | undefined;
      for (const problem of problems ?? NONE) {
        if (problem.kind !== 'fixed' || problem.how !== how) continue;
        found ??= [];
        found.push({ field: problem.field, actual: problem.before, expected: problem.after });
      }
      return found ?? NONE;
    },
  });
}

const NONE: readonly never[] = [];
