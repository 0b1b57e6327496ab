import { describe, expect, it } from 'vitest';
import { aRun, textOf } from '../../test/builders/run.ts';
import { parseRecord } from '../readers/ubl-document.ts';
import { documentCheck, documentProblems } from '../rules/peppol/document-check.ts';
import { reporterNamed } from './index.ts';
import type { Result } from './result.ts';

const DOCUMENT: NonNullable<Result['document']> = {
  form: 'peppol',
  profile: 'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3',
  id: 'K-2026-11',
  version: '7',
  supplier: { name: 'Prøve & Sønn AS', organisationNumber: '974760673' },
  buyer: { name: 'Eksempel kommune', organisationNumber: '923609016' },
};

type Parts = NonNullable<Parameters<typeof aRun>[0]>['result'];

const response = async (result: Parts = {}, language: 'nb' | 'en' = 'nb'): Promise<string> =>
  textOf(
    (await reporterNamed('catalogue-response')).render(aRun({ result: { document: DOCUMENT, ...result } }), {
      language,
      colour: false,
      width: 80,
    }),
  );
const parsed = (xml: string) => parseRecord(xml.replace(/^<\?xml.*\?>\n/, ''));
const texts = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<cbc:${name}[^>]*>([^<]*)<`, 'g'))].map(([, text = '']) => text);

describe.each(['approved', 'partly', 'refused'] as const)('an answer to a catalogue that is %s', (outcome) => {
  it('keeps every rule on its form', async () => {
    const xml = await response({ outcome });
    expect(
      documentProblems(
        parsed(xml),
        documentCheck('response', () => true),
      ),
    ).toEqual([]);
  });
});

it('has its elements in order', async () => {
  const { children } = parsed(await response());
  const names = children.map(({ name }) => name).filter((name, at, all) => name !== all[at - 1]);
  expect(names).toEqual([
    'CustomizationID',
    'ProfileID',
    'ID',
    'IssueDate',
    'Note',
    'SenderParty',
    'ReceiverParty',
    'DocumentResponse',
  ]);
});

it('is from the buyer to the supplier, about the document and its version', async () => {
  const xml = await response();
  expect(xml.match(/<cbc:EndpointID schemeID="0192">(\d+)</g)?.map((tag) => tag.slice(-10, -1))).toEqual([
    '923609016',
    '974760673',
  ]);
  expect(texts(xml, 'ID')).toEqual(expect.arrayContaining(['K-2026-11']));
  expect(texts(xml, 'VersionID')).toEqual(['7']);
  expect(xml).toContain('Prøve &amp; Sønn AS');
});

it.each([
  ['approved', false, 'AP'],
  ['partly', true, 'AP'],
  ['partly', false, 'RE'],
  ['refused', true, 'RE'],
] as const)('%s, where partly is a pass: %s, is %s', async (outcome, allowPartly, code) => {
  const ruleSet = { name: 'katalogvakt:recommended', files: [], allowPartly };
  expect(texts(await response({ outcome, ruleSet }), 'ResponseCode')).toEqual([code]);
});

it('a rejection says why, in the language asked for, each reason with its first items', async () => {
  const notes = texts(await response({ outcome: 'refused' }), 'Note');
  expect(notes.some((note) => note.includes('price/above-agreed') && note.includes('K-1001'))).toBe(true);
  expect(notes.some((note) => note.includes('name/duplicate'))).toBe(false);
  const english = texts(await response({ outcome: 'refused' }, 'en'), 'Note');
  expect(english.some((note) => note.startsWith('The price is above the agreed one'))).toBe(true);
});

it('in EHF it has the identifiers of EHF', async () => {
  const xml = await response({ document: { ...DOCUMENT, form: 'ehf', profile: '' } });
  expect(texts(xml, 'ProfileID')).toEqual(['urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:01:1.0']);
  expect(texts(xml, 'CustomizationID')[0]).toMatch(/catalogue_response:3:extended:urn:fdc:anskaffelser\.no/);
});

it.each<[string, Result['document'] | undefined, RegExp]>([
  ['to a file that is no document', undefined, /Only catalogues sent as Peppol/],
  [
    'in the profile without a response',
    { ...DOCUMENT, profile: 'urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3' },
    /without a response/,
  ],
  ['to a party without an address', { ...DOCUMENT, buyer: { name: 'Eksempel kommune' } }, /buyer: endpoint/],
])('there is no answer %s', async (_, document, message) => {
  await expect(response({ document: document as NonNullable<Result['document']> })).rejects.toThrow(message);
});
