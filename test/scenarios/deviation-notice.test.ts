/** The letter to the supplier, of whole runs: written from a check or a stored run, from the template that counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { agreementYaml } from '../builders/agreement-file.ts';
import { katalogvakt } from '../builders/command.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace } from '../builders/workspace.ts';

const folder = temporaryFolder();
const HOSTILE = `"<script>alert(1)</script> *fet* _skrå_ | [lenke](javascript:alert(2)) 'A'"`;
const CATALOGUE = `Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;59,90\r\n200;Konvolutt C5;stk;12,50\r\n300;${HOSTILE};stk;9,00\r\n<b>4|*0*;Ukjent vare;stk;5,00\r\n`;
const AGREEMENT = agreementYaml({
  buyer: '{ name: Tveitvik kommune, organisationNumber: "999 999 999" }',
  contact: '{ name: Kari Nordmann, title: Avtaleforvalter, email: kari@tveitvik.example, phone: "22 00 00 00" }',
  notice: '{ workingDays: 5 }',
  supplier:
    '{ name: Prøve AS, organisationNumber: "999999999", contact: { name: Ola Prøve, email: ola@prove.example } }',
  language: 'nb',
  prices: 'prices.csv',
});
const VOLUMES = 'Varenr;Antall\r\n100;1000\r\n300;200\r\n';
const FORMS = ['docx', 'eml', 'html', 'md'].map((form) => `deviation-notice.${form}`);

async function checked(...words: readonly string[]) {
  const space = aWorkspace(folder);
  space.write('catalogs/avtale/agreement.yaml', AGREEMENT);
  space.write('catalogs/avtale/volumes.csv', VOLUMES);
  const run = await space.check('katalog.csv', CATALOGUE, ...words);
  const report = (...more: readonly string[]) =>
    katalogvakt(['report', path.relative(space.folder, run.runFolder), '--report', 'deviation-notice', ...more], {
      in: space.folder,
    });
  return { space, run, report };
}

const lettersIn = (place: string): readonly string[] =>
  readdirSync(place)
    .filter((name) => name.startsWith('deviation-notice'))
    .sort();

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('is written by a check that asks for it, beside what every run writes', async () => {
  const { run } = await checked('--report', 'deviation-notice');
  expect(lettersIn(run.runFolder)).toEqual(FORMS);
  expect(run.out).toContain('ikke sendt');
  for (const form of FORMS) expect(run.out).toContain(form);
});

it('is the same to the byte from the stored run', async () => {
  const { space, run, report } = await checked('--report', 'deviation-notice');
  const again = await report('--out', 'brev/avtale');
  expect([again.code, again.err]).toEqual([0, '']);
  const out = path.join(space.folder, 'brev/avtale');
  expect(lettersIn(out)).toEqual(FORMS);
  for (const form of FORMS) expect(readFileSync(path.join(out, form)).equals(run.file(form))).toBe(true);
});

it('says who, what, how much, by when, and whom to ask', async () => {
  const { run } = await checked('--report', 'deviation-notice');
  const letter = plain(run.file('deviation-notice.md').toString());
  for (const said of [
    '**Tveitvik kommune**, org.nr. 999 999 999',
    'Prøve AS, org.nr. 999 999 999, v/ Ola Prøve',
    '2025/7 Kontorrekvisita',
    'katalog.csv, 4 linjer',
    // Five working days from Monday 4 May 2026: 14 May, Ascension Day, comes later.
    '**11.05.2026**',
    '| Høyere pris enn avtalt | 2 | 10 200,00 kr |',
    'Prisen 59,90 kr er 10,00 kr',
    '10 000,00 kr',
    'Kari Nordmann',
    'Avtaleforvalter, Tveitvik kommune',
    'ring',
    'findings.csv: alle avvikene',
  ])
    expect(letter).toContain(said);
  expect(letter).not.toMatch(/\n{3}|undefined|\[object|\{\{|%\}/);
});

it('in English, with numbers as English writes them', async () => {
  const { space, report } = await checked();
  await report('--lang', 'en', '--out', 'letters');
  const letter = plain(readFileSync(path.join(space.folder, 'letters/deviation-notice.md'), 'utf8'));
  expect(letter).toContain('Deviation notice');
  expect(letter).toContain('by **2026-05-11**');
  expect(letter).toContain('NOK 10,200.00');
  expect(letter).not.toMatch(/ kr\b|arbeidsdager|undefined/);
});

it("a supplier's text does no harm in any form", async () => {
  const { run } = await checked('--report', 'deviation-notice');
  const page = run.file('deviation-notice.html').toString();
  expect(page).not.toMatch(/<script|<b>|href="javascript|<em>skrå/);
  expect(page).toContain('&lt;b&gt;4|*0*');
  expect(run.file('deviation-notice.md').toString()).not.toMatch(/(?<!\\)<(?:script|b)>/);
});

describe('the template', () => {
  const OWN = '# Brev\n\nHei {{ supplier.name }}, frist {{ deadline }}.\n';
  const NAME = 'deviation-notice.nb.md';

  it("of the workspace stands before the tool's, and the one beside the agreement before both", async () => {
    const { space, run, report } = await checked();
    const letter = async () => {
      expect((await report()).err).toBe('');
      return run.file('deviation-notice.md').toString();
    };
    space.write(`rules/letters/${NAME}`, OWN);
    expect(await letter()).toBe('# Brev\n\nHei Prøve AS, frist 11.05.2026.\n');
    space.write(`catalogs/avtale/${NAME}`, '\ufeff# Bare her\r\n\r\n{{ supplier.name }}\r\n');
    expect(await letter()).toBe('# Bare her\n\nPrøve AS\n');
  });

  it('with a name that does not exist is an error that says where, and nothing is written', async () => {
    const { space, run, report } = await checked();
    space.write(`rules/letters/${NAME}`, `# Brev\n\n{{ frist }}\n`);
    const answer = await report('--lang', 'nb');
    expect(answer.code).toBe(2);
    expect(answer.err).toContain(`rules/letters/${NAME}, linje 3: \`frist\` finnes ikke`);
    expect(lettersIn(run.runFolder)).toEqual([]);
  });

  it('is put into a new workspace by init, and gives the same letter', async () => {
    const { space, run, report } = await checked('--report', 'deviation-notice');
    const before = run.file('deviation-notice.md').toString();
    expect((await katalogvakt(['init', 'nytt', '--lang', 'nb'], { in: space.folder })).code).toBe(0);
    const made = readFileSync(path.join(space.folder, 'nytt/rules/letters', NAME), 'utf8');
    space.write(`rules/letters/${NAME}`, made);
    await report();
    expect(run.file('deviation-notice.md').toString()).toBe(before);
  });
});

it('of a catalogue without deviations says so', async () => {
  const space = aWorkspace(folder);
  const run = await space.check(
    'a.csv',
    'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4 80 g, 500 ark;stk;49,90\r\n',
    '--report',
    'deviation-notice',
  );
  if (run.result.findings.error + run.result.findings.warning === 0)
    expect(run.file('deviation-notice.md').toString()).toContain('fant ingen avvik');
  expect(run.out).toContain('Står ikke i agreement.yaml: buyer, contact, supplier.contact.');
});

it('of a refused catalogue, and of one without an agreement, is a letter too', async () => {
  const { space } = await checked();
  const refused = await space.check('b.csv', 'bare tull\r\n', '--report', 'deviation-notice');
  expect(refused.result.outcome).toBe('refused');
  expect(refused.file('deviation-notice.md').toString()).toContain('Katalogen er avvist');
  space.write('løs.csv', CATALOGUE);
  const words = [
    'check',
    'løs.csv',
    '--as-of',
    '2026-05-04',
    '--lang',
    'nb',
    '--out',
    'løs',
    '--report',
    'deviation-notice',
  ];
  expect((await katalogvakt(words, { in: space.folder })).err).toBe('');
  const [name = ''] = readdirSync(path.join(space.folder, 'løs'));
  const letter = readFileSync(path.join(space.folder, 'løs', name, 'deviation-notice.md'), 'utf8');
  expect(letter).not.toMatch(/undefined|\{\{/);
});

it('what was accepted is not told to the supplier', async () => {
  const { space } = await checked();
  space.write(
    'catalogs/avtale/waivers.yaml',
    'version: 1\nwaivers:\n  - { rules: [price/above-agreed], covers: [{ item: "100", field: price, value: "59.9" }], reason: Avtalt i møte, by: Kari, until: 2026-12-31 }\n',
  );
  const run = await space.check('c.csv', CATALOGUE, '--report', 'deviation-notice');
  expect(run.result.findings.waived).toBe(1);
  const mail = run.file('deviation-notice.eml').toString();
  const table = Buffer.from(/filename=findings\.csv[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(mail)?.[1] ?? '', 'base64');
  expect(table.toString()).toContain('price/above-agreed');
  expect(table.toString()).not.toContain('Avtalt i møte');
  expect(run.file('deviation-notice.md').toString()).not.toContain('59,90');
});

it('what only whoever checks can do is told on the screen, and not to the supplier', async () => {
  const space = aWorkspace(folder);
  const content = `${CATALOGUE}500;Klebemerke;hylse;1,00\r\n600;Gul lapp;stk;1,00;\r\n`;
  const run = await space.check('katalog.csv', content, '--report', 'text', '--report', 'annotated');
  expect(run.out.replace(/\s+/g, ' ')).toContain('under units i mapping.yaml');
  const stored = path.relative(space.folder, run.runFolder);
  await katalogvakt(['report', stored, '--report', 'deviation-notice', '--out', 'brev'], { in: space.folder });
  const letter = (form: string): string => readFileSync(path.join(space.folder, 'brev', form)).toString();
  const table =
    /filename=findings\.csv[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(letter('deviation-notice.eml'))?.[1] ?? '';
  const parts = unzipSync(run.file('annotated.xlsx'));
  const told = [letter('deviation-notice.md'), Buffer.from(table, 'base64').toString()];
  for (const text of [...told, ...Object.values(parts).map((part) => strFromU8(part))])
    expect(text).not.toContain('mapping.yaml');
  for (const text of [...told, strFromU8(parts['xl/comments1.xml'] ?? new Uint8Array())])
    expect(text).toContain('hylse');
});

it('has the marked workbook with it where the run has one, and says so', async () => {
  const without = await checked('--report', 'deviation-notice');
  expect(without.run.file('deviation-notice.md').toString()).not.toContain('annotated.xlsx');
  const { run } = await checked('--report', 'annotated', '--report', 'deviation-notice');
  expect(run.file('deviation-notice.md').toString()).toContain('annotated.xlsx: filen deres');
  const mail = run.file('deviation-notice.eml').toString();
  const workbook = /filename=annotated\.xlsx\r\n\r\n([\s\S]*?)\r\n--/.exec(mail)?.[1] ?? '';
  expect(Buffer.from(workbook, 'base64').equals(run.file('annotated.xlsx'))).toBe(true);
});

it('with --out goes to a folder, and so cannot share it with a report that is one file', async () => {
  const { space, report } = await checked();
  const answer = await report('--report', 'sarif', '--out', 'brev', '--lang', 'nb');
  expect(answer.code).toBe(2);
  expect(answer.err).toContain('én gang for hver rapport');
  expect(existsSync(path.join(space.folder, 'brev'))).toBe(false);
});

const WRITER = 'test -e /usr/lib/libreoffice/program/libswlo.so && soffice --version';

describeWithTool('LibreOffice', 'sh', ['-c', WRITER], () => {
  it('opens the Word document, and finds the letter in it', async () => {
    const { space, run } = await checked('--report', 'deviation-notice');
    const out = path.join(space.folder, 'lest');
    mkdirSync(out);
    const profile = `-env:UserInstallation=file://${path.join(space.folder, 'profil')}`;
    const { status } = spawnSync(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        out,
        path.join(run.runFolder, 'deviation-notice.docx'),
      ],
      { encoding: 'utf8', timeout: 110_000 },
    );
    expect(status).toBe(0);
    const text = plain(readFileSync(path.join(out, 'deviation-notice.txt'), 'utf8'));
    for (const said of [
      'Tveitvik kommune',
      '11.05.2026',
      'Høyere pris enn avtalt',
      '10 200,00 kr',
      '<b>4|*0*',
      'Kari Nordmann',
    ])
      expect(text).toContain(said);
  }, 120_000);
});
