import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { diffCatalogues } from '../pipeline/diff.ts';
import type { Change } from '../reporters/result.ts';
import type { DiffTotals } from './tally.ts';

const folder = temporaryFolder();

/** Tables of cells, headings first. */
type Table = readonly (readonly string[])[];
const csv = (table: Table): string => table.map((cells) => `${cells.join(';')}\n`).join('');

async function diff(before: Table | string, after: Table | string): Promise<{ totals: DiffTotals; changes: Change[] }> {
  const write = (name: string, table: Table | string) =>
    folder.write(name, typeof table === 'string' ? table : csv(table));
  const around = { currentFolder: folder.path, locale: 'nb', now: new Date(0) } as const;
  const { totals, changes } = await diffCatalogues(
    { old: write('før.csv', before), current: write('nå.csv', after), reading: {} },
    folder.path,
    around,
  );
  const all: Change[] = [];
  for await (const change of changes()) all.push(change);
  return { totals, changes: all };
}

const counts = ({ totals }: { totals: DiffTotals }) => {
  const { key: _, columnsAdded: __, columnsRemoved: ___, ...numbers } = totals;
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== 0));
};

const HEAD = ['Varenr', 'GTIN', 'Varenavn', 'Pris', 'Hylle'];
const [G1, G2, G3] = ['7038010000003', '7038840000105', '7038010000010'];
const A = ['1', G1, 'Papir', '10,00', 'A'];
const B = ['2', G2, 'Lim', '20,00', 'B'];
const C = ['3', G3, 'Tau', '30,00', 'C'];

describe('lines of two versions', () => {
  it('that are equal are unchanged, in whatever order they stand', async () => {
    const result = await diff([HEAD, A, B, C], [HEAD, C, A, B]);
    expect([counts(result), result.changes]).toEqual([{ unchanged: 3 }, []]);
  });

  it('that say the same in other words are unchanged too', async () => {
    expect(counts(await diff([HEAD, A], [HEAD, ['1', `0${G1}`, 'Papir', ' 10,0 ', 'A']]))).toMatchObject({
      changed: 1,
    });
    expect(counts(await diff([HEAD, A], [HEAD, ['1', G1, 'Papir', ' 10,0 ', 'A']]))).toEqual({ unchanged: 1 });
  });

  it('come and go', async () => {
    const result = await diff([HEAD, A, B], [HEAD, B, C]);
    expect(counts(result)).toEqual({ added: 1, removed: 1, unchanged: 1 });
    expect(result.changes).toEqual([
      { item: '3', name: 'Tau', change: 'added' },
      { item: '1', name: 'Papir', change: 'removed' },
    ]);
  });

  it.each([
    ['currency', 'Valuta', 'NOK', 'EUR'],
    ['unit', 'Enhet', 'stk', 'eske'],
    ['pack quantity', 'Antall i pakning', '1', '10'],
    ['price base quantity', 'Prisgrunnlag', '1', '100'],
  ])('whose prices are in or for another %s are not measured against each other', async (_, heading, before, after) => {
    const result = await diff(
      [
        ['Varenr', 'Pris', heading],
        ['1', '10,00', before],
        ['2', '10,00', before],
      ],
      [
        ['Varenr', 'Pris', heading],
        ['1', '95,00', after],
        ['2', '11,00', before],
      ],
    );
    expect(counts(result)).toEqual({ changed: 2, priceUp: 1 });
    const prices = result.changes.filter(({ field }) => field === 'price');
    expect(prices.map(({ item, percent }) => [item, percent])).toEqual([
      ['1', undefined],
      ['2', '10'],
    ]);
  });

  it('change field by field, prices with percent', async () => {
    const result = await diff(
      [HEAD, A, B, C],
      [HEAD, ['1', G1, 'Papir A4', '11,50', 'A'], ['2', G2, 'Lim', '19,00', 'D'], C],
    );
    expect(counts(result)).toEqual({ changed: 2, unchanged: 1, priceUp: 1, priceDown: 1 });
    expect(result.changes).toEqual([
      { item: '1', name: 'Papir A4', change: 'changed', field: 'name', before: 'Papir', after: 'Papir A4' },
      { item: '1', name: 'Papir A4', change: 'changed', field: 'price', before: '10', after: '11.5', percent: '15' },
      { item: '2', name: 'Lim', change: 'changed', field: 'price', before: '20', after: '19', percent: '-5' },
      { item: '2', name: 'Lim', change: 'changed', heading: 'Hylle', before: 'B', after: 'D' },
    ]);
  });

  it('say of a price in which product group it is', async () => {
    const result = await diff(
      [
        ['Varenr', 'Pris', 'Varegruppe'],
        ['1', '10,00', 'Papir'],
      ],
      [
        ['Varenr', 'Pris', 'Varegruppe'],
        ['1', '11,00', 'Kontor'],
      ],
    );
    expect(result.changes.map(({ field, group }) => [field, group])).toEqual([
      ['price', 'Kontor'],
      ['productGroup', undefined],
    ]);
  });

  it('gain and lose values, readable or not', async () => {
    const { changes } = await diff([HEAD, ['1', '', 'Papir', '10,00', '']], [HEAD, ['1', G1, 'Papir', '1O,00', 'A']]);
    expect(changes).toEqual([
      { item: '1', name: 'Papir', change: 'changed', field: 'gtin', after: G1 },
      { item: '1', name: 'Papir', change: 'changed', field: 'price', before: '10', after: '1O,00' },
      { item: '1', name: 'Papir', change: 'changed', heading: 'Hylle', after: 'A' },
    ]);
  });
});

describe('a line with a new number and a known GTIN', () => {
  const NEW = ['9', G1, 'Papir', '10,00', 'A'];

  it('is renumbered', async () => {
    const result = await diff([HEAD, A, B], [HEAD, NEW, B]);
    expect(counts(result)).toEqual({ renumbered: 1, unchanged: 1 });
    expect(result.changes).toEqual([
      { item: '9', name: 'Papir', change: 'renumbered', field: 'itemNumber', before: '1', after: '9' },
    ]);
  });

  it('is renumbered with its other changes', async () => {
    const result = await diff([HEAD, A], [HEAD, ['9', G1, 'Papir', '12,00', 'A']]);
    expect(counts(result)).toEqual({ renumbered: 1, priceUp: 1 });
    expect(result.changes.map(({ field }) => field)).toEqual(['itemNumber', 'price']);
  });

  it.each([
    ['above', [HEAD, A, NEW, B]],
    ['below', [HEAD, NEW, B, A]],
  ])('is added when the old number stands %s', async (_, after) => {
    const result = await diff([HEAD, A, B], after);
    expect(counts(result)).toEqual({ added: 1, unchanged: 2 });
    expect(result.changes).toEqual([{ item: '9', change: 'added' }]);
  });

  it('is added when several lines had the GTIN', async () => {
    expect(counts(await diff([HEAD, A, ['8', G1, 'Papir', '1,00', 'A']], [HEAD, NEW]))).toEqual({
      added: 1,
      removed: 2,
    });
  });

  it('is one line only: the next one is added', async () => {
    expect(counts(await diff([HEAD, A], [HEAD, NEW, ['10', G1, 'Papir', '10,00', 'A']]))).toEqual({
      renumbered: 1,
      added: 1,
    });
  });
});

describe('lines that share their key are told, not guessed', () => {
  const TWIN = ['1', G3, 'Papir', '99,00', 'Z'];
  it.each<[string, Table, Table]>([
    ['in the old version', [HEAD, A, TWIN, B], [HEAD, A, B]],
    ['in the new version', [HEAD, A, B], [HEAD, A, B, TWIN]],
    ['in the new version, the first one changed', [HEAD, A, B], [HEAD, TWIN, B, A]],
    ['in both', [HEAD, A, TWIN, B], [HEAD, TWIN, A, B]],
    ['in the old one, where the new has none', [HEAD, A, TWIN, B], [HEAD, B]],
    ['in the new one, where the old has none', [HEAD, B], [HEAD, A, TWIN, B]],
  ])('%s', async (_, before, after) => {
    const result = await diff(before, after);
    expect(counts(result)).toEqual({ duplicateKeys: 1, unchanged: 1 });
    expect(result.changes).toEqual([{ item: '1', change: 'ambiguous' }]);
  });
});

describe('what lines are known by', () => {
  it.each<[string, Table, Table, readonly string[]]>([
    ['item number first', [HEAD, A], [HEAD, A], ['itemNumber']],
    [
      'GTIN where one version has no numbers',
      [
        ['GTIN', 'Varenavn', 'Pris'],
        [G1, 'Papir', '1,00'],
      ],
      [HEAD, A],
      ['gtin'],
    ],
    [
      'manufacturer and its number',
      [
        ['Produsent', 'Produsentens varenr', 'Pris', 'Varenavn'],
        ['Acme', 'x', '1,00', 'Papir'],
      ],
      [
        ['Produsent', 'Produsentens varenr', 'Pris', 'Varenavn'],
        ['Acme', 'x', '1,00', 'Papir'],
      ],
      ['manufacturer', 'manufacturerItemNumber'],
    ],
    [
      'manufacturer and name',
      [
        ['Produsent', 'Varenavn', 'Pris'],
        ['Acme', 'Papir', '1,00'],
      ],
      [
        ['Produsent', 'Varenavn', 'Pris'],
        ['Acme', 'Papir', '1,00'],
      ],
      ['manufacturer', 'name'],
    ],
    [
      'the name at last',
      [
        ['Varenavn', 'Pris'],
        ['Papir', '1,00'],
      ],
      [
        ['Varenavn', 'Pris'],
        ['Papir', '1,00'],
      ],
      ['name'],
    ],
  ])('%s', async (_, before, after, key) => {
    const { totals } = await diff(before, after);
    expect([totals.key, totals.added, totals.removed]).toEqual([key, 0, 0]);
  });

  it('a GTIN is the same with a zero in front', async () => {
    const heads = ['GTIN', 'Varenavn', 'Pris'];
    const result = await diff([heads, [G1, 'Papir', '1,00']], [heads, [`0${G1}`, 'Papir', '1,00']]);
    expect(counts(result)).toEqual({ changed: 1 });
  });

  it('lines without any are counted', async () => {
    const nameless = ['', '', 'Uten nummer', '1,00', ''];
    expect(counts(await diff([HEAD, A, nameless], [HEAD, A, nameless, nameless]))).toEqual({
      unchanged: 1,
      withoutKey: 3,
    });
  });
});

describe('columns only one version has', () => {
  it('are told once, and change no line', async () => {
    const { totals, changes } = await diff(
      [
        ['Varenr', 'Varenavn', 'Pris', 'Hylle'],
        ['1', 'Papir', '1,00', 'A'],
      ],
      [
        ['Varenr', 'Varenavn', 'Pris', 'Merke', 'Sone'],
        ['1', 'Papir', '1,00', 'Acme', 'X'],
      ],
    );
    expect([totals.columnsAdded, totals.columnsRemoved]).toEqual([['Merke', 'Sone'], ['Hylle']]);
    expect([totals.unchanged, changes]).toEqual([1, []]);
  });

  it('are the same with blanks around the heading', async () => {
    const { totals } = await diff(
      [
        ['Varenr', 'Varenavn', 'Hylle'],
        ['1', 'Papir', 'A'],
      ],
      [
        ['Varenr', 'Varenavn', ' Hylle '],
        ['1', 'Papir', 'A'],
      ],
    );
    expect([totals.columnsAdded, totals.columnsRemoved, totals.unchanged]).toEqual([[], [], 1]);
  });

  it.each([
    ['a heading with blanks', ' Hylle '],
    ['no heading', ''],
    ['the heading of another column', 'Sone'],
  ])('a change in a column with %s is seen', async (_, heading) => {
    const heads = ['Varenr', 'Varenavn', heading, 'Sone'];
    expect(counts(await diff([heads, ['1', 'Papir', 'A', 'x']], [heads, ['1', 'Papir', 'B', 'x']]))).toEqual({
      changed: 1,
    });
  });
});

describe('whatever the two catalogues hold', () => {
  const line = fc.tuple(
    fc.constantFrom('', '1', '2', '3', '4', '5', '6'),
    fc.constantFrom('', G1, G2, G3),
    fc.constantFrom('Papir', 'Lim'),
    fc.constantFrom('10,00', '12,00', 'x'),
    fc.constantFrom('', 'A'),
  );
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });
  const keyless = (table: Table): number => table.filter(([number]) => number === '').length;
  const numbers = (table: Table): string[] => table.flatMap(([number = '']) => (number === '' ? [] : [number]));
  const sharedIn = (table: Table): Set<string> => {
    const all = numbers(table);
    return new Set(all.filter((number) => all.filter((other) => other === number).length > 1));
  };

  it('a catalogue differs from itself in nothing', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (table) => {
        const { totals, changes } = await diff([HEAD, ...table], [HEAD, ...table]);
        expect([
          totals.added,
          totals.removed,
          totals.changed,
          totals.renumbered,
          totals.priceUp,
          totals.priceDown,
        ]).toEqual([0, 0, 0, 0, 0, 0]);
        expect(totals.unchanged).toBe(numbers(table).filter((number) => !sharedIn(table).has(number)).length);
        expect(changes.every(({ change }) => change === 'ambiguous')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('every line is counted once', async () => {
    await fc.assert(
      fc.asyncProperty(lines, lines, async (before, after) => {
        const { totals, changes } = await diff([HEAD, ...before], [HEAD, ...after]);
        const shared = new Set([...sharedIn(before), ...sharedIn(after)]);
        const countable = (table: Table): number => numbers(table).filter((number) => !shared.has(number)).length;
        const matched = totals.changed + totals.unchanged + totals.renumbered;
        expect(matched + totals.added).toBe(countable(after));
        // A line without a number may be found by its GTIN, and is then both without key and renumbered.
        const byGtinOnly = changes.filter(
          ({ change, field, before: number }) =>
            change === 'renumbered' && field === 'itemNumber' && number === undefined,
        ).length;
        // The old line of a number that is shared in the new version may be renumbered all the same.
        const sharedOnlyNow = changes.filter(
          ({ change, field, before: number }) =>
            change === 'renumbered' && field === 'itemNumber' && number !== undefined && shared.has(number),
        ).length;
        expect(matched - byGtinOnly - sharedOnlyNow + totals.removed).toBe(countable(before));
        expect(totals.withoutKey).toBe(keyless(before) + keyless(after));
        expect(totals.duplicateKeys).toBe(shared.size);
        const items = (kind: Change['change']): number =>
          new Set(changes.filter(({ change }) => change === kind).map(({ item }) => item)).size;
        expect([items('added'), items('removed'), items('changed'), items('renumbered'), items('ambiguous')]).toEqual([
          totals.added,
          totals.removed,
          totals.changed,
          totals.renumbered,
          shared.size,
        ]);
      }),
      { numRuns: 200 },
    );
  });
});
