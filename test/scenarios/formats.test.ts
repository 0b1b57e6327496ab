/** Whole runs on formats that name their own fields: what goes on is what was sent, with only what had to change changed. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../src/pipeline/check.ts';
import { builtDocument } from '../builders/bmecat.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, DAY } from '../builders/workspace.ts';

const folder = temporaryFolder();

interface Line {
  readonly itemNumber: string;
  readonly name: string;
  readonly unit: string;
  readonly price: string;
}
const line = (itemNumber: string, name: string, price: string): Line => ({ itemNumber, name, unit: 'C62', price });
const PAPER = line('100', 'Kopipapir A4', '49.90');
const ENVELOPE = line('200', 'Konvolutt C5 blå', '12.50');
const PEN = line('300', 'Kulepenn blå', '8.00');
const DEAR = { ...ENVELOPE, price: '14.50' };

const FORMATS: readonly (readonly [string, string, (lines: readonly Line[]) => string])[] = [
  ['BMEcat', 'katalog.xml', (lines) => builtDocument(lines.map((one) => ({ ...one, currency: 'NOK' })))],
  [
    'CIF',
    'katalog.cif',
    (lines) =>
      [
        'CIF_I_V3.0',
        'CHARSET: UTF-8',
        'CURRENCY: NOK',
        `ITEMCOUNT: ${lines.length}`,
        'FIELDNAMES: Supplier Part ID,Item Description,Unit of Measure,Unit Price',
        'DATA',
        ...lines.map(({ itemNumber, name, unit, price }) => [itemNumber, name, unit, price].join(',')),
        'ENDOFDATA',
        '',
      ].join('\n'),
  ],
  [
    'lines of JSON',
    'katalog.jsonl',
    (lines) => lines.map((one) => `${JSON.stringify({ ...one, currency: 'NOK', hylle: 'A1' })}\n`).join(''),
  ],
];

const DISPOSITION = (disposition: string) =>
  `rules:\n  price/above-agreed: { severity: error, disposition: ${disposition} }`;

describe.each(FORMATS)('%s', (_, name, written) => {
  it('whose every line is in order goes on byte by byte', async () => {
    const content = written([PAPER, ENVELOPE, PEN]);
    const run = await aWorkspace(folder).check(name, content);
    expect([run.code, run.result.outcome, run.approved?.toString()]).toEqual([0, 'approved', content]);
  });

  it.each([
    ['withhold', [PAPER, PEN]],
    ['correct', [PAPER, { ...DEAR, price: '12.5' }, PEN]],
  ])('with a line to %s', async (disposition, expected) => {
    const content = written([PAPER, DEAR, PEN]);
    const workspace = aWorkspace(folder, { rules: DISPOSITION(disposition) });
    const run = await workspace.check(name, content, '--allow-partly');
    expect(run.approved?.toString()).toBe(written(expected));
    const again = await aWorkspace(folder).check(name, run.approved ?? '');
    expect([again.code, again.result.outcome]).toEqual([0, 'approved']);
  });

  it('tells what share of the file has been read', async () => {
    const file = folder.write(`framdrift-${name}`, written([PAPER, ENVELOPE, PEN]));
    const told: (readonly [number, number | undefined])[] = [];
    await checkCatalogue(
      { file, reading: {}, asOf: DAY, out: path.join(folder.path, `framdrift-${name}-ut`), threads: 1 },
      { currentFolder: folder.path, locale: 'nb', now: new Date(0), progress: (...both) => told.push(both as never) },
    );
    for (const [lines, share = 0] of told.slice(0, -1)) expect(share).toBeGreaterThanOrEqual(lines / 6);
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual([3, 1]);
  });

  it('keeps the line approved last, read back equal', async () => {
    const former = written([PAPER, ENVELOPE, PEN]);
    const workspace = aWorkspace(folder, {
      rules: DISPOSITION('keepPrevious'),
      previous: { name: `forrige-${name}`, content: former },
    });
    const run = await workspace.check(name, written([PAPER, DEAR, PEN]), '--allow-partly');
    expect(run.result.lines).toMatchObject({ asSent: 2, keptPrevious: 1 });
    const again = await aWorkspace(folder, { previous: { name: `forrige-${name}`, content: former } }).check(
      name,
      run.approved ?? '',
    );
    expect([again.code, again.result.outcome, again.result.diff?.changed]).toEqual([0, 'approved', 0]);
  });

  it.each([
    ['gzipped', '.gz', (content: string) => gzipSync(content)],
    ['alone in an archive', '.zip', (content: string) => zipSync({ [name]: strToU8(content) })],
  ])('%s is read as if it were not', async (_, ending, pack) => {
    const content = written([PAPER, ENVELOPE, PEN]);
    const packed = pack(content);
    const run = await aWorkspace(folder).check(`${name}${ending}`, packed);
    expect([run.code, run.approved?.toString()]).toEqual([0, content]);
    expect(run.result.catalogue.bytes).toBe(packed.length);
  });
});

it('a broken line of JSON is withheld with its reason, and the others go on', async () => {
  const good = JSON.stringify({ ...PAPER, currency: 'NOK' });
  const content = `${good}\n{"itemNumber": "200"\n${good.replaceAll('100', '300').replace('49.90', '8.00')}\n`;
  const run = await aWorkspace(folder).check('a.jsonl', content, '--allow-partly');
  expect(run.findings.filter(({ rule }) => rule === 'value/unreadable-line').map(({ place }) => place.row)).toEqual([
    2,
  ]);
  expect(run.result.lines).toMatchObject({ asSent: 2, withheld: 1 });
});

it('a CIF file that lost a line is told to have', async () => {
  const content = (FORMATS[1]?.[2] ?? String)([PAPER, ENVELOPE, PEN]).replace('ITEMCOUNT: 3', 'ITEMCOUNT: 4');
  const run = await aWorkspace(folder).check('a.cif', content);
  expect(run.findings.map(({ rule, actual, expected }) => [rule, actual, expected])).toContainEqual([
    'file/line-count',
    '3',
    '4',
  ]);
});

it('an archive of two files is refused with the reason', async () => {
  const run = await aWorkspace(folder).check('a.zip', zipSync({ 'a.csv': strToU8('x'), 'b.csv': strToU8('x') }));
  expect([run.code, run.result.outcome]).toEqual([1, 'refused']);
  expect(run.findings.map(({ rule }) => rule)).toContain('file/archive');
});
