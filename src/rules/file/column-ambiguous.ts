import type { AmbiguousField } from '../../catalogue/catalogue.ts';
import { columnLetter } from '../../catalogue/column-letter.ts';
import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/column-ambiguous',
  title: {
    nb: 'Pris, varenummer og enhet har hver sin kolonne, og bare én',
    en: 'Price, item number and unit have one column each, and only one',
  },
  fault: { nb: 'To kolonner for det samme', en: 'Two columns for the same thing' },
  because: {
    nb: 'Velges feil priskolonne, kontrolleres og bestilles alle varene til feil pris.',
    en: 'If the wrong price column is chosen, every item is checked and ordered at the wrong price.',
  },
  advice: {
    nb: 'Behold bare kolonnen som gjelder, eller gi den andre en overskrift som skiller dem.',
    en: 'Keep only the column that applies, or give the other a heading that tells them apart.',
  },
  source: {
    nb: 'Hva en linje koster, og hva den bestilles med, gjettes aldri',
    en: 'What a line costs, and what it is ordered by, is never guessed',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'one column each' }],
  fails: [
    {
      why: 'the price of this half-year and of the next',
      ambiguous: [
        {
          field: 'price',
          columns: [
            { index: 2, heading: 'Pris 01.01.2026' },
            { index: 3, heading: 'Pris 01.07.2026' },
          ],
        },
      ],
      finds: [
        {
          field: 'price',
          parameters: { columns: 'C (Pris 01.01.2026), D (Pris 01.07.2026)', key: 'price' },
        },
      ],
    },
  ],
  message: {
    nb: '{field} kan være flere kolonner: {columns}',
    en: '{field} may be several columns: {columns}',
  },
  hint: { nb: 'Si hvilken: --map {key}=KOLONNE', en: 'Say which: --map {key}=COLUMN' },
  check({ ambiguous = [] }) {
    return ambiguous.map(({ field, columns }) => ({
      field,
      parameters: { columns: listed(columns), key: field },
    }));
  },
});

function listed(columns: AmbiguousField['columns']): string {
  return columns.map(({ index, heading }) => `${columnLetter(index)} (${heading})`).join(', ');
}
