/** A file that cannot be used, where there is no report to tell it in. */
import type { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import { FILE_KINDS, isFileKind } from '../catalogue/file-kinds.ts';
import type { Text } from '../catalogue/text.ts';

/** For commands that have no run folder to put a finding in. */
export function unusable(name: string, error: UnusableFile): OperationalError {
  const row = error.row === undefined ? { nb: '', en: '' } : { nb: ` (rad ${error.row})`, en: ` (row ${error.row})` };
  const limit = error.problem === 'tooLarge' && error.detail !== undefined ? ` (${error.detail})` : '';
  const { nb, en } =
    fileKind(error.detail) ??
    NO_CATALOGUE[error.detail ?? ''] ??
    otherDocument(error.detail) ??
    UNUSABLE[error.problem];
  return new OperationalError(
    { nb: `${name}${row.nb}: ${nb}${limit}`, en: `${name}${row.en}: ${en}${limit}` },
    { cause: error },
  );
}

function fileKind(detail: string | undefined): Text | undefined {
  if (detail === undefined || !isFileKind(detail)) return undefined;
  const { nb, en } = FILE_KINDS[detail];
  return { nb: `${nb}.`, en: `${en}.` };
}

/** By what the reader met. */
const NO_CATALOGUE: Readonly<Record<string, Text>> = {
  'UTF-16': {
    nb: 'filen er lagret som UTF-16 (Unicode-tekst). Lagre den som CSV UTF-8.',
    en: 'the file is saved as UTF-16 (Unicode text). Save it as CSV UTF-8.',
  },
  'Punch Out': {
    nb: 'filen er en Punch Out-melding, ikke en katalog.',
    en: 'the file is a Punch Out message, not a catalogue.',
  },
  XML: {
    nb: 'filen er en nettside, eller XML som ikke er en katalog i et kjent format.',
    en: 'the file is a web page, or XML that is no catalogue in a known format.',
  },
  PDF: { nb: 'filen er en PDF, verken CSV eller Excel.', en: 'the file is a PDF, neither CSV nor Excel.' },
};

/** UBL has many: orders, invoices, price updates. */
function otherDocument(detail: string | undefined): Text | undefined {
  const [, name] = /^UBL (\w+)$/.exec(detail ?? '') ?? [];
  if (name === undefined) return undefined;
  return {
    nb: `filen er et UBL-dokument av typen ${name}, ikke en katalog.`,
    en: `the file is a UBL document of the kind ${name}, not a catalogue.`,
  };
}

const UNUSABLE: Readonly<Record<UnusableFile['problem'], Text>> = {
  empty: { nb: 'filen er tom.', en: 'the file is empty.' },
  noLines: { nb: 'filen har overskrifter, men ingen linjer.', en: 'the file has headings but no lines.' },
  noHeadings: {
    nb: 'fant ingen overskriftsrad. Oppgi den med --heading-row, eller kolonnene med --map.',
    en: 'no heading row was found. Name it with --heading-row, or the columns with --map.',
  },
  cutOff: { nb: 'filen er avkuttet.', en: 'the file is cut off.' },
  encrypted: {
    nb: 'filen er passordbeskyttet. Lagre den uten passord.',
    en: 'the file is password-protected. Save it without a password.',
  },
  legacyWorkbook: {
    nb: 'filen er et regneark i et annet format (.xls, .xlsb eller .ods). Lagre den som .xlsx.',
    en: 'the file is a spreadsheet of another format (.xls, .xlsb or .ods). Save it as .xlsx.',
  },
  notACatalogue: {
    nb: 'filen er ikke en katalog i et kjent format.',
    en: 'the file is no catalogue in a known format.',
  },
  archive: {
    nb: 'arkivet kan ikke pakkes ut: det må ha én fil, katalogen, og ikke bli større enn 2048 MiB (hev grensen med --max-unpacked).',
    en: 'the archive cannot be unpacked: it must hold one file, the catalogue, and not grow beyond 2048 MiB (raise the limit with --max-unpacked).',
  },
  damaged: { nb: 'filen er skadet.', en: 'the file is damaged.' },
  tooLarge: {
    nb: 'filen går over en grense for hva som leses. Del den, eller fjern det som ikke hører til katalogen.',
    en: 'the file is beyond a limit of what is read. Split it, or take out what is no part of the catalogue.',
  },
  noPrevious: {
    nb: 'filen inneholder bare endringer, og det finnes ingen forrige versjon å endre.',
    en: 'the file holds changes only, and there is no previous version to change.',
  },
  deletesCatalogue: { nb: 'filen sletter hele katalogen.', en: 'the file deletes the whole catalogue.' },
};
