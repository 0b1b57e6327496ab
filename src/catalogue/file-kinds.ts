/** Files that people send for a catalogue and that are none: what they are, and how to save them in a form that works. */
import type { Text } from './text.ts';

const AS_WORKBOOK: Text = {
  nb: 'lagre den som Excel-arbeidsbok (.xlsx) eller CSV UTF-8',
  en: 'save it as an Excel workbook (.xlsx) or CSV UTF-8',
};

const opened = (nb: string, en: string): Text => ({
  nb: `Filen er ${nb}. Åpne den i Excel og ${AS_WORKBOOK.nb}`,
  en: `The file is ${en}. Open it in Excel and ${AS_WORKBOOK.en}`,
});

const copied = (nb: string, en: string): Text => ({
  nb: `Filen er ${nb}. Kopier tabellen til Excel og ${AS_WORKBOOK.nb}`,
  en: `The file is ${en}. Copy the table to Excel and ${AS_WORKBOOK.en}`,
});

/** By what readers call them; sentences without a full stop. */
export const FILE_KINDS = {
  html: opened('en nettside, eller en tabell lagret som HTML', 'a web page, or a table saved as HTML'),
  spreadsheetML: opened('en XML-arbeidsbok fra Excel 2003', 'an XML workbook of Excel 2003'),
  rtf: copied('et RTF-dokument', 'an RTF document'),
  doc: copied('et Word-dokument (.doc)', 'a Word document (.doc)'),
  docx: copied('et Word-dokument (.docx)', 'a Word document (.docx)'),
  pptx: copied('en PowerPoint-presentasjon', 'a PowerPoint presentation'),
  image: {
    nb: 'Filen er et bilde. Be om katalogen slik den står i systemet den ble laget i: som Excel-arbeidsbok (.xlsx), CSV eller XML',
    en: 'The file is a picture. Ask for the catalogue as the system that made it has it: an Excel workbook (.xlsx), CSV or XML',
  },
  numbers: {
    nb: 'Filen er fra Numbers. Velg Arkiv, Eksporter til og Excel (.xlsx) eller CSV',
    en: 'The file is from Numbers. Choose File, Export To and Excel (.xlsx) or CSV',
  },
  datanorm: {
    nb: 'Filen er Datanorm, et tysk format som ikke leses. Eksporter katalogen som BMEcat, CSV eller Excel (.xlsx)',
    en: 'The file is Datanorm, a German format that is not read. Export the catalogue as BMEcat, CSV or Excel (.xlsx)',
  },
  json: {
    nb: 'Filen er JSON, men ikke ett vareobjekt per linje. Skriv én linje per vare, slik som {"itemNumber": "100", "name": "Penn"}',
    en: 'The file is JSON, but not one article object a line. Write one line for each article, such as {"itemNumber": "100", "name": "Pen"}',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type FileKind = keyof typeof FILE_KINDS;

export function isFileKind(name: string): name is FileKind {
  return Object.hasOwn(FILE_KINDS, name);
}
