import { describe, expect, it } from 'vitest';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { RawRow } from '../readers/reader.ts';
import { findHeadings } from './find-headings.ts';

const rows = (...lines: readonly string[]): readonly RawRow[] =>
  lines.map((line, index) => ({ row: index + 1, cells: line.split(';') }));

const fieldsIn = (found: ReturnType<typeof findHeadings>) =>
  Object.fromEntries(found.columns.flatMap(({ heading, field }) => (field === undefined ? [] : [[heading, field]])));

const CATALOGUE = rows('Varenr;Varenavn;Pris;Hylle', '1;Kopipapir;39,90;A', '2;Penn;12,50;B');

describe('the heading row', () => {
  it('is found in the first row', () => {
    const found = findHeadings(CATALOGUE, {});
    expect(found.headingRow).toBe(1);
    expect(fieldsIn(found)).toEqual({ Varenr: 'itemNumber', Varenavn: 'name', Pris: 'price' });
    expect(found.columns[3]).toEqual({ index: 3, heading: 'Hylle' });
  });

  it('is found below a title, notes and blank rows', () => {
    const found = findHeadings(
      rows(
        'Prisliste 2026;;;',
        'Leverandør:;Kontorvarer AS;;',
        ';;;',
        'Alle priser er eks. mva;;;',
        'Varenr;Varenavn;Enh.;Pris',
        '1;Kopipapir;pk;39,90',
      ),
      {},
    );
    expect(found.headingRow).toBe(5);
  });

  it('is not a data row that holds words of headings', () => {
    const found = findHeadings(
      rows('Varenr;Vare;Miljømerke;Pakning', '1001;Produkt;Svanemerket;Pakke', '1002;Pris;Status;Merke'),
      {},
    );
    expect(found.headingRow).toBe(1);
  });

  it('is not a data row with numbers, even without headings above', () => {
    expect(() => findHeadings(rows('1001;Vare;Pakke;12,50;7', '1002;Produkt;Pris;13;8'), {})).toThrow(UnusableFile);
  });

  it.each([
    ['nothing known', 'a;b;c', 1, 'a | b | c'],
    ['one field only', 'Varenavn;b;c', 2, 'Varenavn | b | c'],
    ['nothing that says which article', 'Pris;Enhet;Valuta', 2, 'Pris | Enhet | Valuta'],
  ])('is missing with %s, and the row that comes closest is told', (_, line, row, detail) => {
    const given = row === 1 ? rows(line, 'x;y;z') : rows('x;y;z', line);
    expect(() => findHeadings(given, {})).toThrow(
      expect.objectContaining({ name: 'UnusableFile', problem: 'noHeadings', row, detail }),
    );
  });

  it.each([
    ['a title', 'Katalog 2026;;'],
    ['numbers', '1;2;3'],
    ['a title like one field', 'Miljømerke;;'],
  ])('comes closer in a row that could be headings than in one with %s', (_, line) => {
    expect(() => findHeadings(rows(line, 'Kode;Beskrivelse;c'), {})).toThrow(
      expect.objectContaining({ problem: 'noHeadings', row: 2, detail: 'Kode | Beskrivelse | c' }),
    );
  });

  it('comes no closer for several cells of one field', () => {
    expect(() => findHeadings(rows('Kode;Beskrivelse', 'Svanemerket;FSC'), {})).toThrow(
      expect.objectContaining({ problem: 'noHeadings', row: 1 }),
    );
  });

  it('is told without its text where the operator said it and it has too few known headings', () => {
    const given = rows('a;b;c', '1;2;3');
    const refused = expect.objectContaining({ problem: 'noHeadings', row: 1, detail: undefined });
    expect(() => findHeadings(given, { headingRow: 1 })).toThrow(refused);
    expect(() => findHeadings(given, { map: ['itemNumber=a'] })).toThrow(refused);
  });

  it('is where the operator says', () => {
    const twice = rows('Varenr;Varenavn;Pris', 'Artnr;Navn;Nettopris', '1;Penn;12');
    expect(findHeadings(twice, { headingRow: 2 }).headingRow).toBe(2);
    expect(() => findHeadings(twice, { headingRow: 9 })).toThrow(OperationalError);
  });
});

describe('the columns', () => {
  it('have each field once: the surest heading, of equals the leftmost; the others travel along', () => {
    const found = findHeadings(rows('Pris 2026;Varenr;Pris;Nettopris;Varenavn', '1;2;3;4;5'), {});
    expect(fieldsIn(found)).toEqual({ Varenr: 'itemNumber', Pris: 'price', Varenavn: 'name' });
  });

  it('take the only description for the name', () => {
    const found = findHeadings(rows('Varenr;Beskrivelse;Pris', '1;Penn;12'), {});
    expect(found.columns[1]).toMatchObject({ field: 'name', reason: 'onlyCandidate' });
    const both = findHeadings(rows('Varenr;Navn;Beskrivelse', '1;Penn;Blå penn'), {});
    expect(fieldsIn(both)).toMatchObject({ Navn: 'name', Beskrivelse: 'description' });
  });

  it.each(['Tekst', 'TEKST', 'Text'])('take %s for the name where no other column is', (heading) => {
    const found = findHeadings(rows(`Varenr;${heading};Pris`, '1;Penn;12'), {});
    expect(found.columns[1]).toMatchObject({ field: 'name', reason: 'onlyCandidate' });
    const both = findHeadings(rows(`Varenr;Navn;${heading};Pris`, '1;Penn;Blå penn;12'), {});
    expect([both.columns[1]?.field, both.columns[2]?.field]).toEqual(['name', 'lineNote']);
    const described = findHeadings(rows(`Varenr;Beskrivelse;${heading};Pris`, '1;Penn;Blå penn;12'), {});
    expect(described.columns[1]?.field).toBe('name');
    const note = findHeadings(rows('Varenr;Merknad;Pris', '1;Penn;12'), {});
    expect(note.columns[1]?.field).toBe('lineNote');
  });
});

describe('--map', () => {
  it.each([
    ['by heading', 'price=Hylle'],
    ['by heading in another case', 'price = hylle'],
    ['by letter', 'price=D'],
    ['by number', 'price=4'],
  ])('chooses a column %s', (_, said) => {
    const found = findHeadings(CATALOGUE, { map: [said] });
    expect(found.columns[3]).toMatchObject({ field: 'price', reason: 'saidByOperator' });
    expect(found.columns[2]?.field).toBeUndefined();
  });

  it('finds the row its headings stand in', () => {
    const found = findHeadings(rows('Firma AS;;', 'Kode1;Tekst1;Sats1', 'a;b;c'), {
      map: ['itemNumber=Kode1', 'name=Tekst1', 'price=Sats1'],
    });
    expect(found.headingRow).toBe(2);
  });

  it.each([
    ['pris=D', 'Mente du price?'],
    ['prise=D', 'Mente du price?'],
    ['xyzzyqqq=D', 'Feltene er:'],
    ['price=Hyle', 'Mente du «Hylle»?'],
    ['price=Z', 'Kolonnene er A til D'],
    ['price=0', 'Kolonnene er A til D'],
    ['price', 'Skriv felt=kolonne'],
    ['price=', 'Skriv felt=kolonne'],
  ])('%s is answered with what to do', (said, expected) => {
    expect(() => findHeadings(CATALOGUE, { map: [said] })).toThrow(
      expect.objectContaining({
        name: 'OperationalError',
        text: expect.objectContaining({ nb: expect.stringContaining(expected) }),
      }),
    );
  });

  it('gives no field twice and no column twice', () => {
    expect(() => findHeadings(CATALOGUE, { map: ['price=C', 'price=D'] })).toThrow(OperationalError);
    expect(() => findHeadings(CATALOGUE, { map: ['price=C', 'listPrice=3'] })).toThrow(OperationalError);
  });

  it('asks for the letter where two columns have the heading', () => {
    const twice = rows('Varenr;Varenavn;X;X', '1;a;2;3');
    expect(() => findHeadings(twice, { map: ['price=X'] })).toThrow(/C, D/);
    expect(findHeadings(twice, { map: ['price=D'] }).columns[3]?.field).toBe('price');
  });
});

describe('columns that could equally well be one field', () => {
  const found = (headings: string, map: readonly string[] = [], ...lines: readonly string[]) => {
    const rows = [headings, ...(lines.length === 0 ? ['1;Penn;10;12'] : lines)].map((line, index) => ({
      row: index + 1,
      cells: line.split(';'),
    }));
    return findHeadings(rows, { map });
  };
  const letters = (headings: string, map?: readonly string[]) =>
    found(headings, map).ambiguous.map(({ field, columns }) => [field, columns.map(({ index }) => index)]);

  it.each([
    ['Varenr;Varenavn;Pris 01.01.2026;Pris 01.07.2026', 'price', [2, 3]],
    ['Varenr;Varenavn;Pris;Pris', 'price', [2, 3]],
    ['Varenr;Varenavn;Pris;Pris 2026', 'price', [2, 3]],
    ['Varenr;Varenavn;Varenr;Pris', 'itemNumber', [0, 2]],
    ['Varenr;Varenavn;Enhet;Enhet', 'unit', [2, 3]],
  ])('%s', (headings, field, columns) => {
    expect(letters(headings)).toEqual([[field, columns]]);
  });

  it.each(['Varenr;Varenavn;Pris;Listepris', 'Varenr;Varenavn;Pris;Nettopris', 'Varenr;Varenavn;Enhet;Prisenhet'])(
    'not: %s',
    (headings) => {
      expect(letters(headings)).toEqual([]);
    },
  );

  it('not where a person named the column', () => {
    expect(letters('Varenr;Varenavn;Pris;Pris', ['price=D'])).toEqual([]);
  });

  it('one with nothing in it loses against one with values', () => {
    const { columns, ambiguous } = found('Varenr;Varenavn;Pris;Pris', [], '1;Penn;;12', '2;Blyant;-;9');
    expect(ambiguous).toEqual([]);
    expect(columns.map(({ field }) => field)).toEqual(['itemNumber', 'name', undefined, 'price']);
  });
});
