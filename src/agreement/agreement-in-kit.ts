/** What a supplier gets to see of an agreement: all that decides about a catalogue, and nothing else. */
import type { AgreementFile } from './schema.ts';

/** Where in a kit it lies: laid out like a workspace, so that a kit is checked with like one. */
export const KIT_AGREEMENT = 'catalogs/kit/agreement.yaml';

/**
 * Every key is one or the other, so that a new one cannot slip into a kit unseen. Private: what is bought, what was approved, who
 * signs, whom to write to and who else gets the catalogue.
 */
const IN_KIT: Readonly<Record<keyof AgreementFile, boolean>> = {
  version: true,
  number: true,
  name: true,
  supplier: true,
  buyer: true,
  contact: false,
  notice: false,
  period: true,
  currency: true,
  language: true,
  catalogueLanguages: true,
  timeZone: true,
  vat: true,
  prices: true,
  aliases: true,
  priceTerms: true,
  priceLists: true,
  adjustment: true,
  rounding: true,
  currencies: true,
  volumes: false,
  previous: false,
  mapping: true,
  unspsc: true,
  scope: true,
  core: true,
  delivery: true,
  labels: true,
  recognisedLabels: true,
  labelRegister: true,
  rules: true,
  systems: true,
  signers: false,
  targets: false,
};

/** What the files that an agreement names are called in the kit, beside it. */
export interface KitFileNames {
  readonly prices?: string;
  readonly priceLists: readonly string[];
  readonly aliases?: string;
  readonly series?: string;
  readonly mapping?: string;
  readonly unspsc?: string;
  readonly labelRegister?: string;
  /** From the agreement's folder; or a built-in one. */
  readonly rules?: string;
}

/** @returns what stands in the kit's `agreement.yaml` */
export function agreementInKit(file: AgreementFile, names: KitFileNames): AgreementFile {
  const kept = Object.entries(file).filter(([key]) => IN_KIT[key as keyof AgreementFile]);
  const { priceLists, adjustment, ...rest } = Object.fromEntries(kept) as unknown as AgreementFile;
  const named = {
    ...(names.prices === undefined ? {} : { prices: names.prices }),
    ...(names.aliases === undefined ? {} : { aliases: names.aliases }),
    ...(names.mapping === undefined ? {} : { mapping: names.mapping }),
    ...(names.unspsc === undefined ? {} : { unspsc: names.unspsc }),
    ...(names.labelRegister === undefined ? {} : { labelRegister: names.labelRegister }),
    ...(names.rules === undefined ? {} : { rules: names.rules }),
  };
  return {
    ...rest,
    ...named,
    ...(priceLists === undefined
      ? {}
      : {
          priceLists: priceLists.map(({ sheet: _, ...list }, at) => ({
            ...list,
            file: names.priceLists[at] ?? list.file,
          })),
        }),
    ...(adjustment === undefined ? {} : { adjustment: withSeries(adjustment, names.series) }),
  };
}

function withSeries(
  adjustment: NonNullable<AgreementFile['adjustment']>,
  series: string | undefined,
): NonNullable<AgreementFile['adjustment']> {
  const { index, currency } = adjustment;
  if (series === undefined) return adjustment;
  return {
    ...adjustment,
    ...(index === undefined ? {} : { index: { ...index, file: series } }),
    ...(currency === undefined ? {} : { currency: { ...currency, file: series } }),
  };
}
