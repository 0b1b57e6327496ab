import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'price/basis-differs',
  title: {
    nb: 'Prisens enhet og innhold kan sammenlignes med det avtalte',
    en: 'Unit and content of the price can be compared with what is agreed',
  },
  fault: {
    nb: 'Enhet eller innhold som ikke kan sammenlignes med det avtalte',
    en: 'Unit or content that cannot be compared with what is agreed',
  },
  because: {
    nb: 'Når ingen vet hva esken inneholder, kan prisen ikke sammenlignes med en avtalt pris per stykk, og en for høy pris ville gått ubemerket gjennom.',
    en: 'If nobody knows what the box contains, its price cannot be compared with an agreed price per piece, and one that is too high would go unnoticed.',
  },
  advice: {
    nb: 'Tilby varen i avtalt enhet og pakningsstørrelse, eller avklar endringen med avtaleforvalteren.',
    en: 'Offer the item in the agreed unit and pack size, or settle the change with the agreement manager.',
  },
  source: {
    nb: 'Den avtalte prislisten: enhet og antall i pakning',
    en: 'The agreed price list: unit and pack quantity',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  anyColumn: ['unit', 'packQuantity'],
  replaces: ['price/change-limit', 'unit/content-in-name', 'unit/missing'],
  passes: [
    {
      why: 'grams and kilograms can be compared',
      line: { price: '0.10', unit: 'GRM' },
      agreed: { price: '100', unit: 'KGM' },
    },
    {
      why: 'so can a box and what it holds',
      line: { price: '100', unit: 'XBX', packQuantity: '10' },
      agreed: { price: '10', unit: 'EA' },
    },
    { why: 'the same unit', line: { price: '10', unit: 'EA' }, agreed: { price: '10', unit: 'EA' } },
    { why: 'pieces under another code', line: { price: '10', unit: 'C62' }, agreed: { price: '10', unit: 'EA' } },
    {
      why: 'the file has no column for it, so that no line leaves it blank',
      line: { price: '10', unit: 'XPK' },
      agreed: { price: '10', unit: 'XPK', packQuantity: '10' },
      columns: ['price', 'unit'],
    },
    { why: 'the list does not tell', line: { price: '10', unit: 'XPK', packQuantity: '5' }, agreed: { price: '10' } },
  ],
  fails: [
    {
      why: 'per pack instead of per piece',
      line: { price: '10', unit: 'XPK' },
      agreed: { price: '10', unit: 'EA' },
      finds: [{ field: 'unit', actual: 'XPK', expected: 'EA', message: 'unit' }],
    },
    {
      why: 'half the price and less for another unit: rather the unit is wrong',
      line: { price: '14.20', unit: 'XPK', packQuantity: '1000' },
      agreed: { price: '14.20', unit: 'XBX', packQuantity: '90' },
      finds: [{ field: 'unit', actual: 'XPK', expected: 'XBX', message: 'doubtful', parameters: { percent: '91' } }],
    },
    {
      why: 'pieces with another content: nobody knows whether the price is for one or for all',
      line: { price: '100', unit: 'EA', packQuantity: '8' },
      agreed: { price: '100', unit: 'EA', packQuantity: '10' },
      finds: [{ field: 'packQuantity', actual: '8', expected: '10', message: 'packQuantity' }],
    },
    {
      why: 'grams against millilitres',
      line: { price: '100', unit: 'XBO', packQuantity: '500', packUnit: 'GRM' },
      agreed: { price: '100', unit: 'XBO', packQuantity: '500', packUnit: 'MLT' },
      finds: [{ field: 'packUnit', actual: 'GRM', expected: 'MLT', message: 'packUnit' }],
    },
    {
      why: 'nobody knows what the price is for',
      line: { price: '10' },
      agreed: { price: '10', unit: 'EA' },
      finds: [{ field: 'unit', expected: 'EA', message: 'noUnit' }],
    },
    {
      why: 'a unit that nobody can read is none',
      line: { price: '10', unreadable: { unit: 'KOLLIX' } },
      agreed: { price: '10', unit: 'EA' },
      finds: [{ field: 'unit', actual: 'KOLLIX', expected: 'EA', message: 'unreadUnit' }],
    },
    {
      why: 'a box of twelve of something that nobody can read',
      line: { price: '120', unit: 'XBX', packQuantity: '12', unreadable: { packUnit: 'dingser' } },
      agreed: { price: '10', unit: 'EA' },
      finds: [{ field: 'unit', actual: 'XBX', expected: 'EA', message: 'unit' }],
    },
    {
      why: 'nor what is in the pack, either',
      line: { price: '10' },
      agreed: { price: '10', unit: 'XPK', packQuantity: '10' },
      finds: [{ field: 'unit', expected: 'XPK', message: 'noUnitOfPack', parameters: { packQuantity: '10' } }],
    },
    {
      why: 'a pack of nobody knows how many',
      line: { price: '10', unit: 'XPK' },
      agreed: { price: '10', unit: 'XPK', packQuantity: '10' },
      finds: [{ field: 'packQuantity', expected: '10', message: 'noPackQuantity' }],
    },
  ],
  message: {
    unit: {
      nb: 'Prisen er per {actual:unit}, men avtalt pris er per {expected:unit}, og det ene kan ikke regnes om til det andre',
      en: 'The price is per {actual:unit}, but the agreed price is per {expected:unit}, and the one cannot be converted into the other',
    },
    packQuantity: {
      nb: 'Antall i pakningen er {actual:decimal}, men avtalt pris gjelder for {expected:decimal}',
      en: 'The pack contains {actual:decimal}, but the agreed price is for {expected:decimal}',
    },
    packUnit: {
      nb: 'Innholdet er oppgitt i {actual:unit}, men avtalt pris gjelder for {expected:unit}, og det ene kan ikke regnes om til det andre',
      en: 'The content is in {actual:unit}, but the agreed price is for {expected:unit}, and the one cannot be converted into the other',
    },
    doubtful: {
      nb: 'Prisen er per {actual:unit}, avtalt pris er per {expected:unit}. Regnet om er den {percent:percent} under avtalt: trolig er enheten eller innholdet feil',
      en: 'The price is per {actual:unit}, the agreed price is per {expected:unit}. Converted it is {percent:percent} below: probably the unit or the content is wrong',
    },
    noUnit: {
      nb: 'Linjen sier ikke hvilken enhet prisen gjelder; avtalt er {expected:unit}',
      en: 'The line does not say which unit the price is for; agreed is {expected:unit}',
    },
    unreadUnit: {
      nb: 'Enheten «{actual}» er ikke til å lese, så prisen kan ikke sammenlignes med den avtalte, som er per {expected:unit}',
      en: 'The unit "{actual}" cannot be read, so that the price cannot be compared with the agreed one, which is per {expected:unit}',
    },
    noUnitOfPack: {
      nb: 'Linjen sier ikke hvilken enhet prisen gjelder; avtalt er {expected:unit} med {packQuantity:decimal}',
      en: 'The line does not say which unit the price is for; agreed is {expected:unit} of {packQuantity:decimal}',
    },
    noPackQuantity: {
      nb: 'Linjen sier ikke hvor mange det er i pakningen; avtalt pris gjelder for {expected:decimal}',
      en: 'The line does not say how many the pack contains; the agreed price is for {expected:decimal}',
    },
  },
  isTold({ packQuantity, unreadable }, { agreed, columns }) {
    if (agreed === undefined || agreed.price.kind === 'otherBasis') return true;
    // Without a column for it nothing tells what a pack holds; of the unit it is the same.
    const { unit, packQuantity: listed } = agreed.article;
    const hasPack = packQuantity !== undefined || unreadable?.packQuantity !== undefined;
    const untoldPack = listed !== undefined && listed !== '1' && !hasPack;
    return !(untoldPack || (unit !== undefined && columns?.has('unit') === false));
  },
  check(line, { agreed: { article, price: verdict } }) {
    if (verdict.kind !== 'otherBasis') return [];
    const { field, agreed: expected } = verdict;
    const actual = line[field];
    if (actual !== undefined && verdict.percentBelow !== undefined) {
      return [{ field, actual, expected, message: 'doubtful', parameters: { percent: verdict.percentBelow } }];
    }
    if (actual !== undefined) return [{ field, actual, expected, message: field }];
    const unread = field === 'unit' ? line.unreadable?.unit : undefined;
    if (unread !== undefined) return [{ field, actual: unread, expected, message: 'unreadUnit' }];
    if (field === 'packQuantity') return [{ field, expected, message: 'noPackQuantity' }];
    const { packQuantity } = article;
    if (packQuantity === undefined || packQuantity === '1') return [{ field, expected, message: 'noUnit' }];
    return [{ field, expected, message: 'noUnitOfPack', parameters: { packQuantity } }];
  },
});
