/** The supplier's own workbook back: every value, format and part as it was, with what is wrong marked. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/catalogue/finding.ts';
import { DEVIATION_HEADING } from '../../src/catalogue/own-marks.ts';
import { openFile } from '../../src/readers/open-file.ts';
import { katalogvakt } from '../builders/command.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { richParts, richWorkbook } from '../builders/rich-workbook.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { workbook } from '../builders/workbook.ts';
import { aWorkspace, type CheckRun } from '../builders/workspace.ts';

const folder = temporaryFolder();
const SHEET = 'Priser & varer';

type Parts = Record<string, Uint8Array>;

function partsOf(bytes: Uint8Array): Parts {
  return unzipSync(bytes);
}

function textOf(parts: Parts, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array());
}

/** Cells by address, as our own reader has them. */
async function cellsOf(bytes: Uint8Array, sheet: string): Promise<ReadonlyMap<string, string>> {
  const opened = await openFile(folder.source(`lest-${Math.random()}.xlsx`, bytes), { sheet });
  const cells = new Map<string, string>();
  for await (const batch of opened.rows({ formats: true }))
    for (const { row, cells: texts, kinds, formats } of batch)
      for (const [index, text] of texts.entries())
        if (text !== '')
          cells.set(
            `${String.fromCharCode(65 + index)}${row}`,
            JSON.stringify([text, kinds?.[index] ?? 'text', formats?.[index]]),
          );
  return cells;
}

function said(findings: readonly Finding[]): readonly unknown[] {
  return findings.map(({ place: { file: _, ...place }, ...rest }) => ({ ...rest, place }));
}

async function annotated(bytes: Uint8Array, name = 'katalog.xlsx', ...words: readonly string[]): Promise<CheckRun> {
  return aWorkspace(folder).check(name, bytes, '--report', 'annotated', ...words);
}

describe('a workbook sent back with marks', () => {
  for (const options of [{}, { comments: false }, { prefix: 'x:' }]) {
    it(`has every cell where it stood, with its format (${JSON.stringify(options)})`, async () => {
      const sent = richWorkbook(options);
      const run = await annotated(sent);
      expect(run.result.findings.error).toBeGreaterThan(0);
      const marked = run.file('annotated.xlsx');
      for (const sheet of ['Forside', SHEET, 'Skjult']) {
        const after = new Map(await cellsOf(marked, sheet));
        for (const [address, cell] of await cellsOf(sent, sheet)) {
          expect([address, after.get(address)]).toEqual([address, cell]);
          after.delete(address);
        }
        // Nothing is new but the column behind the last one.
        expect([...after.keys()].filter((address) => !address.startsWith('G'))).toEqual([]);
      }
    });
  }

  it('keeps the bytes of every part that has nothing to do with it', async () => {
    const sent = partsOf(richWorkbook());
    const marked = partsOf((await annotated(richWorkbook())).file('annotated.xlsx'));
    const changed = Object.keys(sent).filter(
      (name) => !Buffer.from(sent[name] ?? []).equals(Buffer.from(marked[name] ?? [])),
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const added = Object.keys(marked).filter((name) => sent[name] === undefined);
    expect(added.sort()).toEqual(['xl/worksheets/sheet4.xml', 'xl/worksheets/sheet5.xml']);
  });

  it('leaves all else of the sheet as it is written', async () => {
    const sent = richParts()['xl/worksheets/sheet2.xml'] ?? '';
    const marked = textOf(
      partsOf((await annotated(richWorkbook())).file('annotated.xlsx')),
      'xl/worksheets/sheet2.xml',
    );
    const behind = (text: string): string => text.slice(text.indexOf('</sheetData>'));
    expect(behind(marked)).toBe(behind(sent));
    for (const part of [
      '<!-- <row r="99"/> -->',
      '<c r="F4"><f>D4*1.25</f><v>74.875</v></c>',
      '<row r="1" spans="1:6" ht="30" customHeight="1">',
    ])
      expect(marked).toContain(part);
    expect(marked).toContain('<dimension ref="A1:G6"/>');
    // All columns to the right were hidden in one.
    expect(marked).toContain(
      '<col min="7" max="7" width="70" customWidth="1"/><col min="8" max="16384" width="9" hidden="1"',
    );
  });

  it('tells cause, expected value and what to do in a comment, beside what the supplier wrote', async () => {
    const parts = partsOf((await annotated(richWorkbook())).file('annotated.xlsx'));
    const comments = textOf(parts, 'xl/comments1.xml');
    expect(comments).toContain(
      '<t xml:space="preserve">Kari: </t></r><r><t>ny pris</t></r><r><t xml:space="preserve">\n\nkatalogvakt:\nFeil: ',
    );
    expect(comments).toMatch(/Forventet: 49,90.*\nGjør dette: .*\n\[price\/above-agreed\]/);
    expect(comments).toContain('<comment ref="B5" authorId="0"><text><t>sjekket</t></text></comment>');
    const drawing = textOf(parts, 'xl/drawings/vmlDrawing1.vml');
    const boxes = [...drawing.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map(
      ([, row, column]) => `${row},${column}`,
    );
    const told = [...comments.matchAll(/<comment ref="([A-Z])(\d+)"/g)].map(
      ([, letter = '', row]) => `${Number(row) - 1},${letter.charCodeAt(0) - 65}`,
    );
    expect(boxes.sort()).toEqual(told.sort());
    expect(new Set(drawing.match(/_x0000_s\d+/g)).size).toBe(boxes.length);
  });

  it('speaks the language asked for', async () => {
    const parts = partsOf((await annotated(richWorkbook(), 'katalog.xlsx', '--lang', 'en')).file('annotated.xlsx'));
    expect(textOf(parts, 'xl/comments1.xml')).toMatch(/Error: .*\nExpected: .*49\.90.*\nWhat to do: /);
    expect(textOf(parts, 'xl/workbook.xml')).toContain('name="katalogvakt summary"');
  });

  it('checked again gives the same findings, and the same approved catalogue', async () => {
    const first = await annotated(richWorkbook(), 'katalog.xlsx', '--allow-partly');
    const again = await annotated(first.file('annotated.xlsx'), 'katalog.xlsx', '--allow-partly');
    expect(said(again.findings)).toEqual(said(first.findings));
    expect(again.result.catalogue.columns).toEqual(first.result.catalogue.columns);
    expect(again.result.catalogue.otherSheets).toEqual(first.result.catalogue.otherSheets);
    expect(again.approved).toEqual(first.approved);
  });

  it('loses its marks where it was put right, and gets no second column', async () => {
    const first = (await annotated(richWorkbook())).file('annotated.xlsx');
    const parts = partsOf(first);
    const sheet = textOf(parts, 'xl/worksheets/sheet2.xml').replace('<v>59.9</v>', '<v>49.9</v>');
    parts['xl/worksheets/sheet2.xml'] = strToU8(sheet);
    const run = await annotated(workbook(parts));
    const second = partsOf(run.file('annotated.xlsx'));
    expect(run.findings.filter(({ rule }) => rule === 'price/above-agreed')).toEqual([]);
    const comments = textOf(second, 'xl/comments1.xml');
    // The supplier's own comment is what it was.
    expect(comments).toContain(
      '<comment ref="D4" authorId="0"><text><r><rPr><b/></rPr><t xml:space="preserve">Kari: </t></r><r><t>ny pris</t></r></text></comment>',
    );
    const again = textOf(second, 'xl/worksheets/sheet2.xml');
    expect(again.split(DEVIATION_HEADING)).toHaveLength(2);
    expect(Object.keys(second).sort()).toEqual(Object.keys(parts).sort());
    const style = /<c r="D4" s="(\d+)"/.exec(again)?.[1];
    expect(style).toBe('2');
  });
});

describe('other files sent back as a workbook', () => {
  const CSV =
    'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;59,90\r\n\r\n200;=1+1;stk;12,50\r\n00300;"Kulepenn\nblå";stk;8,00\r\n';

  it('has the lines of a CSV file: texts as text, amounts as numbers', async () => {
    const run = await annotated(strToU8(CSV), 'katalog.csv');
    const marked = run.file('annotated.xlsx');
    const cells = await cellsOf(marked, 'Katalog');
    expect(cells.get('A5') ?? cells.get('A4')).toContain('"00300","text"');
    expect(cells.get('D2')).toContain('"59.9","number"');
    expect(cells.get('B3')).toBe(JSON.stringify(['=1+1', 'text', undefined]));
    expect(cells.get('E2')).toContain('Rad 2: Feil (Pris): ');
    // Its lines do not stand in rows of their own numbers.
    expect(cells.get('E4') ?? 'Rad 5').toContain('Rad 5');
  });

  it('is rendered again from the stored run, in the other language, while the catalogue is the same', async () => {
    const space = aWorkspace(folder);
    const run = await space.check('katalog.csv', CSV.replace('=1+1', 'Konvolutt C5'));
    const target = path.join(space.folder, 'en.xlsx');
    const words = ['report', run.runFolder, '--report', 'annotated', '--lang', 'en'];
    const again = await katalogvakt([...words, '--out', target], { in: space.folder });
    expect(again).toEqual({ code: 0, out: 'en.xlsx\n', err: '' });
    expect((await cellsOf(readFileSync(target), 'Catalogue')).get('E2')).toContain('Error (');

    space.write(`${space.inbox}/katalog.csv`, 'Varenr;Varenavn\r\n1;x\r\n');
    const changed = await katalogvakt(words, { in: space.folder });
    expect(changed.code).toBe(2);
    expect(changed.err).toContain('is no longer the file that was checked');
    rmSync(path.join(space.folder, space.inbox, 'katalog.csv'));
    const gone = await katalogvakt(words, { in: space.folder });
    expect(gone.code).toBe(2);
    expect(gone.err).toContain('--catalogue');
    const elsewhere = space.write('gammel.csv', CSV.replace('=1+1', 'Konvolutt C5'));
    const found = await katalogvakt([...words, '--catalogue', elsewhere], { in: space.folder });
    expect(found.code).toBe(0);
    expect(readFileSync(path.join(run.runFolder, 'annotated.xlsx')).length).toBeGreaterThan(1000);
  });

  it('has a summary and no lines where the file cannot be used', async () => {
    const run = await annotated(strToU8('PK\u0003\u0004rubbish'), 'katalog.xlsx');
    expect(run.result.outcome).toBe('refused');
    const parts = partsOf(run.file('annotated.xlsx'));
    expect(textOf(parts, 'xl/workbook.xml')).toContain('katalogvakt oversikt');
  });
});

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('../builders/read-marks.py', import.meta.url));

function marksOf(file: string): readonly (readonly string[])[] {
  const told = execFileSync(PYTHON, ['-W', 'error', SCRIPT, file], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return told
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as readonly string[]);
}

function writtenAs(name: string, bytes: Uint8Array): string {
  return folder.write(name, bytes);
}

describeWithTool('marks as openpyxl reads them', PYTHON, ['-c', 'import openpyxl'], () => {
  it('are on the guilty cells, which keep their number formats, and no cell is lost', async () => {
    const sent = marksOf(writtenAs('sendt.xlsx', richWorkbook()));
    const marks = marksOf(writtenAs('merket.xlsx', (await annotated(richWorkbook())).file('annotated.xlsx')));
    const cells = new Set(marks.filter(([kind]) => kind === 'cell').map((one) => JSON.stringify(one)));
    for (const one of sent.filter(([kind]) => kind === 'cell')) expect(cells).toContain(JSON.stringify(one));
    const fills = marks.filter(([kind, sheet]) => kind === 'fill' && sheet === SHEET);
    expect(fills).toContainEqual(['fill', SHEET, 'D4', 'FFFFC7CD']);
    // A cell that was not there gets the colour too.
    expect(fills).toContainEqual(['fill', SHEET, 'D6', 'FFFFC7CD']);
    expect(marks.filter(([kind]) => kind === 'sheet').map(([, name, state]) => [name, state])).toEqual([
      ['Forside', 'visible'],
      [SHEET, 'visible'],
      ['Skjult', 'hidden'],
      ['katalogvakt oversikt', 'visible'],
      ['katalogvakt veiledning', 'visible'],
    ]);
    const comment = marks.find(([kind, , address]) => kind === 'comment' && address === 'D4')?.[3] ?? '';
    expect(comment.startsWith('Kari: ny pris\n\nkatalogvakt:\nFeil: ')).toBe(true);
    expect(marks.filter(([kind, , , type]) => kind === 'cell' && type === 'f').map(([, , address]) => address)).toEqual(
      ['F4'],
    );
  });
});

const OFFICE = 'soffice';

describeWithTool('marks as LibreOffice opens them', OFFICE, ['--version'], () => {
  it('are there after it has saved the workbook, with every value', async () => {
    const source = writtenAs('aapnes.xlsx', (await annotated(richWorkbook())).file('annotated.xlsx'));
    const profile = mkdtempSync(path.join(folder.path, 'profil-'));
    const out = mkdtempSync(path.join(folder.path, 'lagret-'));
    execFileSync(
      OFFICE,
      [
        '--headless',
        `-env:UserInstallation=file://${profile}`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        out,
        source,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    const saved = readFileSync(path.join(out, 'aapnes.xlsx'));
    const before = await cellsOf(richWorkbook(), SHEET);
    const after = await cellsOf(saved, SHEET);
    const values = (cells: ReadonlyMap<string, string>, address: string): unknown =>
      (JSON.parse(cells.get(address) ?? '[]') as unknown[])[0];
    for (const address of before.keys())
      expect([address, values(after, address)]).toEqual([address, values(before, address)]);
    expect(values(after, 'G3')).toBe(DEVIATION_HEADING);
    // What a supplier saves there and sends back is checked as the file it was.
    const first = await annotated(richWorkbook());
    const again = await annotated(saved);
    expect(again.findings.map(({ rule, place }) => [rule, place.row, place.column])).toEqual(
      first.findings.map(({ rule, place }) => [rule, place.row, place.column]),
    );
  }, 180_000);
});
