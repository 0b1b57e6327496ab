import { describe, expect, it } from 'vitest';
import { type ModelElement, modelOf, type Specification, structureRules } from './model.ts';

function elementAt(specification: Specification, path: string): ModelElement {
  return path.split('/').reduce((parent, name) => {
    const found = parent.children.find((child) => child.name === name);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  }, modelOf(specification));
}

/** Without what stands in it. */
function facts(specification: Specification, path: string): object {
  const { children, ...others } = elementAt(specification, path);
  return { ...others, children: children.length };
}

const ONCE = { min: 1, most: 1, schemaMin: 1, schemaMost: 1 };
const MAY = { min: 0, most: 1, schemaMin: 0, schemaMost: 1 };
const ANY = Number.POSITIVE_INFINITY;

describe('elements', () => {
  it.each([
    ['peppol', 'cbc:CustomizationID', { ...ONCE, type: 'id', attributes: [], children: 0, number: 2, open: false }],
    [
      'ehf',
      'cbc:ProfileID',
      {
        ...ONCE,
        type: 'id',
        fixed: 'urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:01:1.0',
        attributes: [],
        children: 0,
        number: 3,
        open: false,
      },
    ],
    [
      'peppol',
      'cbc:ActionCode',
      { ...MAY, type: 'code', list: 'ActionCode_header', attributes: [], children: 0, number: 5, open: false },
    ],
    ['peppol', 'cac:ValidityPeriod', { ...ONCE, schemaMost: ANY, attributes: [], children: 2, number: 9, open: false }],
    [
      'peppol',
      'cac:ProviderParty/cbc:EndpointID',
      {
        ...ONCE,
        type: 'id',
        attributes: [{ name: 'schemeID', mandatory: true, list: 'eas' }],
        children: 0,
        number: 17,
        open: false,
      },
    ],
    [
      'ehf',
      'cac:ProviderParty/cbc:EndpointID',
      {
        ...ONCE,
        type: 'id',
        attributes: [{ name: 'schemeID', mandatory: true, fixed: '0192' }],
        children: 0,
        number: 17,
        open: false,
      },
    ],
    [
      'peppol',
      'cac:ProviderParty/cac:PartyIdentification',
      { ...MAY, schemaMost: ANY, attributes: [], children: 1, number: 19, open: true },
    ],
    [
      'peppol',
      'cac:ProviderParty/cac:PartyIdentification/cbc:ID',
      {
        ...ONCE,
        type: 'id',
        attributes: [{ name: 'schemeID', mandatory: false, list: 'ICD' }],
        children: 0,
        number: 20,
        open: false,
      },
    ],
    [
      'peppol',
      'cac:ProviderParty/cac:PostalAddress/cac:AddressLine/cbc:Line',
      { ...MAY, schemaMin: 1, type: 'text', attributes: [], children: 0, open: false, number: 29 },
    ],
    [
      'peppol',
      'cac:TradingTerms/cbc:Information',
      {
        min: 0,
        most: ANY,
        schemaMin: 0,
        schemaMost: ANY,
        type: 'text',
        attributes: [],
        children: 0,
        open: false,
        number: 111,
      },
    ],
    [
      'peppol',
      'cac:CatalogueLine',
      { min: 1, most: ANY, schemaMin: 1, schemaMost: ANY, attributes: [], children: 18, number: 112, open: false },
    ],
  ] as const)('%s: %s', (one, path, expected) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    expect(facts(one, path)).toStrictEqual({ ...expected, name, path, attributes: [...expected.attributes] });
  });

  it('each specification has its own', () => {
    const properties = (one: Specification): readonly string[] =>
      elementAt(one, 'cac:CatalogueLine/cac:Item/cac:AdditionalItemProperty').children.map(({ name }) => name);
    expect(properties('peppol')).toContain('cbc:ID');
    expect(properties('ehf')).not.toContain('cbc:ID');
    expect(properties('ehf')).toContain('cbc:ListValue');
    expect(properties('peppol')).not.toContain('cbc:ListValue');
    expect(
      elementAt('ehf', 'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cac:ValidityPeriod'),
    ).toMatchObject({ most: ANY, children: [{ name: 'cbc:StartDate' }, { name: 'cbc:EndDate' }] });
  });

  it('the root has its name for its path', () => {
    expect(modelOf('peppol')).toMatchObject({ name: 'Catalogue', path: 'Catalogue', number: 1 });
    expect(modelOf('response')).toMatchObject({ name: 'ApplicationResponse', path: 'ApplicationResponse', number: 1 });
  });
});

describe('the rules of an element, in the order of their numbers', () => {
  const of = (one: Specification, path: string): readonly object[] =>
    structureRules(one).filter((rule) => rule.path === path);

  it.each([
    [
      'peppol',
      'cac:ProviderParty/cbc:EndpointID',
      [
        { published: 'PEPPOL-T19-B01701', kind: 'attribute', of: 'schemeID' },
        { published: 'PEPPOL-T19-B01702', kind: 'attributeList', of: 'schemeID', list: 'eas' },
      ],
    ],
    [
      'ehf',
      'cac:ProviderParty/cbc:EndpointID',
      [
        { published: 'EHF-T19-B01701', kind: 'attributeFixed', of: 'schemeID', fixed: '0192' },
        { published: 'EHF-T19-B01702', kind: 'attribute', of: 'schemeID' },
        { published: 'EHF-T19-B01703', kind: 'closed' },
      ],
    ],
    ['peppol', 'cbc:ID', []],
    ['ehf', 'cbc:ID', [{ published: 'EHF-T19-B00401', kind: 'closed' }]],
    [
      'peppol',
      'cac:ProviderParty/cac:PartyIdentification',
      [{ published: 'PEPPOL-T19-B01901', kind: 'child', of: 'cbc:ID' }],
    ],
    [
      'ehf',
      'cac:ProviderParty/cac:PartyIdentification',
      [
        { published: 'EHF-T19-B01901', kind: 'child', of: 'cbc:ID' },
        { published: 'EHF-T19-B01902', kind: 'closed' },
      ],
    ],
    [
      'response',
      'cbc:ProfileID',
      [{ published: 'PEPPOL-T58-B00301', kind: 'fixed', fixed: 'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3' }],
    ],
    [
      'peppol',
      'cac:CatalogueLine',
      [
        { published: 'PEPPOL-T19-B11201', kind: 'child', of: 'cbc:ID' },
        { published: 'PEPPOL-T19-B11202', kind: 'child', of: 'cac:Item' },
        { published: 'PEPPOL-T19-B11203', kind: 'closed' },
      ],
    ],
  ] as const)('%s: %s', (one, path, expected) => {
    expect(of(one, path)).toStrictEqual(expected.map((rule) => ({ ...rule, path })));
  });
});
