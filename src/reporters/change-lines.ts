/** What changed between two catalogues, as lines for a terminal. */
import type { Language } from '../catalogue/text.ts';
import { formatMoney, formatPercent } from './format-number.ts';
import { oneLine } from './one-line.ts';
import { diffNotes, yearlyInWords } from './outcome-words.ts';
import { largestMoves } from './price-moves.ts';
import type { Change, CheckedDiffCounts } from './result.ts';
import { WORDS } from './words.ts';
import { type Lines, wrap } from './wrap.ts';

/** Longer notes are cut. */
const NOTE_LENGTH = 300;

export interface ChangeLinesOptions {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  /** How many of the largest price rises are named. */
  readonly rises: number;
}

/** The counts, what else is to be said of the comparison, and the largest price rises. */
export async function changeLines(
  diff: CheckedDiffCounts,
  changes: AsyncIterable<Change>,
  { language, width, rises }: ChangeLinesOptions,
): Promise<Lines> {
  const words = WORDS[language];
  const moved = [
    words.added(diff.added),
    words.removed(diff.removed),
    words.changed(diff.changed),
    ...(diff.renumbered > 0 ? [words.renumbered(diff.renumbered)] : []),
    words.unchanged(diff.unchanged),
  ].join(', ');
  const largest = largestMoves(rises, 'up');
  if (diff.priceUp > 0) for await (const change of changes) largest.add(change);
  // Without a currency: a line may be priced in another than the agreement's, and before in another than now.
  const price = (value = ''): string => formatMoney(value, language, 'prose');
  return [
    ...wrap(`${moved}.`, width, '  ', '  '),
    ...wrap(
      words.priceMoves(diff.priceUp, diff.priceDown, diff.priceUpStopped, diff.priceDownStopped),
      width,
      '  ',
      '  ',
    ),
    ...diffNotes(diff, language).flatMap((note) => wrap(oneLine(note, NOTE_LENGTH), width, '  ', '  ')),
    ...(largest.moves.length > 0 ? [`  ${words.largestRises}:`] : []),
    ...largest.moves.flatMap(({ item, before, after, percent, effect, stopped }) => {
      const yearly = yearlyInWords(effect, language, undefined);
      const rise = `+${formatPercent(percent ?? '', language, 'prose')}${yearly === '' ? '' : `, ${yearly}`}`;
      const sentence = `${oneLine(item, 60)}: ${words.fromTo(price(before), price(after))} (${rise})${stopped ? `, ${words.stopped}` : ''}`;
      return wrap(sentence, width, '      ', '    - ');
    }),
  ];
}
