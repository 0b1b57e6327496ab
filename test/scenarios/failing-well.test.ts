/** What goes wrong is told once, in the user's language, with an exit code that says whose it is to put right. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND, type CommandOptions, type CommandRun, ENVIRONMENT, katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook, workbook } from '../builders/workbook.ts';
import { aWorkspace, checkRun, DAY, PRICES, runFolders } from '../builders/workspace.ts';

const folder = temporaryFolder();
const GOOD = 'Varenr;Varenavn;Enhet;Pris\n100;Kopipapir A4;stk;49,90\n200;Konvolutt C5;stk;12,50\n';
const LANGUAGES = ['nb', 'en'] as const;
type Both = Readonly<Record<(typeof LANGUAGES)[number], string | RegExp>>;

const STACK = /^ {4}at /m;

/** Compound file with one directory entry of this name. @see MS-CFB 2.6 */
function compoundFile(entry: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  const name = Buffer.from(`${entry}\u0000`, 'utf16le');
  name.copy(bytes, 1024);
  bytes.writeUInt16LE(name.length, 1024 + 64);
  bytes[1024 + 66] = 2;
  return bytes;
}

const book = Buffer.from(
  sheetWorkbook({
    sheets: [
      {
        name: 'Priser',
        rows: [
          ['Varenr', 'Varenavn', 'Pris'],
          ...Array.from({ length: 400 }, (_, at) => [`V${at}`, `Vare ${at * 7919}`, at + 1]),
        ],
      },
      { name: 'Annet', rows: [['Notat']] },
    ],
  }),
);

describe('a file the supplier must put right is refused with one finding, and a report that says it', () => {
  const many = `Varenr;Varenavn;Enhet;Pris\n${'1;Skruer;stk;12,50\n'.repeat(4000)}`;
  it.each<[string, string, string | Uint8Array, string]>([
    ['empty', 'tom.csv', '', 'file/empty'],
    ['a byte order mark only', 'tom.csv', '\ufeff', 'file/empty'],
    ['blank lines only', 'tom.csv', '\r\n\r\n', 'file/empty'],
    ['headings only', 'katalog.csv', 'Varenr;Varenavn;Pris\n', 'file/no-lines'],
    ['no recognisable heading', 'katalog.csv', 'Lorem;Ipsum;Dolor\nsit;amet;consectetur\n', 'file/no-headings'],
    [
      'binary rubbish',
      'katalog.csv',
      Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 31) & 0xff)),
      'file/not-a-catalogue',
    ],
    ['a PDF', 'katalog.csv', '%PDF-1.7 rubbish', 'file/not-a-catalogue'],
    ['XML', 'katalog.xml', '<?xml version="1.0"?><Catalogue/>', 'file/not-a-catalogue'],
    ['a workbook with a password', 'katalog.xlsx', compoundFile('EncryptedPackage'), 'file/encrypted'],
    ['a workbook of Excel 97', 'katalog.xls', compoundFile('Workbook'), 'file/legacy-workbook'],
    ['a zip that is no workbook', 'katalog.zip', workbook({ 'les meg.txt': 'hei', 'bilde.txt': 'x' }), 'file/archive'],
    ['half a workbook', 'katalog.xlsx', book.subarray(0, book.length >> 1), 'file/cut-off'],
    ['an end within quotes', 'katalog.csv', 'Varenr;Varenavn;Pris\n1;"Skruer', 'file/cut-off'],
    ['the same far down in the file', 'katalog.csv', `${many}2;"Spiker`, 'file/cut-off'],
    ['a line beyond all measure', 'katalog.csv', `${many}2;${'Spiker'.repeat(2 << 20)};stk;9,00\n`, 'file/too-large'],
    ['more columns than any sheet', 'katalog.csv', `${'Pris;'.repeat(20_000)}\n`, 'file/too-large'],
  ])('%s', async (_, name, content, rule) => {
    const { code, err, out, result, findings, approved } = await aWorkspace(folder, { prices: null }).check(
      name,
      content,
    );
    expect(
      findings.filter(({ rule }) => rule.startsWith('file/')).map(({ rule, place }) => [rule, place.file]),
    ).toEqual([[rule, `catalogs/avtale/inbox/${name}`]]);
    expect(err).toBe('');
    expect(out).not.toMatch(STACK);
    expect([code, result.outcome, approved]).toEqual([1, 'refused', undefined]);
    expect(result.refusedBecause).toEqual([{ reason: 'rule', rule }]);
    expect(result.notChecked.every(({ reason }) => reason !== 'noColumn')).toBe(true);
  });

  it('with the row where it is cut off', async () => {
    const { findings } = await aWorkspace(folder, { prices: null }).check(
      'a.csv',
      'Varenr;Varenavn;Pris\n1;Lim;2\n2;"Skruer',
    );
    expect(findings[0]?.place).toEqual({ file: 'catalogs/avtale/inbox/a.csv', row: 3 });
  });
});

interface OperatorFault {
  readonly words: readonly string[];
  readonly says: Both;
}

describe('what the operator must put right stops the run and leaves nothing behind', () => {
  const space = aWorkspace(folder, { previous: { content: GOOD } });
  const catalogue = `${space.inbox}/katalog.csv`;
  space.write(catalogue, GOOD);
  space.write(`${space.inbox}/bok.xlsx`, book);
  space.write('fil', 'i veien');
  space.write('god.csv', GOOD);
  space.write('regler/ukjent.yaml', 'version: 1\nrules:\n  price/above-agred: error\n');
  space.write('regler/valg.yaml', 'version: 1\nrules:\n  price/change-limit: { severity: error, percent: "15" }\n');
  space.write('tull.csv', Buffer.alloc(300));
  mkdirSync(path.join(space.folder, 'mappe.csv'));

  const check = (...words: string[]): readonly string[] => ['check', catalogue, '--as-of', DAY, ...words];
  const faults: Readonly<Record<string, OperatorFault>> = {
    'a missing file': {
      words: ['check', 'borte.csv'],
      says: { nb: /Finner ikke .*borte\.csv/, en: /Cannot find .*borte\.csv/ },
    },
    'a folder': { words: ['check', 'mappe.csv'], says: { nb: /mappe\.csv er en mappe/, en: /mappe\.csv is a folder/ } },
    'a path below a file': { words: ['check', 'fil/katalog.csv'], says: { nb: /Finner ikke/, en: /Cannot find/ } },
    'an unknown rule': {
      words: check('--rules', 'regler/ukjent.yaml'),
      says: { nb: /ukjent\.yaml:3:.*price\/above-agreed/s, en: /ukjent\.yaml:3:.*price\/above-agreed/s },
    },
    'an unknown option of a rule': {
      words: check('--rules', 'regler/valg.yaml'),
      says: { nb: /valg\.yaml:3:.*percent/s, en: /valg\.yaml:3:.*percent/s },
    },
    'an unknown rule set': {
      words: check('--rules', 'katalogvakt:recomended'),
      says: { nb: /katalogvakt:recommended/, en: /katalogvakt:recommended/ },
    },
    'a missing rule set': {
      words: check('--rules', 'regler/borte.yaml'),
      says: { nb: /Finner ikke/, en: /Cannot find/ },
    },
    'a missing agreement': {
      words: check('--agreement', 'borte.yaml'),
      says: { nb: /Finner ikke borte\.yaml/, en: /Cannot find borte\.yaml/ },
    },
    'a missing previous version': {
      words: check('--previous', 'borte.csv'),
      says: { nb: /Finner ikke/, en: /Cannot find/ },
    },
    'a previous version that is none': {
      words: check('--previous', 'tull.csv'),
      says: { nb: /Forrige versjon.*tull\.csv/, en: /previous version.*tull\.csv/ },
    },
    'a day no calendar has': {
      words: ['check', catalogue, '--as-of', '2026-02-30'],
      says: { nb: /2026-02-30.*ingen dato/, en: /2026-02-30.*not a date/ },
    },
    'an unknown sheet': {
      words: ['check', `${space.inbox}/bok.xlsx`, '--sheet', 'Prisr'],
      says: { nb: /Prisr.*Priser/s, en: /Prisr.*Priser/s },
    },
    'an unknown column': {
      words: check('--map', 'price=Prisen'),
      says: { nb: /Prisen.*Mente du/, en: /Prisen.*Did you mean/ },
    },
    'an unknown field': {
      words: check('--map', 'pric=Pris'),
      says: { nb: /pric.*Mente du price/, en: /pric.*Did you mean price/ },
    },
    'a column without a field': {
      words: check('--map', 'Pris'),
      says: { nb: /--map Pris kan ikke leses/, en: /--map Pris cannot be read/ },
    },
    'a heading row that is none': { words: check('--heading-row', '99'), says: { nb: /Rad 99/, en: /Row 99/ } },
    'a heading row that is no number': {
      words: check('--heading-row', 'to'),
      says: { nb: /heading-row/, en: /heading-row/ },
    },
    'an empty delimiter': {
      words: ['check', 'god.csv', '--delimiter', ''],
      says: { nb: /--delimiter mangler en verdi/, en: /--delimiter needs a value/ },
    },
    'an output folder that is a file': {
      words: check('--out', 'fil'),
      says: { nb: /fil finnes, men er ikke en mappe/, en: /fil exists but is not a folder/ },
    },
    'an output folder below a file': { words: check('--out', 'fil/under'), says: { nb: /fil/, en: /fil/ } },
    'an unknown option': {
      words: check('--alow-partly'),
      says: { nb: /--alow-partly.*Mente du --allow-partly\?/, en: /--alow-partly.*Did you mean --allow-partly\?/ },
    },
    'an option without its value': {
      words: check('--rules'),
      says: { nb: /--rules mangler en verdi/, en: /--rules needs a value/ },
    },
    'an unknown report': { words: check('--report', 'pdf'), says: { nb: /pdf/, en: /pdf/ } },
    'an option given twice': {
      words: check('--rules', 'katalogvakt:strict', '--rules', 'katalogvakt:supplier'),
      says: { nb: /--rules er oppgitt mer enn én gang/, en: /--rules is given more than once/ },
    },
    'a file whose name is not UTF-8': {
      words: ['check', 'kat\uFFFDlog.csv'],
      says: { nb: /kat\uFFFDlog\.csv.*ikke er UTF-8/, en: /kat\uFFFDlog\.csv.*not UTF-8/ },
    },
    'a misspelt command': {
      words: ['chekc', catalogue],
      says: { nb: /ingen kommando chekc\. Mente du check/, en: /no command chekc\. Did you mean check/ },
    },
    'a file without a command': {
      words: [catalogue],
      says: { nb: /ingen kommando .*katalog\.csv/, en: /no command .*katalog\.csv/ },
    },
    'no command': { words: [], says: { nb: /katalogvakt check/, en: /katalogvakt check/ } },
    'no file to check': { words: ['check'], says: { nb: /Oppgi en katalogfil/, en: /Name a catalogue file/ } },
    'an unknown severity to fail on': { words: check('--fail-on', 'eror'), says: { nb: /fail-on/, en: /fail-on/ } },
    'an unknown rule to explain': {
      words: ['rules', 'price/above-agred'],
      says: { nb: /Mente du price\/above-agreed/, en: /Did you mean price\/above-agreed/ },
    },
    'a file to inspect that is not there': {
      words: ['inspect', 'borte.csv'],
      says: { nb: /Finner ikke/, en: /Cannot find/ },
    },
    'a file to inspect that is no catalogue': {
      words: ['inspect', 'tull.csv'],
      says: { nb: /ikke en katalog i et kjent format/, en: /not a catalogue in a known format/ },
    },
    'a file to compare that is no catalogue': {
      words: ['diff', catalogue, 'tull.csv'],
      says: { nb: /ikke en katalog i et kjent format/, en: /not a catalogue in a known format/ },
    },
    'a format nobody writes': {
      words: ['convert', catalogue, 'ut.pdf'],
      says: { nb: /ut\.pdf.*\.csv, \.xlsx.*--to/, en: /ut\.pdf.*\.csv, \.xlsx.*--to/ },
    },
    'a file that would be written over': {
      words: ['convert', `${space.inbox}/bok.xlsx`, catalogue],
      says: { nb: /finnes fra før.*--force/, en: /exists already.*--force/ },
    },
    'a folder in place of the file to write': {
      words: ['convert', catalogue, 'mappe.csv', '--force'],
      says: { nb: /mappe\.csv/, en: /mappe\.csv/ },
    },
    'a folder that is not there to write into': {
      words: ['convert', catalogue, 'borte/ut.csv'],
      says: { nb: /Finner ikke borte\./, en: /Cannot find borte\./ },
    },
  };
  const before = readdirSync(space.folder, { recursive: true }).length;

  // The languages in turn: each fault in both would take twice the time, and no text lacks the other one.
  const inTurn = Object.entries(faults).map(([what, fault], at) => [what, LANGUAGES[at % 2] ?? 'nb', fault] as const);
  it.each(inTurn)('%s (%s)', async (_, language, { words, says }) => {
    const reports = runFolders(path.join(space.folder, 'reports'));
    const { code, out, err } = await katalogvakt([...words, '--lang', language], { in: space.folder });
    expect(err).toMatch(says[language]);
    expect(err).toMatch(/^katalogvakt: \S/);
    expect(err).not.toMatch(STACK);
    expect([code, out]).toEqual([2, '']);
    expect(runFolders(path.join(space.folder, 'reports'))).toEqual(reports);
    expect(readdirSync(path.join(space.folder)).filter((name) => /^\.run-|\.part$/.test(name))).toEqual([]);
  });

  it.each(['verify', 'history'])('%s in a folder without agreements is not a pass', async (command) => {
    const { code, out, err } = await katalogvakt([command], { in: folder.path });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/Found no agreements\. Run the command in the workspace/);
  });

  it('not one of them leaves a file', () => {
    const made = readdirSync(space.folder, { recursive: true }).filter((name) => name !== 'reports');
    expect(made).toHaveLength(before);
  });
});

describe('a price list that cannot be used is the buyer’s to put right', () => {
  it.each<[string, string, string | Uint8Array, Both]>([
    [
      'without a price column',
      'prices.csv',
      'Varenr;Varenavn;Enhet\n100;Papir;stk\n',
      { nb: /prices\.csv mangler en kolonne for pris/, en: /prices\.csv lacks a price column/ },
    ],
    [
      'without numbers',
      'prices.csv',
      'Varenavn;Enhet;Pris\nPapir;stk;1\n',
      { nb: /varenummer eller GTIN/, en: /item number or GTIN/ },
    ],
    [
      'with a cell nobody can read',
      'prices.csv',
      `${PRICES}400;Lim;stk;12,5O\r\n`,
      { nb: /prices\.csv, rad 5.*12,5O/, en: /prices\.csv, row 5.*12,5O/ },
    ],
    [
      'with one article at two prices',
      'prices.csv',
      `${PRICES}100;Papir;stk;1,00\r\n`,
      { nb: /100 står to ganger.*rad 2 og 5/, en: /100 is listed twice.*rows 2 and 5/ },
    ],
    ['that is empty', 'prices.csv', '', { nb: /filen er tom/, en: /the file is empty/ }],
    [
      'that is cut off',
      'prices.csv',
      `${PRICES}400;"Lim;stk;12`,
      { nb: /prices\.csv, rad 5.*avkuttet/, en: /prices\.csv, row 5.*cut off/ },
    ],
    [
      'that is cut off',
      'prices.xlsx',
      book.subarray(0, book.length >> 1),
      { nb: /prices\.xlsx.*avkuttet/, en: /prices\.xlsx.*cut off/ },
    ],
    [
      'that has a password',
      'prices.xlsx',
      compoundFile('EncryptedPackage'),
      { nb: /passordbeskyttet/, en: /password-protected/ },
    ],
  ])('%s', async (_, name, content, says) => {
    const space = aWorkspace(folder, { prices: { name, content } });
    space.write(`${space.inbox}/katalog.csv`, GOOD);
    for (const language of LANGUAGES) {
      const { code, out, err } = await katalogvakt(['check', `${space.inbox}/katalog.csv`, '--lang', language], {
        in: space.folder,
      });
      expect(err).toMatch(says[language]);
      expect(err).not.toMatch(STACK);
      expect([code, out]).toEqual([2, '']);
    }
    expect(runFolders(path.join(space.folder, 'reports'))).toEqual([]);
  });
});

describe('a previous version that turns out cut off far down', () => {
  it('is the operator’s, however good the catalogue is', async () => {
    const content = `${GOOD}${Array.from({ length: 4000 }, (_, at) => `V${at};Vare;stk;1,00\n`).join('')}9;"Lim`;
    const space = aWorkspace(folder, { previous: { content } });
    space.write(`${space.inbox}/katalog.csv`, GOOD);
    for (const words of [
      ['check', `${space.inbox}/katalog.csv`, '--as-of', DAY],
      ['diff', 'catalogs/avtale/approved/forrige.csv', `${space.inbox}/katalog.csv`],
    ]) {
      const { code, err } = await katalogvakt(words, { in: space.folder });
      expect(err).not.toMatch(STACK);
      expect(err).toMatch(/forrige\.csv/);
      expect(code).toBe(2);
    }
    expect(runFolders(path.join(space.folder, 'reports'))).toEqual([]);
  });
});

describe('the surroundings', () => {
  const space = aWorkspace(folder);
  space.write('God katalog æøå (2).csv', GOOD);
  space.write('ren.csv', GOOD);
  space.write('dårlig.csv', 'Varenr;Varenavn;Enhet;Pris\n100;Kopipapir A4;stk;0,00\n');
  const run = (words: readonly string[], options: Partial<CommandOptions> = {}): Promise<CommandRun> =>
    katalogvakt(words, { in: space.folder, ...options });

  it('a name with blanks and æøå is told as it is, and makes a folder every system can hold', async () => {
    const checked = checkRun(
      await run(['check', 'God katalog æøå (2).csv', '--as-of', DAY, '--out', 'a']),
      path.join(space.folder, 'a'),
    );
    expect([checked.code, checked.result.catalogue.file]).toEqual([0, 'God katalog æøå (2).csv']);
    expect(path.basename(checked.runFolder)).toBe(`god-katalog-aeoa-2-${DAY}`);
  });

  it('a dash is standard input', async () => {
    const checked = checkRun(
      await run(['check', '-', '--as-of', DAY, '--out', 'b'], { input: GOOD }),
      path.join(space.folder, 'b'),
    );
    expect([checked.code, checked.result.outcome, checked.result.lines.read]).toEqual([0, 'approved', 2]);
    expect(checked.approved?.toString()).toBe(GOOD);
  });

  it('a dash is standard input for the other commands too, once', async () => {
    const inspected = await run(['inspect', '-'], { input: GOOD });
    expect([inspected.code, inspected.out]).toEqual([0, expect.stringContaining('Varenr')]);
    const same = await run(['diff', 'ren.csv', '-'], { input: GOOD });
    expect([same.code, same.err]).toEqual([0, '']);
    const converted = await run(['convert', '-', 'fra-inn.csv'], { input: GOOD });
    expect([converted.code, converted.err]).toEqual([0, '']);
    const twice = await run(['diff', '-', '-'], { input: GOOD });
    expect([twice.code, twice.err]).toEqual([2, expect.stringMatching(/\(-\)/)]);
    const saved = await run(['inspect', '-', '--save'], { input: GOOD });
    expect([saved.code, saved.err]).toEqual([2, expect.stringMatching(/--save/)]);
  });

  it('a limit is told with the flag that moves it, and moved by it', async () => {
    space.write('lang.csv', `Varenr;Varenavn;Enhet;Pris\n1;${'x'.repeat(1 << 20)};stk;1,00\n2;Lim;stk;2,00\n`);
    const refused = await run(['convert', 'lang.csv', 'kort.csv', '--limit', 'record=1']);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--limit record=') });
    expect(await run(['convert', 'lang.csv', 'kort.csv'])).toMatchObject({ code: 0, err: '' });
    const columns = checkRun(
      await run(['check', 'ren.csv', '--limit', 'columns=2', '--as-of', DAY, '--out', 'h']),
      path.join(space.folder, 'h'),
    );
    expect(columns.findings).toMatchObject([{ rule: 'file/too-large', actual: '2', message: 'columns' }]);
    expect(columns.out).toContain('--limit columns=');
    const wrong = await run(['check', 'ren.csv', '--limit', 'rows=2']);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('record') });
  });

  it('standard input that is empty is a refused catalogue', async () => {
    const checked = checkRun(
      await run(['check', '-', '--as-of', DAY, '--out', 'c'], { input: '' }),
      path.join(space.folder, 'c'),
    );
    expect([checked.code, checked.findings.map(({ rule }) => rule)]).toEqual([1, ['file/empty']]);
  });

  it('several files give the worst exit code, and each its own folder', async () => {
    const good = await run(['check', 'ren.csv', 'God katalog æøå (2).csv', '--out', 'd', '--as-of', DAY]);
    const refused = await run(['check', 'dårlig.csv', 'ren.csv', '--out', 'e', '--as-of', DAY]);
    const missing = await run(['check', 'borte.csv', 'dårlig.csv', '--out', 'f', '--as-of', DAY]);
    expect([good.code, refused.code, missing.code]).toEqual([0, 1, 2]);
    expect([runFolders(path.join(space.folder, 'd')).length, runFolders(path.join(space.folder, 'f')).length]).toEqual([
      2, 1,
    ]);
    expect(good.out.indexOf('== ren.csv ==')).toBeLessThan(good.out.indexOf('== God katalog'));
    expect(missing.err).toMatch(/borte\.csv/);
  });

  it('the same run twice has two folders of one name and a counter, with the same bytes', async () => {
    for (const _ of [1, 2, 3]) await run(['check', 'ren.csv', '--out', 'g', '--as-of', DAY]);
    const out = path.join(space.folder, 'g');
    expect(runFolders(out)).toEqual([`ren-${DAY}`, `ren-${DAY}-2`, `ren-${DAY}-3`]);
    for (const name of readdirSync(path.join(out, `ren-${DAY}`))) {
      expect(readFileSync(path.join(out, `ren-${DAY}-2`, name))).toEqual(
        readFileSync(path.join(out, `ren-${DAY}`, name)),
      );
    }
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }, {}])(
    'nothing is coloured that is no terminal: %o',
    async (environment) => {
      const { out } = await run(['check', 'dårlig.csv', '--out', 'h', '--as-of', DAY], { environment });
      expect(out).not.toContain('\u001b');
    },
  );

  it.each([
    ['nb_NO.UTF-8', /Godkjent|godkjent/],
    ['en_GB.UTF-8', /[Aa]pproved/],
  ])('the language is the system’s: %s', async (locale, word) => {
    const { out } = await run(['check', 'ren.csv', '--out', 'i', '--as-of', DAY], { environment: { LC_ALL: locale } });
    expect(out).toMatch(word);
  });

  it('quiet is quiet', async () => {
    expect(await run(['check', 'dårlig.csv', '--quiet', '--out', 'j', '--as-of', DAY])).toEqual({
      code: 1,
      out: '',
      err: '',
    });
  });

  it('a reader that goes away is no error', async () => {
    const script = `"${process.execPath}" "${COMMAND}" rules | head -1; "${process.execPath}" "${COMMAND}" check ren.csv --out k --as-of ${DAY} | true`;
    const child = spawn('sh', ['-c', script], { cwd: space.folder, env: ENVIRONMENT });
    let err = '';
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString();
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
    expect(runFolders(path.join(space.folder, 'k'))).toEqual([`ren-${DAY}`]);
  });

  it('Ctrl-C in the middle of a check ends it and leaves nothing', async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `V${at};Vare nummer ${at};stk;${at % 900},50`);
    space.write('stor.csv', `Varenr;Varenavn;Enhet;Pris\n${lines.join('\n')}\n`);
    const temporary = path.join(space.folder, 'tmp');
    mkdirSync(temporary);
    const out = path.join(space.folder, 'l');
    const child = spawn(process.execPath, [COMMAND, 'check', 'stor.csv', '--out', 'l'], {
      cwd: space.folder,
      env: { ...ENVIRONMENT, TMPDIR: temporary },
    });
    let printed = '';
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
    });
    child.stderr.on('data', (text: Buffer) => {
      printed += text.toString();
    });
    const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.on('close', (...how) => resolve(how)),
    );
    // The run's folder is made when all inputs are read and the lines are about to be.
    while (runFolders(out).length === 0 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(runFolders(out)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(printed).toBe('Interrupted. Nothing was written.\n');
  });

  it('a temporary folder that is not there is told', async () => {
    const { code, err } = await run(['check', 'ren.csv', '--out', 'm'], {
      environment: { TMPDIR: path.join(space.folder, 'borte') },
    });
    expect(err).toMatch(/borte/);
    expect(err).not.toMatch(STACK);
    expect(code).toBe(2);
    expect(runFolders(path.join(space.folder, 'm'))).toEqual([]);
  });
});
