import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/empty',
  problem: 'empty',
  unlike: 'noLines',
  title: { nb: 'Filen har innhold', en: 'The file has content' },
  fault: { nb: 'Tom fil', en: 'Empty file' },
  because: {
    nb: 'En tom katalog ville tømt bestillingssystemet.',
    en: 'An empty catalogue would empty the ordering system.',
  },
  advice: {
    nb: 'Eksporter katalogen på nytt, og se etter at filen har innhold før den sendes.',
    en: 'Export the catalogue again, and make sure that the file has content before you send it.',
  },
  message: { nb: 'Filen er tom', en: 'The file is empty' },
});
