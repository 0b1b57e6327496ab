import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'assortment/not-agreed',
  title: { nb: 'Varen står i den avtalte prislisten', en: 'The item is in the agreed price list' },
  because: {
    nb: 'En vare som ikke er avtalt, har ingen avtalt pris, og kan være et ulovlig kjøp utenfor avtalen.',
    en: 'An item that was not agreed has no agreed price, and buying it may be an unlawful purchase outside the agreement.',
  },
  advice: {
    nb: 'Ta varen ut, eller få den inn i avtalen først. Sjekk også at varenummer og GTIN er de samme som i prislisten.',
    en: 'Take the item out, or have it agreed first. Check too that item number and GTIN are those of the price list.',
  },
  source: 'The agreed price list',
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['prices'],
  passes: [{ why: 'agreed', line: { itemNumber: '1001' }, agreed: { itemNumber: '1001' } }],
  fails: [
    {
      why: 'not in the list',
      line: { itemNumber: '9999' },
      finds: [{ field: 'itemNumber', actual: '9999', message: 'notListed' }],
    },
    {
      why: 'known by its GTIN only',
      line: { gtin: '7038010000003' },
      finds: [{ field: 'gtin', actual: '7038010000003', message: 'notListed' }],
    },
    { why: 'nothing to look it up by', line: { name: 'Kopipapir A4' }, finds: [{ message: 'unknown' }] },
  ],
  message: {
    notListed: {
      nb: '{field} {actual} står ikke i den avtalte prislisten',
      en: '{field} {actual} is not in the agreed price list',
    },
    unknown: {
      nb: 'Varen har verken varenummer eller GTIN å slå opp i den avtalte prislisten',
      en: 'The line has neither item number nor GTIN to look up in the agreed price list',
    },
  },
  check({ itemNumber, gtin }, { agreed }) {
    if (agreed !== undefined) return [];
    if (itemNumber !== undefined) return [{ field: 'itemNumber', actual: itemNumber, message: 'notListed' }];
    if (gtin !== undefined) return [{ field: 'gtin', actual: gtin, message: 'notListed' }];
    return [{ message: 'unknown' }];
  },
});
