/** Configuration files. What reads and checks them is loaded with the first one. */
import { readFile } from 'node:fs/promises';
import type { Document, Node, Pair } from 'yaml';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { fitsSchema } from './fits-schema.ts';
import { type ConfigProblem, type KeyPath, schemaProblems } from './schema-problems.ts';
import type { JsonSchema } from './schema-words.ts';
import type { ParsedYaml } from './yaml-document.ts';
import { shortened } from './yaml-syntax.ts';

/** A checked configuration file, with what later checks need to point into it. */
export interface YamlFile<T> {
  readonly value: T;
  readonly bytes: Uint8Array;
  /** Where a key stands, as messages begin: `agreement.yaml:12`; with an offset into its text, `agreement.yaml:12:30`. */
  place(keys: KeyPath, offset?: number): string;
}

export interface YamlOptions {
  /** Puts values in their usual form before they are checked, in place. */
  readonly prepare?: (value: unknown) => void;
}

/** How many problems one message lists. */
const LISTED = 5;

/**
 * Reads a YAML 1.2 file and holds it against a schema.
 * @param path as the user gave it; messages show it so
 * @param schema JSON Schema draft-07; its `version` is a `const`
 * @param what the thing in the file, definite and in small letters: `the agreement`, `avtalen`
 * @throws OperationalError with file, line, key, what stands there and what is allowed
 */
export async function loadYaml<T>(
  path: string,
  schema: JsonSchema,
  what: Text,
  options: YamlOptions = {},
): Promise<YamlFile<T>> {
  const bytes = await bytesOf(path, what);
  const source = utf8(path, bytes);
  const { parseYaml, plainValue } = await import('./yaml-document.ts');
  const document = parseYaml(path, source, what);
  const value = plainValue(path, document);
  const place = (keys: KeyPath, offset?: number): string => {
    const inText = offset === undefined ? undefined : placeInText(document, keys, offset, source);
    return `${path}:${inText ?? lineOf(document, keys)}`;
  };
  refuseNewer(value, schema, place);
  options.prepare?.(value);
  if (!fitsSchema(value, schema)) {
    const { schemaErrors } = await import('./schema-errors.ts');
    const errors = schemaErrors(value, schema);
    const standing = (keys: KeyPath): string | undefined => sourceAt(document, keys, source);
    if (errors.length > 0) throw problemsError({ place }, schemaProblems(errors, value, standing));
  }
  return { value: value as T, bytes, place };
}

/**
 * One error for several problems of a file, one to a line, in the order of the file.
 * @param problems at least one
 */
export function problemsError(
  file: Pick<YamlFile<unknown>, 'place'>,
  problems: readonly ConfigProblem[],
): OperationalError {
  const placed = problems
    .map(({ keys, offset, text }) => ({ place: file.place(keys, offset), text }))
    .sort((a, b) => lineNumber(a.place) - lineNumber(b.place));
  const more = placed.length - LISTED;
  const listed = (language: keyof Text, rest: string): string =>
    [
      ...placed.slice(0, LISTED).map(({ place, text }) => `${place}: ${text[language]}`),
      ...(more > 0 ? [rest] : []),
    ].join('\n');
  return new OperationalError({ nb: listed('nb', `… og ${more} til.`), en: listed('en', `… and ${more} more.`) });
}

function lineNumber(place: string): number {
  return Number(/:(\d+)(?::\d+)?$/.exec(place)?.[1]);
}

async function bytesOf(path: string, what: Text): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw fileError(error, path);
    throw new OperationalError(
      {
        nb: `${path} er en mappe. Oppgi filen med ${what.nb}.`,
        en: `${path} is a folder. Name the file with ${what.en}.`,
      },
      { cause: error },
    );
  }
}

function utf8(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const readable = new TextDecoder('utf-8').decode(bytes);
    const line = readable.slice(0, readable.indexOf('\uFFFD')).split('\n').length;
    throw new OperationalError(
      {
        nb: `${path}:${line}: filen er ikke UTF-8. Lagre den på nytt med tegnsettet UTF-8.`,
        en: `${path}:${line}: the file is not UTF-8. Save it again with the encoding UTF-8.`,
      },
      { cause: error },
    );
  }
}

/** Before all else: a newer file has other keys, and each of them would look like a mistake. */
function refuseNewer(value: unknown, schema: JsonSchema, place: (keys: KeyPath) => string): void {
  const { properties } = schema as { readonly properties?: { readonly version?: { readonly const?: number } } };
  const known = properties?.version?.const;
  const version = (value as { readonly version?: unknown } | null)?.version;
  if (known === undefined || typeof version !== 'number' || version <= known) return;
  throw problemsError({ place }, [
    {
      keys: ['version'],
      text: {
        nb: `\`version\` er \`${version}\`, og denne katalogvakt kjenner bare ${known}. Installer en nyere katalogvakt.`,
        en: `\`version\` is \`${version}\`, and this katalogvakt knows ${known} only. Install a newer katalogvakt.`,
      },
    },
  ]);
}

/** The deepest part of the path that is there. */
function lineOf({ document, lines }: ParsedYaml, keys: KeyPath): number {
  let node: unknown = document.contents;
  let offset = rangeOf(node)?.[0] ?? 0;
  for (const key of keys) {
    const step = childOf(document, node, key);
    if (step === undefined) break;
    offset = rangeOf(step.key)?.[0] ?? rangeOf(step.value)?.[0] ?? offset;
    node = step.value;
  }
  return lines.linePos(offset).line;
}

/**
 * Line and column of a character of a text, however it is quoted or folded: what the value has is found in the source in
 * the same order, with quotes, indentation and backslashes between.
 */
function placeInText(
  { document, lines }: ParsedYaml,
  keys: KeyPath,
  offset: number,
  source: string,
): string | undefined {
  let node: unknown = document.contents;
  for (const key of keys) node = childOf(document, node, key)?.value;
  const target = resolved(document, node) as { readonly value?: unknown; readonly type?: string } | undefined;
  const range = rangeOf(target);
  if (range === undefined || typeof target?.value !== 'string') return undefined;
  const isBlock = target.type?.startsWith('BLOCK') === true;
  let at = isBlock ? source.indexOf('\n', range[0]) + 1 : range[0];
  for (let passed = 0; at < range[1]; at++) {
    const wanted = target.value[passed];
    if (wanted === undefined || (source[at] !== wanted && !(wanted === ' ' && source[at] === '\n'))) continue;
    if (passed === offset) break;
    passed++;
  }
  const { line, col } = lines.linePos(Math.min(at, range[1]));
  return `${line}:${col}`;
}

/** A value as it stands in the file, when it is one word or text. */
function sourceAt({ document }: ParsedYaml, keys: KeyPath, source: string): string | undefined {
  let node: unknown = document.contents;
  for (const key of keys) node = childOf(document, node, key)?.value;
  const target = resolved(document, node);
  if (!isNode(target) || !('value' in target) || target.value === null) return undefined;
  const range = rangeOf(target);
  return range === undefined ? undefined : shortened(source.slice(range[0], range[1]));
}

interface Child {
  readonly key?: unknown;
  readonly value: unknown;
}

function childOf(document: Document, parent: unknown, key: string | number): Child | undefined {
  const node = resolved(document, parent);
  const { items } = (node ?? {}) as { readonly items?: readonly unknown[] };
  if (items === undefined) return undefined;
  if (typeof key === 'number') return key in items ? { value: items[key] } : undefined;
  return (items as readonly Pair[]).find(
    (pair) => String((pair.key as { readonly value?: unknown } | null)?.value) === key,
  );
}

function resolved(document: Document, node: unknown): unknown {
  if (!isNode(node) || !('source' in node) || 'value' in node) return node;
  return (node as { resolve(document: Document): unknown }).resolve(document);
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return isNode(node) ? (node.range ?? undefined) : undefined;
}
