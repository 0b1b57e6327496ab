/** Catalogue lines of any kind that reading could give, as fast-check makes them. */
import fc from 'fast-check';
import { decimal } from '../../src/catalogue/decimal.ts';
import type { CatalogueLine, EcoLabel } from '../../src/catalogue/line.ts';
import { LABELS } from '../../src/code-lists/labels.ts';

/** Texts with what the formats themselves are written with; without outer blanks, which no reader keeps. */
const LETTERS = [...'aæøåÅé €&<>"\'();,=|-0123456789'];
const text = (most = 30): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('Vare', 'Såpe', 'Mål'), fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: most }))
    .map(([word, rest]) => `${word} ${rest.trim()}`.replace(/\s+/g, ' ').trim());

const amount = (most: number): fc.Arbitrary<ReturnType<typeof decimal>> =>
  fc.integer({ min: 1, max: most * 100 }).map((cents) => decimal(String(cents / 100)));

const day = (year: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

/** Of goods, with a code that today's catalogues name them by. */
const LABEL_KEYS = [...LABELS.values()].flatMap(({ key, scope, gs1Code }) =>
  scope === 'product' && gs1Code !== undefined ? [key] : [],
);
const label: fc.Arbitrary<EcoLabel> = fc
  .constantFrom('svanemerket', 'eu_ecolabel', 'fsc_mix', 'debio', 'fairtrade', ...LABEL_KEYS.slice(0, 10))
  .map((key) => ({ key, text: key }));

const tiers = fc
  .uniqueArray(fc.integer({ min: 2, max: 1000 }), { minLength: 1, maxLength: 3 })
  .chain((bounds) =>
    fc.tuple(...bounds.toSorted((a, b) => a - b).map((bound) => amount(99).map((price) => `${bound}=${price}`))),
  )
  .map((all) => all.join('; '));

function gtinOf(digits: string): string {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const status = fc.constantFrom('active', 'discontinued', 'temporarilyUnavailable', 'new');

/** @param itemNumber of the line; no two of a catalogue have one */
export function anyLine(itemNumber: string): fc.Arbitrary<CatalogueLine> {
  return fc
    .record(
      {
        name: text(),
        unit: fc.constantFrom('C62', 'XPK', 'XBX', 'KGM', 'LTR', 'H87'),
        price: amount(9_000),
        currency: fc.constant('NOK'),
        description: text(80),
        gtin: fc.integer({ min: 10 ** 7, max: 10 ** 8 - 1 }).map((number) => gtinOf(`7038${number}`)),
        manufacturer: text(12),
        manufacturerItemNumber: fc.integer({ min: 1, max: 999_999 }).map((number) => `M-${number}`),
        brand: text(8),
        unspsc: fc.integer({ min: 1000, max: 9999 }).map((number) => `4412${number}`),
        packQuantity: amount(100),
        packUnit: fc.constantFrom('C62', 'MLT'),
        listPrice: amount(9_000),
        discountPercent: amount(99),
        priceBaseQuantity: fc.constantFrom('1', '100').map(decimal),
        vatRate: fc.constantFrom('25', '15', '0').map(decimal),
        ecoLabel: fc.array(label, { minLength: 1, maxLength: 1 }),
        validFrom: day(2026),
        validTo: day(2027),
        vatCategory: fc.constant('S'),
        // Within every period a line of these may have.
        priceValidFrom: fc.constant('2026-12-29'),
        priceValidTo: fc.constant('2026-12-31'),
        lastChanged: day(2026),
        leadTime: fc.integer({ min: 1, max: 30 }).map((days) => `${days} DAY`),
        minOrderQuantity: amount(9),
        maxOrderQuantity: amount(900).map((value) => decimal(String(Number(value) + 10))),
        orderInterval: amount(9),
        countryOfOrigin: fc.constantFrom('NO', 'SE', 'DE'),
        imageUrl: fc.webUrl().map((url) => `${url}/a.jpg`),
        productUrl: fc.constantFrom('https://varer.example/1', 'https://varer.example/2?a=1&b=2'),
        sds: fc.constant('https://hms.example/1.pdf'),
        status,
        orderable: fc.boolean(),
        replacedBy: fc.integer({ min: 1, max: 99 }).map((number) => `N${number}`),
        replaces: fc.integer({ min: 1, max: 99 }).map((number) => `G${number}`),
        productGroup: text(10),
        priceGroup: fc.constantFrom('R1', 'R2'),
        keywords: fc.constantFrom('penn', 'penn, blekk', 'papir, ark, A4'),
        weight: amount(99).map((value) => `${value} KGM`),
        co2: amount(9),
        customsCode: fc.constant('96081010'),
        lineNote: text(20),
        priceTiers: tiers,
        comparisonPrice: amount(99).map((value) => `${value} NOK / 1 LTR`),
        grossPriceInclVat: amount(9_000),
      },
      { requiredKeys: ['name', 'unit', 'price', 'currency'] },
    )
    .map(({ orderable, packUnit, vatCategory, ...line }) => ({
      row: 1,
      itemNumber,
      ...line,
      ...(vatCategory === undefined || !['25', '15'].includes(line.vatRate ?? '') ? {} : { vatCategory }),
      ...(packUnit === undefined || line.packQuantity === undefined ? {} : { packUnit }),
      // Whether it can be ordered follows from its status, where it has one.
      ...(orderable === undefined
        ? {}
        : { orderable: line.status === undefined ? orderable : line.status !== 'temporarilyUnavailable' }),
    })) as fc.Arbitrary<CatalogueLine>;
}

/** @param most lines at most */
export function anyCatalogue(most: number): fc.Arbitrary<readonly CatalogueLine[]> {
  return fc
    .uniqueArray(fc.integer({ min: 100, max: 100 + 3 * most }), { minLength: 1, maxLength: most })
    .chain((numbers) => fc.tuple(...numbers.map((number) => anyLine(`${number}-A`))));
}
