/** The versions of an agreement as a table: one row each, the newest first. */
import type { Language } from '../catalogue/text.ts';
import type { Manifest } from '../versions/manifest.ts';
import { formatCount } from './format-number.ts';
import { formatDate } from './format-value.ts';
import { oneLine } from './one-line.ts';
import { WORDS as REPORT_WORDS } from './words.ts';

const WORDS = {
  nb: {
    heading: ['Versjon', 'Gjelder', 'Godkjent', 'Av', 'Utfall', 'Linjer', 'Nye', 'Fjernet', 'Endret', 'Godtatt', ''],
    none: 'Ingen versjon er godkjent.',
    rollback: (to: string, reason: string) => `tilbake til ${to}: ${reason}`,
    pending: (number: string, run: string, by: string) =>
      `Venter på en signatur til: versjon ${number} (${run}), signert av ${by}.`,
    and: ' og ',
  },
  en: {
    heading: ['Version', 'As of', 'Approved', 'By', 'Outcome', 'Lines', 'New', 'Removed', 'Changed', 'Accepted', ''],
    none: 'No version is approved.',
    rollback: (to: string, reason: string) => `back to ${to}: ${reason}`,
    pending: (number: string, run: string, by: string) =>
      `Waiting for another signature: version ${number} (${run}), signed by ${by}.`,
    and: ' and ',
  },
} as const;

/** Columns of numbers stand to the right. */
const NUMBERS: ReadonlySet<number> = new Set([5, 6, 7, 8, 9]);
const LONGEST_CELL = 60;

export interface PendingVersion {
  readonly number: string;
  readonly run: string;
  readonly by: readonly string[];
}

/**
 * @param manifests the oldest first
 */
export function historyText(
  { name, number }: Pick<Manifest['agreement'], 'name' | 'number'>,
  manifests: readonly Manifest[],
  pending: readonly PendingVersion[],
  language: Language,
): string {
  const words = WORDS[language];
  const waiting = pending.map((one) => `${words.pending(one.number, one.run, one.by.join(words.and))}\n`);
  const title = `${number} ${name}\n`;
  if (manifests.length === 0) return [title, `${words.none}\n`, ...waiting].join('');
  const rows = [words.heading, ...manifests.toReversed().map((manifest) => rowOf(manifest, language))];
  const widths = words.heading.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const lines = rows.map(
    (row) =>
      `${row
        .map((cell, at) => padded(cell, at, widths[at] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
  );
  return [title, ...lines, ...waiting].join('');
}

function rowOf(manifest: Manifest, language: Language): readonly string[] {
  const words = WORDS[language];
  const { changes, rollback, approvedBy } = manifest;
  const count = (value: number | undefined): string => (value === undefined ? '' : formatCount(value, language));
  const last = approvedBy.at(-1);
  return [
    manifest.number,
    formatDate(manifest.asOf, language),
    last === undefined ? '' : formatDate(last.at.slice(0, 'YYYY-MM-DD'.length), language),
    oneLine(approvedBy.map(({ by }) => by).join(words.and), LONGEST_CELL),
    REPORT_WORDS[language].outcome[manifest.outcome],
    count(manifest.catalogue.lines),
    count(changes?.added),
    count(changes?.removed),
    count(changes?.changed),
    count(manifest.findings.waived),
    rollback === undefined ? '' : oneLine(words.rollback(rollback.to, rollback.reason), LONGEST_CELL),
  ];
}

function padded(cell: string, at: number, width: number): string {
  return NUMBERS.has(at) ? cell.padStart(width) : cell.padEnd(width);
}
