/**
 * What units measure, with the exact factor to the base unit of their kind: UN/ECE Recommendation 20 revision 11e,
 * column "conversion factor"; version 2026-01. Left out: units whose factor is no finite decimal, days and longer (a
 * working day is not 24 hours), and packages, which hold what their line says.
 */
import { type Decimal, decimal } from '../catalogue/decimal.ts';

/** Units that all others of a kind are brought to, by their code. */
export type BaseUnit = 'H87' | 'KGM' | 'LTR' | 'MTR' | 'MTK' | 'WTT' | 'KWH' | 'SEC';

export interface Measure {
  readonly base: BaseUnit;
  /** So many base units is one of the unit. */
  readonly factor: Decimal;
}

/** Code and factor, by base unit. */
const FACTORS: Readonly<Record<BaseUnit, string>> = {
  H87: 'H87 1|EA 1|C62 1|NAR 1|PR 2|DZN 12|DPR 24|TPR 20|SCO 20|CEN 100|HC 100|GRO 144|GGR 1728|MIL 1000|T3 1000',
  KGM: 'KGM 1|GRM 0.001|HGM 0.1|MGM 0.000001|DJ 0.01|DG 0.0001|CGM 0.00001|DTN 100|TNE 1000|2U 1000|LBR 0.45359237|ONZ 0.028349523125',
  LTR: 'LTR 1|DLT 0.1|CLT 0.01|MLT 0.001|4G 0.000001|A44 10|HLT 100|K6 1000|MTQ 1000|DMQ 1|CMQ 0.001|MMQ 0.000001|GLI 4.54609|GLL 3.785411784',
  MTR: 'MTR 1|LM 1|DMT 0.1|CMT 0.01|MMT 0.001|4H 0.000001|A45 10|HMT 100|KMT 1000|INH 0.0254|FOT 0.3048|YRD 0.9144',
  MTK: 'MTK 1|DMK 0.01|CMK 0.0001|MMK 0.000001|KMK 1000000',
  WTT: 'WTT 1|C31 0.001|KWT 1000|MAW 1000000',
  KWH: 'KWH 1|WHR 0.001|MWH 1000|GWH 1000000',
  SEC: 'SEC 1|MIN 60|HUR 3600',
};

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  (Object.keys(FACTORS) as BaseUnit[]).flatMap((base) =>
    FACTORS[base].split('|').map((entry): [string, Measure] => {
      const [code = '', factor = ''] = entry.split(' ');
      return [code, { base, factor: decimal(factor) }];
    }),
  ),
);

/** @param code UN/ECE code @returns nothing for what measures nothing by itself: packages, sets, services */
export function measureOf(code: string): Measure | undefined {
  return MEASURES.get(code);
}
