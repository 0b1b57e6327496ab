/** What is done with each line by itself: it is mapped, matched, compared and asked about, once. */
import type { AgreedVerdict, Agreement } from '../agreement/agreement.ts';
import type { AgreedArticles, AgreedMatch } from '../agreement/price-list.ts';
import { judgePrice } from '../agreement/price-verdict.ts';
import type { Disposition, Finding } from '../catalogue/finding.ts';
import type { CatalogueLine, LineValues } from '../catalogue/line.ts';
import { decideLine } from '../decision/decide-line.ts';
import { type GroupKeys, groupKeyTaker } from '../decision/group-index.ts';
import type { FormerLines, MappedFile } from '../diff/previous-version.ts';
import { findFormer, type RelatedLines, relaterOf } from '../diff/relate-lines.ts';
import { type AskingContext, askingContext, checkLine, type Remark } from '../engine/check-line.ts';
import type { LineRules } from '../engine/plain-rules.ts';
import type { RunContext } from '../engine/rule.ts';
import { type MappedRow, type Mapping, mapRow } from '../mapping/map-rows.ts';
import type { Pass } from '../readers/passed.ts';
import type { RawRow } from '../readers/reader.ts';
import { newPlaces, type Places, putPlace } from '../readers/record-places.ts';
import { canWrite } from './changed-cells.ts';
import { findingMaker, itemOf } from './findings.ts';

/** What lines are held against. */
export interface LineGrounds {
  readonly asOf: string;
  readonly agreement?: Agreement;
  readonly prices?: AgreedArticles;
  readonly previous?: FormerLines;
}

/** What became of some lines, in file order. Plain data. */
export interface InspectedLines {
  readonly count: number;
  readonly places: Places;
  readonly groupKeys: GroupKeys;
  /** Absent without a previous version. */
  readonly related?: RelatedLines;
  /** Position of the line's agreed article, or {@link NO_ARTICLE}; empty without a price list. */
  readonly articles: Int32Array;
  /** Lines of which something was remarked, ascending. */
  readonly judged: readonly JudgedLine[];
  /** Per line rule: how often it was asked, and how often it could not be. */
  readonly asked: Float64Array;
}

export interface JudgedLine {
  /** Which of these lines, from 0. */
  readonly at: number;
  readonly findings: readonly Finding[];
  /** Rules that refuse the whole catalogue because of the line. */
  readonly refusedBy: readonly string[];
  readonly disposition: Disposition;
  readonly correction?: LineValues;
}

export const NO_ARTICLE = -1;

/** @param name of the catalogue's file, as the report has it */
export function linePass(
  { file, mapping }: MappedFile,
  name: string,
  rules: LineRules,
  grounds: LineGrounds,
): Pass<InspectedLines> {
  // Counted here, batch by batch: a batch that is thrown away must not have counted.
  const counted = { ...rules, line: rules.line.map((asked) => ({ ...asked, checked: 0, skipped: 0 })) };
  const run = runContext(grounds, rules);
  const make = findingMaker(name, file.sheet, mapping.header.columns);
  const takerFor = groupKeyTaker(rules.group);
  const { previous, prices } = grounds;
  const relaterFor = previous === undefined ? undefined : relaterOf(previous, mapping);

  const judge = (
    at: number,
    line: CatalogueLine,
    remarks: readonly Remark[],
    former: CatalogueLine | undefined,
  ): JudgedLine => {
    const item = itemOf(line);
    return {
      at,
      findings: remarks.map((remark) => make.onLine(remark, line.row, item)),
      refusedBy: remarks.flatMap(({ rule, disposition }) => (disposition === 'refuse' ? [rule] : [])),
      ...decideLine(line, remarks, {
        remarksOn: (other) => checkLine(other, lineContext(run, grounds, other, former), counted, false),
        ...(former === undefined ? {} : { previous: former }),
        canWrite: (values) => canWrite(values, mapping),
      }),
    };
  };

  return (rows) => {
    const mapped = linesOf(rows, mapping);
    const count = mapped.length;
    const places = newPlaces(count);
    const keys = takerFor(count);
    const relater = relaterFor?.(count);
    const articles = new Int32Array(prices === undefined ? 0 : count).fill(NO_ARTICLE);
    const judged: JudgedLine[] = [];
    for (const [at, { line, raw }] of mapped.entries()) {
      putPlace(places, at, raw);
      keys.add(line);
      const position = previous === undefined ? undefined : findFormer(previous, line);
      const former = position === undefined ? undefined : previous?.formerOf(line, raw, position);
      relater?.add(line, position, former);
      const match = prices?.find(line);
      if (match !== undefined) articles[at] = match.position;
      const remarks = checkLine(line, askingContext(run, verdictOn(grounds, line, match), former), counted, true);
      if (remarks.length > 0) judged.push(judge(at, line, remarks, former));
    }
    const related = relater?.related;
    const asked = takeCounts(counted);
    return {
      count,
      places,
      groupKeys: keys.keys,
      articles,
      judged,
      asked,
      ...(related === undefined ? {} : { related }),
    };
  };
}

function linesOf(rows: readonly RawRow[], mapping: Mapping): readonly MappedRow[] {
  const mapped: MappedRow[] = [];
  for (const raw of rows) {
    const line = mapRow(raw, mapping);
    if (line !== undefined) mapped.push({ line, raw });
  }
  return mapped;
}

/** Since it was asked last. */
function takeCounts({ line }: LineRules): Float64Array {
  const counts = new Float64Array(2 * line.length);
  for (const [at, asked] of line.entries()) {
    counts[2 * at] = asked.checked;
    counts[2 * at + 1] = asked.skipped;
    asked.checked = 0;
    asked.skipped = 0;
  }
  return counts;
}

export function runContext(
  { asOf, agreement }: LineGrounds,
  { neededByErrors }: Pick<LineRules, 'neededByErrors'>,
): RunContext {
  return { asOf, neededByErrors, ...(agreement === undefined ? {} : { agreement }) };
}

/** What the rules may look at beside one line. */
export function lineContext(
  run: RunContext,
  grounds: LineGrounds,
  line: CatalogueLine,
  previous: CatalogueLine | undefined,
): AskingContext {
  return askingContext(run, verdictOn(grounds, line, grounds.prices?.find(line)), previous);
}

function verdictOn(
  { agreement, asOf }: LineGrounds,
  line: CatalogueLine,
  match: AgreedMatch | undefined,
): AgreedVerdict | undefined {
  if (match === undefined || agreement === undefined) return undefined;
  return judgePrice(line, match.article, match.matchedBy, { asOf, vat: agreement.vat });
}
