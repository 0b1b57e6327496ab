/** Search, filter and order of the findings on the page. */
import type { PageData, RowData } from '../reporters/page/page-data.ts';
import { all, filled, one } from './dom.ts';

interface Row {
  readonly element: HTMLTableRowElement;
  readonly data: RowData;
  readonly severity: string;
  readonly rule: string;
  /** What it reads as, in small letters. */
  text?: string;
}

interface Wanted {
  readonly text: string;
  readonly severity: string;
  readonly rule: string;
  readonly field: string;
  readonly group: string;
}

/** Between the last key and the search: typing is not held up. */
const PAUSE_MS = 120;

export function makeFilter(data: PageData): void {
  const form = document.querySelector('form.filter');
  if (!(form instanceof HTMLFormElement)) return;
  const rows = rowsOf(data);
  const status = one('[role=status]', HTMLElement, form);
  const folds = all('details.rule', HTMLDetailsElement);
  const openAtFirst = new Map(folds.map((fold) => [fold, fold.open]));
  let order = '';

  const apply = (): void => {
    const wanted = wantedBy(form);
    const filtering = Object.values(wanted).some((value) => value !== '');
    let shown = 0;
    for (const row of rows) {
      const fits = isWanted(row, wanted);
      row.element.hidden = !fits;
      if (fits) shown++;
    }
    for (const fold of folds) {
      const hits = fold.querySelector('tr[data-row]:not([hidden])') !== null;
      fold.hidden = filtering && !hits;
      fold.open = filtering ? hits : (openAtFirst.get(fold) ?? false);
    }
    for (const part of all('.severity', HTMLElement))
      part.hidden = filtering && part.querySelector('details:not([hidden])') === null;
    status.textContent = filtering ? filled(data.words.shown, shown, rows.length) : '';
    const by = fieldOf(form, 'order');
    if (by !== order) putInOrder(rows, by);
    order = by;
  };

  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(apply, PAUSE_MS);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener('reset', () => window.setTimeout(apply, 0));
  // A browser may have kept what stood in the fields.
  form.reset();
}

function rowsOf({ rows, rules }: PageData): Row[] {
  return all('tr[data-row]', HTMLTableRowElement).flatMap((element) => {
    const data = rows[Number(element.dataset['row'])];
    const rule = data === undefined ? undefined : rules[data.r];
    return data === undefined || rule === undefined ? [] : [{ element, data, severity: rule.severity, rule: rule.id }];
  });
}

function fieldOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
}

function wantedBy(form: HTMLFormElement): Wanted {
  return {
    text: fieldOf(form, 'text').trim().toLowerCase(),
    severity: fieldOf(form, 'severity'),
    rule: fieldOf(form, 'rule'),
    field: fieldOf(form, 'field'),
    group: fieldOf(form, 'group'),
  };
}

function isWanted(row: Row, { text, severity, rule, field, group }: Wanted): boolean {
  if (severity !== '' && row.severity !== severity) return false;
  if (rule !== '' && row.rule !== rule) return false;
  if (field !== '' && row.data.field !== field) return false;
  if (group !== '' && row.data.group !== group) return false;
  if (text === '') return true;
  row.text ??= (row.element.textContent ?? '').toLowerCase();
  return text.split(/\s+/).every((word) => row.text?.includes(word));
}

type Compare = (a: Row, b: Row) => number;

/** Largest first; what has no such number stands last. */
const byNumber =
  (key: 'effect' | 'percent'): Compare =>
  (a, b) =>
    Math.abs(b.data[key] ?? 0) - Math.abs(a.data[key] ?? 0);

const ORDERS: Readonly<Record<string, Compare | undefined>> = {
  item: (a, b) => (a.data.item ?? '').localeCompare(b.data.item ?? '', undefined, { numeric: true }),
  effect: byNumber('effect'),
  percent: byNumber('percent'),
  row: (a, b) => (a.data.row ?? 0) - (b.data.row ?? 0),
};

/** Within each rule; the rows of one keep the order they came in where nothing tells them apart. */
function putInOrder(rows: readonly Row[], by: string): void {
  const compare = ORDERS[by];
  const sorted = compare === undefined ? rows : [...rows].sort(compare);
  for (const { element } of sorted) element.parentElement?.append(element);
}
