import { catalogueRule } from '../../engine/rule.ts';

/** What the reader says it met, and the message for it. */
const MESSAGE_OF: Readonly<Record<string, string>> = { 'UTF-16': 'utf16', PDF: 'pdf', XML: 'xml' };

export default catalogueRule({
  id: 'file/not-a-catalogue',
  title: { nb: 'Filen er en katalog', en: 'The file is a catalogue' },
  fault: { nb: 'Ikke en katalog', en: 'Not a catalogue' },
  because: {
    nb: 'Bare en katalog i et kjent format kan kontrolleres.',
    en: 'Only a catalogue in a known format can be checked.',
  },
  advice: {
    nb: 'Send katalogen som CSV (UTF-8) eller Excel (.xlsx), ikke som PDF, bilde eller e-post.',
    en: 'Send the catalogue as CSV (UTF-8) or Excel (.xlsx), not as a PDF, a picture or an e-mail.',
  },
  source: 'A file that cannot be read whole lets nothing through',
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'a file that can be used' }, { why: 'another fault', fileProblem: 'noHeadings' }],
  fails: [
    { why: 'bytes that are no text', fileProblem: 'notACatalogue', finds: [{ message: 'other' }] },
    {
      why: 'text in two bytes a letter',
      fileProblem: 'notACatalogue',
      fileDetail: 'UTF-16',
      finds: [{ actual: 'UTF-16', message: 'utf16' }],
    },
    { why: 'a PDF', fileProblem: 'notACatalogue', fileDetail: 'PDF', finds: [{ actual: 'PDF', message: 'pdf' }] },
    {
      why: 'XML, or a web page',
      fileProblem: 'notACatalogue',
      fileDetail: 'XML',
      finds: [{ actual: 'XML', message: 'xml' }],
    },
  ],
  message: {
    other: {
      nb: 'Filen er ikke en katalog i et format som kan leses',
      en: 'The file is not a catalogue in a format that can be read',
    },
    utf16: {
      nb: 'Filen er lagret som UTF-16 (Unicode-tekst). Lagre den som CSV UTF-8',
      en: 'The file is saved as UTF-16 (Unicode text). Save it as CSV UTF-8',
    },
    pdf: {
      nb: 'Filen er en PDF. Send katalogen som CSV eller Excel (.xlsx)',
      en: 'The file is a PDF. Send the catalogue as CSV or Excel (.xlsx)',
    },
    xml: {
      nb: 'Filen er XML eller en nettside. Send katalogen som CSV eller Excel (.xlsx)',
      en: 'The file is XML or a web page. Send the catalogue as CSV or Excel (.xlsx)',
    },
  },
  check({ fileProblem }) {
    if (fileProblem?.problem !== 'notACatalogue') return [];
    const { row, detail } = fileProblem;
    return [
      {
        ...(row === undefined ? {} : { row }),
        ...(detail === undefined ? {} : { actual: detail }),
        message: MESSAGE_OF[detail ?? ''] ?? 'other',
      },
    ];
  },
});
