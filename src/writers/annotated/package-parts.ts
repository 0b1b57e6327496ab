/** The small parts of a workbook that name the others, with more parts named. */

import path from 'node:path';
import { escaped } from '../../catalogue/xml-text.ts';
import { parseElement, type XmlNode } from '../../readers/xml-node.ts';
import { child, childrenNamed } from '../../readers/xml-tree.ts';
import { edited, prefixOf, withInside } from '../xml-patch.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const STRICT = 'http://purl.oclc.org/ooxml';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MOST_ELEMENTS = 1_000_000;

export type PartType = 'worksheet' | 'comments' | 'styles';

/** The two forms of the format differ in the names of everything. */
export interface Namespaces {
  readonly main: string;
  readonly relations: string;
}

export const USUAL: Namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT_FORM: Namespaces = {
  main: `${STRICT}/spreadsheetml/main`,
  relations: `${STRICT}/officeDocument/relationships`,
};

/** @param workbook text of the workbook part */
export function namespacesOf(workbook: string): Namespaces {
  return workbook.includes(STRICT_FORM.main) ? STRICT_FORM : USUAL;
}

function parse(text: string, part: string): XmlNode {
  return parseElement(text, part, { elements: MOST_ELEMENTS });
}

/**
 * The list of types with new parts in it.
 * @param text absent: the file has none
 */
export function withTypes(
  text: string | undefined,
  added: readonly { readonly part: string; readonly type: PartType }[],
  hasDrawing: boolean,
): string {
  const list = text ?? `${XML}<Types xmlns="${PACKAGE}/content-types"></Types>`;
  const root = parse(list, '[Content_Types].xml');
  const prefix = prefixOf(list, root);
  const isKnown = childrenNamed(root, 'Default').some(
    ({ attributes }) => attributes['Extension']?.toLowerCase() === 'vml',
  );
  const drawing =
    hasDrawing && !isKnown
      ? `<${prefix}Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`
      : '';
  const known = new Set(childrenNamed(root, 'Override').map(({ attributes }) => attributes['PartName']?.toLowerCase()));
  const parts = added
    .filter(({ part }) => !known.has(`/${part}`.toLowerCase()))
    .map(
      ({ part, type }) => `<${prefix}Override PartName="/${escaped(part)}" ContentType="${SPREADSHEET}.${type}+xml"/>`,
    );
  const xml = drawing + parts.join('');
  return xml === '' ? list : edited(list, [withInside(list, root, xml)]);
}

export interface NewRelation {
  /** Last word of the type's address. */
  readonly type: string;
  /** Name of the part in the archive. */
  readonly part: string;
}

/**
 * The relations of a part with new ones among them.
 * @param text absent: the part has none
 * @param from name of the part: targets are told from where it lies, for there are programs that know no other form
 * @returns what the new ones are called, in their order
 */
export function withRelations(
  text: string | undefined,
  from: string,
  added: readonly NewRelation[],
  { relations }: Namespaces,
): { readonly text: string; readonly ids: readonly string[] } {
  const list = text ?? `${XML}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  const root = parse(list, 'rels');
  const prefix = prefixOf(list, root);
  const taken = new Set(childrenNamed(root, 'Relationship').map(({ attributes }) => attributes['Id'] ?? ''));
  const ids = added.map(() => freeId(taken));
  const xml = added.map(
    ({ type, part }, at) =>
      `<${prefix}Relationship Id="${ids[at]}" Type="${relations}/${type}" Target="${escaped(path.posix.relative(path.posix.dirname(from), part))}"/>`,
  );
  return { text: added.length === 0 ? list : edited(list, [withInside(list, root, xml.join(''))]), ids };
}

function freeId(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  taken.add(`rId${number}`);
  return `rId${number}`;
}

/** The workbook with new sheets behind the others. */
export function withSheets(
  text: string,
  added: readonly { readonly name: string; readonly relation: string }[],
  { relations }: Namespaces,
): string {
  if (added.length === 0) return text;
  const root = parse(text, 'workbook');
  const sheets = child(root, 'sheets') ?? root;
  const prefix = prefixOf(text, root);
  let number = Math.max(
    0,
    ...childrenNamed(sheets, 'sheet').map(({ attributes }) => Number(attributes['sheetId']) || 0),
  );
  const xml = added.map(({ name, relation }) => {
    number += 1;
    return `<${prefix}sheet xmlns:r="${relations}" name="${escaped(name)}" sheetId="${number}" r:id="${relation}"/>`;
  });
  return edited(text, [withInside(text, sheets, xml.join(''))]);
}

/** A part for styles, where a workbook has none. */
export function emptyStyles({ main }: Namespaces): string {
  return (
    `${XML}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
