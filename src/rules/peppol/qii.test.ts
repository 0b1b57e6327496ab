import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../readers/ubl-document.ts';
import { itemInformationProblems } from './qii.ts';

const QII = 'urn:fdc:anskaffelser.no:2022:ehf:qii';
const ITEM = 'cac:CatalogueLine/cac:Item';
const TYPE_PATH = `${ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode`;

const classified = (type: string, listId = 'ZZZ'): string =>
  `<cac:CommodityClassification><cbc:ItemClassificationCode listID="${listId}">${type}</cbc:ItemClassificationCode></cac:CommodityClassification>`;

/** What is said of an item: with the element in place of its line of the file. */
function said(inside: string): readonly object[] {
  const item = parseRecord(`<cac:Item>${inside}</cac:Item>`);
  return itemInformationProblems(item).map(({ at, ...problem }) => ({ ...problem, at: at.written }));
}

const withType = (inside: string): readonly object[] => said(`${inside}${classified(`${QII}:item`)}`);

describe('the type of an item', () => {
  it.each([
    'item',
    'service',
    'item:dagligvare:ikke_fysiske_varer',
    'item:dagligvare:legemidler',
    'item:dagligvare:naeringsmidler',
    'item:dagligvare:nonfood',
    'item:dagligvare:ol_og_alkoholholdig_drikke',
    'item:dagligvare:tobakk',
    'item:dagligvare:vin_brennevin_sterkol',
  ])('%s is one', (type) => {
    expect(said(classified(`${QII}:${type}`))).toEqual([]);
    expect(said(classified(`\n ${QII}:${type} `))).toEqual([]);
  });

  it.each(['', ':', ':item:mat', ':item:dagligvare', ':nonfood', ':Item', ':items'])('%j is none', (type) => {
    const rule = 'peppol/ehf-qii-g1-r004130';
    expect(said(classified(` ${QII}${type} `))).toEqual([
      { rule, at: 'cbc:ItemClassificationCode', path: TYPE_PATH, actual: `${QII}${type}` },
    ]);
  });

  it.each([
    ['another list', classified(`${QII}:mat`, 'TST')],
    ['another code', classified('53131608')],
    ['a code that has it within', classified(`x${QII}:mat`)],
    [
      'another place',
      `<cac:Other><cbc:ItemClassificationCode listID="ZZZ">${QII}:mat</cbc:ItemClassificationCode></cac:Other>`,
    ],
    ['nothing at all', ''],
  ])('%s gives none, and nothing is asked', (_, inside) => {
    expect(said(`<cbc:Name>${'x'.repeat(301)}</cbc:Name><cbc:Keyword> </cbc:Keyword>${inside}`)).toEqual([]);
  });

  it('each of several is asked about, whichever comes first', () => {
    const found = said(`${classified('53131608', 'TST')}${classified(`${QII}:a`)}${classified(`${QII}:b`)}`);
    expect(found).toMatchObject([{ actual: `${QII}:a` }, { actual: `${QII}:b` }]);
  });
});

describe('300 characters are the most', () => {
  it.each(['Name', 'BrandName'])('of a %s', (name) => {
    const long = (characters: number): readonly object[] =>
      withType(`<cbc:${name}>${'x'.repeat(characters)}</cbc:${name}>`);
    expect(long(299)).toEqual([]);
    expect(long(300)).toEqual([]);
    expect(long(301)).toEqual([
      { rule: 'peppol/ehf-qii-length', at: `cbc:${name}`, path: `${ITEM}/cbc:${name}`, actual: '301', expected: '300' },
    ]);
  });

  it.each(['Description', 'Keyword', 'Names', 'FirstName'])('a %s may have more', (name) => {
    expect(withType(`<cbc:${name}>${'x'.repeat(301)}</cbc:${name}>`)).toEqual([]);
  });
});

describe('blanks are no value', () => {
  const blank = (at: string, path: string): object => {
    return { rule: 'peppol/ehf-qii-blank', at, path: `${ITEM}/${path}`, actual: `${ITEM}/${path}` };
  };

  it.each(['Name', 'Description', 'Keyword', 'BrandName', 'PackQuantity', 'PackSizeNumeric'])('of %s', (name) => {
    expect(withType(`<cbc:${name}> \n</cbc:${name}>`)).toEqual([blank(`cbc:${name}`, `cbc:${name}`)]);
    expect(withType(`<cbc:${name}></cbc:${name}>`)).toEqual([]);
    expect(withType(`<cbc:${name}> x </cbc:${name}>`)).toEqual([]);
  });

  it.each(['Names', 'XName', 'Descriptions', 'PackQuantityX', 'Remarks'])('%s is not asked about', (name) => {
    expect(withType(`<cbc:${name}> </cbc:${name}>`)).toEqual([]);
  });

  it.each([
    'BuyersItemIdentification',
    'SellersItemIdentification',
    'ManufacturersItemIdentification',
    'StandardItemIdentification',
    'CommodityClassification',
    'OriginCountry',
    'ItemInstance',
    'LotIdentification',
  ])('in %s', (name) => {
    expect(withType(`<cac:${name}><cbc:ID> </cbc:ID><cbc:A>a</cbc:A><cbc:B></cbc:B></cac:${name}>`)).toEqual([
      blank('cbc:ID', `cac:${name}/cbc:ID`),
    ]);
  });

  it('in what stands in one of those', () => {
    const lot = '<cac:LotIdentification>\n<cbc:LotNumberID>\t</cbc:LotNumberID></cac:LotIdentification>';
    expect(withType(`<cac:ItemInstance>${lot}<cbc:BestBeforeDate> </cbc:BestBeforeDate></cac:ItemInstance>`)).toEqual([
      blank('cbc:LotNumberID', 'cac:ItemInstance/cac:LotIdentification/cbc:LotNumberID'),
      blank('cbc:BestBeforeDate', 'cac:ItemInstance/cbc:BestBeforeDate'),
    ]);
  });

  it.each(['Certificate', 'ItemInstances', 'XOriginCountry'])('not in %s', (name) => {
    expect(withType(`<cac:${name}><cbc:ID> </cbc:ID></cac:${name}>`)).toEqual([]);
  });

  it('whatever the prefixes', () => {
    expect(withType('<b:Name> </b:Name><a:OriginCountry><b:ID> </b:ID></a:OriginCountry>')).toEqual([
      blank('b:Name', 'cbc:Name'),
      blank('b:ID', 'cac:OriginCountry/cbc:ID'),
    ]);
  });
});
