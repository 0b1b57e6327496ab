/** Labels from file to finding: the register of licences, what the buyer counts, and the overview. */
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace } from '../builders/workspace.ts';

const folder = temporaryFolder();

const CATALOGUE = [
  'Varenr;Varenavn;Enhet;Pris;UNSPSC;Produsent;Miljømerke;Lisensnummer',
  '100;Kopipapir A4;stk;49,90;14111507;Fjellark Papir AS;Svanemerket;3044 9901',
  '200;Konvolutt C5;stk;12,50;44121506;Fjellark Papir AS;Svanemerket;3044 9902',
  '300;Kulepenn blå;stk;8,00;44121704;Skrivlett AB;FSC;FSC-C123456',
  '',
].join('\r\n');
const REGISTER = [
  'Miljømerke;Lisensnummer;Lisensinnehaver;Produkt;Gyldig til;Land',
  'Svanemerket;30449901;Fjellark Papir A/S;;31.12.2025;NO',
  '',
].join('\r\n');

const labelFindings = (run: { readonly findings: readonly { rule: string; place: { row?: number } }[] }) =>
  run.findings.filter(({ rule }) => rule.startsWith('label/')).map(({ rule, place }) => `${place.row} ${rule}`);

describe('a register of licences', () => {
  it('is held against the lines, and stands among the inputs', async () => {
    const workspace = aWorkspace(folder, { agreement: 'labelRegister: register.csv' });
    workspace.write('catalogs/avtale/register.csv', REGISTER);
    const run = await workspace.check('ny.csv', CATALOGUE);
    expect(labelFindings(run)).toEqual(['2 label/licence-ended', '3 label/not-in-register']);
    expect(run.result.references?.map(({ file }) => file)).toContain('catalogs/avtale/register.csv');
  });

  it('may be named on the command line; without one, the rules say that they were not asked', async () => {
    const workspace = aWorkspace(folder);
    workspace.write('register.csv', REGISTER);
    const given = await workspace.check('ny.csv', CATALOGUE, '--label-register', 'register.csv');
    expect(labelFindings(given)).toEqual(['2 label/licence-ended', '3 label/not-in-register']);
    const without = await workspace.check('ny.csv', CATALOGUE);
    expect(labelFindings(without)).toEqual([]);
    expect(without.result.notChecked).toContainEqual({ rule: 'label/not-in-register', reason: 'noLabelRegister' });
  });
});

describe('the overview', () => {
  it('counts what the agreement counts, against the previous version', async () => {
    const previous = { content: CATALOGUE.replace('FSC;FSC-C123456', ';') };
    const run = await aWorkspace(folder, { previous, agreement: 'recognisedLabels: [FSC]' }).check('ny.csv', CATALOGUE);
    expect(run.result.labelCoverage).toMatchObject({
      recognisedLabels: ['fsc'],
      lines: 3,
      recognised: 1,
      otherLabels: 2,
      previous: { lines: 3, recognised: 0, otherLabels: 2, withoutLabel: 1 },
    });
    expect(run.result.labelCoverage?.classes.map(({ unspsc, lines }) => [unspsc, lines])).toEqual([
      ['1411', 1],
      ['4412', 2],
    ]);
    expect(labelFindings(run)).toContain('2 label/not-recognised');
    expect(run.out).toContain('Miljømerket: 1 av 3');
    expect(run.file('report.html').toString()).toContain('Miljømerker');
  });

  it('tells the share of what is spent where volumes are known, against the previous version', async () => {
    const previous = { content: CATALOGUE.replace('49,90', '40,00') };
    const workspace = aWorkspace(folder, { previous });
    workspace.write('catalogs/avtale/volumes.csv', 'Varenr;Antall\r\n100;10\r\n300;100\r\n');
    const run = await workspace.check('ny.csv', CATALOGUE);
    expect(run.result.labelCoverage).toMatchObject({
      currency: 'NOK',
      spend: { sum: '1299', recognised: '499' },
      previous: { spend: { sum: '1200', recognised: '400' } },
    });
    expect(run.result.labelCoverage?.classes.map(({ spend }) => spend)).toEqual([
      { sum: '499', recognised: '499' },
      { sum: '800', recognised: '0' },
    ]);
    expect(run.out.replace(/\s/g, ' ')).toContain('Andel av kjøp: 499,00 av 1 299,00 kr, 38,4 %');
    expect(run.file('report.html').toString()).toContain('Andel av kjøp');
  });

  it('is left out where no label was ever named', async () => {
    const run = await aWorkspace(folder).check(
      'ny.csv',
      'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n',
    );
    expect(run.result.labelCoverage).toBeUndefined();
  });
});
