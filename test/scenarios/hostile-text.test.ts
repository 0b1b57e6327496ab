/** Hostile text in every field of a line does no harm in any output: nothing runs, nothing breaks out, nothing is hidden. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIELD_NAMES, FIELDS } from '../../src/catalogue/field.ts';
import { type CommandRun, katalogvakt } from '../builders/command.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetParts, withTypes, workbook } from '../builders/workbook.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';

const folder = temporaryFolder();

/** By what it would do. */
const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>document.title="owned"</script>',
  image: '"><img src=x onerror="alert(1)">',
  program: "=cmd|' /C calc'!A0",
  sum: '@SUM(1)',
  plus: "+1+cmd|' /C calc'!A0",
  minus: "-1+cmd|' /C calc'!A0",
  plusOne: '+1',
  minusOne: '-1',
  tab: '\t=1+1',
  returned: '\r=1+1',
  wide: '＝1+1',
  other: 'a;=1+1,=1+1',
  turned: 'a\u202e=gpj.exe\u2066\u202db',
  long: 'x'.repeat(10_000),
  emoji: '😀👩‍👩‍👧🇳🇴',
  control: 'a\u0001\u0007\u001b[31mred\u001b]0;title\u0007\u007f\u0085\u009b2Jb',
  command: '\n::error file=x::owned\n##[error]owned',
  markup: '| a | b |\n\n# Heading [x](javascript:alert(1)) ![y](http://x.example/z.png) `code` @everyone <b>',
  entity: '&lt;b&gt;&#60;script&#62;]]><!-- --><![CDATA[',
  json: '"}],"x":[{"',
  proto: '__proto__',
};
const NAMES = Object.keys(HOSTILE);
/** What the lines of a file of changes say is no field of a whole catalogue. */
const COLUMNS = FIELD_NAMES.filter((field) => field !== 'action');
const HEADINGS = [...COLUMNS.map((field) => FIELDS[field].title.nb), "=cmd|' /C calc'!A1"];

/** One line for each hostile text, which stands in all its cells; in some a sound item number, so that other rules speak too. */
function rows(): readonly (readonly string[])[] {
  return Object.values(HOSTILE).map((text, at) => [
    ...COLUMNS.map((field) => (field === 'itemNumber' && at % 2 === 1 ? `${100 + at}` : text)),
    text,
  ]);
}

function csv(): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return [HEADINGS, ...rows()].map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('');
}

function xlsx(): Uint8Array {
  // As spreadsheet programs store what XML cannot hold.
  const stored = (text: string): string =>
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[\u0000-\u0008\u000b-\u001f]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`);
  const sheet = { name: '=1+1', rows: [HEADINGS, ...rows()].map((cells) => cells.map(stored)) };
  return workbook(withTypes(sheetParts({ sheets: [sheet] })));
}

const FILES = [
  ['katalog.csv', csv()],
  ['katalog.xlsx', xlsx()],
] as const;

/** What a spreadsheet takes for the beginning of a formula; a negative number and a dash are none. */
const RUNS = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^-(?:\d+(?:[.,]\d+)?)?$/;
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe.each(FILES)('hostile text in %s', (name, content) => {
  let space: Workspace;
  let run: CheckRun;
  const render = (report: string, ...words: readonly string[]): Promise<CommandRun> =>
    katalogvakt(['report', run.runFolder, '--report', report, ...words], { in: space.folder });

  beforeAll(async () => {
    const previous = 'Varenr;Varenavn;Enhet;Pris\r\n101;=1+1;stk;12,50\r\n999;@SUM(2);stk;1,00\r\n';
    space = aWorkspace(folder, { previous: { content: previous } });
    run = await space.check(name, content, '--report', 'text', '--report', 'annotated', '--allow-partly');
  }, 120_000);

  it('is checked to the end, and every line of it is read', () => {
    expect([0, 1]).toContain(run.code);
    expect(run.err).toBe('');
    expect(run.result.lines.read).toBe(NAMES.length);
  });

  it('is told where it would run as a formula, and such lines do not go on', () => {
    const told = run.findings.filter(({ rule }) => rule === 'value/formula-like');
    const lines = new Set(told.map(({ place }) => place.row));
    expect(lines.size).toBeGreaterThanOrEqual(6);
    for (const { lineDisposition } of told) expect(lineDisposition).toBe('withhold');
    expect(told.some(({ parameters }) => parameters?.['heading'] !== undefined)).toBe(true);
  });

  it.each(['findings.csv', 'diff.csv', 'withheld.csv'])('starts no formula in %s', (table) => {
    const text = run.file(table).toString('utf8');
    const records = parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][];
    expect(records.length).toBeGreaterThan(1);
    const alive = records.flat().filter((cell) => RUNS.test(cell) && !NUMBER.test(cell));
    expect(alive.map((cell) => cell.slice(0, 40))).toEqual([]);
  });

  it('is no formula in the workbook sent back', () => {
    const parts = unzipSync(run.file('annotated.xlsx'));
    for (const [part, bytes] of Object.entries(parts)) {
      if (!/\.(?:xml|rels|vml)$/.test(part)) continue;
      const xml = strFromU8(bytes);
      wellFormed(xml);
      expect(xml).not.toMatch(/<f[\s>]/);
    }
    const comments = strFromU8(parts['xl/comments1.xml'] ?? new Uint8Array());
    expect(comments.length).toBeGreaterThan(1000);
    expect(comments).not.toMatch(UNSEEN);
  });

  it.each(['json', 'sarif', 'gitlab'])('leaves %s JSON', async (report) => {
    const { code, out } = await render(report);
    expect(code).toBe(0);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });

  it('leaves JUnit XML', async () => {
    const { out } = await render('junit');
    wellFormed(out);
    expect(out).not.toMatch(UNSEEN);
  });

  it('begins no command of GitHub, and hides nothing in its log', async () => {
    const { out } = await render('github');
    const lines = out.split('\n').filter(Boolean);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice)[ :]/);
    expect(lines.length).toBeLessThanOrEqual(21);
    expect(out).not.toMatch(UNSEEN);
  });

  it('is no markup in a comment', async () => {
    const { out } = await render('markdown');
    expect(out.length).toBeLessThan(65_000);
    expect(out).not.toMatch(/<(?:script|img)/i);
    expect(out).not.toMatch(/\]\(|!\[|`code|@everyone|^# /m);
    expect(out).not.toMatch(UNSEEN);
  });

  it.each(['nb', 'en'])('is no markup in the page (%s)', async (language) => {
    const { out } = await render('html', '--lang', language);
    expect(out).toContain('&lt;script&gt;');
    expect(out).not.toMatch(/<img|<script>document/i);
    expect(out.length).toBeLessThan(2_000_000);
  });

  it('sends nothing to the terminal that it would obey', () => {
    expect(run.out).not.toMatch(UNSEEN);
    expect(run.out.length).toBeGreaterThan(500);
    for (const line of run.out.split('\n')) expect([...line].length).toBeLessThanOrEqual(200);
  });

  it('stands in the approved file as it was sent, if at all', () => {
    const approved = run.approved?.toString('utf8') ?? '';
    if (path.extname(name) === '.csv') for (const record of records(approved)) expect(records(csv())).toContain(record);
    for (const text of [HOSTILE['program'], HOSTILE['sum'], HOSTILE['tab']]) expect(approved).not.toContain(text);
  });
});

/** Each ends where a line end is followed by a cell's quote. */
function records(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\r\n)(?=")/);
}

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('../builders/read-marks.py', import.meta.url));

describeWithTool('hostile text in the workbook sent back', PYTHON, ['-c', 'import openpyxl'], () => {
  it.each(FILES)('of %s is text for openpyxl', async (name, content) => {
    const run = await aWorkspace(folder).check(name, content, '--report', 'annotated');
    const file = folder.write(`merket-${name}.xlsx`, run.file('annotated.xlsx'));
    const cells = execFileSync(PYTHON, ['-W', 'ignore', SCRIPT, file], { encoding: 'utf8', maxBuffer: 1 << 28 })
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as readonly string[])
      .filter(([kind]) => kind === 'cell');
    expect(cells.length).toBeGreaterThan(NAMES.length * 10);
    expect(cells.filter(([, , , type]) => type === 'f')).toEqual([]);
  });
});

function wellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml.replace(/^\ufeff/, '')).close();
}
