/** Makes what the reports say of lines, in whichever thread inspects them, so that no finding is put into words twice. */
import type { Finding } from '../../catalogue/finding.ts';
import { addToTally, newTally, type Tally } from '../../reporters/finding-groups.ts';
import { ROW_COLUMN } from '../../reporters/findings-csv.ts';
import { FINDINGS_PER_RULE } from '../../reporters/page/findings.ts';
import { DELIMITER, joinedCells, RECORD_END } from '../../reporters/report-csv.ts';
import { type ReportedLine, type ReportStyle, reportLine } from './line-reports.ts';
import { type LineTexts, type LineTextWriter, newLineTextWriter } from './line-texts.ts';

/** Texts of some lines for each of the report files. Plain data. */
export interface ToldLines {
  readonly findings: LineTexts;
  readonly findingsTable: LineTexts;
  readonly withheld: LineTexts;
  readonly tally: Tally<FindingAt>;
}

/** A finding by its line, and its place among those of the line, from 0. */
export interface FindingAt {
  readonly line: number;
  readonly nth: number;
}

export interface LineTeller {
  /** @param at which of the lines, from 0, ascending */
  tell(at: number, line: ReportedLine): void;
  told(): ToldLines;
}

/** Comes before the row of a finding, and before anything that a supplier wrote. */
const ROW_KEY = '"row":';
/** Where a row of its own stands behind the key, it is no gap. */
const ROW_GAP = /"row":(?!\d)/;

/**
 * @param columns how many the catalogue has
 * @returns makes the teller of a batch of lines, done with when the next is made
 */
export function lineTellers(columns: number, style: ReportStyle): () => LineTeller {
  const { language } = style;
  const findings = newLineTextWriter();
  const findingsTable = newLineTextWriter();
  const withheld = newLineTextWriter();

  const addRecord = (to: LineTextWriter, at: number, cells: readonly string[], rowColumn: number): void => {
    const before = joinedCells(cells, language, 0, rowColumn) + DELIMITER[language];
    const after = DELIMITER[language] + joinedCells(cells, language, rowColumn + 1) + RECORD_END;
    to.add(at, before, after);
  };
  return () => {
    for (const writer of [findings, findingsTable, withheld]) writer.clear();
    const tally = newTally<FindingAt>(FINDINGS_PER_RULE);
    return {
      tell(at, line) {
        const told = reportLine(line, columns, style);
        const digits = String(line.row).length;
        for (const { json, cells } of told.findings) {
          if (cells[ROW_COLUMN] !== String(line.row)) {
            findings.add(at, json);
            findingsTable.add(at, joinedCells(cells, language) + RECORD_END);
            continue;
          }
          const row = json.indexOf(ROW_KEY) + ROW_KEY.length;
          findings.add(at, json.slice(0, row), json.slice(row + digits));
          addRecord(findingsTable, at, cells, ROW_COLUMN);
        }
        for (const [nth, finding] of line.findings.entries()) addToTally(tally, finding, { line: at, nth });
        if (told.withheld !== undefined) addRecord(withheld, at, told.withheld, columns);
      },
      told: () => ({
        findings: findings.texts(),
        findingsTable: findingsTable.texts(),
        withheld: withheld.texts(),
        tally,
      }),
    };
  };
}

/** The finding as it stands in the texts, in the row where its line is. */
export function findingAt({ bytes, lines, ends }: LineTexts, { line, nth }: FindingAt, row: number): Finding {
  const at = lines.indexOf(line);
  const text = Buffer.from(bytes.subarray(ends[at - 1] ?? 0, ends[at])).toString();
  const json = text.split('\n')[nth] ?? '';
  return JSON.parse(json.replace(ROW_GAP, ROW_KEY + row)) as Finding;
}
