/** The buyer's table of what was bought, made into what is bought in a year. */
import { add, type Decimal, decimal, isNegative } from '../catalogue/decimal.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import { newKeyTable } from '../catalogue/key-table.ts';
import type { Text } from '../catalogue/text.ts';
import { findUnit } from '../code-lists/units.ts';
import { readDecimal, signOfAmount } from '../mapping/amounts.ts';
import type { DecimalSign } from '../mapping/number-style.ts';
import type { RowFile, Source } from '../readers/reader.ts';
import { readBuyerTable, type TableRow } from './buyer-table.ts';
import { type Period, periodOf, readPeriod } from './volume-periods.ts';
import { type Coverage, type VolumeEntry, type Volumes, volumesOf } from './volumes.ts';

const COLUMNS = {
  quantity: {
    title: { nb: 'Antall', en: 'Quantity' },
    words:
      'Antall|Ant|Mengde|Volum|Kvantum|Forbruk|Årsforbruk|Årsvolum|Årlig antall|Årlig volum|Antall kjøpt|Kjøpt antall|Innkjøpt antall|Bestilt antall|Estimert volum|Estimert antall|Estimert årsforbruk|Quantity|Qty|Volume|Yearly quantity|Annual quantity|Yearly volume|Annual volume|Quantity bought|Consumption',
  },
  period: { title: { nb: 'Periode', en: 'Period' }, words: 'Periode|Period|År|Year|Måned|Month|Kvartal|Quarter' },
  from: {
    title: { nb: 'Fra', en: 'From' },
    words: 'Fra|Fra dato|Fra og med|From|From date|Period from',
    fields: ['validFrom'],
  },
  to: { title: { nb: 'Til', en: 'To' }, words: 'Til|Til dato|Til og med|To|To date|Period to', fields: ['validTo'] },
  itemNumber: { title: { nb: 'Varenummer', en: 'Item number' }, words: 'Vare|Item', fields: ['itemNumber'] },
  gtin: { title: { nb: 'GTIN', en: 'GTIN' }, fields: ['gtin'] },
  unit: { title: { nb: 'Enhet', en: 'Unit' }, fields: ['unit'] },
  packQuantity: { title: { nb: 'Antall i pakning', en: 'Pack quantity' }, fields: ['packQuantity'] },
} as const;

type Column = keyof typeof COLUMNS;

export interface VolumeFault {
  readonly row: number;
  /** Position of the column, from 0. */
  readonly column?: number;
  readonly fault: Text;
}

/** A row, by what it is known by, and the entry it went into. */
export interface VolumeRow {
  readonly row: number;
  readonly itemNumber?: string;
  readonly gtin?: string;
  readonly entry?: VolumeEntry;
}

export interface ReadVolumes {
  readonly volumes: Volumes;
  /** The rows that count; worked out when they are asked for. */
  readonly rows: readonly VolumeRow[];
  /** Rows that cannot be read and do not count. */
  readonly faults: readonly VolumeFault[];
}

interface Read {
  readonly row: number;
  readonly itemNumber?: string;
  readonly gtin?: string;
  readonly quantity: Decimal;
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  readonly period: Period | 'year';
}

/** @throws OperationalError when the table cannot be read, or lacks a column */
export async function readVolumes(source: Source, open: (source: Source) => Promise<RowFile>): Promise<ReadVolumes> {
  const { columns, rows } = await readBuyerTable<Column>(source, open, COLUMNS, [['itemNumber', 'gtin'], ['quantity']]);
  const sign = signIn(rows);
  const faults: VolumeFault[] = [];
  const read: Read[] = [];
  for (const row of rows) {
    const one = readRow(row, sign, (column, fault) => {
      const at = column === undefined ? undefined : columns[column];
      faults.push({ row: row.row, fault, ...(at === undefined ? {} : { column: at }) });
    });
    if (one !== undefined) read.push(one);
  }
  const volumes = volumesOfRows(read);
  return {
    volumes,
    faults,
    get rows() {
      return read.map((one): VolumeRow => {
        const entry = entryOfRow(volumes, one);
        return { ...one, ...(entry === undefined ? {} : { entry }) };
      });
    },
  };
}

/** The decimal sign that any quantity shows; a comma where none does. */
function signIn(rows: readonly TableRow<Column>[]): DecimalSign {
  for (const { cells } of rows) {
    const sign = cells.quantity === undefined ? undefined : signOfAmount(cells.quantity);
    if (sign !== undefined) return sign;
  }
  return ',';
}

type Note = (column: Column | undefined, fault: Text) => void;

/** @returns nothing for a row that cannot be read, once that is noted */
function readRow({ row, cells, kinds }: TableRow<Column>, sign: DecimalSign, note: Note): Read | undefined {
  const { itemNumber, gtin, packQuantity: packText } = cells;
  const signOf = (column: Column): DecimalSign => (kinds[column] === 'number' ? '.' : sign);
  if (itemNumber === undefined && gtin === undefined) {
    note(undefined, { nb: 'verken varenummer eller GTIN', en: 'neither item number nor GTIN' });
    return undefined;
  }
  const quantity = quantityIn(cells.quantity, signOf('quantity'), note);
  const unit = quantity === undefined ? undefined : unitIn(cells.unit, note);
  const period = unit === undefined ? undefined : periodIn(cells, note);
  if (quantity === undefined || unit === undefined || period === undefined) return undefined;
  const packQuantity = packText === undefined ? undefined : readDecimal(packText, signOf('packQuantity'));
  return {
    row,
    quantity,
    period,
    ...unit,
    ...(itemNumber === undefined ? {} : { itemNumber }),
    ...(gtin === undefined ? {} : { gtin }),
    ...(packQuantity === undefined ? {} : { packQuantity }),
  };
}

function quantityIn(text: string | undefined, sign: DecimalSign, note: Note): Decimal | undefined {
  const quantity = text === undefined ? undefined : readDecimal(text, sign);
  if (quantity !== undefined && !isNegative(quantity)) return quantity;
  note('quantity', {
    nb: text === undefined ? 'antallet mangler' : `forstår ikke antallet «${text}»`,
    en: text === undefined ? 'the quantity is missing' : `cannot read the quantity "${text}"`,
  });
  return undefined;
}

function unitIn(text: string | undefined, note: Note): { readonly unit?: string } | undefined {
  if (text === undefined) return {};
  const unit = findUnit(text);
  if (unit !== undefined) return { unit };
  note('unit', { nb: `«${text}» er ingen kjent enhet`, en: `"${text}" is not a known unit` });
  return undefined;
}

function periodIn({ period: text, from, to }: TableRow<Column>['cells'], note: Note): Period | 'year' | undefined {
  if (text === undefined && from === undefined && to === undefined) return 'year';
  const period = text === undefined ? periodOf(from ?? '', to ?? '') : readPeriod(text);
  if (period !== undefined) return period;
  const told = text ?? `${from ?? ''}–${to ?? ''}`;
  note(text === undefined ? 'from' : 'period', {
    nb: `forstår ikke perioden «${told}»`,
    en: `cannot read the period "${told}"`,
  });
  return undefined;
}

/** Of the article's entries the one in the row's unit. */
function entryOfRow(volumes: Volumes, one: Read): VolumeEntry | undefined {
  return volumesOf(volumes, one).find(({ unit }) => unit === one.unit);
}

interface Draft {
  readonly row: number;
  quantity: Decimal;
  readonly unit?: string;
  readonly packQuantity?: Decimal;
  /** Lengths of the periods it was made of. */
  readonly lengths: Set<string>;
  next?: number;
}

/**
 * Rows of one article and unit are added up. What they cover is what the whole table covers with periods as long as
 * theirs: an article that was bought in two months of a table of twelve was bought twice in that year.
 */
function volumesOfRows(read: readonly Read[]): Volumes {
  const lengths = new Map<string, Map<string, Period>>();
  const drafts: Draft[] = [];
  const items = newKeyTable({ shared: true });
  const gtins = newKeyTable({ shared: true });
  for (const one of read) {
    const length = lengthOf(one.period);
    const periods = lengths.get(length) ?? new Map<string, Period>();
    if (one.period !== 'year') periods.set(`${one.period.from} ${one.period.to}`, one.period);
    lengths.set(length, periods);
    const key = one.gtin === undefined ? undefined : comparableGtin(one.gtin);
    const known =
      (one.itemNumber === undefined ? undefined : items.get(one.itemNumber)) ??
      (key === undefined ? undefined : gtins.get(key));
    const at = addTo(drafts, known, one, length);
    if (one.itemNumber !== undefined && !items.has(one.itemNumber)) items.set(one.itemNumber, at);
    if (key !== undefined && !gtins.has(key)) gtins.set(key, at);
  }
  const coverages: Coverage[] = [];
  const known = new Map<string, number>();
  const coverageOf = (of: ReadonlySet<string>): number => {
    const name = [...of].sort().join(' ');
    const at = known.get(name) ?? coverages.push(coverage([...of], lengths)) - 1;
    known.set(name, at);
    return at;
  };
  const entries = drafts.map(({ lengths: of, ...entry }): VolumeEntry => ({ ...entry, covers: coverageOf(of) }));
  return { items: items.data(), gtins: gtins.data(), entries, coverages };
}

/** @returns the first entry of the article */
function addTo(drafts: Draft[], first: number | undefined, one: Read, length: string): number {
  let last: Draft | undefined;
  for (let at = first; at !== undefined; at = last.next) {
    last = drafts[at] as Draft;
    if (last.unit !== one.unit || last.packQuantity !== one.packQuantity) continue;
    last.quantity = add(last.quantity, one.quantity);
    last.lengths.add(length);
    return first as number;
  }
  const { row, quantity, unit, packQuantity } = one;
  const added =
    drafts.push({
      row,
      quantity,
      ...(unit === undefined ? {} : { unit }),
      ...(packQuantity === undefined ? {} : { packQuantity }),
      lengths: new Set([length]),
    }) - 1;
  if (last !== undefined) last.next = added;
  return first ?? added;
}

const YEAR = 'year';
const MS_PER_DAY = 86_400_000;

/** `12 months`, `17 days`: what periods have in common. */
function lengthOf(period: Period | 'year'): string {
  if (period === 'year') return YEAR;
  const months = monthsIn(period);
  return months === undefined ? `${daysIn(period)} days` : `${months} months`;
}

/** How many whole months; nothing where it is no whole months. */
function monthsIn({ from, to }: Period): number | undefined {
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + MS_PER_DAY);
  if (!from.endsWith('-01') || next.getUTCDate() !== 1) return undefined;
  const start = new Date(`${from}T00:00:00Z`);
  return (next.getUTCFullYear() - start.getUTCFullYear()) * 12 + next.getUTCMonth() - start.getUTCMonth();
}

function daysIn({ from, to }: Period): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY + 1;
}

function coverage(of: readonly string[], lengths: ReadonlyMap<string, ReadonlyMap<string, Period>>): Coverage {
  const periods = of.flatMap((length) => [...(lengths.get(length)?.values() ?? [])]);
  const ONE = decimal('1');
  if (of.includes(YEAR) || periods.length === 0) return { top: ONE, bottom: ONE };
  const joined = joinedPeriods(periods);
  const from = joined[0]?.from ?? '';
  const to = joined.at(-1)?.to ?? '';
  const months = joined.map(monthsIn);
  const isMonths = months.every((count) => count !== undefined);
  const sum = isMonths
    ? months.reduce((total, count) => total + (count ?? 0), 0)
    : joined.reduce((total, period) => total + daysIn(period), 0);
  return { top: decimal(isMonths ? '12' : '365'), bottom: decimal(String(sum)), from, to };
}

/** Periods that overlap or follow each other as one, in order. */
function joinedPeriods(periods: readonly Period[]): readonly Period[] {
  const joined: Period[] = [];
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || period.from > dayAfter(last.to)) joined.push(period);
    else if (period.to > last.to) joined[joined.length - 1] = { from: last.from, to: period.to };
  }
  return joined;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10);
}
