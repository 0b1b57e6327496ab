import type { Agreement } from '../../agreement/agreement.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { lineRule } from '../../engine/rule.ts';
import { carries } from './carried.ts';

export default lineRule({
  id: 'label/demanded',
  title: { nb: 'Varen har miljømerket avtalen krever', en: 'The item has the eco-label that the agreement requires' },
  fault: { nb: 'Mangler miljømerket avtalen krever', en: 'Lacks the eco-label that the agreement requires' },
  because: {
    nb: 'Miljøkravet var med på å avgjøre konkurransen, og kommunen rapporterer på det.',
    en: 'The environmental requirement helped decide the tender, and the municipality reports on it.',
  },
  advice: {
    nb: 'Fyll inn merket og lisensnummeret i miljømerkefeltet. Har varen ikke merket, må den tas ut.',
    en: 'Fill in the label and its licence number in the eco-label field. If the item does not have it, take it out.',
  },
  source: {
    nb: 'Avtalen: miljømerkekrav, og merker som kreves i den avtalte prislisten',
    en: 'The agreement: label demands, and demanded labels in the agreed price list',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['labelDemands'],
  columnsWithout: { articleDemands: ['unspsc'] },
  passes: [
    {
      why: 'the label demanded',
      line: { unspsc: '47131805', ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] },
      agreement: { labels: [{ unspsc: '47', anyOf: ['svanemerket', 'eu_ecolabel'] }] },
    },
    {
      why: 'a kind of the label demanded',
      line: { unspsc: '14111507', ecoLabel: [{ key: 'fsc_mix', text: 'FSC Mix' }] },
      agreement: { labels: [{ unspsc: '14', anyOf: ['fsc'] }] },
    },
    {
      why: 'no demand for this kind of item',
      line: { unspsc: '44121701' },
      agreement: { labels: [{ unspsc: '47', anyOf: ['svanemerket'] }] },
    },
  ],
  fails: [
    {
      why: 'no label',
      line: { unspsc: '47131805' },
      agreement: { labels: [{ unspsc: '47', anyOf: ['svanemerket', 'eu_ecolabel'] }] },
      finds: [{ field: 'ecoLabel', expected: 'svanemerket, eu_ecolabel', message: 'none' }],
    },
    {
      why: 'another label',
      line: { unspsc: '47131805', ecoLabel: [{ key: 'fsc', text: 'FSC' }, { text: 'Grønn' }] },
      agreement: { labels: [{ unspsc: '47', anyOf: ['svanemerket'] }] },
      finds: [{ field: 'ecoLabel', actual: 'FSC, Grønn', expected: 'svanemerket', message: 'another' }],
    },
    {
      why: 'demanded of this very article',
      line: { itemNumber: '1001' },
      agreed: { itemNumber: '1001', demandedLabels: ['fsc'] },
      finds: [{ field: 'ecoLabel', expected: 'fsc', message: 'none' }],
    },
  ],
  message: {
    none: {
      nb: 'Varen mangler miljømerke; avtalen krever {expected:anylabel}',
      en: 'The item has no eco-label; the agreement requires {expected:anylabel}',
    },
    another: {
      nb: 'Det står «{actual}» i miljømerkefeltet, men avtalen krever {expected:anylabel}',
      en: 'The eco-label field says "{actual}", but the agreement requires {expected:anylabel}',
    },
  },
  isTold({ unspsc }, { agreed, agreement }) {
    return agreed?.article.demandedLabels !== undefined || unspsc !== undefined || agreement?.labels.length === 0;
  },
  check(line, { agreed, agreement }) {
    return demandsOn(line, agreed?.article.demandedLabels, agreement).flatMap((anyOf) => {
      if (anyOf.length === 0 || anyOf.some((key) => carries(line, key))) return [];
      const about = { field: 'ecoLabel', expected: anyOf.join(', ') } as const;
      const actual = (line.ecoLabel ?? []).map(({ text }) => text).join(', ');
      return [actual === '' ? { ...about, message: 'none' } : { ...about, actual, message: 'another' }];
    });
  },
});

type AnyOf = readonly string[];

/** What the price list demands of the article, else what the agreement demands of the most closely described kind. */
function demandsOn(line: CatalogueLine, ofArticle: AnyOf | undefined, agreement: Agreement): readonly AnyOf[] {
  if (ofArticle !== undefined) return [ofArticle];
  const { unspsc } = line;
  if (unspsc === undefined) return [];
  let longest = -1;
  let demands: AnyOf[] = [];
  for (const demand of agreement.labels) {
    const prefix = unspscPrefix(demand.unspsc);
    if (prefix.length < longest || !unspsc.startsWith(prefix)) continue;
    if (prefix.length > longest) demands = [];
    longest = prefix.length;
    demands.push(demand.anyOf);
  }
  return demands;
}
