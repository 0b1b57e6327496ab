/** What the rules on several elements together say, whole: rule, place, path and values. */
import { describe, expect, it } from 'vitest';
import {
  type Case,
  edited,
  type Finding,
  findingsIn,
  findingsOf,
  textOf,
} from '../../../test/builders/form-findings.ts';
import type { Specification } from './model.ts';

const PATH = 'cac:CatalogueLine';
const ITEM_PATH = `${PATH}/cac:Item`;
const PERIOD_PATH = `${PATH}/cac:LineValidityPeriod`;
const CONDITION_PATH = `${PATH}/cac:RequiredItemLocationQuantity`;
const TAX_PATH = `${ITEM_PATH}/cac:ClassifiedTaxCategory`;

const LINE = 'CatalogueLine';
const ITEM = `${LINE}/Item`;
const PERIOD = `${LINE}/LineValidityPeriod`;
const CONDITION = `${LINE}/RequiredItemLocationQuantity`;
const PRICE = `${CONDITION}/Price`;
const PRICE_PERIOD = `${PRICE}/ValidityPeriod`;
const TAX = `${ITEM}/ClassifiedTaxCategory`;

const YEAR = '2026-11-01–2027-10-31';
const quantity = (name: string, value: string): string => `<cbc:${name} unitCode="EA">${value}</cbc:${name}>`;
const most = (value: string): string => quantity('MaximumOrderQuantity', value);
const least = (value: string): string => quantity('MinimumOrderQuantity', value);
const MOST = `${PATH}/cbc:MaximumOrderQuantity`;
const LEAST = `${PATH}/cbc:MinimumOrderQuantity`;
const start = (day: string): string => `<cbc:StartDate>${day}</cbc:StartDate>`;
const end = (day: string): string => `<cbc:EndDate>${day}</cbc:EndDate>`;
const amount = (value: string): string => `<cbc:PriceAmount currencyID="NOK">${value}</cbc:PriceAmount>`;
const percent = (value: string): string => `<cbc:Percent>${value}</cbc:Percent>`;

const WITHOUT_PERIODS = `-${PERIOD} & -${PRICE_PERIOD}`;

describe('periods', () => {
  it.for<Case>([
    [
      'the catalogue ends before it begins, and lines and prices take that over',
      `ValidityPeriod/EndDate=2026-10-01 & ${WITHOUT_PERIODS}`,
      ['t19-r001', end('2026-10-01'), 'cac:ValidityPeriod', { actual: '2026-10-01', expected: '2026-11-01' }],
      ['t19-r007', '<cac:CatalogueLine>', PATH, { actual: '', expected: '2026-11-01–2026-10-01' }],
      ['t19-r013', '<cac:CatalogueLine>', PATH, { actual: '', expected: '' }],
      [
        't19-r011',
        '<cac:RequiredItemLocationQuantity>',
        CONDITION_PATH,
        { actual: '', expected: '2026-11-01–2026-10-01' },
      ],
      ['t19-r016', '<cac:RequiredItemLocationQuantity>', CONDITION_PATH, { actual: '', expected: '' }],
    ],
    [
      'an end of the catalogue that is no day, without a start',
      `-ValidityPeriod/StartDate & ValidityPeriod/EndDate=snart & ${WITHOUT_PERIODS} & -${CONDITION}`,
      ['common-r030', end('snart'), 'cac:ValidityPeriod/cbc:EndDate', { actual: 'snart' }],
      ['t19-r001', end('snart'), 'cac:ValidityPeriod', { actual: 'snart', expected: '' }],
      ['t19-r007', '<cac:CatalogueLine>', PATH, { actual: '', expected: '–snart' }],
      ['t19-r013', '<cac:CatalogueLine>', PATH, { actual: '', expected: '' }],
    ],
    [
      'a start of the catalogue that is no day, without an end',
      `-ValidityPeriod/EndDate & ValidityPeriod/StartDate=snart & ${WITHOUT_PERIODS} & -${CONDITION}`,
      ['common-r030', start('snart'), 'cac:ValidityPeriod/cbc:StartDate', { actual: 'snart' }],
      ['t19-r001', start('snart'), 'cac:ValidityPeriod', { actual: '', expected: 'snart' }],
      ['t19-r007', '<cac:CatalogueLine>', PATH, { actual: '', expected: 'snart–' }],
      ['t19-r013', '<cac:CatalogueLine>', PATH, { actual: '', expected: '' }],
    ],
    ['a catalogue for one day', `ValidityPeriod/EndDate=2026-11-01 & ${WITHOUT_PERIODS}`],
    [
      'a period of the catalogue with neither day',
      '-ValidityPeriod/StartDate & -ValidityPeriod/EndDate',
      [
        'common-r001',
        '<cac:ValidityPeriod></cac:ValidityPeriod>',
        'cac:ValidityPeriod',
        { actual: 'cac:ValidityPeriod' },
      ],
    ],
    [
      'a line from the day before the catalogue',
      `${PERIOD}/StartDate=2026-10-31`,
      ['t19-r007', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2026-10-31–2027-10-31', expected: YEAR }],
    ],
    [
      'a line to the day after the catalogue',
      `${PERIOD}/EndDate=2027-11-01`,
      ['t19-r007', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2026-11-01–2027-11-01', expected: YEAR }],
    ],
    [
      'a line with no start, to the day after',
      `-${PERIOD}/StartDate & ${PERIOD}/EndDate=2027-11-01`,
      ['t19-r007', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '–2027-11-01', expected: YEAR }],
    ],
    [
      'a line with no end, from the day before',
      `-${PERIOD}/EndDate & ${PERIOD}/StartDate=2026-10-31`,
      ['t19-r007', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2026-10-31–', expected: YEAR }],
    ],
    [
      'a line that ends before the catalogue begins',
      `${PERIOD}/EndDate=2026-10-31 & -${CONDITION}`,
      ['t19-r007', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2026-11-01–2026-10-31', expected: YEAR }],
      ['t19-r013', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2026-10-31', expected: '2026-11-01' }],
    ],
    [
      'a line that begins after the catalogue ends',
      `${PERIOD}/StartDate=2027-11-01 & -${CONDITION}`,
      ['t19-r007', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2027-11-01–2027-10-31', expected: YEAR }],
      ['t19-r013', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2027-10-31', expected: '2027-11-01' }],
    ],
    [
      'a line that ends the day before it begins, within the catalogue',
      `${PERIOD}/StartDate=2027-02-02 & ${PERIOD}/EndDate=2027-02-01 & -${CONDITION}`,
      ['t19-r013', '<cac:LineValidityPeriod>', PERIOD_PATH, { actual: '2027-02-01', expected: '2027-02-02' }],
    ],
    [
      'a line and a price for one day',
      `${PERIOD}/StartDate=2026-12-05 & ${PERIOD}/EndDate=2026-12-05 & ${PRICE_PERIOD}/StartDate=2026-12-05 & ${PRICE_PERIOD}/EndDate=2026-12-05`,
    ],
    [
      'a price beyond its line',
      `${PERIOD}/EndDate=2026-12-30`,
      [
        't19-r011',
        start('2026-12-01'),
        CONDITION_PATH,
        { actual: '2026-12-01–2026-12-31', expected: '2026-11-01–2026-12-30' },
      ],
    ],
    [
      'a price before its line',
      `${PERIOD}/StartDate=2026-12-02`,
      [
        't19-r011',
        start('2026-12-01'),
        CONDITION_PATH,
        { actual: '2026-12-01–2026-12-31', expected: '2026-12-02–2027-10-31' },
      ],
    ],
    [
      'a price beyond the catalogue, in a line with no period',
      `-${PERIOD} & ${PRICE_PERIOD}/EndDate=2028-01-01`,
      ['t19-r011', start('2026-12-01'), CONDITION_PATH, { actual: '2026-12-01–2028-01-01', expected: YEAR }],
    ],
    [
      'a price with no start, beyond its line',
      `-${PRICE_PERIOD}/StartDate & ${PRICE_PERIOD}/EndDate=2028-01-01`,
      ['t19-r011', end('2028-01-01'), CONDITION_PATH, { actual: '–2028-01-01', expected: YEAR }],
    ],
    [
      'a price that ends the day before it begins',
      `${PRICE_PERIOD}/StartDate=2027-02-02 & ${PRICE_PERIOD}/EndDate=2027-02-01`,
      ['t19-r016', start('2027-02-02'), CONDITION_PATH, { actual: '2027-02-01', expected: '2027-02-02' }],
    ],
  ])('%s', ([, changes, ...expected]) => expect(findingsOf('peppol', changes)).toEqual(expected));
});

describe('prices, quantities, taxes, numbers and names', () => {
  it.for<Case>([
    ['a negative price', `${PRICE}/PriceAmount=-1`, ['t19-r006', amount('-1'), CONDITION_PATH, { actual: '-1' }]],
    ['no number', `${PRICE}/PriceAmount=12,50`, ['t19-r006', amount('12,50'), CONDITION_PATH, { actual: '12,50' }]],
    ['no price', `-${PRICE}`, ['t19-r006', '<cac:RequiredItemLocationQuantity>', CONDITION_PATH, { actual: '' }]],
    [
      'a price with an exponent, which only the schema refuses',
      `${PRICE}/PriceAmount=1e2`,
      [
        'schema-value',
        amount('1e2'),
        `${CONDITION_PATH}/cac:Price/cbc:PriceAmount`,
        { actual: '1e2', message: 'number' },
      ],
    ],
    [
      'negative quantities',
      `${LINE}/MaximumOrderQuantity=-1 & ${LINE}/MinimumOrderQuantity=-2`,
      ['t19-r008', most('-1'), MOST, { actual: '-1' }],
      ['t19-r009', least('-2'), LEAST, { actual: '-2' }],
    ],
    [
      'a negative most alone',
      `-${LINE}/MinimumOrderQuantity & ${LINE}/MaximumOrderQuantity=-1`,
      ['t19-r008', most('-1'), MOST, { actual: '-1' }],
    ],
    [
      'a negative least alone',
      `-${LINE}/MaximumOrderQuantity & ${LINE}/MinimumOrderQuantity=-1`,
      ['t19-r009', least('-1'), LEAST, { actual: '-1' }],
    ],
    ['a least alone', `-${LINE}/MaximumOrderQuantity & ${LINE}/MinimumOrderQuantity=5`],
    ['a most of 0 alone', `-${LINE}/MinimumOrderQuantity & ${LINE}/MaximumOrderQuantity=0`],
    ['neither', `-${LINE}/MinimumOrderQuantity & -${LINE}/MaximumOrderQuantity`],
    [
      'a least that is no number',
      `${LINE}/MinimumOrderQuantity=en`,
      ['t19-r009', least('en'), LEAST, { actual: 'en' }],
      ['t19-r010', most('100'), MOST, { actual: '100', expected: 'en' }],
    ],
    [
      'a most that is no number',
      `${LINE}/MaximumOrderQuantity=hundre`,
      ['t19-r008', most('hundre'), MOST, { actual: 'hundre' }],
      ['t19-r010', most('hundre'), MOST, { actual: 'hundre', expected: '1' }],
    ],
    [
      'quantities with an exponent, which only the schema refuses',
      `${LINE}/MinimumOrderQuantity=1e1 & ${LINE}/MaximumOrderQuantity=1e2`,
      ['schema-value', least('1e1'), LEAST, { actual: '1e1', message: 'number' }],
      ['schema-value', most('1e2'), MOST, { actual: '1e2', message: 'number' }],
    ],
    [
      'a least above the most',
      `${LINE}/MinimumOrderQuantity=101`,
      ['t19-r010', most('100'), MOST, { actual: '100', expected: '101' }],
    ],
    ['a least as the most', `${LINE}/MinimumOrderQuantity=100`],
    [
      'quantities in pieces of what is ordered in boxes',
      `${LINE}/OrderableUnit=XBX`,
      ['order-quantity-unit', least('1'), LEAST, { actual: 'EA', expected: 'XBX' }],
      ['order-quantity-unit', most('100'), MOST, { actual: 'EA', expected: 'XBX' }],
    ],
    [
      'a most in another unit',
      `${LINE}/MaximumOrderQuantity@unitCode=KGM`,
      ['order-quantity-unit', most('100').replace('EA', 'KGM'), MOST, { actual: 'KGM', expected: 'EA' }],
    ],
    ['quantities in another word for a piece', `${LINE}/OrderableUnit=H87`],
    [
      'one of what is ordered',
      `${LINE}/OrderableUnit=XBX & ${LINE}/MinimumOrderQuantity@unitCode=C62 & -${LINE}/MaximumOrderQuantity`,
    ],
    ['quantities, and nothing that is ordered', `-${LINE}/OrderableUnit`],
    [
      'no rate',
      `${TAX}/ID=Z & -${TAX}/Percent`,
      ['t19-r014', '<cac:ClassifiedTaxCategory>', TAX_PATH, { actual: 'Z' }],
    ],
    [
      'no rate for S',
      `-${TAX}/Percent`,
      ['t19-r014', '<cac:ClassifiedTaxCategory>', TAX_PATH, { actual: 'S' }],
      ['t19-r015', '<cac:ClassifiedTaxCategory>', TAX_PATH, { actual: '' }],
    ],
    [
      'neither rate nor category',
      `-${TAX}/ID & -${TAX}/Percent`,
      ['t19-b21601', '<cac:ClassifiedTaxCategory>', TAX_PATH, { actual: TAX_PATH, expected: 'cbc:ID' }],
      ['t19-r014', '<cac:ClassifiedTaxCategory>', TAX_PATH, { actual: '' }],
    ],
    ['S with 0', `${TAX}/Percent=0`, ['t19-r015', percent('0'), TAX_PATH, { actual: '0' }]],
    ['S below 0', `${TAX}/Percent=-1`, ['t19-r015', percent('-1'), TAX_PATH, { actual: '-1' }]],
    ['S with words', `${TAX}/Percent=mye`, ['t19-r015', percent('mye'), TAX_PATH, { actual: 'mye' }]],
    ['S below 0 with an exponent', `${TAX}/Percent=-1e1`, ['t19-r015', percent('-1e1'), TAX_PATH, { actual: '-1e1' }]],
    [
      'S with an exponent, which only the schema refuses',
      `${TAX}/Percent=1e1`,
      ['schema-value', percent('1e1'), `${TAX_PATH}/cbc:Percent`, { actual: '1e1', message: 'number' }],
    ],
    [
      'Z with words',
      `${TAX}/ID=Z & ${TAX}/Percent=null`,
      ['schema-value', percent('null'), `${TAX_PATH}/cbc:Percent`, { actual: 'null', message: 'number' }],
    ],
    ['Z with 0', `${TAX}/ID=Z & ${TAX}/Percent=0`],
    ['O without', `${TAX}/ID=O & -${TAX}/Percent`],
    [
      'an empty rate',
      `${TAX}/ID=Z & ${TAX}/Percent=`,
      ['common-r001', percent(''), `${TAX_PATH}/cbc:Percent`, { actual: `${TAX_PATH}/cbc:Percent` }],
    ],
    [
      'an item with neither number',
      `-${ITEM}/SellersItemIdentification & -${ITEM}/StandardItemIdentification`,
      ['t19-r012', '<cac:Item>', ITEM_PATH, {}],
    ],
    ['an item with a GTIN alone', `-${ITEM}/SellersItemIdentification`],
    ['an item with a number alone', `-${ITEM}/StandardItemIdentification`],
    [
      'a seller with neither name nor number',
      '-SellerSupplierParty/Party/PartyName & -SellerSupplierParty/Party/PartyIdentification',
      ['t19-r004', '<cac:SellerSupplierParty>', 'cac:SellerSupplierParty', {}],
    ],
    ['a seller without name', '-SellerSupplierParty/Party/PartyName'],
    ['a seller without number', '-SellerSupplierParty/Party/PartyIdentification'],
    [
      'a buyer with neither',
      '-ContractorCustomerParty/Party/PartyName & -ContractorCustomerParty/Party/PartyIdentification',
      ['t19-r005', '<cac:ContractorCustomerParty>', 'cac:ContractorCustomerParty', {}],
    ],
    ['a buyer without name', '-ContractorCustomerParty/Party/PartyName'],
    ['a buyer without number', '-ContractorCustomerParty/Party/PartyIdentification'],
  ])('%s', ([, changes, ...expected]) => expect(findingsOf('peppol', changes)).toEqual(expected));

  it('of two prices in one condition the first one counts', () => {
    const text = edited('peppol', [amount('10.00'), `${amount('-1')}\n${amount('10.00')}`]);
    expect(findingsIn('peppol', text).map(([rule, at]) => [rule, at])).toEqual([
      ['schema-repeated', amount('10.00')],
      ['t19-r006', amount('-1')],
    ]);
  });

  it('each condition is asked for its own price and period', () => {
    const second =
      '<cac:RequiredItemLocationQuantity>\n<cac:Price>\n</cac:Price>\n</cac:RequiredItemLocationQuantity>\n';
    const text = edited('peppol', ['<cac:Item>', `${second}<cac:Item>`], [amount('10.00'), amount('-2')]);
    expect(findingsIn('peppol', text)).toEqual([
      ['common-r001', '<cac:Price>', `${CONDITION_PATH}/cac:Price`, { actual: `${CONDITION_PATH}/cac:Price` }],
      [
        't19-b16701',
        '<cac:Price>',
        `${CONDITION_PATH}/cac:Price`,
        { actual: `${CONDITION_PATH}/cac:Price`, expected: 'cbc:PriceAmount' },
      ],
      ['t19-r006', amount('-2'), CONDITION_PATH, { actual: '-2' }],
      ['t19-r006', '<cac:RequiredItemLocationQuantity>', CONDITION_PATH, { actual: '' }],
    ]);
  });

  it('the period of one price is not that of the next', () => {
    const second = `<cac:RequiredItemLocationQuantity>\n<cac:Price>${amount('9')}</cac:Price>`;
    const first = textOf('peppol', `${PRICE_PERIOD}/EndDate=2028-01-01`);
    const text = first.replace('<cac:Item>', `${second}\n</cac:RequiredItemLocationQuantity>\n<cac:Item>`);
    expect(findingsIn('peppol', text).map(([rule, at]) => [rule, at])).toEqual([['t19-r011', start('2026-12-01')]]);
  });

  it('each tax category is asked for its own rate', () => {
    const second =
      '<cac:ClassifiedTaxCategory>\n<cbc:ID>Z</cbc:ID>\n<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
    const text = edited('peppol', [
      '<cac:AdditionalItemProperty>',
      `${second}</cac:ClassifiedTaxCategory>\n<cac:AdditionalItemProperty>`,
    ]);
    expect(findingsIn('peppol', text)).toContainEqual([
      't19-r014',
      '<cac:ClassifiedTaxCategory>',
      TAX_PATH,
      { actual: 'Z' },
    ]);
  });

  it('nothing of a line is asked of the next', () => {
    const first = '<cac:CatalogueLine>\n<cbc:ID>2</cbc:ID>\n';
    const next = (quantities: string): string =>
      `${first}${quantities}\n<cac:Item>\n<cbc:Name>Såpe</cbc:Name></cac:Item></cac:CatalogueLine>\n`;
    const text = edited(
      'peppol',
      [amount('10.00'), amount('-1')],
      [least('1'), least('7')],
      ['</Catalogue>', `${next(most('0'))}</Catalogue>`],
    );
    expect(findingsIn('peppol', text)).toEqual([
      ['t19-r006', amount('-1'), CONDITION_PATH, { actual: '-1' }],
      ['t19-r012', '<cac:Item>', ITEM_PATH, {}],
    ]);
  });
});

describe('what a document says of itself', () => {
  const id = (name: string, value: string): string => `<cbc:${name}>${value}</cbc:${name}>`;
  const ORDER = 'urn:fdc:peppol.eu:poacc:trns:order:3';
  const ORDERING = 'urn:fdc:peppol.eu:poacc:bis:ordering:3';
  const CATALOGUE = 'urn:fdc:peppol.eu:poacc:trns:catalogue:3';
  const RESPONSE = 'urn:fdc:peppol.eu:poacc:trns:catalogue_response:3';

  it.for<readonly [Specification, string, ...Finding[]]>([
    ['peppol', `ProfileID=${ORDERING}`, ['t19-r017', id('ProfileID', ORDERING), 'cbc:ProfileID', { actual: ORDERING }]],
    [
      'peppol',
      `CustomizationID=${ORDER}`,
      ['t19-r018', id('CustomizationID', ORDER), 'cbc:CustomizationID', { actual: ORDER, expected: CATALOGUE }],
    ],
    ['peppol', `CustomizationID= ${CATALOGUE} `],
    ['peppol', `CustomizationID=${CATALOGUE}:extended:urn:x`],
    ['peppol', 'ProfileID= urn:fdc:peppol.eu:poacc:bis:catalogue_only:3 '],
    [
      'ehf',
      `ProfileID=${ORDERING}`,
      ['ehf-t19-b00301', id('ProfileID', ORDERING), 'cbc:ProfileID', { actual: ORDERING }],
    ],
    [
      'ehf',
      `CustomizationID=${ORDER}`,
      ['ehf-t19-b00201', id('CustomizationID', ORDER), 'cbc:CustomizationID', { actual: ORDER }],
      ['t19-r018', id('CustomizationID', ORDER), 'cbc:CustomizationID', { actual: ORDER, expected: CATALOGUE }],
    ],
    [
      'response',
      `CustomizationID=${CATALOGUE}`,
      ['t58-r001', id('CustomizationID', CATALOGUE), 'cbc:CustomizationID', { actual: CATALOGUE, expected: RESPONSE }],
    ],
    ['response', `CustomizationID=${RESPONSE}:x`],
    [
      'response',
      `ProfileID=${ORDERING}`,
      ['t58-b00301', id('ProfileID', ORDERING), 'cbc:ProfileID', { actual: ORDERING }],
    ],
  ])('%s: %s', ([one, changes, ...expected]) => expect(findingsOf(one, changes)).toEqual(expected));

  const TYPE = 'urn:fdc:anskaffelser.no:2022:ehf:qii:mat';
  const CODE = `${ITEM}/CommodityClassification/ItemClassificationCode`;
  it('the type of an item is asked for in EHF only', () => {
    const changes = `${CODE}@listID=ZZZ & ${CODE}=${TYPE}`;
    expect(findingsOf('peppol', changes)).toEqual([]);
    expect(findingsOf('ehf', changes)).toEqual([
      [
        'ehf-qii-g1-r004130',
        `<cbc:ItemClassificationCode listID="ZZZ" listVersionID="26">${TYPE}</cbc:ItemClassificationCode>`,
        `${ITEM_PATH}/cac:CommodityClassification/cbc:ItemClassificationCode`,
        { actual: TYPE },
      ],
    ]);
  });
});
