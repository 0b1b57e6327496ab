/** One mistake gives one finding, although several rules meet it. */
import { expect, it } from 'vitest';
import { judgePrice } from '../agreement/price-verdict.ts';
import { decimal } from '../catalogue/decimal.ts';
import { FIELD_NAMES } from '../catalogue/field.ts';
import type { CatalogueLine, LineValues } from '../catalogue/line.ts';
import { askingContext, checkLine } from '../engine/check-line.ts';
import { lineQuestions } from '../engine/line-questions.ts';
import { prepareRules } from '../engine/prepare-rules.ts';
import type { ActiveRule } from '../engine/standing.ts';
import { rules } from './index.ts';

const active = rules.flatMap((rule): (readonly [string, ActiveRule])[] => {
  const { severity = 'off', disposition = 'withhold', options } = rule.sets.recommended ?? {};
  if (severity === 'off') return [];
  return [[rule.id, { rule, severity, disposition, options: { ...rule.options?.defaults, ...options } }]];
});
const prepared = prepareRules(
  {
    name: 'recommended',
    files: [],
    requires: [],
    gate: { allowPartly: false, limits: {} },
    rules: new Map(active),
  },
  { needs: new Set(['agreement', 'prices', 'previousVersion']), fields: new Set(FIELD_NAMES), usable: true },
);
const AGREEMENT = {
  number: '1',
  name: 'x',
  supplier: { name: 'x' },
  period: { from: '2026-01-01', to: '2026-12-31' },
  currency: 'NOK',
  timeZone: 'Europe/Oslo',
  vat: 'excluded',
  labels: [],
} as const;
const asOf = '2026-06-01';
const SOUND = { row: 2, itemNumber: '1', name: 'Lim', price: decimal('100'), currency: 'NOK', unit: 'EA' } as const;

/** Rules that remark on the line, with their severity. @param before what the line said in the previous version */
function remarks(line: Partial<CatalogueLine>, before: LineValues = {}, agreed = true): readonly string[] {
  const sent: CatalogueLine = { ...SOUND, ...line };
  const article = { row: 2, itemNumber: '1', currency: 'NOK', unit: 'EA', price: decimal('100') };
  const previous = agreed ? { ...SOUND, ...before } : undefined;
  const terms = { asOf, vat: 'excluded', currency: 'NOK' } as const;
  const verdict = agreed ? judgePrice(sent, article, 'itemNumber', terms, previous) : undefined;
  const context = askingContext({ asOf, agreement: AGREEMENT }, verdict, previous);
  return checkLine(sent, context, lineQuestions(prepared), false).map(({ rule, severity }) => `${severity} ${rule}`);
}

const gone = <F extends string>(...fields: F[]) => Object.fromEntries(fields.map((field) => [field, undefined]));

it('a sound line gives none', () => {
  expect(remarks({})).toEqual([]);
  expect(remarks({}, { price: decimal('50') })).toEqual(['warning price/change-limit']);
});

it.each<[string, Partial<CatalogueLine>, LineValues, string]>([
  ['a price of zero', { price: decimal('0') }, {}, 'price/not-positive'],
  ['a price below zero', { price: decimal('-100') }, {}, 'price/not-positive'],
  ['another currency, and dearer', { currency: 'EUR' }, { currency: 'EUR', price: decimal('9') }, 'price/currency'],
  ['another unit, and dearer', { unit: 'XBX' }, { unit: 'XBX', price: decimal('9') }, 'price/basis-differs'],
  ['VAT left in', { price: decimal('125') }, {}, 'price/vat-included'],
  ['a price in øre', { price: decimal('10000') }, {}, 'price/decimal-shift'],
  [
    'a price in øre for a pack of a hundred',
    { price: decimal('10000'), packQuantity: decimal('100') },
    {},
    'price/per-pack',
  ],
  ['the price of the version before', { price: decimal('125') }, { price: decimal('125') }, 'price/old-price'],
  ['euro that stand as kroner', { price: decimal('8.6') }, {}, 'price/foreign-amount'],
  ['the list price', { price: decimal('130'), listPrice: decimal('130') }, {}, 'price/list-price'],
  ['a GTIN that lost its zeros', { gtin: '36282818705' }, {}, 'identity/leading-zero-lost'],
  [
    'a row that slipped by a column',
    { problems: [{ kind: 'cells', found: 9, expected: 8 }], unreadable: { unit: 'x', validTo: 'y' } },
    {},
    'value/row-length',
  ],
])('%s', (_, line, before, rule) => {
  expect(remarks(line, before)).toEqual([`error ${rule}`]);
});

it('a GTIN that cannot be read, on a line known by nothing else', () => {
  const line = { ...gone('itemNumber'), unreadable: { gtin: '7,03884E+12' } } as Partial<CatalogueLine>;
  expect(remarks(line, {}, false)).toEqual(['error value/unreadable']);
});

it('two mistakes give two', () => {
  const line = { gtin: '12345', price: decimal('0') };
  expect(remarks(line)).toEqual(['error identity/gtin-length', 'error price/not-positive']);
  expect(remarks({ unreadable: { validTo: 'x' } }, {}, false)).toEqual([
    'error assortment/not-agreed',
    'error value/unreadable',
  ]);
});
