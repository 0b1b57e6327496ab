/** A hundred thousand lines with every kind of price fault planted: each is found as its own kind, and no clean line is. */
import { expect, it } from 'vitest';
import { judgePrice } from '../../src/agreement/price-verdict.ts';
import { FIELD_NAMES } from '../../src/catalogue/field.ts';
import { askingContext, checkLine } from '../../src/engine/check-line.ts';
import { lineQuestions } from '../../src/engine/line-questions.ts';
import { prepareRules } from '../../src/engine/prepare-rules.ts';
import type { ActiveRule } from '../../src/engine/standing.ts';
import { rules } from '../../src/rules/index.ts';
import { ruleSetOf } from '../builders/rule-set.ts';
import { typedArticle, typedLine } from './judged.ts';
import type { Side } from './price-cases.ts';
import { rational, rounded, times } from './rational.ts';

const LINES = 100_000;

const active = rules.flatMap((rule): readonly ActiveRule[] => {
  const { severity = 'off', disposition = 'withhold', options } = rule.sets.recommended ?? {};
  if (severity === 'off' || !rule.id.startsWith('price/')) return [];
  return [{ rule, severity, disposition, options: { ...rule.options?.defaults, ...options } }];
});
const prepared = prepareRules(ruleSetOf(active), {
  needs: new Set(['agreement', 'prices', 'previousVersion']),
  fields: new Set(FIELD_NAMES),
  usable: true,
});
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

const mul = (amount: string, by: string): string => rounded(times(rational(amount), rational(by)), 2);

interface Planted {
  readonly offered: Side;
  readonly agreed: Side;
  /** The same article before: by default at the agreed price. */
  readonly before?: string;
  /** A row of the price list that has ended. */
  readonly ended?: string;
}
type Plant = (price: string, content: string) => Planted;

const box = (price: string, content: string): Side => ({ price, unit: 'XBX', packQuantity: content });
const same = (price: string, agreed: string, more: Partial<Side> = {}): Planted => ({
  offered: { price, unit: 'EA', ...more },
  agreed: { price: agreed, unit: 'EA' },
});

/** The rule that must name it, and the code by which another explanation of the same figure names it. */
const FAULTS: readonly (readonly [rule: string, code: string, plant: Plant])[] = [
  ['price/above-agreed', '', (price) => same(mul(price, '1.08'), price)],
  ['price/decimal-shift', 'decimalShift', (price) => same(mul(price, '100'), price)],
  ['price/per-pack', 'perPack', (price, content) => ({ offered: { price, unit: 'EA' }, agreed: box(price, content) })],
  ['price/per-pack', 'perPack', (price, content) => ({ offered: box(price, content), agreed: { price, unit: 'EA' } })],
  ['price/smaller-pack', '', (price) => ({ offered: box(price, '8'), agreed: box(price, '10') })],
  ['price/per-measure', '', (price) => ({ offered: { price, unit: 'GRM' }, agreed: { price, unit: 'KGM' } })],
  ['price/per-measure', '', (price) => ({ offered: { price, unit: 'EA' }, agreed: { price, unit: 'PR' } })],
  ['price/vat-included', '', (price) => same(mul(price, '1.25'), price)],
  ['price/currency', '', (price) => same(price, price, { currency: 'SEK' })],
  ['price/foreign-amount', '', (price) => same(mul(price, '0.0862'), price)],
  ['price/list-price', '', (price) => same(mul(price, '1.43'), price, { listPrice: mul(price, '1.43') })],
  ['price/old-price', '', (price) => ({ ...same(mul(price, '1.037'), price), before: mul(price, '1.037') })],
  ['price/campaign-ended', '', (price) => ({ ...same(mul(price, '0.79'), price), ended: mul(price, '0.79') })],
  ['price/below-agreed', '', (price) => same(mul(price, '0.97'), price)],
  ['price/basis-differs', '', (price) => ({ offered: { price, unit: 'SET' }, agreed: { price, unit: 'EA' } })],
  ['price/tiers', '', (price) => same(price, price, { priceTiers: `10=${mul(price, '1.2')}` })],
];

const CLEAN: readonly Plant[] = [
  (price) => same(price, price),
  (price, content) => ({ offered: box(price, content), agreed: box(price, content) }),
  (price) => ({ offered: box(mul(price, '8'), '8'), agreed: box(mul(price, '10'), '10') }),
  (price, content) => ({ offered: box(mul(price, content), content), agreed: { price, unit: 'EA' } }),
  (price) => ({ offered: { price, unit: 'KGM' }, agreed: { price: mul(price, '1000'), unit: 'TNE' } }),
  (price) => ({ offered: { price: mul(price, '2'), unit: 'PR' }, agreed: { price, unit: 'C62' } }),
  (price) => ({
    offered: { price: mul(price, '100'), unit: 'EA', priceBaseQuantity: '100' },
    agreed: { price, unit: 'EA' },
  }),
];

const context = { asOf: '2026-06-01', agreement: AGREEMENT };
const questions = lineQuestions(prepared);

/** Rules that remark on a planted line, with the other explanations they name. */
function remarksOn({ offered, agreed, before, ended }: Planted): readonly string[] {
  const line = typedLine({ currency: 'NOK', ...offered });
  const article = typedArticle(agreed);
  const previous = before === undefined ? undefined : typedLine({ ...offered, currency: 'NOK', price: before });
  const outOfForce = () =>
    ended === undefined
      ? undefined
      : ({
          reason: 'ended',
          article: { ...typedArticle({ ...agreed, price: ended }), validTo: '2026-04-30' },
        } as const);
  const terms = { asOf: context.asOf, vat: 'excluded', currency: 'NOK', outOfForce } as const;
  const verdict = judgePrice(line, article, 'itemNumber', terms, previous);
  return checkLine(line, askingContext(context, verdict, previous), questions, false).map(
    ({ rule, problem }) => `${rule} ${problem.parameters?.['also'] ?? ''}`,
  );
}

/** The same figures every time. */
function* figures(count: number): Iterable<readonly [at: number, price: string, content: string]> {
  let state = 20_260_601;
  for (let at = 0; at < count; at++) {
    state = (state * 48_271) % 2_147_483_647;
    // From 10 kroner up: below, an øre more or less may be a percent.
    const price = mul(String(1000 + (state % 49_000)), '0.01');
    yield [at, price, String(2 + (state % 239))];
  }
}

it('every fault is found as its own kind, once, and no clean line is remarked on', () => {
  const wrong: string[] = [];
  for (const [at, price, content] of figures(LINES)) {
    const fault = at % 4 === 0 ? FAULTS[(at / 4) % FAULTS.length] : undefined;
    const plant = fault?.[2] ?? CLEAN[at % CLEAN.length];
    if (plant === undefined) throw new RangeError('nothing to plant');
    const planted = plant(price, content);
    const found = remarksOn(planted);
    const isRight =
      fault === undefined
        ? found.length === 0
        : found.length === 1 &&
          found.every((one) => one.startsWith(`${fault[0]} `) || (fault[1] !== '' && one.includes(fault[1])));
    if (!isRight) wrong.push(`${fault?.[0] ?? 'clean'}: ${JSON.stringify(planted)} gives ${found.join(', ')}`);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
});
