/** The workspace's own word lists, from the file to the finding. */
import { describe, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook } from '../builders/workbook.ts';
import { aWorkspace, DAY } from '../builders/workspace.ts';

const folder = temporaryFolder();

const CATALOGUE = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4 zq;stk;49,90\r\n300;Div. kulepenn;stk;8,00\r\n';
const RULES = 'rules:\n  name/abbreviation: warning';

const found = (run: Awaited<ReturnType<ReturnType<typeof aWorkspace>['check']>>) =>
  run.findings
    .filter(({ rule }) => rule === 'name/abbreviation')
    .map(({ place, parameters }) => [place.row, parameters?.['meaning']]);

describe('own word lists', () => {
  it('without any, those that come with the tool count', async () => {
    const run = await aWorkspace(folder, { rules: RULES }).check('ny.csv', CATALOGUE);
    expect(found(run)).toEqual([[3, 'diverse']]);
    expect(run.result.references?.map(({ file }) => file)).toContain('katalogvakt:words/abbreviations.csv');
    expect(run.out).not.toContain('Oppslag');
  });

  it('add to them, replace them and take away from them, whatever a spreadsheet saves them as', async () => {
    const workspace = aWorkspace(folder, { rules: RULES });
    workspace.write(
      'rules/words/abbreviations.csv',
      Buffer.from('Forkortelse,Betydning\r\nzq,"blå, lys"\r\nDIV,\r\n', 'latin1'),
    );
    const run = await workspace.check('ny.csv', CATALOGUE);
    expect(found(run)).toEqual([[2, 'blå, lys']]);
    const own = run.result.references?.find(({ file }) => file === 'rules/words/abbreviations.csv');
    expect(own?.bytes).toBe(44);
    expect(run.out).toMatch(/Oppslag +rules\/words\/abbreviations\.csv/);
    const html = run.file('report.html').toString();
    for (const { file, sha256 } of run.result.references ?? []) {
      expect(html).toContain(file);
      expect(html).toContain(sha256);
    }
  });

  it('a search log tells which searches find nothing in the whole catalogue', async () => {
    const workspace = aWorkspace(folder);
    workspace.write('rules/words/searches.csv', 'Søk;Antall\r\nkulepenn;50\r\ntavlesvamp;20\r\nsaks;3\r\n');
    const run = await workspace.check('ny.csv', CATALOGUE);
    const without = run.findings.filter(({ rule }) => rule === 'name/search-without-hit');
    expect(without.map(({ expected }) => expected)).toEqual(['tavlesvamp']);
    expect(without[0]?.place.row).toBeUndefined();
  });

  it('may be workbooks', async () => {
    const workspace = aWorkspace(folder, { rules: RULES });
    const rows = [
      ['abbreviation', 'meaning'],
      ['zq', 'hvit'],
    ];
    workspace.write('rules/words/abbreviations.xlsx', sheetWorkbook({ sheets: [{ name: 'Ark1', rows }] }));
    expect(found(await workspace.check('ny.csv', CATALOGUE))).toEqual([
      [2, 'hvit'],
      [3, 'diverse'],
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      'an unknown list',
      'rules/words/abbrevations.csv',
      'forkortelse;betydning\n',
      'rules/words/abbrevations.csv: ukjent ordliste. Mente du `abbreviations`? Tillatt: `abbreviations.csv`, `generic-terms.csv`, `synonyms.csv`, `searches.csv`.',
    ],
    [
      'an unknown column',
      'rules/words/synonyms.csv',
      'ord;søkes så;unspsc\nfarin;sukker;\n',
      'rules/words/synonyms.csv:1: ukjent kolonne `søkes så`. Mente du `søkes som`? Kolonnene er `ord`, `søkes som`, `unspsc` (valgfri).\nrules/words/synonyms.csv:1: kolonnen `søkes som` mangler. Kolonnene er `ord`, `søkes som`, `unspsc` (valgfri).',
    ],
    [
      'a column twice',
      'rules/words/abbreviations.csv',
      'forkortelse;betydning;meaning\npk;pakke;pack\n',
      'rules/words/abbreviations.csv:1: kolonnen `meaning` står to ganger. Fjern den ene.',
    ],
    [
      'an empty file',
      'rules/words/abbreviations.csv',
      '\n',
      'rules/words/abbreviations.csv:1: filen er tom. Den første raden skal ha overskrifter. Kolonnene er `forkortelse`, `betydning`.',
    ],
    [
      'bad values, row by row',
      'rules/words/generic-terms.csv',
      'unspsc;betegnelser;krever\n14111507;papir;size\n123;papir;\n44121704;penn;length\n',
      'rules/words/generic-terms.csv:3: `unspsc` er `123`, men skal være 2, 4, 6 eller 8 sifre, slik: `44121700`.\nrules/words/generic-terms.csv:4: `length` under `krever` er ukjent. Tillatt: `size`, `brand`, flere skilt med `|`.',
    ],
    [
      'a count that is none',
      'rules/words/searches.csv',
      'søk;antall\nsukker;1 200\nmelk;mange\n',
      'rules/words/searches.csv:3: `antall` er `mange`, men skal være et helt tall, slik: `120`.',
    ],
    [
      'a cell left empty',
      'rules/words/abbreviations.csv',
      'forkortelse;betydning\n;pakke\n',
      'rules/words/abbreviations.csv:2: `forkortelse` er tom.',
    ],
  ])('%s is for the operator to put right', async (_, name, content, message) => {
    const workspace = aWorkspace(folder);
    workspace.write(name, content);
    workspace.write(`${workspace.inbox}/ny.csv`, CATALOGUE);
    const run = await katalogvakt(['check', `${workspace.inbox}/ny.csv`, '--as-of', DAY, '--out', 'ut'], {
      in: workspace.folder,
    });
    expect(run.code).toBe(2);
    expect(run.err).toContain(message);
  });
});
