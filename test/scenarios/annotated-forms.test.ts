/** Workbooks of every making come back marked, and are read as they were. */
import excel from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/catalogue/finding.ts';
import { builtLines } from '../builders/built-lines.ts';
import { richParts } from '../builders/rich-workbook.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { workbook } from '../builders/workbook.ts';
import { aWorkspace, type CheckRun } from '../builders/workspace.ts';
import { xlsxCatalogue } from '../builders/xlsx-catalogue.ts';

const folder = temporaryFolder();

function annotated(bytes: Uint8Array): Promise<CheckRun> {
  return aWorkspace(folder).check('katalog.xlsx', bytes, '--report', 'annotated', '--allow-partly');
}

/** Names of the parts that are not what they were. */
function changed(sent: Uint8Array, marked: Uint8Array): readonly string[] {
  const [before, after] = [unzipSync(sent), unzipSync(marked)];
  return Object.keys(before)
    .filter((name) => !Buffer.from(before[name] ?? []).equals(Buffer.from(after[name] ?? [])))
    .sort();
}

async function expectSameAgain(first: CheckRun): Promise<void> {
  const again = await annotated(first.file('annotated.xlsx'));
  const said = ({ findings }: CheckRun): readonly Finding[] => findings;
  expect(said(again)).toEqual(said(first));
  expect(again.result.catalogue.columns).toEqual(first.result.catalogue.columns);
  expect(again.approved).toEqual(first.approved);
}

describe('a workbook written by exceljs', () => {
  async function made(note = 'avtalt i møte'): Promise<Uint8Array> {
    const book = new excel.Workbook();
    book.created = new Date(0);
    const sheet = book.addWorksheet('Varer', { views: [{ state: 'frozen', ySplit: 2 }] });
    sheet.mergeCells('A1:E1');
    sheet.getCell('A1').value = { richText: [{ text: 'Pris', font: { bold: true } }, { text: 'liste' }] };
    sheet.addRow(['Varenr', 'Varenavn', 'Enhet', 'Pris', 'Sum']);
    sheet.addRow(['100', 'Kopipapir A4', 'stk', 59.9, { formula: 'D3*2', result: 119.8 }]);
    sheet.addRow(['200', 'Konvolutt C5', 'stk', 12.5, null]);
    sheet.addRow(['300', 'Kulepenn blå', 'stk', 9.5, null]);
    sheet.getColumn(4).numFmt = '#,##0.00 "kr"';
    if (note !== '') sheet.getCell('D4').note = note;
    sheet.getCell('C3').dataValidation = { type: 'list', formulae: ['"stk,pk"'] };
    sheet.getColumn(3).hidden = true;
    sheet.addConditionalFormatting({
      ref: 'D3:D5',
      rules: [
        { type: 'cellIs', operator: 'greaterThan', priority: 1, formulae: [50], style: { font: { bold: true } } },
      ],
    });
    book.addWorksheet('Notater').addRow(['bare tekst']);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  it('has one sheet changed, and its note in front of ours', async () => {
    const sent = await made();
    const run = await annotated(sent);
    expect(run.findings.map(({ rule }) => rule)).toContain('price/above-agreed');
    const marked = run.file('annotated.xlsx');
    expect(changed(sent, marked)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const parts = unzipSync(marked);
    const comments = strFromU8(parts['xl/comments1.xml'] ?? new Uint8Array());
    expect(comments).toContain('avtalt i møte');
    expect(comments).toContain('katalogvakt:\nFeil: ');
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    for (const kept of ['<mergeCell ref="A1:E1"/>', '<dataValidation ', '<conditionalFormatting ', '<f>D3*2</f>'])
      expect(sheet).toContain(kept);
    await expectSameAgain(run);
  });

  it.each(['avtalt i møte', ''])('is opened by exceljs again, with the same values and formats (%s)', async (note) => {
    const sent = new excel.Workbook();
    const marked = new excel.Workbook();
    const bytes = await made(note);
    await sent.xlsx.load(Buffer.from(bytes) as never);
    await marked.xlsx.load((await annotated(bytes)).file('annotated.xlsx') as never);
    sent.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const after = marked.getWorksheet(sheet.name)?.getCell(cell.address);
          expect([cell.address, after?.value, after?.numFmt]).toEqual([cell.address, cell.value, cell.numFmt]);
        }),
      ),
    );
    const notes: unknown[] = [];
    marked.getWorksheet('Varer')?.eachRow((row) => row.eachCell(({ note: there }) => notes.push(there)));
    expect(JSON.stringify(notes)).toContain(note);
    expect(JSON.stringify(notes)).toContain('katalogvakt');
    expect(marked.worksheets).toHaveLength(sent.worksheets.length + 2);
  });
});

it('a workbook in the strict form gets strict parts, and is read as before', async () => {
  const strict = Object.fromEntries(
    Object.entries(richParts()).map(([name, xml]) => [
      name,
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]),
  );
  const run = await annotated(workbook(strict));
  expect(run.result.findings.error).toBeGreaterThan(0);
  const parts = unzipSync(run.file('annotated.xlsx'));
  for (const [name, bytes] of Object.entries(parts)) {
    const xml = strFromU8(bytes);
    expect([name, xml.includes('openxmlformats.org/spreadsheetml/2006/main')]).toEqual([name, false]);
    expect([name, xml.includes('openxmlformats.org/officeDocument/2006')]).toEqual([name, false]);
  }
  await expectSameAgain(run);
});

it('lines of a file of changes are marked where they stand, in whatever order they are', async () => {
  const previous = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;12,50\r\n';
  const changes =
    'Handling;Varenr;Varenavn;Enhet;Pris\r\nNy;300;Kulepenn blå;stk;9,50\r\nEndre;200;Konvolutt C5;stk;19,00\r\nEndre;100;Kopipapir A4;stk;60,00\r\n';
  const space = aWorkspace(folder, { previous: { content: previous } });
  const run = await space.check('endringer.csv', changes, '--report', 'annotated');
  expect(run.result.delta?.lines).toBe(3);
  const sheet = strFromU8(unzipSync(run.file('annotated.xlsx'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  for (const row of [2, 3, 4]) expect(sheet).toMatch(new RegExp(`<c r="F${row}" s="\\d+" t="inlineStr">`));
});

it('whatever is wrong, the marked file has the findings of the one that was sent', async () => {
  const lines = builtLines(60);
  const faults = fc.sample(
    fc.array(fc.tuple(fc.nat(59), fc.constantFrom('price', 'name', 'gtin', 'unit', 'currency', 'validTo')), {
      minLength: 10,
      maxLength: 20,
    }),
    { numRuns: 2, seed: 20_261_127 },
  );
  for (const wrong of faults) {
    const faulty = lines.map((line, at) => {
      const fields = wrong.filter(([row]) => row === at).map(([, field]) => field);
      return Object.fromEntries(Object.entries(line).filter(([field]) => !fields.includes(field as 'price')));
    });
    const run = await annotated(xlsxCatalogue(faulty));
    expect(run.findings.length).toBeGreaterThan(10);
    await expectSameAgain(run);
  }
}, 120_000);
