/**
 * The styles of a workbook with more behind them: each style of a guilty cell once more with the colour of how bad it is,
 * so that fonts, borders and number formats stay.
 */
import { SEVERITIES, type Severity } from '../../catalogue/finding.ts';
import { parseElement, type XmlNode } from '../../readers/xml-node.ts';
import { child, childrenNamed } from '../../readers/xml-tree.ts';
import { edited, placeOf, prefixOf, type TextEdit, withInside } from '../xml-patch.ts';
import type { OwnStyle } from './annotation.ts';
import { attributeIn, withAttribute } from './tag-text.ts';

/** Of no palette that people choose from, so that they are known again when the file comes back. */
const COLOURS: Readonly<Record<Severity, string>> = { error: 'FFFFC7CD', warning: 'FFFFEB9B', info: 'FFDCEBF8' };
/** Styles of a workbook can be many, and each has some elements. */
const MOST_ELEMENTS = 4_000_000;
/** Which children of the part come in which order. */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];
const DEFAULT_FONT = ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'];
const DEFAULT_FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];
const DEFAULT_FORMAT = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'];

export interface MarkedStyles {
  /** The style with the colour of a severity. @param style as cells name it; absent: the first one */
  marked(style: number | undefined, severity: Severity): number;
  /** The style without a colour of ours; `undefined` where it has none. */
  unmarked(style: number | undefined): number | undefined;
  /** A style of our own sheets. */
  own(style: OwnStyle): number;
  /** The part with all that was asked for. */
  xml(): string;
}

/** @param written the part as it is */
export function markedStyles(written: string, part: string): MarkedStyles {
  // An empty part is written as one that could hold something.
  const text = written.replace(
    /(<(?:[\w.-]+:)?styleSheet)([^>]*)\/>\s*$/,
    (_, name: string, rest: string) => `${name}${rest}></${name.slice(1)}>`,
  );
  const root = parseElement(text, part, { elements: MOST_ELEMENTS });
  const prefix = prefixOf(text, root);
  const fonts = list(root, text, 'fonts', 'font', DEFAULT_FONT, 1);
  const fills = list(root, text, 'fills', 'fill', DEFAULT_FILLS, DEFAULT_FILLS.length);
  const formats = list(root, text, 'cellXfs', 'xf', DEFAULT_FORMAT, 1);
  const known = new Map<string, number>();
  const ownFills = new Set(fills.all.flatMap((fill, index) => (isOwn(fill) ? [index] : [])));

  const remembered = (key: string, make: () => number): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
  };
  const fillOf = (severity: Severity): number =>
    remembered(`fill ${severity}`, () => {
      const there = fills.all.findIndex((fill) => fill.includes(`"${COLOURS[severity]}"`));
      if (there >= 0) return there;
      const index = fills.add(prefixed(fillXml(COLOURS[severity]), prefix));
      ownFills.add(index);
      return index;
    });
  const bold = (): number =>
    remembered('bold', () => {
      const font = fonts.all[0] ?? '';
      const tag = /^<[^>]*>/.exec(font)?.[0] ?? '';
      if (tag.endsWith('/>')) return fonts.add(`<${prefix}font><${prefix}b/></${prefix}font>`);
      return fonts.add(`${tag}<${prefix}b/>${font.slice(tag.length).replace(/<(?:[\w.-]+:)?b(?:\s[^>]*)?\/>/, '')}`);
    });
  const formatOf = (style: number | undefined): string => formats.all[style ?? 0] ?? formats.all[0] ?? '';
  const withFill = (format: string, fill: number): string =>
    withTag(format, (tag) => withAttribute(withAttribute(tag, 'fillId', String(fill)), 'applyFill', '1'));
  const isMarked = (format: string): boolean => ownFills.has(Number(attributeIn(tagOf(format), 'fillId') ?? 0));

  return {
    marked: (style, severity) =>
      remembered(`${style ?? 0} ${severity}`, () => formats.add(withFill(formatOf(style), fillOf(severity)))),
    unmarked(style) {
      const format = formatOf(style);
      if (!isMarked(format)) return undefined;
      return remembered(`${style ?? 0} plain`, () => {
        const same = formats.all.findIndex((other) => !isMarked(other) && apart(other) === apart(format));
        return same >= 0 ? same : formats.add(withFill(format, 0));
      });
    },
    own: (style) =>
      remembered(`own ${style}`, () => {
        if (style !== 'title' && style !== 'bold' && style !== 'wrapped')
          return formats.add(ownFormat(prefix, { fill: fillOf(style), wrapped: true }));
        return formats.add(ownFormat(prefix, style === 'wrapped' ? { wrapped: true } : { font: bold() }));
      }),
    xml: () => edited(text, [...fonts.edits(prefix), ...fills.edits(prefix), ...formats.edits(prefix)]),
  };
}

/** A format without what tells its fill. */
function apart(format: string): string {
  return withTag(format, (tag) => tag.replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, ''));
}

function tagOf(element: string): string {
  return /^<[^>]*>/.exec(element)?.[0] ?? '';
}

function withTag(element: string, change: (tag: string) => string): string {
  const tag = tagOf(element);
  return change(tag) + element.slice(tag.length);
}

function isOwn(fill: string): boolean {
  return SEVERITIES.some((severity) => fill.includes(`"${COLOURS[severity]}"`));
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function ownFormat(
  prefix: string,
  { font = 0, fill = 0, wrapped = false }: { font?: number; fill?: number; wrapped?: boolean },
): string {
  const tag = `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" applyFont="1" applyFill="1"`;
  return prefixed(
    wrapped ? `${tag} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` : `${tag}/>`,
    prefix,
  );
}

function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

interface StyleList {
  /** Their XML, those added last. */
  readonly all: readonly string[];
  /** @returns the index */
  add(xml: string): number;
  edits(prefix: string): readonly TextEdit[];
}

/** @param atLeast so many stand before ours, made up where the part has fewer */
function list(
  root: XmlNode,
  text: string,
  name: string,
  item: string,
  usual: readonly string[],
  atLeast: number,
): StyleList {
  const node = child(root, name);
  const all = childrenNamed(node, item).map((child) => {
    const { start, end } = placeOf(child);
    return text.slice(start, end);
  });
  const before = all.length;
  const prefix = prefixOf(text, root);
  while (all.length < atLeast) all.push(prefixed(usual[all.length] ?? '', prefix));
  return {
    all,
    add: (xml) => all.push(xml) - 1,
    edits(prefix) {
      const added = all.slice(before);
      if (added.length === 0) return [];
      if (node === undefined) {
        const xml = `<${prefix}${name} count="${all.length}">${added.join('')}</${prefix}${name}>`;
        return [withChild(root, text, name, xml)];
      }
      const { start, content } = placeOf(node);
      const inside = withInside(text, node, added.join(''));
      const tag = withAttribute(text.slice(start, content), 'count', String(all.length));
      // An empty element is written as one that could hold something.
      return inside.start === start
        ? [{ ...inside, text: tag.replace(/\s*\/>$/, '>') + inside.text.slice(inside.text.indexOf('>') + 1) }]
        : [{ start, end: content, text: tag }, inside];
    },
  };
}

function withChild(root: XmlNode, text: string, name: string, xml: string): TextEdit {
  const rank = (one: string): number => (ORDER.includes(one) ? ORDER.indexOf(one) : ORDER.length);
  const next = root.children.find((child) => rank(child.name) > rank(name));
  if (next === undefined) return withInside(text, root, xml);
  const { start } = placeOf(next);
  return { start, end: start, text: xml };
}
