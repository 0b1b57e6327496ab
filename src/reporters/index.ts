/** Every report there is. */
import { OperationalError } from '../catalogue/error.ts';
import { diffCsv } from './diff-csv.ts';
import { findingsCsv } from './findings-csv.ts';
import { html } from './html.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

export const reporters: readonly Reporter[] = [text, html, findingsCsv, diffCsv];

/**
 * The reporter of `--report NAME`.
 * @throws OperationalError for a name that is none
 */
export function reporterNamed(name: string): Reporter {
  const found = reporters.find(({ format }) => format === name);
  if (found !== undefined) return found;
  const names = reporters.map(({ format }) => format).join(', ');
  throw new OperationalError({
    nb: `Ukjent rapport «${name}» etter --report. Velg en av: ${names}.`,
    en: `Unknown report "${name}" after --report. Choose one of: ${names}.`,
  });
}
