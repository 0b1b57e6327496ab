/** Whatever format a catalogue comes in, its version is read back as it was approved. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/versions/manifest.ts';
import { bmecatCatalogue } from '../builders/bmecat-catalogue.ts';
import { type BuiltLine, builtLines } from '../builders/built-lines.ts';
import { cifCatalogue } from '../builders/cif-catalogue.ts';
import { katalogvakt } from '../builders/command.ts';
import { DELTA_FORMATS } from '../builders/delta.ts';
import { jsonlCatalogue } from '../builders/jsonl-catalogue.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { EHF, PEPPOL, ublCatalogue } from '../builders/ubl-catalogue.ts';
import { aWorkspace, type CheckRun, type Workspace } from '../builders/workspace.ts';
import { xlsxCatalogue } from '../builders/xlsx-catalogue.ts';

const folder = temporaryFolder();
const LINES = builtLines(40);
const OWN = 'catalogs/avtale';

async function approved(space: Workspace, run: CheckRun, number: string): Promise<Manifest> {
  const words = [
    'approve',
    path.relative(space.folder, run.runFolder),
    '--by',
    'Kari',
    '--allow-partly',
    '--lang',
    'en',
  ];
  expect(await katalogvakt(words, { in: space.folder })).toMatchObject({ code: 0, err: '' });
  const file = path.join(space.folder, OWN, 'approved', number, 'manifest.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

const FORMATS: readonly (readonly [string, string, (lines: readonly BuiltLine[]) => string | Uint8Array])[] = [
  ['a workbook', 'a.xlsx', xlsxCatalogue],
  ['Peppol BIS 3', 'peppol.xml', (lines) => ublCatalogue(lines, PEPPOL)],
  ['EHF 3.0', 'ehf.xml', (lines) => ublCatalogue(lines, EHF)],
  ['BMEcat 2005', 'bmecat.xml', (lines) => bmecatCatalogue(lines, '2005')],
  ['CIF', 'a.cif', (lines) => cifCatalogue(lines)],
  ['lines of JSON', 'a.jsonl', jsonlCatalogue],
];

describe('a version of', () => {
  it.each(FORMATS)('%s: the same file has changed nothing the next time', async (_, name, built) => {
    const space = aWorkspace(folder, { prices: null, rules: 'rules:\n  peppol/*: off' });
    const run = await space.check(name, built(LINES));
    const { catalogue } = await approved(space, run, '0001');
    const { asSent, corrected } = run.result.lines;
    expect(catalogue.lines).toBe(asSent + corrected);
    expect(catalogue.lines).toBeGreaterThan(0);
    const again = await space.check(name, built(LINES));
    const { unchanged, changed, removed, renumbered } = again.result.diff ?? {};
    expect({ unchanged, changed, removed, renumbered }).toEqual({
      unchanged: catalogue.lines,
      changed: 0,
      removed: 0,
      renumbered: 0,
    });
    expect((await katalogvakt(['verify'], { in: space.folder })).code).toBe(0);
  });
});

const PAPER = { itemNumber: '100', name: 'Kopipapir A4', price: '49.90' };
const ENVELOPE = { itemNumber: '200', name: 'Konvolutt C5', price: '12.50' };
const PEN = { itemNumber: '300', name: 'Kulepenn blå', price: '8.00' };

/** How changes are read, and what is written of them, has tests of its own. */
const KEPT_AS: Readonly<Record<string, string>> = { 'CSV in letters': 'csv', 'a workbook': 'xlsx', UBL: 'jsonl' };

describe.each(DELTA_FORMATS.filter(({ name }) => name in KEPT_AS))(
  'changes in $name',
  ({ name, file, whole, delta }) => {
    it('make a version that is whole, and the next ones change that', async () => {
      const space = aWorkspace(folder);
      await approved(space, await space.check(file, whole([PAPER, ENVELOPE])), '0001');
      const second = await space.check(file, delta([{ ...PEN, action: 'add' }]));
      const version = await approved(space, second, '0002');
      expect([version.catalogue.format, version.catalogue.lines]).toEqual([KEPT_AS[name], 3]);
      const third = await space.check(file, delta([{ ...ENVELOPE, action: 'delete' }]));
      expect([third.result.previous?.lines, third.result.delta?.deleted]).toEqual([3, 1]);
      expect((await approved(space, third, '0003')).catalogue.lines).toBe(2);
    });
  },
);
