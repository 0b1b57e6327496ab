/** Whole runs on UBL catalogues. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aUbl, aUblLine, EHF_1, xmlBytes } from '../builders/ubl.ts';
import { aWorkspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const PAPER = aUblLine('100', { name: 'Kopipapir A4', price: '49.90' });
const ENVELOPE = aUblLine('200', { name: 'Konvolutt C5', price: '12.50' });
const DEAR = aUblLine('200', { name: 'Konvolutt C5', price: '13.75' });
const PEN = aUblLine('300', { name: 'Kulepenn blå', price: '8.00' });
const CORRECTS = 'rules: { price/above-agreed: { severity: error, disposition: correct } }';

describe('a UBL catalogue', () => {
  it('every line as sent: approved, and the very bytes go on', async () => {
    const text = aUbl({ lines: [PAPER, ENVELOPE, PEN] });
    const run = await aWorkspace(folder).check('a.xml', text);
    expect([run.code, run.result.outcome, run.approved?.toString()]).toEqual([0, 'approved', text]);
  });

  it.each(['utf8', 'latin1', 'utf16le'] as const)(
    'a withheld line is cut out, the rest is as sent (%s)',
    async (encoding) => {
      const declared = { utf8: 'UTF-8', latin1: 'ISO-8859-1', utf16le: 'UTF-16' }[encoding];
      const bytes = (lines: string[]) =>
        xmlBytes(aUbl({ encoding: declared, lines }), encoding, encoding === 'utf16le');
      const run = await aWorkspace(folder).check('a.xml', bytes([PAPER, DEAR, PEN]));
      expect([run.code, run.result.outcome]).toEqual([1, 'partly']);
      expect(run.approved?.equals(bytes([PAPER, PEN]))).toBe(true);
      const [finding] = run.findings.filter(({ rule }) => rule === 'price/above-agreed');
      expect(finding?.place).toMatchObject({ row: 5, element: 'cac:Price/cbc:PriceAmount' });
    },
  );

  it('a price is put right where it stands', async () => {
    const run = await aWorkspace(folder, { rules: CORRECTS }).check('a.xml', aUbl({ lines: [PAPER, DEAR, PEN] }));
    expect(run.approved?.toString()).toBe(aUbl({ lines: [PAPER, DEAR.replace('13.75', '12.5'), PEN] }));
  });

  it('a document of an older generation passes with a warning', async () => {
    const run = await aWorkspace(folder).check('a.xml', aUbl({ customization: EHF_1, lines: [PAPER, ENVELOPE, PEN] }));
    expect(run.code).toBe(0);
    expect(run.findings.filter(({ severity }) => severity !== 'info')).toMatchObject([
      { rule: 'file/older-generation', severity: 'warning', actual: 'EHF Katalog 1.0' },
    ]);
  });

  it('a wrong declaration of the encoding passes with a warning', async () => {
    const run = await aWorkspace(folder).check('a.xml', xmlBytes(aUbl({ lines: [PAPER, ENVELOPE, PEN] }), 'latin1'));
    expect(run.code).toBe(0);
    expect(run.findings.filter(({ severity }) => severity !== 'info')).toMatchObject([
      { rule: 'file/encoding-declaration', actual: 'UTF-8', expected: 'WINDOWS-1252' },
    ]);
  });

  it('new prices alone are refused, and it is said what came', async () => {
    const run = await aWorkspace(folder).check('a.xml', aUbl({ root: 'CataloguePricingUpdate', lines: [] }));
    expect([run.code, run.result.outcome]).toEqual([1, 'refused']);
    expect(run.findings).toMatchObject([{ rule: 'file/not-a-catalogue', actual: 'UBL CataloguePricingUpdate' }]);
  });

  it('a line of the version before stands in for one that is withheld, and one comes back behind the last', async () => {
    const rules =
      'rules:\n  price/above-agreed: { severity: error, disposition: keepPrevious }\n  assortment/agreed-item-missing: { severity: error, disposition: keepPrevious }';
    const previous = { name: 'forrige.xml', content: aUbl({ lines: [PAPER, ENVELOPE, PEN] }) };
    const space = aWorkspace(folder, { rules, previous });
    const run = await space.check('a.xml', aUbl({ lines: [PAPER, DEAR] }));
    expect(run.result.lines).toMatchObject({ read: 2, asSent: 1, keptPrevious: 1, keptMissing: 1 });
    const approved = run.approved?.toString() ?? '';
    expect(approved.match(/<cac:CatalogueLine>/g)).toHaveLength(3);
    const again = await space.check('b.xml', approved);
    expect([again.code, again.result.outcome]).toEqual([0, 'approved']);
    expect(again.result.diff).toMatchObject({ changed: 0, unchanged: 3, added: 0, removed: 0 });
  });

  it('converts to CSV, headed by the names of the fields', async () => {
    folder.write('til-csv/a.xml', aUbl({ lines: [PAPER, PEN] }));
    const at = `${folder.path}/til-csv`;
    const run = await katalogvakt(['convert', 'a.xml', 'a.csv', '--lang', 'nb'], { in: at });
    expect([run.code, run.err]).toEqual([0, '']);
    const [headings, paper, ...others] = readFileSync(`${at}/a.csv`, 'utf8').trimEnd().split('\r\n');
    expect(headings).toMatch(/^\ufeffVarenummer;Varenavn;Beskrivelse;GTIN;/);
    expect(paper).toMatch(/^100;Kopipapir A4;.*;49,9;NOK;/);
    expect(others).toHaveLength(1);
  });
});
