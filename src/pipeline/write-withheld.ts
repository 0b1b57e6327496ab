/** `withheld.csv`: every line that does not go on as sent, as it was sent, with what becomes of it and why. */
import path from 'node:path';
import { FIELD_NAMES } from '../catalogue/field.ts';
import type { Disposition, Finding } from '../catalogue/finding.ts';
import type { LineValues } from '../catalogue/line.ts';
import type { Language } from '../catalogue/text.ts';
import { valueText } from '../diff/compare-lines.ts';
import { fieldTitle, formatField } from '../reporters/format-value.ts';
import { renderMessage } from '../reporters/message.ts';
import { reportCsv } from '../reporters/report-csv.ts';
import { WORDS } from '../reporters/words.ts';
import type { Inspected } from './inspect-lines.ts';
import { readJsonLines } from './json-lines.ts';
import type { Inputs, OpenedCatalogue } from './load-inputs.ts';
import { rowsAgain } from './rows-again.ts';
import { ruleById } from './rule-by-id.ts';
import { writeFileFrom } from './text-file.ts';
import { FINDINGS_FILE } from './write-findings.ts';

export const WITHHELD_FILE = 'withheld.csv';

interface WithheldLine {
  readonly row: number;
  readonly cells: readonly string[];
  readonly disposition: Disposition;
  readonly reasons: string;
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  nb: ['Rad', 'Hva skjer', 'Hvorfor'],
  en: ['Row', 'What happens', 'Why'],
};

const PUT_RIGHT: Readonly<Record<Language, string>> = { nb: 'Rettet til', en: 'Corrected to' };

/** @param refused whether the whole catalogue is: then no line goes on */
export async function writeWithheld(
  folder: string,
  inputs: Inputs,
  { file, mapping }: OpenedCatalogue,
  { ledger }: Inspected,
  refused: boolean,
): Promise<void> {
  const { language } = inputs;
  function* wanted(): Generator<number> {
    for (let ordinal = 0; ordinal < ledger.size; ordinal++) {
      const disposition = ledger.disposition(ordinal);
      if (refused || disposition !== 'approve') yield ordinal;
    }
  }
  const reasons = reasonsByRow(path.join(folder, FINDINGS_FILE), inputs);
  async function* lines(): AsyncGenerator<WithheldLine> {
    for await (const { ordinal, row } of rowsAgain(file, ledger, wanted())) {
      const disposition = refused ? 'withhold' : ledger.disposition(ordinal);
      const why = [await reasons(row.row)];
      if (disposition === 'correct') why.push(putRight(ledger.corrections.get(ordinal) ?? {}, inputs));
      yield { row: row.row, cells: row.cells, disposition, reasons: why.filter((part) => part !== '').join(' ') };
    }
  }
  const headings = mapping.header.columns.map(({ heading }) => heading);
  const table = reportCsv([...headings, ...HEADINGS[language]], lines(), language, (line) => [
    ...headings.map((_, index) => line.cells[index] ?? ''),
    String(line.row),
    WORDS[language].lineDisposition[line.disposition],
    line.reasons,
  ]);
  await writeFileFrom(path.join(folder, WITHHELD_FILE), table);
}

/** The values that go on in place of those sent. */
function putRight(correction: LineValues, { language, agreement }: Inputs): string {
  const values = FIELD_NAMES.flatMap((field) => {
    const value = valueText({ row: 0, ...correction }, field);
    if (value === undefined) return [];
    const shown = formatField(field, value, language, 'prose', agreement?.agreement.currency);
    return [`${fieldTitle(field, language)} ${shown}`];
  });
  return `${PUT_RIGHT[language]}: ${values.join(', ')}.`;
}

/** Findings and lines are both in file order, so one pass over the findings serves all lines. */
function reasonsByRow(file: string, inputs: Inputs): (row: number) => Promise<string> {
  const findings = readJsonLines<Finding>(file)[Symbol.asyncIterator]();
  const currency = inputs.agreement?.agreement.currency;
  let next: Promise<IteratorResult<Finding>> | undefined;
  return async (row) => {
    const messages: string[] = [];
    for (;;) {
      next ??= findings.next();
      const { done, value } = await next;
      if (done === true || value.lineDisposition === undefined || (value.place.row ?? 0) > row)
        return messages.join(' ');
      next = undefined;
      if (value.place.row !== row || value.severity !== 'error') continue;
      const rule = ruleById(value.rule);
      if (rule !== undefined) messages.push(`${renderMessage(rule, value, inputs.language, currency)} (${value.rule})`);
    }
  };
}
