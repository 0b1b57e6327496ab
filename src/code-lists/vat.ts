/**
 * VAT rates in force, by country and day; version 2026-01. Norway: Norwegian Tax Administration (skatteetaten.no) and
 * the yearly parliamentary decisions on value added tax. Sweden: mervärdesskattelagen (2023:200), chapter 9; with the
 * government bill 2025/26:55 food has 6 % from April 2026 to the end of 2027, restaurants still 12 %. Denmark: momsloven,
 * section 33. Finland: arvonlisäverolaki, sections 84 to 85a, and vero.fi, Momssatser. The zero rate is no rate here: with it, a
 * price with VAT and one without are equal.
 */
import type { Decimal } from '../catalogue/decimal.ts';
import { compare, decimal } from '../catalogue/decimal.ts';
import { holdsOn } from '../catalogue/period.ts';

interface Rate {
  readonly percent: string;
  /** Of food and drink for people, alcohol left out. */
  readonly food?: true;
  /** First and last day, both included; absent: since before this table begins, and until further notice. */
  readonly from?: string;
  readonly to?: string;
}

const RATES: Readonly<Record<string, readonly Rate[]>> = {
  NO: [
    // General rate.
    { percent: '25', from: '2005-01-01' },
    // Foodstuffs; water and sewage from 2025-05-01.
    { percent: '14', from: '2007-01-01', to: '2011-12-31', food: true },
    { percent: '15', from: '2012-01-01', food: true },
    // Passenger transport, lodging, cinema.
    { percent: '8', from: '2005-01-01', to: '2015-12-31' },
    { percent: '10', from: '2016-01-01', to: '2017-12-31' },
    { percent: '12', from: '2018-01-01', to: '2020-03-31' },
    { percent: '6', from: '2020-04-01', to: '2021-09-30' },
    { percent: '12', from: '2021-10-01' },
    // Raw fish, first sale.
    { percent: '11.11' },
  ],
  SE: [
    { percent: '25', from: '1990-07-01' },
    { percent: '12', from: '1996-01-01' },
    { percent: '6', from: '1996-01-01' },
  ],
  DK: [{ percent: '25', from: '1992-01-01' }],
  FI: [
    { percent: '24', from: '2013-01-01', to: '2024-08-31' },
    { percent: '25.5', from: '2024-09-01' },
    { percent: '14', from: '2013-01-01', to: '2025-12-31' },
    { percent: '13.5', from: '2026-01-01' },
    { percent: '10', from: '2013-01-01' },
  ],
};

/**
 * @param country ISO 3166-1 alpha-2
 * @param day `YYYY-MM-DD`
 * @returns percentages, highest first; none for a country we have no table for
 */
export function vatRatesInForce(country: string, day: string): readonly Decimal[] {
  return inForce(country, day).map(({ percent }) => percent);
}

/** The rate of food and drink. @returns nothing for a country of which we do not know it */
export function foodVatRate(country: string, day: string): Decimal | undefined {
  const food = inForce(country, day).find((rate) => rate.food === true);
  return food?.percent;
}

/** By country, highest first: asked of every price that is above what is agreed. */
const RATES_OF = new Map(
  Object.entries(RATES).map(([country, rates]) => [
    country,
    rates.map((rate) => ({ ...rate, percent: decimal(rate.percent) })).sort((a, b) => compare(b.percent, a.percent)),
  ]),
);

function inForce(country: string, day: string): readonly (Rate & { readonly percent: Decimal })[] {
  return (RATES_OF.get(country) ?? []).filter(({ from, to }) => holdsOn({ validFrom: from, validTo: to }, day));
}
