import { expect, it } from 'vitest';
import { noArticleKind } from './no-article.ts';
import { prepareMapping } from './prepare-mapping.ts';

const HEADINGS = ['Varenr', 'Varenavn', 'Enhet', 'Pris'];

async function kindOf(...cells: readonly string[]) {
  const mapping = await prepareMapping(
    {
      format: 'csv',
      dialect: { encoding: 'utf-8', bom: false, delimiter: ';', lineEnd: '\n' },
      async *rows() {
        yield [
          { row: 1, cells: HEADINGS },
          { row: 2, cells: ['1', 'Penn', 'stk', '12,50'] },
        ];
      },
    },
    {},
  );
  return noArticleKind({ row: 3, cells }, mapping);
}

it.each(['Sum', 'Sum eks. mva', 'Sum inkl. mva:', 'Totalt eks mva', 'Total (ekskl. mva)', 'Summa exkl. moms'])(
  'a row of %j and an amount is a sum',
  async (text) => {
    expect(await kindOf('', text, '', '4 000,00')).toBe('sum');
  },
);

it.each(['Totalt renhold', 'Total med blekk', 'Sum mva'])(
  'a row of %j and an amount may be an article',
  async (text) => {
    expect(await kindOf('', text, '', '4 000,00')).toBeUndefined();
  },
);
