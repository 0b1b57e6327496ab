/** The articles of the measured catalogues: what varies comes from a hash of the article's number. */

export const HEADINGS = [
  'Varenr',
  'Varenavn',
  'Beskrivelse',
  'GTIN',
  'Produsent',
  'Produsentens varenr',
  'Merke',
  'UNSPSC',
  'Enhet',
  'Antall i pakning',
  'Pris eks. mva',
  'Valuta',
  'Miljømerke',
  'Lisensnummer',
  'Gyldig fra',
  'Gyldig til',
  'Leveringstid',
  'Minste bestilling',
  'Status',
  'Hylleplass',
];

/** Noun, UNSPSC, unit, content, label, licence. */
const GOODS = [
  ['Kopipapir A4 80 g, hvit', '14111507', 'pk', '500', 'Svanemerket', '3044 9901'],
  ['Kulepenn 0,7 mm, blå', '44121704', 'eske', '50', '', ''],
  ['Ringperm A4, 40 mm, svart', '44122003', 'stk', '1', '', ''],
  ['Plastlomme A4, klar', '44122011', 'pk', '100', '', ''],
  ['Konvolutt C5 med vindu', '44121506', 'eske', '500', 'FSC Mix', 'FSC-C999903'],
  ['Oppvaskmiddel, uparfymert', '47131810', 'flaske', '1', 'Svanemerket', '2025 9911'],
  ['Gulvrengjøringsmiddel', '47131801', 'kanne', '5', 'EU Ecolabel', 'NO/020/99914'],
  ['Mikrofiberklut 38 x 38 cm', '47131502', 'pk', '10', '', ''],
  ['Dopapir 2 lag, 50 m', '14111704', 'krt', '48', 'Svanemerket', '4005 9920'],
  ['Søppelsekk 125 l, svart', '47121701', 'rull', '25', '', ''],
  ['Gummihanske, størrelse M', '46181504', 'par', '1', '', ''],
];
const MAKERS = [
  'Fjellark Papir AS',
  'Skrivlett Norden AB',
  'Rengard Kjemi AS',
  'Tørkfin Sverige AB',
  'Mykpapp Tissue Oy',
];
const BRANDS = ['Fjellark', 'Skrivlett', 'Rengard', 'Tørkfin', 'Mykpapp'];
const WORDS = ['holdbar', 'robust', 'solid emballasje', 'leveres ferdig pakket', 'for daglig bruk', 'lett å lagre'];

/** Integer hash with good spread (xorshift-multiply), seeded by what the number is for. @param {number} index @param {number} purpose */
export function hash(index, purpose) {
  let h = Math.imul(index ^ Math.imul(purpose, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** True for about `share` of the articles. @param {number} index @param {number} purpose @param {number} share */
export const chosen = (index, purpose, share) => hash(index, purpose) < share * 2 ** 32;

export const PURPOSE = {
  goods: 1,
  maker: 2,
  price: 3,
  words: 4,
  fault: 5,
  faultKind: 6,
  added: 7,
  changed: 8,
  change: 9,
  shelf: 10,
  raised: 11,
};

/** @param {number} amount øre */
export function kroner(amount) {
  const cents = String(amount % 100).padStart(2, '0');
  return `${Math.floor(amount / 100)},${cents}`;
}

/** @param {string | undefined} text */
export const ore = (text) => Number(String(text).replace(',', ''));

/** @param {string} digits twelve */
function withCheckDigit(digits) {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += (digits.charCodeAt(i) - 48) * (i % 2 === 0 ? 1 : 3);
  return digits + ((10 - (sum % 10)) % 10);
}

/** Between 10 and 500 kroner, at most what is agreed. @param {number} index */
export const agreedOre = (index) => 1000 + (hash(index, PURPOSE.price) % 49000);

/** The article as it is offered when nothing is wrong. @param {number} index @param {number} price øre */
export function cellsOf(index, price) {
  const [noun = '', unspsc = '', unit = '', content = '', label = '', licence = ''] =
    GOODS[hash(index, PURPOSE.goods) % GOODS.length] ?? [];
  const maker = hash(index, PURPOSE.maker) % MAKERS.length;
  const number = String(index).padStart(7, '0');
  const words = hash(index, PURPOSE.words);
  return [
    `K${number}`,
    `${noun}, modell ${number}`,
    `Vare ${number}: ${WORDS[words % 6]}, ${WORDS[(words >>> 8) % 6]}. Lagerføres i Norge, leveres på pall eller i hel kartong.`,
    withCheckDigit(`709${String(index).padStart(9, '0')}`),
    MAKERS[maker] ?? '',
    `${unspsc.slice(4)}-${number}`,
    BRANDS[maker] ?? '',
    unspsc,
    unit,
    content,
    kroner(price),
    'NOK',
    label,
    licence,
    '01.02.2024',
    '31.12.2027',
    String(1 + (words % 9)),
    '1',
    'Aktiv',
    `${String.fromCharCode(65 + (hash(index, PURPOSE.shelf) % 26))}-${hash(index, PURPOSE.shelf) % 999}`,
  ];
}
