/** What changed between two catalogues, for the terminal: the figures, then the changes themselves. */
import { FIELDS } from '../catalogue/field.ts';
import type { Language } from '../catalogue/text.ts';
import { diffTable } from './diff-csv.ts';
import { formatChange } from './format-number.ts';
import { formatField } from './format-value.ts';
import { oneLine } from './one-line.ts';
import { diffNotes } from './outcome-words.ts';
import type { Style } from './reporter.ts';
import type { Change, DiffCounts } from './result.ts';
import { WORDS } from './words.ts';

/** More changes than these are counted, not shown: the whole of them is a table. */
const SHOWN = 40;

const OWN_WORDS = {
  nb: {
    equal: 'Katalogene er like.',
    key: 'Linjene kjennes på',
    noKey: 'Katalogene har ingen felles kolonne å kjenne linjene på.',
    more: (count: number) => `og ${count} til; alle: --report csv`,
  },
  en: {
    equal: 'The catalogues are identical.',
    key: 'Lines are matched by',
    noKey: 'The catalogues have no common column to match their lines by.',
    more: (count: number) => `and ${count} more; all: --report csv`,
  },
} as const satisfies Record<Language, object>;

export async function* diffReport(
  totals: DiffCounts,
  changes: () => AsyncIterable<Change>,
  form: string,
  style: Style,
): AsyncGenerator<string> {
  if (form === 'csv') yield* diffTable(changes(), style.language);
  else yield* diffText(totals, changes, style);
}

async function* diffText(
  totals: DiffCounts,
  changes: () => AsyncIterable<Change>,
  { language }: Style,
): AsyncGenerator<string> {
  const words = WORDS[language];
  const own = OWN_WORDS[language];
  yield `${summaryLines(totals, language).join('\n')}\n`;
  let shown = 0;
  let more = 0;
  for await (const change of changes()) {
    if (shown === SHOWN) {
      more++;
      continue;
    }
    if (shown === 0) yield '\n';
    shown++;
    yield `${changeLine(change, language, words.change[change.change])}\n`;
  }
  if (more > 0) yield `${own.more(more)}\n`;
}

function summaryLines(totals: DiffCounts, language: Language): readonly string[] {
  const words = WORDS[language];
  const own = OWN_WORDS[language];
  const { added, removed, changed, renumbered, duplicateKeys, unchanged, key } = totals;
  if (key.length === 0) return [own.noKey];
  const differs = added + removed + changed + renumbered + duplicateKeys > 0;
  const counts = [
    words.added(added),
    words.removed(removed),
    words.changed(changed),
    words.renumbered(renumbered),
    words.unchanged(unchanged),
  ];
  return [
    differs ? `${counts.join(', ')}.` : own.equal,
    words.priceMoves(totals.priceUp, totals.priceDown),
    ...diffNotes(totals, language).map((note) => oneLine(note, NOTE_LENGTH)),
    `${own.key}: ${key.map((field) => FIELDS[field].title[language]).join(' + ')}.`,
  ];
}

/** Longer ones are cut: the table holds the whole of them. */
const VALUE_LENGTH = 60;
const NOTE_LENGTH = 300;

function changeLine(change: Change, language: Language, kind: string): string {
  const { field, heading, before, after, percent } = change;
  const item = oneLine(change.item, VALUE_LENGTH);
  const what = field === undefined ? heading && oneLine(heading, VALUE_LENGTH) : FIELDS[field].title[language];
  if (what === undefined) return `${item}: ${kind}`;
  const shown = (value: string | undefined): string =>
    value === undefined ? WORDS[language].nothing : oneLine(formatField(field, value, language, 'prose'), VALUE_LENGTH);
  const moved = percent === undefined ? '' : ` (${formatChange(percent, language)})`;
  return `${item}: ${kind}, ${what}: ${shown(before)} → ${shown(after)}${moved}`;
}
