/** One run in figures, for following agreements and suppliers over time. */
import { SEVERITIES, type Severity } from '../../catalogue/finding.ts';
import type { Outcome, Result } from '../result.ts';
import { linesGoingOn } from '../words.ts';

/** A run, and what is known of it besides. */
export interface StatsRun {
  /** Name of the run, or of the version that it became. */
  readonly run: string;
  readonly result: Result;
  /** The day of the first run on the very same file, `YYYY-MM-DD`. */
  readonly received: string;
  /** Absent for a run that was not approved, as far as is known. */
  readonly approval?: { readonly version: string; readonly day: string };
}

export interface StatsRow {
  /** Number, name and supplier; empty for a run without an agreement. */
  readonly agreement: string;
  readonly agreementName: string;
  readonly supplier: string;
  readonly run: string;
  readonly catalogue: string;
  readonly received: string;
  readonly checked: string;
  readonly outcome: Outcome;
  readonly lines: number;
  readonly goOn: number;
  readonly asSent: number;
  readonly corrected: number;
  readonly keptPrevious: number;
  readonly withheld: number;
  readonly findings: Readonly<Record<Severity | 'waived', number>>;
  /** By family of rules; those in which nothing was found are absent. */
  readonly families: ReadonlyMap<string, Readonly<Record<Severity, number>>>;
  readonly rulesRun: number;
  readonly rulesNotRun: number;
  /** Absent without a comparison. */
  readonly changes?: Readonly<Record<'added' | 'removed' | 'priceUp' | 'priceDown', number>>;
  /** Absent where no version names labels. */
  readonly labels?: { readonly lines: number; readonly recognised: number };
  /** Absent where volumes are not known. */
  readonly effect?: Readonly<Record<'currency' | 'above' | 'stopped' | 'goesOn', string>>;
  readonly version?: string;
  readonly approved?: string;
  /** Days of the calendar. */
  readonly daysToApproval?: number;
}

export function statsRow({ run, result, received, approval }: StatsRun): StatsRow {
  const { agreement, catalogue, lines, outcome, findings, rules, notChecked, diff, labelCoverage, effect } = result;
  return {
    agreement: agreement?.number ?? '',
    agreementName: agreement?.name ?? '',
    supplier: agreement?.supplier ?? '',
    run,
    catalogue: catalogue.file,
    received,
    checked: result.asOf,
    outcome,
    lines: lines.read,
    goOn: outcome === 'refused' ? 0 : linesGoingOn(lines),
    asSent: lines.asSent,
    corrected: lines.corrected,
    keptPrevious: lines.keptPrevious,
    withheld: lines.withheld,
    findings: { error: findings.error, warning: findings.warning, info: findings.info, waived: findings.waived },
    families: familiesOf(rules),
    rulesRun: rules.length,
    rulesNotRun: notChecked.length,
    ...(diff === undefined
      ? {}
      : {
          changes: { added: diff.added, removed: diff.removed, priceUp: diff.priceUp, priceDown: diff.priceDown },
        }),
    ...(labelCoverage === undefined
      ? {}
      : { labels: { lines: labelCoverage.lines, recognised: labelCoverage.recognised } }),
    ...(effect === undefined
      ? {}
      : {
          effect: {
            currency: effect.currency,
            above: effect.asSent.above,
            stopped: effect.stopped.above,
            goesOn: effect.goesOn.above,
          },
        }),
    ...(approval === undefined
      ? {}
      : {
          version: approval.version,
          approved: approval.day,
          daysToApproval: daysBetween(received, approval.day),
        }),
  };
}

function familiesOf(rules: Result['rules']): StatsRow['families'] {
  const families = new Map<string, Record<Severity, number>>();
  for (const { rule, severity, findings, bySeverity } of rules) {
    if (findings === 0) continue;
    const family = rule.slice(0, rule.indexOf('/'));
    const counts = families.get(family) ?? { error: 0, warning: 0, info: 0 };
    if (bySeverity === undefined) counts[severity] += findings;
    else for (const each of SEVERITIES) counts[each] += bySeverity[each];
    families.set(family, counts);
  }
  return families;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}
