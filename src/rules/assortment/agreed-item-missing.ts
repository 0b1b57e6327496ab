import { holdsOn } from '../../catalogue/period.ts';
import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'assortment/agreed-item-missing',
  title: { nb: 'Alle avtalte varer er med i katalogen', en: 'Every agreed item is in the catalogue' },
  fault: { nb: 'Avtalte varer som mangler i katalogen', en: 'Agreed items missing from the catalogue' },
  because: {
    nb: 'Det som ikke står i katalogen, kan ikke bestilles på avtalen, og blir gjerne kjøpt utenfor den.',
    en: 'What is not in the catalogue cannot be ordered under the agreement, and tends to be bought outside it.',
  },
  advice: {
    nb: 'Ta med varen, eller si fra at den er utgått og hva som erstatter den.',
    en: 'Include the item, or say that it is discontinued and what replaces it.',
  },
  source: { nb: 'Den avtalte prislisten', en: 'The agreed price list' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['prices'],
  passes: [
    { why: 'all are offered' },
    { why: 'agreed only until last year', agreedNotOffered: [{ itemNumber: '1001', validTo: '2025-12-31' }] },
    { why: 'agreed from next year', agreedNotOffered: [{ itemNumber: '1001', validFrom: '2027-01-01' }] },
  ],
  fails: [
    {
      why: 'left out',
      agreedNotOffered: [{ itemNumber: '1001', name: 'Kopipapir A4' }],
      finds: [
        {
          field: 'itemNumber',
          expected: '1001',
          message: 'named',
          parameters: { article: '1001', name: 'Kopipapir A4' },
        },
      ],
    },
    {
      why: 'a list without names, by GTIN',
      agreedNotOffered: [{ gtin: '7038010000003' }],
      finds: [
        { field: 'gtin', expected: '7038010000003', message: 'unnamed', parameters: { article: '7038010000003' } },
      ],
    },
  ],
  message: {
    named: {
      nb: 'Avtalt vare {article} («{name}») er ikke med i katalogen',
      en: 'The agreed item {article} ("{name}") is not in the catalogue',
    },
    unnamed: {
      nb: 'Avtalt vare {article} er ikke med i katalogen',
      en: 'The agreed item {article} is not in the catalogue',
    },
  },
  check({ agreedNotOffered, asOf }) {
    return agreedNotOffered.flatMap((article) => {
      const { itemNumber, gtin, name } = article;
      const known = itemNumber ?? gtin;
      if (!holdsOn(article, asOf) || known === undefined) return [];
      const about = { article, field: itemNumber === undefined ? 'gtin' : 'itemNumber', expected: known } as const;
      return name === undefined
        ? [{ ...about, message: 'unnamed', parameters: { article: known } }]
        : [{ ...about, message: 'named', parameters: { article: known, name } }];
    });
  },
});
