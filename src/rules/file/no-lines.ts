import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/no-lines',
  problem: 'noLines',
  unlike: 'empty',
  title: { nb: 'Katalogen har varelinjer', en: 'The catalogue has lines' },
  because: {
    nb: 'En katalog uten varer ville tømt bestillingssystemet.',
    en: 'A catalogue without items would empty the ordering system.',
  },
  advice: {
    nb: 'Se etter et filter eller feil ark i eksporten, og eksporter på nytt.',
    en: 'Look for a filter or the wrong sheet in the export, and export again.',
  },
  message: { nb: 'Filen har overskrifter, men ingen varelinjer', en: 'The file has headings but no lines' },
});
