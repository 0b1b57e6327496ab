/** What is to be said of an agreement beside its price list: periods that are over, and demands that nothing can meet. */
import type { Text } from '../../catalogue/text.ts';
import type { AgreedArticle, Agreement } from '../agreement.ts';

/** @param articles of the agreed price list; none where there is no list */
export function lintAgreement(
  { period, scope, labels, pricing }: Agreement,
  articles: readonly AgreedArticle[],
  day: string,
): readonly Text[] {
  const remarks: Text[] = [];
  if (period.to < day)
    remarks.push({ nb: `avtalen gjaldt til ${period.to}`, en: `the agreement expired on ${period.to}` });
  for (const { price } of pricing?.terms ?? []) {
    if (price.kind === 'campaign' && price.to < day)
      remarks.push({ nb: `kampanjen gikk ut ${price.to}`, en: `the campaign ended on ${price.to}` });
  }
  const classes = articles.flatMap(({ unspsc }) => unspsc ?? []);
  for (const { unspsc } of labels) {
    if (scope?.every((prefix) => !overlaps(prefix, unspsc))) {
      remarks.push({
        nb: `miljøkravet for ${unspsc} gjelder varegrupper utenfor avtalen (scope); ingen vare kan oppfylle det`,
        en: `the label demand for ${unspsc} is for classes outside the agreement (scope); no article can meet it`,
      });
    } else if (classes.length > 0 && !classes.some((code) => code.startsWith(unspsc))) {
      remarks.push({
        nb: `miljøkravet for ${unspsc} gjelder ingen vare i prislisten`,
        en: `the label demand for ${unspsc} applies to no article in the price list`,
      });
    }
  }
  return remarks;
}

function overlaps(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
