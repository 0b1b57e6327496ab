import type { AgreedArticle } from '../../agreement/agreement.ts';
import { comparableGtin } from '../../catalogue/gtin.ts';
import { holdsOn } from '../../catalogue/period.ts';
import { type CatalogueProblem, catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'assortment/core-missing',
  title: { nb: 'Hele kjernesortimentet er med i katalogen', en: 'The whole core assortment is in the catalogue' },
  fault: { nb: 'Varer i kjernesortimentet som mangler', en: 'Items of the core assortment that are missing' },
  because: {
    nb: 'Kjernesortimentet er det som ble evaluert i konkurransen. Uten det kjøpes varene et annet sted, eller dyrere.',
    en: 'The core assortment is what was evaluated in the tender. Without it the items are bought elsewhere, or at a higher price.',
  },
  advice: {
    nb: 'Ta varen med igjen. Kan den ikke skaffes, tilby en erstatning til samme pris og avklar det med avtaleforvalteren.',
    en: 'Include the item again. If it cannot be had, offer a replacement at the same price and settle it with the agreement manager.',
  },
  source: {
    nb: 'Avtalen: core; kolonnen Kjernesortiment i prislisten',
    en: 'The agreement: core; the column Core of the price list',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'refuse' },
  },
  replaces: ['assortment/agreed-item-missing'],
  needs: ['agreement'],
  passes: [
    { why: 'all are offered', agreement: { core: ['010010'] } },
    {
      why: 'an article outside the core is missing',
      agreedNotOffered: [{ itemNumber: '010020' }],
      agreement: { core: ['010010'] },
    },
    {
      why: 'it is not agreed any longer',
      agreedNotOffered: [{ itemNumber: '010010', core: true, validTo: '2025-12-31' }],
    },
  ],
  fails: [
    {
      why: 'named in the agreement, whose price list has no such article',
      agreement: { core: ['010010'] },
      coreNotOffered: [{ number: '010010' }],
      finds: [{ field: 'itemNumber', expected: '010010', message: 'unnamed', parameters: { article: '010010' } }],
    },
    {
      why: 'marked in the price list',
      agreedNotOffered: [{ itemNumber: '010010', name: 'Kopipapir A4', core: true }],
      finds: [
        {
          field: 'itemNumber',
          expected: '010010',
          message: 'named',
          parameters: { article: '010010', name: 'Kopipapir A4' },
        },
      ],
    },
  ],
  message: {
    named: {
      nb: '{article} («{name}») hører til kjernesortimentet, men er ikke med i katalogen',
      en: '{article} ("{name}") belongs to the core assortment, but is not in the catalogue',
    },
    unnamed: {
      nb: '{article} hører til kjernesortimentet, men er ikke med i katalogen',
      en: '{article} belongs to the core assortment, but is not in the catalogue',
    },
  },
  check({ agreedNotOffered, coreNotOffered = [], asOf }) {
    const named = new Set(coreNotOffered.map(({ number }) => comparableGtin(number)));
    const told = new Set<string>();
    const problems: CatalogueProblem[] = [];
    for (const article of agreedNotOffered) {
      const numbers = [article.itemNumber, article.gtin].flatMap((number) =>
        number === undefined ? [] : [comparableGtin(number)],
      );
      const onList = numbers.filter((number) => named.has(number));
      if (article.core !== true && onList.length === 0) continue;
      for (const number of onList) told.add(number);
      if (holdsOn(article, asOf)) problems.push(missing(article));
    }
    for (const { number } of coreNotOffered)
      if (!told.has(comparableGtin(number))) problems.push({ ...about(number), message: 'unnamed' });
    return problems;
  },
});

function missing(article: AgreedArticle): CatalogueProblem {
  const known = article.itemNumber ?? article.gtin ?? '';
  const { name } = article;
  return name === undefined
    ? { article, ...about(known), message: 'unnamed' }
    : { article, ...about(known), message: 'named', parameters: { article: known, name } };
}

function about(number: string): CatalogueProblem {
  return { field: 'itemNumber', expected: number, parameters: { article: number } };
}
