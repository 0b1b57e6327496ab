/** A file that cannot be used, where there is no report to tell it in. */
import type { UnusableFile } from '../../catalogue/catalogue.ts';
import { damageText } from '../../catalogue/damage.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { FILE_KINDS, isFileKind } from '../../catalogue/file-kinds.ts';
import { limitText } from '../../catalogue/limits.ts';
import type { Text } from '../../catalogue/text.ts';

/** For commands that have no run folder to put a finding in. */
export function unusable(name: string, error: UnusableFile): OperationalError {
  const row =
    error.row === undefined || error.problem === 'noHeadings'
      ? { nb: '', en: '' }
      : { nb: ` (rad ${error.row})`, en: ` (row ${error.row})` };
  const { nb, en } =
    headingsMet(error) ??
    exactly(error) ??
    fileKind(error.detail) ??
    NO_CATALOGUE[error.detail ?? ''] ??
    otherDocument(error.detail) ??
    UNUSABLE[error.problem];
  return new OperationalError({ nb: `${name}${row.nb}: ${nb}`, en: `${name}${row.en}: ${en}` }, { cause: error });
}

/** A limit, or what is damaged. */
function exactly({ problem, detail = '' }: UnusableFile): Text | undefined {
  if (problem === 'tooLarge') {
    const text = limitText(detail);
    return text === undefined ? undefined : { nb: `${text.nb}.`, en: `${text.en}.` };
  }
  const damage = problem === 'damaged' ? damageText(detail) : undefined;
  return damage === undefined
    ? undefined
    : {
        nb: `filen er skadet. ${damage.nb}. Åpne filen og lagre den på nytt.`,
        en: `the file is damaged. ${damage.en}. Open the file and save it again.`,
      };
}

/** The row that comes closest, or that a person pointed at, for whoever wonders what was not understood. */
function headingsMet({ problem, row, detail }: UnusableFile): Text | undefined {
  if (problem !== 'noHeadings' || row === undefined) return undefined;
  if (detail === undefined) {
    return {
      nb: `rad ${row} er lest som overskriftsrad, men har for få kjente overskrifter: minst to trengs, og én av dem må være varenummer, varenavn eller GTIN. Oppgi flere kolonner, for eksempel --map itemNumber=A --map name=B.`,
      en: `row ${row} was read as the heading row, but has too few known headings: at least two are needed, with item number, name or GTIN among them. Name more columns, such as --map itemNumber=A --map name=B.`,
    };
  }
  return {
    nb: `fant ingen overskriftsrad: ingen rad har to kjente overskrifter der én er varenummer, varenavn eller GTIN. Nærmest er rad ${row}: «${detail}». Oppgi raden og kolonnene, for eksempel --heading-row ${row} --map itemNumber=A --map name=B.`,
    en: `no heading row was found: no row has two known headings with item number, name or GTIN among them. Row ${row} comes closest: "${detail}". Name the row and the columns, such as --heading-row ${row} --map itemNumber=A --map name=B.`,
  };
}

function fileKind(detail: string | undefined): Text | undefined {
  if (detail === undefined || !isFileKind(detail)) return undefined;
  const { nb, en } = FILE_KINDS[detail];
  return { nb: `${nb}.`, en: `${en}.` };
}

/** By what the reader met. */
const NO_CATALOGUE: Readonly<Record<string, Text>> = {
  'Punch Out': {
    nb: 'filen er en Punch Out-melding, ikke en katalog.',
    en: 'the file is a Punch Out message, not a catalogue.',
  },
  XML: {
    nb: 'filen er en nettside, eller XML som ikke er en katalog i et kjent format.',
    en: 'the file is a web page, or XML that is not a catalogue in a known format.',
  },
  PDF: { nb: 'filen er en PDF, verken CSV eller Excel.', en: 'the file is a PDF, neither CSV nor Excel.' },
};

/** UBL has many: orders, invoices, price updates. */
function otherDocument(detail: string | undefined): Text | undefined {
  const [, name] = /^UBL (\w+)$/.exec(detail ?? '') ?? [];
  if (name === undefined) return undefined;
  if (name === 'CataloguePricingUpdate') {
    return {
      nb: 'filen er en prisoppdatering (CataloguePricingUpdate): den har bare priser. Bruk hele katalogen med de nye prisene.',
      en: 'the file is a price update (CataloguePricingUpdate): it has prices only. Use the whole catalogue with the new prices.',
    };
  }
  return {
    nb: `filen er et UBL-dokument av typen ${name}, ikke en katalog.`,
    en: `the file is a UBL document of type ${name}, not a catalogue.`,
  };
}

const UNUSABLE: Readonly<Record<UnusableFile['problem'], Text>> = {
  empty: { nb: 'filen er tom.', en: 'the file is empty.' },
  noLines: { nb: 'filen har overskrifter, men ingen linjer.', en: 'the file has headings but no lines.' },
  noHeadings: {
    nb: 'fant ingen overskriftsrad. Oppgi den med --heading-row, og kolonnene med --map.',
    en: 'no heading row was found. Give it with --heading-row, and the columns with --map.',
  },
  cutOff: {
    nb: 'filen er avkuttet: slutten mangler. Eksporter den på nytt.',
    en: 'the file is cut off: its end is missing. Export it again.',
  },
  encrypted: {
    nb: 'filen er passordbeskyttet. Lagre den uten passord.',
    en: 'the file is password-protected. Save it without a password.',
  },
  legacyWorkbook: {
    nb: 'filen er et regneark i et annet format (.xls, .xlsb eller .ods). Lagre den som .xlsx.',
    en: 'the file is a spreadsheet in another format (.xls, .xlsb or .ods). Save it as .xlsx.',
  },
  notACatalogue: {
    nb: 'filen er ikke en katalog i et kjent format.',
    en: 'the file is not a catalogue in a known format.',
  },
  archive: {
    nb: 'arkivet kan ikke pakkes ut: det må ha én fil, katalogen.',
    en: 'the archive cannot be unpacked: it must contain one file, the catalogue.',
  },
  damaged: {
    nb: 'filen er skadet. Åpne filen og lagre den på nytt.',
    en: 'the file is damaged. Open the file and save it again.',
  },
  tooLarge: {
    nb: 'filen går over en grense for hva som leses. Del den, eller fjern det som ikke hører til katalogen.',
    en: 'the file exceeds a limit for what is read. Split it, or remove what is not part of the catalogue.',
  },
  noPrevious: {
    nb: 'filen inneholder bare endringer, og det finnes ingen forrige versjon å endre.',
    en: 'the file contains only changes, and there is no previous version to change.',
  },
  deletesCatalogue: { nb: 'filen sletter hele katalogen.', en: 'the file deletes the whole catalogue.' },
};
