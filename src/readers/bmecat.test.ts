import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuiltArticle, builtArticle, builtDocument } from '../../test/builders/bmecat.ts';
import { collected, temporaryFolder } from '../../test/builders/temporary-file.ts';
import type { Field } from '../catalogue/field.ts';
import { openFile } from './open-file.ts';
import type { RawRow, ReadOptions, RowFile } from './reader.ts';

const folder = temporaryFolder();

async function open(content: string | Uint8Array, options: ReadOptions = {}): Promise<RowFile> {
  return openFile(folder.source('catalogue.xml', content), options);
}

/** Cells by field, or by heading where a column has none; empty ones left out. */
function named(file: RowFile, row: RawRow | undefined): Readonly<Record<string, string>> {
  expect(row?.cells.length).toBe(file.columns?.length);
  return Object.fromEntries(
    (file.columns ?? []).flatMap(({ field, heading }, at) => {
      const cell = row?.cells[at] ?? '';
      return cell === '' ? [] : [[field ?? heading, cell]];
    }),
  );
}

async function read(content: string | Uint8Array, options?: ReadOptions): Promise<Readonly<Record<string, string>>[]> {
  const file = await open(content, options);
  return (await collected(file.rows())).map((row) => named(file, row));
}

async function first(more: string, options?: ReadOptions, header = ''): Promise<Readonly<Record<string, string>>> {
  const [line = {}] = await read(builtDocument([{ more }], { header }), options);
  return line;
}

const prices = (...inner: readonly string[]) => `<ARTICLE_PRICE_DETAILS>${inner.join('')}</ARTICLE_PRICE_DETAILS>`;
const price = (type: string, amount: string, more = '') =>
  `<ARTICLE_PRICE price_type="${type}"><PRICE_AMOUNT>${amount}</PRICE_AMOUNT>${more}</ARTICLE_PRICE>`;
const days = (from: string, to: string) =>
  `<DATETIME type="valid_start_date"><DATE>${from}</DATE><TIME>00:00:00</TIME></DATETIME><DATETIME type="valid_end_date"><DATE>${to}</DATE></DATETIME>`;
const details = (inner: string) => `<ARTICLE_DETAILS>${inner}</ARTICLE_DETAILS>`;

describe('a BMEcat document', () => {
  it.each(['1.2', '2005'] as const)('gives the fields of its articles, in edition %s', async (edition) => {
    const article: Required<Omit<BuiltArticle, 'more'>> = {
      itemNumber: '0042-A',
      name: 'Kulepenn "blå" & <rød>',
      description: 'Med klips',
      gtin: '7038010000003',
      manufacturer: 'Penneriet',
      unspsc: '44121704',
      unit: 'XPK',
      packUnit: 'C62',
      packQuantity: '12',
      priceBaseQuantity: '1',
      minOrderQuantity: '2',
      price: '129.90',
      listPrice: '150',
      currency: 'NOK',
      leadTime: '3',
    };
    expect(await read(builtDocument([article], { edition }))).toEqual([article]);
  });

  it('tells of every article the line and the bytes it stands in, and gives it again by them', async () => {
    const articles = [{ itemNumber: 'Å1', name: 'Ærfugl' }, { itemNumber: '2', name: 'Øl' }, '<ARTICLE\n mode="new"/>'];
    const text = builtDocument(articles);
    const file = await open(text);
    const rows = await collected(file.rows());
    expect(rows.map(({ row }) => row)).toEqual([5, 7, 9]);
    for (const [at, row] of rows.entries()) {
      const { start = 0, end = 0 } = row;
      const article = articles[at] ?? '';
      const expected = typeof article === 'string' ? article : builtArticle(article);
      expect(Buffer.from(text).subarray(start, end).toString().trim()).toBe(expected);
      expect(file.records?.text(start, end).trim()).toBe(expected);
      expect(file.records?.at(row.row, start, end)).toEqual(row);
    }
  });

  it.each([
    ['UTF-8 with mark', 'UTF-8', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', 'UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['ISO-8859-1', 'ISO-8859-1', (text: string) => Buffer.from(text, 'latin1')],
  ])('is read in %s, also record by record', async (_, encoding, encode) => {
    const file = await open(encode(builtDocument([{ name: 'Blåbær' }, { name: 'Øl' }], { encoding })));
    const rows = await collected(file.rows());
    expect(rows.map((row) => named(file, row).name)).toEqual(['Blåbær', 'Øl']);
    const again = rows.map(({ row, start = 0, end = 0 }) => file.records?.at(row, start, end));
    expect(again).toEqual(rows);
  });

  it.each([
    ['T_NEW_CATALOG', undefined],
    ['T_UPDATE_PRODUCTS', 'update'],
    ['T_UPDATE_PRICES', 'updatePrices'],
  ])('%s asks for %s', async (transaction, action) => {
    expect((await open(builtDocument([{ itemNumber: '1' }], { transaction }))).action).toBe(action);
  });

  it('says once what holds for all: agreement, supplier, currency, validity', async () => {
    const header =
      '<CATALOG><CURRENCY>SEK</CURRENCY><MIME_ROOT>https://example.com/bilder/</MIME_ROOT></CATALOG>' +
      '<AGREEMENT><AGREEMENT_ID>24/7</AGREEMENT_ID></AGREEMENT><AGREEMENT default="true"><AGREEMENT_ID>RA-1</AGREEMENT_ID>' +
      '<DATETIME type="agreement_start_date"><DATE>2026-01-01</DATE></DATETIME><DATETIME type="agreement_end_date"><DATE>2027-12-31</DATE></DATETIME></AGREEMENT>' +
      '<SUPPLIER><SUPPLIER_ID type="gln">7080000000001</SUPPLIER_ID><SUPPLIER_NAME>Penneriet</SUPPLIER_NAME></SUPPLIER>';
    expect(await first(prices(price('net_customer', '1'), days('2026-03-01', '')), {}, header)).toMatchObject({
      agreementNumber: 'RA-1',
      supplierId: '7080000000001',
      supplierName: 'Penneriet',
      currency: 'SEK',
      validFrom: '2026-03-01',
    });
    const mime =
      '<MIME_INFO><MIME><MIME_TYPE>image/png</MIME_TYPE><MIME_SOURCE>penn.png</MIME_SOURCE></MIME></MIME_INFO>';
    expect(await first(mime, {}, header)).toMatchObject({
      imageUrl: 'https://example.com/bilder/penn.png',
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
    });
  });

  it('names its supplier among its parties, in the edition of 2005', async () => {
    const header =
      '<PARTIES><PARTY><PARTY_ID type="gln">1</PARTY_ID><PARTY_ROLE>buyer</PARTY_ROLE></PARTY>' +
      '<PARTY><PARTY_ID type="gln">2</PARTY_ID><PARTY_ROLE>supplier</PARTY_ROLE><ADDRESS><NAME>Penneriet</NAME></ADDRESS></PARTY></PARTIES>';
    const [line] = await read(builtDocument([{ itemNumber: '1' }], { edition: '2005', header }));
    expect(line).toMatchObject({ supplierId: '2', supplierName: 'Penneriet' });
  });
});

describe('the prices of an article', () => {
  it.each<[string, string, Partial<Record<Field, string>>]>([
    [
      'the customer’s price, the list’s and the one with tax',
      price('net_list', '12') + price('net_customer', '10') + price('gros_list', '15'),
      { price: '10', listPrice: '12', grossPriceInclVat: '15' },
    ],
    ['the list’s alone is no price', price('net_list', '12'), { listPrice: '12' }],
    [
      'times its factor, exactly',
      price('net_customer', '17.23', '<PRICE_FACTOR>0.8</PRICE_FACTOR>'),
      { price: '13.784' },
    ],
    ['a decimal comma', price('net_customer', '17,23', '<PRICE_FACTOR>,8</PRICE_FACTOR>'), { price: '13.784' }],
    ['a comma that may part thousands stays', price('net_customer', '1,234'), { price: '1,234' }],
    [
      'the lowest tier, wherever it stands',
      price('net_customer', '9', '<LOWER_BOUND>100</LOWER_BOUND>') +
        price('net_customer', '10', '<LOWER_BOUND>1</LOWER_BOUND>'),
      { price: '10' },
    ],
    [
      'for Norway before others',
      price('net_customer', '9', '<TERRITORY>SE</TERRITORY>') +
        price('net_customer', '10', '<TERRITORY>NO</TERRITORY>'),
      { price: '10' },
    ],
    ['tax as a fraction', price('net_customer', '1', '<TAX>0.25</TAX>'), { price: '1', vatRate: '25' }],
    ['tax in percent', price('net_customer', '1', '<TAX>15</TAX>'), { price: '1', vatRate: '15' }],
    ['no tax', price('net_customer', '1', '<TAX>0</TAX>'), { price: '1', vatRate: '0' }],
  ])('%s', async (_, inner, expected) => {
    const { price, listPrice, grossPriceInclVat, vatRate } = await first(prices(inner));
    const found = { price, listPrice, grossPriceInclVat, vatRate };
    expect(JSON.parse(JSON.stringify(found))).toEqual(expected);
  });

  it('in the catalogue’s currency before others', async () => {
    const both =
      price('net_customer', '17', '<PRICE_CURRENCY>DKK</PRICE_CURRENCY>') +
      price('net_customer', '8', '<PRICE_CURRENCY>EUR</PRICE_CURRENCY>');
    const line = await first(prices(both), {}, '<CATALOG><CURRENCY>EUR</CURRENCY></CATALOG>');
    expect(line).toMatchObject({ price: '8', currency: 'EUR' });
    expect(Object.values(line)).toContain('net_customer=17 DKK');
  });

  it('further tiers travel along', async () => {
    const tiers =
      price('net_customer', '10') +
      price('net_customer', '9', '<LOWER_BOUND>100</LOWER_BOUND>') +
      price('net_customer', '8', '<LOWER_BOUND>500</LOWER_BOUND>');
    expect(Object.values(await first(prices(tiers)))).toContain('100=9; 500=8');
  });

  const periods =
    prices(price('net_customer', '10'), days('2026-01-01', '2026-06-30')) +
    prices(price('net_customer', '11'), days('2026-07-01', '2026-12-31'));

  it.each([
    ['2026-05-01', '10', '2026-01-01'],
    ['2026-06-30', '10', '2026-01-01'],
    ['2026-07-01', '11', '2026-07-01'],
    ['2027-01-01', '10', '2026-01-01'],
    [undefined, '10', '2026-01-01'],
  ])('of the period that holds on %s', async (asOf, expected, validFrom) => {
    expect(await first(periods, asOf === undefined ? {} : { asOf })).toMatchObject({ price: expected, validFrom });
  });
});

describe('what else an article says', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'the type of its status',
      details('<ARTICLE_STATUS type="old_article">Restsalg</ARTICLE_STATUS>'),
      { status: 'discontinued', '(other elements)': 'ARTICLE_DETAILS/ARTICLE_STATUS=Restsalg' },
    ],
    [
      'what takes its place',
      '<ARTICLE_REFERENCE type="similar"><ART_ID_TO>2</ART_ID_TO></ARTICLE_REFERENCE><ARTICLE_REFERENCE type="followup"><ART_ID_TO>3</ART_ID_TO></ARTICLE_REFERENCE>',
      { replacedBy: '3', ARTICLE_REFERENCE: 'similar=2' },
    ],
    [
      'its features',
      '<ARTICLE_FEATURES><FEATURE><FNAME>Spenning</FNAME><FVALUE>110</FVALUE><FVALUE>220</FVALUE><FUNIT>V</FUNIT></FEATURE><FEATURE><FNAME>Farge</FNAME><FVALUE>blå</FVALUE></FEATURE></ARTICLE_FEATURES>',
      { 'ARTICLE_FEATURES/FEATURE': 'Spenning=110 / 220 V; Farge=blå' },
    ],
    [
      'another classification',
      '<ARTICLE_FEATURES><REFERENCE_FEATURE_SYSTEM_NAME>ECLASS-9.0</REFERENCE_FEATURE_SYSTEM_NAME><REFERENCE_FEATURE_GROUP_ID>24</REFERENCE_FEATURE_GROUP_ID></ARTICLE_FEATURES>',
      { 'ARTICLE_FEATURES/REFERENCE_FEATURE_GROUP_ID': 'ECLASS-9.0=24' },
    ],
    ['its keywords', details('<KEYWORD>penn</KEYWORD><KEYWORD>kulepenn</KEYWORD>'), { keywords: 'penn, kulepenn' }],
    [
      'its safety data sheet',
      '<MIME_INFO><MIME><MIME_TYPE>application/pdf</MIME_TYPE><MIME_SOURCE>sds.pdf</MIME_SOURCE><MIME_PURPOSE>safety_data_sheet</MIME_PURPOSE></MIME></MIME_INFO>',
      { sds: 'sds.pdf' },
    ],
    [
      'whatever we do not know',
      details('<BUYER_AID type="x">77</BUYER_AID>'),
      { '(other elements)': 'ARTICLE_DETAILS/BUYER_AID=77' },
    ],
  ])('%s', async (_, more, expected) => {
    expect(await first(more)).toEqual(expected);
  });

  const texts = details(
    '<DESCRIPTION_SHORT lang="eng">Pen</DESCRIPTION_SHORT><DESCRIPTION_SHORT lang="nob">Penn</DESCRIPTION_SHORT><DESCRIPTION_SHORT lang="ger">Stift</DESCRIPTION_SHORT>',
  );

  it.each([
    ['<LANGUAGE>eng</LANGUAGE>', 'Pen'],
    ['<LANGUAGE>eng</LANGUAGE><LANGUAGE>nor</LANGUAGE>', 'Penn'],
    ['<LANGUAGE>nor</LANGUAGE><LANGUAGE default="true">deu</LANGUAGE>', 'Stift'],
    ['<LANGUAGE>fra</LANGUAGE>', 'Pen'],
    ['', 'Pen'],
  ])('its name in the catalogue’s language: %s', async (languages, name) => {
    const line = await first(texts, {}, `<CATALOG>${languages}</CATALOG>`);
    expect(line.name).toBe(name);
    expect(line['ARTICLE_DETAILS/DESCRIPTION_SHORT/@lang']?.split('; ')).toHaveLength(2);
  });
});

describe('a document that cannot be used', () => {
  const parameter = '<!DOCTYPE BMECAT SYSTEM "bmecat.dtd" [ <!ENTITY % more "(A?,B?)"> <!ELEMENT A (#PCDATA)> ]>';

  it('declarations for the document type alone do no harm', async () => {
    expect(await read(builtDocument([{ name: 'Penn' }], { doctype: parameter }))).toEqual([{ name: 'Penn' }]);
  });

  it.each([
    [
      'an entity of its own',
      builtDocument([{ name: 'x' }], { doctype: '<!DOCTYPE BMECAT [<!ENTITY e "x">]>' }),
      'damaged',
      'entities',
    ],
    [
      'a file to be fetched',
      builtDocument([{ name: 'x' }], { doctype: '<!DOCTYPE BMECAT [<!ENTITY e SYSTEM "file:///etc/passwd">]>' }),
      'damaged',
      'entities',
    ],
    [
      'an entity that is not declared',
      builtDocument(['<ARTICLE><SUPPLIER_AID>&e;</SUPPLIER_AID></ARTICLE>'], { doctype: parameter }),
      'damaged',
      'reference BMEcat',
    ],
    ['no article', builtDocument([]), 'noLines', ''],
    ['an end too early', builtDocument([{ name: 'x' }]).slice(0, -20), 'cutOff', ''],
    ['tags that do not match', builtDocument(['<ARTICLE><A></B></ARTICLE>']), 'damaged', 'BMEcat'],
    [
      'an article without end',
      `<BMECAT><T_NEW_CATALOG><ARTICLE>${`<A>${'x'.repeat(1 << 20)}</A>`.repeat(17)}`,
      'tooLarge',
      'record=16',
    ],
  ])('%s', async (_, content, problem, detail) => {
    const reading = open(content).then((file) => collected(file.rows()));
    await expect(reading).rejects.toMatchObject({ problem });
    await expect(reading.catch(({ detail }) => detail ?? '')).resolves.toContain(detail);
  });
});

it('any articles written come back equal', async () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'aæ€😀&<>"\' \t;='), minLength: 1, maxLength: 12 })
    .map((one) => `x${one}x`);
  const amount = fc.integer({ min: 0, max: 10 ** 9 }).map((units) => (units / 100).toFixed(2));
  const article = fc.record(
    {
      itemNumber: text,
      name: text,
      description: text,
      manufacturer: text,
      unit: text,
      price: amount,
      listPrice: amount,
      packQuantity: amount,
    },
    { requiredKeys: ['itemNumber'] },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('1.2' as const, '2005' as const),
      async (articles, edition) => {
        const source = folder.source('any.xml', builtDocument(articles, { edition }));
        const file = await openFile(source);
        const rows = await collected(file.rows());
        expect(rows.map((row) => named(file, row))).toEqual(articles.map((one) => ({ ...one })));
        const bytes = readFileSync(source.path);
        for (const { start = 0, end = 0 } of rows)
          expect(bytes.subarray(start, end).toString()).toMatch(/^<(ARTICLE|PRODUCT)>.*<\/\1>\s*$/s);
      },
    ),
    { numRuns: 50 },
  );
});
