import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'identity/conflict',
  title: {
    nb: 'Varenummer og GTIN hører til samme avtalte vare',
    en: 'Item number and GTIN belong to the same agreed item',
  },
  fault: { nb: 'Varenummer og GTIN hører til hver sin avtalte vare', en: 'Item number and GTIN of two agreed items' },
  because: {
    nb: 'Bestillingen går på varenummeret og leveringen på GTIN, så det som kommer, er en annen vare til en annen pris.',
    en: 'The order goes by item number and the delivery by GTIN, so that another item arrives, at another price.',
  },
  advice: {
    nb: 'Finn ut hvilken vare linjen gjelder, og rett det av numrene som er feil.',
    en: 'Find out which item the line is about, and correct the number that is wrong.',
  },
  source: { nb: 'Den avtalte prislisten: varenummer og GTIN', en: 'The agreed price list: item number and GTIN' },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    strict: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['itemNumber', 'gtin', 'agreed'],
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
      conflict: { itemNumber: '1002', gtin: '7038010000010' },
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
      conflict: { itemNumber: '1002', gtin: '7038010000010' },
      finds: [
        {
          field: 'gtin',
          actual: '7038010000010',
          message: 'unlisted',
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
  },
  check({ itemNumber, gtin }, { agreed: { article, conflict } }) {
    if (conflict === undefined) return [];
    // An entry without a number is known by its row of the price list.
    const other = conflict.itemNumber ?? `(${conflict.row})`;
    const about = { field: 'gtin', actual: gtin, parameters: { itemNumber, other } } as const;
    return article.gtin === undefined
      ? [{ ...about, message: 'unlisted' }]
      : [{ ...about, message: 'listed', expected: article.gtin }];
  },
});
