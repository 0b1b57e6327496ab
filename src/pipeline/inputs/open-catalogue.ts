/** Opens a catalogue: which sheet, which column is which field, and how its cells are to be read. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { columnLetter } from '../../catalogue/column-letter.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { FIELDS } from '../../catalogue/field.ts';
import { type Mapping, type MappingOverrides, prepareMapping } from '../../mapping/map-rows.ts';
import type { MappingFile } from '../../mapping/mapping-file.ts';
import { withoutOwnColumn } from '../../mapping/own-column.ts';
import { saidStyle } from '../../mapping/said-style.ts';
import { openFile } from '../../readers/open-file.ts';
import type { ReadOptions, RowFile, Source } from '../../readers/reader.ts';
import type { AskedReading } from '../../reporters/asked.ts';
import { withRowsSetAside } from '../rows/set-aside.ts';
import { chooseSheet } from './choose-sheet.ts';
import { soundRows } from './sound-rows.ts';
import { unpacked } from './unpacked.ts';
import { unusable } from './unusable.ts';

/** What a person may say about how the catalogue is to be read. */
export interface Reading extends ReadOptions, AskedReading {}

export interface OpenedCatalogue {
  readonly file: RowFile;
  /** Where the bytes lie that it was read from: not the file as sent, when that was packed. */
  readonly path: string;
  readonly mapping: Mapping;
}

/** A catalogue that cannot be used is the supplier's to put right: it goes on as that, and is refused. */
export async function openCatalogue(
  source: Source,
  reading: Reading,
  mappingFile: MappingFile | undefined,
  asOf: string,
  folder: string,
): Promise<OpenedCatalogue | UnusableFile> {
  try {
    return await openMapped(await unpacked(source, folder, reading.limits), reading, mappingFile, asOf);
  } catch (error) {
    if (error instanceof UnusableFile) return error;
    throw error;
  }
}

/** The version approved last is the buyer's own: when it cannot be used, the buyer puts it right. */
export async function openPrevious(
  source: Source,
  reading: Reading,
  mappingFile: MappingFile | undefined,
  asOf: string,
  { folder, catalogue }: { readonly folder: string; readonly catalogue: OpenedCatalogue | UnusableFile },
): Promise<OpenedCatalogue> {
  try {
    const content = await unpacked(source, folder, reading.limits);
    const { file, ...opened } = await openLikeCatalogue(content, reading, mappingFile, asOf);
    requireClear(source, opened.mapping, catalogue);
    // What is wrong further down is never the new catalogue's fault either.
    const sound = soundRows(file, (error) => unusable(source.name, error));
    return { ...opened, file: await withRowsSetAside(sound, folder, reading) };
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const why = unusable(source.name, error);
    throw new OperationalError(
      {
        nb: `Forrige versjon kan ikke brukes. ${why.in('nb')} Oppgi en annen fil med --previous.`,
        en: `The previous version cannot be used. ${why.in('en')} Name another file with --previous.`,
      },
      { cause: error },
    );
  }
}

/** Where the new file is in the same doubt, that is what is told. */
function requireClear(source: Source, { header }: Mapping, catalogue: OpenedCatalogue | UnusableFile): void {
  if (catalogue instanceof UnusableFile || catalogue.mapping.header.ambiguous !== undefined) return;
  const [alike] = header.ambiguous ?? [];
  if (alike === undefined) return;
  const columns = alike.columns.map(({ index, heading }) => `${columnLetter(index)} (${heading})`).join(', ');
  const { nb, en } = FIELDS[alike.field].title;
  throw new OperationalError({
    nb: `Forrige versjon ${source.name} har flere kolonner som kan være ${nb}: ${columns}. Si hvilken under columns i mapping.yaml, eller oppgi en annen fil med --previous.`,
    en: `The previous version ${source.name} has several columns that may be ${en}: ${columns}. Say which under columns in mapping.yaml, or name another file with --previous.`,
  });
}

/** How the new file is to be read often holds for the version before, too; where it does not, it says nothing of it. */
async function openLikeCatalogue(
  source: Source,
  reading: Reading,
  mappingFile: MappingFile | undefined,
  asOf: string,
): Promise<OpenedCatalogue> {
  if (Object.keys(reading).length === 0) return openMapped(source, reading, mappingFile, asOf);
  try {
    return await openMapped(source, reading, mappingFile, asOf);
  } catch (error) {
    if (!(error instanceof UnusableFile || error instanceof OperationalError)) throw error;
    return openMapped(source, {}, mappingFile, asOf);
  }
}

/**
 * Flags override the mapping file, which overrides what is recognised.
 * @param asOf the day of the check, `YYYY-MM-DD`
 */
export async function openMapped(
  source: Source,
  reading: Reading,
  mappingFile: MappingFile | undefined,
  asOf?: string,
): Promise<OpenedCatalogue> {
  const { columns = {}, units = {}, values = {}, ...known } = mappingFile ?? {};
  const how: Reading = { ...known, ...reading, ...(asOf === undefined ? {} : { asOf }) };
  const overrides: MappingOverrides = {
    ...(how.headingRow === undefined ? {} : { headingRow: how.headingRow }),
    map: mapSaid(columns, reading.map ?? []),
    units,
    values,
    ...saidStyle(how),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const file = await openFile(source, how);
  // The mapping file may name a sheet and yet a supplier send text one month; on the command line it is a slip.
  if (reading.sheet !== undefined && file.format !== 'xlsx') throw withoutSheets(source.name);
  const chosen =
    how.sheet === undefined
      ? await chooseSheet(file, overrides)
      : { file, mapping: await prepareMapping(file, overrides) };
  return withoutOwnColumn({ ...chosen, path: source.path });
}

/** A flag takes the place of what the mapping file says of the same field or the same column. */
function mapSaid(columns: MappingFile['columns'], flags: readonly string[]): readonly string[] {
  const said = flags.map((flag) => flag.split('=').map((part) => part.trim().toLowerCase()));
  const isOverridden = (field: string, column: string) =>
    said.some(([one = '', other = '']) => one === field.toLowerCase() || other === column.trim().toLowerCase());
  const kept = Object.entries(columns).filter(([field, column]) => !isOverridden(field, column));
  return [...kept.map(([field, column]) => `${field}=${column}`), ...flags];
}

function withoutSheets(name: string): OperationalError {
  return new OperationalError({
    nb: `${name} er ingen arbeidsbok og har ingen ark. Ta bort --sheet.`,
    en: `${name} is not a workbook and has no sheets. Leave out --sheet.`,
  });
}
