/** Elements as XML text, and places in XML text exchanged. */
import { encodeXml, type XmlEncoding } from '../readers/xml-encoding.ts';

export interface NewElement {
  /** With its prefix. */
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly NewElement[];
  /** What of the line it says: a field, or the heading of a column without one. */
  readonly says?: string;
}

export function escapeText(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>\r]/g, (letter) => REFERENCES[letter] ?? letter);
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\n\t]/g, (letter) => REFERENCES[letter] ?? letter);
}

/** Characters that XML has no way to write. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/**
 * @param lineBreak line end and indent in front of the element itself; its children get one step more. Empty: all on
 * one line
 * @param step one step of indent
 */
export function elementText(element: NewElement, lineBreak: string, step: string): string {
  const { name, attributes = {}, text = '', children = [] } = element;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const start = `<${name}${written.join('')}>`;
  if (children.length === 0) return `${start}${escapeText(text)}</${name}>`;
  const inner = lineBreak === '' ? '' : lineBreak + step;
  return `${start}${children.map((one) => inner + elementText(one, inner, step)).join('')}${lineBreak}</${name}>`;
}

/** What stands from one position to before another is to be this. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  /** As XML, escaped. */
  readonly by: string;
}

/**
 * The bytes of a text with some places exchanged; all others are the bytes they were.
 * @param edits not overlapping
 */
export function editedBytes(text: string, edits: readonly TextEdit[], encoding: XmlEncoding): Uint8Array {
  const { wronglyDeclared: _, ...actual } = encoding;
  const parts: Buffer[] = [];
  let at = 0;
  for (const { from, to, by } of edits.toSorted((a, b) => a.from - b.from)) {
    parts.push(asItWas(text.slice(at, from), actual), encodeXml(by, encoding));
    at = to;
  }
  parts.push(asItWas(text.slice(at), actual));
  return Buffer.concat(parts);
}

/** Whichever letters the encoding is said to lack, the bytes were there. */
function asItWas(text: string, encoding: XmlEncoding): Buffer {
  return encodeXml(text, encoding.unit === 'byte' ? { ...encoding, name: 'windows-1252' } : encoding);
}
