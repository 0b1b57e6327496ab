import { fixRule } from './fix-rule.ts';

export default fixRule({
  id: 'fix/label',
  how: 'label',
  title: { nb: 'Merket står som kode', en: 'The label is given as a code' },
  fault: { nb: 'Merker er skrevet som koder', en: 'Labels were written as codes' },
  because: {
    nb: 'I Peppol og EHF sendes merker som koder fra GS1; et navn går tapt.',
    en: 'Peppol and EHF send labels as codes of GS1; a name is lost.',
  },
  advice: { nb: 'Oppgi merket med koden fra GS1.', en: 'State the label by its GS1 code.' },
  source: {
    nb: 'GS1s kodeliste for merker på emballasje, versjon 9',
    en: 'GS1 code list PackagingMarkedLabelAccreditationCode, version 9',
  },
  example: { why: 'the name of one label', field: 'ecoLabel', before: 'Svanemerket', after: 'SVANEN' },
});
