/** What a person decided, finding by finding: what becomes a waiver, and what is done with the lines of the others. */
import { OperationalError } from '../../catalogue/error.ts';
import type { Finding } from '../../catalogue/finding.ts';
import type { Covered, Ruling, Waiver } from '../../decision/waivers.ts';
import type { Run } from '../../reporters/reporter.ts';
import type { Decision, DecisionWord } from '../../versions/decision-file.ts';

export interface ResolvedDecisions {
  readonly waivers: readonly Waiver[];
  readonly rulings: readonly Ruling[];
  /** Findings, by what was decided of them. */
  readonly counts: Readonly<Record<DecisionWord, number>>;
}

/**
 * The decision that says most of a finding holds; else the first.
 * @param by who answers for what is accepted
 * @throws OperationalError for a decision on something that the run did not find, or that no line can be left out for
 */
export async function resolveDecisions(
  run: Pick<Run, 'findings'>,
  decisions: readonly Decision[],
  by: string,
): Promise<ResolvedDecisions> {
  const about = indexOf(decisions);
  const met = new Set<number>();
  const chosen = new Map<string, Chosen>();
  const counts: Record<DecisionWord, number> = { accept: 0, keepPrevious: 0, drop: 0 };
  for await (const finding of run.findings()) {
    if (finding.waiver !== undefined) continue;
    const fitting = about(finding).filter(({ decision }) => isAbout(decision, finding));
    for (const { at } of fitting) met.add(at);
    const decision = fitting.reduce<Decision | undefined>((best, one) => moreSaying(best, one.decision), undefined);
    if (decision === undefined) continue;
    if (!canDo(decision, finding)) throw onWholeCatalogue(decision);
    counts[decision.do]++;
    note(chosen, decision, finding);
  }
  const unmet = decisions.filter((_, at) => !met.has(at));
  if (unmet.length > 0) throw notFound(unmet);
  const all = [...chosen.values()];
  return { waivers: all.flatMap((one) => waiverOf(one, by)), rulings: all.flatMap(rulingOf), counts };
}

interface Placed {
  readonly at: number;
  readonly decision: Decision;
}

/** Those on the rule and item of a finding, and those on the rule whatever the item; in their order. */
function indexOf(decisions: readonly Decision[]): (finding: Finding) => readonly Placed[] {
  const index = new Map<string, Placed[]>();
  for (const [at, decision] of decisions.entries()) {
    const key = keyOf(decision.rule, decision.item);
    const placed = index.get(key);
    if (placed === undefined) index.set(key, [{ at, decision }]);
    else placed.push({ at, decision });
  }
  return ({ rule, item }) => [
    ...(item === undefined ? [] : (index.get(keyOf(rule, item)) ?? [])),
    ...(index.get(keyOf(rule, undefined)) ?? []),
  ];
}

function keyOf(rule: string, item: string | undefined): string {
  return item === undefined ? rule : `${rule}\n${item}`;
}

/** Findings decided alike, for the same reason and until the same day: one entry. */
interface Chosen {
  readonly decision: Decision;
  readonly rules: readonly string[];
  readonly covers: Map<string, Covered>;
}

function note(chosen: Map<string, Chosen>, decision: Decision, finding: Finding): void {
  const { do: what, reason, until } = decision;
  const rules = rulesDecided(finding);
  const key = JSON.stringify([what, reason, until, rules]);
  const one = chosen.get(key) ?? { decision, rules, covers: new Map<string, Covered>() };
  const covered = coveredBy(finding);
  one.covers.set(JSON.stringify(covered), covered);
  chosen.set(key, one);
}

const ABOVE_AGREED = 'price/above-agreed';
/** Says that a price above the agreed one is that of the version approved last. */
const KNOWN_PRICE = 'price/old-price';

/**
 * The rule of a finding with those that it stood for: decided alone, it would leave them to stop the line. A price above
 * the agreed one, once it is approved, is found by another rule the next time: that one is decided with it.
 */
export function rulesDecided({ rule, replaces = [] }: Finding): readonly string[] {
  const rules = [rule, ...replaces];
  return rules.includes(ABOVE_AGREED) && !rules.includes(KNOWN_PRICE) ? [...rules, KNOWN_PRICE] : rules;
}

/** What a waiver must say to cover a finding. */
export function coveredBy({ item, field, actual }: Finding): Covered {
  return {
    ...(item === undefined ? {} : { item }),
    ...(field === undefined ? {} : { field }),
    ...(actual === undefined ? {} : { value: actual }),
  };
}

function isAbout({ cause, item, field, value }: Decision, finding: Finding): boolean {
  return (
    (cause === undefined || cause === finding.parameters?.['cause']) &&
    (item === undefined || item === finding.item) &&
    (field === undefined || field === finding.field) &&
    (value === undefined || value === finding.actual)
  );
}

/** Of a finding on the whole catalogue no line can be left out; of an article that is missing the former one can stay. */
function canDo({ do: what }: Decision, { lineDisposition, item }: Finding): boolean {
  return what === 'accept' || lineDisposition !== undefined || (what === 'keepPrevious' && item !== undefined);
}

function moreSaying(best: Decision | undefined, other: Decision): Decision {
  return best === undefined || said(other) > said(best) ? other : best;
}

function said({ cause, item, field, value }: Decision): number {
  return [cause, item, field, value].filter((part) => part !== undefined).length;
}

function waiverOf({ decision, rules, covers }: Chosen, by: string): readonly Waiver[] {
  const { do: what, reason, until } = decision;
  if (what !== 'accept' || until === undefined) return [];
  return [{ rules, covers: [...covers.values()], reason, by, until }];
}

function rulingOf({ decision, rules, covers }: Chosen): readonly Ruling[] {
  if (decision.do === 'accept') return [];
  const disposition = decision.do === 'drop' ? 'withhold' : 'keepPrevious';
  return [{ rules, covers: [...covers.values()], disposition }];
}

function onWholeCatalogue({ rule, do: what }: Decision): OperationalError {
  return new OperationalError({
    nb: `${rule} har funn som gjelder hele katalogen, og ikke en linje. De kan godtas (accept), men ikke avgjøres med ${what}.`,
    en: `${rule} has findings on the whole catalogue, and not on a line. They can be accepted (accept), but not decided with ${what}.`,
  });
}

/** So many are named. */
const NAMED = 5;

function notFound(decisions: readonly Decision[]): OperationalError {
  const named = decisions
    .slice(0, NAMED)
    .map(({ rule, cause, item, field, value }) =>
      [rule, cause, item, field, value].filter((part) => part !== undefined).join(' '),
    )
    .join('; ');
  const more = decisions.length > NAMED ? ' …' : '';
  return new OperationalError({
    nb: `Avgjort, men ikke funnet i kjøringen: ${named}${more}. Se findings.csv, eller last ned avgjørelsene på nytt fra rapporten.`,
    en: `Decided, but not found by the run: ${named}${more}. See findings.csv, or download the decisions from the report again.`,
  });
}
