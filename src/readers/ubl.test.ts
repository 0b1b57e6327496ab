import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../test/builders/temporary-file.ts';
import {
  aPrice,
  aUbl,
  aUblLine,
  EHF_1,
  type PrefixStyle,
  type UblDocument,
  xmlBytes,
} from '../../test/builders/ubl.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import { openFile } from './open-file.ts';
import type { RawRow, ReadOptions, RowFile } from './reader.ts';

const folder = temporaryFolder();
let files = 0;

const opened = (content: string | Uint8Array, options: ReadOptions = {}): Promise<RowFile> =>
  openFile(folder.source(`k${++files}.xml`, content), options);

/** The cells of a row that say something, by field or heading. */
function said(file: RowFile, row: RawRow | undefined): Record<string, string> {
  const columns = file.columns ?? [];
  const pairs = columns.map(({ field, heading }, at) => [field ?? heading, row?.cells[at] ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, text]) => text !== ''));
}

async function read(content: string | Uint8Array, options: ReadOptions = {}): Promise<Record<string, string>[]> {
  const file = await opened(content, options);
  return (await collected(file.rows())).map((row) => said(file, row));
}

/** The only line of a document. */
async function line(text: string, document: Partial<UblDocument> = {}, options: ReadOptions = {}) {
  const [first = {}] = await read(aUbl({ lines: [text], ...document }), options);
  return first;
}

const refusal = (content: string | Uint8Array): Promise<unknown> =>
  opened(content)
    .then((file) => collected(file.rows()))
    .then(
      () => 'read',
      (error: unknown) => {
        if (!(error instanceof UnusableFile)) throw error;
        return { problem: error.problem, detail: error.detail, row: error.row };
      },
    );

describe('the cells of a line', () => {
  it('number, name, price, currency and unit', async () => {
    expect(await line(aUblLine('A-1', { name: 'Kulepenn <blå> & svart', price: '12.50', unit: 'XPK' }))).toEqual({
      itemNumber: 'A-1',
      name: 'Kulepenn <blå> & svart',
      price: '12.50',
      currency: 'NOK',
      unit: 'XPK',
      'cac:CatalogueLine/cbc:ID': 'A-1',
    });
  });

  const group = (name: string, child: string, text: string) =>
    `<cac:${name}><cbc:${child}>${text}</cbc:${child}></cac:${name}>`;
  const id = (scheme: string, text: string) =>
    `<cac:StandardItemIdentification><cbc:ID${scheme}>${text}</cbc:ID></cac:StandardItemIdentification>`;
  const code = (attributes: string, text: string) =>
    `<cac:CommodityClassification><cbc:ItemClassificationCode ${attributes}>${text}</cbc:ItemClassificationCode></cac:CommodityClassification>`;
  const reference = (inside: string, uri: string) =>
    `<cac:ItemSpecificationDocumentReference><cbc:ID>1</cbc:ID>${inside}<cac:Attachment><cac:ExternalReference><cbc:URI>${uri}</cbc:URI></cac:ExternalReference></cac:Attachment></cac:ItemSpecificationDocumentReference>`;
  const property = (name: string, value: string) =>
    `<cac:AdditionalItemProperty><cbc:Name>${name}</cbc:Name>${value}</cac:AdditionalItemProperty>`;
  const dimension = (name: string, measure: string) =>
    `<cac:Dimension><cbc:AttributeID>${name}</cbc:AttributeID>${measure}</cac:Dimension>`;

  it.each<[string, string, Record<string, string>]>([
    ['GTIN, by the scheme of today', id(' schemeID="0160"', '07038010000010'), { gtin: '07038010000010' }],
    ['GTIN, by an older scheme', id(' schemeID="GTIN"', '7038010000010'), { gtin: '7038010000010' }],
    ['GTIN, by none', id('', '7038010000010'), { gtin: '7038010000010' }],
    [
      'a standard number that is no GTIN',
      id(' schemeID="0035"', '55'),
      { 'cac:StandardItemIdentification': '0035=55' },
    ],
    ['UNSPSC', code('listID="TST"', '44121704'), { unspsc: '44121704' }],
    ['UNSPSC as EHF 1.0 had it', code('listID="UNSPSC"', '44121704'), { unspsc: '44121704' }],
    ['UNSPSC as UN/CEFACT once had it', code('listID="MP"', '44121704'), { unspsc: '44121704' }],
    ['UNSPSC by its agency', code('listAgencyID="113"', '44121704'), { unspsc: '44121704' }],
    [
      'other classifications',
      code('listID="STI"', '30192121') + code('listID="TST"', '44121704') + code('listID="HS"', '960810'),
      { unspsc: '44121704', customsCode: '960810', 'cbc:ItemClassificationCode': 'STI=30192121' },
    ],
    [
      'manufacturer',
      '<cac:ManufacturerParty><cac:PartyName><cbc:Name>Bic</cbc:Name></cac:PartyName></cac:ManufacturerParty>',
      { manufacturer: 'Bic' },
    ],
    ['manufacturer number', group('ManufacturersItemIdentification', 'ID', 'M-7'), { manufacturerItemNumber: 'M-7' }],
    ['brand', '<cbc:BrandName>Cristal</cbc:BrandName>', { brand: 'Cristal' }],
    ['keywords', '<cbc:Keyword>penn</cbc:Keyword><cbc:Keyword>blekk</cbc:Keyword>', { keywords: 'penn, blekk' }],
    ['origin', group('OriginCountry', 'IdentificationCode', 'NO'), { countryOfOrigin: 'NO' }],
    [
      'VAT',
      '<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent></cac:ClassifiedTaxCategory>',
      { vatRate: '25', vatCategory: 'S' },
    ],
    [
      'pack size, and the unit it counts',
      '<cbc:PackQuantity unitCode="C62">50</cbc:PackQuantity><cbc:PackSizeNumeric>50.0</cbc:PackSizeNumeric>',
      { packQuantity: '50.0', packUnit: 'C62' },
    ],
    [
      'a pallet: pieces in all, and the cases beside',
      '<cbc:PackQuantity unitCode="XCS">18</cbc:PackQuantity><cbc:PackSizeNumeric>108</cbc:PackSizeNumeric>',
      { packQuantity: '108', 'cbc:PackQuantity': '18 XCS' },
    ],
    [
      'pack quantity alone',
      '<cbc:PackQuantity unitCode="EA">6</cbc:PackQuantity>',
      { packQuantity: '6', packUnit: 'EA' },
    ],
    [
      'a picture, the main one before the first, a safety sheet, and what else there is',
      reference('<cbc:DocumentDescription>Bilde</cbc:DocumentDescription>', 'https://x/2.jpg') +
        reference('<cbc:DocumentTypeCode>PRODUCT_IMAGE</cbc:DocumentTypeCode>', 'https://x/1.jpg') +
        reference('<cbc:DocumentTypeCode>53</cbc:DocumentTypeCode>', 'https://x/sds') +
        reference('<cbc:DocumentDescription>Brosjyre</cbc:DocumentDescription>', 'https://x/b.pdf'),
      {
        imageUrl: 'https://x/1.jpg',
        sds: 'https://x/sds',
        'cac:ItemSpecificationDocumentReference': 'Bilde=https://x/2.jpg; Brosjyre=https://x/b.pdf',
      },
    ],
    [
      'properties, carbon footprint among them',
      property('Farge', '<cbc:Value>blå</cbc:Value>') +
        property('NetEmissionQuantity', '<cbc:Value>0.2</cbc:Value>') +
        property('Volum', '<cbc:ValueQuantity unitCode="LTR">2</cbc:ValueQuantity>'),
      { co2: '0.2', 'cac:AdditionalItemProperty': 'Farge=blå; Volum=2 LTR' },
    ],
    [
      'weight and other measures',
      dimension('LN', '<cbc:Measure unitCode="CMT">14</cbc:Measure>') +
        dimension('GW', '<cbc:Measure unitCode="GRM">6</cbc:Measure>') +
        dimension(
          'TC',
          '<cbc:MinimumMeasure unitCode="CEL">2</cbc:MinimumMeasure><cbc:MaximumMeasure unitCode="CEL">4</cbc:MaximumMeasure>',
        ),
      { weight: '6 GRM', 'cac:Dimension': 'LN=14 CMT; TC=2 CEL - 4 CEL' },
    ],
    [
      'two descriptions',
      '<cbc:Description>En</cbc:Description><cbc:Description>To</cbc:Description>',
      { description: 'En\nTo' },
    ],
    [
      'dangerous goods',
      '<cac:HazardousItem><cbc:UNDGCode>ADR</cbc:UNDGCode><cbc:HazardClassID>3</cbc:HazardClassID></cac:HazardousItem>',
      { 'cac:HazardousItem': 'ADR=3' },
    ],
  ])('%s', async (_, item, expected) => {
    expect(await line(aUblLine('1', { item }))).toMatchObject(expected);
  });

  it.each<[string, string, Record<string, string>]>([
    [
      'not orderable: out of stock, and not gone',
      '<cbc:OrderableIndicator>false</cbc:OrderableIndicator>',
      { orderable: 'false', status: 'temporarilyUnavailable' },
    ],
    ['orderable', '<cbc:OrderableIndicator>true</cbc:OrderableIndicator>', { orderable: 'true' }],
    [
      'order quantities',
      '<cbc:OrderQuantityIncrementNumeric>6</cbc:OrderQuantityIncrementNumeric><cbc:MinimumOrderQuantity unitCode="C62">12</cbc:MinimumOrderQuantity><cbc:MaximumOrderQuantity unitCode="C62">60</cbc:MaximumOrderQuantity>',
      { orderInterval: '6', minOrderQuantity: '12', maxOrderQuantity: '60' },
    ],
    [
      'content that counts',
      '<cbc:ContentUnitQuantity unitCode="C62">10</cbc:ContentUnitQuantity>',
      { packQuantity: '10', packUnit: 'C62', 'cbc:ContentUnitQuantity': '10 C62' },
    ],
    [
      'content that does not',
      '<cbc:ContentUnitQuantity unitCode="MLT">250</cbc:ContentUnitQuantity>',
      { 'cbc:ContentUnitQuantity': '250 MLT' },
    ],
    ['what it replaces', '<cac:ReplacedRelatedItem><cbc:ID>99</cbc:ID></cac:ReplacedRelatedItem>', { replaces: '99' }],
    [
      'what replaces it',
      '<cac:ReplacementRelatedItem><cbc:ID>101</cbc:ID></cac:ReplacementRelatedItem>',
      { replacedBy: '101' },
    ],
    [
      'what goes with it',
      '<cac:AccessoryRelatedItem><cbc:ID>7</cbc:ID><cbc:Quantity unitCode="C62">2</cbc:Quantity></cac:AccessoryRelatedItem><cac:AccessoryRelatedItem><cbc:ID>8</cbc:ID></cac:AccessoryRelatedItem>',
      { 'cac:AccessoryRelatedItem': '7=2 C62; 8' },
    ],
    [
      'comparison price',
      '<cac:ItemComparison><cbc:PriceAmount currencyID="NOK">9.00</cbc:PriceAmount><cbc:Quantity unitCode="LTR">1</cbc:Quantity></cac:ItemComparison>',
      { comparisonPrice: '9.00 NOK / 1 LTR' },
    ],
    ['a note', '<cbc:Note>Fra august</cbc:Note>', { lineNote: 'Fra august' }],
  ])('%s (of the line)', async (_, inLine, expected) => {
    expect(await line(aUblLine('1', { line: inLine }))).toMatchObject(expected);
  });

  it('content that does not count says nothing of the pack', async () => {
    const inLine = '<cbc:ContentUnitQuantity unitCode="MLT">250</cbc:ContentUnitQuantity>';
    expect(await line(aUblLine('1', { line: inLine }))).not.toHaveProperty('packQuantity');
  });

  const certificate = (parts: Record<string, string>) =>
    `<cac:Certificate>${['ID', 'CertificateTypeCode', 'CertificateType', 'Remarks'].map((name) => `<cbc:${name}>${parts[name] ?? 'NA'}</cbc:${name}>`).join('')}<cac:IssuerParty><cac:PartyName><cbc:Name>${parts['issuer'] ?? 'NA'}</cbc:Name></cac:PartyName></cac:IssuerParty></cac:Certificate>`;

  it.each<[string, string, string]>([
    [
      'the code of today, licence in the remarks',
      certificate({ ID: 'x', CertificateTypeCode: 'SVANEN', Remarks: 'licence 2053 0012' }),
      'SVANEN (licence 2053 0012)',
    ],
    ['licence as identifier', certificate({ ID: '2053 0012', CertificateTypeCode: 'SVANEN' }), 'SVANEN (2053 0012)'],
    ['the letters of EHF 1.0', certificate({ ID: 'NEO', CertificateTypeCode: 'EcoLabel' }), 'NEO'],
    ['a code that contradicts the identifier', certificate({ ID: 'NEO', CertificateTypeCode: 'EEL' }), 'EEL ≠ NEO'],
    ['a kind of the same label', certificate({ ID: 'FSC Mix', CertificateTypeCode: 'FSC' }), 'FSC'],
    [
      'words in the remarks',
      certificate({ ID: '4', CertificateType: 'Environmental', Remarks: 'EU Ecolabel' }),
      'EU Ecolabel',
    ],
    ['the issuer alone', certificate({ ID: '4', issuer: 'Fairtrade' }), 'Fairtrade'],
    ['nothing known', certificate({ ID: 'Grønn, blad', CertificateType: 'Environmental' }), 'Grønn blad'],
    ['two', certificate({ CertificateTypeCode: 'SVANEN' }) + certificate({ ID: 'FBL' }), 'SVANEN; FBL'],
  ])('eco-label: %s', async (_, item, expected) => {
    expect(await line(aUblLine('1', { item }))).toHaveProperty('ecoLabel', expected);
  });
});

describe('prices', () => {
  const priced = (conditions: string, asOf?: string, inLine = '') =>
    line(aUblLine('1', { conditions, line: inLine }), {}, asOf === undefined ? {} : { asOf });

  it('of tiers, the one from the lowest quantity is the line’s own, wherever it stands', async () => {
    expect(await priced(aPrice('8', '100') + aPrice('10', '1') + aPrice('9', '20'))).toMatchObject({
      price: '10',
      priceTiers: '20=9; 100=8',
    });
  });

  it('of two periods, the one of the day', async () => {
    const both = aPrice('10', '', '2026-01-01/2026-06-30') + aPrice('12', '', '2026-07-01/2026-12-31');
    expect(await priced(both, '2026-06-30')).toMatchObject({ price: '10' });
    expect(await priced(both, '2026-07-01')).toMatchObject({
      price: '12',
      priceValidFrom: '2026-07-01',
      priceValidTo: '2026-12-31',
    });
    expect(await priced(both, '2026-07-01')).not.toHaveProperty('validTo');
  });

  it('when all have ended, the one that ended last', async () => {
    const both = aPrice('10', '', '2025-01-01/2025-06-30') + aPrice('12', '', '2025-07-01/2025-12-31');
    expect(await priced(both, '2026-05-01')).toMatchObject({ price: '12', priceValidTo: '2025-12-31' });
    const one = aPrice('10', '', '2025-01-01/2025-06-30');
    expect(await priced(one, '2026-05-01')).toMatchObject({ price: '10', priceValidTo: '2025-06-30' });
  });

  it('when none has begun, the one that begins first', async () => {
    const both = aPrice('12', '', '2027-01-01/') + aPrice('10', '', '2026-07-01/2026-12-31');
    expect(await priced(both, '2026-05-01')).toMatchObject({ price: '10', priceValidFrom: '2026-07-01' });
  });

  it('one for everywhere goes before one for a place', async () => {
    const place =
      '<cac:ApplicableTerritoryAddress><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:ApplicableTerritoryAddress>';
    expect(await priced(aPrice('11', '', '', place) + aPrice('10'))).toMatchObject({
      price: '10',
      'cac:RequiredItemLocationQuantity': '1=11 (SE); 1=10',
    });
  });

  it('lead time stands with its unit', async () => {
    const leadTime = '<cbc:LeadTimeMeasure unitCode="DAY">3</cbc:LeadTimeMeasure>';
    expect(await priced(aPrice('10', '', '', leadTime))).toMatchObject({ leadTime: '3 DAY' });
  });
});

describe('the header', () => {
  const period =
    '<cac:ValidityPeriod><cbc:StartDate>2026-01-01</cbc:StartDate><cbc:EndDate>2026-12-31</cbc:EndDate></cac:ValidityPeriod>';
  const party = (scheme: string) =>
    `<cac:Party><cac:PartyIdentification><cbc:ID schemeID="ZZZ">Oss</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Selger AS</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:CompanyID schemeID="${scheme}">987654325</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`;

  it('fills what a line does not say itself', async () => {
    const header = `${period}<cac:ReferencedContract><cbc:ID>2025/7</cbc:ID></cac:ReferencedContract><cac:SellerSupplierParty>${party('0192')}</cac:SellerSupplierParty>`;
    const own = '<cac:LineValidityPeriod><cbc:EndDate>2026-06-30</cbc:EndDate></cac:LineValidityPeriod>';
    const facts = {
      agreementNumber: '2025/7',
      supplierId: '987654325',
      supplierName: 'Selger AS',
      validFrom: '2026-01-01',
    };
    const [first, second] = await read(aUbl({ header, lines: [aUblLine('1'), aUblLine('2', { line: own })] }));
    expect(first).toMatchObject({ ...facts, validTo: '2026-12-31' });
    expect(second).toMatchObject({ ...facts, validTo: '2026-06-30' });
  });

  it.each([
    ['', '', undefined],
    ['', 'Delete', undefined],
    ['Update', 'Delete', 'Delete'],
    ['Update', '', 'Add'],
    ['Replace', 'Delete', undefined],
  ])('document says «%s», line «%s»: %s', async (ofDocument, ofLine, expected) => {
    const code = (text: string) => (text === '' ? '' : `<cbc:ActionCode>${text}</cbc:ActionCode>`);
    const row = await line(aUblLine('1', { line: code(ofLine) }), { header: code(ofDocument) });
    expect(row.action).toBe(expected);
  });

  it.each([
    [EHF_1, 'EHF Katalog 1.0'],
    [
      'urn:www.cenbii.eu:transaction:biitrns019:ver2.0:extended:urn:www.peppol.eu:bis:peppol1a:ver4.0',
      'Peppol BIS 1A 4.0',
    ],
    ['OIOUBL-2.1', 'OIOUBL 2.1'],
    ['BiiCoreTrdm019', 'CEN BII'],
  ])('%s is read, and told to be %s', async (customization, specification) => {
    const file = await opened(aUbl({ customization, lines: [aUblLine('1')] }));
    expect(await collected(file.rows())).toHaveLength(1);
    expect(file.remarks?.()).toEqual([{ kind: 'olderGeneration', specification }]);
  });

  it('a code of an older list in a document of today is told where it stands first', async () => {
    const gtin =
      '<cac:StandardItemIdentification><cbc:ID schemeID="EAN">7038010000010</cbc:ID></cac:StandardItemIdentification>';
    const lines = [aUblLine('1'), aUblLine('2', { item: gtin }), aUblLine('3', { item: gtin })];
    const file = await opened(aUbl({ lines }));
    await collected(file.rows());
    expect(file.remarks?.()).toEqual([{ kind: 'olderCode', code: 'schemeID="EAN"', row: 5 }]);
  });
});

describe('encodings', () => {
  const text = (encoding: string) => aUbl({ encoding, lines: [aUblLine('1', { name: 'Blåbær' }), aUblLine('2')] });
  const utf8 = { wrong: undefined, name: 'UTF-8' };

  it.each<[string, Uint8Array, { wrong: string | undefined; name: string }]>([
    ['UTF-8', xmlBytes(text('UTF-8'), 'utf8'), utf8],
    ['UTF-8 with a mark', xmlBytes(text('UTF-8'), 'utf8', true), utf8],
    ['UTF-8, nothing declared', xmlBytes(text(''), 'utf8'), utf8],
    ['ISO-8859-1', xmlBytes(text('ISO-8859-1'), 'latin1'), { wrong: undefined, name: 'ISO-8859-1' }],
    ['UTF-16, little end first', xmlBytes(text('UTF-16'), 'utf16le', true), { wrong: undefined, name: 'UTF-16' }],
    ['UTF-16, big end first', xmlBytes(text('UTF-16'), 'utf16be', true), { wrong: undefined, name: 'UTF-16' }],
    ['UTF-16 without a mark', xmlBytes(text('UTF-16'), 'utf16le'), { wrong: undefined, name: 'UTF-16' }],
    ['UTF-8 declared, Latin-1 letters', xmlBytes(text('UTF-8'), 'latin1'), { wrong: 'UTF-8', name: 'WINDOWS-1252' }],
    ['nothing declared, Latin-1 letters', xmlBytes(text(''), 'latin1'), { wrong: 'UTF-8', name: 'WINDOWS-1252' }],
    [
      'ISO-8859-1 declared, UTF-8 letters',
      xmlBytes(text('ISO-8859-1'), 'utf8'),
      { wrong: 'ISO-8859-1', name: 'UTF-8' },
    ],
    ['UTF-16 declared, UTF-8 letters', xmlBytes(text('UTF-16'), 'utf8'), { wrong: 'UTF-16', name: 'UTF-8' }],
    ['UTF-8 declared, UTF-16 letters', xmlBytes(text('UTF-8'), 'utf16le', true), { wrong: 'UTF-8', name: 'UTF-16' }],
    ['an encoding nobody knows, UTF-8 letters', xmlBytes(text('klingon'), 'utf8'), { wrong: 'klingon', name: 'UTF-8' }],
  ])('%s', async (_, bytes, { wrong, name }) => {
    const file = await opened(bytes);
    const rows = await collected(file.rows());
    expect(rows.map((row) => said(file, row)['name'])).toEqual(['Blåbær', 'Vare 2']);
    expect(file.remarks?.()).toEqual(
      wrong === undefined ? [] : [{ kind: 'wrongEncoding', declared: wrong, actual: name }],
    );
    expectPlaces(file, rows, bytes);
  });

  it('UTF-8 with a damaged letter among many whole ones is no other encoding', async () => {
    const bytes = xmlBytes(aUbl({ lines: [aUblLine('1', { name: 'æøåæøåæøåæøå' })] }), 'utf8');
    bytes[bytes.indexOf('æ') + 1] = 0x41;
    expect(await refusal(bytes)).toMatchObject({ problem: 'damaged' });
  });
});

/** Every record's bytes are its element, and reading it by them gives the same cells. */
function expectPlaces(file: RowFile, rows: readonly RawRow[], bytes: Uint8Array): void {
  let last = 0;
  for (const { row, cells, start = -1, end = -1 } of rows) {
    expect(start).toBeGreaterThanOrEqual(last);
    last = end;
    const text = file.records?.text(start, end) ?? '';
    expect(text).toMatch(/^<(?:\w+:)?CatalogueLine[\s>][\s\S]*<\/(?:\w+:)?CatalogueLine>\s*$/);
    expect(file.records?.at(row, start, end)).toMatchObject({ row, cells });
    expect(end).toBeLessThan(bytes.length);
  }
}

describe('places', () => {
  it.each<PrefixStyle>(['cac', 'own', 'default'])('prefixes in the style «%s»', async (style) => {
    const bytes = Buffer.from(
      aUbl({ style, lines: [aUblLine('1'), aUblLine('2', { name: 'Ærfugl' }), aUblLine('3')] }),
    );
    const file = await opened(bytes);
    const rows = await collected(file.rows());
    expect(rows.map((row) => said(file, row)['itemNumber'])).toEqual(['1', '2', '3']);
    expect(rows.map(({ row }) => row)).toEqual([4, 5, 6]);
    expectPlaces(file, rows, bytes);
  });

  it('a record reaches to the next one, past blanks, but not past a remark or out of the list', async () => {
    const text = aUbl({ lines: [aUblLine('1'), aUblLine('2'), '<!-- slutt -->', aUblLine('3')] });
    const file = await opened(text);
    const rows = await collected(file.rows());
    const tails = rows.map(({ start = 0, end = 0 }) => text.slice(start, end).slice(-3));
    expect(tails).toEqual(['>\n\t', 'ne>', 'ne>']);
  });

  it('what looks like a line elsewhere is none', async () => {
    const extension = '<cbc:Note>a <![CDATA[<cac:CatalogueLine>]]></cbc:Note><!-- <cac:CatalogueLine/> -->';
    expect(await read(aUbl({ header: extension, lines: [aUblLine('1', { line: extension })] }))).toHaveLength(1);
  });

  it('files longer than many chunks', async () => {
    const lines = Array.from({ length: 600 }, (_, at) =>
      aUblLine(String(at), { name: `Vare nr. ${at} æøå ${'€'.repeat(at % 97)}` }),
    );
    const bytes = Buffer.from(aUbl({ lines, lineEnd: '\r\n' }));
    const file = await opened(bytes);
    const rows = await collected(file.rows());
    expect(rows.map(({ row }) => row)).toEqual(lines.map((_, at) => at + 4));
    expectPlaces(file, rows, bytes);
    for (const [at, { start = 0 }] of rows.entries())
      expect(bytes.subarray(start, start + 50).toString()).toContain(`<cbc:ID>${at}</cbc:ID>`);
  });

  it('any lines come back as they were written', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((value) => value.replace(/[^\P{C}]/gu, '').trim() || 'x');
    const one = fc.record({
      itemNumber: text,
      name: text,
      price: fc.integer({ min: 1, max: 999_999 }).map((ore) => (ore / 100).toFixed(2)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<PrefixStyle>('cac', 'own', 'default'),
        fc.constantFrom('utf8', 'utf16le', 'utf16be'),
        fc.constantFrom('\n', '\r\n'),
        async (lines, style, encoding, lineEnd) => {
          const document = aUbl({
            style,
            lineEnd,
            encoding: encoding === 'utf8' ? 'UTF-8' : 'UTF-16',
            lines: lines.map(({ itemNumber, ...rest }) => aUblLine(itemNumber, rest)),
          });
          const bytes = xmlBytes(document, encoding, true);
          const file = await opened(bytes);
          const rows = await collected(file.rows());
          const back = rows.map((row) => said(file, row));
          expect(back.map(({ itemNumber, name, price }) => ({ itemNumber, name, price }))).toEqual(lines);
          expectPlaces(file, rows, bytes);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is no catalogue, or not whole', () => {
  it.each<[string, string, unknown]>([
    [
      'new prices alone',
      aUbl({ root: 'CataloguePricingUpdate', lines: [] }),
      { problem: 'notACatalogue', detail: 'UBL CataloguePricingUpdate' },
    ],
    ['an invoice', aUbl({ root: 'Invoice', lines: [] }), { problem: 'notACatalogue', detail: 'UBL Invoice' }],
    [
      'a Punch Out message',
      aUbl({ customization: 'urn:fdc:peppol.eu:poacc:trns:punch_out:3', lines: [aUblLine('1')] }),
      { problem: 'notACatalogue', detail: 'Punch Out' },
    ],
    ['no lines', aUbl({ lines: [] }), { problem: 'noLines' }],
    ['cut off', aUbl({ lines: [aUblLine('1'), aUblLine('2')] }).slice(0, -40), { problem: 'cutOff', row: 5 }],
    [
      'wrongly nested',
      aUbl({ lines: [aUblLine('1'), '<cac:CatalogueLine><a></b></cac:CatalogueLine>'] }),
      { problem: 'damaged', row: 5 },
    ],
    [
      'entities of its own',
      aUbl({ lines: [aUblLine('1')] }).replace('?>', '?><!DOCTYPE Catalogue [<!ENTITY a "b">]>'),
      { problem: 'damaged' },
    ],
    [
      'a line of very many elements',
      aUbl({ lines: [aUblLine('1', { item: '<cbc:Keyword/>'.repeat(60_000) })] }),
      { problem: 'tooLarge', detail: 'elements=50000' },
    ],
    [
      'very deep',
      aUbl({ lines: [aUblLine('1', { item: '<cac:A>'.repeat(300) })] }),
      { problem: 'tooLarge', detail: 'depth=256 XML' },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await refusal(content)).toMatchObject(expected as object);
  });

  it('a format asked for that the file plainly is not is the operator’s slip', async () => {
    const asked = (content: string, format: string) => opened(content, { format });
    await expect(asked('Varenr;Pris\n1;2\n', 'ubl')).rejects.toThrow(OperationalError);
    await expect(asked(aUbl({ lines: [aUblLine('1')] }), 'csv')).rejects.toThrow(OperationalError);
  });

  it('the limit is named', async () => {
    const many = aUbl({ lines: [aUblLine('1', { item: '<cbc:Keyword/>'.repeat(60_000) })] });
    expect(await refusal(many)).toMatchObject({ detail: expect.stringContaining('50000') });
  });

  it('a picture within the document is named, and not kept', async () => {
    const item = `<cac:ItemSpecificationDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="image/png" filename="penn.png">${'QUJD'.repeat(100_000)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:ItemSpecificationDocumentReference>`;
    expect(await line(aUblLine('1', { item }))).toMatchObject({
      'cac:ItemSpecificationDocumentReference': '1=penn.png',
    });
  });
});
