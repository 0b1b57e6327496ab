import { columnLetter } from '../../catalogue/column-letter.ts';
import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/hidden-column',
  title: { nb: 'Det som kontrolleres, står i synlige kolonner', en: 'The checked fields are in visible columns' },
  fault: { nb: 'Felt i skjulte kolonner', en: 'Fields in hidden columns' },
  because: {
    nb: 'Den som åpner arket, ser ikke verdien som blir kontrollert og bestilt.',
    en: 'Whoever opens the sheet does not see the value that is checked and ordered.',
  },
  advice: {
    nb: 'Vis kolonnen, eller slett den hvis den ikke gjelder.',
    en: 'Show the column, or delete it if it does not apply.',
  },
  source: {
    nb: 'God skikk: to som ser på samme fil, ser samme katalog',
    en: 'Good practice: two people who look at one file see the same catalogue',
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: [],
  passes: [{ why: 'all are seen' }],
  fails: [
    {
      why: 'the only price column is hidden',
      hiddenColumns: [{ index: 5, heading: 'Pris', field: 'price', hidden: true }],
      finds: [{ field: 'price', actual: 'F', parameters: { heading: 'Pris' } }],
    },
  ],
  message: {
    nb: '{field} er lest fra en skjult kolonne: {actual} («{heading}»)',
    en: '{field} was read from a hidden column: {actual} ("{heading}")',
  },
  check({ hiddenColumns = [] }) {
    return hiddenColumns.flatMap(({ field, index, heading }) =>
      field === undefined ? [] : [{ field, actual: columnLetter(index), parameters: { heading: heading.trim() } }],
    );
  },
});
