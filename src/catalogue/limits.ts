/** What a stranger's file may take of memory, disk and time. Whoever runs the check can move each: `--limit NAME=NUMBER`. */
import { UnusableFile } from './catalogue.ts';
import type { Text } from './text.ts';

interface Limit {
  /** Where the format says no other. */
  readonly usual: number;
  /** After the number; empty where it counts things. */
  readonly unit: Text;
  /** `Filen går over grensen for …`. */
  readonly of: Text;
}

const MIB: Text = { nb: ' MiB', en: ' MiB' };
const CHARACTERS: Text = { nb: ' tegn', en: ' characters' };
const NO_UNIT: Text = { nb: '', en: '' };

export const LIMITS = {
  unpacked: {
    usual: 2048,
    unit: MIB,
    of: {
      nb: 'hvor stor en pakket fil, eller en del av en arbeidsbok, kan bli når den pakkes ut',
      en: 'how large a packed file, or a part of a workbook, may become when it is unpacked',
    },
  },
  ratio: {
    usual: 250,
    unit: { nb: ' : 1', en: ' : 1' },
    of: {
      nb: 'hvor tett en stor del av en arbeidsbok kan være pakket',
      en: 'how tightly a large part of a workbook may be packed',
    },
  },
  record: {
    usual: 8,
    unit: MIB,
    of: { nb: 'hvor lang én linje i katalogen kan være', en: 'how long one line of the catalogue may be' },
  },
  columns: {
    usual: 16_384,
    unit: NO_UNIT,
    of: { nb: 'hvor mange celler en linje kan ha', en: 'how many cells a line may have' },
  },
  cells: {
    usual: 100_000_000,
    unit: NO_UNIT,
    of: { nb: 'hvor mange celler et ark kan ha', en: 'how many cells a sheet may have' },
  },
  empty: {
    usual: 5_000_000,
    unit: NO_UNIT,
    of: {
      nb: 'hvor mange tomme celler de brede radene i et ark kan ha',
      en: 'how many empty cells the wide rows of a sheet may have',
    },
  },
  text: {
    usual: 1_048_576,
    unit: CHARACTERS,
    of: { nb: 'hvor lang én tekst kan være', en: 'how long one text may be' },
  },
  texts: {
    usual: 268_435_456,
    unit: CHARACTERS,
    of: { nb: 'hvor mye tekst en arbeidsbok kan ha', en: 'how much text a workbook may have' },
  },
  elements: {
    usual: 50_000,
    unit: NO_UNIT,
    of: { nb: 'hvor mange elementer en linje i XML kan ha', en: 'how many elements a line in XML may have' },
  },
  depth: {
    usual: 256,
    unit: NO_UNIT,
    of: { nb: 'hvor dypt elementer i XML kan ligge i hverandre', en: 'how deeply XML elements may be nested' },
  },
  parts: {
    usual: 10_000,
    unit: NO_UNIT,
    of: { nb: 'hvor mange filer et arkiv kan ha', en: 'how many files an archive may have' },
  },
  sheets: {
    usual: 1000,
    unit: NO_UNIT,
    of: { nb: 'hvor mange ark en arbeidsbok kan ha', en: 'how many sheets a workbook may have' },
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

/** As a person moved them. */
export type Limits = Readonly<Partial<Record<LimitName, number>>>;

export function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name);
}

/** @param usual where nobody moved it; absent: that of most formats */
export function allowed(limits: Limits | undefined, name: LimitName, usual: number = LIMITS[name].usual): number {
  return limits?.[name] ?? usual;
}

const BYTES_PER_MIB = 1024 * 1024;

/** A limit that counts MiB, in bytes. */
export function allowedBytes(limits: Limits | undefined, name: LimitName, usual?: number): number {
  return allowed(limits, name, usual) * BYTES_PER_MIB;
}

/** @param part of the file where it was met */
export function beyond(
  name: LimitName,
  limit: number,
  { row, part }: { readonly row?: number; readonly part?: string } = {},
): UnusableFile {
  const detail = `${name}=${limit}${part === undefined ? '' : ` ${part}`}`;
  return new UnusableFile('tooLarge', { detail, ...(row === undefined ? {} : { row }) });
}

/** In words, without an end stop; `undefined` for what {@link beyond} did not say. */
export function limitText(detail: string): Text | undefined {
  const met = limitIn(detail);
  if (met === undefined) return undefined;
  const { name, limit, part } = met;
  const { of, unit } = LIMITS[name];
  const where = part === undefined ? '' : ` (${part})`;
  return {
    nb: `filen går over grensen for ${of.nb}: ${limit}${unit.nb}${where}. Grensen kan flyttes med --limit ${name}=TALL`,
    en: `the file exceeds the limit for ${of.en}: ${limit}${unit.en}${where}. Change the limit with --limit ${name}=NUMBER`,
  };
}

/** What {@link beyond} put into the detail of an unusable file. */
export function limitIn(
  detail: string,
): { readonly name: LimitName; readonly limit: string; readonly part?: string } | undefined {
  const [, name = '', limit = '', part] = /^(\w+)=(\d+)(?: (.*))?$/su.exec(detail) ?? [];
  if (!isLimitName(name)) return undefined;
  return { name, limit, ...(part === undefined ? {} : { part }) };
}
