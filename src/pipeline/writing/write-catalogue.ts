/** Catalogues written from their lines, in any format: for `convert`, and for what is sent to an ordering system. */
import { rename, rm } from 'node:fs/promises';
import type { DocumentHeader } from '../../catalogue/document-header.ts';
import { fileError } from '../../catalogue/error.ts';
import { FIELDS, type Field } from '../../catalogue/field.ts';
import { letterCount } from '../../catalogue/letters.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { FORMAT_TITLES } from '../../catalogue/output-formats.ts';
import type { Text } from '../../catalogue/text.ts';
import {
  type CatalogueContent,
  type CatalogueLines,
  newRefusedLines,
  surveyOf,
  type WrittenCatalogue,
} from '../../writers/catalogue-content.ts';
import type { Profile } from '../../writers/profile.ts';
import type { TableForm } from '../../writers/table-catalogue.ts';
import type { CatalogueChanges } from '../changes/catalogue-changes.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { writeFileFrom } from '../rows/text-file.ts';

export interface WriteOptions {
  /** The day a workbook says it was made, `YYYY-MM-DD`. */
  readonly day: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The whole catalogue as the profile wants it.
 * @param lines asked for twice: all of them are looked at before the first is written
 * @param to the file; written beside, then renamed
 * @throws OperationalError when a line is refused or too long, the header lacks something, or the file cannot be written
 */
export async function writeForProfile(
  lines: CatalogueLines,
  header: DocumentHeader,
  profile: Profile,
  to: string,
  options: WriteOptions,
): Promise<WrittenCatalogue> {
  const checked = withLimits(lines, profile);
  const survey = await surveyOf(checked);
  return writeContent({ lines, header, kind: 'whole', language: profile.language, survey }, profile, to, options);
}

/**
 * What changed since the catalogue that the receiver has, as the profile wants it.
 * @param before what was sent last
 * @throws OperationalError as {@link writeForProfile} does, and when lines cannot be told apart
 */
export async function writeChangesForProfile(
  before: OpenedCatalogue,
  after: OpenedCatalogue,
  header: DocumentHeader,
  profile: Profile,
  to: string,
  options: WriteOptions & { readonly folder: string },
): Promise<WrittenCatalogue & Pick<CatalogueChanges, 'counts'>> {
  const { changesBetween } = await import('../changes/catalogue-changes.ts');
  const { lines, survey, counts } = await changesBetween(before, after, options.folder);
  for await (const _ of withLimits(lines, profile)()) options.signal?.throwIfAborted();
  const content: CatalogueContent = { lines, header, kind: 'changes', language: profile.language, survey };
  return { ...(await writeContent(content, profile, to, options)), counts };
}

/**
 * What a format needs to know besides the lines, asked before a long file is read. CIF can have it from the lines.
 * @throws OperationalError that names what the header lacks
 */
export async function requireHeaderFor(
  { format }: Profile,
  header: DocumentHeader,
  kind: CatalogueContent['kind'],
): Promise<void> {
  if (format === 'peppol' || format === 'ehf')
    (await import('../../writers/peppol-catalogue.ts')).requirePeppolHeader(header, format);
  if (format === 'bmecat') (await import('../../writers/bmecat-catalogue.ts')).requireBmecatHeader(header, kind);
}

/** The same of a content whose lines were looked at before. */
export async function writeContent(
  content: CatalogueContent,
  profile: Profile,
  to: string,
  { day, signal }: WriteOptions,
): Promise<WrittenCatalogue> {
  const temporary = `${to}.part`;
  try {
    const lines: CatalogueLines = () => abortable(content.lines(), signal);
    const written = await writeTo(temporary, { ...content, lines }, profile, day);
    await rename(temporary, to).catch((error: unknown) => {
      throw fileError(error, to);
    });
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function* abortable<T>(batches: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const batch of batches) {
    signal?.throwIfAborted();
    yield batch;
  }
}

async function writeTo(
  path: string,
  content: CatalogueContent,
  profile: Profile,
  day: string,
): Promise<WrittenCatalogue> {
  if (profile.format === 'xlsx') {
    const { tableRows } = await import('../../writers/table-catalogue.ts');
    const { writeXlsx } = await import('../../writers/xlsx.ts');
    const rows = returning(tableRows(content, tableForm(profile), 'typed'));
    const sheet = content.header.name ?? (content.language === 'nb' ? 'Katalog' : 'Catalogue');
    await writeXlsx(rows.items, path, { sheet, day });
    return rows.returned();
  }
  const parts = returning(await textParts(content, profile));
  await writeFileFrom(path, parts.items);
  return parts.returned();
}

type Parts = AsyncGenerator<string | Uint8Array, WrittenCatalogue>;

async function textParts(content: CatalogueContent, profile: Profile): Promise<Parts> {
  const { format, response, dialect } = profile;
  switch (format) {
    case 'peppol':
    case 'ehf': {
      const { peppolParts } = await import('../../writers/peppol-catalogue.ts');
      const { documentCheck } = await import('../../rules/peppol/document-check.ts');
      return peppolParts(content, { kind: format, response, check: documentCheck(format, () => true) });
    }
    case 'bmecat':
      return (await import('../../writers/bmecat-catalogue.ts')).bmecatParts(content);
    case 'cif':
      return (await import('../../writers/cif-catalogue.ts')).cifParts(content);
    case 'jsonl':
      return (await import('../../writers/canonical-json.ts')).jsonlParts(content);
    case 'csv':
      return (await import('../../writers/table-catalogue.ts')).csvParts(content, tableForm(profile), dialect);
    case 'xlsx':
      throw new RangeError('a workbook is no text');
  }
}

function tableForm({ columns, table, language }: Profile): TableForm {
  if (columns === undefined) return table;
  return {
    ...table,
    columns: columns.map(({ field, heading = FIELDS[field].title[language] }) => ({ field, heading })),
  };
}

/** What a generator returns is lost on whoever only goes through its items. */
function returning<T, R>(generator: AsyncGenerator<T, R>): { readonly items: AsyncGenerator<T>; returned(): R } {
  let returned: { readonly value: R } | undefined;
  async function* items(): AsyncGenerator<T> {
    try {
      for (;;) {
        const next = await generator.next();
        if (next.done === true) {
          returned = { value: next.value };
          return;
        }
        yield next.value;
      }
    } finally {
      if (returned === undefined) await generator.return(undefined as never);
    }
  }
  return {
    items: items(),
    returned() {
      if (returned === undefined) throw new RangeError('the generator has not come to its end');
      return returned.value;
    },
  };
}

/**
 * The same lines, held against what the profile demands of each.
 * @returns lines that throw at their end when one of them is too long or lacks something
 */
export function withLimits(lines: CatalogueLines, profile: Profile): CatalogueLines {
  const { required, format, name } = profile;
  const limits = Object.entries(profile.limits) as [Field, number][];
  if (limits.length === 0 && required.length === 0) return lines;
  const wrongs = (line: CatalogueLine): readonly Text[] => [
    ...required.flatMap((field) => (line[field] === undefined ? lacks(field) : [])),
    ...limits.flatMap(([field, most]) => tooLong(line, field, most)),
  ];
  return async function* () {
    const refused = newRefusedLines();
    for await (const batch of lines()) {
      for (const line of batch) {
        // Of a line that goes, only what it is known by counts.
        if (line.action !== 'delete') for (const why of wrongs(line)) refused.note(line, why);
      }
      yield batch;
    }
    refused.end(`${FORMAT_TITLES[format].en} (${name})`);
  };
}

function lacks(field: Field): readonly Text[] {
  const { nb, en } = FIELDS[field].title;
  return [{ nb: `mangler ${lower(nb)}`, en: `lacks ${lower(en)}` }];
}

function tooLong(line: CatalogueLine, field: Field, most: number): readonly Text[] {
  const value = line[field];
  const length = typeof value === 'string' && value.length > most ? letterCount(value) : 0;
  if (length <= most) return NOTHING;
  const { nb, en } = FIELDS[field].title;
  return [
    {
      nb: `${lower(nb)} har ${length} tegn, og mottakeren tar ${most}`,
      en: `${lower(en)} has ${length} characters, and the receiver takes ${most}`,
    },
  ];
}

const NOTHING: readonly never[] = [];

/** Within a sentence; abbreviations stay. */
function lower(title: string): string {
  return /^[A-ZÆØÅ]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
