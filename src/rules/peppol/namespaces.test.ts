import { describe, expect, it } from 'vitest';
import type { DocumentElement } from '../../engine/document.ts';
import { isDeclaration, localName, NO_SCOPE, namespaceOf, rootNamespace, scopeIn, usualName } from './namespaces.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const CAC = `${UBL}:CommonAggregateComponents-2`;
const CBC = `${UBL}:CommonBasicComponents-2`;

const element = (attributes: Readonly<Record<string, string>>): DocumentElement => {
  return { written: 'a', attributes, text: '', children: [], row: 1, aside: 'none' };
};

it('the namespace of a root element has its name', () => {
  expect(rootNamespace('Catalogue')).toBe('urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2');
});

it.each([
  ['xmlns', true],
  ['xmlns:cac', true],
  ['xmlns:', true],
  ['xmlnsx', false],
  ['xmlnsx:a', false],
  ['xmlns-a', false],
  ['xmln', false],
  ['xmlnx:a', false],
  ['a:xmlns', false],
  ['cxmlns', false],
  ['lang', false],
  ['abcde', false],
  ['abcde:f', false],
  ['', false],
])('%j declares a prefix: %j', (name, expected) => expect(isDeclaration(name)).toBe(expected));

describe('the scope in an element', () => {
  const scope = scopeIn(NO_SCOPE, element({ xmlns: 'urn:d', 'xmlns:a': 'urn:a' }));

  it('has what it declares', () => {
    expect([...scope]).toEqual([
      ['', 'urn:d'],
      ['a', 'urn:a'],
    ]);
  });

  it.each([
    ['no attributes', {}],
    ['others', { id: '1', xmlnsx: 'urn:x', 'xml:lang': 'nb' }],
  ])('is the very same with %s', (_, attributes) => expect(scopeIn(scope, element(attributes))).toBe(scope));

  it('has more, and other, inside, and the one outside stays as it was', () => {
    const inside = scopeIn(scope, element({ id: '1', 'xmlns:a': 'urn:other', 'xmlns:b': 'urn:b', xmlns: '' }));
    expect([...inside]).toEqual([
      ['', ''],
      ['a', 'urn:other'],
      ['b', 'urn:b'],
    ]);
    expect(scope.get('a')).toBe('urn:a');
    expect(scope.has('b')).toBe(false);
  });

  it('is empty around the root', () => expect(NO_SCOPE.size).toBe(0));
});

describe('names', () => {
  const scope = scopeIn(NO_SCOPE, element({ xmlns: CBC, 'xmlns:cac': CAC, 'xmlns:k': CAC, 'xmlns:cbc': 'urn:x' }));

  it.each([
    ['Name', 'Name', CBC, 'cbc:Name'],
    ['cac:Item', 'Item', CAC, 'cac:Item'],
    ['k:Item', 'Item', CAC, 'cac:Item'],
    ['cbc:Name', 'Name', 'urn:x', '?cbc:Name'],
    ['y:Name', 'Name', '', '?y:Name'],
    [':Name', 'Name', CBC, 'cbc:Name'],
    ['k:a:b', 'a:b', CAC, 'cac:a:b'],
    ['', '', CBC, 'cbc:'],
  ])('%j', (written, local, namespace, usual) => {
    expect([localName(written), namespaceOf(written, scope), usualName(written, scope)]).toEqual([
      local,
      namespace,
      usual,
    ]);
  });

  it('without a default namespace, names without prefix are of none', () => {
    expect(namespaceOf('Name', NO_SCOPE)).toBe('');
    expect(usualName('Name', NO_SCOPE)).toBe('?Name');
  });
});
