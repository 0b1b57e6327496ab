import { describe, expect, it } from 'vitest';
import { peppolCodes } from '../../code-lists/peppol-lists.ts';
import { SPECIFICATIONS } from './model.ts';
import { isIdentifier, type Node, nodesOf } from './nodes.ts';

function nodeAt(root: Node, path: string): Node {
  return path.split('/').reduce((node, name) => {
    const found = node.children.get(name);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  }, root);
}

function everyNode(root: Node): readonly Node[] {
  return [root, ...[...root.children.values()].flatMap(everyNode)];
}

it.each([
  ['cbc:EndpointID', 'cac:ProviderParty', true],
  ['cbc:CompanyID', 'cac:PartyLegalEntity', true],
  ['cbc:ID', 'cac:PartyIdentification', true],
  ['cbc:ID', 'cac:ReferencedContract', false],
  ['cbc:ID', '', false],
  ['cbc:Name', 'cac:PartyIdentification', false],
  ['cac:EndpointID', 'cac:PartyIdentification', false],
  ['ID', 'PartyIdentification', false],
])('%s in %j is the number of a party: %j', (name, parent, expected) => {
  expect(isIdentifier(name, parent)).toBe(expected);
});

it('these are the numbers of parties in a Peppol catalogue', () => {
  const found = everyNode(nodesOf('peppol')).filter((node) => node.isIdentifier);
  expect(found.map(({ path }) => path)).toEqual([
    'cac:ProviderParty/cbc:EndpointID',
    'cac:ProviderParty/cac:PartyIdentification/cbc:ID',
    'cac:ProviderParty/cac:PartyLegalEntity/cbc:CompanyID',
    'cac:ReceiverParty/cbc:EndpointID',
    'cac:ReceiverParty/cac:PartyIdentification/cbc:ID',
    'cac:ReceiverParty/cac:PartyLegalEntity/cbc:CompanyID',
    'cac:SellerSupplierParty/cac:Party/cbc:EndpointID',
    'cac:SellerSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID',
    'cac:ContractorCustomerParty/cac:Party/cbc:EndpointID',
    'cac:ContractorCustomerParty/cac:Party/cac:PartyIdentification/cbc:ID',
  ]);
});

it('these are the days that the common rules ask of', () => {
  const found = everyNode(nodesOf('peppol')).filter((node) => node.isDay);
  expect(found.map(({ path }) => path)).toEqual([
    'cbc:IssueDate',
    'cac:ValidityPeriod/cbc:StartDate',
    'cac:ValidityPeriod/cbc:EndDate',
    'cac:CatalogueLine/cac:LineValidityPeriod/cbc:StartDate',
    'cac:CatalogueLine/cac:LineValidityPeriod/cbc:EndDate',
    'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod/cbc:StartDate',
    'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod/cbc:EndDate',
  ]);
});

describe('attributes that UBL knows and no rule asks for', () => {
  it.each([
    ['an identifier', 'cac:Item/cac:SellersItemIdentification/cbc:ID', 'schemeID schemeAgencyID', 'listID'],
    ['a code', 'cbc:OrderableUnit', 'listID listAgencyID listURI name', 'schemeID'],
    ['a text', 'cac:Item/cbc:Name', 'languageID languageLocaleID', 'name'],
    [
      'an amount',
      'cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount',
      'currencyCodeListVersionID',
      'unitCode',
    ],
    ['a quantity', 'cbc:MinimumOrderQuantity', 'unitCodeListID unitCodeListAgencyName', 'format'],
    ['a measure', 'cac:Item/cac:Dimension/cbc:Measure', 'unitCodeListVersionID', 'unitCodeListID'],
    ['a number', 'cac:Item/cbc:PackSizeNumeric', 'format', 'unitCode'],
    [
      'a file',
      'cac:Item/cac:ItemSpecificationDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject',
      'format encodingCode uri',
      'languageID',
    ],
    ['a day', 'cac:LineValidityPeriod/cbc:StartDate', '', 'format'],
    ['true or false', 'cbc:OrderableIndicator', '', 'format'],
    ['an element that holds others', 'cac:Item', '', 'languageID'],
  ])('of %s', (_, path, known, unknown) => {
    const { otherAttributes } = nodeAt(nodesOf('peppol'), `cac:CatalogueLine/${path}`);
    const names = known === '' ? [] : known.split(' ');
    expect(names.filter((name) => !otherAttributes.has(name))).toEqual([]);
    expect(otherAttributes.has(unknown)).toBe(false);
    if (known === '') expect(otherAttributes.size).toBe(0);
  });
});

it('an element knows what it must hold, how often it may stand, and whose rules that are', () => {
  const line = nodeAt(nodesOf('peppol'), 'cac:CatalogueLine');
  expect(line).toMatchObject({
    name: 'cac:CatalogueLine',
    path: 'cac:CatalogueLine',
    once: 'never',
    type: undefined,
    end: undefined,
    slot: -1,
    requiredChildren: [
      { bit: 1, name: 'cbc:ID', rule: 'peppol/t19-b11201' },
      { bit: 1 << 17, name: 'cac:Item', rule: 'peppol/t19-b11202' },
    ],
    required: 1 | (1 << 17),
  });
  expect(nodeAt(line, 'cac:Item')).toMatchObject({ order: 17, bit: 1 << 17, once: 'schema' });
  expect(nodeAt(line, 'cbc:WarrantyInformation').once).toBe('specification');
  expect(nodeAt(line, 'cac:Item/cbc:Keyword').once).toBe('never');
});

it.each(SPECIFICATIONS)('children have places of their own, one behind the other (%s)', (one) => {
  for (const { children } of everyNode(nodesOf(one))) {
    const nodes = [...children.values()];
    expect(nodes.map(({ order }) => order)).toEqual(nodes.map((_, at) => at));
    expect(new Set(nodes.map(({ bit }) => bit)).size).toBe(nodes.length);
    expect(nodes.every(({ bit }) => bit !== 0)).toBe(true);
  }
});

describe('attributes that rules ask for', () => {
  it.each([
    [
      'peppol',
      'cac:ProviderParty/cbc:EndpointID',
      [{ name: 'schemeID', mandatory: 'peppol/t19-b01701', codes: peppolCodes('eas'), rule: 'peppol/t19-b01702' }],
    ],
    [
      'ehf',
      'cac:ProviderParty/cbc:EndpointID',
      [{ name: 'schemeID', mandatory: 'peppol/ehf-t19-b01702', fixed: '0192', rule: 'peppol/ehf-t19-b01701' }],
    ],
    [
      'peppol',
      'cac:ProviderParty/cac:PartyIdentification/cbc:ID',
      [{ name: 'schemeID', codes: peppolCodes('ICD'), rule: 'peppol/t19-b02001' }],
    ],
    ['peppol', 'cac:ProviderParty', []],
  ] as const)('%s: of %s', (one, path, expected) => {
    const { attributes, mandatoryAttributes } = nodeAt(nodesOf(one), path);
    expect([...attributes.values()]).toStrictEqual([...expected]);
    expect(mandatoryAttributes).toStrictEqual(expected.filter((attribute) => 'mandatory' in attribute));
  });

  it('one that is only counted is known, and asked for by none', () => {
    const code = nodeAt(nodesOf('peppol'), 'cac:CatalogueLine/cac:Item/cac:CommodityClassification');
    const { attributes } = nodeAt(code, 'cbc:ItemClassificationCode');
    expect([...attributes.keys()]).toEqual(['listID', 'listVersionID', 'name']);
    expect(attributes.get('listVersionID')).toStrictEqual({ name: 'listVersionID' });
  });
});

it('an element without a rule on its value names none', () => {
  const line = nodeAt(nodesOf('ehf'), 'cac:CatalogueLine');
  expect([line.valueRule, line.codes, line.fixed]).toEqual(['', undefined, undefined]);
  const condition = nodeAt(line, 'cac:Item/cac:TransactionConditions/cbc:ActionCode');
  expect([condition.valueRule, condition.codes, condition.fixed]).toEqual(['peppol/ehf-t19-b21101', undefined, 'CT']);
});
