/** The changes between two versions of a catalogue, in every format that has them; none of the project's own code. */
import { type BuiltArticle, builtArticle, builtDocument } from './bmecat.ts';
import { aUbl, aUblLine } from './ubl.ts';
import { sheetWorkbook } from './workbook.ts';

export interface SentLine {
  readonly itemNumber: string;
  readonly name: string;
  readonly price: string;
  readonly gtin?: string;
}

export type SentAction = 'add' | 'update' | 'delete';

export interface SentChange extends SentLine {
  readonly action: SentAction;
}

/** What has to be sent so that the old version becomes the new one. */
export function changesBetween(before: readonly SentLine[], after: readonly SentLine[]): readonly SentChange[] {
  const old = new Map(before.map((line) => [line.itemNumber, line]));
  const now = new Set(after.map(({ itemNumber }) => itemNumber));
  return [
    ...before.flatMap((line): SentChange[] => (now.has(line.itemNumber) ? [] : [{ ...line, action: 'delete' }])),
    ...after.flatMap((line): SentChange[] => {
      const was = old.get(line.itemNumber);
      if (was === undefined) return [{ ...line, action: 'add' }];
      return JSON.stringify(was) === JSON.stringify(line) ? [] : [{ ...line, action: 'update' }];
    }),
  ];
}

export interface DeltaFormat {
  readonly name: string;
  readonly file: string;
  whole(lines: readonly SentLine[]): string | Uint8Array;
  delta(changes: readonly SentChange[]): string | Uint8Array;
}

const HEADINGS = ['Varenr', 'Varenavn', 'Enhet', 'Pris', 'GTIN'];
const cells = ({ itemNumber, name, price, gtin = '' }: SentLine): readonly string[] => [
  itemNumber,
  name,
  'stk',
  price.replace('.', ','),
  gtin,
];

/** @param words for added, changed and deleted lines */
function csvWith(name: string, heading: string, words: Readonly<Record<SentAction, string>>): DeltaFormat {
  const text = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(';')}\r\n`).join('');
  return {
    name,
    file: 'katalog.csv',
    whole: (lines) => text([HEADINGS, ...lines.map(cells)]),
    delta: (changes) => text([[heading, ...HEADINGS], ...changes.map((one) => [words[one.action], ...cells(one)])]),
  };
}

const article = ({ itemNumber, name, price, gtin }: SentLine): BuiltArticle => ({
  itemNumber,
  name,
  price,
  unit: 'C62',
  currency: 'NOK',
  ...(gtin === undefined ? {} : { gtin }),
});

const MODES: Readonly<Record<SentAction, string>> = { add: 'new', update: 'update', delete: 'delete' };
const CODES: Readonly<Record<SentAction, string>> = { add: 'Add', update: 'Update', delete: 'Delete' };

function cif(mode: string, fields: string, records: readonly string[]): string {
  const head = ['CIF_I_V3.0', `LOADMODE: ${mode}`, 'CHARSET: UTF-8', 'CURRENCY: NOK', `FIELDNAMES: ${fields}`, 'DATA'];
  return [...head, ...records, 'ENDOFDATA', ''].join('\n');
}
const CIF_FIELDS = 'Supplier Part ID,Item Description,Unit of Measure,Unit Price,GTIN';
const cifRecord = ({ itemNumber, name, price, gtin = '' }: SentLine): string =>
  [itemNumber, `"${name}"`, 'EA', price, gtin].join(',');

const sheet = (rows: readonly (readonly string[])[]): Uint8Array =>
  sheetWorkbook({ sheets: [{ name: 'Ark1', rows: rows.map((row) => [...row]) }] });

const ublLine = (line: SentLine, code = ''): string =>
  aUblLine(line.itemNumber, {
    name: line.name,
    price: line.price,
    line: code,
    ...(line.gtin === undefined ? {} : { gtin: line.gtin }),
  });

export const DELTA_FORMATS: readonly DeltaFormat[] = [
  csvWith('CSV in words', 'Handling', { add: 'Ny', update: 'Endret', delete: 'Utgår' }),
  csvWith('CSV in letters', 'Endringskode', { add: 'N', update: 'E', delete: 'S' }),
  csvWith('CSV in numbers that are explained', 'Endringskode (1=ny, 2=endret, 3=slettet)', {
    add: '1',
    update: '2',
    delete: '3',
  }),
  {
    name: 'UBL',
    file: 'katalog.xml',
    whole: (lines) =>
      aUbl({ header: '<cbc:ActionCode>Replace</cbc:ActionCode>', lines: lines.map((one) => ublLine(one)) }),
    delta: (changes) =>
      aUbl({
        header: '<cbc:ActionCode>Update</cbc:ActionCode>',
        lines: changes.map((one) => ublLine(one, `<cbc:ActionCode>${CODES[one.action]}</cbc:ActionCode>`)),
      }),
  },
  {
    name: 'BMEcat',
    file: 'katalog.xml',
    whole: (lines) => builtDocument(lines.map(article)),
    delta: (changes) =>
      builtDocument(
        changes.map((one) => builtArticle(article(one)).replace('<ARTICLE>', `<ARTICLE mode="${MODES[one.action]}">`)),
        { transaction: 'T_UPDATE_PRODUCTS' },
      ),
  },
  {
    name: 'CIF',
    file: 'katalog.cif',
    whole: (lines) => cif('F', CIF_FIELDS, lines.map(cifRecord)),
    delta: (changes) =>
      cif(
        'I',
        `${CIF_FIELDS},Delete`,
        changes.map((one) => `${cifRecord(one)},${one.action === 'delete' ? 'T' : 'F'}`),
      ),
  },
  {
    name: 'a workbook',
    file: 'katalog.xlsx',
    whole: (lines) => sheet([HEADINGS, ...lines.map(cells)]),
    delta: (changes) =>
      sheet([
        [...HEADINGS, 'Action'],
        ...changes.map((one) => [...cells(one), { add: 'new', update: 'changed', delete: 'deleted' }[one.action]]),
      ]),
  },
  {
    name: 'lines of JSON',
    file: 'katalog.jsonl',
    whole: (lines) => lines.map((one) => `${JSON.stringify({ ...one, unit: 'EA' })}\n`).join(''),
    delta: (changes) => changes.map((one) => `${JSON.stringify({ ...one, unit: 'EA' })}\n`).join(''),
  },
];
