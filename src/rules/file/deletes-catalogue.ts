import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/deletes-catalogue',
  problem: 'deletesCatalogue',
  unlike: 'noLines',
  title: { nb: 'Filen lar noe av katalogen stå', en: 'The file leaves something of the catalogue' },
  fault: { nb: 'Filen sletter hele katalogen', en: 'The file deletes the whole catalogue' },
  because: {
    nb: 'En slettemelding (ActionCode Delete i dokumentets hode) ville tømt bestillingssystemet.',
    en: 'A deletion (ActionCode Delete in the header of the document) would empty the ordering system.',
  },
  advice: {
    nb: 'Skal avtalens katalog virkelig bort, fjernes den i bestillingssystemet. Ellers sendes katalogen på nytt, med ActionCode Replace.',
    en: 'If the catalogue is really to go, remove it in the ordering system. Otherwise have it sent again, with ActionCode Replace.',
  },
  message: {
    nb: 'Dokumentet er en slettemelding for hele katalogen',
    en: 'The document deletes the whole catalogue',
  },
});
