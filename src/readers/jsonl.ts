/** JSON lines: one object a line, its keys our field names; what other keys say travels along. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { type Field, isField } from '../catalogue/field.ts';
import type { Limits } from '../catalogue/limits.ts';
import { blockReader } from './file-blocks.ts';
import { jsonMembers } from './json-object.ts';
import type { Encoding, GivenColumn, RawRow, Reader, ReadOptions, RowFile, Source } from './reader.ts';
import { decodeBytes, markBytes } from './text-code.ts';
import { inspectText } from './text-encoding.ts';
import { textLines } from './text-lines.ts';

/** Where keys appear for the first time behind so many lines, they go to a column of their own together. */
const SAMPLED_LINES = 1000;
/** A row for every field and as many columns again is more than any catalogue needs. */
const MOST_KEYS = 500;
export const OTHERS = '(other keys)';

export const jsonlReader: Reader = {
  format: 'jsonl',
  recognises: (head, name) =>
    /\.(jsonl|ndjson)$/i.test(name) ||
    /^(?:ï»¿)?\s*(?:\{\s*["}]|\[\s*[{\]])/.test(Buffer.from(head).toString('latin1')),
  open: openJsonLines,
};

async function openJsonLines(source: Source, options: ReadOptions): Promise<RowFile> {
  const { path } = source;
  const facts = await inspectText(path);
  const encoding = options.encoding ?? facts.encoding;
  const from = markBytes({ bom: facts.bom, encoding });
  return fileWith({ ...layoutOf([...(await keysOf(path, from, encoding, options.limits))]), others: true }, path, {
    from,
    encoding,
    limits: options.limits,
  });
}

/** A file in UTF-8 that has these keys and no others. */
export function jsonLinesWith(keys: readonly string[], path: string): RowFile {
  return fileWith({ ...layoutOf(keys), others: false }, path, { from: 0, encoding: 'utf-8' });
}

function layoutOf(keys: readonly string[]): Omit<Layout, 'others'> {
  return { keys, places: new Map(keys.map((key, at) => [key, at])) };
}

interface WrittenAs {
  /** Where the first line begins. */
  readonly from: number;
  readonly encoding: Encoding;
  readonly limits?: Limits | undefined;
}

function fileWith(layout: Layout, path: string, written: WrittenAs): RowFile {
  const { encoding } = written;
  const bytesAt = blockReader(path);
  const textAt = (start: number, end: number): string => textOf(bytesAt(start, end), encoding).replace(/\r?\n$/, '');
  return {
    format: 'jsonl',
    columns: columnsOf(layout),
    jsonl: { encoding },
    rows: () => rowsOf(path, written, layout),
    records: {
      text: textAt,
      at: (row, start, end) => rowOf(textAt(start, end), { row, start, end }, layout),
    },
  };
}

interface Layout {
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Whether what other keys say has a column, the last. */
  readonly others: boolean;
}

function columnsOf({ keys, others }: Layout): readonly GivenColumn[] {
  return [
    ...keys.map((key): GivenColumn => (isField(key) ? { heading: key, field: key } : { heading: key })),
    ...(others ? [{ heading: OTHERS }] : []),
  ];
}

/**
 * The keys of the first lines, in the order they come.
 * @throws UnusableFile `notACatalogue` where not one of those lines is an object of ours
 */
async function keysOf(
  path: string,
  from: number,
  encoding: Encoding,
  limits: Limits | undefined,
): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  let looked = 0;
  for await (const lines of textLines(path, from, limits)) {
    for (const { bytes } of lines) {
      looked++;
      for (const { key } of jsonMembers(textOf(bytes, encoding)) ?? []) if (keys.size < MOST_KEYS) keys.add(key);
    }
    if (looked >= SAMPLED_LINES) break;
  }
  if (![...IDENTIFYING].some((field) => keys.has(field))) throw new UnusableFile('notACatalogue', { detail: 'json' });
  return keys;
}

const IDENTIFYING: ReadonlySet<Field> = new Set(['itemNumber', 'gtin', 'name']);

function textOf(bytes: Buffer, encoding: Encoding): string {
  return decodeBytes(bytes, 0, bytes.length, encoding);
}

async function* rowsOf(
  path: string,
  { from, encoding, limits }: WrittenAs,
  layout: Layout,
): AsyncGenerator<readonly RawRow[], void> {
  for await (const lines of textLines(path, from, limits)) {
    const rows: RawRow[] = [];
    for (const { bytes, ...place } of lines) {
      const text = textOf(bytes, encoding);
      if (text.trim() !== '') rows.push(rowOf(text, place, layout));
    }
    if (rows.length > 0) yield rows;
  }
}

const LONGEST_TOLD = 80;

function rowOf(
  text: string,
  place: Pick<RawRow, 'row' | 'start' | 'end'>,
  { keys, places, others: hasOthers }: Layout,
): RawRow {
  const cells = Array<string>(hasOthers ? keys.length + 1 : keys.length).fill('');
  const members = jsonMembers(text);
  if (members === undefined) {
    const told = text.trim();
    return { ...place, cells, text, broken: told.length > LONGEST_TOLD ? `${told.slice(0, LONGEST_TOLD)}…` : told };
  }
  const others: string[] = [];
  for (const { key, raw } of members) {
    const at = places.get(key);
    const cell = cellOf(raw);
    if (at !== undefined) cells[at] = cell;
    else if (cell !== '') others.push(`${key}=${cell}`);
  }
  if (hasOthers) cells[keys.length] = others.join('; ');
  return { ...place, cells, text };
}

/** Numbers as their digits stand; lists joined; nothing for `null`. */
function cellOf(raw: string): string {
  const first = raw[0];
  if (first === '"') return (JSON.parse(raw) as string).trim();
  if (first === '[')
    return (JSON.parse(raw) as readonly unknown[])
      .map(itemOf)
      .filter((item) => item !== '')
      .join('; ');
  return raw === 'null' ? '' : raw;
}

/** A label may be an object, as this tool writes them: its key or words, with the licence number. */
function itemOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return item === null ? '' : String(item);
  const { key, text, licence } = item as Readonly<Record<string, unknown>>;
  const name = key ?? text;
  if (typeof name !== 'string') return JSON.stringify(item);
  return typeof licence === 'string' ? `${name} (${licence})` : name;
}
