import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtDocument } from '../../test/builders/bmecat.ts';
import { collected, temporaryFolder } from '../../test/builders/temporary-file.ts';
import { openFile } from '../readers/open-file.ts';
import type { RowFile } from '../readers/reader.ts';
import { recordWriterFor } from './record-writer.ts';
import type { WrittenCell } from './writer.ts';

const folder = temporaryFolder();

async function opened(content: string | Buffer): Promise<{ file: RowFile; path: string }> {
  const source = folder.source('catalogue.xml', content);
  return { file: await openFile(source), path: source.path };
}

async function writerOf({ file, path }: { file: RowFile; path: string }) {
  const writer = await recordWriterFor(file, path);
  if (writer === undefined) throw new Error('a document has a writer');
  return writer;
}

/** The first record with other values in these fields. */
async function corrected(content: string | Buffer, values: Readonly<Record<string, string>>): Promise<Buffer> {
  const both = await opened(content);
  const [record] = await collected(both.file.rows());
  if (record === undefined) throw new Error('no record');
  const cells = new Map(
    Object.entries(values).map(([field, text]): [number, WrittenCell] => [
      both.file.columns?.findIndex((column) => column.field === field) ?? -1,
      { text, kind: 'text' },
    ]),
  );
  return Buffer.from((await writerOf(both)).corrected(record, cells));
}

const article = (inner: string) => `<ARTICLE mode="new"><SUPPLIER_AID>7</SUPPLIER_AID>${inner}</ARTICLE>`;
const prices = (inner: string) => article(`<ARTICLE_PRICE_DETAILS>${inner}</ARTICLE_PRICE_DETAILS>`);
const price = (inner: string) => `<ARTICLE_PRICE price_type="net_customer">${inner}</ARTICLE_PRICE>`;

describe('an article with some values put right', () => {
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      'its price',
      prices(price('<PRICE_AMOUNT> 12,50 </PRICE_AMOUNT> <!-- as agreed -->')),
      { price: '10.5' },
      prices(price('<PRICE_AMOUNT>10.5</PRICE_AMOUNT> <!-- as agreed -->')),
    ],
    [
      'its price and the currency it lacks',
      prices(price('<PRICE_AMOUNT>12</PRICE_AMOUNT><TAX>0.25</TAX>')),
      { price: '10', currency: 'NOK' },
      prices(price('<PRICE_AMOUNT>10</PRICE_AMOUNT><PRICE_CURRENCY>NOK</PRICE_CURRENCY><TAX>0.25</TAX>')),
    ],
    [
      'a price that has a factor',
      prices(price('<PRICE_AMOUNT>20</PRICE_AMOUNT><PRICE_FACTOR>0.8</PRICE_FACTOR>')),
      { price: '10' },
      prices(price('<PRICE_AMOUNT>10</PRICE_AMOUNT><PRICE_FACTOR>1</PRICE_FACTOR>')),
    ],
    [
      'the lowest tier alone',
      prices(
        price('<PRICE_AMOUNT>9</PRICE_AMOUNT><LOWER_BOUND>100</LOWER_BOUND>') +
          price('<PRICE_AMOUNT>12</PRICE_AMOUNT>'),
      ),
      { price: '10' },
      prices(
        price('<PRICE_AMOUNT>9</PRICE_AMOUNT><LOWER_BOUND>100</LOWER_BOUND>') +
          price('<PRICE_AMOUNT>10</PRICE_AMOUNT>'),
      ),
    ],
    [
      'an empty price',
      prices(price('<PRICE_AMOUNT/>')),
      { price: '10' },
      prices(price('<PRICE_AMOUNT>10</PRICE_AMOUNT>')),
    ],
    [
      'no prices at all',
      article('<MIME_INFO></MIME_INFO>'),
      { price: '10' },
      article(
        `<ARTICLE_PRICE_DETAILS>${price('<PRICE_AMOUNT>10</PRICE_AMOUNT>')}</ARTICLE_PRICE_DETAILS><MIME_INFO></MIME_INFO>`,
      ),
    ],
    [
      'prices left empty',
      article('<ARTICLE_PRICE_DETAILS />'),
      { price: '10' },
      prices(price('<PRICE_AMOUNT>10</PRICE_AMOUNT>')),
    ],
    [
      'its number',
      '<ARTICLE><SUPPLIER_AID>7</SUPPLIER_AID></ARTICLE>',
      { itemNumber: '0<7' },
      '<ARTICLE><SUPPLIER_AID>0&lt;7</SUPPLIER_AID></ARTICLE>',
    ],
    [
      'a unit where none was',
      article('<ARTICLE_ORDER_DETAILS><PRICE_QUANTITY>1</PRICE_QUANTITY></ARTICLE_ORDER_DETAILS>'),
      { unit: 'C62' },
      article(
        '<ARTICLE_ORDER_DETAILS><ORDER_UNIT>C62</ORDER_UNIT><PRICE_QUANTITY>1</PRICE_QUANTITY></ARTICLE_ORDER_DETAILS>',
      ),
    ],
    [
      'names with a prefix',
      `<b:ARTICLE xmlns:b="b"><b:SUPPLIER_AID>1</b:SUPPLIER_AID></b:ARTICLE>`,
      { leadTime: '3' },
      `<b:ARTICLE xmlns:b="b"><b:SUPPLIER_AID>1</b:SUPPLIER_AID><b:ARTICLE_DETAILS><b:DELIVERY_TIME>3</b:DELIVERY_TIME></b:ARTICLE_DETAILS></b:ARTICLE>`,
    ],
  ])('%s', async (_, before, values, after) => {
    expect((await corrected(builtDocument([before]), values)).toString()).toBe(`${after}`);
  });

  it.each([
    [
      'UTF-16LE',
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (bytes: Buffer) => bytes.toString('utf16le'),
      'blå – €',
    ],
    [
      'UTF-16BE',
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      (bytes: Buffer) => bytes.swap16().toString('utf16le'),
      'blå – €',
    ],
    [
      'ISO-8859-1',
      (text: string) => Buffer.from(text, 'latin1'),
      (bytes: Buffer) => bytes.toString('latin1'),
      'blå &#8211; &#8364;',
    ],
  ])('in %s', async (encoding, encode, decode, written) => {
    const text = builtDocument(['<ARTICLE><SUPPLIER_AID>ø</SUPPLIER_AID><!-- æ --></ARTICLE>'], { encoding });
    const bytes = await corrected(encode(text), { itemNumber: 'blå – €' });
    expect(decode(bytes)).toBe(`<ARTICLE><SUPPLIER_AID>${written}</SUPPLIER_AID><!-- æ --></ARTICLE>`);
  });
});

describe('an article made anew', () => {
  it('stands on lines of its own, as the others do', async () => {
    const both = await opened(builtDocument([{ itemNumber: '1' }]));
    const cells =
      both.file.columns?.map(({ field }) => ({ itemNumber: '2', name: 'Penn', price: '10' })[field as 'name'] ?? '') ??
      [];
    const writer = await writerOf(both);
    expect(
      Buffer.from(writer.behindLast ?? []).toString() + Buffer.from(writer.written(cells)).toString().trimEnd(),
    ).toBe(`
    <ARTICLE>
      <SUPPLIER_AID>2</SUPPLIER_AID>
      <ARTICLE_DETAILS>
        <DESCRIPTION_SHORT>Penn</DESCRIPTION_SHORT>
      </ARTICLE_DETAILS>
      <ARTICLE_PRICE_DETAILS>
        <ARTICLE_PRICE price_type="net_customer">
          <PRICE_AMOUNT>10</PRICE_AMOUNT>
        </ARTICLE_PRICE>
      </ARTICLE_PRICE_DETAILS>
    </ARTICLE>`);
  });

  it.each(['1.2', '2005'] as const)('gives its cells again, in edition %s', async (edition) => {
    const text = fc.string({ unit: fc.constantFrom(...'aæ€😀&<>"\''), minLength: 1, maxLength: 8 });
    const amount = fc.integer({ min: 0, max: 10 ** 6 }).map((units) => String(units / 100));
    const pairs = fc
      .array(fc.tuple(fc.constantFrom('A', 'B æ'), text), { maxLength: 3 })
      .map((all) => all.map((pair) => pair.join('=')).join('; '));
    const { file, path } = await opened(
      builtDocument([{ itemNumber: '1' }], { edition, header: '<CATALOG><CURRENCY>NOK</CURRENCY></CATALOG>' }),
    );
    const writer = await writerOf({ file, path });
    const columns = file.columns ?? [];
    const kinds: Readonly<Record<string, fc.Arbitrary<string>>> = {
      price: amount,
      listPrice: amount,
      grossPriceInclVat: amount,
      packQuantity: amount,
      minOrderQuantity: amount,
      vatRate: fc.constantFrom('25', '15', '0', '12.5'),
      currency: fc.constantFrom('NOK', 'SEK'),
      validFrom: fc.constant('2026-01-01'),
      validTo: fc.constant('2027-12-31'),
      status: fc.constantFrom('new', 'discontinued'),
      agreementNumber: fc.constant(''),
      supplierId: fc.constant(''),
      supplierName: fc.constant(''),
      keywords: fc.constantFrom('', 'a', 'a, b'),
      priceTiers: fc.constantFrom('', '100=9; 500=8.5'),
    };
    const extras: Readonly<Record<string, fc.Arbitrary<string>>> = {
      '@mode': fc.constantFrom('', 'new'),
      '/FEATURE': pairs,
      '/DESCRIPTION_SHORT/@lang': fc.constantFrom('', 'en=Pen; de=Stift'),
      '(@price_type=PRICE_AMOUNT)': fc.constantFrom('', 'nrp=12 NOK; net_list (10)=8 NOK'),
      _REFERENCE: fc.constantFrom('', 'similar=7; others=8'),
      'MIME_INFO/MIME': fc.constantFrom('', 'data_sheet=a.pdf; image/png=b.png'),
      '(other elements)': fc.constantFrom('', 'USER_DEFINED_EXTENSIONS/UDX.A=1; USER_DEFINED_EXTENSIONS/UDX.B=2; 3'),
    };
    const cells = fc.tuple(
      ...columns.map(({ field, heading }) => {
        if (field !== undefined) return kinds[field] ?? text;
        return Object.entries(extras).find(([end]) => heading.endsWith(end))?.[1] ?? fc.constant('');
      }),
    );
    await fc.assert(
      fc.asyncProperty(cells, async (wanted) => {
        // A picture may not be another one's, and without a price nothing has tiers.
        const content = builtDocument([Buffer.from(writer.written(wanted)).toString()], {
          edition,
          header: '<CATALOG><CURRENCY>NOK</CURRENCY></CATALOG>',
        });
        const [row] = await collected((await opened(content)).file.rows());
        expect(row?.cells).toEqual(wanted);
      }),
      { numRuns: 100 },
    );
  });
});
