/** A catalogue to be written in some format, from its lines. */
import { earliest, latest } from '../catalogue/days.ts';
import type { DocumentHeader } from '../catalogue/document-header.ts';
import { FIELD_NAMES, FIELDS, type Field } from '../catalogue/field.ts';
import type { CatalogueLine, LineValues } from '../catalogue/line.ts';
import type { Language, Text } from '../catalogue/text.ts';
import { NotInFormat } from './not-in-format.ts';

/** Batches of lines in the order of the catalogue; asked for again, the same lines come. */
export type CatalogueLines = () => AsyncIterable<readonly CatalogueLine[]>;

export interface CatalogueContent {
  readonly lines: CatalogueLines;
  readonly header: DocumentHeader;
  /** `changes`: each line has an action, and they change the catalogue that the receiver has. */
  readonly kind: 'whole' | 'changes';
  /** What stands in words is written in it. */
  readonly language: Language;
  readonly survey: Survey;
}

/** What is known of all lines before the first is written. */
export interface Survey {
  readonly lines: number;
  /** Those that some line has, in the usual order. */
  readonly fields: readonly Field[];
  /** Columns without a field, in the order they come. */
  readonly extras: readonly string[];
  /** The first and the last day that some line or price names. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** @param together also with the fields and columns of these: a change may empty what the catalogue had */
export async function surveyOf(lines: CatalogueLines, together?: Pick<Survey, 'fields' | 'extras'>): Promise<Survey> {
  const fields = new Set<Field>(together?.fields);
  const extras = new Set(together?.extras);
  let count = 0;
  let validFrom: string | undefined;
  let validTo: string | undefined;
  for await (const batch of lines()) {
    count += batch.length;
    for (const line of batch) {
      noteKeys(line, fields, extras);
      validFrom = earliest(validFrom, line.validFrom, line.priceValidFrom);
      validTo = latest(validTo, line.validTo, line.priceValidTo);
    }
  }
  return {
    lines: count,
    fields: FIELD_NAMES.filter((field) => fields.has(field)),
    extras: [...extras],
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

function noteKeys(line: CatalogueLine, fields: Set<Field>, extras: Set<string>): void {
  if (fields.size < FIELD_NAMES.length)
    for (const field of FIELD_NAMES)
      if (line[field] !== undefined || line.unreadable?.[field] !== undefined) fields.add(field);
  if (line.pack !== undefined) fields.add('packQuantity').add('packUnit');
  for (const heading in line.extra) extras.add(heading);
}

/** What the words of its unit told of a pack stands in the pack's own fields, where those say nothing. */
export function withPack(line: CatalogueLine): CatalogueLine {
  const { pack, ...rest } = line;
  if (pack === undefined) return line;
  if (line.packQuantity !== undefined) return rest;
  const told: LineValues = {
    packQuantity: pack.quantity,
    ...(pack.contentUnit === undefined || line.packUnit !== undefined ? {} : { packUnit: pack.contentUnit }),
  };
  return { ...rest, ...told };
}

/** What makes another line of it when it is missing: where it was not understood, the line cannot be sent as a document. */
const VITAL = [
  'itemNumber',
  'name',
  'price',
  'currency',
  'unit',
  'priceBaseQuantity',
  'validFrom',
  'validTo',
  'priceValidFrom',
  'priceValidTo',
] as const satisfies readonly Field[];

/** Why a document cannot have the line: nothing is made up in the place of what was not understood. */
export function unreadVital({ unreadable }: CatalogueLine): readonly Text[] {
  if (unreadable === undefined) return NOTHING;
  return VITAL.flatMap((field): readonly Text[] => {
    const text = unreadable[field];
    const { nb, en } = FIELDS[field].title;
    return text === undefined
      ? NOTHING
      : [{ nb: `${nb} «${text}» er ikke forstått`, en: `${en} "${text}" is not understood` }];
  });
}

const NOTHING: readonly never[] = [];

/** What a format has no room for, counted; nothing is dropped without a word. */
export interface LeftOut {
  /** A field, or the heading of a column without one. */
  readonly what: string;
  readonly lines: number;
  /** The first line it was left out of, as people call it. */
  readonly first: string;
}

export interface LeftOutNotes {
  note(what: string, line: CatalogueLine): void;
  /** In the order of fields, then columns as they came. */
  all(): readonly LeftOut[];
}

export function newLeftOutNotes(): LeftOutNotes {
  const found = new Map<string, { lines: number; readonly first: string; last: CatalogueLine }>();
  return {
    note(what, line) {
      const before = found.get(what);
      if (before === undefined) found.set(what, { lines: 1, first: calledBy(line), last: line });
      else if (before.last !== line) {
        before.lines += 1;
        before.last = line;
      }
    },
    all() {
      const rank = (what: string): number => {
        const at = FIELD_NAMES.indexOf(what as Field);
        return at < 0 ? FIELD_NAMES.length : at;
      };
      return [...found]
        .map(([what, { lines, first }]) => ({ what, lines, first }))
        .sort((a, b) => rank(a.what) - rank(b.what));
    },
  };
}

/** As a person finds the line again. */
export function calledBy(line: CatalogueLine): string {
  return line.itemNumber ?? line.gtin ?? line.name ?? `${line.row}`;
}

export interface WrittenCatalogue {
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}

/** Lines that cannot be written: some are named, all are counted. */
export interface RefusedLines {
  note(line: CatalogueLine, why: Text): void;
  /** @throws NotInFormat when there are any. @param format as people call it */
  end(format: string): void;
}

const NAMED = 10;

export function newRefusedLines(): RefusedLines {
  const named: Text[] = [];
  let count = 0;
  let last: CatalogueLine | undefined;
  return {
    note(line, why) {
      if (last !== line) count += 1;
      last = line;
      if (named.length >= NAMED) return;
      const item = calledBy(line);
      named.push({ nb: `${item} (${why.nb})`, en: `${item} (${why.en})` });
    },
    end(format) {
      if (count === 0) return;
      const some = (language: Language): string =>
        named.map((one) => one[language]).join('; ') + (count > NAMED ? '; …' : '');
      throw new NotInFormat({
        nb: `${count} ${count === 1 ? 'linje' : 'linjer'} kan ikke skrives som ${format}: ${some('nb')}. Rett dem i katalogen, eller velg et annet format.`,
        en: `${count} ${count === 1 ? 'line' : 'lines'} cannot be written as ${format}: ${some('en')}. Correct them in the catalogue, or choose another format.`,
      });
    },
  };
}

/** What stands once in a document is not known. */
export class MissingHeader extends NotInFormat {
  /** `supplier.endpoint` and the like. */
  readonly keys: readonly string[];
  /** As people call it. */
  readonly format: string;
  constructor(keys: readonly string[], format: string) {
    const named = keys.join(', ');
    const flags = keys.map((key) => `--header ${key}=…`).join(' ');
    super({
      nb: `${format} må ha opplysninger som verken avtalen eller filen har: ${named}. Oppgi dem i agreement.yaml eller med ${flags}`,
      en: `${format} needs what neither the agreement nor the file has: ${named}. Give it in agreement.yaml or with ${flags}`,
    });
    this.name = 'MissingHeader';
    this.keys = keys;
    this.format = format;
  }
}

/** @throws MissingHeader that names all of the keys that are missing. @param format as people call it */
export function requireHeader(missing: readonly string[], format: string): void {
  if (missing.length > 0) throw new MissingHeader(missing, format);
}
