import { describe, expect, it } from 'vitest';
import type { RawRow, RowFile } from '../readers/reader.ts';
import { prepareMapping } from './prepare-mapping.ts';

type Columns = Readonly<Record<string, readonly string[]>>;

/** A file of five lines: per column its heading, then its cells. */
function fileOf(columns: Columns): RowFile {
  const headings = Object.keys(columns);
  const rows = [0, 1, 2, 3, 4].map(
    (at): RawRow => ({ row: at + 2, cells: headings.map((one) => columns[one]?.[at] ?? '') }),
  );
  return {
    format: 'csv',
    dialect: { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\n' },
    async *rows() {
      yield [{ row: 1, cells: headings }, ...rows];
    },
  };
}

const GTINS = ['7038010000003', '4006381333931', '5901234123457', '0012345678905', '9780201379624'];
const NAMES = ['Penn', 'Papir', 'Saks', 'Lim', 'Tape'];
const NUMBERS = ['K-100', 'K-101', 'K-102', 'K-103', 'K-104'];
const PRICES = ['12,50', '9,90', '149,00', '7,25', '88,00'];
const same = (text: string) => NAMES.map(() => text);
const KNOWN = { Varenr: NUMBERS, Varenavn: NAMES };

async function headerOf(columns: Columns, map: readonly string[] = []) {
  return (await prepareMapping(fileOf(columns), { map })).header;
}

async function fieldsOf(columns: Columns) {
  const { columns: found } = await headerOf(columns);
  return Object.fromEntries(found.map(({ heading, field }) => [heading, field]));
}

describe('a column whose heading we do not know', () => {
  it('is a GTIN column when its cells are valid GTINs', async () => {
    expect(await fieldsOf({ ...KNOWN, Kode: GTINS })).toMatchObject({ Kode: 'gtin' });
  });

  it.each<[string, Columns]>([
    ['one check digit is wrong', { Kode: [...GTINS.slice(1), '7038010000004'] }],
    ['it is of outer packs', { 'Kode kartong': GTINS }],
    ['two columns are alike', { Kode: GTINS, Annen: GTINS }],
  ])('is none when %s', async (_, columns) => {
    expect(Object.values(await fieldsOf({ ...KNOWN, ...columns }))).not.toContain('gtin');
  });

  it('is the currency when all cells are currency codes', async () => {
    expect(await fieldsOf({ ...KNOWN, Mynt: same('SEK') })).toMatchObject({ Mynt: 'currency' });
  });

  it.each<[string, Columns]>([
    ['price', { ...KNOWN, X: PRICES }],
    ['unit', { ...KNOWN, X: same('stk') }],
    ['unspsc', { ...KNOWN, X: [...same('44121701').slice(1), '14111507'] }],
    ['itemNumber', { GTIN: ['7038010000003', '4006381333931'], Varenavn: NAMES, X: NUMBERS }],
  ])('may be %s, which is told and not used', async (field, columns) => {
    const { columns: found, doubts } = await headerOf(columns);
    const column = found.find(({ heading }) => heading === 'X');
    expect(column).toMatchObject({ reason: 'unsure', maybe: field });
    expect(column?.field).toBeUndefined();
    expect(doubts).toMatchObject([{ kind: 'unsure', field, column: { heading: 'X' } }]);
  });
});

describe('a heading that may mean two things', () => {
  it.each<[string, readonly string[], string]>([
    ['Price_unit', PRICES, 'price'],
    ['Price/unit', ['5596216.216', '10', '3.5', '2.25', '7.75'], 'price'],
    ['Prisenhet', same('stk'), 'unit'],
    ['Prisenhet', ['1', '100', '100', '1', '1000'], 'priceBaseQuantity'],
    ['Pakning', ['12', '6', '10', '1', '24'], 'packQuantity'],
    ['Pakning', ['12 stk', '6 stk', '10 stk', '1', '24 stk'], 'packQuantity'],
    ['Kolli', same('kartong'), 'packUnit'],
    ['Pris pr', ['1', '100', '100', '1', '1000'], 'priceBaseQuantity'],
    ['Prod.nr', NAMES.map((_, at) => `X-${at}`), 'itemNumber'],
  ])('%s of %j is %s', async (heading, cells, field) => {
    const known = field === 'itemNumber' ? { Varenavn: NAMES } : KNOWN;
    expect(await fieldsOf({ ...known, [heading]: cells })).toMatchObject({ [heading]: field });
  });

  it.each([[['10', '20', '35', '40', '55']], [same('stk')]])('Pris pr of %j says nothing sure', async (cells) => {
    expect((await fieldsOf({ ...KNOWN, Pris: PRICES, 'Pris pr': cells }))['Pris pr']).not.toBe('priceBaseQuantity');
  });
});

describe('a field whose first column means another thing', () => {
  it('is the next column headed as it', async () => {
    const columns = { ...KNOWN, 'Förp.': same('förp'), 'Antal/förp': ['1', '12', '6', '4', '10'] };
    expect(await fieldsOf(columns)).toMatchObject({ 'Förp.': 'packUnit', 'Antal/förp': 'packQuantity' });
  });

  it('is no column whose cells say that it is another thing, too', async () => {
    const columns = { ...KNOWN, 'Förp.': same('förp'), 'Antal/förp': same('31.12.2026') };
    expect(Object.values(await fieldsOf(columns))).not.toContain('packQuantity');
  });
});

describe('a heading that the cells deny', () => {
  it.each<[string, readonly string[], string, string]>([
    ['GTIN', PRICES, 'gtin', 'amount'],
    ['Pris', GTINS, 'price', 'gtin'],
    ['SKU', PRICES, 'itemNumber', 'amount'],
    ['Enhet', PRICES, 'unit', 'amount'],
    ['Gyldig til', GTINS, 'validTo', 'gtin'],
    ['Ny vare?', same('x'), 'replacedBy', 'words'],
    ['Erstatter', same('Nei'), 'replaces', 'words'],
  ])('%s of %j is not used, and told', async (heading, cells, field, like) => {
    const rest = field === 'itemNumber' ? {} : { Varenr: NUMBERS };
    const gtin = field === 'gtin' ? {} : { GTIN: [...GTINS.slice(1), ''] };
    const { columns, doubts } = await headerOf({ ...rest, Varenavn: NAMES, ...gtin, [heading]: cells });
    expect(columns.find((column) => column.heading === heading)).toMatchObject({
      reason: 'contradicted',
      maybe: field,
    });
    expect(doubts?.[0]).toMatchObject({ kind: 'contradicted', field, like });
  });

  it('is used when a person says so', async () => {
    const { columns, doubts } = await headerOf({ ...KNOWN, GTIN: PRICES }, ['gtin=GTIN']);
    expect(columns[2]).toMatchObject({ field: 'gtin', reason: 'saidByOperator' });
    expect(doubts).toBeUndefined();
  });

  it('holds as long as a few cells are what it says: those that are not are told line by line', async () => {
    expect(await fieldsOf({ ...KNOWN, GTIN: [...GTINS.slice(1), '12,50'] })).toMatchObject({ GTIN: 'gtin' });
    expect(await fieldsOf({ ...KNOWN, Enhet: same('KOLLIX') })).toMatchObject({ Enhet: 'unit' });
  });

  it.each(['31.12.2026', '31.12.26', '2026-12-31', '31/12/2026', '2026.12.31', '46053'])(
    'is not denied by %s',
    async (day) => {
      const { doubts, columns } = await headerOf({ ...KNOWN, 'Gyldig til': same(day) });
      expect(doubts).toBeUndefined();
      expect(columns[2]?.field).toBe('validTo');
    },
  );
});

describe('of two columns headed as the item number', () => {
  it('the one with values is it', async () => {
    const columns = { Bestillingsnr: same(''), Varenr: NUMBERS, Varenavn: NAMES, Pris: PRICES };
    expect(await fieldsOf(columns)).toEqual({
      Bestillingsnr: undefined,
      Varenr: 'itemNumber',
      Varenavn: 'name',
      Pris: 'price',
    });
  });

  it('the first is it where both have values, or a person says so', async () => {
    const both = { Bestillingsnr: NUMBERS, Varenr: NUMBERS, Varenavn: NAMES };
    expect(await fieldsOf(both)).toMatchObject({ Bestillingsnr: 'itemNumber', Varenr: undefined });
    const { columns } = await headerOf({ ...both, Bestillingsnr: same('') }, ['itemNumber=A']);
    expect(columns.map(({ field }) => field)).toEqual(['itemNumber', undefined, 'name']);
  });
});

it('a price headed with one unit above lines that have another is told', async () => {
  const { doubts } = await headerOf({ ...KNOWN, Enhet: same('pk'), 'Pris pr stk': PRICES });
  expect(doubts).toMatchObject([{ kind: 'otherUnit', column: { heading: 'Pris pr stk' } }]);
  const none = await headerOf({ ...KNOWN, Enhet: same('EA'), 'Pris pr stk': PRICES });
  expect(none.doubts).toBeUndefined();
});

describe('a column that is headed as what to do with each line', () => {
  it.each([
    ['letters that may be active and utgått', ['A', 'U', 'A', 'A', 'U']],
    ['a letter of no set', ['A', 'U', 'X', 'A', 'D']],
    ['words of action and a letter', ['Ny', 'Endret', 'X', 'Ny', 'Slettet']],
  ])('is doubtful with %s', async (_, cells) => {
    const { columns, doubts } = await headerOf({ ...KNOWN, Handling: cells });
    expect(columns.map(({ field }) => field)).toEqual(['itemNumber', 'name', undefined]);
    expect(doubts).toMatchObject([{ kind: 'actionOpen', field: 'action', column: { heading: 'Handling' } }]);
  });

  it.each([
    ['what has not changed, too', ['Uendret', 'Endret', 'Uendret', 'Ny', 'Slettet']],
    ['what has changed only', ['', '', 'Endret', '', 'Utgår']],
  ])('is the status in a whole catalogue with %s', async (_, cells) => {
    const { columns, doubts } = await headerOf({ ...KNOWN, Handling: cells });
    expect([columns.map(({ field }) => field), doubts]).toEqual([['itemNumber', 'name', 'status'], undefined]);
  });

  it('is not the status beside a column of that name', async () => {
    const columns = { ...KNOWN, Status: same('Aktiv'), Handling: ['', '', 'Endret', '', 'Utgår'] };
    expect(await fieldsOf(columns)).toMatchObject({ Status: 'status', Handling: undefined });
  });

  it.each([
    ['texts', ['Kampanje', 'Kampanje uke 4', 'Lager', 'Bestill', 'Ring']],
    ['blanks', ['A', '', 'U', '', '']],
  ])('is another column, without a word, with %s', async (_, cells) => {
    expect((await headerOf({ ...KNOWN, Handling: cells })).doubts).toBeUndefined();
  });
});
