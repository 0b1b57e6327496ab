/** What became of checking the versions of an agreement, in words. */
import type { Language } from '../catalogue/text.ts';
import type { ChainFault, FaultKind, VerifiedChain } from '../versions/verify-chain.ts';
import { formatCount } from './format-number.ts';
import { oneLine } from './one-line.ts';

const FAULTS: Readonly<Record<FaultKind, Readonly<Record<Language, string>>>> = {
  changed: { nb: 'er endret', en: 'was changed' },
  missing: { nb: 'mangler', en: 'is missing' },
  notListed: { nb: 'hører ikke til versjonen', en: 'is not part of the version' },
  unreadable: { nb: 'kan ikke leses', en: 'cannot be read' },
  otherNumber: { nb: 'har et annet nummer enn mappen', en: 'has another number than its folder' },
  gap: { nb: 'mangler, selv om det finnes nyere versjoner', en: 'is missing, though there are newer versions' },
  fork: {
    nb: 'bygger på en annen versjon enn den som ligger foran: to grener, eller den foran er byttet ut',
    en: 'rests on another version than the one before it here: two branches, or the one before was exchanged',
  },
  wrongSignature: { nb: 'har en signatur som ikke er gyldig', en: 'has a signature that does not hold' },
  notSigned: { nb: 'mangler signatur', en: 'has no signature' },
};

const WORDS = {
  nb: {
    versions: ['versjon', 'versjoner'],
    files: ['fil uendret', 'filer uendret'],
    signatures: ['signatur gyldig', 'signaturer gyldige'],
    fine: (name: string, what: string) => `${name}: i orden. ${what}.`,
    none: (name: string) => `${name}: ingen versjon er godkjent.`,
    faults: (name: string, what: string) => `${name}: IKKE i orden, ${what}:`,
    fault: ['feil', 'feil'],
  },
  en: {
    versions: ['version', 'versions'],
    files: ['file unchanged', 'files unchanged'],
    signatures: ['signature valid', 'signatures valid'],
    fine: (name: string, what: string) => `${name}: in order. ${what}.`,
    none: (name: string) => `${name}: no version is approved.`,
    faults: (name: string, what: string) => `${name}: NOT in order, ${what}:`,
    fault: ['fault', 'faults'],
  },
} as const;

/** @param name of the agreement, or of the bundle */
export function verifiedText(name: string, chain: VerifiedChain, language: Language): string {
  const words = WORDS[language];
  const { versions, files, signatures, faults } = chain;
  const count = (number: number, [one, more]: readonly [string, string]): string =>
    `${formatCount(number, language)} ${number === 1 ? one : more}`;
  if (faults.length > 0) {
    const lines = faults.map((fault) => told(fault, language));
    return [words.faults(name, count(faults.length, words.fault)), ...lines, ''].join('\n');
  }
  if (versions.length === 0) return `${words.none(name)}\n`;
  const parts = [count(versions.length, words.versions), count(files, words.files)];
  if (signatures > 0) parts.push(count(signatures, words.signatures));
  return `${words.fine(name, parts.join(', '))}\n`;
}

function told({ file, kind, why }: ChainFault, language: Language): string {
  return `  ${file} ${FAULTS[kind][language]}${why === undefined ? '' : ` (${oneLine(why[language], 200)})`}`;
}
