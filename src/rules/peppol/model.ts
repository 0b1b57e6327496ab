/** The models of the documents as trees, and the structure rules that follow from them, numbered as they are published. */
import { CATALOGUE, RESPONSE } from './models.ts';

/** A specification with rules of its own. */
export const SPECIFICATIONS = ['peppol', 'ehf', 'response'] as const;
export type Specification = (typeof SPECIFICATIONS)[number];

export type ValueType =
  | 'id'
  | 'text'
  | 'code'
  | 'date'
  | 'time'
  | 'decimal'
  | 'measure'
  | 'amount'
  | 'boolean'
  | 'base64';

export interface ModelAttribute {
  readonly name: string;
  readonly mandatory: boolean;
  /** Of its values; see `peppolCodes`. */
  readonly list?: string;
  /** The one value allowed. */
  readonly fixed?: string;
}

export interface ModelElement {
  /** With the usual prefix: `cbc:ID`; the root has none. */
  readonly name: string;
  /** Names from below the root, with `/`; the root's own is its name. */
  readonly path: string;
  readonly min: 0 | 1;
  /** How often it may stand by the specification, and by the schema. */
  readonly most: number;
  readonly schemaMin: 0 | 1;
  readonly schemaMost: number;
  /** Absent for what holds other elements. */
  readonly type?: ValueType;
  readonly list?: string;
  readonly fixed?: string;
  readonly attributes: readonly ModelAttribute[];
  readonly children: readonly ModelElement[];
  /** Which it is among the elements and attributes of the document, from 1. */
  readonly number: number;
  /** Other elements in it are left to the schema. */
  readonly open: boolean;
}

const ANY = Number.POSITIVE_INFINITY;

const known = new Map<Specification, ModelElement>();

export function modelOf(specification: Specification): ModelElement {
  const made = known.get(specification) ?? parseModel(specification);
  known.set(specification, made);
  return made;
}

interface ModelLine {
  readonly depth: number;
  readonly words: readonly string[];
}

function parseModel(specification: Specification): ModelElement {
  const text = specification === 'response' ? RESPONSE : CATALOGUE;
  const lines = linesFor(specification, text.trim().split('\n'));
  let at = 0;
  let number = 0;
  const element = (path: string): ModelElement => {
    const { depth, words } = lines[at++] as ModelLine;
    const [local = '', often = '', ...rest] = words;
    const own = ++number;
    const type = rest[0]?.startsWith('@') || rest[0] === 'open' ? undefined : rest[0];
    const attributes = rest.filter((word) => word.startsWith('@')).map(attributeOf);
    number += attributes.length;
    const name = depth === 0 ? local : `${type === undefined ? 'cac' : 'cbc'}:${local}`;
    const ownPath = depth < 2 ? name : `${path}/${name}`;
    const children: ModelElement[] = [];
    while ((lines[at]?.depth ?? 0) > depth) children.push(element(ownPath));
    return {
      name,
      path: ownPath,
      ...timesOf(often),
      ...(type === undefined ? {} : typedAs(type)),
      attributes: attributes.filter((attribute) => attribute.name !== '?'),
      children,
      number: own,
      open: rest.includes('open'),
    };
  };
  return element('');
}

/** Lines that hold for the specification, without the words that say so. */
function linesFor(specification: Specification, lines: readonly string[]): readonly ModelLine[] {
  const kept: ModelLine[] = [];
  /** Lines below this depth stand in an element of the other specification. */
  let leftOut = ANY;
  for (const line of lines) {
    const words = line.trim().split(' ');
    const depth = line.search(/\S/) / 2;
    if (depth > leftOut) continue;
    leftOut = ANY;
    const only = /^(\w+):$/.exec(words[0] ?? '')?.[1];
    if (only === undefined || only === specification)
      kept.push({ depth, words: only === undefined ? words : words.slice(1) });
    else leftOut = depth;
  }
  return kept;
}

function timesOf(often: string): Pick<ModelElement, 'min' | 'most' | 'schemaMin' | 'schemaMost'> {
  const min = often.startsWith('1') ? 1 : 0;
  const most = often.includes('n') ? ANY : 1;
  return { min, most, schemaMin: often.endsWith('+') ? 1 : min, schemaMost: often.endsWith('*') ? ANY : most };
}

function attributeOf(word: string): ModelAttribute {
  const name = /^@([\w?]+)/.exec(word)?.[1] ?? '';
  return { name, mandatory: word.includes('!'), ...restrictionOf(word) };
}

function typedAs(word: string): Pick<ModelElement, 'type' | 'list' | 'fixed'> {
  return { type: (/^\w+/.exec(word)?.[0] ?? 'text') as ValueType, ...restrictionOf(word) };
}

function restrictionOf(word: string): Pick<ModelAttribute, 'list' | 'fixed'> {
  const [, sign, value = ''] = /^@?[\w?]+!?([=:])(.+)$/.exec(word) ?? [];
  if (sign === undefined) return {};
  return sign === '=' ? { list: value } : { fixed: value };
}

/** What a structure rule asks for. */
export type StructureKind =
  | 'child'
  | 'attribute'
  | 'list'
  | 'fixed'
  | 'attributeList'
  | 'attributeFixed'
  | 'closed'
  | 'noSchemaLocation';

export interface StructureRule {
  /** As it is published: `PEPPOL-T19-B00101`. */
  readonly published: string;
  readonly kind: StructureKind;
  /** Path of the element it is about. */
  readonly path: string;
  /** The child or attribute it asks for. */
  readonly of?: string;
  readonly list?: string;
  readonly fixed?: string;
}

const SERIES: Readonly<Record<Specification, string>> = {
  peppol: 'PEPPOL-T19-B',
  ehf: 'EHF-T19-B',
  response: 'PEPPOL-T58-B',
};

/**
 * The rules are numbered by whoever publishes them: the number of the element, and which rule of the element it is. EHF
 * closes every element; Peppol leaves those with a value, and some more, to the schema.
 */
export function structureRules(specification: Specification): readonly StructureRule[] {
  const rules: StructureRule[] = [];
  const add = (element: ModelElement): void => {
    for (const [at, asked] of askedOf(element, specification).entries()) {
      const published = `${SERIES[specification]}${pad(element.number, 3)}${pad(at + 1, 2)}`;
      rules.push({ published, path: element.path, ...asked });
    }
    for (const child of element.children) add(child);
  };
  add(modelOf(specification));
  return rules;
}

type Asked = Omit<StructureRule, 'published' | 'path'>;

/** What is asked of an element, in the order in which the rules are numbered. */
function askedOf(element: ModelElement, specification: Specification): readonly Asked[] {
  const { list, fixed, type, open } = element;
  const asked: Asked[] = [];
  if (fixed !== undefined) asked.push({ kind: 'fixed', fixed });
  if (list !== undefined) asked.push({ kind: 'list', list });
  for (const child of element.children) if (child.min > 0) asked.push({ kind: 'child', of: child.name });
  for (const attribute of element.attributes) asked.push(...askedOfAttribute(attribute));
  if (element.number === 1) asked.push({ kind: 'noSchemaLocation' });
  if (specification === 'ehf' || (type === undefined && !open)) asked.push({ kind: 'closed' });
  return asked;
}

function* askedOfAttribute({ name: of, mandatory, list, fixed }: ModelAttribute): Generator<Asked> {
  if (fixed !== undefined) yield { kind: 'attributeFixed', of, fixed };
  if (mandatory) yield { kind: 'attribute', of };
  if (list !== undefined) yield { kind: 'attributeList', of, list };
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
