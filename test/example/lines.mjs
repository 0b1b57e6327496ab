/** Articles as catalogue lines: what the supplier offers now, and what was approved last. */

/**
 * @import { Article } from './articles.mjs'
 * @import { Line } from './sheet.mjs'
 */

/** Hundredths, so that no price is ever a binary fraction. @param {string} amount */
const hundredths = (amount) => Math.round(Number(amount) * 100);

/** @param {number} amount hundredths */
const money = (amount) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

/** @param {string} amount @param {number} percent */
export const percentOf = (amount, percent) => money(Math.round((hundredths(amount) * percent) / 100));

/** Cleaning agents and hand disinfection. @param {Article} article */
const isChemical = ({ unspsc }) => unspsc.startsWith('471318') || unspsc === '53131626';

/** @param {Article} article @param {number} index @returns {Line} */
export function offeredLine(article, index) {
  return {
    itemNumber: article.itemNumber,
    name: article.name,
    description: article.description,
    gtin: article.gtin,
    brand: article.brand,
    manufacturer: article.manufacturer,
    manufacturerItemNumber: article.manufacturerItemNumber,
    unspsc: article.unspsc,
    unit: article.unit,
    packQuantity: article.content,
    packUnit: article.packUnit,
    price: article.agreedPrice,
    currency: 'NOK',
    ecoLabel: article.label,
    ecoLicence: article.licence,
    leadTime: article.leadTime,
    validFrom: '2024-02-01',
    validTo: '2027-01-31',
    minOrderQuantity: '1',
    countryOfOrigin: article.country,
    imageUrl: `https://eksempel.example/bilder/${article.itemNumber}.jpg`,
    status: 'Aktiv',
    replacedBy: '',
    productGroup: article.group,
    keywords: article.keywords,
    lineNote: '',
    priceTiers: '',
    maxOrderQuantity: '',
    orderInterval: '1',
    vatCategory: 'S',
    priceValidFrom: '2026-01-01',
    priceValidTo: '',
    lastChanged: '2025-11-03',
    vatRate: article.unspsc.startsWith('50') ? '15' : '25',
    sds: isChemical(article) ? `https://eksempel.example/sds/${article.itemNumber}.pdf` : '',
    shelf: `${String.fromCharCode(65 + (index % 8))}-${String(1 + (index % 24)).padStart(2, '0')}`,
  };
}

/**
 * The line as it was approved half a year ago: some prices have risen a little since, fewer have fallen.
 * @param {Line} line @param {number} index @returns {Line}
 */
export function previousLine(line, index) {
  if (index % 11 === 3) return { ...line, price: percentOf(line.price ?? '', 97) };
  if (index % 23 === 5) return { ...line, price: percentOf(line.price ?? '', 105) };
  return line;
}
