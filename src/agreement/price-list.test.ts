import { describe, expect, it } from 'vitest';
import { openedList } from '../../test/builders/opened-list.ts';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { passHere } from '../readers/passed.ts';
import type { Agreement } from './agreement.ts';
import { type AgreedPriceList, articleSource, keyedArticles, openPriceList, readPriceList } from './price-list.ts';

const AGREEMENT: Agreement = {
  number: '1',
  name: 'Papir',
  supplier: { name: 'Prøve AS' },
  period: { from: '2025-01-01', to: '2027-12-31' },
  currency: 'NOK',
  timeZone: 'Europe/Oslo',
  vat: 'excluded',
  labels: [],
};
const HEADINGS = 'Varenr;Varenavn;GTIN;Avtalt pris;Miljøkrav;Gyldig fra;Gyldig til';

const folder = temporaryFolder();
let lists = 0;

/** @param rows number, GTIN, price, label, from, to; what is left out is blank */
async function read(...rows: readonly (readonly string[])[]): Promise<AgreedPriceList> {
  const cells = rows.map(([number = '', gtin = '', price = '', ...rest]) =>
    [number, 'Vare', gtin, price, ...rest, '', '', ''].slice(0, 7),
  );
  const content = [HEADINGS, ...cells.map((row) => row.join(';')), ''].join('\r\n');
  const source = { ...folder.source(`${++lists}/prices.csv`, content), name: 'prices.csv' };
  const list = await openPriceList(source, openedList, { vat: 'excluded' });
  const articles = articleSource(list, AGREEMENT, '2026-06-01');
  return readPriceList(list, articles, passHere(list.file, keyedArticles(articles)));
}

async function refusal(...rows: readonly (readonly string[])[]): Promise<OperationalError> {
  const error: unknown = await read(...rows).catch((thrown: unknown) => thrown);
  if (!(error instanceof OperationalError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

function line(values: Partial<CatalogueLine>): CatalogueLine {
  return { row: 2, ...values };
}

describe('a price list with faults', () => {
  it('names the rows without a price', async () => {
    const { text } = await refusal(['100', '', '10,00'], ['200'], ['300', '', '0']);
    expect(text.nb).toBe('prices.csv, rad 3: Pris mangler. Fyll inn den avtalte prisen, eller ta raden ut.');
    expect(text.en).toBe('prices.csv, row 3: Price is missing. Fill in the agreed price, or take the row out.');
  });

  it('tells them all at once, each in its own words', async () => {
    const { text } = await refusal(
      ['100', '', '12,5O'],
      ['200', '', '-1'],
      ['300', '', '5', 'Ja'],
      ['400', '', '5'],
      ['400', '', '6'],
      ['500', '', '5', '', 'snart'],
    );
    expect(text.nb.split('\n')).toEqual([
      expect.stringMatching(/^prices\.csv, rad 2: forstår ikke «12,5O» \(Pris\)/),
      expect.stringMatching(/^prices\.csv, rad 3: Pris er negativ/),
      expect.stringMatching(/^prices\.csv, rad 4: «Ja» \(Miljømerke\) er ikke et kjent merke/),
      expect.stringMatching(/^prices\.csv, rad 6: 400 står to ganger .*rad 5 og 6/),
      expect.stringMatching(/^prices\.csv, rad 7: forstår ikke «snart» \(Gyldig fra\)/),
    ]);
  });

  it('tells one that many rows share once, with their number', async () => {
    const { text } = await refusal(...Array.from({ length: 12 }, (_, index) => [String(100 + index)]));
    expect(text.nb).toBe(
      'prices.csv, rad 2 og 11 rader til: Pris mangler. Fyll inn den avtalte prisen, eller ta raden ut.',
    );
  });

  it('says what to write for a unit, once for all rows that have it', async () => {
    const content = 'Varenr;Varenavn;Enhet;Avtalt pris\n1;a;KAN;5\n2;b;stykkk;5\n3;c;KAN;5\n';
    const list = await openPriceList(
      { ...folder.source('units/prices.csv', content), name: 'prices.csv' },
      openedList,
      {
        vat: 'excluded',
      },
    );
    const articles = articleSource(list, AGREEMENT, '2026-06-01');
    const advice = 'Write a word such as pcs, pack or litre, or a code of UNECE Rec 20/21: EA, XPK, LTR.';
    await expect(readPriceList(list, articles, passHere(list.file, keyedArticles(articles)))).rejects.toMatchObject({
      text: {
        en: `prices.csv, row 2 and 1 more row: cannot read "KAN" (Unit). ${advice}\nprices.csv, row 3: cannot read "stykkk" (Unit). ${advice}`,
      },
    });
  });

  it('tells 25 that differ, and how many others there are', async () => {
    const { text } = await refusal(...Array.from({ length: 27 }, (_, at) => [String(100 + at), '', `x${at}`]));
    expect(text.nb.split('\n')).toHaveLength(26);
    expect(text.nb).toMatch(/rad 26: .*\n… og 2 til$/);
    expect(text.en).toMatch(/\n… and 2 more$/);
  });

  it('does not mind an old entry without a price', async () => {
    const list = await read(['100', '', '', '', '', '31.12.2025'], ['200', '', '5']);
    expect(list.articles).toBe(1);
  });
});

describe('demanded labels', () => {
  it.each([
    'Svanemerket eller EU Ecolabel',
    'Svanemerket or EU Ecolabel',
    'Svanemerket / EU Ecolabel',
    'Svanemerket/EU Ecolabel',
    'Svanemerket, EU Ecolabel',
    'SVANEMERKET ELLER EU ECOLABEL',
  ])('%s are alternatives', async (cell) => {
    const list = await read(['100', '', '5', cell]);
    expect(list.find(line({ itemNumber: '100' }))?.article.demandedLabels).toEqual(['svanemerket', 'eu_ecolabel']);
    expect(list.demandsLabels).toBe(true);
  });

  it.each([
    ['Ja', 'Ja'],
    ['Miljømerket', 'Miljømerket'],
    ['Svanemerket eller tilsvarende', 'tilsvarende'],
    ['Naturstjernen', 'Naturstjernen'],
  ])('%s is nothing to check', async (cell, words) => {
    expect((await refusal(['100', '', '5', cell])).text.nb).toContain(`rad 2: «${words}» (Miljømerke)`);
  });

  it.each(['', '-', 'Nei'])('"%s" demands none', async (cell) => {
    const list = await read(['100', '', '5', cell]);
    expect(list.find(line({ itemNumber: '100' }))?.article.demandedLabels).toBeUndefined();
  });

  it('that differ between two entries of an article are a fault, in another order they do not', async () => {
    expect((await refusal(['100', '', '5', 'Svanemerket'], ['100', '', '5'])).text.nb).toMatch(
      /miljøkrav \(rad 2 og 3\)/,
    );
    const same = await read(['100', '', '5', 'Svanemerket, FSC'], ['100', '', '5', 'FSC, Svanemerket']);
    expect(same.articles).toBe(2);
  });
});

describe('item number and GTIN', () => {
  const A = '7038010000003';
  const B = '7038010000010';

  it('of two articles: the number counts, and the other article is told', async () => {
    const list = await read(['100', A, '5'], ['200', B, '6']);
    expect(list.find(line({ itemNumber: '100', gtin: B }))).toMatchObject({
      article: { itemNumber: '100' },
      matchedBy: 'itemNumber',
      conflict: { by: 'gtin', article: { itemNumber: '200' } },
    });
    expect(list.find(line({ itemNumber: '100', gtin: `0${A}` }))?.conflict).toBeUndefined();
    expect(list.find(line({ itemNumber: '100', gtin: '7038010000027' }))?.conflict).toBeUndefined();
  });

  it.each([
    [
      'an article listed once for each of its GTINs',
      [
        ['100', A, '5'],
        ['100', B, '5'],
      ],
      '100',
      B,
    ],
    [
      'two articles with one GTIN',
      [
        ['100', A, '5'],
        ['200', A, '5'],
      ],
      '200',
      A,
    ],
    [
      'one entry by number, one by GTIN',
      [
        ['100', '', '5'],
        ['', A, '5'],
      ],
      '100',
      A,
    ],
  ])('do not conflict: %s', async (_, rows, itemNumber, gtin) => {
    expect((await read(...rows)).find(line({ itemNumber, gtin }))?.conflict).toBeUndefined();
  });
});

describe('what is almost agreed', () => {
  it('is a number that lost its zeros', async () => {
    const list = await read(['01', '', '5'], ['0020', '', '5'], ['020', '', '6']);
    expect(list.findAlmost(line({ itemNumber: '1' }))).toMatchObject({
      reason: 'zerosLost',
      article: { itemNumber: '01' },
    });
    // Two articles would fit, a zero too many is none lost, and a letter is no zero.
    for (const itemNumber of ['20', '001', 'A1']) expect(list.findAlmost(line({ itemNumber }))).toBeUndefined();
  });

  it('is an entry that has ended or not started', async () => {
    const list = await read(
      ['100', '', '5', '', '', '31.12.2025'],
      ['200', '', '5', '', '01.01.2027'],
      ['', '7038010000003', '5', '', '', '31.05.2026'],
      ['300', '', '5', '', '', '01.06.2026'],
    );
    expect(list.findAlmost(line({ itemNumber: '100' }))).toMatchObject({
      reason: 'ended',
      article: { validTo: '2025-12-31' },
    });
    expect(list.findAlmost(line({ itemNumber: '200' }))).toMatchObject({
      reason: 'notStarted',
      article: { validFrom: '2027-01-01' },
    });
    expect(list.findAlmost(line({ gtin: '07038010000003' }))?.reason).toBe('ended');
    expect(list.find(line({ itemNumber: '300' }))).toBeDefined();
    expect(list.findAlmost(line({ itemNumber: '400' }))).toBeUndefined();
  });
});

it.each([
  [
    'two prices',
    'Varenr;Pris 01.01.2026;Pris 01.07.2026',
    '1;12,50;13,50',
    /flere kolonner som kan være Pris: B .*, C /,
  ],
  ['names under the price', 'Varenr;Varenavn;Pris', 'K1;Penn;penn', /kolonne C \(Pris\) sier Pris, men cellene/],
])('a list with %s is refused', async (_, headings, row, words) => {
  const source = folder.source(`${++lists}/prices.csv`, [headings, row, row, row, row, row, ''].join('\r\n'));
  const opened = openPriceList(source, openedList, { vat: 'excluded' });
  await expect(opened).rejects.toThrow(OperationalError);
  await expect(opened).rejects.toMatchObject({ text: { nb: expect.stringMatching(words) } });
});

it('a price that may be two numbers is told by its row', async () => {
  expect((await refusal(['1', '', '1.234'])).text.nb).toContain('«1.234» (Pris) kan leses på to måter');
});

describe('the VAT that a heading names', () => {
  const list = async (vat: 'excluded' | 'included', ...headings: readonly string[]): Promise<string | undefined> => {
    const cells = headings.map((heading) => (heading.includes('inkl') ? '125,00' : '100,00'));
    const content = `Varenr;${headings.join(';')}\n1;${cells.join(';')}\n`;
    const source = { ...folder.source(`${++lists}/prices.csv`, content), name: 'prices.csv' };
    const opened = await openPriceList(source, openedList, { vat });
    const articles = articleSource(opened, { ...AGREEMENT, vat }, '2026-06-01');
    const read = await readPriceList(opened, articles, passHere(opened.file, keyedArticles(articles)));
    return read.find(line({ itemNumber: '1' }))?.article.price;
  };

  it('is the agreement’s', async () => {
    expect(await list('excluded', 'Pris')).toBe('100');
    expect(await list('included', 'Pris')).toBe('100');
    expect(await list('excluded', 'Pris eks. mva', 'Pris inkl. mva')).toBe('100');
    expect(await list('included', 'Pris eks. mva', 'Pris inkl. mva')).toBe('125');
    expect(await list('included', 'Pris inkl. mva')).toBe('125');
  });

  it('and else the list cannot be used', async () => {
    await expect(list('excluded', 'Pris inkl. mva')).rejects.toThrow(
      /prices with VAT only, in column B \(Pris inkl\. mva\)/,
    );
    await expect(list('included', 'Pris eks. mva')).rejects.toThrow(/prices without VAT only.*vat: excluded/);
  });
});
