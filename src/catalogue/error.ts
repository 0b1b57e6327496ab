/** The operator's to put right: says what, where and what to do. Anything else thrown is a bug. */
import type { Language, Text } from './text.ts';

export class OperationalError extends Error {
  readonly text: Text;
  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'OperationalError';
    this.text = text;
  }
  in(language: Language): string {
    return this.text[language];
  }
}

/** Where a bug was met, and what it came from. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

/** System errors a person can do something about, in words. */
export function fileError(error: unknown, path: string): OperationalError {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const known = code === 'ENOENT' && path.includes('\uFFFD') ? NAME_LOST : FILE_ERRORS[code ?? ''];
  if (known === undefined) throw error;
  return new OperationalError(
    { nb: known.nb.replace('{path}', path), en: known.en.replace('{path}', path) },
    { cause: error },
  );
}

/** Node gives the names on the command line as text, and puts this sign for bytes that are not UTF-8. */
const NAME_LOST: Text = {
  nb: 'Finner ikke {path}. Navnet har tegn som ikke er UTF-8. Gi filen et annet navn og prøv igjen.',
  en: 'Cannot find {path}. The name has characters that are not UTF-8. Rename the file and try again.',
};

const FILE_ERRORS: Readonly<Record<string, Text>> = {
  ENOENT: {
    nb: 'Finner ikke {path}. Sjekk navnet og mappen.',
    en: 'Cannot find {path}. Check the name and the folder.',
  },
  ENOTDIR: {
    nb: 'Finner ikke {path}: en del av stien er en fil, ikke en mappe.',
    en: 'Cannot find {path}: part of the path is a file, not a folder.',
  },
  EISDIR: {
    nb: '{path} er en mappe. Oppgi en katalogfil.',
    en: '{path} is a folder. Name a catalogue file.',
  },
  EACCES: {
    nb: 'Har ikke tilgang til {path}. Sjekk rettighetene.',
    en: 'No permission for {path}. Check its permissions.',
  },
  EPERM: {
    nb: 'Har ikke lov til å bruke {path}. Sjekk rettighetene, og at filen ikke er åpen i et annet program.',
    en: 'Not allowed to use {path}. Check its permissions, and that no other program has it open.',
  },
  EROFS: {
    nb: 'Kan ikke skrive {path}: disken er skrivebeskyttet. Velg en annen mappe med --out.',
    en: 'Cannot write {path}: the disk is read-only. Choose another folder with --out.',
  },
  ENOSPC: {
    nb: 'Disken er full; {path} ble ikke skrevet. Frigjør plass og kjør på nytt.',
    en: 'The disk is full; {path} was not written. Free some space and run again.',
  },
  EEXIST: {
    nb: '{path} finnes, men er ikke en mappe.',
    en: '{path} exists but is not a folder.',
  },
  EBUSY: {
    nb: '{path} er i bruk av et annet program. Lukk det og kjør på nytt.',
    en: '{path} is in use by another program. Close it and run again.',
  },
};
