import { hasGtinLength, isGtin } from '../../catalogue/gtin.ts';
import { specialPrefix } from '../../code-lists/gs1-prefixes.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'identity/gtin-prefix',
  title: {
    nb: 'GTIN er et nummer som gjelder overalt, og for varer av dette slaget',
    en: 'The GTIN is valid worldwide, and for items of this kind',
  },
  fault: {
    nb: 'GTIN som ikke er varens eget nummer',
    en: 'GTINs that are not the item\u2019s own number',
  },
  because: {
    nb: 'Butikkinterne numre, kuponger og eksempelnumre er ikke entydige: andre bruker det samme nummeret på noe annet.',
    en: 'In-store numbers, coupons and sample numbers are not unique: others use the same number for something else.',
  },
  advice: {
    nb: 'Bruk GTIN fra produsenten. Har varen ikke noe, skal feltet stå tomt.',
    en: 'Use the manufacturer\u2019s GTIN. If the item has none, leave the field empty.',
  },
  source: {
    nb: 'GS1 General Specifications, GS1-prefikser; ISBN- og ISSN-byråene',
    en: 'GS1 General Specifications, GS1 prefixes; the ISBN and ISSN agencies',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: ['gtin'],
  passes: [
    { why: 'the number of a company', line: { gtin: '7038840000105' } },
    { why: 'a book', line: { gtin: '9788202419462', unspsc: '55101500' } },
    { why: 'a book, as far as anybody can tell', line: { gtin: '9788202419462' } },
    { why: 'mistyped', line: { gtin: '2000000000009' } },
    { why: 'another length is told by identity/gtin-length', line: { gtin: '20000' } },
  ],
  fails: [
    {
      why: 'a number that a shop gave itself',
      line: { gtin: '2000000000008' },
      finds: [{ field: 'gtin', actual: '2000000000008', message: 'restricted' }],
    },
    {
      why: 'a coupon',
      line: { gtin: '9999999999994' },
      finds: [{ field: 'gtin', actual: '9999999999994', message: 'coupon' }],
    },
    {
      why: 'given to nobody',
      line: { gtin: '0500000000005' },
      finds: [{ field: 'gtin', actual: '0500000000005', message: 'reserved' }],
    },
    {
      why: 'copied from an example',
      line: { gtin: '9521234567899' },
      finds: [{ field: 'gtin', actual: '9521234567899', message: 'demonstration' }],
    },
    {
      why: 'the number of a book on a floor cleaner',
      line: { gtin: '9788202419462', unspsc: '47131801' },
      finds: [{ field: 'gtin', actual: '9788202419462', message: 'book', parameters: { unspsc: '47131801' } }],
    },
    {
      why: 'the number of a periodical on a glove',
      line: { gtin: '9770332650099', unspsc: '46181504' },
      finds: [{ field: 'gtin', actual: '9770332650099', message: 'serial', parameters: { unspsc: '46181504' } }],
    },
  ],
  message: {
    restricted: {
      nb: 'GTIN {actual} er et internt nummer: prefikset er satt av til bruk i én butikk eller kjede',
      en: 'GTIN {actual} is an internal number: its prefix is set aside for use within one shop or chain',
    },
    coupon: {
      nb: 'GTIN {actual} er nummeret til en kupong eller pantelapp, ikke til en vare',
      en: 'GTIN {actual} is the number of a coupon or refund receipt, not of an item',
    },
    reserved: {
      nb: 'GTIN {actual} er ingens nummer: prefikset 05 er ikke delt ut',
      en: "GTIN {actual} is nobody's number: the prefix 05 is not given out",
    },
    demonstration: {
      nb: 'GTIN {actual} er et eksempelnummer: prefikset 952 brukes bare i demonstrasjoner',
      en: 'GTIN {actual} is a sample number: the prefix 952 is only used in demonstrations',
    },
    book: {
      nb: 'GTIN {actual} er et ISBN, altså en bok eller noter, men varen er klassifisert som {unspsc}',
      en: 'GTIN {actual} is an ISBN, so a book or sheet music, but the item is classified as {unspsc}',
    },
    serial: {
      nb: 'GTIN {actual} er et ISSN, altså et tidsskrift, men varen er klassifisert som {unspsc}',
      en: 'GTIN {actual} is an ISSN, so a periodical, but the item is classified as {unspsc}',
    },
  },
  check({ gtin, unspsc }) {
    if ((gtin.length === 13 && COMPANY.test(gtin)) || !hasGtinLength(gtin)) return NONE;
    const message = specialPrefix(gtin);
    // A mistyped number is told by identity/gtin-check-digit: whose it was meant to be, nobody knows.
    if (message === undefined || !isGtin(gtin)) return NONE;
    const about = { field: 'gtin', actual: gtin, message } as const;
    if (message !== 'book' && message !== 'serial') return [about];
    return unspsc !== undefined && isNeverPrinted(unspsc) ? [{ ...about, parameters: { unspsc } }] : NONE;
  },
});

const NONE: readonly Problem[] = [];

/** How most numbers of thirteen digits begin: no special prefix does. */
const COMPANY = /^[1345678]/;

/**
 * Segments of living things, raw and building materials, chemicals, machines, medical and protective gear, cleaning,
 * food. Paper, office, school and game articles do get the numbers of books.
 */
const NEVER_PRINTED: ReadonlySet<string> = new Set(
  '10 11 12 13 15 20 21 22 23 24 25 26 27 30 31 32 39 40 41 42 46 47 48 50 51 52 56'.split(' '),
);

function isNeverPrinted(unspsc: string): boolean {
  return unspsc.length === 8 && NEVER_PRINTED.has(unspsc.slice(0, 2));
}
