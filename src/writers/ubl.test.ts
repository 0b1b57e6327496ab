import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../test/builders/temporary-file.ts';
import { aPrice, aUbl, aUblLine, type PrefixStyle, xmlBytes } from '../../test/builders/ubl.ts';
import { openFile } from '../readers/open-file.ts';
import type { RowFile } from '../readers/reader.ts';
import { recordWriterFor } from './record-writer.ts';

const folder = temporaryFolder();
let files = 0;
const opened = (bytes: Uint8Array): Promise<RowFile> => openFile(folder.source(`k${++files}.xml`, bytes));
const columnOf = (file: RowFile, field: string): number =>
  file.columns?.findIndex((one) => (one.field ?? one.heading) === field) ?? -1;

/** The first record with some cells put right, as bytes; beside what its bytes were. */
async function corrected(bytes: Uint8Array, values: Readonly<Record<string, string>>): Promise<[Buffer, Buffer]> {
  const file = await opened(bytes);
  const [row] = await collected(file.rows());
  const { start = 0, end = 0 } = row ?? {};
  const record = file.records?.at(row?.row ?? 0, start, end);
  const writer = await recordWriterFor(file, '');
  if (record === undefined || writer === undefined) throw new Error('no record');
  const cells = Object.entries(values).map(
    ([field, text]) => [columnOf(file, field), { text, kind: 'text' as const }] as const,
  );
  return [Buffer.from(writer.corrected(record, new Map(cells))), Buffer.from(bytes.slice(start, end))];
}

describe('a line put right', () => {
  it.each<[string, string, Record<string, string>, [string, string][]]>([
    ['price', aUblLine('1'), { price: '9.50' }, [['>10.00<', '>9.50<']]],
    [
      'price and currency',
      aUblLine('1'),
      { price: '9.50', currency: 'EUR' },
      [
        ['>10.00<', '>9.50<'],
        ['"NOK"', '"EUR"'],
      ],
    ],
    [
      'a number with signs that XML needs',
      aUblLine('1'),
      { itemNumber: 'A&<1' },
      [['<cac:SellersItemIdentification><cbc:ID>1<', '<cac:SellersItemIdentification><cbc:ID>A&amp;&lt;1<']],
    ],
    [
      'an empty element',
      aUblLine('1', { id: 'x' }).replace('<cbc:Name>Vare 1</cbc:Name>', '<cbc:Name/>'),
      { name: 'Penn' },
      [['<cbc:Name/>', '<cbc:Name>Penn</cbc:Name>']],
    ],
    [
      'no currency before',
      aUblLine('1').replace(' currencyID="NOK"', ''),
      { currency: 'NOK' },
      [['<cbc:PriceAmount>', '<cbc:PriceAmount currencyID="NOK">']],
    ],
    [
      'a price with a remark in it',
      aUblLine('1', { price: '<!-- før: 9 -->10.00' }),
      { price: '9' },
      [['<!-- før: 9 -->10.00', '9']],
    ],
    [
      'the tier that is the line’s own',
      aUblLine('1', { conditions: aPrice('8.00', '100') + aPrice('10.00', '1') }),
      { price: '9' },
      [['>10.00<', '>9<']],
    ],
  ])('%s, and not a byte more', async (_, line, values, changes) => {
    for (const encoding of ['utf8', 'latin1', 'utf16le', 'utf16be'] as const) {
      const declared = { utf8: 'UTF-8', latin1: 'ISO-8859-1', utf16le: 'UTF-16', utf16be: 'UTF-16' }[encoding];
      const noted = line.replace('<cac:Item>', '<!-- blåbær -->\r\n<cac:Item>');
      const bytes = xmlBytes(
        aUbl({ encoding: declared, lines: [noted, aUblLine('2')] }),
        encoding,
        encoding.startsWith('utf16'),
      );
      const [after, before] = await corrected(bytes, values);
      const text = (from: Buffer) =>
        encoding === 'utf16be' ? Buffer.from(from).swap16().toString('utf16le') : from.toString(encoding);
      const expected = changes.reduce((so, [was, is]) => so.replace(was, is), text(before));
      expect(text(after)).toBe(expected);
      expect(text(after)).not.toBe(text(before));
    }
  });

  it('letters that the encoding lacks become references', async () => {
    const bytes = xmlBytes(aUbl({ encoding: 'ISO-8859-1', lines: [aUblLine('1', { name: 'Blåbær' })] }), 'latin1');
    const [after] = await corrected(bytes, { name: 'Ærfugl – €' });
    expect(after.toString('latin1')).toContain('<cbc:Name>Ærfugl &#8211; &#8364;<');
  });

  it('in a file that lies about its encoding, new letters are right whichever is believed', async () => {
    const bytes = xmlBytes(
      aUbl({ lines: [aUblLine('1', { name: 'Blåbær', item: '<cbc:BrandName>Ørn</cbc:BrandName>' })] }),
      'latin1',
    );
    const [after] = await corrected(bytes, { name: 'Ær' });
    expect(after.toString('latin1')).toContain('<cbc:Name>&#198;r<');
    expect(after.toString('latin1')).toContain('Ørn');
  });
});

describe('a line made anew', () => {
  const VALUES: Readonly<Record<string, string>> = {
    itemNumber: 'A-1',
    name: 'Kulepenn <blå> & svart',
    description: 'Skriver\nlenge',
    gtin: '7038010000010',
    manufacturer: 'Bic',
    manufacturerItemNumber: 'M-7',
    brand: 'Cristal',
    unspsc: '44121704',
    unit: 'XPK',
    packQuantity: '50',
    packUnit: 'C62',
    price: '12.50',
    currency: 'NOK',
    priceBaseQuantity: '1',
    vatRate: '25',
    ecoLabel: 'SVANEN (2053 0012); FAIR_TRADE_MARK',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    leadTime: '3 DAY',
    minOrderQuantity: '12',
    maxOrderQuantity: '60',
    orderInterval: '6',
    countryOfOrigin: 'NO',
    imageUrl: 'https://x/1.jpg',
    productUrl: 'https://x/1',
    sds: 'https://x/sds',
    orderable: 'false',
    status: 'temporarilyUnavailable',
    replacedBy: '101',
    replaces: '99',
    keywords: 'penn, blekk',
    weight: '6 GRM',
    co2: '0.2',
    customsCode: '960810',
    lineNote: 'Fra august',
    comparisonPrice: '9.00 NOK / 1 LTR',
    'cac:CatalogueLine/cbc:ID': '17',
    'cac:RequiredItemLocationQuantity': '1=12.50; 100=11.00 (2026-01-01/2026-06-30)',
    'cac:AdditionalItemProperty': 'Farge=blå',
    'cbc:ItemClassificationCode': 'STI=30192121',
    'cac:AccessoryRelatedItem': '7=2 C62; 8',
    vatCategory: 'S',
    'cac:HazardousItem': 'ADR=3',
    'cac:Dimension': 'LN=14 CMT',
  };

  it.each<[PrefixStyle, 'utf8' | 'utf16le']>([
    ['cac', 'utf8'],
    ['own', 'utf8'],
    ['default', 'utf8'],
    ['cac', 'utf16le'],
  ])('is read back as it was given (%s, %s)', async (style, encoding) => {
    const declared = encoding === 'utf8' ? 'UTF-8' : 'UTF-16';
    const text = aUbl({ style, encoding: declared, lines: [aUblLine('1'), aUblLine('2')] });
    const file = await opened(xmlBytes(text, encoding, encoding !== 'utf8'));
    const writer = await recordWriterFor(file, '');
    const cells = (file.columns ?? []).map(({ field, heading }) => VALUES[field ?? heading] ?? '');
    const written = Buffer.from(writer?.written(cells) ?? []).toString(encoding);
    const root = style === 'own' ? '</k:Catalogue>' : '</Catalogue>';
    const again = await opened(xmlBytes(text.replace(root, `${written}${root}`), encoding, encoding !== 'utf8'));
    const rows = await collected(again.rows());
    const back = (again.columns ?? []).map(
      ({ field, heading }, at) => [field ?? heading, rows[2]?.cells[at] ?? ''] as const,
    );
    expect(Object.fromEntries(back.filter(([, cell]) => cell !== ''))).toEqual(VALUES);
  });

  it('stands like its neighbours', async () => {
    const file = await opened(Buffer.from(aUbl({ lines: [aUblLine('1'), aUblLine('2')], lineEnd: '\r\n' })));
    const writer = await recordWriterFor(file, '');
    const cells = (file.columns ?? []).map(({ field }) => (field === 'itemNumber' ? '7' : ''));
    expect(Buffer.from(writer?.written(cells) ?? []).toString()).toBe(
      '<cac:CatalogueLine>\r\n\t\t<cbc:ID>7</cbc:ID>\r\n\t\t<cac:Item>\r\n\t\t\t<cac:SellersItemIdentification>\r\n\t\t\t\t<cbc:ID>7</cbc:ID>\r\n\t\t\t</cac:SellersItemIdentification>\r\n\t\t</cac:Item>\r\n\t</cac:CatalogueLine>\r\n\t',
    );
  });
});
