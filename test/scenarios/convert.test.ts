/** `convert` as people use it: by ending, by format, by profile, whole and as changes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreementYaml } from '../builders/agreement-file.ts';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();

const AGREEMENT = agreementYaml({
  supplier: '{ name: Prøve AS, organisationNumber: "974760673" }',
  buyer: '{ name: Eksempel kommune, organisationNumber: "923609016" }',
});
const CSV =
  'Varenr;Varenavn;Enhet;Nettopris;Miljømerke;Lagerhylle\r\n100;Kopipapir A4;pk;49,90;Svanemerket;A7\r\n200;Penn;stk;8,00;;\r\n';
folder.write('catalogs/avtale/agreement.yaml', AGREEMENT);
folder.write('catalogs/avtale/inbox/katalog.csv', CSV);
folder.write('catalogs/avtale/inbox/gammel.csv', CSV.replace('49,90', '47,50').replace('200;Penn', '300;Saks'));

const FILE = 'catalogs/avtale/inbox/katalog.csv';
const DAY = ['--as-of', '2026-11-15'];
const convert = (...words: readonly string[]) => katalogvakt(['convert', ...words, ...DAY], { in: folder.path });
const written = (name: string): string => readFileSync(path.join(folder.path, name), 'utf8');

describe('a catalogue as a Peppol document', () => {
  it('has its parties and period from the agreement, and labels by their GS1 code', async () => {
    const run = await convert(FILE, 'peppol.xml', '--to', 'peppol', '--header', 'id=K-1', '--header', 'version=3');
    expect(run.err).toBe('');
    expect(run.code).toBe(0);
    const xml = written('peppol.xml');
    for (const part of [
      '<cbc:ID>K-1</cbc:ID>',
      '<cbc:ActionCode>Replace</cbc:ActionCode>',
      '<cbc:IssueDate>2026-11-15</cbc:IssueDate>',
      '<cbc:EndpointID schemeID="0192">923609016</cbc:EndpointID>',
      '<cbc:CertificateTypeCode>SVANEN</cbc:CertificateTypeCode>',
      '<cbc:OrderableUnit>XPK</cbc:OrderableUnit>',
      '<cbc:PriceAmount currencyID="NOK">49.9</cbc:PriceAmount>',
    ])
      expect(xml).toContain(part);
    expect(run.out).toBe(
      '2 lines written to peppol.xml\nThe format has no room for:\n  Lagerhylle: 1 line, the first is 100\n',
    );
  });

  it('passes the rules on its form when it is checked', async () => {
    await convert(FILE, 'catalogs/avtale/inbox/ehf.xml', '--to', 'ehf', '--header', 'id=K-1');
    const run = await katalogvakt(['check', 'catalogs/avtale/inbox/ehf.xml', '--out', 'ut', ...DAY], {
      in: folder.path,
    });
    expect(run.out).not.toContain('peppol/');
  });

  it('without an identifier is not made', async () => {
    const run = await convert(FILE, 'uten.xml', '--to', 'peppol', '--lang', 'nb');
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('--header id=…')]);
    expect(() => written('uten.xml')).toThrow();
  });

  it.each([
    ['peppol', 'id'],
    ['ehf', 'id'],
    ['bmecat', 'version'],
  ])('of format %s is told that its header lacks something before its lines are read', async (format, key) => {
    folder.write('rules/profiles/kort.yaml', `version: 1\nformat: ${format}\nlimits: { name: 5 }\n`);
    const run = await convert(FILE, 'uten.xml', '--profile', 'kort');
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(`--header ${key}=…`)]);
  });
});

describe('changes since the catalogue that the receiver has', () => {
  const changes = (name: string, ...words: readonly string[]) =>
    convert(FILE, name, '--previous', 'catalogs/avtale/inbox/gammel.csv', ...words);

  it('as Peppol update, add and delete lines', async () => {
    const run = await changes('endring.xml', '--to', 'peppol', '--header', 'id=K-2', '--header', 'sourceId=K-1');
    expect(run.err).toBe('');
    const xml = written('endring.xml');
    expect([...xml.matchAll(/<cbc:ActionCode>(\w+)</g)].map(([, code]) => code)).toEqual([
      'Update',
      'Update',
      'Add',
      'Delete',
    ]);
    expect(xml).toContain('<cac:SourceCatalogueReference>');
    expect(run.out).toContain('Changes: 1 new, 1 changed, 1 deleted');
  });

  it.each([
    ['endring.csv', []],
    ['endring.cif', []],
    ['endring.jsonl', []],
    ['endring-2.xml', ['--to', 'ehf', '--header', 'id=K-2']],
    ['endring-3.xml', ['--to', 'bmecat', '--header', 'id=K-2', '--header', 'version=2', '--header', 'updates=0']],
  ] as const)('as %s make the new catalogue of the old one', async (name, words) => {
    expect((await changes(name, ...words)).err).toBe('');
    const run = await katalogvakt(['diff', 'catalogs/avtale/inbox/gammel.csv', name], { in: folder.path });
    const whole = await katalogvakt(['diff', 'catalogs/avtale/inbox/gammel.csv', FILE], { in: folder.path });
    const counts = (text: string) => text.match(/\d+ (?:new|removed|changed|added|unchanged)[^\n]*/g)?.[0];
    expect(counts(run.out)).toBe(counts(whole.out));
  });
});

describe('a profile', () => {
  it('says format, columns and words, and what is uncertain about it', async () => {
    const run = await convert(FILE, 'basware.csv', '--profile', 'basware');
    expect(written('basware.csv').split('\r\n')[0]).toMatch(/^Item ID,Item name,/);
    expect(run.out).toContain('Not confirmed in the profile:\n');
  });

  it('of the workspace counts', async () => {
    folder.write('rules/profiles/min.yaml', 'version: 1\nformat: csv\nlimits: { name: 8 }\n');
    const run = await convert(FILE, 'min.csv', '--profile', 'min');
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('100 (name has 12 characters')]);
    expect(() => written('min.csv')).toThrow();
  });

  it.each([
    ['and a format at once', ['--profile', 'basware', '--to', 'csv']],
    ['that is none', ['--profile', 'ukjent']],
  ])('%s is an error', async (_, words) => {
    expect((await convert(FILE, 'feil.csv', ...words)).code).toBe(2);
  });
});

it('a key that no header has is told with those there are', async () => {
  const run = await convert(FILE, 'feil.xml', '--to', 'peppol', '--header', 'ident=1');
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('buyer.endpoint')]);
});

it('an ending that says no format asks for one', async () => {
  const run = await convert(FILE, 'feil.xml');
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('--to (csv, xlsx, jsonl, peppol')]);
});

it('a file of changes is not taken for a catalogue', async () => {
  folder.write('endringer.csv', 'Handling;Varenr;Varenavn;Pris\r\nEndret;100;Penn;9,00\r\n');
  const run = await convert('endringer.csv', 'feil.jsonl');
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('contains only changes')]);
});

it('a file of changes to what the receiver has is written as changes in another format', async () => {
  folder.write('har.csv', 'Varenr;Varenavn;Enhet;Pris\r\n100;Penn;stk;8,00\r\n200;Saks;stk;30,00\r\n');
  folder.write('endringer.csv', 'Handling;Varenr;Pris\r\nEndret;100;9,00\r\nSlettet;200;\r\n');
  const run = await convert('endringer.csv', 'endringer.jsonl', '--previous', 'har.csv');
  expect(run).toMatchObject({ code: 0, err: '' });
  const lines = written('endringer.jsonl').split('\n').filter(Boolean);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { action: 'update', itemNumber: '100', name: 'Penn', price: '9' },
    { action: 'delete', itemNumber: '200' },
  ]);
});
