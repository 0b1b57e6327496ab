import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'file/hidden-row',
  title: { nb: 'Linjen står i en synlig rad', en: 'The line is in a visible row' },
  fault: { nb: 'Linjer i skjulte rader', en: 'Lines in hidden rows' },
  because: {
    nb: 'Et filter eller en skjult rad tar ikke linjen ut av katalogen. Den leses og kan bestilles, men ingen som åpner arket, ser den.',
    en: 'A filter or a hidden row does not take the line out of the catalogue. It is read and can be ordered, but nobody who opens the sheet sees it.',
  },
  advice: {
    nb: 'Slå av filtre og vis alle rader før filen sendes. Slett linjer som ikke skal være med.',
    en: 'Turn off filters and show all rows before the file is sent. Delete lines that do not belong.',
  },
  source: {
    nb: 'God skikk: to som ser på samme fil, ser samme katalog',
    en: 'Good practice: two people who look at one file see the same catalogue',
  },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: [],
  passes: [
    { why: 'a row that is seen', line: { name: 'Penn' } },
    { why: 'a number cell is another matter', line: { problems: [{ kind: 'numberCell', field: 'gtin' }] } },
  ],
  fails: [{ why: 'filtered away', line: { problems: [{ kind: 'hiddenRow' }] }, finds: [{}] }],
  message: {
    nb: 'Raden er skjult i arket, men er lest som de andre',
    en: 'The row is hidden in the sheet, but was read like the others',
  },
  check({ problems }) {
    return problems?.some(({ kind }) => kind === 'hiddenRow') === true ? HIDDEN : NONE;
  },
});

const HIDDEN: readonly Problem[] = [{}];
const NONE: readonly Problem[] = [];
