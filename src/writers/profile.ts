/** A profile as it is used: what an ordering system takes, with every setting known. */
import path from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import { EXTENSIONS, OUTPUT_FORMATS, type OutputFormat } from '../catalogue/output-formats.ts';
import type { Language, Text } from '../catalogue/text.ts';
import { kindOf } from '../engine/referenced-file.ts';
import { loadYaml } from '../engine/yaml-file.ts';
import type { CsvDialect } from '../readers/reader.ts';
import { type ProfileColumn, type ProfileFact, type ProfileFile, profileSchema } from './profile-schema.ts';
import type { TableForm } from './table-catalogue.ts';

export interface Profile {
  /** As it was asked for. */
  readonly name: string;
  readonly title: Text;
  readonly format: OutputFormat;
  readonly response: boolean;
  readonly delivery: 'whole' | 'delta';
  readonly fileName: string;
  readonly language: Language;
  readonly columns?: readonly ProfileColumn[];
  readonly required: readonly Field[];
  readonly limits: { readonly [F in Field]?: number };
  readonly dialect: CsvDialect;
  readonly table: TableForm;
  /** Settings nobody has confirmed, and why. */
  readonly uncertain: readonly { readonly setting: string; readonly why: Text }[];
}

/** The built-in profiles, in code-unit order; beside them every format is a profile by its name. */
export const BUILT_IN_PROFILES = ['basware', 'eorder', 'generic-csv', 'unit4', 'visma-ehandel'] as const;

const BUILT_IN = 'katalogvakt:';
const WHAT: Text = { nb: 'mottakerprofilen', en: 'the receiver profile' };

export interface ProfilePlaces {
  /** Of the profiles that come with the tool. */
  readonly builtIn: string;
  /** Of the workspace: its `rules/profiles/` goes before what comes with the tool. */
  readonly workspace: string;
}

/**
 * @param name of a profile in the workspace or of a built-in one, of a format, or the path of a file
 * @throws OperationalError when there is none, or something is wrong with it
 */
export async function loadProfile(name: string, places: ProfilePlaces): Promise<Profile> {
  const settings = await settingsOf(name, places, []);
  return profileFrom(name, settings);
}

/**
 * A profile of the workspace with all that it builds on in it, for whoever has only this file; without remarks on where its
 * settings come from.
 * @returns nothing for one that comes with the tool
 * @throws OperationalError as {@link loadProfile} does
 */
export async function ownProfile(
  name: string,
  places: ProfilePlaces,
): Promise<Omit<ProfileFile, 'extends'> | undefined> {
  const file = await fileOf(name, places);
  if (file === undefined || isInside(file, places.builtIn)) return undefined;
  const { facts: _, ...settings } = await settingsOf(name, places, []);
  return { version: 1, ...settings };
}

function isInside(file: string, folder: string): boolean {
  return path.dirname(path.resolve(file)) === path.resolve(folder);
}

/** Settings of the profiles it builds on, with its own on top. */
async function settingsOf(
  name: string,
  places: ProfilePlaces,
  before: readonly string[],
): Promise<Omit<ProfileFile, 'version'>> {
  const format = OUTPUT_FORMATS.find((known) => known === name);
  const file = await fileOf(name, places);
  if (file === undefined) {
    if (format !== undefined) return { format, units: 'word' };
    throw unknownProfile(name);
  }
  if (before.includes(file)) throw circular([...before, file]);
  const { value } = await loadYaml<ProfileFile>(file, profileSchema, WHAT);
  const { version: _, extends: base, ...own } = value;
  if (base === undefined) return own;
  const folder = path.dirname(file);
  const reference = base.startsWith(BUILT_IN) || !isPath(base) ? base : path.join(folder, base);
  const below = await settingsOf(reference, places, [...before, file]);
  return {
    ...below,
    ...own,
    limits: { ...below.limits, ...own.limits },
    facts: { ...withoutSettled(below.facts ?? {}, own), ...own.facts },
  };
}

/** What is said anew is uncertain no longer, unless that is said anew too. */
function withoutSettled(facts: NonNullable<ProfileFile['facts']>, own: Omit<ProfileFile, 'version'>) {
  return Object.fromEntries(Object.entries(facts).filter(([setting]) => !isSet(setting, own)));
}

function isSet(setting: string, own: Omit<ProfileFile, 'version'>): boolean {
  const [first = '', second] = setting.split('.');
  const value = (own as Readonly<Record<string, unknown>>)[first];
  if (second === undefined || value === undefined) return value !== undefined;
  return Object.hasOwn(value as object, second);
}

/** A bare format in a language: as that one's Excel opens it. */
export function inLanguage(profile: Profile, language: Language): Profile {
  if (language === 'nb') return profile;
  return {
    ...profile,
    language,
    dialect: { ...profile.dialect, delimiter: ',' },
    table: { ...profile.table, decimalSign: '.', dateForm: 'YYYY-MM-DD' },
  };
}

const isPath = (name: string): boolean => /[/\\]|\.ya?ml$/i.test(name);

async function fileOf(name: string, { builtIn, workspace }: ProfilePlaces): Promise<string | undefined> {
  if (isPath(name) && !name.startsWith(BUILT_IN)) return name;
  const bare = name.startsWith(BUILT_IN) ? name.slice(BUILT_IN.length) : name;
  const own = path.join(workspace, 'rules', 'profiles', `${bare}.yaml`);
  if (bare === name && (await kindOf(own)) === 'file') return own;
  return (BUILT_IN_PROFILES as readonly string[]).includes(bare) ? path.join(builtIn, `${bare}.yaml`) : undefined;
}

function unknownProfile(name: string): OperationalError {
  const names = [...BUILT_IN_PROFILES, ...OUTPUT_FORMATS].join(', ');
  return new OperationalError({
    nb: `Kjenner ikke profilen «${name}». Velg en av ${names}, lag rules/profiles/${name}.yaml, eller oppgi stien til en fil.`,
    en: `Unknown profile "${name}". Choose one of ${names}, make rules/profiles/${name}.yaml, or give the path of a file.`,
  });
}

function circular(files: readonly string[]): OperationalError {
  const chain = files.join(' → ');
  return new OperationalError({
    nb: `Profilene bygger på hverandre i ring: ${chain}. Fjern en av extends-linjene.`,
    en: `The profiles build on each other in a circle: ${chain}. Remove one of the extends lines.`,
  });
}

function profileFrom(name: string, settings: Omit<ProfileFile, 'version'>): Profile {
  const { format, columns } = settings;
  if (format === undefined)
    throw new OperationalError({
      nb: `Profilen «${name}» sier ikke hvilket format katalogen skal ha. Skriv format: …, med en av ${OUTPUT_FORMATS.join(', ')}.`,
      en: `The profile "${name}" does not say which format the catalogue is to have. Write format: …, with one of ${OUTPUT_FORMATS.join(', ')}.`,
    });
  return {
    name,
    title: settings.title ?? { nb: name, en: name },
    format,
    response: settings.response ?? false,
    delivery: settings.delivery ?? 'whole',
    fileName: settings.fileName ?? '{agreement}-{version}.{extension}',
    language: settings.language ?? 'nb',
    ...(columns === undefined ? {} : { columns }),
    required: settings.required ?? [],
    limits: settings.limits ?? {},
    dialect: dialectOf(settings),
    table: {
      decimalSign: settings.decimalSign === 'point' ? '.' : ',',
      dateForm: settings.dateForm ?? 'DD.MM.YYYY',
      units: settings.units ?? 'code',
    },
    uncertain: uncertainIn(settings.facts ?? {}),
  };
}

function dialectOf({
  encoding = 'utf-8',
  bom = true,
  delimiter = ';',
  lineEnd,
}: Omit<ProfileFile, 'version'>): CsvDialect {
  const hasMark = encoding.startsWith('utf-16') || (bom && encoding === 'utf-8');
  return {
    encoding,
    bom: hasMark,
    delimiter: delimiter === 'tab' ? '\t' : delimiter,
    lineEnd: lineEnd === 'lf' ? '\n' : '\r\n',
  };
}

function uncertainIn(facts: Readonly<Record<string, ProfileFact>>): Profile['uncertain'] {
  return Object.entries(facts).flatMap(([setting, { uncertain, why }]) =>
    uncertain === true ? [{ setting, why: why ?? { nb: 'ikke bekreftet', en: 'not confirmed' } }] : [],
  );
}

/** What a name is filled in with. */
export interface FileNameFacts {
  readonly agreement: string;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** What the receiver calls the file. */
export function profileFileName(
  { fileName, format }: Pick<Profile, 'fileName' | 'format'>,
  facts: FileNameFacts,
): string {
  return filledFileName(fileName, { ...facts, extension: EXTENSIONS[format] });
}

/** A pattern such as `{agreement}-{version}.{extension}`, filled in; letters that file systems refuse become hyphens. */
export function filledFileName(pattern: string, facts: FileNameFacts & { readonly extension: string }): string {
  const values: Readonly<Record<string, string>> = { ...facts };
  return pattern.replace(/\{(\w+)\}/g, (written, key: string) =>
    (values[key] ?? written).replace(/[/\\<>:"|?*\u0000-\u001f]/g, '-'),
  );
}
