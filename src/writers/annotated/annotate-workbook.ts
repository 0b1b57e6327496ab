/**
 * A workbook once more with remarks in it: part by part as it is, but for the sheet with the catalogue, whose rows are
 * changed one by one as they are read, and for the small parts that must know of it.
 */
import { ownSheetNames } from '../../catalogue/own-marks.ts';
import { readRelations, readWorkbook, relationsPart, type Sheet, type Workbook } from '../../readers/xlsx-package.ts';
import { xmlDecoder } from '../../readers/xml.ts';
import { openZip, type ZipArchive } from '../../readers/zip.ts';
import { newZip, type ZipWriter } from '../zip.ts';
import type { LeftOut, OwnSheet } from './annotation.ts';
import { type CellComment, commentParts } from './comments.ts';
import { type MarkedStyles, markedStyles } from './marked-styles.ts';
import { ownSheetXml } from './own-sheet.ts';
import {
  emptyStyles,
  type Namespaces,
  type NewRelation,
  namespacesOf,
  type PartType,
  withRelations,
  withSheets,
  withTypes,
} from './package-parts.ts';
import { patchedSheet, type SheetAnnotations, type SheetFacts, sheetFacts } from './sheet-patch.ts';

export interface WorkbookAnnotations {
  /** Absent: no sheet of the file is a catalogue, and only ours are put in. */
  readonly sheet?: SheetAnnotations & {
    readonly name: string;
    /** Whether any cell gets a comment. */
    readonly hasComments: boolean;
  };
  /** Our sheets, once it is known what there was no room for; always of the same names. */
  readonly ownSheets: (leftOut: LeftOut) => readonly OwnSheet[];
  /** `YYYY-MM-DD`: the time of the parts that are written anew. */
  readonly day: string;
}

/**
 * @param from where the workbook lies @param to where the new one is written
 * @throws UnusableFile when the workbook cannot be read
 * @throws what the system says of a file that cannot be written
 */
export async function annotateWorkbook(from: string, to: string, plan: WorkbookAnnotations): Promise<void> {
  const zip = await openZip(from, from);
  let out: ZipWriter | undefined;
  try {
    const pack = await openPackage(zip, plan);
    out = await newZip(to, plan.day);
    await writeParts(pack, out, plan);
    await out.end();
  } finally {
    await out?.close();
    zip.close();
  }
}

/** The workbook, and what its parts will be called. */
interface Package {
  readonly zip: ZipArchive;
  readonly workbook: Workbook;
  readonly names: Namespaces;
  readonly styles: MarkedStyles;
  readonly stylesPart: string;
  readonly sheet: PackageSheet | undefined;
  /** By the name of the sheet. */
  readonly ownParts: ReadonlyMap<string, string>;
  /** Parts whose text is known beforehand, by name in small letters. */
  readonly small: ReadonlyMap<string, readonly [string, string]>;
}

interface PackageSheet {
  readonly part: string;
  readonly facts: SheetFacts;
  readonly commentsPart: string;
  readonly drawingPart: string;
  /** Of a drawing that the sheet does not name yet. */
  readonly newDrawing: string | undefined;
}

const CONTENT_TYPES = '[Content_Types].xml';

async function openPackage(zip: ZipArchive, plan: WorkbookAnnotations): Promise<Package> {
  const workbook = await readWorkbook(zip);
  const text = await partText(zip, workbook.part);
  const names = namespacesOf(text);
  const taken = new Set(zip.names.map((name) => name.toLowerCase()));
  const stylesPart = workbook.stylesPart ?? freePart(taken, 'xl/styles', '.xml');
  const stylesText = workbook.stylesPart === undefined ? emptyStyles(names) : await partText(zip, stylesPart);
  const types: { part: string; type: PartType }[] = [];
  const relations: NewRelation[] = [];
  if (workbook.stylesPart === undefined) {
    types.push({ part: stylesPart, type: 'styles' });
    relations.push({ type: 'styles', part: stylesPart });
  }
  const ownParts = new Map<string, string>();
  const newSheets: string[] = [];
  for (const { name } of plan.ownSheets({ comments: 0, column: false })) {
    const there = workbook.sheets.find((sheet) => ownSheetNames(name)?.includes(sheet.name));
    const part = there?.part ?? freePart(taken, 'xl/worksheets/sheet', '.xml');
    ownParts.set(name, part);
    if (there !== undefined) continue;
    newSheets.push(name);
    types.push({ part, type: 'worksheet' });
    relations.push({ type: 'worksheet', part });
  }
  const small = new Map<string, readonly [string, string]>();
  const put = (name: string, content: string): void => void small.set(name.toLowerCase(), [name, content]);
  const linked = withRelations(await textIfThere(zip, relationsPart(workbook.part)), workbook.part, relations, names);
  put(relationsPart(workbook.part), linked.text);
  const ids = linked.ids.slice(linked.ids.length - newSheets.length);
  const sheets = newSheets.map((name, at) => ({ name, relation: ids[at] ?? '' }));
  put(workbook.part, withSheets(text, sheets, names));
  const found = workbook.sheets.find(({ name }) => name === plan.sheet?.name);
  const sheet =
    found === undefined || plan.sheet === undefined
      ? undefined
      : await openSheet(zip, found, { ...plan.sheet, names, taken, types, put });
  put(CONTENT_TYPES, withTypes(await textIfThere(zip, CONTENT_TYPES), types, plan.sheet?.hasComments === true));
  return { zip, workbook, names, styles: markedStyles(stylesText, stylesPart), stylesPart, sheet, ownParts, small };
}

interface SheetOpening extends SheetAnnotations {
  readonly hasComments: boolean;
  readonly names: Namespaces;
  readonly taken: Set<string>;
  readonly types: { part: string; type: PartType }[];
  readonly put: (name: string, content: string) => void;
}

async function openSheet(zip: ZipArchive, { part }: Sheet, opening: SheetOpening): Promise<PackageSheet> {
  const facts = await sheetFacts(zip.read(part), part, opening);
  const relations = zip.has(relationsPart(part)) ? await readRelations(zip, part) : [];
  const partOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type && zip.has(relation.part))?.part;
  const comments = partOf('comments');
  const drawing = relations.find(({ id }) => id === facts.drawing)?.part;
  const commentsPart = comments ?? freePart(opening.taken, 'xl/comments', '.xml');
  const drawingPart = drawing ?? freePart(opening.taken, 'xl/drawings/vmlDrawing', '.vml');
  let newDrawing: string | undefined;
  if (opening.hasComments) {
    const added: NewRelation[] = [
      ...(comments === undefined ? [{ type: 'comments', part: commentsPart }] : []),
      ...(drawing === undefined ? [{ type: 'vmlDrawing', part: drawingPart }] : []),
    ];
    if (comments === undefined) opening.types.push({ part: commentsPart, type: 'comments' });
    if (added.length > 0) {
      const linked = withRelations(await textIfThere(zip, relationsPart(part)), part, added, opening.names);
      opening.put(relationsPart(part), linked.text);
      if (drawing === undefined) newDrawing = linked.ids.at(-1);
    }
  }
  return { part, facts, commentsPart, drawingPart, newDrawing };
}

async function writeParts(pack: Package, out: ZipWriter, plan: WorkbookAnnotations): Promise<void> {
  const { zip, sheet, small, styles, stylesPart, ownParts, names } = pack;
  const comments: CellComment[] = [];
  const leftOut = { comments: 0, column: sheet !== undefined && sheet.facts.column === undefined };
  const hasComments = plan.sheet?.hasComments === true;
  /** Those that are known only when the sheet is written. */
  const late = new Set(
    [
      stylesPart,
      ...ownParts.values(),
      ...(hasComments && sheet !== undefined ? [sheet.commentsPart, sheet.drawingPart] : []),
    ].map((name) => name.toLowerCase()),
  );
  const written = new Set<string>();
  for (const name of zip.names) {
    const key = name.toLowerCase();
    const text = small.get(key);
    if (late.has(key)) continue;
    written.add(key);
    if (text !== undefined) await addPart(zip, out, name, text[1]);
    else if (sheet === undefined || plan.sheet === undefined || key !== sheet.part.toLowerCase())
      await out.copy(zip.packed(name));
    else {
      const rows = patchedSheet(zip.read(name), name, {
        ...plan.sheet,
        facts: sheet.facts,
        styles,
        newDrawing: sheet.newDrawing,
        namespace: names.relations,
        comment: (comment) => comments.push(comment),
        leaveOut: () => {
          leftOut.comments += 1;
        },
      });
      await out.add(name, rows);
    }
  }
  for (const [key, [name, text]] of small) if (!written.has(key)) await out.add(name, [text]);
  if (hasComments && sheet !== undefined) leftOut.comments += await writeComments(pack, sheet, out, comments);
  for (const own of plan.ownSheets(leftOut))
    await out.add(ownParts.get(own.name) ?? '', [ownSheetXml(own, names.main, styles)]);
  await out.add(stylesPart, [styles.xml()]);
}

/** What comes out as it went in is copied: a part that need not change keeps its bytes. */
async function addPart(zip: ZipArchive, out: ZipWriter, name: string, text: string): Promise<void> {
  if ((await partText(zip, name)) === text) await out.copy(zip.packed(name));
  else await out.add(name, [asUtf8(text)]);
}

/** @returns how many cells could get none */
async function writeComments(
  { zip, names }: Package,
  { commentsPart, drawingPart }: PackageSheet,
  out: ZipWriter,
  added: readonly CellComment[],
): Promise<number> {
  const comments = await textIfThere(zip, commentsPart);
  const drawing = await textIfThere(zip, drawingPart);
  const parts = commentParts(
    { ...(comments === undefined ? {} : { comments }), ...(drawing === undefined ? {} : { drawing }) },
    added,
    names.main,
  );
  await out.add(commentsPart, [asUtf8(parts.comments)]);
  await out.add(drawingPart, [asUtf8(parts.drawing)]);
  return parts.conversations;
}

/** Parts are written in UTF-8, whatever they were in. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

async function partText(zip: ZipArchive, name: string): Promise<string> {
  const decode = xmlDecoder(name);
  let text = '';
  for await (const chunk of zip.read(name)) text += decode(chunk);
  return text + decode(undefined);
}

async function textIfThere(zip: ZipArchive, name: string): Promise<string | undefined> {
  return zip.has(name) ? partText(zip, name) : undefined;
}

/** A name that no part has, as Excel itself gives them: there are programs that know parts by it. It is taken then. */
function freePart(taken: Set<string>, before: string, after: string): string {
  let number = 1;
  while (taken.has(`${before}${number}${after}`.toLowerCase())) number++;
  const name = `${before}${number}${after}`;
  taken.add(name.toLowerCase());
  return name;
}
