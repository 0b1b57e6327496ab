import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/not-a-catalogue',
  problem: 'notACatalogue',
  unlike: 'noHeadings',
  title: { nb: 'Filen er en katalog', en: 'The file is a catalogue' },
  fault: { nb: 'Ikke en katalog', en: 'Not a catalogue' },
  because: {
    nb: 'Bare en katalog i et kjent format kan kontrolleres.',
    en: 'Only a catalogue in a known format can be checked.',
  },
  advice: {
    nb: 'Send katalogen som CSV eller Excel (.xlsx), ikke som PDF, bilde eller e-post.',
    en: 'Send the catalogue as CSV or Excel (.xlsx), not as a PDF, a picture or an e-mail.',
  },
  message: {
    nb: 'Filen er ikke en katalog i et format som kan leses',
    en: 'The file is not a catalogue in a format that can be read',
  },
});
