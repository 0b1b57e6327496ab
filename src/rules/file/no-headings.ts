import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/no-headings',
  problem: 'noHeadings',
  unlike: 'notACatalogue',
  title: { nb: 'Katalogen har en overskriftsrad', en: 'The catalogue has a heading row' },
  fault: { nb: 'Ingen overskriftsrad', en: 'No heading row' },
  because: {
    nb: 'Uten overskrifter må man gjette hva som er pris og hva som er antall.',
    en: 'Without headings, one has to guess what is a price and what is a quantity.',
  },
  advice: {
    nb: 'Sett en overskrift over hver kolonne, som Varenummer, Varenavn, Enhet og Pris.',
    en: 'Put a heading above every column, such as Item number, Name, Unit and Price.',
  },
  message: {
    nb: 'Finner ingen rad med overskrifter som varenummer, navn og pris',
    en: 'Found no row with headings such as item number, name and price',
  },
  hint: {
    nb: 'Finnes raden: --heading-row RAD --map itemNumber=A --map name=B',
    en: 'If there is such a row: --heading-row ROW --map itemNumber=A --map name=B',
  },
});
