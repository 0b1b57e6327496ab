import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/empty',
  problem: 'empty',
  unlike: 'noLines',
  title: { nb: 'Filen har innhold', en: 'The file has content' },
  because: {
    nb: 'En tom katalog ville tømt bestillingssystemet.',
    en: 'An empty catalogue would empty the ordering system.',
  },
  advice: {
    nb: 'Eksporter katalogen på nytt, og se at filen ikke er på 0 byte før den sendes.',
    en: 'Export the catalogue again, and see that the file is not 0 bytes before sending it.',
  },
  message: { nb: 'Filen er tom', en: 'The file is empty' },
});
