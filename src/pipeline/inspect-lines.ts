/**
 * The first pass: every line is mapped, matched, compared and asked about, once. What must be remembered goes to the
 * ledger; findings and changes go to spools.
 */
import type { AgreedVerdict } from '../agreement/agreement.ts';
import type { AgreedMatch } from '../agreement/price-list.ts';
import { judgePrice } from '../agreement/price-verdict.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { fingerprint } from '../catalogue/fingerprint.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { decideLine } from '../decision/decide-line.ts';
import { newGroupIndex } from '../decision/group-index.ts';
import { type Ledger, newLedger } from '../decision/ledger.ts';
import type { PlacedChange } from '../diff/change.ts';
import { type Differ, newDiffer } from '../diff/differ.ts';
import { fieldsOf, indexPrevious, type PreviousVersion } from '../diff/previous-version.ts';
import { type AskingContext, askingContext, checkLine, type Remark } from '../engine/check-line.ts';
import type { PreparedRules } from '../engine/prepare-rules.ts';
import type { RunContext } from '../engine/rule.ts';
import { mapRows } from '../mapping/map-rows.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
import { canWrite } from './changed-cells.ts';
import { type FindingMaker, findingMaker, itemOf, type PendingFinding } from './findings.ts';
import type { Inputs, OpenedCatalogue, Surroundings } from './load-inputs.ts';
import { rowsAgain } from './rows-again.ts';
import { newSpool, type Spool } from './spool.ts';

export interface Inspected {
  readonly ledger: Ledger;
  /** Found line by line, in file order. */
  readonly findings: Spool<PendingFinding>;
  /** Found only when all lines were known; in file order. */
  readonly lateFindings: readonly PendingFinding[];
  readonly changes: Spool<PlacedChange>;
  readonly lateChanges: readonly PlacedChange[];
  readonly differ?: Differ;
  readonly previous?: PreviousVersion;
  readonly make: FindingMaker;
  /** Rules that refuse the whole catalogue because of a line. */
  readonly refusedBy: Set<string>;
}

export async function inspectLines(
  inputs: Inputs,
  catalogue: OpenedCatalogue,
  prepared: PreparedRules,
  temporary: (name: string) => string,
  around: Surroundings,
): Promise<Inspected> {
  const { file, mapping } = catalogue;
  const previous =
    inputs.previous === undefined
      ? undefined
      : await indexPrevious(inputs.previous.file, inputs.previous.mapping, mapping);
  const differ = previous === undefined ? undefined : newDiffer(previous, mapping);
  const make = findingMaker(inputs.source.name, file.sheet, mapping.header.columns);
  const ledger = newLedger();
  const groups = newGroupIndex(prepared.group);
  const findings = newSpool<PendingFinding>(temporary('findings.spool'));
  const changes = newSpool<PlacedChange>(temporary('changes.spool'));
  const refusedBy = new Set<string>();
  const run = runContext(inputs, prepared);

  const inspect = (line: CatalogueLine, raw: RawRow): void => {
    const ordinal = ledger.add(raw, itemOf(line));
    groups.add(line, ordinal);
    const position = differ?.find(line);
    if (position !== undefined) ledger.noteFormer(ordinal, position);
    const former = position === undefined ? undefined : previous?.formerOf(line, raw, position);
    for (const change of differ?.next(ordinal, line, position, former) ?? []) changes.add({ ordinal, change });
    const match = inputs.prices?.find(line);
    if (match !== undefined) inputs.prices?.noteOffered(match);
    const remarks = checkLine(line, contextOf(run, inputs, line, match, former), prepared, true);
    if (remarks.length > 0) judge(ordinal, line, remarks, former, position);
  };

  const judge = (
    ordinal: number,
    line: CatalogueLine,
    remarks: readonly Remark[],
    former: CatalogueLine | undefined,
    position: number | undefined,
  ): void => {
    for (const remark of remarks) {
      findings.add({ ordinal, finding: make.onLine(remark, line.row, ledger.item(ordinal)) });
      if (remark.disposition === 'refuse') refusedBy.add(remark.rule);
    }
    const { disposition, correction } = decideLine(line, remarks, {
      remarksOn: (other) => checkLine(other, lineContext(run, inputs, other, former), prepared, false),
      ...(former === undefined ? {} : { previous: former }),
      canWrite: (values) => canWrite(values, mapping),
    });
    ledger.restrict(ordinal, disposition);
    if (correction !== undefined) ledger.corrections.set(ordinal, correction);
    if (disposition === 'keepPrevious' && position !== undefined) ledger.stand.set(ordinal, position);
  };

  for await (const batch of mapRows(file.rows(), mapping)) {
    around.signal?.throwIfAborted();
    for (const { line, raw } of batch) inspect(line, raw);
    await findings.drained();
    await changes.drained();
    around.progress?.(ledger.size);
  }

  const prints = await fingerprints(file, ledger, groups.shared());
  const lateFindings = groups.remarks(ledger, prints).map(({ ordinal, remark }): PendingFinding => {
    if (remark.disposition === 'refuse') refusedBy.add(remark.rule);
    if (remark.disposition !== undefined) ledger.restrict(ordinal, withheldUnlessApproved(remark.disposition));
    return { ordinal, finding: make.onLine(remark, ledger.row(ordinal), ledger.item(ordinal)) };
  });
  const lateChanges = differ?.end() ?? [];
  withholdTwiceKept(ledger, differ);
  return {
    ledger,
    findings,
    lateFindings,
    changes,
    lateChanges,
    ...(differ === undefined ? {} : { differ }),
    ...(previous === undefined ? {} : { previous }),
    make,
    refusedBy,
  };
}

/** A former line goes out once: not in place of a line when its own number stands elsewhere, nor in place of two. */
function withholdTwiceKept(ledger: Ledger, differ: Differ | undefined): void {
  const taken = new Set<number>();
  for (const [ordinal, position] of ledger.stand) {
    if (taken.has(position) || differ?.isAt(position, ordinal) === false) ledger.restrict(ordinal, 'withhold');
    taken.add(position);
  }
}

/** Which of the lines that share a key are equal cell for cell; only they are read again. */
async function fingerprints(
  file: RowFile,
  ledger: Ledger,
  ordinals: Iterable<number>,
): Promise<ReadonlyMap<number, number>> {
  const prints = new Map<number, number>();
  for await (const { ordinal, row } of rowsAgain(file, ledger, ordinals)) prints.set(ordinal, fingerprint(row.cells));
  return prints;
}

/** Lines that contradict each other have no right value to fall back on: any error on the group withholds. */
function withheldUnlessApproved(disposition: 'refuse' | 'withhold' | 'keepPrevious' | 'correct' | 'approve') {
  return disposition === 'approve' ? 'approve' : 'withhold';
}

export function runContext(inputs: Inputs, prepared: PreparedRules): RunContext {
  return {
    asOf: inputs.asOf,
    neededByErrors: prepared.neededByErrors,
    ...(inputs.catalogue instanceof UnusableFile ? {} : { columns: fieldsOf(inputs.catalogue.mapping) }),
    ...(inputs.agreement === undefined ? {} : { agreement: inputs.agreement.agreement }),
  };
}

/** What the rules may look at beside one line. */
export function lineContext(
  run: RunContext,
  inputs: Inputs,
  line: CatalogueLine,
  previous: CatalogueLine | undefined,
): AskingContext {
  return contextOf(run, inputs, line, inputs.prices?.find(line), previous);
}

function contextOf(
  run: RunContext,
  inputs: Inputs,
  line: CatalogueLine,
  match: AgreedMatch | undefined,
  previous: CatalogueLine | undefined,
): AskingContext {
  if (match === undefined) return askingContext(run, undefined, previous, inputs.prices?.findAlmost(line));
  return askingContext(run, verdictOn(run, line, match), previous);
}

function verdictOn(
  { agreement, asOf, columns }: RunContext,
  line: CatalogueLine,
  { article, matchedBy, conflict }: AgreedMatch,
): AgreedVerdict | undefined {
  if (agreement === undefined) return undefined;
  const { vat, currency } = agreement;
  const verdict = judgePrice(line, article, matchedBy, { asOf, vat, currency, columns });
  return conflict === undefined ? verdict : { ...verdict, conflict };
}
