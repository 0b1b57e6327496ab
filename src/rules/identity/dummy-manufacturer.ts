import { remembering } from '../../catalogue/remembering.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'identity/dummy-manufacturer',
  title: { nb: 'Produsenten er en produsent', en: 'The manufacturer is a manufacturer' },
  fault: { nb: 'Fyllord i stedet for produsent', en: 'Filler in place of a manufacturer' },
  because: {
    nb: '«Diverse» eller «Ukjent» skjuler hvem som har laget varen, så verken miljømerke, opphav eller pris kan kontrolleres.',
    en: '"Miscellaneous" or "unknown" hides who made the item, so that neither eco-label, origin nor price can be checked.',
  },
  advice: {
    nb: 'Skriv produsentens navn. Er den virkelig ikke kjent, skal feltet stå tomt.',
    en: 'Write the manufacturer\u2019s name. If it is really not known, leave the field empty.',
  },
  source: {
    nb: 'Husets regel: et felt man ikke vet noe om, skal stå tomt',
    en: 'House style: a field that is not known is left empty',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['manufacturer'],
  passes: [
    { why: 'a name', line: { manufacturer: 'Fjellark Papir AS' } },
    { why: 'a name that begins like a filler', line: { manufacturer: 'Diversey' } },
    { why: 'a brand of three letters', line: { manufacturer: 'ABB' } },
  ],
  fails: [
    { why: 'a heap', line: { manufacturer: 'Diverse' }, finds: [{ field: 'manufacturer', actual: 'Diverse' }] },
    { why: 'a heap, in short', line: { manufacturer: 'DIV.' } },
    { why: 'nobody knows', line: { manufacturer: 'Ukjent produsent' } },
    { why: 'what a form demanded', line: { manufacturer: 'xxx' } },
    { why: 'signs only', line: { manufacturer: '...' } },
  ],
  message: {
    nb: '«{actual}» er ingen produsent',
    en: '"{actual}" is no manufacturer',
  },
  check: ({ manufacturer }) => (isFiller(manufacturer) ? [{ field: 'manufacturer', actual: manufacturer }] : NONE),
});

const NONE: readonly Problem[] = [];

/** In small letters, without signs. Such as are the name of a known maker somewhere are left out. */
const FILLERS: ReadonlySet<string> = new Set(
  [
    'diverse|div|diverse produsenter|diverse leverandører|diverse merker|div produsenter|div leverandører|forskjellige|ymse|flere|flere produsenter',
    'ukjent|ukjent produsent|ukjend|uspesifisert|ikke spesifisert|ikke oppgitt|ikke kjent|ikke angitt|ikke relevant|mangler|udefinert|uten navn|uten merke|annet|andre|annen|anna',
    'okänd|okänd tillverkare|ej angiven|ej angivet|övrigt|övriga|ukendt|ikke angivet|øvrige|andet|unbekannt|verschiedene|sonstige|ohne angabe|nicht angegeben|keine angabe',
    'unknown|unknown manufacturer|misc|miscellaneous|various|various manufacturers|none|null|nil|undefined|not available|not applicable|not specified|not known|other|others|unbranded|no name|noname|no brand|generic|tbd|tba|na|n a|ia|i a',
    'produsent|produsentnavn|manufacturer|tillverkare|hersteller|dummy|test|xx|xxx|xxxx|xxxxx',
  ].flatMap((words) => words.split('|')),
);

const LONGEST_FILLER = 30;

const isFiller = remembering((text) => {
  if (text.length > LONGEST_FILLER) return false;
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' || words === '0' || FILLERS.has(words);
});
