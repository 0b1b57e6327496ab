/** Every published rule, broken once: exactly the rules that are noted say something. */
import { describe, expect, it } from 'vitest';
import { broken, saidOf } from '../../../test/builders/form-cases.ts';
import {
  documentText,
  ehfDocument,
  localName,
  type Part,
  part,
  peppolDocument,
  responseDocument,
} from '../../../test/builders/peppol-document.ts';
import { STRUCTURE_CASES } from '../../../test/builders/structure-cases.ts';
import { parseRecord } from '../../readers/ubl-document.ts';
import { documentCheck, documentProblems } from './document-check.ts';
import { modelOf, type Specification, type StructureRule, structureRules } from './model.ts';
import { ruleIdOf } from './rule-id.ts';
import table from './table.ts';

const WHOLE: Readonly<Record<Specification, () => Part>> = {
  peppol: peppolDocument,
  ehf: ehfDocument,
  response: responseDocument,
};

/** Changes are separated by `&`. */
function said(specification: Specification, changes: string): readonly string[] {
  const root = changes.split(' & ').reduce(broken, WHOLE[specification]());
  return saidOf(root, specification);
}

const words = (text: string): readonly string[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .sort();

it.each(['peppol', 'ehf', 'response'] as const)(
  'a document with every element of its model keeps every rule (%s)',
  (one) => {
    expect(saidOf(WHOLE[one](), one)).toEqual([]);
    const names = (root: Part): readonly string[] => [localName(root), ...root.children.flatMap(names)];
    const inModel = ({ name, children }: ReturnType<typeof modelOf>): readonly string[] => [
      name.slice(name.indexOf(':') + 1),
      ...children.flatMap(inModel),
    ];
    expect(names(WHOLE[one]())).toEqual(inModel(modelOf(one)));
  },
);

describe('structure rules of Peppol (PEPPOL-T19-B)', () => {
  const cases = STRUCTURE_CASES.trim()
    .split('\n')
    .map((line) => /^(B\d+) (.*?)(?: \| (.*))?$/.exec(line)?.slice(1) ?? []);

  it('each has a case', () => {
    const published = cases.map(([number]) => `PEPPOL-T19-${number}`);
    expect(published).toHaveLength(200);
    expect(published).toEqual(
      structureRules('peppol')
        .map((rule) => rule.published)
        .sort(),
    );
  });

  it.each(cases)('%s: %s', (number = '', change = '', entailed = '') => {
    expect(said('peppol', change)).toEqual(words(`t19-${number.toLowerCase()} ${entailed}`));
  });
});

describe('structure rules of EHF (EHF-T19-B)', () => {
  const rules = structureRules('ehf');

  it.each([
    ['B00201', 'fixed', 'cbc:CustomizationID'],
    ['B00301', 'fixed', 'cbc:ProfileID'],
    ['B01701', 'attributeFixed', 'cac:ProviderParty/cbc:EndpointID'],
    ['B01702', 'attribute', 'cac:ProviderParty/cbc:EndpointID'],
    ['B01703', 'closed', 'cac:ProviderParty/cbc:EndpointID'],
    ['B01902', 'closed', 'cac:ProviderParty/cac:PartyIdentification'],
    ['B04101', 'attributeFixed', 'cac:ReceiverParty/cbc:EndpointID'],
    ['B06601', 'attributeFixed', 'cac:SellerSupplierParty/cac:Party/cbc:EndpointID'],
    ['B08901', 'attributeFixed', 'cac:ContractorCustomerParty/cac:Party/cbc:EndpointID'],
    ['B17003', 'closed', 'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cbc:BaseQuantity'],
    ['B21101', 'fixed', 'cac:CatalogueLine/cac:Item/cac:TransactionConditions/cbc:ActionCode'],
    ['B21601', 'list', 'cac:CatalogueLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID'],
    ['B22801', 'closed', 'cac:CatalogueLine/cac:Item/cac:AdditionalItemProperty/cbc:ListValue'],
    ['B23801', 'list', 'cac:CatalogueLine/cac:Item/cac:Certificate/cbc:CertificateTypeCode'],
    ['B25303', 'closed', 'cac:CatalogueLine/cac:Item/cac:Dimension/cbc:MaximumMeasure'],
  ])('%s is %s of %s, as in the set of February 2023', (number, kind, path) => {
    expect(rules.find(({ published }) => published === `EHF-T19-${number}`)).toMatchObject({ kind, path });
  });

  /** What else is said of the same fault. */
  const entailed = ({ kind, path, of = '' }: StructureRule): string => {
    if (kind === 'child' && of === 'cac:Party') return 'ehf-common-r002 t19-r004';
    if (kind === 'child' && of === 'cbc:PriceAmount') return 't19-r006';
    if (kind === 'child' && modelPart('ehf', path).children.length === 1) return 'ehf-common-r002';
    if (kind === 'noSchemaLocation') return 'common-r003';
    if (kind === 'fixed' && path === 'cbc:CustomizationID') return 't19-r018';
    // A day with something in it is no day any more.
    return kind === 'closed' && /(?:Issue|Start|End)Date$/.test(path) ? 'common-r030' : '';
  };

  it.each(rules.map((rule) => [rule.published, rule] as const))('%s', (published, rule) => {
    expect(said('ehf', changeFor(rule))).toEqual(
      words(`${ruleIdOf(published).slice('peppol/'.length)} ${entailed(rule)}`),
    );
  });
});

function modelPart(specification: Specification, path: string): ReturnType<typeof modelOf> {
  const root = modelOf(specification);
  if (path === root.path) return root;
  const names = path.split('/');
  return names.reduce((parent, name) => {
    const found = parent.children.find((child) => child.name === name);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  }, root);
}

/** The change that breaks a structure rule, and nothing else. */
function changeFor({ kind, path, of = '' }: StructureRule): string {
  const plain = path.replace(/c[ab]c:/g, '').replace(/^(?:Catalogue|ApplicationResponse)$/, '');
  const child = of.slice(of.indexOf(':') + 1);
  switch (kind) {
    case 'child':
      return `-${plain === '' ? child : `${plain}/${child}`}`;
    case 'attribute':
      return `-${plain}@${of}`;
    case 'list':
    case 'fixed':
      return `${plain}=x`;
    case 'attributeList':
    case 'attributeFixed':
      return `${plain}@${of}=x`;
    case 'closed':
      return `+${plain}`;
    case 'noSchemaLocation':
      return '@xsi:schemaLocation=a';
  }
}

describe('rules of the Catalogue Response (PEPPOL-T58)', () => {
  it.each([
    ['B00101', '-CustomizationID', ''],
    ['B00102', '-ProfileID', ''],
    ['B00103', '-ID', ''],
    ['B00104', '-IssueDate', ''],
    ['B00105', '-SenderParty', ''],
    ['B00106', '-ReceiverParty', ''],
    ['B00107', '@xsi:schemaLocation=a', 'common-r003'],
    ['B00108', '+', ''],
    ['B00301', 'ProfileID=urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3', ''],
    ['B00801', '-SenderParty/EndpointID', ''],
    ['B00802', '+SenderParty', ''],
    ['B00901', '-SenderParty/EndpointID@schemeID', ''],
    ['B00902', 'SenderParty/EndpointID@schemeID=x', ''],
    ['B01101', '-SenderParty/PartyIdentification/ID', 'common-r001'],
    ['B01201', 'SenderParty/PartyIdentification/ID@schemeID=x', ''],
    ['B01401', '-SenderParty/PartyLegalEntity/RegistrationName', 'common-r001'],
    ['B01402', '+SenderParty/PartyLegalEntity', ''],
    ['B01601', '-ReceiverParty/EndpointID', ''],
    ['B01602', '+ReceiverParty', ''],
    ['B01701', '-ReceiverParty/EndpointID@schemeID', ''],
    ['B01702', 'ReceiverParty/EndpointID@schemeID=x', ''],
    ['B01901', '-ReceiverParty/PartyIdentification/ID', 'common-r001'],
    ['B02001', 'ReceiverParty/PartyIdentification/ID@schemeID=x', ''],
    ['B02201', '-ReceiverParty/PartyLegalEntity/RegistrationName', 'common-r001'],
    ['B02202', '+ReceiverParty/PartyLegalEntity', ''],
    ['B02401', '-DocumentResponse/Response', ''],
    ['B02402', '-DocumentResponse/DocumentReference', ''],
    ['B02403', '+DocumentResponse', ''],
    ['B02501', '-DocumentResponse/Response/ResponseCode', 'common-r001'],
    ['B02502', '+DocumentResponse/Response', ''],
    ['B02601', 'DocumentResponse/Response/ResponseCode=XX', ''],
    ['B02701', '-DocumentResponse/DocumentReference/ID', ''],
    ['B02702', '+DocumentResponse/DocumentReference', ''],
    ['R001', 'CustomizationID=urn:fdc:peppol.eu:poacc:trns:order:3', ''],
  ])('%s: %s', (number, change, entailed) => {
    expect(said('response', change)).toEqual(words(`t58-${number.toLowerCase()} ${entailed}`));
  });

  it('there are no others', () => expect(structureRules('response')).toHaveLength(33));
});

const ENDPOINT = 'ProviderParty/EndpointID';
const NUMBER = 'ProviderParty/PartyIdentification/ID';
const identified = (scheme: string, value: string, path = NUMBER): string =>
  `${path}@schemeID=${scheme} & ${path}=${value}`;
const TAX_SCHEME = '+ProviderParty<cac:PartyTaxScheme=';

describe('common rules (PEPPOL-COMMON)', () => {
  it.each([
    ['R001', 'TradingTerms/Information=', 'common-r001'],
    ['R001, blanks', 'CatalogueLine/Item/Name= \t ', 'common-r001'],
    ['R003', '@xsi:schemaLocation=a', 'common-r003 t19-b00109'],
    ['R030', 'IssueDate=2026-02-30', 'common-r030'],
    ['R030, a time zone', 'IssueDate=2026-11-01Z', 'common-r030'],
    ['R040', identified('0088', '7080001234561'), 'common-r040'],
    ['R041', identified('0192', '974760674'), 'common-r041'],
    ['R041, with MVA', identified('0192', '974760673MVA', ENDPOINT), 'common-r041'],
    ['R042', identified('0184', 'DK1234567'), 'common-r042'],
    ['R042, blanks count', identified('0184', ' 12345678'), 'common-r042'],
    ['R043', identified('0208', '0403170702'), 'common-r043'],
    ['R044', identified('0201', 'ABC-12'), 'common-r044'],
    ['R045', identified('0210', '1234567890'), 'common-r045'],
    ['R046, of a scheme that left its list', identified('9907', '1234567890', ENDPOINT), 'common-r046 t19-b01702'],
    ['R047', identified('0211', 'IT00743110158'), 'common-r047'],
    ['R049', identified('0007', '5560125791'), 'common-r049'],
    ['R050', identified('0151', '49004028078'), 'common-r050'],
    ['R052', identified('0096', '123456789'), 'common-r052'],
    ['R053', identified('0198', '12345678'), 'common-r053'],
    ['R054', identified('0106', '1234567'), 'common-r054'],
    ['R055', identified('0190', '1234'), 'common-r055'],
    ['R056-1', identified('9944', 'NL123456789B1', ENDPOINT), 'common-r056-1'],
    ['R057', identified('0217', '1234'), 'common-r057'],
  ])('%s', (_, change, expected) => expect(said('peppol', change)).toEqual(words(expected)));

  it('R056-2, in an element that a catalogue does not have', () => {
    const root = broken(peppolDocument(), TAX_SCHEME);
    const scheme = part(root, 'ProviderParty/PartyTaxScheme');
    const name = (text: string, value: string): Part => ({ name: text, attributes: {}, text: value, children: [] });
    scheme.children.push(name('cbc:CompanyID', 'NL12'), {
      ...name('cac:TaxScheme', ''),
      children: [name('cbc:ID', 'VAT')],
    });
    expect(saidOf(root, 'peppol')).toEqual(['common-r056-2', 't19-b01603']);
  });

  it('every one of the 20 has a case', () => {
    const common = table.filter(
      ({ id, specifications }) => id.startsWith('peppol/common-') && specifications.includes('peppol'),
    );
    expect(common).toHaveLength(20);
  });

  it.each([
    ['0088', '7080001234560'],
    ['0192', ' 974760673 '],
    ['0192', '923609016'],
    ['0184', '88776655'],
    ['0184', 'DK88776655'],
    ['0208', '0403170701'],
    ['0201', 'aB12c3'],
    ['0210', '12345678901'],
    ['0210', 'RSSMRA85T10A562S'],
    ['0211', 'IT00743110157'],
    ['0211', 'whatever'],
    ['0007', '5560125790'],
    ['0151', '49004028077'],
    ['0096', '1234567890'],
    ['0198', 'DK12345678'],
    ['0106', '12345678'],
    ['0190', '12345678901234567890'],
    ['0217', '123456789012'],
  ])('%s %s passes', (scheme, value) => expect(said('peppol', identified(scheme, value))).toEqual([]));
});

const LINE = 'CatalogueLine';
const PERIOD = `${LINE}/LineValidityPeriod`;
const PRICE = `${LINE}/RequiredItemLocationQuantity/Price`;
const TAX = `${LINE}/Item/ClassifiedTaxCategory`;

describe('business rules (PEPPOL-T19-R)', () => {
  it.each([
    ['R001, and the lines in it', 'ValidityPeriod/EndDate=2026-10-01', 't19-r001 t19-r007'],
    [
      'R001, an inverted period that lines and prices take over',
      `ValidityPeriod/EndDate=2026-10-01 & -${PERIOD} & -${PRICE}/ValidityPeriod`,
      't19-r001 t19-r007 t19-r011 t19-r013 t19-r016',
    ],
    ['R004', '-SellerSupplierParty/Party/PartyName & -SellerSupplierParty/Party/PartyIdentification', 't19-r004'],
    [
      'R005',
      '-ContractorCustomerParty/Party/PartyName & -ContractorCustomerParty/Party/PartyIdentification',
      't19-r005',
    ],
    ['R006, negative', `${PRICE}/PriceAmount=-1`, 't19-r006'],
    ['R006, no number', `${PRICE}/PriceAmount=12,50`, 't19-r006'],
    ['R006, no price', `-${PRICE}`, 't19-r006'],
    ['R007', `${PERIOD}/StartDate=2026-10-01`, 't19-r007'],
    ['R008', `${LINE}/MaximumOrderQuantity=-1 & ${LINE}/MinimumOrderQuantity=-2`, 't19-r008 t19-r009'],
    ['R009', `${LINE}/MinimumOrderQuantity=-1`, 't19-r009'],
    ['R009, no number', `${LINE}/MinimumOrderQuantity=en`, 't19-r009 t19-r010'],
    ['R010', `${LINE}/MaximumOrderQuantity=0`, 't19-r010'],
    ['R011', `${PRICE}/ValidityPeriod/EndDate=2028-01-01`, 't19-r011'],
    ['R012', `-${LINE}/Item/SellersItemIdentification & -${LINE}/Item/StandardItemIdentification`, 't19-r012'],
    [
      'R013',
      `${PERIOD}/StartDate=2027-10-31 & ${PERIOD}/EndDate=2027-10-30 & -${PRICE}/ValidityPeriod`,
      't19-r011 t19-r013 t19-r016',
    ],
    ['R014', `${TAX}/ID=Z & -${TAX}/Percent`, 't19-r014'],
    ['R014, and S has no rate above 0', `-${TAX}/Percent`, 't19-r014 t19-r015'],
    ['R015', `${TAX}/Percent=0`, 't19-r015'],
    ['R015, with an exponent', `${TAX}/Percent=0e0`, 't19-r015'],
    ['R016', `${PRICE}/ValidityPeriod/StartDate=2027-02-01 & ${PRICE}/ValidityPeriod/EndDate=2027-01-01`, 't19-r016'],
    ['R017', 'ProfileID=urn:fdc:peppol.eu:poacc:bis:ordering:3', 't19-r017'],
    ['R018', 'CustomizationID=urn:fdc:peppol.eu:poacc:trns:order:3', 't19-r018'],
    ['a day that no calendar has takes part in comparisons', `${PERIOD}/StartDate=2026-11-31`, 'common-r030'],
    ['a date that is no number fails them', `${PERIOD}/StartDate=snart`, 'common-r030 t19-r007 t19-r011 t19-r013'],
  ])('%s', (_, change, expected) => expect(said('peppol', change)).toEqual(words(expected)));

  it('there are no others: the 16 of them, with 200 on structure and 20 common ones, make 236', () => {
    const published = table.flatMap(({ id, specifications }) =>
      specifications.includes('peppol') && id.startsWith('peppol/t19-r') ? [id.slice('peppol/t19-r'.length)] : [],
    );
    expect(published).toEqual('001 004 005 006 007 008 009 010 011 012 013 014 015 016 017 018'.split(' '));
  });

  it.each([
    ['O needs no rate', `${TAX}/ID= O  & -${TAX}/Percent`],
    ['0 is no negative price', `${PRICE}/PriceAmount=0`],
    ['0 may be the least and the most', `${LINE}/MaximumOrderQuantity=0 & ${LINE}/MinimumOrderQuantity=0`],
    ['open periods take those around them', `-${PERIOD} & -${PRICE}/ValidityPeriod & -ValidityPeriod/EndDate`],
    ['the other profile', 'ProfileID=urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3'],
    ['codes with blanks around them', `${LINE}/OrderableUnit= EA `],
  ])('%s: passes', (_, change) => expect(said('peppol', change)).toEqual([]));
});

describe('EHF', () => {
  const types = `${LINE}/Item/CommodityClassification/ItemClassificationCode`;
  const qii = (type: string): string => `${types}@listID=ZZZ & ${types}=urn:fdc:anskaffelser.no:2022:ehf:qii:${type}`;
  it.each([
    ['an element without text', 'TradingTerms/Information=', 'ehf-common-r001'],
    ['blanks are text', 'TradingTerms/Information= ', ''],
    ['a compound element without content', '-TradingTerms/Information', 'ehf-common-r002'],
    ['an organisation number', identified('0192', '974760674'), 'ehf-common-r003'],
    ['a Swedish number is asked for its digits only', identified('0007', '5560125791'), ''],
    ['a Swedish number without ten digits', identified('0007', '556012'), 'common-r049'],
    ['the scheme of an endpoint', identified('0088', '7080001234560', ENDPOINT), 'ehf-t19-b01701'],
    ['R048', identified('9906', 'IT1', ENDPOINT), 'common-r048 ehf-t19-b01701'],
    ['a condition other than CT', `${LINE}/Item/TransactionConditions/ActionCode=NON_RETURNABLE`, 'ehf-t19-b21101'],
    ['a VAT category that EHF lacks', `${TAX}/ID=B`, 'ehf-t19-b21601'],
    ['the profile is fixed', 'ProfileID=urn:fdc:peppol.eu:poacc:bis:catalogue_only:3', 'ehf-t19-b00301'],
    ['a type of QII', qii('item:dagligvare:nonfood'), ''],
    ['no type of QII', qii('item:mat'), 'ehf-qii-g1-r004130'],
    ['a long name with QII', `${qii('item')} & ${LINE}/Item/Name=${'x'.repeat(301)}`, 'ehf-qii-length'],
    ['a blank number with QII', `${qii('item')} & ${LINE}/Item/SellersItemIdentification/ID=  `, 'ehf-qii-blank'],
    ['a long name without', `${LINE}/Item/Name=${'x'.repeat(301)}`, ''],
  ])('%s', (_, change, expected) => expect(said('ehf', change)).toEqual(words(expected)));

  it('a Swedish number is no more than a warning there', () => {
    const root = identified('0007', '556012').split(' & ').reduce(broken, ehfDocument());
    const found = documentProblems(
      parseRecord(documentText(root)),
      documentCheck('ehf', () => true),
    );
    expect(found).toMatchObject([{ rule: 'peppol/common-r049', severity: 'warning' }]);
  });
});

describe('what the schema refuses', () => {
  it.each([
    ['another order', `${LINE}/Item^Dimension`, 'schema-order'],
    ['another order of the root', '^TradingTerms', 'schema-order'],
    ['a header behind the lines', '^CatalogueLine', 'schema-order'],
    ['an element twice', `+${LINE}/Item<Name`, 'schema-repeated'],
    ['an element twice in the header', '+<ProviderParty', 'schema-repeated'],
    ['an element twice that only the specification has once', `+${LINE}/Item<ManufacturerParty`, 'repeated'],
    ['any number of an element', `+${LINE}/Item<Keyword & +<TradingTerms & +<CatalogueLine`, ''],
    ['an address line without its line', '-ProviderParty/PostalAddress/AddressLine/Line', 'common-r001 schema-missing'],
    ['an element in one that is open', `+${LINE}/Item/Dimension`, 'schema-unknown-element'],
    ['an element in a value', `+${LINE}/Item/Name`, 'schema-unknown-element'],
    ['a prefix that stands for something else', `${LINE}/Item/Keyword@xmlns:cbc=urn:x`, 't19-b17702'],
    [
      'a prefix declared once more',
      `${LINE}/Item/Keyword@xmlns:cbc=urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2`,
      '',
    ],
    ['an attribute', `${LINE}/Item/Name@schemeID=1`, 'schema-unknown-attribute'],
    ['an attribute of the root', '@version=2', 'schema-unknown-attribute'],
    [
      'an attribute that UBL knows',
      `${LINE}/Item/Name@languageID=nb & ${LINE}/MinimumOrderQuantity@unitCodeListID=x`,
      '',
    ],
    ['text beside elements', `${LINE}/Item=tekst`, 'schema-text'],
    ['a number with a comma', `${LINE}/Item/PackSizeNumeric=1,5`, 'schema-value'],
    ['a number with an exponent', `${PRICE}/PriceAmount=1e2`, 'schema-value'],
    ['a rate that is no number, where no rule asks', `${TAX}/ID=Z & ${TAX}/Percent=null`, 'schema-value'],
    ['a rate that is no number, where one does', `${TAX}/Percent=mye`, 't19-r015'],
    ['a day', `${LINE}/Item/ItemInstance/BestBeforeDate=2028-13-01`, 'schema-value'],
    ['a day with its time zone', `${LINE}/Item/ItemInstance/BestBeforeDate=2028-01-01+01:00`, ''],
    [
      'a file that is no base64',
      `${LINE}/Item/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject=a*b`,
      'schema-value',
    ],
    [
      'an empty file',
      `${LINE}/Item/ItemSpecificationDocumentReference/Attachment/EmbeddedDocumentBinaryObject=`,
      'common-r001',
    ],
    ['true in other words', `${LINE}/OrderableIndicator=ja`, 't19-b11501'],
  ])('%s', (_, change, expected) => expect(said('peppol', change)).toEqual(words(expected)));

  it('a prefix that stands for something else, of an element that came before', () => {
    const root = broken(peppolDocument(), `+${LINE}/Item<Keyword`);
    const [, second] = part(root, `${LINE}/Item`).children.filter((child) => localName(child) === 'Keyword');
    if (second !== undefined) second.attributes['xmlns:cbc'] = 'urn:x';
    expect(saidOf(root, 'peppol')).toEqual(['t19-b17702']);
  });

  it('a time', () => expect(said('response', 'IssueTime=12')).toEqual(['schema-value']));
});
