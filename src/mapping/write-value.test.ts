import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../catalogue/decimal.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { LABELS } from '../code-lists/labels.ts';
import { UNIT_WORDS } from '../code-lists/unit-words.ts';
import type { CellKind, RawRow, RowFile } from '../readers/reader.ts';
import type { Mapping } from './map-rows.ts';
import { mapRow, prepareMapping, writeValue, writtenKind } from './map-rows.ts';

/** A file of one field beside item number and name, written as the given cells are. */
async function mappingFor(heading: string, cells: readonly string[], kind: CellKind = 'text'): Promise<Mapping> {
  const rows: RawRow[] = [
    { row: 1, cells: ['Varenr', 'Varenavn', ...heading.split(';')] },
    ...cells.map(
      (cell, index): RawRow => ({
        row: index + 2,
        cells: ['1', 'Penn', ...cell.split(';')],
        kinds: ['text', 'text', ...cell.split(';').map(() => kind)],
      }),
    ),
  ];
  const file: RowFile = {
    format: 'xlsx',
    async *rows() {
      yield rows;
    },
  };
  return prepareMapping(file, {});
}

const AT = 2;

function write(field: Field, line: Partial<CatalogueLine>, mapping: Mapping): string {
  const column = mapping.header.columns[AT];
  if (column === undefined) throw new Error('no such column');
  expect(column.field).toBe(field);
  return writeValue(field, { row: 9, ...line }, column, mapping);
}

/** The line that a cell with this text gives. */
function readBack(text: string, mapping: Mapping): CatalogueLine | undefined {
  const column = mapping.header.columns[AT];
  if (column === undefined) throw new Error('no such column');
  return mapRow(
    { row: 9, cells: ['1', 'Penn', text], kinds: ['text', 'text', writtenKind(text, column, mapping)] },
    mapping,
  );
}

const decimals = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^\d{0,4}$/))
  .map(([negative, whole, fraction]) =>
    decimal(`${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`),
  );

const days = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a value written in the style of its column is read back the same', () => {
  const everyStyle: readonly (readonly [readonly string[], CellKind])[] = [
    [['12,50', '9,90'], 'text'],
    [['12.50', '9.90'], 'text'],
    [['1.234,50', '9,9'], 'text'],
    [['1,234.50', '9.9'], 'text'],
    [['1 234', '12'], 'text'],
    [['kr 12,50', 'kr 9,90'], 'text'],
    [['12,50 NOK', '9,90 NOK'], 'text'],
    [['12,-', '9,-'], 'text'],
    [['12.5', '1234.125'], 'number'],
    [['1.234'], 'text'],
  ];
  it.each(everyStyle)('prices like %j in %s cells', async (cells, kind) => {
    const mapping = await mappingFor('Pris', cells, kind);
    fc.assert(
      fc.property(decimals, fc.constantFrom(undefined, 'NOK', 'EUR'), (price, currency) => {
        const text = write('price', { price, ...(currency === undefined ? {} : { currency }) }, mapping);
        const line = readBack(text, mapping);
        expect([text, line?.price]).toEqual([text, price]);
        // Kroner are understood where nothing is said.
        if (currency === 'EUR' || line?.currency !== undefined)
          expect([text, line?.currency]).toEqual([text, currency]);
      }),
    );
  });

  it.each([
    ['Rabatt', ['12,5 %', '10 %'], 'text'],
    ['Rabatt', ['12.5', '10'], 'text'],
    ['Rabatt', ['0.125', '0.1'], 'number'],
    ['Rabatt', ['12.5', '10'], 'number'],
  ] as const)('percentages under %s like %j in %s cells', async (heading, cells, kind) => {
    const mapping = await mappingFor(heading, cells, kind);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (hundredths) => {
        const discountPercent = decimal(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`);
        const text = write('discountPercent', { discountPercent }, mapping);
        expect([text, readBack(text, mapping)?.discountPercent]).toEqual([text, discountPercent]);
      }),
    );
  });

  it('quantities', async () => {
    const mapping = await mappingFor('Antall i pakning', ['1.000', '2,5']);
    fc.assert(
      fc.property(decimals, (packQuantity) => {
        const text = write('packQuantity', { packQuantity }, mapping);
        expect([text, readBack(text, mapping)?.packQuantity]).toEqual([text, packQuantity]);
      }),
    );
  });

  it.each([
    [['2026-01-31'], 'text'],
    [['31.01.2026', '1.2.2026'], 'text'],
    [['31.01.26'], 'text'],
    [['31/01/2026'], 'text'],
    [['01/31/2026', '01/02/2026'], 'text'],
    [['31/12-26', '1/1-27'], 'text'],
    [['31/12-2026', '01/31/2026'], 'text'],
    [['31. desember 2026', 't.o.m. 31.12.2026'], 'text'],
    [['20260131'], 'text'],
    [['46053'], 'number'],
    [['2026-01-31'], 'date'],
    [['uke 12'], 'text'],
  ] as const)('days like %j in %s cells', async (cells, kind) => {
    const mapping = await mappingFor('Gyldig til', cells, kind);
    fc.assert(
      fc.property(days, (validTo) => {
        const text = write('validTo', { validTo }, mapping);
        expect([text, readBack(text, mapping)?.validTo]).toEqual([text, validTo]);
      }),
    );
  });

  it('units, in the words of the column where it has them', async () => {
    const mapping = await mappingFor('Enhet', ['Stk.', 'Stk.', 'stk', 'PK']);
    expect(write('unit', { unit: 'H87' }, mapping)).toBe('Stk.');
    expect(write('unit', { unit: 'XPK' }, mapping)).toBe('PK');
    for (const unit of Object.keys(UNIT_WORDS)) {
      const text = write('unit', { unit }, mapping);
      expect([text, readBack(text, mapping)?.unit]).toEqual([text, unit]);
    }
  });

  it('currencies', async () => {
    const mapping = await mappingFor('Valuta', ['kr', 'kr']);
    for (const [currency, text] of [
      ['NOK', 'kr'],
      ['SEK', 'SEK'],
    ] as const) {
      expect(write('currency', { currency }, mapping)).toBe(text);
      expect(readBack(text, mapping)?.currency).toBe(currency);
    }
  });

  it.each([
    ['Status', ['Aktiv', 'utgått']],
    ['Status', []],
    ['Utgått', ['Ja', 'Nei']],
    ['Utgått', ['X']],
    ['Aktiv', ['1', '0']],
  ])('statuses under %s like %j', async (heading, cells) => {
    const mapping = await mappingFor(heading, cells.length === 0 ? ['-'] : cells);
    for (const status of ['active', 'discontinued', 'temporarilyUnavailable', 'new'] as const) {
      const text = write('status', { status }, mapping);
      expect([text, readBack(text, mapping)?.status]).toEqual([text, status]);
    }
  });

  it.each([[['ja', 'nei']], [['x']], [['true', 'false']]])('yes and no like %j', async (cells) => {
    const mapping = await mappingFor('Bestillbar', cells);
    for (const orderable of [true, false]) {
      const text = write('orderable', { orderable }, mapping);
      expect([text, readBack(text, mapping)?.orderable]).toEqual([text, orderable]);
    }
  });

  it('digits and texts, in number cells only where no zero is lost', async () => {
    const mapping = await mappingFor('GTIN', ['7038010000003', '7038010000010'], 'number');
    const column = mapping.header.columns[AT];
    if (column === undefined) throw new Error('no such column');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8,14}$/), (gtin) => {
        const text = write('gtin', { gtin }, mapping);
        expect(text).toBe(gtin);
        expect(writtenKind(text, column, mapping)).toBe(gtin.startsWith('0') ? 'text' : 'number');
        expect(readBack(text, mapping)?.gtin).toBe(gtin);
      }),
    );
  });

  const licences: Readonly<Record<string, string>> = {
    svanemerket: '2093 0001',
    eu_ecolabel: 'DK/020/001',
    fsc: 'FSC-C123456',
    pefc: 'PEFC/04-31-0812',
    rainforest_people_nature: 'RA 12345',
  };

  it.each([
    ['Miljømerke', ['Svanemerket', 'Nei']],
    ['Miljømerke', ['-']],
    ['Svanemerket', ['Ja', 'Nei']],
  ])('labels under %s like %j', async (heading, cells) => {
    const mapping = await mappingFor(heading, cells);
    const one = fc.tuple(fc.constantFrom(...Object.keys(licences)), fc.boolean()).map(([key, licensed]) => ({
      key,
      ...(licensed ? { licence: licences[key] ?? '' } : {}),
      text: LABELS.get(key)?.name.en ?? '',
    }));
    fc.assert(
      fc.property(fc.uniqueArray(one, { maxLength: 3, selector: ({ key }) => key }), (ecoLabel) => {
        const text = write('ecoLabel', { ecoLabel }, mapping);
        expect([text, readBack(text, mapping)?.ecoLabel]).toEqual([text, ecoLabel]);
      }),
    );
  });
});

describe('a value looks like its neighbours', () => {
  it('with as many decimals as they all have', async () => {
    expect(write('price', { price: decimal('12.5') }, await mappingFor('Pris', ['9,90', '10,00']))).toBe('12,50');
    expect(write('price', { price: decimal('12.5') }, await mappingFor('Pris', ['9,9', '10,00']))).toBe('12,5');
    expect(write('price', { price: decimal('12.345') }, await mappingFor('Pris', ['9.90']))).toBe('12.345');
  });

  it('with the currency where they have it', async () => {
    const mapping = await mappingFor('Pris', ['kr 9,90', 'kr 10,00']);
    expect(write('price', { price: decimal('12.5'), currency: 'NOK' }, mapping)).toBe('kr 12,50');
    expect(write('price', { price: decimal('12.5'), currency: 'EUR' }, mapping)).toBe('12,50 EUR');
  });

  it('but the words of another file are replaced by the name of the label', async () => {
    const mapping = await mappingFor('Miljømerke', ['FSC']);
    const ecoLabel = [{ key: 'svanemerket', licence: '2093 0001', text: 'Ja' }];
    expect(write('ecoLabel', { ecoLabel }, mapping)).toBe('Svanemerket (2093 0001)');
  });

  it('and a licence that stands in its own column is not said twice', async () => {
    const mapping = await mappingFor('Miljømerke;Lisensnummer', ['Svanemerket;2093 0001']);
    const ecoLabel = [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }];
    expect(write('ecoLabel', { ecoLabel, ecoLicence: '2093 0001' }, mapping)).toBe('Svanen');
    expect(write('ecoLabel', { ecoLabel }, mapping)).toBe('Svanen (2093 0001)');
  });

  it('and nothing is written where there is no value, nor changed where it was not understood', async () => {
    const mapping = await mappingFor('Pris', ['9,90']);
    expect(write('price', {}, mapping)).toBe('');
    expect(write('price', { unreadable: { price: '12,5O' } }, mapping)).toBe('12,5O');
  });
});
