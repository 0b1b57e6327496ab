import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collected, temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { decimal } from '../../catalogue/decimal.ts';
import { FIELD_NAMES, type Field } from '../../catalogue/field.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { valueText } from '../../diff/compare-lines.ts';
import { prepareMapping } from '../../mapping/map-rows.ts';
import { jsonLinesWith } from '../../readers/jsonl.ts';
import { jsonLines } from '../../writers/canonical-json.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { changesBetween } from './catalogue-changes.ts';

const folder = temporaryFolder();

async function opened(name: string, lines: readonly CatalogueLine[]): Promise<OpenedCatalogue> {
  const json = jsonLines(['itemNumber'], []);
  const file = path.join(folder.path, name);
  writeFileSync(file, lines.map((line) => json.text(line)).join(''));
  const rows = jsonLinesWith(json.keys(), file);
  return { file: rows, mapping: await prepareMapping(rows, {}), path: file };
}

const PEN: CatalogueLine = { row: 1, itemNumber: '100', name: 'Penn', unit: 'C62' };
const PAPER: CatalogueLine = { row: 2, itemNumber: '200', name: 'Papir', unit: 'XPK' };

async function changesOf(before: readonly CatalogueLine[], after: readonly CatalogueLine[]) {
  const changes = await changesBetween(await opened('før.jsonl', before), await opened('nå.jsonl', after), folder.path);
  return { ...changes, lines: await collected(changes.lines()) };
}

function saidBy(line: CatalogueLine): string {
  const fields: readonly Field[] = FIELD_NAMES;
  const values = fields.filter((field) => field !== 'action').map((field) => valueText(line, field) ?? null);
  return JSON.stringify([...values, ...Object.entries(line.extra ?? {}).sort()]);
}

/** Few numbers and few values, so that two versions have much in common. */
const version = fc
  .uniqueArray(
    fc.record(
      {
        itemNumber: fc.constantFrom('100', '200', '300', '400', '500', '600'),
        name: fc.constantFrom('Penn', 'Papir; "A4"', 'Såpe'),
        price: fc.constantFrom('10', '12.5').map(decimal),
        brand: fc.constantFrom('Bic', 'Multi'),
        orderable: fc.boolean(),
        ecoLabel: fc.constantFrom('svanemerket', 'debio').map((key) => [{ key, text: key }]),
        extra: fc.constantFrom({ Hylle: 'A7' }, { Hylle: 'B1', Sone: '2' }),
      },
      { requiredKeys: ['itemNumber', 'name'] },
    ),
    { selector: ({ itemNumber }) => itemNumber, minLength: 1 },
  )
  .map((lines) => lines.map((line, at) => ({ row: at + 1, ...line }) as CatalogueLine));

it('the changes from one catalogue to another, applied to the one, give the other', async () => {
  await fc.assert(
    fc.asyncProperty(version, version, async (before, after) => {
      const { lines, counts } = await changesOf(before, after);
      const made = new Map(before.map((line) => [line.itemNumber, line]));
      for (const { action, ...line } of lines) {
        // What is added was not there; what is changed or deleted was.
        expect(made.has(line.itemNumber)).toBe(action !== 'add');
        if (action === 'delete') made.delete(line.itemNumber);
        else made.set(line.itemNumber, line);
      }
      expect([...made.values()].map(saidBy).sort()).toEqual(after.map(saidBy).sort());
      expect(counts.added + counts.updated + counts.deleted).toBe(lines.length);
    }),
    { numRuns: 1000 },
  );
}, 600_000);

it('a line that did not change is not sent', async () => {
  const dearer = { ...PAPER, price: '12.5' as never };
  const { lines, counts } = await changesOf([PEN, PAPER], [PEN, dearer]);
  expect(lines).toMatchObject([{ itemNumber: '200', action: 'update', price: '12.5' }]);
  expect(counts).toEqual({ added: 0, updated: 1, deleted: 0 });
});

it('a value that is gone empties the column', async () => {
  const { lines, survey } = await changesOf([{ ...PEN, brand: 'Bic' }, PAPER], [PEN, PAPER]);
  expect(lines).toMatchObject([{ itemNumber: '100', action: 'update' }]);
  expect(survey.fields).toContain('brand');
});

it('what is gone is deleted, last, by what it is known by', async () => {
  const { lines } = await changesOf([PEN, { ...PAPER, brand: 'Multi' }], [PEN, { ...PEN, itemNumber: '300' }]);
  expect(lines).toMatchObject([
    { itemNumber: '300', action: 'add' },
    { itemNumber: '200', action: 'delete' },
  ]);
  expect(lines[1]).not.toHaveProperty('brand');
});

it.each<[string, readonly CatalogueLine[], readonly CatalogueLine[]]>([
  ['before', [PEN, { ...PAPER, itemNumber: '100' }], [PEN]],
  ['after', [PEN], [PEN, { ...PAPER, itemNumber: '100' }]],
  ['after, among what is new', [PEN], [PAPER, { ...PAPER, name: 'Ark' }]],
])('lines that share a number %s cannot be told apart', async (_, before, after) => {
  await expect(changesOf(before, after)).rejects.toThrow(/several lines have the number/);
});

it('a line without a number cannot be sent as a change', async () => {
  const nameless: CatalogueLine = { row: 3, name: 'Saks' };
  await expect(changesOf([PEN], [PEN, nameless])).rejects.toThrow(/Saks has no number/);
});
