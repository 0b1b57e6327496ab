/** Prices by quantity, as one cell tells them: `10=95.00; 100=90.00`, or with the quantity each holds to, `10-99=95.00`. */
import { compare, type Decimal, parseDecimal } from './decimal.ts';

/** From `from` on, and up to `to` where that is told, each costs `price`. */
export interface PriceTier {
  readonly from: Decimal;
  readonly to?: Decimal;
  readonly price: Decimal;
}

const TIER = /^(\d+(?:[.,]\d+)?)\s*(?:[-–]\s*(\d+(?:[.,]\d+)?))?\s*=\s*(-?\d+(?:[.,]\d+)?)$/;

/** @returns by rising quantity; nothing where the text is no tiers */
export function priceTiersIn(text: string): readonly PriceTier[] | undefined {
  const tiers: PriceTier[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const match = TIER.exec(part.trim());
    const [from, to, price] = (match ?? []).slice(1).map((figure) => parseDecimal((figure ?? '').replace(',', '.')));
    if (from === undefined || price === undefined) return undefined;
    tiers.push({ from, price, ...(to === undefined ? {} : { to }) });
  }
  return tiers.length === 0 ? undefined : tiers.toSorted((a, b) => compare(a.from, b.from));
}

/** The first fault of tiers in order: two prices for one quantity, or a dearer one for more. */
export interface TierFault {
  readonly kind: 'twice' | 'overlap' | 'dearer';
  readonly tier: PriceTier;
  readonly before: { readonly price: Decimal; readonly to?: Decimal };
}

/** @param price for fewer than the first tier says; absent where nothing tells it */
export function tierFault(tiers: readonly PriceTier[], price: Decimal | undefined): TierFault | undefined {
  let before: { readonly price: Decimal; readonly from?: Decimal; readonly to?: Decimal } | undefined =
    price === undefined ? undefined : { price };
  for (const tier of tiers) {
    if (before !== undefined) {
      if (before.from !== undefined && compare(before.from, tier.from) === 0) return { kind: 'twice', tier, before };
      if (before.to !== undefined && compare(before.to, tier.from) >= 0) return { kind: 'overlap', tier, before };
      if (compare(tier.price, before.price) > 0) return { kind: 'dearer', tier, before };
    }
    before = tier;
  }
  return undefined;
}
