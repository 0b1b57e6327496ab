/** Whole runs on UBL catalogues. */
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

  it.each(['utf8', 'latin1', 'utf16le'] as const)('a withheld line is cut out, the rest is as sent (%s)', async (encoding) => {
    const declared = { utf8: 'UTF-8', latin1: 'ISO-8859-1', utf16le: 'UTF-16' }[encoding];
    const bytes = (lines: string[]) => xmlBytes(aUbl({ encoding: declared, lines }), encoding, encoding === 'utf16le');
    const run = await aWorkspace(folder).check('a.xml', bytes([PAPER, DEAR, PEN]));
    expect([run.code, run.result.outcome]).toEqual([1, 'partly']);
    expect(run.approved?.equals(bytes([PAPER, PEN]))).toBe(true);
    const [finding] = run.findings.filter(({ rule }) => rule === 'price/above-agreed');
    expect(finding?.place).toMatchObject({ row: 5, element: 'cac:Price/cbc:PriceAmount' });
  });

  it('a price is put right where it stands', async () => {
    const run = await aWorkspace(folder, { rules: CORRECTS }).check('a.xml', aUbl({ lines: [PAPER, DEAR, PEN] }));
    expect(run.approved?.toString()).toBe(aUbl({ lines: [PAPER, DEAR.replace('13.75', '12.5'), PEN] }));
  });

  it('a document of an older generation passes with a warning', async () => {
    const run = await aWorkspace(folder).check('a.xml', aUbl({ customization: EHF_1, lines: [PAPER, ENVELOPE, PEN] }));
    expect(run.code).toBe(0);
    expect(run.findings).toMatchObject([{ rule: 'file/older-generation', severity: 'warning', actual: 'EHF Katalog 1.0' }]);
  });

  it('a wrong declaration of the encoding passes with a warning', async () => {
    const run = await aWorkspace(folder).check('a.xml', xmlBytes(aUbl({ lines: [PAPER, ENVELOPE, PEN] }), 'latin1'));
    expect(run.code).toBe(0);
    expect(run.findings).toMatchObject([{ rule: 'file/encoding-declaration', actual: 'UTF-8', expected: 'WINDOWS-1252' }]);
  });

  it('new prices alone are refused, and it is said what came', async () => {
    const run = await aWorkspace(folder).check('a.xml', aUbl({ root: 'CataloguePricingUpdate', lines: [] }));
    expect([run.code, run.result.outcome]).toEqual([1, 'refused']);
    expect(run.findings).toMatchObject([{ rule: 'file/not-a-catalogue', actual: 'UBL CataloguePricingUpdate' }]);
  });

  it('converts to CSV', async () => {
    const file = folder.write('til-csv/a.xml', aUbl({ lines: [PAPER, PEN] }));
    const target = `${folder.path}/til-csv/a.csv`;
    const run = await katalogvakt('convert', file, target);
    expect(run.code).toBe(0);
  });
});
