/** Elements of XML written as a person would: one to a line. */
import { escaped } from '../catalogue/xml-text.ts';

export interface WrittenElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly WrittenElement[];
}

/**
 * @param indent what stands before the element: a line end and blanks; its children are as far in again
 * @returns without what stands before it
 */
export function elementText(
  { name, attributes = {}, text = '', children = [] }: WrittenElement,
  indent: string,
): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  const inner = children.map((child) => `${deeper(indent)}${elementText(child, deeper(indent))}`).join('');
  const content = inner === '' ? escaped(text) : `${escaped(text)}${inner}${indent}`;
  return content === '' ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>`;
}

/** Records stand two levels deep; a document without line ends stays so. */
function deeper(indent: string): string {
  const blanks = /[\r\n]([ \t]*)$/.exec(indent)?.[1];
  if (blanks === undefined) return '';
  return indent + (blanks.startsWith('\t') ? '\t' : '  ');
}
