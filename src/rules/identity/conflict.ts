import type { AgreedArticle, AgreedVerdict } from '../../agreement/agreement.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'identity/conflict',
  title: {
    nb: 'Alle numrene på linjen hører til samme avtalte vare',
    en: 'All numbers of the line belong to the same agreed item',
  },
  fault: { nb: 'Numrene hører til hver sin avtalte vare', en: 'Numbers of two agreed items' },
  because: {
    nb: 'Bestillingen går på varenummeret og leveringen på GTIN, så det som kommer, er en annen vare til en annen pris.',
    en: 'The order goes by item number and the delivery by GTIN, so that another item arrives, at another price.',
  },
  advice: {
    nb: 'Finn ut hvilken vare linjen gjelder, og rett det av numrene som er feil.',
    en: 'Find out which item the line is about, and correct the number that is wrong.',
  },
  source: {
    nb: 'Avtalens prisliste: varenummer, GTIN og produsentens varenummer, og andre numre som avtalen oppgir',
    en: "The agreed price list: item number, GTIN and manufacturer's item number, and other numbers that the agreement names",
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    strict: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['agreed'],
  replaces: ['identity/gtin-changed'],
  passes: [
    {
      why: 'both are the same article',
      line: { itemNumber: '1001', gtin: '7038010000003' },
      agreed: { itemNumber: '1001', gtin: '7038010000003' },
    },
    {
      why: 'a GTIN the price list does not have',
      line: { itemNumber: '1001', gtin: '7038010000010' },
      agreed: { itemNumber: '1001', gtin: '7038010000003' },
    },
  ],
  fails: [
    {
      why: 'the GTIN of another article',
      line: { itemNumber: '1001', gtin: '7038010000010' },
      agreed: { itemNumber: '1001', gtin: '7038010000003' },
      conflict: { by: 'gtin', itemNumber: '1002', gtin: '7038010000010' },
      finds: [
        {
          field: 'gtin',
          actual: '7038010000010',
          expected: '7038010000003',
          message: 'listed',
          parameters: { itemNumber: '1001', other: '1002' },
        },
      ],
    },
    {
      why: 'the list has no GTIN for the article',
      line: { itemNumber: '1001', gtin: '7038010000010' },
      agreed: { itemNumber: '1001' },
      conflict: { by: 'gtin', itemNumber: '1002', gtin: '7038010000010' },
      finds: [
        {
          field: 'gtin',
          actual: '7038010000010',
          message: 'unlisted',
          parameters: { itemNumber: '1001', other: '1002' },
        },
      ],
    },
    {
      why: "the manufacturer's number of another article",
      line: { itemNumber: '1001', manufacturer: 'Essity', manufacturerItemNumber: 'E-2' },
      agreed: { itemNumber: '1001', manufacturer: 'Essity', manufacturerItemNumber: 'E-1' },
      conflict: { by: 'manufacturer', itemNumber: '1002', manufacturer: 'Essity', manufacturerItemNumber: 'E-2' },
      finds: [
        {
          field: 'manufacturerItemNumber',
          actual: 'E-2',
          expected: 'E-1',
          message: 'makerOrItem',
          parameters: { itemNumber: '1001', other: '1002' },
        },
      ],
    },
    {
      why: 'found by GTIN, and the item number is an alias of another article',
      line: { itemNumber: 'E-1002', gtin: '7038010000003' },
      agreed: { itemNumber: '1001', gtin: '7038010000003' },
      matchedBy: 'gtin',
      conflict: { by: 'alias', itemNumber: '1002' },
      finds: [
        {
          field: 'itemNumber',
          actual: 'E-1002',
          message: 'aliasOrGtin',
          parameters: { itemNumber: '1001', other: '1002' },
        },
      ],
    },
    {
      why: 'found by GTIN, and the manufacturer knows it as another',
      line: { gtin: '7038010000003', manufacturer: 'Essity', manufacturerItemNumber: 'E-2' },
      agreed: { itemNumber: '1001', gtin: '7038010000003', manufacturerItemNumber: 'E-1' },
      matchedBy: 'gtin',
      conflict: { by: 'manufacturer', itemNumber: '1002' },
      finds: [
        {
          field: 'manufacturerItemNumber',
          actual: 'E-2',
          expected: 'E-1',
          message: 'makerOrGtin',
          parameters: { itemNumber: '1001', other: '1002' },
        },
      ],
    },
    {
      why: 'an agreed number that is an alias of another article as well',
      line: { itemNumber: '1001' },
      agreed: { itemNumber: '1001' },
      conflict: { by: 'alias', itemNumber: '1002' },
      finds: [
        {
          field: 'itemNumber',
          actual: '1001',
          message: 'aliasOrItem',
          parameters: { itemNumber: '1001', other: '1002' },
        },
      ],
    },
    {
      why: "found by the manufacturer's number, and the item number is an alias of another article",
      line: { itemNumber: 'E-1002', manufacturer: 'Essity', manufacturerItemNumber: 'E-1' },
      agreed: { itemNumber: '1001', manufacturer: 'Essity', manufacturerItemNumber: 'E-1' },
      matchedBy: 'manufacturer',
      conflict: { by: 'alias', itemNumber: '1002' },
      finds: [
        {
          field: 'itemNumber',
          actual: 'E-1002',
          message: 'aliasOrMaker',
          parameters: { itemNumber: '1001', other: '1002' },
        },
      ],
    },
  ],
  message: {
    listed: {
      nb: 'GTIN {actual} er i avtalen vare {other}, men varenummeret er {itemNumber}, som har GTIN {expected}',
      en: 'GTIN {actual} is item {other} in the agreement, but the item number is {itemNumber}, which has GTIN {expected}',
    },
    unlisted: {
      nb: 'GTIN {actual} er i avtalen vare {other}, men varenummeret er {itemNumber}',
      en: 'GTIN {actual} is item {other} in the agreement, but the item number is {itemNumber}',
    },
    makerOrItem: {
      nb: 'Produsentens varenummer {actual} er i avtalen vare {other}, men varenummeret er {itemNumber}, som har {expected}',
      en: 'The manufacturer item number {actual} is item {other} in the agreement, but the item number is {itemNumber}, which has {expected}',
    },
    makerOrGtin: {
      nb: 'Produsentens varenummer {actual} er i avtalen vare {other}, men GTIN er vare {itemNumber}, som har {expected}',
      en: 'The manufacturer item number {actual} is item {other} in the agreement, but the GTIN is item {itemNumber}, which has {expected}',
    },
    aliasOrItem: {
      nb: 'Varenummer {actual} er en avtalt vare, men også et annet nummer for vare {other} i avtalen',
      en: 'Item number {actual} is an agreed item, but also another number of item {other} in the agreement',
    },
    aliasOrGtin: {
      nb: 'Varenummer {actual} er et annet nummer for vare {other} i avtalen, men GTIN er vare {itemNumber}',
      en: 'Item number {actual} is another number of item {other} in the agreement, but the GTIN is item {itemNumber}',
    },
    aliasOrMaker: {
      nb: 'Varenummer {actual} er et annet nummer for vare {other} i avtalen, men produsentens varenummer er vare {itemNumber}',
      en: 'Item number {actual} is another number of item {other} in the agreement, but the manufacturer item number is item {itemNumber}',
    },
  },
  check({ itemNumber, gtin, manufacturerItemNumber }, { agreed }) {
    const { article, conflict } = agreed;
    if (conflict === undefined) return NONE;
    const parameters = { itemNumber: numberOf(article, itemNumber), other: numberOf(conflict.article) };
    if (conflict.by === 'alias') {
      return [{ field: 'itemNumber', ...given(itemNumber), message: ALIAS_OR[agreed.matchedBy], parameters }];
    }
    if (conflict.by === 'manufacturer') {
      const expected = article.manufacturerItemNumber;
      const message = agreed.matchedBy === 'gtin' ? 'makerOrGtin' : 'makerOrItem';
      const about = { field: 'manufacturerItemNumber', ...given(manufacturerItemNumber) } as const;
      return [{ ...about, message, ...(expected === undefined ? {} : { expected }), parameters }];
    }
    const about = { field: 'gtin', ...given(gtin), parameters } as const;
    return article.gtin === undefined
      ? [{ ...about, message: 'unlisted' }]
      : [{ ...about, message: 'listed', expected: article.gtin }];
  },
});

const NONE: readonly Problem[] = [];

const ALIAS_OR = {
  itemNumber: 'aliasOrItem',
  gtin: 'aliasOrGtin',
  manufacturer: 'aliasOrMaker',
  alias: 'aliasOrItem',
  term: 'aliasOrItem',
} as const satisfies Record<AgreedVerdict['matchedBy'], string>;

/** An entry without a number is known by its row of the price list. */
function numberOf({ itemNumber, row }: AgreedArticle, own?: string): string {
  return itemNumber ?? own ?? `(${row})`;
}

function given(actual: string | undefined): Pick<Problem, 'actual'> {
  return actual === undefined ? {} : { actual };
}
