import { columnLetter } from '../../catalogue/column-letter.ts';
import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/blank-column',
  title: { nb: 'Hver kolonne inneholder noe', en: 'No column is empty' },
  fault: { nb: 'Tomme kolonner', en: 'Empty columns' },
  because: {
    nb: 'Kanskje skulle det stått noe der: da er opplysningen ikke kommet med for en eneste vare.',
    en: 'Perhaps something was meant to be there, and not one article has it.',
  },
  advice: { nb: 'Fyll ut kolonnen, eller slett den.', en: 'Fill the column in, or delete it.' },
  source: { nb: 'Ingenting utelates uten at det sies', en: 'Nothing is left out without a word' },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: [],
  passes: [{ why: 'none' }],
  fails: [
    {
      why: 'a heading with nothing below it',
      blankColumns: [{ index: 2, heading: 'GTIN', field: 'gtin' }],
      finds: [{ message: 'headed', parameters: { letter: 'C', heading: 'GTIN' } }],
    },
    {
      why: 'a delimiter at the end of every line',
      blankColumns: [{ index: 5, heading: '' }],
      finds: [{ message: 'unheaded', parameters: { letter: 'F' } }],
    },
  ],
  message: {
    headed: { nb: 'Kolonne {letter} ({heading}) er tom', en: 'Column {letter} ({heading}) is empty' },
    unheaded: { nb: 'Kolonne {letter} er tom og uten overskrift', en: 'Column {letter} is empty and has no heading' },
  },
  check: ({ blankColumns = [] }) =>
    blankColumns.map(({ index, heading }) => {
      const letter = columnLetter(index);
      return heading.trim() === ''
        ? { message: 'unheaded', parameters: { letter } }
        : { message: 'headed', parameters: { letter, heading } };
    }),
});
