/** One element of a record with another text; every other byte stays. */
import { Buffer } from 'node:buffer';
import { escaped } from '../catalogue/xml-text.ts';
import { encodeXml, type XmlEncoding } from '../readers/xml-encoding.ts';
import { type NodePlace, parseElement, type XmlNode } from '../readers/xml-node.ts';
import { child } from '../readers/xml-tree.ts';
import { elementText, type WrittenElement } from './xml-element.ts';

/** Which children of an element come in which order; those not listed come last. */
export type ElementOrder = Readonly<Record<string, readonly string[]>>;

export interface RecordText {
  readonly text: string;
  /** Parsed from this text. */
  readonly root: XmlNode;
}

/** A part of a text and what comes instead. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function recordText(text: string, what: string): RecordText {
  return { text, root: parseElement(text, what) };
}

/** The bytes of the record with the edit made; all else stays byte by byte. */
export function editedBytes(bytes: Buffer, text: string, edit: TextEdit, encoding: XmlEncoding): Buffer {
  const start = bytesOf(text.slice(0, edit.start), encoding);
  const end = start + bytesOf(text.slice(edit.start, edit.end), encoding);
  return Buffer.concat([bytes.subarray(0, start), encodeXml(edit.text, encoding), bytes.subarray(end)]);
}

function bytesOf(text: string, { unit }: XmlEncoding): number {
  if (unit === 'utf-8') return Buffer.byteLength(text);
  return unit === 'byte' ? text.length : 2 * text.length;
}

/** Another text for an element that is there. */
export function withText({ text }: RecordText, node: XmlNode, value: string): TextEdit {
  if (isSelfClosing(text, node)) return opened(text, node, escaped(value));
  const { content, end } = placeOf(node);
  return { start: content, end: text.lastIndexOf('<', end - 1), text: escaped(value) };
}

/**
 * An element, with those that stand around it where they are missing too.
 * @param path from the record's own children down to the element
 */
export function withElement(
  { text, root }: RecordText,
  path: readonly WrittenElement[],
  order: ElementOrder,
): TextEdit {
  let parent = root;
  let at = 0;
  for (; at < path.length - 1; at++) {
    const next = child(parent, path[at]?.name ?? '');
    if (next === undefined) break;
    parent = next;
  }
  const [missing, ...inner] = path.slice(at);
  if (missing === undefined) throw new RangeError('an element without a name');
  const written = elementText(prefixed(nested(missing, inner), prefixOf(text, root)), '');
  if (isSelfClosing(text, parent)) return opened(text, parent, written);
  const before = siblingBefore(parent, missing.name, order[parent.name] ?? []);
  const start = before === undefined ? placeOf(parent).content : placeOf(before).end;
  return { start, end: start, text: written };
}

/** XML put behind all that stands in an element. */
export function withInside(text: string, node: XmlNode, xml: string): TextEdit {
  if (isSelfClosing(text, node)) return opened(text, node, xml);
  const at = text.lastIndexOf('<', placeOf(node).end - 1);
  return { start: at, end: at, text: xml };
}

/** The text with all edits made. @param edits not overlapping */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let made = '';
  let at = 0;
  // What is put in stands before what is written anew in the same place.
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.slice(at);
}

function nested(element: WrittenElement, [next, ...inner]: readonly WrittenElement[]): WrittenElement {
  return next === undefined ? element : { ...element, children: [nested(next, inner)] };
}

function siblingBefore(parent: XmlNode, name: string, order: readonly string[]): XmlNode | undefined {
  const rank = (one: string): number => (order.includes(one) ? order.indexOf(one) : order.length);
  return parent.children.findLast((child) => rank(child.name) <= rank(name));
}

export function placeOf({ place }: XmlNode): NodePlace {
  if (place === undefined) throw new RangeError('an element parsed without its text');
  return place;
}

function isSelfClosing(text: string, node: XmlNode): boolean {
  const { content, end } = placeOf(node);
  return content === end && text[end - 2] === '/';
}

/** `<A b="1"/>` as `<A b="1">…</A>`. */
function opened(text: string, node: XmlNode, inner: string): TextEdit {
  const { start, end } = placeOf(node);
  const tag = text.slice(start, end - 2).trimEnd();
  return { start, end, text: `${tag}>${inner}</${prefixOf(text, node)}${node.name}>` };
}

/** What the file puts before the names of the format: nothing, mostly, else a prefix with its colon. */
export function prefixOf(text: string, node: XmlNode): string {
  const { start, content } = placeOf(node);
  return /^<([^\s/>:]+:)/.exec(text.slice(start, content))?.[1] ?? '';
}

function prefixed(element: WrittenElement, prefix: string): WrittenElement {
  const { children } = element;
  const name = `${prefix}${element.name}`;
  return children === undefined
    ? { ...element, name }
    : { ...element, name, children: children.map((child) => prefixed(child, prefix)) };
}
