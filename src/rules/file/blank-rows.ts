import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/blank-rows',
  title: { nb: 'Det er ingen tomme rader mellom varene', en: 'There are no empty rows between the articles' },
  fault: { nb: 'Tomme rader', en: 'Empty rows' },
  because: {
    nb: 'Mange systemer slutter å lese ved den første tomme raden, og resten av katalogen kommer ikke med.',
    en: 'Many systems stop reading at the first empty row, and the rest of the catalogue is left out.',
  },
  advice: { nb: 'Slett de tomme radene.', en: 'Delete the empty rows.' },
  source: { nb: 'Ingenting utelates uten at det sies', en: 'Nothing is left out without a word' },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: [],
  passes: [{ why: 'none' }],
  fails: [
    { why: 'one', blankRows: [{ from: 7, to: 7 }], finds: [{ message: 'one' }] },
    {
      why: 'several in a row',
      blankRows: [{ from: 7, to: 9 }],
      finds: [{ message: 'several', parameters: { to: '9' } }],
    },
  ],
  message: {
    one: { nb: 'Raden er tom', en: 'The row is empty' },
    several: {
      nb: 'Radene herfra til og med {to:decimal} er tomme',
      en: 'The rows from here to {to:decimal} are empty',
    },
  },
  check: ({ blankRows = [] }) =>
    blankRows.map(({ from, to }) =>
      from === to ? { row: from, message: 'one' } : { row: from, message: 'several', parameters: { to: String(to) } },
    ),
});
