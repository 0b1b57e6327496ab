/** The two versions of the example's catalogue: what was approved last, and what came in. */
import { articles } from './articles.mjs';
import { FAULTS, STRANGERS } from './faults.mjs';
import { gtin13 } from './gtin.mjs';
import { offeredLine, previousLine } from './lines.mjs';

/**
 * @import { Article } from './articles.mjs'
 * @import { Fault, Find } from './faults.mjs'
 * @import { Line } from './sheet.mjs'
 */

/** Ordinary life between two versions: nobody's fault, and no rule says a word. By the article's name. */
const CHANGES = new Map(
  Object.entries({
    'Avfallsbeholder 50 l med lokk, grå': {
      description: 'Slagfast plast, tåler maskinvask.\nLokket kan merkes med symbol for avfallstypen.',
    },
    'Pappeske 310 x 220 x 150 mm, brun': {
      description: 'Enkel bølge; lukkes med tape. Også kalt "flyttekasse liten".',
    },
    'Dispenser for håndtørkeark, hvit': { lineNote: 'Utlånes uten kostnad ved fast leveranse' },
    'Te urteblanding, 20 poser': { keywords: 'te, tepose, urtete' },
    'Stempelpute 7 x 11 cm, blå': { leadTime: '6' },
  }),
);

/** Articles that the price list got later than the previous version. */
const NEW = new Set([
  'Gulvrengjøringsmiddel for tregulv, 1 l',
  'Mikrofiberklut for glass, 40 x 40 cm, 5 stk',
  'Skumsåpe for dispenser, uparfymert, 1000 ml',
]);

/** Lines of the previous version whose articles the agreement no longer has. By the name of the one they are like. */
const FORMER = [
  [
    'Skilleark A4, 1-10, plast',
    { itemNumber: '037010', gtin: gtin13('03701'), name: 'Skilleark A4, 1-54, plast', price: '79.00' },
  ],
  ['Saks 21 cm, svart', { itemNumber: '057010', gtin: gtin13('05701'), name: 'Brevåpner 20 cm, stål', price: '24.50' }],
  [
    'Feiekost 50 cm, uten skaft',
    { itemNumber: '217010', gtin: gtin13('21701'), name: 'Feiekost 80 cm, uten skaft', price: '149.00' },
  ],
  [
    'Plastpose 4 l, klar, 50 stk',
    { itemNumber: '257010', gtin: gtin13('25701'), name: 'Plastpose 8 l, klar, 50 stk', price: '26.90' },
  ],
  [
    'Rørepinne i tre, 14 cm, 1000 stk',
    { itemNumber: '267010', gtin: gtin13('26701'), name: 'Sugerør i papir, 20 cm, 250 stk', price: '64.00' },
  ],
];

/** @type {ReadonlyMap<string, Fault>} */
const FAULT_AT = new Map(FAULTS.map((fault) => [fault.at, fault]));
if (FAULT_AT.size < FAULTS.length) throw new Error('two faults on one article');

/** @returns {readonly Line[]} */
export function previousCatalogue() {
  return articles().flatMap((article, index) => {
    if (NEW.has(article.name)) return [];
    const line = previousLine(offeredLine(article, index), index);
    const former = FORMER.filter(([like]) => like === article.name).map(([, changed]) => ({
      ...line,
      ...Object(changed),
    }));
    return [{ ...line, ...FAULT_AT.get(article.name)?.before }, ...former.map(withOwnImage)];
  });
}

/**
 * @param {'csv' | 'xlsx'} format
 * @returns {readonly { readonly line: Line, readonly finds: readonly Find[], readonly surplus?: readonly string[] }[]}
 */
export function newCatalogue(format) {
  return articles().flatMap((article, index) => {
    const line = { ...offeredLine(article, index), ...CHANGES.get(article.name) };
    return [...withFault(line, FAULT_AT.get(article.name), format), ...strangersLike(article.name, line)];
  });
}

/** @param {Line} line @param {Fault | undefined} fault @param {'csv' | 'xlsx'} format */
function withFault(line, fault, format) {
  if (fault === undefined || (fault.only ?? format) !== format) return [{ line, finds: [] }];
  if (fault.gone) return [];
  const faulty = { ...line, ...fault.now, ...fault[format] };
  const first = {
    line: faulty,
    finds: fault.finds,
    ...(fault.surplus === undefined ? {} : { surplus: fault.surplus }),
  };
  return fault.twin === undefined
    ? [first]
    : [first, { line: { ...faulty, ...fault.twin }, finds: fault.twinFinds ?? [] }];
}

/** @param {string} name @param {Line} line */
function strangersLike(name, line) {
  return STRANGERS.filter(({ like }) => like === name).map(({ line: changed, finds }) => ({
    line: withOwnImage({ ...line, ...changed }),
    finds,
  }));
}

/** @param {Line} line @returns {Line} */
function withOwnImage(line) {
  return { ...line, imageUrl: `https://eksempel.example/bilder/${line.itemNumber}.jpg` };
}

/** Findings that name an agreed article, with its position on the price list, from 0. */
export function findsOnArticles() {
  return articles().flatMap(({ name, itemNumber }, position) =>
    (FAULT_AT.get(name)?.onArticle ?? []).map(([rule, field = '']) => ({ rule, field, position, item: itemNumber })),
  );
}

for (const name of [...CHANGES.keys(), ...NEW, ...FAULT_AT.keys(), ...FORMER.map(([like]) => like)]) {
  if (!articles().some((article) => article.name === name)) throw new Error(`no article is called ${name}`);
}
