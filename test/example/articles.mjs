/**
 * The assortment of the example agreement: every article on the agreed price list, composed from families of goods
 * and their sizes and colours.
 */
import { CLEANING } from './cleaning-articles.mjs';
import { gtin12, gtin13 } from './gtin.mjs';
import { OFFICE } from './office-articles.mjs';

/**
 * What articles of a kind have in common.
 * @typedef {object} Traits
 * @property {string} series first two digits of the item number; some are 0, and must survive
 * @property {string} group
 * @property {string} brand
 * @property {string} manufacturer
 * @property {string} country
 * @property {string} unspsc
 * @property {string} unit as the supplier writes it
 * @property {string} packUnit
 * @property {string} leadTime working days
 * @property {string} [label]
 * @property {string} [licence]
 * @property {string} description
 * @property {string} keywords
 * @property {string} [demand] labels the price list demands of the article, any one of them
 * @property {boolean} [overseas] has a GTIN of twelve digits that begins with 0
 */
/** @typedef {readonly [name: string, content: string, price: string, differs?: Partial<Traits>]} Variant */
/** @typedef {Traits & { readonly variants: readonly Variant[] }} Family */

/**
 * @typedef {Required<Traits> & {
 *   itemNumber: string, name: string, gtin: string, manufacturerItemNumber: string, content: string, agreedPrice: string
 * }} Article
 */

/** @returns {readonly Article[]} in the order of item numbers */
export function articles() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return [...OFFICE, ...CLEANING].flatMap(({ variants, ...traits }) =>
    variants.map(([name, content, agreedPrice, differs]) => {
      const number = (counts.get(traits.series) ?? 0) + 1;
      counts.set(traits.series, number);
      const itemNumber = `${traits.series}${String(number * 10).padStart(4, '0')}`;
      return {
        label: '',
        licence: '',
        demand: '',
        overseas: false,
        ...traits,
        ...differs,
        itemNumber,
        name,
        gtin: ({ ...traits, ...differs }.overseas ? gtin12 : gtin13)(itemNumber.slice(0, 5)),
        manufacturerItemNumber: `${traits.brand.slice(0, 2).toUpperCase()}-${traits.unspsc.slice(4)}-${number}`,
        content,
        agreedPrice,
      };
    }),
  );
}
