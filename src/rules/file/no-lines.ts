import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/no-lines',
  problem: 'noLines',
  unlike: 'empty',
  title: { nb: 'Katalogen har varelinjer', en: 'The catalogue has lines' },
  fault: { nb: 'Ingen varelinjer', en: 'No lines' },
  because: {
    nb: 'En katalog uten varer ville tømt bestillingssystemet.',
    en: 'A catalogue without items would empty the ordering system.',
  },
  advice: {
    nb: 'Se etter om eksporten hadde et filter på eller tok feil ark, og eksporter på nytt.',
    en: 'See whether the export had a filter on or took the wrong sheet, and export again.',
  },
  message: { nb: 'Filen har overskrifter, men ingen varelinjer', en: 'The file has headings but no lines' },
});
