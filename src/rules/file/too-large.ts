import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/too-large',
  problem: 'tooLarge',
  unlike: 'damaged',
  detail: 'xl/worksheets/sheet1.xml: more than 100000000 cells',
  title: { nb: 'Filen er innenfor grensene for hva som leses', en: 'The file is within the limits of what is read' },
  fault: { nb: 'Filen går over en grense', en: 'The file is beyond a limit' },
  because: {
    nb: 'Uten grenser kan én fil stanse kontrollen av alle andre. Ingen vanlig katalog er i nærheten av dem.',
    en: 'Without limits one file could stop the checks of all others. No ordinary catalogue comes near them.',
  },
  advice: {
    nb: 'Del katalogen i flere filer, eller fjern celler og ark som ikke hører til den. Er en linje for lang, mangler trolig et linjeskift.',
    en: 'Split the catalogue into several files, or take out cells and sheets that do not belong to it. Where a line is too long, a line end is probably missing.',
  },
  message: {
    nb: 'Filen går over en grense for hva som leses: {actual}',
    en: 'The file is beyond a limit of what is read: {actual}',
  },
});
