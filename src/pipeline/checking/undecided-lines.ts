/** Lines that do not go on as sent although nobody decided so. */
import type { Finding } from '../../catalogue/finding.ts';
import { type Ruling, rulingOn } from '../../decision/waivers.ts';

/**
 * @param findings of a run that the rulings were part of
 * @returns how many
 */
export async function undecidedLines(findings: AsyncIterable<Finding>, rulings: readonly Ruling[]): Promise<number> {
  const ruled = rulingOn(rulings);
  const undecided = new Set<string>();
  const decided = new Set<string>();
  for await (const { rule, item, field, actual, place, lineDisposition } of findings) {
    if (lineDisposition === undefined || lineDisposition === 'approve') continue;
    const line = `${place.file} ${place.row}`;
    const problem = { ...(field === undefined ? {} : { field }), ...(actual === undefined ? {} : { actual }) };
    if (ruled(rule, item, problem) !== undefined) {
      decided.add(line);
      undecided.delete(line);
    } else if (!decided.has(line)) undecided.add(line);
  }
  return undecided.size;
}
