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

it.each(['Alle priser er eks. mva og gjelder til 31.12.2026.', 'Ved spørsmål ring oss på 22 33 44 55'])(
  'the sentence %j alone where item numbers stand is a remark',
  async (text) => {
    expect(await kindOf(text)).toBe('remark');
    expect(await kindOf(text, '', '', '')).toBe('remark');
    expect(await kindOf('', text, '', '')).toBeUndefined();
    expect(await kindOf(text, 'Penn', '', '')).toBeUndefined();
  },
);

it.each(['AB 12 34 56 78', 'PAPIR A4 80', 'blå penn 0,7 mm'])('%j alone may be an article', async (text) => {
  expect(await kindOf(text, '', '', '')).toBeUndefined();
});
