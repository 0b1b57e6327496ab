/** What a schema has against a file, in words a person can act on. */
import type { ErrorObject } from 'ajv';
import type { Text } from '../catalogue/text.ts';
import { nearest } from './nearest.ts';
import { type SchemaWords, WORDS } from './schema-words.ts';

/** Keys from the root to a place in the file; numbers are positions in a list, from 0. */
export type KeyPath = readonly (string | number)[];

/** Something in a configuration file that the operator must put right. */
export interface ConfigProblem {
  readonly keys: KeyPath;
  /** Where in the text that stands there, from 0: the message then names the column. */
  readonly offset?: number;
  /** A whole sentence or two, without file and line. */
  readonly text: Text;
}

/** `labels[1].anyOf` */
export function keyName(keys: KeyPath): string {
  return keys.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? key : `${name}.${key}`;
  }, '');
}

/** More than this are not listed: a screenful of names helps nobody. */
const LISTED = 40;

/**
 * @param errors from ajv, with `allErrors` and `verbose`
 * @param root what was checked
 * @param standing the text of a value as it stands in the file, shortened; `undefined` for lists and the like
 * @returns one problem per place, and none that only follows from another
 */
export function schemaProblems(
  errors: readonly ErrorObject[],
  root: unknown,
  standing: (keys: KeyPath) => string | undefined,
): readonly ConfigProblem[] {
  const chosen = withoutOtherBranches(errors);
  const mistyped = new Set(chosen.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const meant = new Set(chosen.flatMap((error) => meantKeys(error).map((key) => `${error.instancePath}/${key}`)));
  const problems: ConfigProblem[] = [];
  const seen = new Set<string>();
  for (const error of chosen) {
    const { instancePath, keyword, params } = error;
    // A wrong type explains itself; what else is wrong with such a value does not matter yet.
    if (keyword !== 'type' && mistyped.has(instancePath)) continue;
    // A misspelt key leaves the right one missing: one mistake, said once.
    if (keyword === 'required' && meant.has(`${instancePath}/${params['missingProperty']}`)) continue;
    const problem = inWords(error, keysOf(instancePath, root), standing);
    const place = JSON.stringify([problem.keys, params['missingProperty']]);
    if (seen.has(place)) continue;
    seen.add(place);
    problems.push(problem);
  }
  return problems;
}

/**
 * Of the alternatives of an `anyOf`, only the one whose type the value has is of interest: who wrote keys and values
 * is not helped by hearing that a text would have done too.
 */
function withoutOtherBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  for (const union of errors.filter(({ keyword }) => keyword === 'anyOf')) {
    const branches = branchesOf(union, errors);
    const ofItsType = branches.find(
      (branch) =>
        !branch.some(({ keyword, instancePath }) => keyword === 'type' && instancePath === union.instancePath),
    );
    for (const error of branches.filter((branch) => branch !== ofItsType).flat()) dropped.add(error);
    if (ofItsType !== undefined) dropped.add(union);
  }
  return errors.filter((error) => !dropped.has(error));
}

/** The errors under each alternative, in the order of the schema. */
function branchesOf(union: ErrorObject, errors: readonly ErrorObject[]): readonly (readonly ErrorObject[])[] {
  const branches = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const inside = error.schemaPath.startsWith(`${union.schemaPath}/`);
    const sameValue = `${error.instancePath}/`.startsWith(`${union.instancePath}/`);
    if (!inside || !sameValue) continue;
    const branch = error.schemaPath.slice(union.schemaPath.length + 1).split('/', 1)[0] ?? '';
    branches.set(branch, [...(branches.get(branch) ?? []), error]);
  }
  return [...branches.values()];
}

function meantKeys(error: ErrorObject): readonly string[] {
  if (error.keyword !== 'additionalProperties') return [];
  const known = Object.keys(propertiesOf(error)).filter((key) => !isGiven(error.data, key));
  return nearest(String(error.params['additionalProperty']), known);
}

function isGiven(data: unknown, key: string): boolean {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, key);
}

function inWords(error: ErrorObject, keys: KeyPath, standing: (keys: KeyPath) => string | undefined): ConfigProblem {
  const { params } = error;
  const { allowed } = wordsOf(error);
  const name = keyName(keys);
  const said = (nb: string, en: string): ConfigProblem => {
    const stands = standing(keys);
    const is: Text =
      stands === undefined || stands === ''
        ? { nb: `${found(error.data).nb}`, en: `${found(error.data).en}` }
        : { nb: `\`${stands}\``, en: `\`${stands}\`` };
    return { keys, text: { nb: `\`${name}\` er ${is.nb}${nb}`, en: `\`${name}\` is ${is.en}${en}` } };
  };
  const mustBe = (words: Text): ConfigProblem => said(`, men skal være ${words.nb}.`, `, but must be ${words.en}.`);

  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, keys);
    case 'required':
      return missing(error, keys);
    case 'type':
      return wrongType(error, keys, standing(keys));
    case 'enum':
      if (allowed !== undefined) return mustBe(allowed);
      return notAmong(error, (params['allowedValues'] as readonly unknown[]).map(String), said);
    case 'const':
      return mustBe({ nb: String(params['allowedValue']), en: String(params['allowedValue']) });
    case 'minItems':
      return said(`, men må ha minst ${params['limit']} verdi.`, `, but must have at least ${params['limit']} value.`);
    case 'minimum':
      return mustBe({ nb: `minst ${params['limit']}`, en: `at least ${params['limit']}` });
    case 'maximum':
      return mustBe({ nb: `høyst ${params['limit']}`, en: `at most ${params['limit']}` });
    case 'uniqueItems': {
      const second = Math.max(Number(params['i']), Number(params['j']));
      const twice = `\`${JSON.stringify((error.data as readonly unknown[])[second])}\``;
      return {
        keys: [...keys, second],
        text: {
          nb: `\`${name}\` har ${twice} to ganger. Fjern den ene.`,
          en: `\`${name}\` has ${twice} twice. Remove one.`,
        },
      };
    }
    case 'anyOf':
      return mustBe(allowed ?? { nb: 'noe annet', en: 'something else' });
    default:
      // Words of our own where the schema has them; ajv's say at least which demand it was.
      return allowed === undefined ? said(`: ${error.message}.`, `: ${error.message}.`) : mustBe(allowed);
  }
}

function unknownKey(error: ErrorObject, keys: KeyPath): ConfigProblem {
  const key = String(error.params['additionalProperty']);
  const known = Object.keys(propertiesOf(error));
  const inside =
    keys.length === 0 ? { nb: '', en: '' } : { nb: ` i \`${keyName(keys)}\``, en: ` in \`${keyName(keys)}\`` };
  const { unknownKey: own } = wordsOf(error);
  const lead: Text =
    own === undefined
      ? { nb: `ukjent nøkkel \`${key}\`${inside.nb}.`, en: `unknown key \`${key}\`${inside.en}.` }
      : { nb: own.nb.replace('{key}', key), en: own.en.replace('{key}', key) };
  if (/^\d+$/.test(key) && (error.data as Readonly<Record<string, unknown>>)[key] === null) {
    return { keys: [...keys, key], text: joined(lead, DECIMAL_COMMA) };
  }
  const near = nearest(key, known, 3);
  return { keys: [...keys, key], text: joined(lead, near.length > 0 ? didYouMean(near) : allowedAre(known)) };
}

/** `{ percent: 15,5 }` is a 15, then a key 5 without a value. */
const DECIMAL_COMMA: Text = {
  nb: 'Bruk punktum som desimaltegn, slik: `15.5`.',
  en: 'Use a point as decimal sign, like this: `15.5`.',
};

function missing(error: ErrorObject, keys: KeyPath): ConfigProblem {
  const key = String(error.params['missingProperty']);
  const schema = propertiesOf(error)[key] as
    | { readonly examples?: readonly unknown[]; readonly const?: unknown }
    | undefined;
  const example = schema?.const ?? schema?.examples?.[0];
  const name = keyName([...keys, key]);
  const lead: Text = { nb: `\`${name}\` mangler.`, en: `\`${name}\` is missing.` };
  if (example === undefined) return { keys, text: lead };
  const line = `\`${key}: ${asYaml(example)}\``;
  const hint: Text =
    schema?.const === undefined
      ? { nb: `Skriv for eksempel ${line}.`, en: `Write for example ${line}.` }
      : { nb: `Skriv ${line}.`, en: `Write ${line}.` };
  return { keys, text: joined(lead, hint) };
}

const KINDS = {
  string: { nb: 'tekst', en: 'text' },
  number: { nb: 'et tall', en: 'a number' },
  integer: { nb: 'et heltall', en: 'a whole number' },
  boolean: { nb: 'true eller false', en: 'true or false' },
  array: { nb: 'en liste', en: 'a list' },
  object: { nb: 'nøkler med verdier', en: 'keys with values' },
  null: { nb: 'tom', en: 'empty' },
} as const satisfies Record<string, Text>;

function found(data: unknown): Text {
  if (data === null) return KINDS.null;
  if (Array.isArray(data)) return data.length === 0 ? { nb: 'en tom liste', en: 'an empty list' } : KINDS.array;
  if (typeof data === 'boolean') return { nb: 'en ja/nei-verdi', en: 'a yes or no' };
  return KINDS[typeof data as 'string' | 'number' | 'object'];
}

function wrongType(error: ErrorObject, keys: KeyPath, stands: string | undefined): ConfigProblem {
  const wanted = [error.params['type'] as string | readonly string[]].flat() as (keyof typeof KINDS)[];
  const is = found(error.data);
  const words: Text = {
    nb: wanted.map((type) => KINDS[type].nb).join(' eller '),
    en: wanted.map((type) => KINDS[type].en).join(' or '),
  };
  const name = keyName(keys);
  const scalar = stands !== undefined && stands !== '';
  if (keys.length === 0) {
    return {
      keys,
      text: {
        nb: `her står ${is.nb}, men filen skal bestå av nøkler med verdier, slik som \`version: 1\`.`,
        en: `${is.en} stands here, but the file must consist of keys with values, such as \`version: 1\`.`,
      },
    };
  }
  const { hint, fits } =
    wanted.includes('string') && scalar ? quoting(error, keys, stands) : unquoting(error, keys, wanted, stands);
  const must = fits ? words : (wordsOf(error).allowed ?? words);
  const lead: Text = scalar
    ? {
        nb: `\`${name}\` er \`${stands}\`, ${is.nb}, men skal være ${must.nb}.`,
        en: `\`${name}\` is \`${stands}\`, ${is.en}, but must be ${must.en}.`,
      }
    : {
        nb: `\`${name}\` er ${is.nb}, men skal være ${must.nb}.`,
        en: `\`${name}\` is ${is.en}, but must be ${must.en}.`,
      };
  return { keys, text: hint === undefined ? lead : joined(lead, hint) };
}

/** Text written without quotes that YAML takes for a number: quotes help, if what stands there is right otherwise. */
function quoting(error: ErrorObject, keys: KeyPath, stands: string): { readonly hint?: Text; readonly fits: boolean } {
  const schema = error.parentSchema as { readonly pattern?: string; readonly format?: string } | undefined;
  const fits =
    schema?.format === undefined && (schema?.pattern === undefined || new RegExp(schema.pattern, 'u').test(stands));
  if (!fits) return { fits };
  const line = written(keys, `"${stands}"`);
  return { hint: { nb: `Sett den i anførselstegn: \`${line}\`.`, en: `Put it in quotes: \`${line}\`.` }, fits };
}

function unquoting(
  error: ErrorObject,
  keys: KeyPath,
  wanted: readonly string[],
  stands: string | undefined,
): { readonly hint?: Text; readonly fits: boolean } {
  const { data } = error;
  if (wanted.includes('array') && stands !== undefined && stands !== '') {
    const { items } = error.parentSchema as { readonly items?: { readonly type?: unknown } };
    const item = items?.type === 'string' && typeof data !== 'string' ? `"${stands}"` : stands;
    const line = written(keys, `[${item}]`);
    return { hint: { nb: `Skriv den som liste: \`${line}\`.`, en: `Write it as a list: \`${line}\`.` }, fits: true };
  }
  const number = wanted.includes('number') || wanted.includes('integer');
  if (number && typeof data === 'string' && /^\d+$/.test(data)) {
    const line = written(keys, data);
    return {
      hint: { nb: `Skriv den uten anførselstegn: \`${line}\`.`, en: `Write it without quotes: \`${line}\`.` },
      fits: true,
    };
  }
  return { fits: true };
}

/** As it would look put right. */
function written(keys: KeyPath, value: string): string {
  const last = keys.at(-1);
  return typeof last === 'string' ? `${last}: ${value}` : value;
}

function notAmong(
  error: ErrorObject,
  allowed: readonly string[],
  said: (nb: string, en: string) => ConfigProblem,
): ConfigProblem {
  const near = typeof error.data === 'string' ? nearest(error.data, allowed) : [];
  const { nb, en } = allowedAre(allowed);
  if (near.length === 0) return said(`. ${nb}`, `. ${en}`);
  const meant = didYouMean(near);
  return said(`. ${meant.nb} ${nb}`, `. ${meant.en} ${en}`);
}

/** @param near at least one */
export function didYouMean(near: readonly string[]): Text {
  const quoted = near.map((word) => `\`${word}\``);
  const last = quoted.at(-1) ?? '';
  const others = quoted.slice(0, -1).join(', ');
  return {
    nb: `Mente du ${others === '' ? last : `${others} eller ${last}`}?`,
    en: `Did you mean ${others === '' ? last : `${others} or ${last}`}?`,
  };
}

function allowedAre(words: readonly string[]): Text | { readonly nb: ''; readonly en: '' } {
  if (words.length === 0 || words.length > LISTED) return { nb: '', en: '' };
  const list = words.map((word) => `\`${word}\``).join(', ');
  return { nb: `Tillatt: ${list}.`, en: `Allowed: ${list}.` };
}

function joined(a: Text, b: Text): Text {
  return { nb: `${a.nb} ${b.nb}`.trimEnd(), en: `${a.en} ${b.en}`.trimEnd() };
}

/** In one line, with quotes where YAML would read a number instead of the text. */
function asYaml(example: unknown): string {
  if (typeof example === 'string') return /^[\d.]+$/.test(example) ? `"${example}"` : example;
  if (Array.isArray(example)) return `[${example.map(asYaml).join(', ')}]`;
  if (typeof example !== 'object' || example === null) return String(example);
  const entries = Object.entries(example).map(([key, value]) => `${key}: ${asYaml(value)}`);
  return `{ ${entries.join(', ')} }`;
}

function wordsOf(error: ErrorObject): SchemaWords {
  return (error.parentSchema?.[WORDS] as SchemaWords | undefined) ?? {};
}

function propertiesOf(error: ErrorObject): Readonly<Record<string, unknown>> {
  return (error.parentSchema?.['properties'] as Readonly<Record<string, unknown>> | undefined) ?? {};
}

/** JSON pointer to keys; positions in lists become numbers. */
function keysOf(pointer: string, root: unknown): KeyPath {
  let here = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const inList = Array.isArray(here);
      here = (here as Record<string, unknown> | undefined)?.[key];
      return inList ? Number(key) : key;
    });
}
