/** Whole runs on small workspaces: what goes on, what does not, and that what goes on is what was sent. */
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { published } from '../../src/engine/schema-words.ts';
import { resultSchema } from '../../src/reporters/result-schema.ts';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook } from '../builders/workbook.ts';
import { aWorkspace, type CheckRun, DAY } from '../builders/workspace.ts';

const folder = temporaryFolder();
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
formats.default(ajv, ['date']);
const validate = ajv.compile(published(resultSchema));

const HEAD = 'Varenr;Varenavn;Enhet;Pris;Hylle\r\n';
const PAPER = '100;Kopipapir A4;stk;49,90;A1\r\n';
const ENVELOPE = '200;"Konvolutt C5";stk;12,50;"B;2"\r\n';
const PEN = '300;Kulepenn blå;stk;8,00;C3\r\n';
const ALL = HEAD + PAPER + ENVELOPE + PEN;
const DEAR = '200;"Konvolutt C5";stk;14,50;"B;2"\r\n';
const CORRECT = 'rules:\n  price/above-agreed: { severity: error, disposition: correct }';
const KEEP = 'rules:\n  price/above-agreed: { severity: error, disposition: keepPrevious }';

/** Holds for every run, whatever it finds. */
function expectSound({ result, findings }: CheckRun): void {
  validate(result);
  expect(validate.errors).toBeNull();
  const { read, asSent, corrected, keptPrevious, withheld } = result.lines;
  expect(asSent + corrected + keptPrevious + withheld).toBe(read);
  const { error, warning, info } = result.findings;
  expect(error + warning + info).toBe(findings.length);
  expect(result.rules.reduce((sum, rule) => sum + rule.findings, 0)).toBe(findings.length);
  expect(result.files.includes('approved.csv') || result.files.includes('approved.xlsx')).toBe(
    result.outcome !== 'refused',
  );
}

const rulesOf = ({ findings }: CheckRun): string[] => findings.map(({ rule, place }) => `${rule}:${place.row ?? ''}`);

describe('outcome and exit code', () => {
  it('every line as sent: approved, and the very bytes of the file go on', async () => {
    const run = await aWorkspace(folder).check('a.csv', ALL);
    expectSound(run);
    expect([run.code, run.result.outcome, run.approved?.toString()]).toEqual([0, 'approved', ALL]);
  });

  it.each<[string, string, string[], number]>([
    ['is no pass by itself', '', [], 1],
    ['is a pass where the rule set says so', 'gate: { allowPartly: true }', [], 0],
    ['is a pass where the operator says so', '', ['--allow-partly'], 0],
    ['is none where the operator takes it back', 'gate: { allowPartly: true }', ['--no-allow-partly'], 1],
  ])('partly approved %s', async (_, rules, words, code) => {
    const run = await aWorkspace(folder, { rules }).check('a.csv', HEAD + PAPER + DEAR + PEN, ...words);
    expectSound(run);
    expect([run.code, run.result.outcome, run.approved?.toString()]).toEqual([code, 'partly', HEAD + PAPER + PEN]);
    expect(run.result.lines).toMatchObject({ read: 3, asSent: 2, withheld: 1 });
    expect(run.file('withheld.csv').toString()).toContain('Konvolutt C5');
  });

  it('nothing left: refused', async () => {
    const run = await aWorkspace(folder).check('a.csv', HEAD + DEAR);
    expectSound(run);
    expect([run.code, run.result.outcome, run.result.refusedBecause]).toEqual([
      1,
      'refused',
      [{ reason: 'nothingLeft' }],
    ]);
  });

  it('a warning is a pass, unless asked otherwise', async () => {
    const space = aWorkspace(folder);
    const shouting = `${HEAD}${PAPER}200;KONVOLUTT C5 HVIT MED VINDU;stk;12,50;B2\r\n`;
    const [usual, strict] = [
      await space.check('a.csv', shouting),
      await space.check('a.csv', shouting, '--fail-on', 'warning'),
    ];
    expect(usual.result.findings).toMatchObject({ error: 0 });
    expect(usual.result.findings.warning).toBeGreaterThan(0);
    expect([usual.code, strict.code]).toEqual([0, 1]);
    expect([usual.result.outcome, strict.result.outcome]).toEqual(['approved', 'approved']);
  });

  it.each<[string, string, string, object]>([
    [
      'share withheld',
      'gate: { limits: { withheldPercent: 20 } }',
      HEAD + PAPER + DEAR + PEN,
      { reason: 'limit', limit: 'withheldPercent', allowed: '20', actual: '33.33' },
    ],
    [
      'share removed',
      'gate: { limits: { removedPercent: 30 } }',
      HEAD + PAPER + PEN,
      { reason: 'limit', limit: 'removedPercent', allowed: '30', actual: '33.33' },
    ],
    [
      'agreed articles missing',
      'gate: { limits: { missingAgreed: 0 } }',
      HEAD + PAPER + PEN,
      { reason: 'limit', limit: 'missingAgreed', allowed: '0', actual: '1' },
    ],
  ])('a limit refuses: %s', async (_, rules, content, reason) => {
    const run = await aWorkspace(folder, { rules, previous: { content: ALL } }).check(
      'a.csv',
      content,
      '--allow-partly',
    );
    expectSound(run);
    expect([run.code, run.result.outcome, run.result.refusedBecause, run.approved]).toEqual([
      1,
      'refused',
      [reason],
      undefined,
    ]);
    expect(run.result.lines).toMatchObject({ asSent: 0, withheld: run.result.lines.read });
  });

  it('a limit that is just kept does not', async () => {
    const run = await aWorkspace(folder, { rules: 'gate: { limits: { withheldPercent: "33.33" } }' }).check(
      'a.csv',
      HEAD + PAPER + DEAR + PEN,
    );
    expect(run.result.outcome).toBe('partly');
  });

  it('what the rule set requires and the run lacks refuses, each by name', async () => {
    const run = await aWorkspace(folder, { prices: null, rules: 'requires: [agreement, prices, previous]' }).check(
      'a.csv',
      ALL,
    );
    expectSound(run);
    expect([run.code, run.result.refusedBecause]).toEqual([
      1,
      [
        { reason: 'missing', what: 'prices' },
        { reason: 'missing', what: 'previous' },
      ],
    ]);
  });

  it('rules that cannot be asked are named with the reason, and counted in the first line', async () => {
    const run = await aWorkspace(folder, { prices: null }).check('a.csv', ALL);
    const reasons = new Map(run.result.notChecked.map(({ rule, ...reason }) => [rule, reason]));
    expect(reasons.get('price/above-agreed')).toEqual({ reason: 'noPrices' });
    expect(reasons.get('price/change-limit')).toEqual({ reason: 'noPrevious' });
    expect(reasons.get('assortment/outside-scope')).toEqual({ reason: 'noScope' });
    expect(reasons.get('identity/gtin-check-digit')).toEqual({ reason: 'noColumn', fields: ['gtin'] });
    const asked = run.result.rules.map(({ rule }) => rule);
    const waiting = [...reasons.values()].filter(({ reason }) => /^no(?:Scope|Search|Class|L|Recognised)/.test(reason));
    expect(run.out.split('\n')[0]).toContain(
      `${asked.length} av ${asked.length + reasons.size} regler kjørt, ${reasons.size - waiting.length} mangler data.`,
    );
    expect(asked.filter((rule) => reasons.has(rule))).toEqual([]);
  });
});

describe('what the agreement demands by UNSPSC', () => {
  const COLUMNS = 'Varenr;Varenavn;Enhet;Pris;UNSPSC\r\n';
  const CLASSED = '100;Kopipapir A4;stk;49,90;14111507\r\n';
  const BLANK = '200;Konvolutt C5;stk;12,50;\r\n';
  const SCOPE = 'scope: { unspsc: ["14", "44"] }';
  const LABELS = 'labels:\n  - { unspsc: "47", anyOf: [svanemerket] }';
  const WANTED = {
    content:
      'Varenr;Varenavn;Enhet;Avtalt pris;Miljøkrav\r\n100;Kopipapir A4;stk;49,90;Svanemerket\r\n200;Konvolutt C5;stk;12,50;\r\n',
  };
  const reasonOf = ({ result }: CheckRun, id: string) => result.notChecked.find(({ rule }) => rule === id);

  it.each([SCOPE, LABELS])('is not escaped by leaving the code blank: %s', async (agreement) => {
    const run = await aWorkspace(folder, { agreement }).check('a.csv', COLUMNS + CLASSED + BLANK);
    expectSound(run);
    expect(rulesOf(run)).toContain('class/missing:3');
    expect(run.approved?.toString()).toBe(COLUMNS + CLASSED);
  });

  it('is not asked of an agreement without such demands', async () => {
    const run = await aWorkspace(folder).check('a.csv', COLUMNS + CLASSED + BLANK);
    expect(run.result.outcome).toBe('approved');
    expect(reasonOf(run, 'class/missing')).toEqual({ rule: 'class/missing', reason: 'noClassDemands' });
  });

  it('is told not to be checked where the file has no such column', async () => {
    const run = await aWorkspace(folder, { agreement: LABELS }).check('a.csv', ALL);
    for (const rule of ['class/missing', 'label/demanded'])
      expect(reasonOf(run, rule)).toEqual({ rule, reason: 'noColumn', fields: ['unspsc'] });
  });

  it('stands beside what the price list demands: that is checked without the column, the rest counted', async () => {
    const run = await aWorkspace(folder, { agreement: LABELS, prices: WANTED }).check('a.csv', HEAD + PAPER + ENVELOPE);
    expect(rulesOf(run)).toContain('label/demanded:2');
    expect(run.result.rules.find(({ rule }) => rule === 'label/demanded')).toMatchObject({ checked: 1, skipped: 1 });
    const alone = await aWorkspace(folder, { prices: WANTED }).check('a.csv', HEAD + PAPER + ENVELOPE);
    expect(alone.result.rules.find(({ rule }) => rule === 'label/demanded')).toMatchObject({ checked: 2, skipped: 0 });
  });
});

describe('a column that is there but empty', () => {
  it('leaves its rules unchecked, which the page tells, and the summary points there', async () => {
    const run = await aWorkspace(folder).check('a.csv', 'Varenr;Varenavn;Enhet;Pris;GTIN\r\n100;Papir;stk;49,90;\r\n');
    expectSound(run);
    const rule = 'identity/gtin-check-digit';
    expect(run.result.notChecked).toContainEqual({ rule, reason: 'noValue', fields: ['gtin'] });
    expect(run.result.rules.map((count) => count.rule)).not.toContain(rule);
    expect(run.file('report.html').toString()).toContain('ingen linjer har en lesbar verdi for GTIN');
    // The summary names the first reasons only, and where the others are.
    expect(run.out.replaceAll(/\s+/g, ' ')).toMatch(/og \d+ til \(report\.html\)/);
  });

  it('and so does a price list that no line is on', async () => {
    const run = await aWorkspace(folder).check('a.csv', `${HEAD}900;Ukjent;stk;1,00;A1\r\n`);
    expect(run.result.notChecked).toContainEqual({ rule: 'price/above-agreed', reason: 'noneAgreed' });
  });
});

describe('a file without an agreement', () => {
  it('is said to be held against none, with the rule set', async () => {
    folder.write('uten-avtale/katalog.csv', ALL);
    const run = await katalogvakt(['check', 'katalog.csv', '--as-of', DAY, '--out', 'ut', '--lang', 'nb'], {
      in: `${folder.path}/uten-avtale`,
    });
    const said = run.out.replaceAll(/\s+/g, ' ');
    expect(said).toContain(
      'IKKE kontrollert mot noen avtale: fant ingen agreement.yaml over filen. Regelsett: katalogvakt:supplier.',
    );
    expect(said).not.toContain('klar for bestillingssystemet');
  });
});

describe('a rule set that would let faults through unseen', () => {
  it.each([
    ['value/unreadable: off', 'value/unreadable'],
    ['value/unreadable: warning', 'value/unreadable'],
    ['unit/unknown: off', 'unit/unknown'],
    ['unit/unknown: { severity: info }', 'unit/unknown'],
  ])('is refused: %s', async (line, rule) => {
    const space = aWorkspace(folder, { rules: `rules:\n  ${line}` });
    space.write('katalog.csv', ALL);
    const agreement = `${space.folder}/catalogs/avtale/agreement.yaml`;
    const run = await katalogvakt(['check', 'katalog.csv', '--agreement', agreement, '--lang', 'nb'], {
      in: space.folder,
    });
    expect(run.code).toBe(2);
    expect(run.err).toContain(`\`${rule}\` er `);
    expect(run.err).toContain('kan ikke slås av');
  });
});

describe('a price is put right', () => {
  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
  ])('the way its column writes, and every other byte stays: %s', async (_, bytes) => {
    const run = await aWorkspace(folder, { rules: CORRECT }).check('a.csv', bytes(HEAD + PAPER + DEAR + PEN));
    expectSound(run);
    expect(run.result.lines).toMatchObject({ read: 3, asSent: 2, corrected: 1, withheld: 0 });
    const put = '200;Konvolutt C5;stk;12,50;"B;2"\r\n';
    expect(run.approved).toEqual(bytes(HEAD + PAPER + put + PEN));
    const [, corrected, ...others] = run.file('withheld.csv').toString().trimEnd().split('\r\n');
    expect(corrected).toContain('14,50');
    expect(corrected).toMatch(/rettet;.*Rettet til: Pris 12,50\s(kr|NOK)/);
    expect(others).toEqual([]);
    expect(run.out.split('\n').slice(0, 2).join(' ')).toMatch(/3 av 3 linjer\..* Av dem 2 som sendt, 1 rettet\./);
    const again = await aWorkspace(folder).check('a.csv', run.approved ?? '');
    expect([again.code, again.result.outcome]).toEqual([0, 'approved']);
  });

  it('in a workbook, as a number', async () => {
    const rows = [
      ['Varenr', 'Varenavn', 'Enhet', 'Pris'],
      ['100', 'Kopipapir A4', 'stk', 49.9],
      ['200', 'Konvolutt C5', 'stk', 14.5],
    ];
    const space = aWorkspace(folder, { rules: CORRECT });
    const run = await space.check('a.xlsx', sheetWorkbook({ sheets: [{ name: 'Ark1', rows }] }));
    expectSound(run);
    expect(run.result.lines).toMatchObject({ read: 2, asSent: 1, corrected: 1 });
    const again = await space.check('b.xlsx', run.approved ?? '', '--previous', `${space.inbox}/a.xlsx`);
    expect([again.code, again.result.outcome, again.result.diff?.priceDown]).toEqual([0, 'approved', 1]);
    expect(again.result.diff).toMatchObject({ changed: 1, unchanged: 1 });
  });

  it('not where the line breaks another rule', async () => {
    const run = await aWorkspace(folder, { rules: CORRECT }).check('a.csv', `${HEAD}${PAPER}200;;stk;14,50;B2\r\n`);
    expectSound(run);
    expect(run.result.lines).toMatchObject({ asSent: 1, corrected: 0, withheld: 1 });
  });
});

describe('what changed is told of the file as sent', () => {
  const previous = { content: `${HEAD + PAPER}200;Konvolutt C5;stk;10,00;"B;2"\r\n300;Kulepenn blå;stk;7,00;C\r\n` };
  const sent = HEAD + PAPER + DEAR + PEN;

  it('and says which price rises do not go on', async () => {
    const run = await aWorkspace(folder, { previous }).check('a.csv', sent);
    expect(run.result.diff).toMatchObject({ priceUp: 2, priceUpStopped: 1, priceDown: 0, priceDownStopped: 0 });
    const changes = run
      .file('diff.jsonl')
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(changes.filter(({ field }) => field === 'price').map(({ item, stopped }) => [item, stopped])).toEqual([
      ['200', true],
      ['300', undefined],
    ]);
    expect(run.out).toContain('(1 går ikke videre)');
    expect(run.file('report.html').toString()).toContain('En pris som går videre, er satt opp');
  });

  it.each([
    ['put right', CORRECT, 1],
    ['not stopped', 'rules: { price/above-agreed: warning }', 0],
    ['refused', 'gate: { limits: { withheldPercent: 20 } }', 2],
  ])('with the rises that were %s', async (_, rules, stopped) => {
    const run = await aWorkspace(folder, { previous, rules }).check('a.csv', sent);
    expect(run.result.diff).toMatchObject({ priceUp: 2, priceUpStopped: stopped });
  });
});

describe('the line approved last stays', () => {
  const previous = {
    content: `${HEAD.replace('Hylle', 'Plass') + PAPER}200;Konvolutt C5, hvit;stk;11,90;"B;1"\r\n${PEN}`,
  };
  const kept = { content: `${HEAD + PAPER}200;Konvolutt C5, hvit;stk;11,90;"B;1"\r\n${PEN}` };

  it('where it passes today’s rules, in the new one’s place', async () => {
    const run = await aWorkspace(folder, { rules: KEEP, previous: kept }).check('a.csv', HEAD + PAPER + DEAR + PEN);
    expectSound(run);
    expect(run.result.lines).toMatchObject({ read: 3, asSent: 2, keptPrevious: 1, withheld: 0 });
    expect(run.approved?.toString()).toBe(kept.content);
    expect(run.findings.find(({ rule }) => rule === 'price/above-agreed')).toMatchObject({
      disposition: 'keepPrevious',
      lineDisposition: 'keepPrevious',
    });
  });

  it('with what it says in columns nobody knows', async () => {
    const head = 'Varenr;Varenavn;;Enhet;Pris; Hylle ;Sone;Sone\r\n';
    const old = `${head}100;Kopipapir A4;x;stk;49,90;A1;m;n\r\n200;Konvolutt C5;y;stk;11,90;B2;o;p\r\n`;
    const sent = `${head}100;Kopipapir A4;x;stk;49,90;A1;m;n\r\n200;Konvolutt C5;z;stk;14,50;B3;q;r\r\n`;
    const run = await aWorkspace(folder, { rules: KEEP, previous: { content: old } }).check('a.csv', sent);
    expect(run.result.lines).toMatchObject({ keptPrevious: 1 });
    expect(run.approved?.toString()).toBe(old);
    const changed = run
      .file('diff.jsonl')
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { before?: string });
    expect(changed.map(({ before }) => before)).toEqual(['11.9', 'y', 'B2', 'o', 'p']);
  });

  it('in the columns of the new file', async () => {
    const run = await aWorkspace(folder, { rules: KEEP, previous }).check('a.csv', HEAD + PAPER + DEAR + PEN);
    expect(run.approved?.toString()).toBe(`${HEAD}${PAPER}200;Konvolutt C5, hvit;stk;11,90;\r\n${PEN}`);
  });

  it('not where it no longer passes', async () => {
    const dear = { content: `${HEAD + PAPER}200;Konvolutt C5;stk;13,00;B2\r\n${PEN}` };
    const run = await aWorkspace(folder, { rules: KEEP, previous: dear }).check('a.csv', HEAD + PAPER + DEAR + PEN);
    expectSound(run);
    expect(run.result.lines).toMatchObject({ keptPrevious: 0, withheld: 1 });
    expect(run.approved?.toString()).toBe(HEAD + PAPER + PEN);
  });

  it('not without a previous version', async () => {
    const run = await aWorkspace(folder, { rules: KEEP }).check('a.csv', HEAD + PAPER + DEAR);
    expect(run.result.lines).toMatchObject({ keptPrevious: 0, withheld: 1 });
  });

  it('not twice: its own number goes out further down', async () => {
    const head = 'Varenr;GTIN;Varenavn;Enhet;Pris\r\n';
    const old = `${head}100;7038010000003;Kopipapir A4;stk;49,90\r\n200;7038840000105;Konvolutt C5;stk;12,50\r\n`;
    const prices = {
      content:
        'Varenr;Varenavn;Enhet;Avtalt pris\r\n100;Kopipapir A4;stk;49,90\r\n150;Papir;stk;10,00\r\n200;Konvolutt C5;stk;12,50\r\n',
    };
    // 150 has the GTIN that was 100's, and 100 stands below with another one.
    const sent = `${head}150;7038010000003;Papir;stk;99,00\r\n100;7038010000010;Kopipapir A4;stk;49,90\r\n200;7038840000105;Konvolutt C5;stk;12,50\r\n`;
    const run = await aWorkspace(folder, { rules: KEEP, prices, previous: { content: old } }).check('a.csv', sent);
    const numbers = run.approved?.toString().match(/^\d+/gm);
    expect(numbers).toEqual(['100', '200']);
  });

  it('also for an agreed article the new file lacks, at its end', async () => {
    const rules = 'rules:\n  assortment/agreed-item-missing: { severity: error, disposition: keepPrevious }';
    const run = await aWorkspace(folder, { rules, previous: kept }).check('a.csv', `${HEAD}${PAPER}${PEN.trimEnd()}`);
    expectSound(run);
    expect(run.result.outcome).toBe('partly');
    expect(run.result.lines).toEqual({
      read: 2,
      asSent: 2,
      corrected: 0,
      keptPrevious: 0,
      withheld: 0,
      keptMissing: 1,
    });
    expect(run.approved?.toString()).toBe(
      `${HEAD}${PAPER}${PEN}200;"Konvolutt C5, hvit";stk;11,90;"B;1"\r\n`.replace(
        '"Konvolutt C5, hvit"',
        'Konvolutt C5, hvit',
      ),
    );
  });
});

describe('duplicates', () => {
  it('of identical lines the first stays', async () => {
    const run = await aWorkspace(folder).check('a.csv', HEAD + PAPER + ENVELOPE + PAPER + PEN);
    expectSound(run);
    expect(run.approved?.toString()).toBe(ALL);
    expect(rulesOf(run).filter((rule) => rule.startsWith('identity/'))).toEqual(['identity/duplicate:4']);
  });

  it('of differing lines none does', async () => {
    const run = await aWorkspace(folder).check(
      'a.csv',
      `${HEAD}${PAPER}${ENVELOPE}100;Kopipapir A4;stk;45,00;A1\r\n${PEN}`,
    );
    expectSound(run);
    expect(run.approved?.toString()).toBe(HEAD + ENVELOPE + PEN);
    expect(rulesOf(run).filter((rule) => rule.startsWith('identity/'))).toEqual([
      'identity/duplicate:2',
      'identity/duplicate:4',
    ]);
  });

  it('are told by name, as findings on one line are', async () => {
    const run = await aWorkspace(folder).check('a.csv', `${HEAD}${PAPER}100;Kopipapir A4;stk;45,00;A1\r\n`);
    const told = run.findings.filter(({ rule }) => rule === 'identity/duplicate');
    expect(told.map(({ name }) => name)).toEqual(['Kopipapir A4', 'Kopipapir A4']);
  });

  it('an article that stands twice in the price list, at one price, is not missing', async () => {
    const prices = {
      content:
        'Varenr;Varenavn;Enhet;Avtalt pris\r\n100;Papir;stk;49,90\r\n200;Konvolutt;stk;12,50\r\n300;Penn;stk;8,00\r\n100;Papir;stk;49,90\r\n',
    };
    const run = await aWorkspace(folder, { prices }).check('a.csv', ALL);
    expect(rulesOf(run)).toEqual([]);
  });

  it('an article that stands twice in the price list for different quantities stops the run', async () => {
    const content =
      'Varenr;Varenavn;Enhet;Prisgrunnlag;Avtalt pris\r\n100;Papir;stk;1;49,90\r\n100;Papir;stk;100;49,90\r\n';
    const space = aWorkspace(folder, { prices: { content } });
    space.write(`${space.inbox}/a.csv`, ALL);
    const run = await katalogvakt(['check', `${space.inbox}/a.csv`], { in: space.folder });
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('100 står to ganger')]);
  });
});

describe('lines keep their bytes', () => {
  it('however oddly they are written', async () => {
    const odd = [
      '\ufeffPrisliste;;;;\r\n',
      '\r\n',
      '"Varenr";Varenavn;Enhet;"Pris\neks. mva";Hylle\r\n',
      '100;"Kopipapir A4";stk;"49,90"; A1 \n',
      '\r\n',
      DEAR,
      '300;Kulepenn blå;stk; 8,00 ;"C""3"',
    ];
    const run = await aWorkspace(folder).check('a.csv', odd.join(''));
    expect(run.result.lines).toMatchObject({ read: 3, asSent: 2, withheld: 1 });
    expect(run.approved?.toString()).toBe(odd.filter((part) => part !== DEAR).join(''));
  });

  it('and the approved file, sent again, is approved with nothing changed', async () => {
    const rules = `${KEEP}\n  assortment/agreed-item-missing: { severity: error, disposition: keepPrevious }`;
    const space = aWorkspace(folder, { rules, previous: { content: ALL } });
    const first = await space.check('a.csv', HEAD + DEAR + PEN + PEN);
    expect(first.result.lines).toMatchObject({ keptPrevious: 1, keptMissing: 1, withheld: 1 });
    space.write('catalogs/avtale/approved/ny.csv', first.approved ?? '');
    const again = await space.check('b.csv', first.approved ?? '', '--previous', 'catalogs/avtale/approved/ny.csv');
    expect([again.code, again.result.outcome, again.result.findings.error]).toEqual([0, 'approved', 0]);
    expect(again.result.diff).toMatchObject({ added: 0, removed: 0, changed: 0, renumbered: 0, unchanged: 3 });
    expect(again.approved).toEqual(first.approved);
  });
});

describe('formats may differ between versions', () => {
  const rows = [
    ['Varenr', 'Varenavn', 'Enhet', 'Pris'],
    ['100', 'Kopipapir A4', 'stk', 49.9],
    ['200', 'Konvolutt C5', 'stk', 11.9],
    ['300', 'Kulepenn blå', 'stk', 8],
  ];
  const book = sheetWorkbook({ sheets: [{ name: 'Ark1', rows }] });
  const text =
    'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;14,50\r\n300;Kulepenn blå;stk;8,00\r\n';

  it('a workbook before, text now', async () => {
    const run = await aWorkspace(folder, { rules: KEEP, previous: { name: 'f.xlsx', content: book } }).check(
      'a.csv',
      text,
    );
    expectSound(run);
    expect(run.result.diff).toMatchObject({ changed: 1, unchanged: 2, priceUp: 1 });
    expect(run.approved?.toString()).toBe(text.replace('14,50', '11,90'));
  });

  it('text before, a workbook now', async () => {
    const before = text.replace('14,50', '12,50');
    const run = await aWorkspace(folder, { previous: { content: before } }).check('a.xlsx', book);
    expectSound(run);
    expect([run.code, run.result.outcome]).toEqual([0, 'approved']);
    expect(run.result.diff).toMatchObject({ changed: 1, unchanged: 2, priceDown: 1 });
  });

  it('how the new file is to be read says nothing of the one before', async () => {
    const commas = 'Varenr,Varenavn,Enhet,Pris\n100,Kopipapir A4,stk,49.90\n';
    const run = await aWorkspace(folder, { previous: { content: text } }).check(
      'a.csv',
      commas,
      '--delimiter',
      ',',
      '--from',
      'csv',
    );
    expect(run.result.diff).toMatchObject({ unchanged: 1, removed: 2 });
  });
});

describe('a file turned into another', () => {
  it('keeps the currency a price cell names', async () => {
    const space = aWorkspace(folder, { prices: null });
    space.write('inn.csv', 'Varenr;Varenavn;Pris\n1;Lim;12,50 EUR\n2;Tau;8,00\n');
    const { code } = await katalogvakt(['convert', 'inn.csv', 'ut.csv', '--lang', 'nb'], { in: space.folder });
    const compared = await katalogvakt(['diff', 'inn.csv', 'ut.csv'], { in: space.folder });
    expect([code, compared.code]).toEqual([0, 0]);
  });
});

it('the day of the check is the one asked for', async () => {
  const run = await aWorkspace(folder).check('a.csv', ALL);
  expect(run.result.asOf).toBe(DAY);
});
