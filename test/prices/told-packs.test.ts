/** What a line and a price list say of a pack in words (`krt à 5 pk`), from the cells to the verdict. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreedArticle, AgreedVerdict } from '../../src/agreement/agreement.ts';
import { judgePrice } from '../../src/agreement/price-verdict.ts';
import { parseDecimal } from '../../src/catalogue/decimal.ts';
import type { CatalogueLine } from '../../src/catalogue/line.ts';
import { mapRow, prepareMapping } from '../../src/mapping/map-rows.ts';
import type { RowFile } from '../../src/readers/reader.ts';
import { derivationInWords } from '../../src/reporters/derivation-words.ts';
import { deriveAgreedPrice } from '../../src/rules/price/derivation.ts';
import { sideOfVerdict, verdictInWords } from './judged.ts';

const COLUMNS = ['Varenr', 'Varenavn', 'Pris', 'Enhet', 'Antall i pakning', 'Innholdsenhet'];
const HEADINGS = { row: 1, cells: COLUMNS, start: 0, end: 9 };
const FILE: RowFile = {
  format: 'csv',
  dialect: { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\r\n' },
  async *rows() {
    yield [HEADINGS, { row: 2, cells: ['1', 'a', '10,50', 'stk', '10', 'stk'], start: 10, end: 19 }];
  },
};
const mapping = await prepareMapping(FILE, {});

/** @param text price, unit, pack quantity and what it is of, with `;` between */
function lineOf(text: string): CatalogueLine {
  const cells = ['1', 'a', ...text.split(';').map((cell) => cell.trim())];
  const line = mapRow({ row: 2, cells: [...cells, '', '', ''].slice(0, COLUMNS.length), start: 10, end: 19 }, mapping);
  if (line === undefined) throw new Error(`no line: ${text}`);
  return line;
}

function articleOf(text: string): AgreedArticle {
  const { row, price, unit, packQuantity, packUnit, pack } = lineOf(text);
  const given = { price, unit, packQuantity, packUnit, pack };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { row, currency: 'NOK', ...known };
}

const TERMS = { asOf: '2026-06-01', vat: 'excluded', currency: 'NOK' } as const;

function judge(offered: string, agreed: string): AgreedVerdict {
  return judgePrice(lineOf(offered), articleOf(agreed), 'itemNumber', TERMS);
}

const TABLE = `
# The line says what is in the carton
245,00; krt à 5 pk          | 49,00; pk             | kept              | 245
245,00; krt;5 pk            | 49,00; pk             | kept              | 245
245,00; KRT;5 pk            | 49,00; Pakke          | kept              | 245
245,00; krt;5;pk            | 49,00; pk             | kept              | 245
245,00; krt/5 pk            | 49,00; pk             | kept              | 245
245,00; krt (5 pk)          | 49,00; pk             | kept              | 245
250,00; krt à 5 pk          | 49,00; pk             | above 2.04 %      | 245
240,00; krt à 5 pk          | 49,00; pk             | below 2.04 %      | 245
49,00; krt à 5 pk           | 49,00; pk             | perPack:5         | 245
245,00; krt à 5 pk          | 49,00; pk;1           | kept              | 245
# The price list says it
49,00; pk                   | 245,00; krt à 5 pk    | kept              | 49
50,00; pk                   | 245,00; krt à 5 pk    | above 2.04 %      | 49
245,00; pk                  | 245,00; krt à 5 pk    | perPack:5         | 49
49,00; pk                   | 245,00; krt;5 pk      | kept              | 49
49,00; pk;500               | 245,00; krt à 5 pk    | kept              | 49
# Both say it
245,00; krt à 5 pk          | 245,00; krt à 5 pk    | kept              | 245
245,00; krt à 5 pk          | 245,00; krt;5         | kept              | 245
294,00; krt à 6 pk          | 245,00; krt à 5 pk    | kept              | 294
# Two levels that fit: 5 packs, 500 pieces
245,00; krt à 5 pk;500;stk  | 49,00; pk;100;stk     | kept              | 245
245,00; krt à 5 pk;500;stk  | 49,00; pk             | kept              | 245
245,00; krt à 5 pk;500;stk  | 0,49; stk             | kept              | 245
# Nobody says how many there are in the pack
245,00; krt à 5 pk          | 49,00; pk;100         | unknown unit      | -
# Levels that do not fit
245,00; krt à 5 pk;500;stk  | 49,00; pk;50;stk      | unknown unit      | -
245,00; krt à 5 pk;10;pk    | 49,00; pk             | unknown unit      | -
245,00; krt à 5 pk;500      | 49,00; pk             | unknown unit      | -
100,00; pk à 100 stk;50     | 1,00; stk             | unknown unit      | -
50,00; pk à 100 stk;50      | 1,00; stk             | unknown unit      | -
49,00; pk                   | 245,00; krt à 5 pk;10 | unknown unit      | -
49,00; pk à 10 krt          | 245,00; krt à 5 pk    | unknown unit      | -
49,00; pk à 5 pk            | 245,00; krt à 5 pk    | unknown unit      | -
# It says another thing, or nothing
245,00; krt à 5 eske        | 49,00; pk             | unknown unit      | -
245,00; krt à 5             | 49,00; pk             | unknown unit      | -
245,00; krt                 | 49,00; pk             | unknown unit      | -
49,00; pk                   | 245,00; krt           | unknown unit      | -
245,00; krt à 5 pk          | 0,49; stk             | unknown unit      | -
245,00; krt à 5 pk          | 245,00; krt;500;stk   | unknown packQuantity | -
`;

const CASES = TABLE.split('\n')
  .filter((row) => row.includes('|'))
  .map((row) => row.split('|').map((cell) => cell.trim()) as [string, string, string, string]);

describe('a price for a pack that words tell of', () => {
  it.each(CASES)('%s where %s is agreed: %s', (offered, agreed, verdict, agreedPrice) => {
    const found = judge(offered, agreed);
    expect([verdictInWords(found), found.agreedPrice ?? '-']).toEqual([verdict, agreedPrice]);
  });

  it('without a column for it, no line leaves blank what the agreed pack holds', () => {
    const columns = new Set(['price', 'unit'] as const);
    const line = lineOf('245,00; krt à 5 pk');
    const found = judgePrice(line, articleOf('49,00; pk;100'), 'itemNumber', { ...TERMS, columns });
    expect([found.price.kind, found.agreedPrice]).toEqual(['kept', '245']);
  });

  it('is told with the words it was taken from', () => {
    const words = (offered: string, agreed: string) =>
      deriveAgreedPrice(lineOf(offered), judge(offered, agreed)).slice(3);
    expect(words('250,00; krt à 5 pk', '49,00; pk')).toEqual([
      { step: 'baseUnit', value: 'XPK' },
      { step: 'listedContent', value: '1' },
      { step: 'offeredPack', value: 'krt à 5 pk' },
      { step: 'offeredContent', value: '5' },
      { step: 'agreedPrice', value: '245' },
    ]);
    expect(words('50,00; pk', '245,00; krt à 5 pk')).toContainEqual({ step: 'listedPack', value: 'krt à 5 pk' });
    const shown = derivationInWords(words('250,00; krt à 5 pk', '49,00; pk'), 'nb', 'NOK');
    expect(shown.map(({ title, value }) => `${title}: ${value}`.replaceAll('\u00a0', ' ')).slice(0, -1)).toEqual([
      'Begge regnet om til: pakke (XPK)',
      'Innhold i én avtalt enhet: 1',
      'Pakningen på linjen: krt à 5 pk',
      'Innhold i én tilbudt enhet: 5',
    ]);
  });
});

describe('from packs to cartons and back', () => {
  const ore = fc.integer({ min: 2, max: 500_000 });
  const kroner = (amount: number): string => `${Math.trunc(amount / 100)},${String(amount % 100).padStart(2, '0')}`;

  it('a price is on the same side of the agreed one, and the agreed price comes back exactly', () => {
    fc.assert(
      fc.property(ore, ore, fc.integer({ min: 2, max: 200 }), (offered, agreed, held) => {
        const carton = `krt à ${held} pk`;
        const [one, all] = [kroner(agreed), kroner(agreed * held)];
        const asPacks = judge(`${kroner(offered)}; pk`, `${one}; pk`);
        const asCartons = judge(`${kroner(offered * held)}; ${carton}`, `${one}; pk`);
        const ofCartons = judge(`${kroner(offered)}; pk`, `${all}; ${carton}`);
        expect(asCartons.agreedPrice ?? parseDecimal(all.replace(',', '.'))).toBe(parseDecimal(all.replace(',', '.')));
        expect(ofCartons.agreedPrice ?? parseDecimal(one.replace(',', '.'))).toBe(parseDecimal(one.replace(',', '.')));
        for (const found of [asCartons, ofCartons]) {
          // A price so low that the unit is doubted is no approval.
          if (sideOfVerdict(found) === undefined) expect(sideOfVerdict(asPacks)).toBe('below');
          else expect(sideOfVerdict(found)).toBe(sideOfVerdict(asPacks));
        }
      }),
      { numRuns: 500 },
    );
  });
});
