/** A part of an XML document as a tree: one catalogue line at a time, never the whole; and how any such tree is asked. */
import type { TextAside } from '../engine/document.ts';
import type { XmlAttributes } from './xml.ts';
import { attribute } from './xml.ts';

/** What elements have, whatever else their reader notes of them. */
export interface ElementOf<E> {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: XmlAttributes;
  /** Its own, without that of its children. */
  text: string;
  children: E[];
}

/** An element of a UBL document; text is kept of those that hold no others. */
export interface XmlElement extends ElementOf<XmlElement> {
  /** The name with its prefix. */
  readonly written: string;
  /** Position behind the start tag, and behind the end tag. */
  readonly inside: number;
  behind: number;
  /** Line of the file where the start tag ends. */
  readonly row: number;
  /** Of text that is not kept. */
  aside: TextAside;
}

const NO_CHILDREN: XmlElement[] = [];

export function newElement(
  name: string,
  written: string,
  attributes: XmlAttributes,
  inside: number,
  row: number,
): XmlElement {
  return { name, written, attributes, text: '', children: NO_CHILDREN, inside, behind: inside, row, aside: 'none' };
}

export function addChild(parent: XmlElement, child: XmlElement): void {
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else parent.children.push(child);
}

/** The first of that name, or of one of these names. */
export function child<E extends ElementOf<E>>(
  parent: E | undefined,
  name: string,
  ...others: readonly string[]
): E | undefined {
  if (parent === undefined) return undefined;
  for (const element of parent.children)
    if (element.name === name || (others.length > 0 && others.includes(element.name))) return element;
  return undefined;
}

/** All of that name, or of one of these names. */
export function childrenNamed<E extends ElementOf<E>>(
  parent: E | undefined,
  name: string,
  ...others: readonly string[]
): readonly E[] {
  return parent?.children.filter((element) => element.name === name || others.includes(element.name)) ?? [];
}

/** Its text, trimmed; empty for an element that is not there. */
export function textOf<E extends ElementOf<E>>(element: E | undefined): string {
  return element === undefined ? '' : element.text.trim();
}

/** Text of the first child of that name. */
export function childText<E extends ElementOf<E>>(parent: E | undefined, name: string): string {
  return textOf(child(parent, name));
}

/** Texts of all children of that name that say something. */
export function childTexts<E extends ElementOf<E>>(parent: E | undefined, name: string): readonly string[] {
  const texts: string[] = [];
  for (const element of parent?.children ?? []) {
    const text = element.name === name ? element.text.trim() : '';
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** Empty when there is none. */
export function attributeOf<E extends ElementOf<E>>(element: E | undefined, name: string): string {
  return (element === undefined ? '' : (attribute(element.attributes, name) ?? '')).trim();
}

/** `12 KGM`: an amount with the code beside it. */
export function withCode<E extends ElementOf<E>>(element: E | undefined, codeName: string): string {
  const text = textOf(element);
  const code = text === '' ? '' : attributeOf(element, codeName);
  return code === '' ? text : `${text} ${code}`;
}
