/**
 * Comments on cells: the part that holds their texts, and the drawing that says where their boxes are. What a sheet has
 * already stays; of an earlier run of ours nothing does.
 */
import { columnIndex, columnLetter } from '../../catalogue/column-letter.ts';
import { escaped } from '../../catalogue/xml-text.ts';
import { escapeText } from '../../readers/xlsx-values.ts';
import { parseElement, type XmlNode } from '../../readers/xml-node.ts';
import { child, childrenNamed } from '../../readers/xml-tree.ts';
import { edited, placeOf, prefixOf, type TextEdit, withInside } from '../xml-patch.ts';

export interface CellComment {
  /** From 0. */
  readonly column: number;
  /** From 1. */
  readonly row: number;
  /** Several lines. */
  readonly text: string;
}

const AUTHOR = 'katalogvakt';
/** Who speaks, in the first line of each: by it they are known again when the file comes back. */
const SPEAKER = `${AUTHOR}:`;
const MOST_ELEMENTS = 4_000_000;

export interface CommentParts {
  readonly comments: string;
  readonly drawing: string;
  /** Cells whose comment is a conversation, which only its own program can add to. */
  readonly conversations: number;
}

export interface ExistingComments {
  /** Text of the part with the comments; absent: the sheet has none. */
  readonly comments?: string;
  /** Text of the part with the boxes. */
  readonly drawing?: string;
}

/** @param namespace of workbooks, as in the sheet's own part */
export function commentParts(
  existing: ExistingComments,
  added: readonly CellComment[],
  namespace: string,
): CommentParts {
  const list = existingList(existing.comments ?? emptyList(namespace));
  const gone = list.entries.flatMap(({ reference, kept }) => (kept === undefined ? [reference] : []));
  const conversations = new Set(list.entries.flatMap((one) => (one.isConversation ? [one.reference] : [])));
  const fresh = added.filter((one) => !conversations.has(referenceOf(one)));
  const drawn = new Set(list.entries.flatMap(({ reference, kept }) => (kept === undefined ? [] : [reference])));
  const boxes = fresh.filter((one) => !drawn.has(referenceOf(one)));
  return {
    comments: withComments(list, fresh),
    drawing: withBoxes(withoutBoxes(existing.drawing ?? EMPTY_DRAWING, gone), boxes),
    conversations: added.length - fresh.length,
  };
}

function referenceOf({ column, row }: CellComment): string {
  return `${columnLetter(column)}${row}`;
}

interface Entry {
  readonly reference: string;
  readonly node: XmlNode;
  readonly isConversation: boolean;
  /** What stands in it besides what an earlier run said; `undefined`: nothing. */
  readonly kept: string | undefined;
}

interface CommentList {
  readonly text: string;
  readonly prefix: string;
  readonly root: XmlNode;
  readonly authors: XmlNode | undefined;
  readonly entries: readonly Entry[];
  readonly holder: XmlNode | undefined;
}

function emptyList(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}

function existingList(text: string): CommentList {
  const root = parseElement(text, 'comments', { elements: MOST_ELEMENTS });
  const authors = child(root, 'authors');
  const names = childrenNamed(authors, 'author').map((author) => author.text);
  const holder = child(root, 'commentList');
  const entries = childrenNamed(holder, 'comment').map((node): Entry => {
    const isConversation = (names[Number(node.attributes['authorId'])] ?? '').startsWith('tc=');
    const said = child(node, 'text');
    return {
      reference: node.attributes['ref'] ?? '',
      node,
      isConversation,
      kept: isConversation || said === undefined ? '' : withoutOurs(text, said),
    };
  });
  return { text, prefix: prefixOf(text, root), root, authors, entries, holder };
}

/** The XML within the comment's text up to where we spoke; `undefined` when that is at its beginning. */
function withoutOurs(text: string, said: XmlNode): string | undefined {
  const { content, end } = placeOf(said);
  const inner = text.slice(content, Math.max(content, text.lastIndexOf('<', end - 1)));
  const pieces = said.children;
  let before = '';
  for (const piece of pieces) {
    const words = piece.name === 't' ? piece.text : (child(piece, 't')?.text ?? '');
    const at = /(?:^|\n)katalogvakt:\n/.exec(words);
    if (at === null) {
      before += words;
      continue;
    }
    const left = (before + words.slice(0, at.index)).trimEnd();
    if (left === '') return undefined;
    // Where our words have a run of their own, those before it stay as they are.
    const isWhole = words.slice(0, at.index).trim() === '';
    return isWhole ? text.slice(content, placeOf(piece).start) : `<r><t xml:space="preserve">${asText(left)}</t></r>`;
  }
  return inner;
}

function asText(text: string): string {
  return escaped(escapeText(text));
}

function withComments(list: CommentList, added: readonly CellComment[]): string {
  const { text, prefix, entries, authors, holder } = list;
  const byCell = new Map(added.map((one) => [referenceOf(one), one]));
  const edits: TextEdit[] = [];
  for (const entry of entries) {
    const { start, end } = placeOf(entry.node);
    const ours = byCell.get(entry.reference);
    byCell.delete(entry.reference);
    if (entry.isConversation) continue;
    if (entry.kept === undefined && ours === undefined) edits.push({ start, end, text: '' });
    else edits.push(...rewritten(list, entry, ours));
  }
  const names = childrenNamed(authors, 'author').map((one) => one.text);
  const author = names.includes(AUTHOR) ? names.indexOf(AUTHOR) : names.length;
  const fresh = [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const xml = fresh
    .map(
      (one) =>
        `<${prefix}comment ref="${referenceOf(one)}" authorId="${author}"><${prefix}text>${run(prefix, one.text)}</${prefix}text></${prefix}comment>`,
    )
    .join('');
  if (author === names.length) edits.push(withAuthor(list));
  if (holder !== undefined && xml !== '') edits.push(withInside(text, holder, xml));
  return edited(text, edits);
}

function withAuthor({ text, prefix, root, authors }: CommentList): TextEdit {
  const author = `<${prefix}author>${AUTHOR}</${prefix}author>`;
  if (authors !== undefined) return withInside(text, authors, author);
  const { content } = placeOf(root);
  return { start: content, end: content, text: `<${prefix}authors>${author}</${prefix}authors>` };
}

/** Its own words, then ours. */
function rewritten(
  { text, prefix }: CommentList,
  { node, kept }: Entry,
  ours: CellComment | undefined,
): readonly TextEdit[] {
  const said = child(node, 'text');
  if (said === undefined) return [];
  const { start, end, content } = placeOf(said);
  if (content === end) {
    const words = ours === undefined ? '' : run(prefix, ours.text);
    return [{ start, end, text: `<${prefix}text>${words}</${prefix}text>` }];
  }
  const close = text.lastIndexOf('<', end - 1);
  if (ours === undefined)
    return kept === text.slice(content, close) ? [] : [{ start: content, end: close, text: kept ?? '' }];
  const first = kept === undefined ? '' : runs(kept, prefix);
  const words = run(prefix, `${first === '' ? '' : '\n\n'}${ours.text}`);
  return [{ start: content, end: close, text: first + words }];
}

/** A text that is one plain piece becomes a run: plain text and runs do not stand side by side. */
function runs(xml: string, prefix: string): string {
  return new RegExp(`^\\s*<${prefix}t[\\s>/]`).test(xml) ? `<${prefix}r>${xml}</${prefix}r>` : xml;
}

function run(prefix: string, text: string): string {
  const lead = /^\n*/.exec(text)?.[0] ?? '';
  const said = `${lead}${SPEAKER}\n${text.slice(lead.length)}`;
  return `<${prefix}r><${prefix}t xml:space="preserve">${asText(said)}</${prefix}t></${prefix}r>`;
}

/** Such drawings are XML of its own kind, and not always well-formed: they are changed as text. */
const EMPTY_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';
const BOX_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Boxes are numbered in blocks of so many, and the drawing tells which blocks are its own. */
const BLOCK = 1024;
/** How far the box reaches, in columns and rows. */
const WIDE = 4;
const HIGH = 9;

function withBoxes(drawing: string, comments: readonly CellComment[]): string {
  if (comments.length === 0) return drawing;
  const names = [...drawing.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  const blocks = new Set(/<o:idmap[^>]*\sdata="([\d,]+)"/.exec(drawing)?.[1]?.split(',').map(Number) ?? []);
  const first = blocks.size === 0 ? BLOCK : Math.min(...blocks) * BLOCK;
  let next = Math.max(first, ...names) + 1;
  const boxes = comments.map((one) => {
    blocks.add(Math.floor(next / BLOCK));
    return box(one, next++);
  });
  const type = drawing.includes('id="_x0000_t202"') ? '' : BOX_TYPE;
  const end = drawing.lastIndexOf('</xml>');
  const numbered = drawing.slice(0, end).replace(/(<o:idmap[^>]*\sdata=")[\d,]+"/, `$1${[...blocks].join(',')}"`);
  return `${numbered}${type}${boxes.join('')}${drawing.slice(end)}`;
}

function box({ column, row }: CellComment, number: number): string {
  const top = Math.max(0, row - 2);
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;` +
    `width:260pt;height:130pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${column + 1}, 15, ${top}, 2, ${column + 1 + WIDE}, 15, ${top + HIGH}, 4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

const SHAPE = /<v:shape\s[\s\S]*?<\/v:shape>\s*/g;

/** @param references of cells whose comments are taken out */
function withoutBoxes(drawing: string, references: readonly string[]): string {
  if (references.length === 0) return drawing;
  const places = new Set(
    references.map((reference) => {
      const letters = reference.replace(/\d+$/, '');
      return `${Number(reference.slice(letters.length)) - 1},${columnIndex(letters)}`;
    }),
  );
  return drawing.replace(SHAPE, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1];
    return shape.includes('"Note"') && places.has(`${row},${column}`) ? '' : shape;
  });
}
