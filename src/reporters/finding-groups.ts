/** Findings by rule, with the worst of each: what a summary can hold of any number of them. */
import { absolute, compare, type Decimal, parseDecimal } from '../catalogue/decimal.ts';
import { type Finding, SEVERITIES, type Severity } from '../catalogue/finding.ts';

/** The findings of one rule at one severity. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** The worst: of price rules those furthest off, of others the first in the file. */
  readonly worst: readonly Finding[];
  /** Whether `worst` is by how far off they are. */
  readonly byPercent: boolean;
}

export interface GroupedFindings {
  /** Errors first, then warnings, then infos; most findings first. */
  readonly groups: readonly FindingGroup[];
  /** Accepted beforehand: they stop nothing and are not among the groups. */
  readonly waived: { readonly count: number; readonly first: readonly Finding[] };
  readonly counts: Readonly<Record<Severity, number>>;
}

interface Collected {
  readonly rule: string;
  readonly severity: Severity;
  count: number;
  readonly worst: Finding[];
  /** How far off each of `worst` is, largest first. */
  readonly percents: Decimal[];
}

/**
 * Reads the findings once and keeps `keep` of every group.
 */
export async function groupFindings(findings: AsyncIterable<Finding>, keep: number): Promise<GroupedFindings> {
  const groups = new Map<string, Collected>();
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const waived: Finding[] = [];
  let waivedCount = 0;
  for await (const finding of findings) {
    if (finding.waiver !== undefined) {
      waivedCount++;
      if (waived.length < keep) waived.push(finding);
      continue;
    }
    const key = `${finding.severity} ${finding.rule}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { rule: finding.rule, severity: finding.severity, count: 0, worst: [], percents: [] };
      groups.set(key, group);
    }
    group.count++;
    counts[finding.severity]++;
    collect(group, finding, keep);
  }
  return {
    groups: [...groups.values()].sort(bySeverityAndCount).map(({ percents, ...group }) => ({
      ...group,
      byPercent: percents.length > 0,
    })),
    waived: { count: waivedCount, first: waived },
    counts,
  };
}

/** Findings with a percent stand before those without, the largest first; equal ones in file order. */
function collect(group: Collected, finding: Finding, keep: number): void {
  const { worst, percents } = group;
  const percent = percentOff(finding);
  if (percent === undefined) {
    if (worst.length < keep) worst.push(finding);
    return;
  }
  let at = percents.length;
  while (at > 0 && compare(percent, percents[at - 1] ?? percent) > 0) at--;
  if (at >= keep) return;
  worst.splice(at, 0, finding);
  percents.splice(at, 0, percent);
  if (worst.length > keep) worst.pop();
  if (percents.length > keep) percents.pop();
}

function percentOff(finding: Finding): Decimal | undefined {
  if (!finding.rule.startsWith('price/')) return undefined;
  const percent = parseDecimal(finding.parameters?.['percent'] ?? '');
  return percent === undefined ? undefined : absolute(percent);
}

function bySeverityAndCount(a: Collected, b: Collected): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.count - a.count ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
