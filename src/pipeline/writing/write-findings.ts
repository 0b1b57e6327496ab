/**
 * Makes `findings.jsonl`, `findings.csv` and `withheld.csv` whole when everything is decided: what was written of lines
 * by themselves stays, but for those of which other lines, or the decision on the catalogue, made something else.
 */
import path from 'node:path';
import type { Finding } from '../../catalogue/finding.ts';
import type { Ledger } from '../../decision/ledger.ts';
import { addToTally, newTally, type Tally } from '../../reporters/finding-groups.ts';
import { FINDING_COLUMNS, FINDINGS_TABLE } from '../../reporters/findings-csv.ts';
import { FINDINGS_PER_RULE } from '../../reporters/page/findings.ts';
import { headingRecord, joinedCells, RECORD_END } from '../../reporters/report-csv.ts';
import type { CatalogueFindings } from '../checking/catalogue-findings.ts';
import type { PendingFinding } from '../checking/findings.ts';
import type { Inspected } from '../checking/inspect-lines.ts';
import { type FindingReports, type ReportStyle, reportFinding, reportLine } from '../checking/line-reports.ts';
import type { RevisedReports } from '../checking/report-files.ts';
import { ruleBook } from '../checking/rule-by-id.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { type BlockWriter, newBlockWriter } from '../rows/block-file.ts';
import { rowsAgain } from '../rows/rows-again.ts';
import { FINDINGS_FILE } from '../stored/stored-run.ts';

/** A catalogue whose lines could be read. */
export interface OpenedAndInspected {
  readonly catalogue: OpenedCatalogue;
  readonly inspected: Inspected;
}

/**
 * @param opened absent for a file that cannot be used
 * @param refused whether nothing of the catalogue goes on: then every line is withheld, whatever its own findings say
 * @returns all findings, counted
 */
export async function writeFindings(
  folder: string,
  inputs: Inputs,
  opened: OpenedAndInspected | undefined,
  whole: CatalogueFindings,
  refused: boolean,
): Promise<Tally<Finding>> {
  const style = {
    language: inputs.language,
    currency: inputs.agreement?.agreement.currency,
    rule: ruleBook(inputs.ruleSet.own?.rules.values() ?? []),
  };
  const tally = opened?.inspected.reports.tally ?? newTally(FINDINGS_PER_RULE);
  for (const { finding } of [...(opened?.inspected.lateFindings ?? []), ...whole.findings])
    addToTally(tally, finding, finding);
  const putOnCatalogue = (findings: TextTaker, table: TextTaker): void => {
    for (const { finding } of whole.findings) {
      const { json, cells } = reportFinding(finding, style);
      findings.put(json);
      table.put(recordOf(cells, style));
    }
  };
  if (opened !== undefined && (refused || opened.inspected.revised.length > 0)) {
    await revise(opened, refused, style, putOnCatalogue);
    return tally;
  }
  const mode = opened === undefined ? 'new' : 'append';
  const findings = newBlockWriter(path.join(folder, FINDINGS_FILE), mode);
  const table = newBlockWriter(path.join(folder, FINDINGS_TABLE), mode);
  try {
    if (opened === undefined) table.put(headingRecord(FINDING_COLUMNS, style.language));
    putOnCatalogue(findings, table);
    findings.end();
    table.end();
  } finally {
    findings.abandon();
    table.abandon();
  }
  return tally;
}

type TextTaker = Pick<BlockWriter, 'put'>;

/** @param putLast what comes behind the last line */
async function revise(
  opened: OpenedAndInspected,
  refused: boolean,
  style: ReportStyle,
  putLast: (findings: TextTaker, table: TextTaker) => void,
): Promise<void> {
  const files = opened.inspected.reports.revise();
  const all = Object.values(files);
  try {
    reviseLines(files, opened, refused, style);
    for (const file of all) file.toEnd();
    putLast(files.findings, files.findingsTable);
    for (const file of all) file.keep();
  } finally {
    for (const file of all) file.close();
  }
}

function reviseLines(
  { findings, findingsTable, withheld }: RevisedReports,
  { catalogue: { file, mapping }, inspected }: OpenedAndInspected,
  refused: boolean,
  style: ReportStyle,
): void {
  const { ledger, lateFindings, revised } = inspected;
  const lateOn = takenInOrder(lateFindings);
  for (const { ordinal, row } of rowsAgain(file, ledger, refused ? allOf(ledger) : revised)) {
    const early = jsonValues<Finding>(findings.cut(ordinal));
    findingsTable.cut(ordinal);
    withheld.cut(ordinal);
    const correction = ledger.corrections.get(ordinal);
    const disposition = refused ? 'withhold' : ledger.disposition(ordinal);
    const line = {
      row: row.row,
      cells: row.cells,
      findings: [...early, ...lateOn(ordinal)].map((finding) => ({ ...finding, lineDisposition: disposition })),
      disposition,
      ...(correction === undefined ? {} : { correction }),
    };
    const told = reportLine(line, mapping.header.columns.length, style);
    for (const { json, cells } of told.findings) {
      findings.put(json);
      findingsTable.put(recordOf(cells, style));
    }
    if (told.withheld !== undefined) withheld.put(recordOf(told.withheld, style));
  }
}

function recordOf(cells: FindingReports['cells'], { language }: ReportStyle): string {
  return joinedCells(cells, language) + RECORD_END;
}

function* allOf({ size }: Ledger): Generator<number> {
  for (let ordinal = 0; ordinal < size; ordinal++) yield ordinal;
}

/** What is pending on one line after the other. */
function takenInOrder(pending: readonly PendingFinding[]): (ordinal: number) => readonly Finding[] {
  let next = 0;
  return (ordinal) => {
    const taken: Finding[] = [];
    for (let one = pending[next]; one?.ordinal === ordinal; one = pending[++next]) taken.push(one.finding);
    return taken;
  };
}

function jsonValues<T>(lines: string): readonly T[] {
  return lines === ''
    ? []
    : lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as T);
}
