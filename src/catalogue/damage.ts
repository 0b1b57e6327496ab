/** What is damaged in a file that cannot be read, in words. */
import { UnusableFile } from './catalogue.ts';
import type { Text } from './text.ts';

/** `{where}` is a part of the file, a cell, or a name; see {@link damaged}. */
export const DAMAGES = {
  notWellFormed: { nb: '{where}: XML-en er ikke velformet', en: '{where}: the XML is not well-formed' },
  endTag: {
    nb: '{where}: en slutt-tagg passer ikke til elementet som står åpent',
    en: '{where}: an end tag does not match the open element',
  },
  unclosed: { nb: '{where}: et element blir aldri lukket', en: '{where}: an element is never closed' },
  attribute: { nb: '{where}: et attributt er ikke velformet', en: '{where}: an attribute is not well-formed' },
  character: { nb: '{where}: et tegn som XML ikke tillater', en: '{where}: a character that XML does not allow' },
  reference: {
    nb: '{where}: en henvisning (&…;) som XML ikke kjenner',
    en: '{where}: a reference (&…;) that XML does not know',
  },
  outside: { nb: '{where}: tekst utenfor rotelementet', en: '{where}: text outside the root element' },
  entities: {
    nb: '{where}: dokumentet lager egne entiteter (<!ENTITY>), og de leses aldri',
    en: '{where}: the document declares its own entities (<!ENTITY>), which are never read',
  },
  bytes: { nb: '{where}: bytes som ikke passer til tegnsettet', en: '{where}: bytes that do not match the encoding' },
  notUtf8: { nb: 'Bytes som ikke er UTF-8', en: 'Bytes that are not UTF-8' },
  encoding: { nb: 'Tegnsettet {where} er ukjent', en: 'The encoding {where} is unknown' },
  root: { nb: 'Dokumentet har ikke noe rotelement', en: 'The document has no root element' },
  partMissing: { nb: '{where} mangler i arkivet', en: '{where} is missing from the archive' },
  partTwice: { nb: '{where} står to ganger i arkivet', en: '{where} appears twice in the archive' },
  method: {
    nb: '{where} er pakket på en måte som ikke leses',
    en: '{where} is compressed by a method that is not supported',
  },
  length: {
    nb: '{where} har en annen lengde enn arkivet sier',
    en: '{where} does not have the length the archive states',
  },
  checksum: { nb: 'Kontrollsummen til {where} stemmer ikke', en: 'The checksum of {where} is wrong' },
  archive: { nb: 'Arkivet kan ikke leses', en: 'The archive cannot be read' },
  packedPart: { nb: '{where} kan ikke pakkes ut', en: '{where} cannot be unpacked' },
  gzip: { nb: 'Gzip-dataene kan ikke pakkes ut', en: 'The gzip data cannot be unpacked' },
  sheetWithoutPart: { nb: '{where}: et ark mangler innholdet sitt', en: '{where}: a sheet has no content' },
  row: { nb: '{where} er ingen rad i et ark', en: '{where} is not a row of a sheet' },
  cell: { nb: '{where} er ingen celle i et ark', en: '{where} is not a cell of a sheet' },
  cellTwice: { nb: 'Cellen {where} står to ganger', en: 'The cell {where} appears twice' },
  string: {
    nb: 'Cellen {where} viser til en tekst som ikke finnes',
    en: 'The cell {where} refers to a text that does not exist',
  },
  styles: { nb: '{where}: for mange celleformater', en: '{where}: too many cell formats' },
  tag: { nb: '{where}: en start-tagg som er for lang', en: '{where}: a start tag that is too long' },
} as const satisfies Record<string, Text>;

export type Damage = keyof typeof DAMAGES;

/** @param where a part of the file, a cell, or a name */
export function damaged(what: Damage, where?: string, options: { row?: number; cause?: unknown } = {}): UnusableFile {
  return new UnusableFile('damaged', { ...options, detail: where === undefined ? what : `${what} ${where}` });
}

/** In words, without an end stop; `undefined` for what {@link damaged} did not say. */
export function damageText(detail: string): Text | undefined {
  const met = damageIn(detail);
  if (met === undefined) return undefined;
  const { nb, en } = DAMAGES[met.what];
  return { nb: nb.replace('{where}', met.where), en: en.replace('{where}', met.where) };
}

/** What {@link damaged} put into the detail of an unusable file. */
export function damageIn(detail: string): { readonly what: Damage; readonly where: string } | undefined {
  const end = detail.indexOf(' ');
  const what = end < 0 ? detail : detail.slice(0, end);
  if (!Object.hasOwn(DAMAGES, what)) return undefined;
  return { what: what as Damage, where: end < 0 ? '' : detail.slice(end + 1) };
}
