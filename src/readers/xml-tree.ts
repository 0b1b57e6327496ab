/** A part of an XML document as a tree: one catalogue line at a time, never the whole. */
import type { TextAside } from '../engine/document.ts';
import type { XmlAttributes } from './xml.ts';
import { attribute } from './xml.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** With it. */
  readonly written: string;
  readonly attributes: XmlAttributes;
  /** Of elements that hold no others. */
  text: string;
  children: XmlElement[];
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

/** The first of that name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (parent === undefined) return undefined;
  for (const element of parent.children) if (element.name === name) return element;
  return undefined;
}

export function childrenNamed(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent === undefined ? [] : parent.children.filter((element) => element.name === name);
}

/** Its text, trimmed; empty for an element that is not there. */
export function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : element.text.trim();
}

/** Text of the first child of that name. */
export function childText(parent: XmlElement | undefined, name: string): string {
  return textOf(child(parent, name));
}

/** Texts of all children of that name that say something. */
export function childTexts(parent: XmlElement | undefined, name: string): readonly string[] {
  const texts: string[] = [];
  for (const element of parent?.children ?? []) {
    const text = element.name === name ? element.text.trim() : '';
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** Empty when there is none. */
export function attributeOf(element: XmlElement | undefined, name: string): string {
  return (element === undefined ? '' : (attribute(element.attributes, name) ?? '')).trim();
}

/** `12 KGM`: an amount with the code beside it. */
export function withCode(element: XmlElement | undefined, codeName: string): string {
  const text = textOf(element);
  const code = text === '' ? '' : attributeOf(element, codeName);
  return code === '' ? text : `${text} ${code}`;
}
