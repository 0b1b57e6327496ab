/**
 * The faults planted in the example's new catalogue, each with every finding it must give. Everything that is not
 * named here is clean: a finding elsewhere is a mistake of the gate, a missing one too.
 */
import { articles } from './articles.mjs';
import { gtin13, otherCheckDigit, swappedDigits } from './gtin.mjs';
import { percentOf } from './lines.mjs';
import { typedAsNumber, typedInCsv } from './sheet.mjs';

/** @import { Line } from './sheet.mjs' */

/**
 * A rule, and the field it remarks on where it remarks on one.
 * @typedef {readonly [rule: string, field?: string]} Find
 */

/**
 * @typedef {object} Fault
 * @property {string} at name of the article whose line it changes
 * @property {Line} [now] other values in the new catalogue
 * @property {Line} [before] other values in the previous version
 * @property {Line} [csv] other values, in the CSV file only
 * @property {Line} [xlsx] other values, in the workbook only
 * @property {Line} [twin] a second line right after it, with these values changed
 * @property {readonly string[]} [surplus] cells too many, in the CSV file only
 * @property {true} [gone] the new catalogue lacks the line
 * @property {readonly Find[]} finds
 * @property {readonly Find[]} [twinFinds]
 * @property {readonly Find[]} [onArticle] findings on the catalogue as a whole that name the article
 * @property {'csv' | 'xlsx'} [only] the format whose file the fault is in; both by default
 */

const ARTICLES = new Map(articles().map((article) => [article.name, article]));

/** @param {string} name */
function article(name) {
  const found = ARTICLES.get(name);
  if (found === undefined) throw new Error(`no article is called ${name}`);
  return found;
}

/** @param {string} name @param {number} percent */
const priceOf = (name, percent) => percentOf(article(name).agreedPrice, percent);

/** The agreed price with VAT left in. @param {string} name @param {number} rate */
const withVat = (name, rate) => ({ price: priceOf(name, 100 + rate) });

/** List prices that stand in the agreed price list beside the net ones, by the article's name. */
export const LIST_PRICES = new Map([
  ['Hullemaskin for 20 ark, 2 hull, svart', '130.00'],
  ['Hullemaskin for 30 ark, 4 hull, svart', '396.00'],
]);

/** Rows of the price list that no longer hold: a price before it was adjusted, and a campaign. */
export const FORMER_PRICES = [
  { at: 'Serviett 33 x 33 cm, 2 lag, hvit, 300 stk', price: '71.00', from: '2024-02-01', to: '2026-04-30' },
  { at: 'Serviett 24 x 24 cm, 2 lag, hvit, 300 stk', price: '36.00', from: '2026-08-01', to: '2026-09-30' },
];

/** @type {readonly Fault[]} */
export const FAULTS = [
  // Prices
  {
    at: 'Kopipapir A4 80 g, hvit, 500 ark',
    now: { price: '49.90' },
    before: { price: '46.90' },
    finds: [['price/above-agreed', 'price']],
  },
  {
    at: 'Toalettpapir 2 lag, 50 m, 48 ruller',
    now: { price: '284.00' },
    before: { price: '268.00' },
    finds: [['price/above-agreed', 'price']],
  },
  {
    at: 'Gelpenn 0,5 mm, blå, 12 stk',
    now: { price: '12.40', currency: 'EUR' },
    finds: [['price/currency', 'currency']],
  },
  { at: 'Hullemaskin for 30 ark, 4 hull, svart', now: { currency: 'SEK' }, finds: [['price/currency', 'currency']] },
  { at: 'Binders 28 mm, 100 stk', now: { price: '65.00' }, finds: [['price/decimal-shift', 'price']] },
  { at: 'Stifter 24/6, 5000 stk', now: { price: '2490.00' }, finds: [['price/decimal-shift', 'price']] },
  { at: 'Skrivetavle emaljert, 90 x 120 cm', now: { price: '124.90' }, finds: [['price/decimal-shift', 'price']] },
  {
    at: 'Håndsåpe flytende, uparfymert, 500 ml',
    now: withVat('Håndsåpe flytende, uparfymert, 500 ml', 25),
    before: { price: '28.90' },
    finds: [['price/vat-included', 'price']],
  },
  {
    at: 'Kaffe hele bønner, 1000 g',
    now: withVat('Kaffe hele bønner, 1000 g', 15),
    before: { price: '148.00' },
    finds: [['price/vat-included', 'price']],
  },
  { at: 'Saks 17 cm, svart', now: { price: '' }, finds: [['price/missing', 'price']] },
  { at: 'Limstift 40 g', now: { price: '' }, finds: [['price/missing', 'price']] },
  { at: 'Linjal 30 cm, klar', now: { price: '0' }, finds: [['price/not-positive', 'price']] },
  { at: 'Viskelær, hvit, stor', now: { price: '-6.90' }, finds: [['price/not-positive', 'price']] },
  {
    at: 'Avfallssekk 100 l, svart, 25 stk',
    now: { price: '46.90' },
    before: { price: '38.00' },
    finds: [['price/change-limit', 'price']],
  },
  {
    at: 'Pakketape 50 mm x 66 m, brun',
    now: { price: '18.50' },
    before: { price: '15.40' },
    finds: [['price/change-limit', 'price']],
  },
  {
    at: 'Makulator P-4 for 12 ark, svart',
    now: { price: '1190.00' },
    before: { price: '1890.00' },
    finds: [['price/change-limit', 'price']],
  },
  {
    at: 'Binders 50 mm, 100 stk',
    now: { unit: 'pk', packQuantity: '1000' },
    before: { unit: 'pk', packQuantity: '1000' },
    finds: [['price/basis-differs', 'unit']],
  },
  {
    at: 'Serviett 33 x 33 cm, 2 lag, rød, 300 stk',
    now: { packQuantity: '250' },
    before: { packQuantity: '250' },
    finds: [['price/smaller-pack', 'price']],
  },
  {
    at: 'Foldbackklype 32 mm, svart, 12 stk',
    now: { price: '1.57' },
    finds: [['price/per-pack', 'price']],
  },
  {
    at: 'Notatblokk A4, linjert, 100 blad',
    now: { price: '1890.00' },
    finds: [['price/per-pack', 'price']],
  },
  {
    at: 'Gummihanske, størrelse M, gul',
    now: { price: '8.45' },
    finds: [['price/per-measure', 'price']],
  },
  {
    at: 'Hullemaskin for 20 ark, 2 hull, svart',
    now: { price: '130.00' },
    finds: [['price/list-price', 'price']],
  },
  {
    at: 'Serviett 33 x 33 cm, 2 lag, hvit, 300 stk',
    now: { price: '71.00' },
    before: { price: '71.00' },
    finds: [['price/old-price', 'price']],
  },
  {
    at: 'Serviett 33 x 33 cm, 2 lag, grønn, 300 stk',
    now: { price: '89.00' },
    before: { price: '89.00' },
    finds: [['price/old-price', 'price']],
  },
  {
    at: 'Serviett 24 x 24 cm, 2 lag, hvit, 300 stk',
    now: { price: '36.00' },
    before: { price: '36.00' },
    finds: [['price/campaign-ended', 'price']],
  },
  { at: 'Stifter 23/13, 1000 stk', now: { price: '2.73' }, finds: [['price/foreign-amount', 'price']] },
  {
    at: 'Binders 33 mm, 100 stk',
    now: { priceTiers: '10=7,50; 50=7,70' },
    finds: [['price/tiers', 'priceTiers']],
  },
  { at: 'Stifter 26/6, 5000 stk', now: { price: '19.90' }, finds: [['price/below-agreed', 'price']] },
  {
    at: 'Kartotekkort A6, hvit, 100 stk',
    now: { name: 'Kartotekkort A6, hvit, 50 stk' },
    finds: [['unit/content-in-name', 'packQuantity']],
  },

  // Assortment
  {
    at: 'Pedalbøtte 20 l, hvit',
    now: { unspsc: '56101500' },
    finds: [
      ['assortment/outside-scope', 'unspsc'],
      ['class/unlike-agreed', 'unspsc'],
    ],
  },
  { at: 'Trykkblyant 0,7 mm', gone: true, finds: [], onArticle: [['assortment/agreed-item-missing', 'itemNumber']] },
  { at: 'Te grønn, 100 poser', gone: true, finds: [], onArticle: [['assortment/agreed-item-missing', 'itemNumber']] },

  // Names
  { at: 'Ringperm A4, 25 mm, blå', now: { name: '' }, finds: [['name/missing', 'name']] },
  { at: 'Svamp uten ripefare, 10 stk', now: { name: '-' }, finds: [['name/missing', 'name']] },
  {
    at: 'Allrengjøringsmiddel 10 l, uparfymert',
    now: { name: 'Allrengjøringsmiddel konsentrert for alle vannfaste flater, uparfymert og uten farge, kanne 10 l' },
    finds: [['name/length', 'name']],
  },
  {
    at: 'Boblekonvolutt 230 x 340 mm, brun, 100 stk',
    now: { name: 'Boblekonvolutt 230 x 340 mm, brun, selvklebende, med rivestrimmel, kartong med 100 stk' },
    finds: [['name/length', 'name']],
  },
  {
    at: 'Stiftemaskin for 100 ark, grå',
    now: { name: 'STIFTEMASKIN FOR 100 ARK, GRÅ' },
    finds: [['name/upper-case', 'name']],
  },
  {
    at: 'Serviett 40 x 40 cm, 3 lag, hvit, 125 stk',
    now: { name: 'SERVIETT 40 X 40 CM, 3 LAG, HVIT, 125 STK' },
    finds: [['name/upper-case', 'name']],
  },
  {
    at: 'Merkepenn skrå spiss, svart, 10 stk',
    now: { name: 'Merkepenn, svart, 10 stk' },
    finds: [
      ['name/duplicate', 'name'],
      ['name/less-than-agreed', 'name'],
    ],
  },
  {
    at: 'Merkepenn rund spiss, svart, 10 stk',
    now: { name: 'Merkepenn, svart, 10 stk' },
    finds: [
      ['name/duplicate', 'name'],
      ['name/less-than-agreed', 'name'],
    ],
  },
  {
    at: 'Kulepenn 0,7 mm, rød, 50 stk',
    now: { name: 'Skrivlett kulepenn 0,7 mm, rød, 50 stk' },
    finds: [['name/generic-term', 'name']],
  },
  {
    at: 'Ringperm A4, 40 mm, svart',
    now: { name: 'Permona Classic A4, 40 mm, svart' },
    finds: [['name/generic-term', 'name']],
  },
  {
    at: 'Skilleark A4, A-Å, plast',
    now: { name: 'Skilleark med bokstaver, i plast' },
    finds: [['name/incomplete', 'name']],
  },
  {
    at: 'Kulepenn 1,0 mm, svart, 50 stk',
    now: { name: '020050 Kulepenn 1,0 mm, svart, 50 stk' },
    finds: [['name/item-number', 'name']],
  },
  {
    at: 'Arkivboks A4, 80 mm, brun',
    now: { name: 'TILBUD Arkivboks A4, 80 mm, brun' },
    finds: [['name/campaign', 'name']],
  },
  {
    at: 'Konvolutt E65 med vindu, hvit, 500 stk',
    now: { description: 'Konvolutt E65 med vindu, hvit, 500 stk.' },
    finds: [['name/same-as-description', 'description']],
  },
  {
    at: 'Konvolutt C4 med vindu, hvit, 250 stk',
    now: { name: 'Konvolutt C4, hvit, 250 stk' },
    finds: [['name/less-than-agreed', 'name']],
  },
  {
    at: 'Brevordner A4, 80 mm, blå',
    now: { name: '★ Brevordner A4, 80 mm, blå' },
    finds: [['name/characters', 'name']],
  },
  {
    at: 'Tavlepenn rund spiss, blå, 10 stk',
    now: { name: 'tavlepenn rund spiss, blå, 10 stk' },
    finds: [['name/lower-case', 'name']],
  },
  {
    at: 'Moppegarn våt, 60 cm',
    now: { name: 'Moppegarn moppegarn våt, 60 cm' },
    finds: [['name/repeated-word', 'name']],
  },
  {
    at: 'Avfallsbeholder 50 l med lokk, grå',
    now: { name: 'Avfallsbeholder 50 l med lokk, grå,' },
    finds: [['name/punctuation', 'name']],
  },
  {
    at: 'Hengemappe A4, grønn, 25 stk',
    now: { description: 'Gjenvunnet kartong, 230 g, med fane og etikett. '.repeat(42).trim() },
    finds: [['name/description-length', 'description']],
  },
  {
    at: 'Toalettpapir 2 lag, 35 m, 64 ruller',
    now: { keywords: 'toalettpapir' },
    finds: [['name/findability', 'keywords']],
  },
  {
    at: 'Tallerken engangs, 23 cm, 50 stk',
    now: { name: 'Tallerken i papper, vit med röd kant, 23 cm, 50 st' },
    finds: [['name/language', 'name']],
  },
  {
    at: 'Mikrofiberklut 38 x 38 cm, rød, 10 stk',
    now: { manufacturerItemNumber: article('Mikrofiberklut 38 x 38 cm, grønn, 10 stk').manufacturerItemNumber },
    finds: [['name/two-names', 'name']],
  },
  { at: 'Mikrofiberklut 38 x 38 cm, grønn, 10 stk', finds: [['name/two-names', 'name']] },
  {
    at: 'Feiekost 50 cm, uten skaft',
    now: { name: 'Feiekost 50 cm, u/skaft' },
    finds: [['name/abbreviation', 'name']],
  },
  {
    at: 'Plastomslag A4, 0,12 mm, rød, 100 stk',
    now: { name: 'Plastomslag A4, 0,12 mm, rÃ¸d, 100 stk' },
    finds: [['name/encoding', 'name']],
  },
  {
    at: 'Hånddesinfeksjon gel, 600 ml',
    now: { description: '85 prosent etanol med glyserin. Tørker på 30&nbsp;sekunder.' },
    finds: [['name/encoding', 'description']],
  },

  // Labels
  {
    at: 'Vindusrens konsentrat, 1 l',
    now: { ecoLabel: '', ecoLicence: '' },
    before: { ecoLabel: '', ecoLicence: '' },
    finds: [['label/demanded', 'ecoLabel']],
  },
  {
    at: 'Gulvrengjøringsmiddel 5 l, uparfymert',
    now: { ecoLabel: '', ecoLicence: '' },
    finds: [
      ['label/demanded', 'ecoLabel'],
      ['label/lost', 'ecoLabel'],
    ],
  },
  {
    at: 'Moppegarn tørr, 40 cm',
    now: { ecoLabel: 'FSC', ecoLicence: 'FSC-C999926' },
    before: { ecoLabel: 'FSC', ecoLicence: 'FSC-C999926' },
    finds: [['label/demanded', 'ecoLabel']],
  },
  { at: 'Bobleplast 500 mm x 50 m, klar', now: { ecoLabel: 'Grønt Blad' }, finds: [['label/unknown', 'ecoLabel']] },
  { at: 'Feiekost 30 cm, uten skaft', now: { ecoLabel: 'Naturstjernen' }, finds: [['label/unknown', 'ecoLabel']] },
  {
    at: 'Svamp med skureside, 10 stk',
    now: { name: 'Svamp med skureside, svanemerket, 10 stk' },
    finds: [['label/claimed-in-text-only', 'name']],
  },
  {
    at: 'Papirkurv 15 l, svart',
    now: { description: 'Slagfast plast, tåler maskinvask. Merket med Blauer Engel.' },
    finds: [['label/claimed-in-text-only', 'description']],
  },
  {
    at: 'Grønnsåpe flytende, 1 l',
    now: { ecoLicence: 'NO020-99914' },
    finds: [['label/licence-format', 'ecoLicence']],
  },
  {
    at: 'Notatblokk A5, ruter, 100 blad',
    now: { ecoLicence: '999903' },
    finds: [['label/licence-format', 'ecoLicence']],
  },
  { at: 'Brevordner A4, 50 mm, grønn', now: { ecoLabel: '', ecoLicence: '' }, finds: [['label/lost', 'ecoLabel']] },
  { at: 'Pappbeger 25 cl, hvit, 80 stk', now: { ecoLabel: '', ecoLicence: '' }, finds: [['label/lost', 'ecoLabel']] },
  { at: 'Brevordner A4, 80 mm, svart', now: { ecoLabel: 'NEO' }, finds: [['label/former-code', 'ecoLabel']] },
  {
    at: 'Moppegarn våt, 40 cm',
    now: { ecoLabel: 'NORDIC_SWAN' },
    finds: [['label/not-in-code-list', 'ecoLabel']],
  },
  {
    at: 'Feiesett med brett og børste',
    now: { description: 'Et miljøvennlig valg for daglig feiing.' },
    finds: [['label/self-declared', 'description']],
  },

  // Days
  { at: 'Kartotekkort A5, hvit, 100 stk', now: { validTo: '2026-10-31' }, finds: [['expiry/line-ended', 'validTo']] },
  { at: 'Maskeringstape 38 mm x 50 m', now: { validTo: '2026-11-14' }, finds: [['expiry/line-ended', 'validTo']] },
  {
    at: 'Tidsskriftsamler A4, svart',
    now: { status: 'Utgått' },
    finds: [
      ['expiry/discontinued', 'status'],
      ['expiry/without-successor', 'replacedBy'],
    ],
  },
  {
    at: 'Gummistrikk 150 x 5 mm, 500 g',
    now: { status: 'Utgått', replacedBy: article('Gummistrikk 100 x 2 mm, 500 g').itemNumber },
    finds: [['expiry/discontinued', 'status']],
  },
  {
    at: 'Stiftemaskin for 30 ark, svart',
    before: { status: 'Utgått' },
    finds: [['expiry/reappeared', 'status']],
  },
  {
    at: 'Skilleark A4, 1-12, plast',
    now: { replacedBy: '039990' },
    finds: [['expiry/successor-missing', 'replacedBy']],
  },
  {
    at: 'Ringperm A4, 25 mm, svart',
    now: { replacedBy: article('Tidsskriftsamler A4, svart').itemNumber },
    finds: [['expiry/successor-expired', 'replacedBy']],
  },
  {
    at: 'Engangshanske vinyl, størrelse L, klar, 100 stk',
    now: { replacedBy: article('Engangshanske nitril, størrelse L, blå, 100 stk').itemNumber },
    finds: [],
  },
  {
    at: 'Engangshanske nitril, størrelse L, blå, 100 stk',
    finds: [['expiry/successor-dearer', 'price']],
  },
  {
    at: 'Blyant HB, 12 stk',
    now: { replacedBy: article('Blyant HB, 12 stk').itemNumber },
    finds: [['expiry/succession-loop', 'replacedBy']],
  },
  {
    at: 'Kjøkkenrull 2 lag, 64 ark, 32 ruller',
    now: { validFrom: '2026-12-01' },
    finds: [['expiry/not-started', 'validFrom']],
  },
  {
    at: 'Matavfallspose papir, 10 l, 80 stk',
    now: { validFrom: '2027-01-01' },
    finds: [['expiry/not-started', 'validFrom']],
  },
  { at: 'Blyant trekantet, HB, 72 stk', now: { validTo: '2026-11-30' }, finds: [['expiry/ends-soon', 'validTo']] },
  { at: 'Kaffe kokmalt, 250 g', now: { validTo: '2026-11-15' }, finds: [['expiry/ends-soon', 'validTo']] },
  {
    at: 'Tegnestifter til korktavle, fem farger, 100 stk',
    now: { validFrom: '2027-01-31', validTo: '2026-12-31' },
    finds: [['expiry/ends-before-start', 'validTo']],
  },
  {
    at: 'Limstift 20 g',
    now: { validTo: '2028-01-31' },
    finds: [['expiry/outside-agreement', 'validTo']],
  },
  {
    at: 'Brevkurv A4, grå',
    now: { lineNote: 'Utgår, selges så lenge lageret rekker' },
    finds: [['expiry/discontinued-in-text', 'lineNote']],
  },

  // Who is who
  {
    at: 'Korrekturtape 5 mm x 14 m',
    now: { itemNumber: '', gtin: '' },
    finds: [['identity/missing', 'itemNumber']],
    onArticle: [['assortment/agreed-item-missing', 'itemNumber']],
  },
  { at: 'Tape klar 19 mm x 33 m', twin: {}, finds: [], twinFinds: [['identity/duplicate', 'itemNumber']] },
  {
    at: 'Engangshanske vinyl, størrelse S, klar, 100 stk',
    twin: { price: '36.00' },
    finds: [['identity/duplicate', 'itemNumber']],
    twinFinds: [
      ['identity/duplicate', 'itemNumber'],
      ['price/below-agreed', 'price'],
    ],
  },
  {
    at: 'Gaffel i tre, 16 cm, 100 stk',
    finds: [
      ['identity/duplicate', 'gtin'],
      ['name/two-names', 'name'],
    ],
  },
  {
    at: 'Kniv i tre, 16 cm, 100 stk',
    now: { gtin: article('Gaffel i tre, 16 cm, 100 stk').gtin },
    finds: [
      ['identity/duplicate', 'gtin'],
      ['name/two-names', 'name'],
      ['identity/conflict', 'gtin'],
    ],
  },
  {
    at: 'Te svart, 100 poser',
    now: { gtin: article('Te grønn, 100 poser').gtin },
    finds: [['identity/conflict', 'gtin']],
  },
  {
    at: 'Dispenser for håndsåpe, hvit',
    now: { gtin: swappedDigits(article('Dispenser for håndsåpe, hvit').gtin) },
    finds: [['identity/gtin-check-digit', 'gtin']],
  },
  {
    at: 'Sukkerbiter, 1000 g',
    now: { gtin: otherCheckDigit(article('Sukkerbiter, 1000 g').gtin) },
    finds: [['identity/gtin-check-digit', 'gtin']],
  },
  {
    at: 'Tavlevisker med magnet, grå',
    now: { gtin: article('Tavlevisker med magnet, grå').gtin.slice(0, 11) },
    finds: [['identity/gtin-length', 'gtin']],
  },
  {
    at: 'Batteri alkalisk AA, 1,5 V, 24 stk',
    csv: { gtin: article('Batteri alkalisk AA, 1,5 V, 24 stk').gtin.slice(1) },
    xlsx: { gtin: typedAsNumber(article('Batteri alkalisk AA, 1,5 V, 24 stk').gtin.slice(1)) },
    finds: [['identity/leading-zero-lost', 'gtin']],
  },
  {
    at: 'Stiftfjerner, svart',
    xlsx: { itemNumber: typedAsNumber(article('Stiftfjerner, svart').itemNumber.slice(1)) },
    finds: [['identity/leading-zero-lost', 'itemNumber']],
    only: 'xlsx',
  },

  {
    at: 'Skilleark A4, 1-31, plast',
    now: { gtin: '2000000000008' },
    before: { gtin: '2000000000008' },
    finds: [['identity/gtin-prefix', 'gtin']],
  },
  {
    at: 'Blyant 2B, 12 stk',
    now: { gtin: gtin13('02801') },
    finds: [['identity/gtin-changed', 'gtin']],
  },
  {
    at: 'Kopipapir A5 80 g, hvit, 500 ark',
    now: { itemNumber: '018010' },
    finds: [['identity/number-changed', 'itemNumber']],
  },
  {
    at: 'Kulepenn 1,0 mm, blå, 50 stk',
    now: { itemNumber: '028010' },
    finds: [['identity/number-changed', 'itemNumber']],
  },
  {
    at: 'Tapedispenser for 33 m rull, svart',
    now: { manufacturer: 'Diverse' },
    finds: [['identity/dummy-manufacturer', 'manufacturer']],
  },
  {
    at: 'Flyttekasse 45 liter, brun',
    now: { countryOfOrigin: 'UKK' },
    finds: [['origin/unknown-country', 'countryOfOrigin']],
  },

  // Of the core assortment, and nearly an article that is there already
  {
    at: 'Plastpose 2 l, klar, 100 stk',
    gone: true,
    finds: [],
    onArticle: [['assortment/core-missing', 'itemNumber']],
  },
  { at: 'Brevkurv A4, svart', finds: [['assortment/same-need', 'name']] },

  // How it is delivered and taxed, what goes with it
  {
    at: 'Strekkfilm 500 mm x 300 m, klar',
    now: { minOrderQuantity: '10', maxOrderQuantity: '6' },
    finds: [['quantity/minimum-above-maximum', 'minOrderQuantity']],
  },
  {
    at: 'Brevkurv A4, klar',
    now: { minOrderQuantity: '10', orderInterval: '6' },
    finds: [['quantity/interval-unfit', 'orderInterval']],
  },
  {
    at: 'Protokoll A4, linjert, stive permer, 96 blad',
    now: { minOrderQuantity: '-1' },
    finds: [['quantity/negative', 'minOrderQuantity']],
  },
  {
    at: 'Markeringspenn, gul, 10 stk',
    now: { priceValidTo: '2026-09-30' },
    finds: [['expiry/price-ended', 'priceValidTo']],
  },
  {
    at: 'Markeringspenn, grønn, 10 stk',
    now: { priceValidFrom: '2026-12-01' },
    finds: [['expiry/price-not-started', 'priceValidFrom']],
  },
  {
    at: 'Markeringspenn, rosa, 10 stk',
    now: { priceValidTo: '2027-06-30' },
    finds: [['expiry/price-outside-period', 'priceValidTo']],
  },
  {
    at: 'Markeringspenn, oransje, 10 stk',
    now: { lastChanged: '2023-05-02', priceValidFrom: '' },
    before: { lastChanged: '2023-05-02', priceValidFrom: '' },
    finds: [['expiry/stale', 'lastChanged']],
  },
  { at: 'Tavlespray 250 ml', now: { leadTime: '20' }, finds: [['delivery/lead-time-above-agreed', 'leadTime']] },
  { at: 'Linjal 50 cm, klar', now: { leadTime: '' }, finds: [['delivery/lead-time-missing', 'leadTime']] },
  { at: 'Arkivboks A4, 150 mm, brun', now: { vatRate: '3' }, finds: [['vat/rate-unknown', 'vatRate']] },
  {
    at: 'Merkepenn rund spiss, blå, 10 stk',
    now: { vatCategory: 'H' },
    finds: [['vat/category-unknown', 'vatCategory']],
  },
  {
    at: 'Merkepenn rund spiss, rød, 10 stk',
    now: { vatRate: '0' },
    finds: [['vat/category-unlike-rate', 'vatCategory']],
  },
  {
    at: 'Merkepenn skrå spiss, blå, 10 stk',
    now: { vatCategory: 'Z', vatRate: '0' },
    finds: [['vat/category-unlike-class', 'vatCategory']],
  },
  { at: 'Te urteblanding, 20 poser', now: { vatRate: '25' }, finds: [['vat/rate-unlike-class', 'vatRate']] },
  {
    at: 'Batteri alkalisk C, 1,5 V, 2 stk',
    now: { imageUrl: 'www.eksempel.example/bilder/050410.jpg' },
    finds: [['link/malformed', 'imageUrl']],
  },
  {
    at: 'Toalettrens 750 ml, uparfymert',
    now: { sds: '' },
    finds: [['safety/data-sheet-missing', 'sds']],
  },

  // Classes, units, cells that cannot be read
  {
    at: 'Engangsklut 30 x 35 cm, hvit, 100 stk',
    now: { unspsc: '47131604' },
    finds: [
      ['class/unlike-agreed', 'unspsc'],
      ['name/generic-term', 'name'],
    ],
  },
  {
    at: 'Moppesett 60 cm, aluminium',
    now: { unit: 'sett' },
    finds: [['unit/changed', 'unit']],
  },
  { at: 'Blyantspisser i metall, ett hull', now: { unspsc: '4412161' }, finds: [['class/unspsc-format', 'unspsc']] },
  { at: 'Saks 21 cm, svart', now: { unspsc: '44000000' }, finds: [['class/too-general', 'unspsc']] },
  { at: 'Trykkblyant 0,5 mm', now: { unspsc: '' }, finds: [['class/missing', 'unspsc']] },
  {
    at: 'Kopipapir A3 80 g, hvit, kartong med 3 pakker',
    now: { unit: 'KOLLIX' },
    finds: [['unit/unknown', 'unit']],
  },
  { at: 'Konvolutt C6 uten vindu, hvit, 500 stk', now: { unit: 'hylse' }, finds: [['unit/unknown', 'unit']] },
  { at: 'Foldbackklype 25 mm, svart, 12 stk', now: { price: '12,5O' }, finds: [['value/unreadable', 'price']] },
  { at: 'Gelpenn 0,5 mm, rød, 12 stk', now: { unit: 'eske à 10' }, finds: [['unit/pack-contradicts', 'packQuantity']] },
  { at: 'Gelpenn 0,7 mm, blå, 12 stk', now: { validFrom: '03/04/2026' }, finds: [['value/ambiguous', 'validFrom']] },
  { at: 'Universalspray 750 ml', now: { validFrom: '31.02.2026' }, finds: [['value/unreadable', 'validFrom']] },
  {
    at: 'Toalettbørste med holder, hvit',
    now: { minOrderQuantity: 'ti' },
    finds: [['value/unreadable', 'minOrderQuantity']],
  },
  { at: 'Rørepinne i tre, 14 cm, 1000 stk', surplus: ['kontrolleres'], finds: [['value/row-length']], only: 'csv' },
  {
    at: 'Spiralbok A4, linjert, 80 blad',
    now: { description: '=A2&" spiralbok"' },
    finds: [['value/formula-like', 'description']],
  },
  {
    at: 'Stempelpute 7 x 11 cm, svart',
    csv: { description: typedInCsv('"Uten lokk, for stempler i tre') },
    finds: [['value/unclosed-quote']],
    only: 'csv',
  },
  {
    at: 'Spiralbok A5, linjert, 80 blad',
    csv: { description: typedInCsv('"Hendig" spiralbok med perforert marg') },
    finds: [['value/stray-quote']],
    only: 'csv',
  },
];

/**
 * Lines that are on no price list, each like a line before it.
 * @type {readonly { readonly like: string, readonly line: Line, readonly finds: readonly Find[] }[]}
 */
export const STRANGERS = [
  {
    like: 'Brevkurv A4, svart',
    line: {
      itemNumber: '039010',
      gtin: gtin13('03901'),
      manufacturerItemNumber: 'PE-1503-90',
      name: 'Svart brevkurv A4',
      price: '52.00',
    },
    finds: [
      ['assortment/not-agreed', 'itemNumber'],
      ['assortment/same-need', 'name'],
    ],
  },
  {
    like: 'Linjal 50 cm, klar',
    line: {
      itemNumber: '059030',
      gtin: gtin13('05903'),
      manufacturerItemNumber: '',
      name: 'Ekspedisjonsgebyr',
      description: 'Legges til hver bestilling.',
      price: '49.00',
      keywords: 'gebyr',
    },
    finds: [['price/fee-line', 'name']],
  },
  {
    like: 'Notatblokk A4, ruter, 100 blad',
    line: {
      itemNumber: '019010',
      gtin: gtin13('01901'),
      manufacturerItemNumber: 'FJ-1514-90',
      name: 'Notatblokk A4, blank, 100 blad',
    },
    finds: [['assortment/not-agreed', 'itemNumber']],
  },
  {
    like: 'Linjal 50 cm, klar',
    line: {
      itemNumber: '059010',
      gtin: gtin13('05901'),
      manufacturerItemNumber: 'KO-1807-90',
      name: 'Bordkalkulator med tolv siffer, svart',
      description: 'Solcelle og batteri. Stort vindu som kan vippes.',
      unspsc: '44101807',
      unit: '',
      price: '219.00',
      keywords: 'kalkulator, regnemaskin',
    },
    finds: [
      ['assortment/not-agreed', 'itemNumber'],
      ['unit/missing', 'unit'],
    ],
  },
  {
    like: 'Skrivetavle emaljert, 90 x 120 cm',
    line: {
      itemNumber: '059020',
      gtin: gtin13('05902'),
      manufacturerItemNumber: 'KO-2102-90',
      name: 'Kontorstol med armlener, svart',
      description: 'Høyde og rygg kan stilles. Hjul for harde gulv.',
      unspsc: '56112102',
      price: '2490.00',
      keywords: 'stol, kontorstol',
    },
    finds: [
      ['assortment/not-agreed', 'itemNumber'],
      ['assortment/outside-scope', 'unspsc'],
    ],
  },
];
