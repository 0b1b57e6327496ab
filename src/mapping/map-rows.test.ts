import { describe, expect, it } from 'vitest';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { CellKind, RawRow, RowFile } from '../readers/reader.ts';
import { mapRow, mapRows, prepareMapping } from './map-rows.ts';

const csv = (...lines: readonly string[]): RowFile => {
  const rows = lines.map(
    (line, index): RawRow => ({
      row: index + 1,
      cells: line.split(';'),
      start: index * 100,
      end: index * 100 + 99,
    }),
  );
  return fileOf('csv', rows);
};

type Cell = string | readonly [CellKind, string];

const workbook = (...lines: readonly (readonly Cell[])[]): RowFile =>
  fileOf(
    'xlsx',
    lines.map(
      (cells, index): RawRow => ({
        row: index + 1,
        cells: cells.map((cell) => (typeof cell === 'string' ? cell : cell[1])),
        kinds: cells.map((cell) => (typeof cell === 'string' ? 'text' : cell[0])),
      }),
    ),
  );

function fileOf(format: 'csv' | 'xlsx', rows: readonly RawRow[]): RowFile {
  return {
    format,
    ...(format === 'csv' ? { dialect: { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\r\n' } } : {}),
    async *rows() {
      for (let from = 0; from < rows.length; from += 2) yield rows.slice(from, from + 2);
    },
  };
}

async function linesOf(file: RowFile, overrides = {}): Promise<readonly CatalogueLine[]> {
  const mapping = await prepareMapping(file, overrides);
  const lines: CatalogueLine[] = [];
  for await (const batch of mapRows(file.rows(), mapping)) lines.push(...batch.map(({ line }) => line));
  return lines;
}

const number = (text: string): Cell => ['number', text];

describe('a row', () => {
  it('becomes a line of canonical values', async () => {
    const lines = await linesOf(
      csv(
        'Varenr;Varenavn;GTIN;UNSPSC;Enhet;Antall i pakning;Pris;Valuta;Rabatt;Mva;Miljømerke;Lisensnummer;Gyldig til;Status;Bestillbar;Hylle',
        '007; Kopipapir  A4 ;07038010000003;14.11.15.07;pk;500;1 039,90;kr;12,5 %;25;Svanemerket;2041 0123;31.12.2026;Aktiv;Ja;A3',
      ),
    );
    expect(lines).toEqual([
      {
        row: 2,
        itemNumber: '007',
        name: 'Kopipapir  A4',
        gtin: '07038010000003',
        unspsc: '14111507',
        unit: 'XPK',
        packQuantity: '500',
        price: '1039.9',
        currency: 'NOK',
        discountPercent: '12.5',
        vatRate: '25',
        ecoLabel: [{ key: 'svanemerket', licence: '2041 0123', text: 'Svanemerket' }],
        ecoLicence: '2041 0123',
        validTo: '2026-12-31',
        status: 'active',
        orderable: true,
        extra: { Hylle: 'A3' },
      },
    ]);
  });

  it('keeps what it did not understand as it stood, and leaves out what is blank', async () => {
    const [line] = await linesOf(
      csv('Varenr;Varenavn;Pris;Enhet;Gyldig til;GTIN;Mva', '1;;12,5O;KOLLIX;31.02.2026; 7038X ;  '),
    );
    expect(line).toEqual({
      row: 2,
      itemNumber: '1',
      unreadable: { price: '12,5O', unit: 'KOLLIX', validTo: '31.02.2026', gtin: ' 7038X ' },
    });
  });

  it('is no line when blank, a repeated heading row, or above the headings', async () => {
    const file = csv('Prisliste;;', 'Varenr;Varenavn;Pris', '1;Penn;12,50', ';;', 'Varenr;Varenavn;Pris', '2;Blyant;9');
    expect((await linesOf(file)).map(({ row }) => row)).toEqual([3, 6]);
  });

  it('keeps columns it does not know, also two of one name and those without a heading', async () => {
    const [line] = await linesOf(csv('Varenr;Varenavn;Info X;Info X;;__proto__', '1;Penn; a ;b;c;d'));
    expect(line?.extra).toEqual({ 'Info X': ' a ', 'Info X (2)': 'b', E: 'c', '(__proto__)': 'd' });
  });

  it('says when it has too many or too few cells', async () => {
    const lines = await linesOf(csv('Varenr;Varenavn;Pris', '1;Penn;12;50', '2;Blyant', '3;Viskelær;9;;'));
    expect(lines.map(({ problems }) => problems)).toEqual([
      [{ kind: 'cells', found: 4, expected: 3 }],
      [{ kind: 'cells', found: 2, expected: 3 }],
      undefined,
    ]);
    expect(lines[0]?.extra).toEqual({ D: '50' });
  });

  it('of a workbook may be short', async () => {
    const [line] = await linesOf(workbook(['Varenr', 'Varenavn', 'Pris'], ['1', 'Penn']));
    expect(line).toEqual({ row: 2, itemNumber: '1', name: 'Penn' });
  });
});

describe('numbers', () => {
  it('follow the column, then the rest of the file; what neither tells is not read', async () => {
    const price = async (...lines: readonly string[]) => (await linesOf(csv(...lines))).map((line) => line.price);
    expect(await price('Varenr;Navn;Pris', '1;a;1.234', '2;b;12,50')).toEqual(['1234', '12.5']);
    expect(await price('Varenr;Navn;Pris', '1;a;1.234', '2;b;12.50')).toEqual(['1.234', '12.5']);
    expect(await price('Varenr;Navn;Pris;Listepris', '1;a;1.234;9.95')).toEqual(['1.234']);
    expect(await price('Varenr;Navn;Pris', '1;a;1.234', '2;b;99')).toEqual([undefined, '99']);
    expect(await price('Varenr;Navn;Pris', '1;a;1.234', '2;b;9,50', '3;c;9.50')).toEqual([undefined, '9.5', '9.5']);
    const [line] = await linesOf(csv('Varenr;Navn;Pris', '1;a;kr 1.234'));
    expect(line?.unreadable).toEqual({ price: 'kr 1.234' });
  });

  it('are what a person says where the file does not tell', async () => {
    const file = csv('Varenr;Navn;Pris', '1;a;1.234');
    expect((await linesOf(file, { decimalSign: ',' }))[0]?.price).toBe('1234');
    expect((await linesOf(file, { decimalSign: '.' }))[0]?.price).toBe('1.234');
  });

  it('that the first rows leave open are told by rows further down', async () => {
    const file = csv('Varenr;Navn;Pris', '1;a;1.234');
    const pieces = { bytes: () => 1000 };
    const asked: number[] = [];
    const near: RowFile['near'] = (from, share) => {
      asked.push(from, share);
      return share === 1 ? [{ row: Number.MAX_SAFE_INTEGER, cells: ['9', 'z', '9,50'] }] : [];
    };
    const lines = await linesOf({ ...file, pieces, near } as RowFile);
    expect(lines.map(({ price }) => price)).toEqual(['1234']);
    expect(asked).toEqual([199, 0.2, 199, 0.4, 199, 0.6, 199, 0.8, 199, 1]);
  });

  it('in number cells have a point whatever the texts have', async () => {
    const lines = await linesOf(
      workbook(['Varenr', 'Navn', 'Pris'], ['1', 'a', number('1.234')], ['2', 'b', '12,50'], ['3', 'c', '1.234']),
    );
    expect(lines.map(({ price }) => price)).toEqual(['1.234', '12.5', '1234']);
  });

  it('of percent cells are fractions where the whole column is', async () => {
    const rates = async (...cells: readonly Cell[]) =>
      (await linesOf(workbook(['Varenr', 'Navn', 'Mva'], ...cells.map((cell) => ['1', 'a', cell])))).map(
        ({ vatRate, unreadable }) => vatRate ?? unreadable?.vatRate,
      );
    expect(await rates(number('0.25'), number('0.15'), number('0'), '12 %')).toEqual(['25', '15', '0', '12']);
    expect(await rates(number('25'), number('0.5'))).toEqual(['25', '0.5']);
    expect(await rates(number('1'), number('0'))).toEqual(['1', '0']);
  });

  it('are not made of days, truths and errors', async () => {
    const [line] = await linesOf(
      workbook(
        ['Varenr', 'Navn', 'Pris', 'Listepris', 'Antall i pakning', 'GTIN'],
        [
          ['date', '2026-12-01'],
          ['error', '#N/A'],
          ['date', '2026-05-12'],
          ['boolean', 'true'],
          ['error', '#DIV/0!'],
          ['date', '2026-12-01'],
        ],
      ),
    );
    expect(Object.keys(line?.unreadable ?? {})).toEqual([
      'itemNumber',
      'name',
      'price',
      'listPrice',
      'packQuantity',
      'gtin',
    ]);
  });
});

describe('item numbers and GTINs in number cells', () => {
  it('are read, and said to be where leading zeros are lost', async () => {
    const [line] = await linesOf(workbook(['Varenr', 'Navn', 'GTIN'], [number('12'), 'Penn', number('7038010000003')]));
    expect(line).toMatchObject({ itemNumber: '12', gtin: '7038010000003' });
    expect(line?.problems).toEqual([
      { kind: 'numberCell', field: 'itemNumber' },
      { kind: 'numberCell', field: 'gtin' },
    ]);
  });
});

describe('dates', () => {
  it('are read as days, day counts and texts', async () => {
    const lines = await linesOf(
      workbook(
        ['Varenr', 'Navn', 'Gyldig til'],
        ['1', 'a', ['date', '2026-01-31']],
        ['2', 'b', ['date', '2026-01-31T12:00:00']],
        ['3', 'c', number('46053')],
        ['4', 'd', '31.01.2026'],
      ),
    );
    expect(lines.map(({ validTo }) => validTo)).toEqual(Array(4).fill('2026-01-31'));
  });

  it('have the month first where the column shows it', async () => {
    const lines = await linesOf(csv('Varenr;Navn;Gyldig til', '1;a;01/02/2026', '2;b;01/31/2026'));
    expect(lines.map(({ validTo }) => validTo)).toEqual(['2026-01-02', '2026-01-31']);
  });
});

describe('the currency of a line', () => {
  const currency = async (heading: string, cells: string) => {
    const [line] = await linesOf(csv(`Varenr;Navn;${heading}`, `1;a;${cells}`));
    return line?.currency;
  };
  it.each([
    ['Pris (NOK)', '12', 'NOK'],
    ['Pris EUR', '12', 'EUR'],
    ['Pris', '12', undefined],
    ['Pris', '12,50 EUR', 'EUR'],
    ['Pris', 'kr 12,50', 'NOK'],
    ['Pris (NOK)', '12 EUR', 'EUR'],
    ['Pris;Valuta', '12;SEK', 'SEK'],
    ['Pris (NOK);Valuta', '12;SEK', 'SEK'],
    ['Pris;Valuta', '12 EUR;NOK', 'EUR'],
    ['Pris;Valuta', 'kr 12;SEK', 'SEK'],
    ['Pris (NOK);Valuta', '12;KRONER?', undefined],
    ['Pris (NOK)', '', undefined],
  ])('under %s with %s is %s', async (heading, cells, expected) => {
    expect(await currency(heading, cells)).toBe(expected);
  });
});

describe('labels', () => {
  it('mean the label of the heading, and none where none is said', async () => {
    const lines = await linesOf(csv('Varenr;Navn;Svanemerket', '1;a;Ja', '2;b;Nei', '3;c;'));
    expect(lines.map(({ ecoLabel }) => ecoLabel)).toEqual([[{ key: 'svanemerket', text: 'Ja' }], [], undefined]);
  });
});

describe('what an operator says', () => {
  it('decides columns, row and unit words', async () => {
    const file = csv('Varenr;Navn;Sats;Enhet', 'Varenr;Navn;Sats;Enhet', '1;Penn;12,50;bx stor');
    const [line, ...others] = await linesOf(file, {
      headingRow: 2,
      map: ['price=Sats'],
      units: { 'Bx stor': 'XBX' },
    });
    expect(others).toEqual([]);
    expect(line).toEqual({ row: 3, itemNumber: '1', name: 'Penn', price: '12.5', unit: 'XBX' });
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['empty', csv()],
    ['empty', csv(';;', '')],
    ['noHeadings', csv('a;b', '1;2')],
    ['noLines', csv('Varenr;Varenavn')],
    ['noLines', csv('Varenr;Varenavn', ';', 'Varenr;Varenavn')],
  ])('is %s', async (problem, file) => {
    await expect(prepareMapping(file, {})).rejects.toMatchObject({ name: 'UnusableFile', problem });
  });
});

describe('the header', () => {
  it('says how each column was understood', async () => {
    const mapping = await prepareMapping(csv('Tittel;;', 'Varenr;Pris eks. mva;Hylle', '1;2;3'), {});
    expect(mapping.header).toEqual({
      format: 'csv',
      headingRow: 2,
      columns: [
        { index: 0, heading: 'Varenr', field: 'itemNumber', confidence: 0.95, reason: 'knownHeading' },
        { index: 1, heading: 'Pris eks. mva', field: 'price', confidence: 0.95, reason: 'knownHeading' },
        { index: 2, heading: 'Hylle' },
      ],
    });
    expect(mapRow({ row: 1, cells: ['1', '2', '3'] }, mapping)).toBeUndefined();
  });
});

describe('a dash for none', () => {
  it.each(['-', '–', '—', 'n/a', 'N/A', 'ingen', 'Ingen'])('%s is blank', async (none) => {
    const [line] = await linesOf(
      csv('Varenr;Varenavn;Pris;GTIN;Gyldig til;Merke;Bestillbar', `1;Penn;9;${none};${none};${none};${none}`),
    );
    expect(line).toEqual({ row: 2, itemNumber: '1', name: 'Penn', price: '9' });
  });
  it('stays as it is in price, name and item number', async () => {
    const [line] = await linesOf(csv('Varenr;Varenavn;Pris', '-;-;-'));
    expect(line).toEqual({ row: 2, itemNumber: '-', name: '-', unreadable: { price: '-' } });
  });
});

describe('a status', () => {
  const statuses = async (heading: string, ...cells: readonly string[]) =>
    (
      await linesOf(csv(`Varenr;Varenavn;${heading}`, ...cells.map((cell) => `1;Penn;${cell}`)), {
        asOf: '2026-06-01',
      })
    ).map(({ status, unreadable }) => status ?? unreadable?.status);
  it('has the words of wholesalers', async () => {
    expect(await statuses('Status', 'Lagerføres', 'Endret', 'Uendret', 'Under utfasing', 'Sperret')).toEqual([
      'active',
      'active',
      'active',
      'active',
      'temporarilyUnavailable',
    ]);
    expect(await statuses('Aktiv', 'A', '1', 'Ja')).toEqual(['active', 'active', 'active']);
  });
  it('ends on its day', async () => {
    expect(await statuses('Status', 'Utgår 31.12.2026', 'Utgår 01.06.2026', 'Utgår fra 1. jan. 2026')).toEqual([
      'active',
      'discontinued',
      'discontinued',
    ]);
  });
  it('is told by a day alone under a heading of what is gone', async () => {
    expect(await statuses('Utgår', '31.12.2026', '01.06.2026', 'Ja')).toEqual([
      'active',
      'discontinued',
      'discontinued',
    ]);
  });
  it('is none by a word of the supplier’s own, but unreadable by one about what is sold', async () => {
    expect(await statuses('Status', 'Aktiv', 'Aktiv', 'Kampanje', 'Utgår snart')).toEqual([
      'active',
      'active',
      undefined,
      'Utgår snart',
    ]);
  });
  it('is not read from a column of other words', async () => {
    const lines = await linesOf(csv('Varenr;Varenavn;Status', '1;Penn;K1', '2;Blyant;K2', '3;Viskelær;Aktiv'));
    expect(lines.map(({ status, extra }) => [status, extra])).toEqual([
      [undefined, { Status: 'K1' }],
      [undefined, { Status: 'K2' }],
      [undefined, { Status: 'Aktiv' }],
    ]);
  });
});

describe('dates', () => {
  it('with the day and the month in either order are not read where the file does not tell', async () => {
    const file = csv('Varenr;Navn;Gyldig til', '1;a;03/04/2026', '2;b;05/05/2026', '3;c;2026-12-31');
    const days = async (overrides = {}) =>
      (await linesOf(file, overrides)).map(({ validTo, unreadable }) => validTo ?? unreadable);
    expect(await days()).toEqual([{ validTo: '03/04/2026' }, '2026-05-05', '2026-12-31']);
    expect(await days({ dateOrder: 'monthFirst' })).toEqual(['2026-03-04', '2026-05-05', '2026-12-31']);
    const told = csv('Varenr;Navn;Gyldig fra;Gyldig til', '1;a;31/01/2026;03/04/2026');
    expect((await linesOf(told))[0]?.validTo).toBe('2026-04-03');
  });
  it('may have the words before them that their column means', async () => {
    const file = csv(
      'Varenr;Navn;Gyldig fra;Gyldig til',
      '1;a;fra 1. januar 2027;t.o.m. 31/12-27',
      '2;b;t.o.m. 31.12.2027;f.o.m. 01.01.2027',
      '3;c;uke 3 2027;til 03/04/2027',
    );
    const found = (await linesOf(file)).map(({ validFrom, validTo, unreadable }) => ({
      validFrom,
      validTo,
      unreadable,
    }));
    expect(found).toEqual([
      { validFrom: '2027-01-01', validTo: '2027-12-31' },
      { unreadable: { validFrom: 't.o.m. 31.12.2027', validTo: 'f.o.m. 01.01.2027' } },
      { unreadable: { validFrom: 'uke 3 2027', validTo: 'til 03/04/2027' } },
    ]);
  });
});

describe("the supplier's own words", () => {
  it('are read as what they are said to mean, case aside', async () => {
    const file = csv(
      'Varenr;Navn;Status;Bestillbar;Valuta;Pris;Miljømerke',
      '1;a;Utg.;+;norske;1,5;SV',
      '2;b;utg.;ja;EUR;1,5;FSC',
    );
    const values = {
      status: { 'Utg.': 'discontinued' },
      orderable: { '+': 'ja' },
      currency: { norske: 'NOK' },
      ecoLabel: { sv: 'Svanemerket' },
    };
    const read = (await linesOf(file, { values })).map(({ status, orderable, currency, ecoLabel }) => [
      status,
      orderable,
      currency,
      ecoLabel?.map(({ key }) => key),
    ]);
    expect(read).toEqual([
      ['discontinued', true, 'NOK', ['svanemerket']],
      ['discontinued', true, 'EUR', ['fsc']],
    ]);
  });
});

describe('the heading of the price', () => {
  it('says for every priced line what no column says', async () => {
    const told = async (...lines: readonly string[]) =>
      (await linesOf(csv(...lines))).map(({ unit, priceBaseQuantity, currency }) => [
        unit,
        priceBaseQuantity,
        currency,
      ]);
    expect(await told('Varenr;Navn;Pris pr. 100 stk (NOK)', '1;a;12,50', '2;b;')).toEqual([
      ['H87', '100', 'NOK'],
      [undefined, undefined, undefined],
    ]);
    expect(await told('Varenr;Navn;Enhet;Pris pr stk', '1;a;pk;12,50', '2;b;;1,50')).toEqual([
      ['XPK', undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });
});

describe('what a pack holds', () => {
  const packs = async (...lines: readonly string[]) =>
    (await linesOf(csv(...lines))).map(({ unit, packQuantity, packUnit, pack, unreadable }) => ({
      ...(unit === undefined ? {} : { unit }),
      ...(packQuantity === undefined ? {} : { packQuantity }),
      ...(packUnit === undefined ? {} : { packUnit }),
      ...(pack === undefined ? {} : { from: pack.field }),
      ...(unreadable === undefined ? {} : { unreadable }),
    }));

  it('is taken from the unit, with the evidence kept', async () => {
    const lines = await linesOf(csv('Varenr;Navn;Enhet', '1;a;Pk à 100 stk'));
    expect(lines[0]).toMatchObject({
      unit: 'XPK',
      packQuantity: '100',
      packUnit: 'H87',
      pack: { field: 'unit', text: 'Pk à 100 stk', quantity: '100', contentUnit: 'H87' },
    });
  });

  it.each(['Enhet;Antall i pakning;Pakningsenhet', 'Pakningsenhet;Antall i pakning;Enhet'])(
    'is what its own fields say, in whichever order: %s',
    async (headings) => {
      const cells: Readonly<Record<string, string>> = {
        Enhet: 'pk à 100 stk',
        'Antall i pakning': '50',
        Pakningsenhet: 'rull',
      };
      const row = headings.split(';').map((heading) => cells[heading]);
      const own = { unit: 'XPK', packQuantity: '50', packUnit: 'XRO', from: 'unit' };
      expect(await packs(`Varenr;Navn;${headings}`, `1;a;${row.join(';')}`)).toEqual([own]);
    },
  );

  it('may be told in the quantity, too', async () => {
    expect(await packs('Varenr;Navn;Innhold', '1;a;6x1,5 l', '2;b;100 stk', '3;c;12', '4;d;mye')).toEqual([
      { packQuantity: '6', from: 'packQuantity' },
      { packQuantity: '100', packUnit: 'H87', from: 'packQuantity' },
      { packQuantity: '12' },
      { unreadable: { packQuantity: 'mye' } },
    ]);
  });

  it('leaves a unit unread that is not surely a pack', async () => {
    expect(await packs('Varenr;Navn;Enhet', '1;a;KOLLIX 12', '2;b;6x1,5 l')).toEqual([
      { unreadable: { unit: 'KOLLIX 12' } },
      { unreadable: { unit: '6x1,5 l' } },
    ]);
  });
});

describe('what a spreadsheet does to a cell', () => {
  const HEADINGS = ['Varenr', 'Varenavn', 'GTIN', 'Pris', 'Rabatt %'];
  const line = async (...cells: readonly Cell[]): Promise<CatalogueLine> => {
    const file = workbook(HEADINGS, cells);
    const mapping = await prepareMapping(file, {});
    for await (const [row] of mapRows(file.rows(), mapping)) if (row !== undefined) return row.line;
    throw new Error('no line');
  };

  it.each<[string, Cell, Partial<CatalogueLine>]>([
    [
      'a number of 16 digits has lost some',
      ['number', '1234567890123460'],
      { unreadable: { itemNumber: '1234567890123460' } },
    ],
    ['so has one shown with an exponent', '1,23457E+15', { unreadable: { itemNumber: '1,23457E+15' } }],
    ['fifteen digits are all there', ['number', '123456789012345'], { itemNumber: '123456789012345' }],
    ['a number of the supplier’s with an E', '12E5', { itemNumber: '12E5' }],
    ['an error is none', ['error', '#N/A'], { unreadable: { itemNumber: '#N/A' } }],
  ])('%s', async (_, cell, expected) => {
    expect(await line(cell, 'Penn', '7038010000003', ['number', '8'])).toMatchObject(expected);
  });

  it('a GTIN with an exponent has lost its digits', async () => {
    expect((await line('1', 'Penn', '7,04E+12', ['number', '8'])).unreadable).toEqual({ gtin: '7,04E+12' });
  });

  it.each([
    ['0.25', '25'],
    ['1.5', '150'],
    ['0', '0'],
    ['1', '100'],
  ])('%s in a percent format is %s %%', async (stored, percent) => {
    expect((await line('1', 'Penn', '', ['number', '8'], ['percent', stored])).discountPercent).toBe(percent);
  });

  it('a hidden row says so', async () => {
    const mapping = await prepareMapping(workbook(HEADINGS, ['1', 'Penn']), {});
    expect(mapRow({ row: 2, cells: ['1', 'Penn'], hidden: true }, mapping)?.problems).toEqual([{ kind: 'hiddenRow' }]);
  });
});
