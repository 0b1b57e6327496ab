/** Every report there is. Those that few runs ask for are loaded when they are. */
import { OperationalError } from '../catalogue/error.ts';
import { ANNOTATED } from '../catalogue/own-marks.ts';
import { diffCsv } from './diff-csv.ts';
import { findingsCsv } from './findings-csv.ts';
import { html } from './html.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

/** Those that every run writes, and the summary. */
export const reporters: readonly Reporter[] = [text, html, findingsCsv, diffCsv];

const ON_DEMAND: Readonly<Record<string, () => Promise<Reporter>>> = {
  markdown: async () => (await import('./markdown.ts')).markdown,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  'catalogue-response': async () => (await import('./catalogue-response.ts')).catalogueResponse,
};

/** Those that give text, as in `--report`. */
export const REPORTS: readonly string[] = [...reporters.map(({ format }) => format), ...Object.keys(ON_DEMAND)];
/** The letter to the supplier, which is several files and none of them for the screen: see letter/notice.ts. */
export const NOTICE = 'deviation-notice';
/** The supplier's own workbook with marks is no text but a file that is written: see pipeline/writing/write-annotated.ts. */
const ALL_REPORTS: readonly string[] = [...REPORTS, ANNOTATED, NOTICE];

/**
 * The reporter of `--report NAME`, for one of {@link REPORTS}.
 * @throws OperationalError for a name that is none
 */
export async function reporterNamed(name: string): Promise<Reporter> {
  requireReport(name);
  const found = reporters.find(({ format }) => format === name) ?? (await ON_DEMAND[name]?.());
  if (found === undefined) throw new RangeError(`no report ${name}`);
  return found;
}

/** @throws OperationalError for a name that is none */
export function requireReport(name: string): void {
  if (ALL_REPORTS.includes(name)) return;
  const names = ALL_REPORTS.join(', ');
  throw new OperationalError({
    nb: `Ukjent rapport «${name}» etter --report. Velg en av: ${names}.`,
    en: `Unknown report "${name}" after --report. Choose one of: ${names}.`,
  });
}
