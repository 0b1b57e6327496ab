/** A small part of an XML document, such as one article, as a tree: for formats whose records are looked at from all sides. */
import { allowed, beyond, type Limits } from '../catalogue/limits.ts';
import { type XmlHandlers, xmlTextParser } from './xml.ts';
import type { ElementOf } from './xml-tree.ts';

export interface XmlNode extends ElementOf<XmlNode> {
  /** Set when some column has told it. */
  told?: boolean;
  /** Only where it was parsed by itself. */
  place?: NodePlace;
}

/** In characters of the record's text. */
export interface NodePlace {
  readonly start: number;
  /** Behind the opening tag. */
  readonly content: number;
  end: number;
}

/**
 * Builds a tree from events.
 * @param done called with the outermost element when it is closed
 * @param position where the parser stands: behind the tag whose event it is
 * @param options `text` of what is parsed: with it, elements know where they begin
 */
export function treeBuilder(
  done: (root: XmlNode) => void,
  position: () => number,
  { text, limits }: { readonly text?: string; readonly limits?: Limits | undefined } = {},
): XmlHandlers {
  const most = allowed(limits, 'elements');
  const open: XmlNode[] = [];
  let count = 0;
  return {
    open(name, attributes) {
      count += 1;
      if (count > most) throw beyond('elements', most);
      const node: XmlNode = { name, attributes, children: [], text: '' };
      if (text !== undefined) {
        const content = position();
        node.place = { start: text.lastIndexOf('<', content - 1), content, end: content };
      }
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    close() {
      const node = open.pop();
      if (node === undefined) return;
      if (node.place !== undefined) node.place.end = position();
      if (open.length === 0) done(node);
    },
    text(piece) {
      const node = open.at(-1);
      if (node !== undefined) node.text += piece;
    },
  };
}

/**
 * One element by itself, with the places of all elements in it.
 * @param text the element, and blanks behind it
 * @throws UnusableFile when it is not well-formed
 */
export function parseElement(text: string, what: string, limits?: Limits): XmlNode {
  let root: XmlNode | undefined;
  const builder = treeBuilder(
    (node) => {
      root = node;
    },
    () => parser.position(),
    { text, limits },
  );
  const parser = xmlTextParser(builder, what, limits);
  parser.write(text);
  parser.end();
  if (root === undefined) throw new RangeError('well-formed XML without an element');
  return root;
}

/** Its text without outer blanks; the element counts as told. */
export function tell(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  node.told = true;
  return node.text.trim();
}

/** The element and all within it count as told. */
export function tellAll(node: XmlNode): void {
  node.told = true;
  for (const child of node.children) tellAll(child);
}

/** `PATH=text` of every element with text of its own that no column has told. */
export function untold(node: XmlNode, path = ''): readonly string[] {
  return node.children.flatMap((child) => {
    const name = path === '' ? child.name : `${path}/${child.name}`;
    const text = child.told === true ? '' : child.text.trim();
    return [...(text === '' ? [] : [`${name}=${text}`]), ...untold(child, name)];
  });
}
