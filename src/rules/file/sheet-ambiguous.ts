import { catalogueRule } from '../../engine/rule.ts';

const ALIKE = [
  { name: 'Papir', lines: 120 },
  { name: 'Renhold', lines: 80 },
];

export default catalogueRule({
  id: 'file/sheet-ambiguous',
  title: {
    nb: 'Arbeidsboken har bare ett ark som er en katalog',
    en: 'The workbook has one sheet that is a catalogue',
  },
  fault: { nb: 'Flere ark kan være katalogen', en: 'Several sheets may be the catalogue' },
  because: {
    nb: 'Bare ett ark leses. Ligger varene i flere ark, faller resten ut; er ett av arkene gammelt, kontrolleres gamle priser.',
    en: 'One sheet is read. If the items are spread over several, the rest is lost; if one of them is old, old prices are checked.',
  },
  advice: {
    nb: 'Samle alle linjene i ett ark, og slett eller skjul de andre.',
    en: 'Put all lines into one sheet, and delete or hide the others.',
  },
  source: { nb: 'Hva en katalog består av, gjettes aldri', en: 'What a catalogue consists of is never guessed' },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'one sheet' }],
  fails: [
    {
      why: 'a sheet for each group of goods',
      sheetsAlike: ALIKE,
      finds: [{ actual: 'Papir', parameters: { sheets: 'Papir (120), Renhold (80)' } }],
    },
  ],
  message: {
    nb: 'Flere ark ser ut som en katalog (antall linjer i parentes): {sheets}',
    en: 'Several sheets look like a catalogue (number of lines in brackets): {sheets}',
  },
  hint: { nb: 'Si hvilket: --sheet "{actual}"', en: 'Say which: --sheet "{actual}"' },
  check({ sheetsAlike = [] }) {
    const [read] = sheetsAlike;
    if (read === undefined) return [];
    const sheets = sheetsAlike.map(({ name, lines }) => `${name} (${lines})`).join(', ');
    return [{ actual: read.name, parameters: { sheets } }];
  },
});
