/** Findings on a document's form, whole: rule, place, path and values. */
import { describe, expect, it } from 'vitest';
import {
  type Case,
  edited,
  type Finding,
  findingsIn,
  findingsOf,
  textOf,
} from '../../../test/builders/form-findings.ts';
import { documentText, peppolDocument } from '../../../test/builders/peppol-document.ts';
import { parseRecord } from '../../readers/ubl-document.ts';
import { documentCheck } from './document-check.ts';
import type { Specification } from './model.ts';

const PATH = 'cac:CatalogueLine';
const ITEM_PATH = `${PATH}/cac:Item`;
const CONDITION_PATH = `${PATH}/cac:RequiredItemLocationQuantity`;
const FILE_PATH = `${ITEM_PATH}/cac:ItemSpecificationDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject`;

const LINE = 'CatalogueLine';
const ITEM = `${LINE}/Item`;
const CONDITION = `${LINE}/RequiredItemLocationQuantity`;
const PRICE = `${CONDITION}/Price`;
const FILE = `${ITEM}/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject`;

const quantity = (name: string, value: string): string => `<cbc:${name} unitCode="EA">${value}</cbc:${name}>`;
const LEAST = `${PATH}/cbc:MinimumOrderQuantity`;
const amount = (value: string): string => `<cbc:PriceAmount currencyID="NOK">${value}</cbc:PriceAmount>`;
const item = (name: string): string => `${ITEM_PATH}/${name}`;

describe('order and repeats', () => {
  const NAME = '<cbc:Name>Håndsåpe 250 ml</cbc:Name>';
  it.for<Case>([
    [
      'the second element first',
      `${ITEM}^PackQuantity`,
      [
        'schema-order',
        '<cbc:Description>Håndsåpe på flaske</cbc:Description>',
        item('cbc:Description'),
        { actual: 'cbc:Description', expected: 'cbc:PackQuantity' },
      ],
    ],
    [
      'the fifth element first: each that it passed is told, with what should stand behind it',
      `${ITEM}^Keyword & -${ITEM}/PackSizeNumeric`,
      [
        'schema-order',
        '<cbc:Description>Håndsåpe på flaske</cbc:Description>',
        item('cbc:Description'),
        { actual: 'cbc:Description', expected: 'cbc:Keyword' },
      ],
      [
        'schema-order',
        quantity('PackQuantity', '1'),
        item('cbc:PackQuantity'),
        { actual: 'cbc:PackQuantity', expected: 'cbc:Keyword' },
      ],
      ['schema-order', NAME, item('cbc:Name'), { actual: 'cbc:Name', expected: 'cbc:Keyword' }],
    ],
    [
      'the second element of the root first',
      '^ProfileID',
      [
        'schema-order',
        '<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:catalogue:3</cbc:CustomizationID>',
        'cbc:CustomizationID',
        { actual: 'cbc:CustomizationID', expected: 'cbc:ProfileID' },
      ],
    ],
    [
      'twice in a row',
      `+${ITEM}<Name`,
      ['schema-repeated', NAME, item('cbc:Name'), { actual: 'cbc:Name', expected: ITEM_PATH }],
    ],
    [
      'twice in a row in the root',
      '+<VersionID',
      [
        'schema-repeated',
        '<cbc:VersionID>1</cbc:VersionID>',
        'cbc:VersionID',
        { actual: 'cbc:VersionID', expected: 'Catalogue' },
      ],
    ],
    [
      'twice where only the specification has it once',
      `+${ITEM}<ManufacturerParty`,
      [
        'repeated',
        '<cac:ManufacturerParty>',
        item('cac:ManufacturerParty'),
        { actual: 'cac:ManufacturerParty', expected: ITEM_PATH },
      ],
    ],
    [
      'twice in the root where only the specification has it once',
      '+<ValidityPeriod',
      [
        'repeated',
        '<cac:ValidityPeriod>',
        'cac:ValidityPeriod',
        { actual: 'cac:ValidityPeriod', expected: 'Catalogue' },
      ],
    ],
    ['any number in a row', `+${ITEM}<Keyword & +${ITEM}<Keyword & +<TradingTerms & +<CatalogueLine`],
    [
      'a second one at the end: out of order and repeated',
      `+${ITEM}<cbc:Name=sist`,
      ['schema-order', '<cbc:Name>sist</cbc:Name>', item('cbc:Name'), { actual: 'cbc:Name', expected: 'cbc:Keyword' }],
      ['schema-repeated', '<cbc:Name>sist</cbc:Name>', item('cbc:Name'), { actual: 'cbc:Name', expected: ITEM_PATH }],
    ],
    [
      'one of many at the end',
      `+${ITEM}<cbc:Keyword=sist`,
      [
        'schema-order',
        '<cbc:Keyword>sist</cbc:Keyword>',
        item('cbc:Keyword'),
        { actual: 'cbc:Keyword', expected: 'cbc:BrandName' },
      ],
    ],
    [
      'behind the lines: a second one',
      '+<cbc:Name=sist',
      ['schema-order', '<cbc:Name>sist</cbc:Name>', 'cbc:Name', { actual: 'cbc:Name', expected: 'cbc:IssueDate' }],
      ['schema-repeated', '<cbc:Name>sist</cbc:Name>', 'cbc:Name', { actual: 'cbc:Name', expected: 'Catalogue' }],
    ],
    [
      'behind the lines: one of many',
      '+<cac:TradingTerms=sist',
      [
        'schema-order',
        '<cac:TradingTerms>sist</cac:TradingTerms>',
        'cac:TradingTerms',
        { actual: 'cac:TradingTerms', expected: 'cac:CatalogueLine' },
      ],
    ],
    [
      'behind the lines: one that only the specification has once',
      '+<cac:ValidityPeriod=sist',
      [
        'schema-order',
        '<cac:ValidityPeriod>sist</cac:ValidityPeriod>',
        'cac:ValidityPeriod',
        { actual: 'cac:ValidityPeriod', expected: 'cac:ReferencedContract' },
      ],
      [
        'repeated',
        '<cac:ValidityPeriod>sist</cac:ValidityPeriod>',
        'cac:ValidityPeriod',
        { actual: 'cac:ValidityPeriod', expected: 'Catalogue' },
      ],
    ],
    [
      'behind the lines: one that no document has',
      '+<cbc:Ukjent=sist',
      [
        't19-b00110',
        '<cbc:Ukjent>sist</cbc:Ukjent>',
        'Catalogue/cbc:Ukjent',
        { actual: 'cbc:Ukjent', expected: 'Catalogue' },
      ],
    ],
    [
      'what is missing, inside and in the whole document',
      `-ID & -${LINE}/ID & -${ITEM}/Name`,
      ['t19-b17701', '<cac:Item>', ITEM_PATH, { actual: ITEM_PATH, expected: 'cbc:Name' }],
      ['t19-b11201', '<cac:CatalogueLine>', PATH, { actual: PATH, expected: 'cbc:ID' }],
      ['t19-b00103', '<Catalogue', 'Catalogue', { actual: 'Catalogue', expected: 'cbc:ID' }],
    ],
    [
      'no line at all',
      '-CatalogueLine',
      ['t19-b00108', '<Catalogue', 'Catalogue', { actual: 'Catalogue', expected: 'cac:CatalogueLine' }],
    ],
  ])('%s', ([, changes, ...expected]) => expect(findingsOf('peppol', changes)).toEqual(expected));

  it('a line before the header is checked as any other', () => {
    const faults = findingsOf(
      'peppol',
      `^CatalogueLine & -${ITEM}/SellersItemIdentification & -${ITEM}/StandardItemIdentification`,
    );
    expect(faults[0]).toEqual(['t19-r012', '<cac:Item>', ITEM_PATH, {}]);
    expect(faults.slice(1).every(([rule]) => rule === 'schema-order')).toBe(true);
    expect(faults).toHaveLength(16);
  });
});

describe('values', () => {
  const terms = (text: string): string => `<cbc:Information>${text}</cbc:Information>`;
  const TERMS = 'cac:TradingTerms/cbc:Information';
  const COUNTRY = `${ITEM_PATH}/cac:OriginCountry`;
  const country = (code: string): string => `<cbc:IdentificationCode>${code}</cbc:IdentificationCode>`;
  const file = (text: string): string =>
    `<cbc:EmbeddedDocumentBinaryObject mimeCode="image/png" filename="a.png">${text}</cbc:EmbeddedDocumentBinaryObject>`;
  const NUMBER = 'ProviderParty/PartyIdentification/ID';
  const NUMBER_PATH = 'cac:ProviderParty/cac:PartyIdentification/cbc:ID';

  it.for<readonly [Specification, ...Case]>([
    ['peppol', 'empty', 'TradingTerms/Information=', ['common-r001', terms(''), TERMS, { actual: TERMS }]],
    ['peppol', 'blank', 'TradingTerms/Information= ', ['common-r001', terms(' '), TERMS, { actual: TERMS }]],
    ['ehf', 'empty', 'TradingTerms/Information=', ['ehf-common-r001', terms(''), TERMS, { actual: TERMS }]],
    ['ehf', 'blank', 'TradingTerms/Information= '],
    [
      'peppol',
      'holds nothing',
      '-TradingTerms/Information',
      ['common-r001', '<cac:TradingTerms></cac:TradingTerms>', 'cac:TradingTerms', { actual: 'cac:TradingTerms' }],
    ],
    [
      'ehf',
      'holds nothing',
      '-TradingTerms/Information',
      ['ehf-common-r002', '<cac:TradingTerms></cac:TradingTerms>', 'cac:TradingTerms', { actual: 'cac:TradingTerms' }],
    ],
    [
      'peppol',
      'holds text instead of elements, which is not empty',
      `-${ITEM}/OriginCountry/IdentificationCode & ${ITEM}/OriginCountry=Norge`,
      ['schema-text', '<cac:OriginCountry>Norge</cac:OriginCountry>', COUNTRY, { actual: COUNTRY }],
      [
        't19-b20401',
        '<cac:OriginCountry>Norge</cac:OriginCountry>',
        COUNTRY,
        { actual: COUNTRY, expected: 'cbc:IdentificationCode' },
      ],
    ],
    [
      'ehf',
      'holds text instead of elements, which is empty there',
      `-${ITEM}/OriginCountry/IdentificationCode & ${ITEM}/OriginCountry=Norge`,
      ['schema-text', '<cac:OriginCountry>Norge</cac:OriginCountry>', COUNTRY, { actual: COUNTRY }],
      ['ehf-common-r002', '<cac:OriginCountry>Norge</cac:OriginCountry>', COUNTRY, { actual: COUNTRY }],
      [
        'ehf-t19-b20401',
        '<cac:OriginCountry>Norge</cac:OriginCountry>',
        COUNTRY,
        { actual: COUNTRY, expected: 'cbc:IdentificationCode' },
      ],
    ],
    [
      'peppol',
      'a code that is very long',
      `${ITEM}/OriginCountry/IdentificationCode=${'x'.repeat(121)}`,
      ['t19-b20501', country('x'.repeat(121)), `${COUNTRY}/cbc:IdentificationCode`, { actual: `${'x'.repeat(120)}…` }],
    ],
    [
      'peppol',
      'no code',
      `${ITEM}/OriginCountry/IdentificationCode=`,
      [
        'common-r001',
        country(''),
        `${COUNTRY}/cbc:IdentificationCode`,
        { actual: `${COUNTRY}/cbc:IdentificationCode` },
      ],
      ['t19-b20501', country(''), `${COUNTRY}/cbc:IdentificationCode`, { actual: '' }],
    ],
    ['peppol', 'a code with blanks around', `${ITEM}/OriginCountry/IdentificationCode= NO `],
    ['ehf', 'the one value with blanks around', `${ITEM}/TransactionConditions/ActionCode= CT `],
    [
      'ehf',
      'another value',
      `${ITEM}/TransactionConditions/ActionCode=NON_RETURNABLE`,
      [
        'ehf-t19-b21101',
        '<cbc:ActionCode>NON_RETURNABLE</cbc:ActionCode>',
        item('cac:TransactionConditions/cbc:ActionCode'),
        { actual: 'NON_RETURNABLE' },
      ],
    ],
    [
      'peppol',
      'a day with blanks around',
      'IssueDate= 2026-11-01 ',
      ['common-r030', '<cbc:IssueDate> 2026-11-01 </cbc:IssueDate>', 'cbc:IssueDate', { actual: '2026-11-01' }],
    ],
    [
      'peppol',
      'no day',
      'IssueDate=',
      ['common-r001', '<cbc:IssueDate></cbc:IssueDate>', 'cbc:IssueDate', { actual: 'cbc:IssueDate' }],
      ['common-r030', '<cbc:IssueDate></cbc:IssueDate>', 'cbc:IssueDate', { actual: '' }],
    ],
    [
      'peppol',
      'a day that the common rules do not ask of',
      `${ITEM}/ItemInstance/BestBeforeDate=2028-13-01`,
      [
        'schema-value',
        '<cbc:BestBeforeDate>2028-13-01</cbc:BestBeforeDate>',
        item('cac:ItemInstance/cbc:BestBeforeDate'),
        { actual: '2028-13-01', message: 'date' },
      ],
    ],
    [
      'response',
      'a time',
      'IssueTime=12',
      ['schema-value', '<cbc:IssueTime>12</cbc:IssueTime>', 'cbc:IssueTime', { actual: '12', message: 'time' }],
    ],
    ['response', 'a time with all its parts', 'IssueTime=12:00:00.5Z'],
    [
      'peppol',
      'a measure',
      `${CONDITION}/LeadTimeMeasure=to`,
      [
        'schema-value',
        '<cbc:LeadTimeMeasure unitCode="DAY">to</cbc:LeadTimeMeasure>',
        `${CONDITION_PATH}/cbc:LeadTimeMeasure`,
        { actual: 'to', message: 'number' },
      ],
    ],
    [
      'peppol',
      'an amount that no rule asks for',
      `${LINE}/ItemComparison/PriceAmount=ti`,
      ['schema-value', amount('ti'), `${PATH}/cac:ItemComparison/cbc:PriceAmount`, { actual: 'ti', message: 'number' }],
    ],
    [
      'peppol',
      'a quantity that no rule asks for',
      `${ITEM}/PackQuantity=en`,
      ['schema-value', quantity('PackQuantity', 'en'), item('cbc:PackQuantity'), { actual: 'en', message: 'number' }],
    ],
    [
      'peppol',
      'a file that is none: its text is not shown',
      `${FILE}=a*b`,
      ['schema-value', file('a*b'), FILE_PATH, { actual: 'cbc:EmbeddedDocumentBinaryObject', message: 'base64' }],
    ],
    ['peppol', 'an empty file', `${FILE}= `, ['common-r001', file(' '), FILE_PATH, { actual: FILE_PATH }]],
    ['ehf', 'an empty file', `${FILE}= `, ['ehf-common-r001', file(' '), FILE_PATH, { actual: FILE_PATH }]],
    [
      'peppol',
      'the number of a party',
      `${NUMBER}@schemeID=0088 & ${NUMBER}=7080001234561`,
      ['common-r040', '<cbc:ID schemeID="0088">7080001234561</cbc:ID>', NUMBER_PATH, { actual: '7080001234561' }],
    ],
    [
      'peppol',
      'the number of a company',
      'ReceiverParty/PartyLegalEntity/CompanyID=974760674',
      [
        'common-r041',
        '<cbc:CompanyID schemeID="0192">974760674</cbc:CompanyID>',
        'cac:ReceiverParty/cac:PartyLegalEntity/cbc:CompanyID',
        { actual: '974760674' },
      ],
    ],
    [
      'ehf',
      'a number that is milder there',
      `${NUMBER}@schemeID=0007 & ${NUMBER}=556012`,
      [
        'common-r049',
        '<cbc:ID schemeID="0007">556012</cbc:ID>',
        NUMBER_PATH,
        { actual: '556012', severity: 'warning' },
      ],
    ],
    [
      'peppol',
      'a number asked of endpoints only',
      `${NUMBER}@schemeID=9907 & ${NUMBER}=1`,
      ['t19-b02001', '<cbc:ID schemeID="9907">1</cbc:ID>', NUMBER_PATH, { actual: '9907' }],
    ],
    [
      'peppol',
      'a number of no party',
      `${ITEM}/StandardItemIdentification/ID@schemeID=0088 & ${ITEM}/StandardItemIdentification/ID=7080001234561`,
    ],
    ['peppol', 'a number of no scheme', `-${NUMBER}@schemeID & ${NUMBER}=1`],
  ])('%s, %s', ([one, , changes, ...expected]) => expect(findingsOf(one, changes)).toEqual(expected));

  it('text between elements, in a line and in the root', () => {
    const text = edited(
      'peppol',
      ['<cbc:Keyword>', 'løst <cbc:Keyword>'],
      ['<cac:ReceiverParty>', 'løst\n<cac:ReceiverParty>'],
    );
    expect(findingsIn('peppol', text)).toEqual([
      ['schema-text', '<Catalogue', 'Catalogue', { actual: 'Catalogue' }],
      ['schema-text', '<cac:Item>', ITEM_PATH, { actual: ITEM_PATH }],
    ]);
  });

  it('a rule that is off says nothing', () => {
    const text = textOf('peppol', `TradingTerms/Information= & ${PRICE}/PriceAmount=-1`);
    expect(findingsIn('peppol', text).map(([rule]) => rule)).toEqual(['common-r001', 't19-r006']);
    expect(findingsIn('peppol', text, (rule) => rule !== 'peppol/common-r001')).toEqual([
      ['t19-r006', amount('-1'), CONDITION_PATH, { actual: '-1' }],
    ]);
  });
});

describe('attributes', () => {
  const tag = (name: string, attributes: string, text: string): string =>
    `<cbc:${name}${attributes}>${text}</cbc:${name}>`;
  const root = (rule: string, actual: string, name = 'Catalogue'): Finding => [rule, `<${name}`, name, { actual }];

  it.for<readonly [Specification, string, ...Finding[]]>([
    [
      'peppol',
      '@xsi:schemaLocation=a',
      root('t19-b00109', 'xsi:schemaLocation'),
      root('common-r003', 'xsi:schemaLocation'),
    ],
    [
      'ehf',
      '@xsi:schemaLocation=a',
      root('ehf-t19-b00109', 'xsi:schemaLocation'),
      root('common-r003', 'xsi:schemaLocation'),
    ],
    [
      'response',
      '@s:schemaLocation=a',
      root('t58-b00107', 's:schemaLocation', 'ApplicationResponse'),
      root('common-r003', 's:schemaLocation', 'ApplicationResponse'),
    ],
    ['peppol', '@xsi:noNamespaceSchemaLocation=a'],
    [
      'peppol',
      '@xmlnsx=2',
      ['schema-unknown-attribute', '<Catalogue', 'Catalogue', { actual: 'xmlnsx', expected: 'Catalogue' }],
    ],
    [
      'peppol',
      `${ITEM}/Name@schemeID=1`,
      [
        'schema-unknown-attribute',
        tag('Name', ' schemeID="1"', 'Håndsåpe 250 ml'),
        `${ITEM_PATH}/cbc:Name`,
        { actual: 'schemeID', expected: `${ITEM_PATH}/cbc:Name` },
      ],
    ],
    ['peppol', `${ITEM}/Name@xsi:type=a`],
    ['peppol', `${ITEM}/Name@languageID=nb`],
    ['peppol', `${ITEM}/Name@xmlns:a=urn:a`],
    [
      'peppol',
      `${ITEM}@languageID=nb`,
      [
        'schema-unknown-attribute',
        '<cac:Item languageID="nb">',
        ITEM_PATH,
        { actual: 'languageID', expected: ITEM_PATH },
      ],
    ],
    [
      'peppol',
      `${LINE}/MinimumOrderQuantity@unitCode=x`,
      ['t19-b12002', tag('MinimumOrderQuantity', ' unitCode="x"', '1'), LEAST, { actual: 'x' }],
    ],
    [
      'peppol',
      `${LINE}/MinimumOrderQuantity@unitCode=`,
      ['t19-b12002', tag('MinimumOrderQuantity', ' unitCode=""', '1'), LEAST, { actual: '' }],
    ],
    [
      'peppol',
      `-${LINE}/MinimumOrderQuantity@unitCode`,
      ['t19-b12001', tag('MinimumOrderQuantity', '', '1'), LEAST, {}],
    ],
    [
      'ehf',
      'ProviderParty/EndpointID@schemeID=0088 & ProviderParty/EndpointID=7080001234560',
      [
        'ehf-t19-b01701',
        tag('EndpointID', ' schemeID="0088"', '7080001234560'),
        'cac:ProviderParty/cbc:EndpointID',
        { actual: '0088' },
      ],
    ],
    [
      'ehf',
      '-ProviderParty/EndpointID@schemeID',
      ['ehf-t19-b01702', tag('EndpointID', '', '923609016'), 'cac:ProviderParty/cbc:EndpointID', {}],
    ],
    ['peppol', `${ITEM}/CommodityClassification/ItemClassificationCode@listVersionID=hva som helst`],
  ])('%s: %s', ([one, changes, ...expected]) => expect(findingsOf(one, changes)).toEqual(expected));
});

describe('in an element that the model does not have, the common rules hold', () => {
  /** Findings beside the one on the element itself. */
  function within(specification: Specification, inside: string): readonly Finding[] {
    const text = edited(specification, ['</cac:Item>', `${inside}\n</cac:Item>`]);
    const [first, ...others] = findingsIn(specification, text);
    expect(first?.[0]).toBe(specification === 'ehf' ? 'ehf-t19-b17702' : 't19-b17702');
    return others.map(([rule, , path, values]) => [rule, '', path, values ?? {}]);
  }
  const said = (rule: string, path: string, actual = path): Finding => [rule, '', path, { actual }];

  it.for<readonly [Specification, string, ...Finding[]]>([
    ['peppol', '<cbc:Ny></cbc:Ny>', said('common-r001', 'cbc:Ny')],
    ['peppol', '<cbc:Ny> </cbc:Ny>', said('common-r001', 'cbc:Ny')],
    ['peppol', '<cbc:Ny>x</cbc:Ny>'],
    ['ehf', '<cbc:Ny></cbc:Ny>', said('ehf-common-r001', 'cbc:Ny')],
    ['ehf', '<cbc:Ny> </cbc:Ny>'],
    ['ehf', '<x:Ny></x:Ny>', said('ehf-common-r001', 'x:Ny')],
    ['ehf', '<x:Ny> </x:Ny>'],
    ['peppol', '<cac:Ny></cac:Ny>', said('common-r001', 'cac:Ny')],
    ['peppol', '<cac:Ny>x</cac:Ny>'],
    ['ehf', '<cac:Ny></cac:Ny>', said('ehf-common-r002', 'cac:Ny')],
    ['ehf', '<cac:Ny> </cac:Ny>', said('ehf-common-r002', 'cac:Ny')],
    ['ehf', '<cac:Ny>x</cac:Ny>', said('ehf-common-r002', 'cac:Ny')],
    ['ehf', '<cac:Ny><cbc:A>a</cbc:A></cac:Ny>'],
    ['peppol', '<cac:Ny><cbc:A></cbc:A></cac:Ny>', said('common-r001', 'cac:Ny/cbc:A')],
    ['peppol', '<cac:Ny><cac:B><cbc:A> </cbc:A></cac:B></cac:Ny>', said('common-r001', 'cac:Ny/cac:B/cbc:A')],
    ['peppol', '<cbc:EmbeddedDocumentBinaryObject>iVBORw0KGgo=</cbc:EmbeddedDocumentBinaryObject>'],
    ['ehf', '<cbc:EmbeddedDocumentBinaryObject>iVBORw0KGgo=</cbc:EmbeddedDocumentBinaryObject>'],
    ['peppol', '<cbc:IssueDate>i dag</cbc:IssueDate>', said('common-r030', 'cbc:IssueDate', 'i dag')],
    ['peppol', '<cac:Ny><cbc:DueDate>i dag</cbc:DueDate></cac:Ny>', said('common-r030', 'cac:Ny/cbc:DueDate', 'i dag')],
    ['peppol', '<cbc:TaxPointDate>i dag</cbc:TaxPointDate>', said('common-r030', 'cbc:TaxPointDate', 'i dag')],
    ['peppol', '<cbc:IssueDate>2026-11-01</cbc:IssueDate>'],
    ['peppol', '<cbc:BestBeforeDate>i dag</cbc:BestBeforeDate>'],
    ['peppol', '<x:IssueDate>i dag</x:IssueDate>'],
    [
      'peppol',
      '<u:IssueDate xmlns:u="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">i dag</u:IssueDate>',
      said('common-r030', 'u:IssueDate', 'i dag'),
    ],
    ['peppol', '<cbc:EndpointID schemeID="0192">1</cbc:EndpointID>', said('common-r041', 'cbc:EndpointID', '1')],
    ['ehf', '<cbc:CompanyID schemeID="0192">1</cbc:CompanyID>', said('ehf-common-r003', 'cbc:CompanyID', '1')],
    ['peppol', '<cbc:ID schemeID="0192">1</cbc:ID>'],
    ['peppol', '<cac:Ny><cbc:ID schemeID="0192">1</cbc:ID></cac:Ny>'],
    ['peppol', '<cac:PartyIdentification><cbc:Name schemeID="0192">1</cbc:Name></cac:PartyIdentification>'],
    [
      'peppol',
      '<cac:PartyIdentification><cbc:ID schemeID="0192">1</cbc:ID></cac:PartyIdentification>',
      said('common-r041', 'cac:PartyIdentification/cbc:ID', '1'),
    ],
    [
      'peppol',
      '<cac:Ny><cac:PartyIdentification><cbc:ID schemeID="0192">1</cbc:ID></cac:PartyIdentification></cac:Ny>',
      said('common-r041', 'cac:Ny/cac:PartyIdentification/cbc:ID', '1'),
    ],
  ])('%s: %s', ([one, inside, ...expected]) => expect(within(one, inside)).toEqual(expected));

  const taxScheme = (company: string, scheme: string): string =>
    `<cac:PartyTaxScheme><cbc:CompanyID>${company}</cbc:CompanyID><cac:TaxScheme><cbc:ID>${scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;

  it.for<readonly [string, string, ...Finding[]]>([
    ['NL123456789B01', 'VAT'],
    [' NL123456789B01 ', ' VAT '],
    ['NO1', 'VAT'],
    ['xNL1', 'VAT'],
    ['NL1', 'GST'],
    ['NL1', 'VATS'],
    ...['NL12', ' NL12 ', 'NL', 'NL123456789B1', 'NL123456789B011', 'NL1234567890B01', 'NL12345678xB01'].map((value) =>
      wrong(value),
    ),
    ...['NL123456789B0x', 'NLxNL123456789B01', 'NL123456789A01'].map((value) => wrong(value)),
    ['NL12', ' VAT\n', said('common-r056-2', 'cac:PartyTaxScheme/cbc:CompanyID', 'NL12')],
  ])('a company %j with the tax %j', ([company, scheme, ...expected]) => {
    expect(within('peppol', taxScheme(company, scheme))).toEqual(expected);
  });

  function wrong(value: string): readonly [string, string, Finding] {
    return [value, 'VAT', ['common-r056-2', '', 'cac:PartyTaxScheme/cbc:CompanyID', { actual: value.trim() }]];
  }

  it.each([
    '<cbc:CompanyID>NL12</cbc:CompanyID>',
    '<cbc:CompanyID>NL12</cbc:CompanyID><cac:TaxScheme><cbc:Name>VAT</cbc:Name></cac:TaxScheme>',
    '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>',
    '<cbc:Name>NL12</cbc:Name><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>',
  ])('a tax scheme without all its parts: %s', (inside) => {
    expect(within('peppol', `<cac:PartyTaxScheme>${inside}</cac:PartyTaxScheme>`)).toEqual([]);
  });

  it('and only there', () => {
    expect(within('peppol', taxScheme('NL12', 'VAT').replaceAll('PartyTaxScheme', 'Ny'))).toEqual([]);
  });
});

describe('namespaces', () => {
  const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
  const CAC = `${UBL}:CommonAggregateComponents-2`;
  const CBC = `${UBL}:CommonBasicComponents-2`;
  const unknown = (at: string, written: string): Finding => [
    't19-b17702',
    at,
    item(written),
    { actual: written, expected: ITEM_PATH },
  ];

  it('a document chooses its prefixes itself', () => {
    const text = documentText(peppolDocument())
      .replaceAll(/(<\/?)cac:/g, '$1a:')
      .replaceAll(/(<\/?)cbc:/g, '$1b:')
      .replace('xmlns:cac', 'xmlns:a')
      .replace('xmlns:cbc', 'xmlns:b');
    expect(findingsIn('peppol', text)).toEqual([]);
  });

  it('an element whose own prefix stands for something else is none of the model', () => {
    const found = findingsIn('peppol', edited('peppol', ['<cbc:Keyword>', '<cbc:Keyword xmlns:cbc="urn:x">']));
    expect(found).toEqual([unknown('<cbc:Keyword xmlns:cbc="urn:x">såpe</cbc:Keyword>', 'cbc:Keyword')]);
  });

  it('what an element declares holds within it only', () => {
    const own = `<k:Keyword xmlns:k="${CBC}">a</k:Keyword>`;
    const text = edited('peppol', ['<cbc:Keyword>', `${own}\n<k:Keyword>b</k:Keyword>\n<cbc:Keyword>`]);
    expect(findingsIn('peppol', text)).toEqual([unknown('<k:Keyword>b</k:Keyword>', 'k:Keyword')]);
  });

  it('a prefix that was met before stands for what the element around says', () => {
    const text = edited('peppol', [
      '<cac:BuyersItemIdentification>',
      '<cac:BuyersItemIdentification xmlns:cbc="urn:x">',
    ]);
    const path = item('cac:BuyersItemIdentification');
    expect(findingsIn('peppol', text)).toEqual([
      ['t19-b18502', '<cbc:ID>K-100</cbc:ID>', `${path}/cbc:ID`, { actual: 'cbc:ID', expected: path }],
      ['t19-b18501', '<cac:BuyersItemIdentification xmlns:cbc="urn:x">', path, { actual: path, expected: 'cbc:ID' }],
    ]);
  });

  it('and so in a second line, when the first has all of them', () => {
    const line = '<cac:CatalogueLine>\n<cbc:ID>2</cbc:ID>\n<cac:Item xmlns:cbc="urn:x">\n<cbc:Name>Såpe</cbc:Name>\n';
    const text = edited('peppol', ['</Catalogue>', `${line}</cac:Item>\n</cac:CatalogueLine>\n</Catalogue>`]);
    expect(findingsIn('peppol', text).map(([rule, at]) => [rule, at])).toEqual([
      ['t19-b17702', '<cbc:Name>Såpe</cbc:Name>'],
      ['t19-b17701', '<cac:Item xmlns:cbc="urn:x">'],
      ['t19-r012', '<cac:Item xmlns:cbc="urn:x">'],
    ]);
  });

  it.each(['<cac:CatalogueLine xmlns:cac="urn:x">', '<x:CatalogueLine xmlns:x="urn:x">'])(
    'a line of another namespace is none: %s',
    (tag) => {
      const prefix = tag.slice(1, tag.indexOf(':'));
      const text = edited(
        'peppol',
        ['<cac:CatalogueLine>', `${tag}`],
        ['</cac:CatalogueLine>', `</${prefix}:CatalogueLine>`],
      );
      expect(findingsIn('peppol', text)).toContainEqual([
        't19-b00110',
        tag,
        `Catalogue/${prefix}:CatalogueLine`,
        { actual: `${prefix}:CatalogueLine`, expected: 'Catalogue' },
      ]);
    },
  );

  it('a line with a prefix of its own is one', () => {
    const text = edited(
      'peppol',
      ['<cac:CatalogueLine>', `<x:CatalogueLine xmlns:x="${CAC}">`],
      ['</cac:CatalogueLine>', '</x:CatalogueLine>'],
      [amount('10.00'), amount('-1')],
    );
    expect(findingsIn('peppol', text)).toEqual([['t19-r006', amount('-1'), CONDITION_PATH, { actual: '-1' }]]);
  });

  it.each([
    ['another root', 'Katalog', `${UBL}:Catalogue-2`],
    ['another namespace', 'Catalogue', 'urn:x'],
    ['no namespace', 'Catalogue', ''],
  ])('%s: that is told, and nothing else', (_, name, namespace) => {
    const text = textOf('peppol', `${PRICE}/PriceAmount=-1 & -ID & +<cbc:Ukjent=x`)
      .replace(`<Catalogue xmlns="${UBL}:Catalogue-2"`, `<${name} xmlns="${namespace}"`)
      .replace('</Catalogue>', `</${name}>`);
    expect(findingsIn('peppol', text)).toEqual([
      ['schema-namespace', `<${name}`, 'Catalogue', { actual: namespace, expected: `${UBL}:Catalogue-2` }],
    ]);
  });
});

describe('part by part', () => {
  const whole = parseRecord(documentText(peppolDocument()));
  const lines = whole.children.slice(-1);
  const header = { ...whole, children: whole.children.slice(0, -1) };

  it('a document that keeps every rule', () => {
    const check = documentCheck('peppol', () => true);
    expect(check.header(header)).toEqual([]);
    expect(lines.map((line) => check.line(line))).toEqual([undefined]);
    expect(lines.map((line) => check.behind(line))).toEqual([[]]);
    expect(check.end()).toEqual([]);
  });

  it('a document without a line', () => {
    const check = documentCheck('peppol', () => true);
    expect(check.header(header)).toEqual([]);
    const missing = { rule: 'peppol/t19-b00108', row: 2, element: 'Catalogue' };
    expect(check.end()).toEqual([{ ...missing, actual: 'Catalogue', expected: 'cac:CatalogueLine' }]);
  });

  it('a document that never began lacks nothing', () => {
    expect(documentCheck('peppol', () => true).end()).toEqual([]);
  });

  it('a document of another kind: nothing is said of its parts', () => {
    const check = documentCheck('response', () => true);
    expect(check.header(header).map(({ rule }) => rule)).toEqual(['peppol/schema-namespace']);
    expect(lines.map((line) => check.line(line))).toEqual([undefined]);
    expect(lines.map((line) => check.behind(line))).toEqual([[]]);
    expect(check.end()).toEqual([]);
  });

  it('an answer has no lines', () => {
    expect(findingsOf('response', '+<cac:CatalogueLine=x')).toEqual([
      [
        't58-b00108',
        '<cac:CatalogueLine>x</cac:CatalogueLine>',
        'ApplicationResponse/cac:CatalogueLine',
        { actual: 'cac:CatalogueLine', expected: 'ApplicationResponse' },
      ],
    ]);
  });
});
