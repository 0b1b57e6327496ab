/** The changes of the page: how many of each kind, and of each kind the first or largest, with changed words marked. */
import { fieldKind } from '../../catalogue/field.ts';
import { formatChange, formatCount, formatMoney } from '../format-number.ts';
import { fieldTitle, formatField } from '../format-value.ts';
import { diffNotes, whyNotCompared } from '../outcome-words.ts';
import type { Change, DiffCounts } from '../result.ts';
import { CHANGE_KINDS, type ChangeKind, type ChangeList, type ChangeLists } from './change-lists.ts';
import { type MarkedPair, markedPair } from './changed-words.ts';
import { html, type Markup, NO_MARKUP } from './markup.ts';
import { amountCell, amountHeading, fileLink, fold, heading, type Page, section, textCell, wideTable } from './page.ts';
import { type Room, sharedRoom, type TakeRows } from './room.ts';

/** Changes kept of each kind, and what the rows may take together. */
export const CHANGES_PER_KIND = 60;
const ROOM: Room = { bytes: 250_000, nodes: 4000 };

export function changes(page: Page, lists: ChangeLists): Markup {
  const { result, words } = page;
  const { diff } = result;
  if (diff === undefined)
    return section('diff', words.diff, html`<p>${words.notCompared[whyNotCompared(result)]}</p>\n`);
  const shown = CHANGE_KINDS.filter((kind) => lists[kind].count > 0);
  const take = sharedRoom(ROOM, shown.length);
  return section('diff', words.diff, [
    countTable(page, diff),
    shown.length === 0 ? html`<p>${words.noChanges}</p>\n` : NO_MARKUP,
    ...shown.map((kind) => changesOfKind(page, kind, lists[kind], take)),
  ]);
}

function countTable({ language, own }: Page, diff: DiffCounts): Markup {
  const rows: readonly (readonly [string, number])[] = [
    [own.addedLines, diff.added],
    [own.removedLines, diff.removed],
    [own.changedLines, diff.changed],
    [own.renumberedLines, diff.renumbered],
    [own.unchangedLines, diff.unchanged],
    [own.priceUp, diff.priceUp],
    [own.priceDown, diff.priceDown],
  ];
  return html`<dl class="counts">
${rows.map(([name, count]) => html`<div><dt>${name}</dt><dd>${formatCount(count, language)}</dd></div>\n`)}</dl>
${diffNotes(diff, language).map((note) => html`<p>${note}</p>\n`)}`;
}

function changesOfKind(page: Page, kind: ChangeKind, { count, shown }: ChangeList, take: TakeRows): Markup {
  const { own, language } = page;
  const columns = changeColumns(page).filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
  const filled = columns.filter(({ isEmpty }) => !shown.every(isEmpty));
  const rows = take(shown.map((change) => changeRow(page, change, filled)));
  const some = PRICES.includes(kind) ? own.largestChanges : own.firstChanges;
  const caption =
    rows.length === count
      ? html`${own.allChanges(count)}`
      : html`${some(rows.length)} ${own.restIn} ${fileLink(page, 'diff.csv')}.`;
  const summary = html`<span class="count">${formatCount(count, language)}</span> <b>${own.changeKind[kind]}</b>`;
  const headings = [
    heading(own.item),
    ...filled.map(({ title, amount }) => (amount ? amountHeading(title) : heading(title))),
  ];
  return fold(summary, wideTable(caption, headings, rows), `change ${kind}`);
}

const PRICES: readonly ChangeKind[] = ['priceUp', 'priceDown'];
const NO_PRICES = CHANGE_KINDS.filter((kind) => !PRICES.includes(kind));

interface ChangeColumn {
  readonly title: string;
  readonly amount?: true;
  /** Absent: of every kind. */
  readonly kinds?: readonly ChangeKind[];
  readonly cell: (change: Change, pair: MarkedPair) => Markup;
  readonly isEmpty: (change: Change) => boolean;
}

function changeColumns({ language, words, own, currency }: Page): readonly ChangeColumn[] {
  const money = (effect: string): string => formatMoney(effect, language, 'prose', currency);
  return [
    {
      title: own.field,
      kinds: ['renumbered', 'other'],
      cell: (change) => textCell(whatChanged(change, language, words)),
      isEmpty: (change) => whatChanged(change, language, words) === '',
    },
    {
      title: own.before,
      amount: true,
      kinds: PRICES,
      cell: (_, { before }) => html`<td class="amount">${before}</td>`,
      isEmpty: () => false,
    },
    {
      title: own.after,
      amount: true,
      kinds: PRICES,
      cell: (_, { after }) => html`<td class="amount">${after}</td>`,
      isEmpty: () => false,
    },
    {
      title: own.before,
      kinds: NO_PRICES,
      cell: (_, { before }) => html`<td class="words">${before}</td>`,
      isEmpty: ({ before }) => before === undefined,
    },
    {
      title: own.after,
      kinds: NO_PRICES,
      cell: (_, { after }) => html`<td class="words">${after}</td>`,
      isEmpty: ({ after }) => after === undefined,
    },
    {
      title: own.change,
      amount: true,
      cell: ({ percent }) => amountCell(percent === undefined ? '' : formatChange(percent, language)),
      isEmpty: ({ percent }) => percent === undefined,
    },
    {
      title: own.effect,
      amount: true,
      cell: ({ effect }) => amountCell(effect === undefined ? '' : money(effect)),
      isEmpty: ({ effect }) => effect === undefined,
    },
    {
      title: own.goesOn,
      cell: ({ stopped }) => html`<td>${stopped ? words.no : words.yes}</td>`,
      isEmpty: () => false,
    },
  ];
}

function whatChanged(
  { field, heading: ownHeading, change }: Change,
  language: Page['language'],
  words: Page['words'],
): string {
  if (field !== undefined) return fieldTitle(field, language);
  return ownHeading ?? (change === 'ambiguous' ? words.change.ambiguous : '');
}

function changeRow({ language }: Page, change: Change, columns: readonly ChangeColumn[]): Markup {
  const { item, name } = change;
  const pair = pairOf(change, language);
  return html`<tr><th scope="row" class="item">${item}${name === undefined ? NO_MARKUP : html` <span class="name">${name}</span>`}</th>${columns.map(({ cell }) => cell(change, pair))}</tr>`;
}

/** Words are marked in texts; of other values each is new as a whole. */
function pairOf({ field, before, after }: Change, language: Page['language']): MarkedPair {
  const isText = field === undefined || fieldKind(field) === 'text';
  if (isText && before !== undefined && after !== undefined) return markedPair(before, after);
  // Without a currency: a line may be priced in another than the agreement's, and before in another than now.
  const show = (value: string | undefined): Markup =>
    value === undefined ? NO_MARKUP : html`${formatField(field, value, language, 'prose')}`;
  return { before: show(before), after: show(after) };
}
