import type { Field } from '../../catalogue/field.ts';
import { isOneLink, linkFault, linksIn, soundStart } from '../../catalogue/link-form.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

const FIELDS = ['imageUrl', 'productUrl', 'sds'] as const satisfies readonly Field[];

export default lineRule({
  id: 'link/malformed',
  title: { nb: 'Lenkene kan åpnes slik de er skrevet', en: 'Links can be opened as they are written' },
  fault: { nb: 'Lenke med feil form', en: 'Malformed link' },
  because: {
    nb: 'Bestillingssystemet viser ikke bildet eller dokumentet, og ingen oppdager det før noen trenger det.',
    en: 'The ordering system does not show the picture or document, and nobody notices before it is needed.',
  },
  advice: {
    nb: 'Skriv hele adressen slik den står i nettleseren, med https:// foran og uten mellomrom.',
    en: 'Write the whole address as the browser shows it, with https:// in front and without blanks.',
  },
  source: {
    nb: 'RFC 3986; Peppol BIS Catalogue 3: eksterne referanser',
    en: 'RFC 3986; Peppol BIS Catalogue 3: external references',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  anyColumn: FIELDS,
  passes: [
    { why: 'an address', line: { imageUrl: 'https://eksempel.example/bilder/010010.jpg' } },
    { why: 'several', line: { imageUrl: 'https://eksempel.example/1.jpg; https://eksempel.example/2.jpg' } },
    { why: 'a file that is sent along', line: { imageUrl: '010010.jpg' } },
    { why: 'not a link at all', line: { sds: 'På forespørsel' } },
    { why: 'letters of the language', line: { productUrl: 'https://blåbær.example/sjokolade/mørk?størrelse=100' } },
  ],
  fails: [
    {
      why: 'without https://',
      line: { productUrl: 'www.eksempel.example/penn' },
      finds: [{ field: 'productUrl', actual: 'www.eksempel.example/penn', message: 'scheme' }],
    },
    {
      why: 'a slash is missing',
      line: { imageUrl: 'https:/eksempel.example/1.jpg' },
      finds: [{ field: 'imageUrl', actual: 'https:/eksempel.example/1.jpg', message: 'slip' }],
    },
    {
      why: 'a blank',
      line: { sds: 'https://eksempel.example/sikkerhet/grønn såpe.pdf' },
      finds: [{ field: 'sds', actual: 'https://eksempel.example/sikkerhet/grønn såpe.pdf', message: 'blank' }],
    },
    {
      why: 'on the disk of whoever wrote it',
      line: { imageUrl: 'C:\\Bilder\\010010.jpg' },
      finds: [{ field: 'imageUrl', actual: 'C:\\Bilder\\010010.jpg', message: 'local' }],
    },
    {
      why: 'no server can be called so',
      line: { productUrl: 'https://eksempel/penn' },
      finds: [{ field: 'productUrl', actual: 'https://eksempel/penn', message: 'host' }],
    },
  ],
  message: {
    scheme: { nb: '{field}: {actual} mangler https:// foran', en: '{field}: {actual} lacks https:// in front' },
    slip: {
      nb: '{field}: {actual} er feilskrevet; lenken skal begynne med https://',
      en: '{field}: {actual} is misspelled; the link should begin with https://',
    },
    blank: { nb: '{field}: {actual} har mellomrom i adressen', en: '{field}: {actual} has a blank in the address' },
    local: {
      nb: '{field}: {actual} ligger på en egen disk eller i et eget nett, og kan ikke åpnes utenfra',
      en: '{field}: {actual} lies on a disk or network of its own and cannot be opened from outside',
    },
    host: {
      nb: '{field}: {actual} har ikke et gyldig nettsted i adressen',
      en: '{field}: {actual} has no valid site in its address',
    },
  },
  check(line) {
    let problems: readonly Problem[] = NONE;
    for (const field of FIELDS) {
      const text = line[field];
      if (text === undefined || (text.startsWith(sound) && !ODD.test(text))) continue;
      const found = isOneLink(text)
        ? problemsOf(field, text)
        : linksIn(text).flatMap((link) => problemsOf(field, link));
      if (found.length > 0) problems = [...problems, ...found];
      else sound = soundStart(text) ?? sound;
    }
    return problems;
  },
});

const NONE: readonly Problem[] = [];

/** How the last link in order began, server and all: most links of a catalogue begin alike. */
let sound = 'https://www.eksempel.example/';
/** What a link has that is more than one, or in no order. */
const ODD = /[\s;|]|.http/;

function problemsOf(field: Field, link: string): readonly Problem[] {
  const message = linkFault(link);
  return message === undefined ? NONE : [{ field, actual: link, message }];
}
