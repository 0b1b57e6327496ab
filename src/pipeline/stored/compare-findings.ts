/** Which findings of one run another one has too. */
import type { Finding } from '../../catalogue/finding.ts';
import { countsAs, type Move, type MovedFinding } from '../../reporters/rehearsal.ts';
import type { Run } from '../../reporters/reporter.ts';

/**
 * Two findings are the same where rule, place, field and value are; how they count may differ.
 * @returns those that come or count otherwise, in file order, then those that go
 */
export async function* compareFindings(before: Run, after: Run): AsyncGenerator<MovedFinding> {
  const open = new Map<string, Finding[]>();
  for await (const finding of before.findings()) {
    const key = keyOf(finding);
    const others = open.get(key);
    if (others === undefined) open.set(key, [finding]);
    else others.push(finding);
  }
  for await (const finding of after.findings()) {
    const former = takeLike(open, finding);
    if (former === undefined) yield { move: 'comes', finding };
    else if (standing(former) !== standing(finding)) yield { move: 'counts', finding, before: former };
  }
  for (const left of open.values())
    for (const finding of left) yield { move: 'goes' satisfies Move, finding, before: finding };
}

function keyOf({ rule, place, item, field, actual, message }: Finding): string {
  const { file, sheet, row, column, element } = place;
  return JSON.stringify([rule, file, sheet, row, column, element, item, field, actual, message]);
}

/** One that counts the same first. */
function takeLike(open: Map<string, Finding[]>, finding: Finding): Finding | undefined {
  const key = keyOf(finding);
  const others = open.get(key) ?? [];
  const same = others.findIndex((other) => standing(other) === standing(finding));
  const [taken] = others.splice(Math.max(same, 0), 1);
  if (others.length === 0) open.delete(key);
  return taken;
}

function standing(finding: Finding): string {
  return `${countsAs(finding)} ${finding.disposition ?? ''}`;
}
