/** The door to docx: a letter as a Word document that is the same to the byte for the same text and day. */
import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Language } from '../../catalogue/text.ts';
import { type Align, type Block, type Inline, plainText, type Run } from './blocks.ts';

export interface DocxFacts {
  readonly title: string;
  readonly creator: string;
  readonly language: Language;
  /** `YYYY-MM-DD`: when it says it was made. */
  readonly day: string;
}

type Docx = typeof import('docx');

/** Calibri where there is Office; Carlito, of the same widths, stands in for it in LibreOffice. */
const FONT = 'Calibri';
/** Half points. */
const SIZE = { text: 21, table: 20, small: 18, h1: 34, h2: 26, h3: 22 } as const;
const COLOUR = { ink: '1D2320', soft: '56615B', line: 'D3D9D5', head: 'EEF1EF' } as const;
/** A4 with margins of two centimetres, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 } as const;
const ROOM = PAGE.width - 2 * PAGE.margin;
const INDENT = 360;
const DEEPEST_LIST = 3;

const SPOKEN: Readonly<Record<Language, string>> = { nb: 'nb-NO', en: 'en-GB' };
const PAGE_OF: Readonly<Record<Language, readonly [string, string]>> = { nb: ['Side ', ' av '], en: ['Page ', ' of '] };

export async function letterDocx(blocks: readonly Block[], facts: DocxFacts): Promise<Uint8Array> {
  const docx = await import('docx');
  const { title, creator, language } = facts;
  const [page, of] = PAGE_OF[language];
  const footer = new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: 'right',
        children: [
          new docx.TextRun({
            children: [page, docx.PageNumber.CURRENT, of, docx.PageNumber.TOTAL_PAGES],
            size: SIZE.small,
            color: COLOUR.soft,
          }),
        ],
      }),
    ],
  });
  const document = new docx.Document({
    title,
    creator,
    lastModifiedBy: creator,
    styles: stylesFor(language),
    numbering: { config: [numberedList(docx), bulletList(docx)] },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: footer },
        children: newBody(docx).blocks(blocks, { depth: 0, keep: false }),
      },
    ],
  });
  return withFixedTimes(await docx.Packer.pack(document, 'uint8array'), facts.day);
}

function stylesFor(language: Language): import('docx').IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size, bold: true, color: COLOUR.ink },
    paragraph: { spacing: { before, after, line: 264 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZE.text, color: COLOUR.ink, language: { value: SPOKEN[language] } },
        paragraph: { spacing: { after: 120, line: 271 } },
      },
      heading1: heading(SIZE.h1, 240, 160),
      heading2: heading(SIZE.h2, 320, 100),
      heading3: heading(SIZE.h3, 240, 60),
    },
  };
}

const NUMBERS = 'numbers';
const BULLETS = 'bullets';
type ListKind = typeof NUMBERS | typeof BULLETS;

function numberedList({ LevelFormat }: Docx) {
  return { reference: NUMBERS, levels: levels((at) => ({ format: LevelFormat.DECIMAL, text: `%${at + 1}.` })) };
}

function bulletList({ LevelFormat }: Docx) {
  return { reference: BULLETS, levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) };
}

function levels<T extends object>(look: (at: number) => T) {
  return Array.from({ length: DEEPEST_LIST }, (_, level) => ({
    ...look(level),
    level,
    alignment: 'left' as const,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
}

interface RunLook {
  readonly bold?: true;
  readonly size?: number;
}

/** Where a block stands. */
interface Place {
  /** How deep in lists. */
  readonly depth: number;
  /** Whether it must not be parted from what follows. */
  readonly keep: boolean;
  readonly indent?: number;
}

interface Body {
  blocks(parts: readonly Block[], place: Place): FileChild[];
}

function newBody(docx: Docx): Body {
  const { Paragraph, Table, TableRow, TableCell, TextRun, HeadingLevel } = docx;
  const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
  let lists = 0;

  const run = (part: Inline, more: RunLook): ParagraphChild => {
    if (part === 'break') return new TextRun({ break: 1 });
    return new TextRun({
      text: spoken(part),
      ...more,
      ...(part.bold ? { bold: true } : {}),
      ...(part.italic ? { italics: true } : {}),
      ...(part.code ? { font: 'Consolas', size: SIZE.small } : {}),
    });
  };
  const paragraph = (content: readonly Inline[], options: IParagraphOptions, more: RunLook = {}) =>
    new Paragraph({ ...options, children: content.map((part) => run(part, more)) });

  const block = (part: Block, place: Place): FileChild[] => {
    const around = {
      ...(place.keep ? { keepNext: true } : {}),
      ...(place.indent === undefined ? {} : { indent: { left: place.indent } }),
    };
    switch (part.kind) {
      case 'heading':
        return [paragraph(part.inlines, { heading: HEADINGS[part.level - 1] ?? HeadingLevel.HEADING_3 })];
      case 'paragraph':
        return [paragraph(part.inlines, around)];
      case 'quote':
        return blocks(part.blocks, { ...place, indent: (place.indent ?? 0) + INDENT });
      case 'list':
        return list(part, place);
      case 'table':
        return [table(part), new Paragraph({ spacing: { after: 60, line: 120, lineRule: 'exact' } })];
      case 'rule':
        return [new Paragraph({ border: { bottom: { style: 'single', size: 4, color: COLOUR.line, space: 1 } } })];
    }
  };

  const list = ({ start, items }: Extract<Block, { kind: 'list' }>, { depth }: Place): FileChild[] => {
    const reference: ListKind = start === undefined ? BULLETS : NUMBERS;
    const level = Math.min(depth, DEEPEST_LIST - 1);
    // Each list counts from one by itself.
    const numbering = { reference, level, instance: lists++ };
    return items.flatMap(([first, ...rest]) => {
      const content = first?.kind === 'paragraph' ? first.inlines : [];
      const more = first === undefined || first.kind === 'paragraph' ? rest : [first, ...rest];
      return [
        paragraph(content, { numbering, spacing: { after: 60 } }),
        ...blocks(more, { depth: depth + 1, keep: false, indent: INDENT * (level + 1) }),
      ];
    });
  };

  const table = ({ align, head, rows }: Extract<Block, { kind: 'table' }>) => {
    const widths = columnWidths(head, rows);
    const cell = (content: readonly Inline[], at: number, isHead: boolean) =>
      new TableCell({
        width: { size: widths[at] ?? 0, type: 'dxa' },
        margins: { top: 40, bottom: 40, left: head === undefined ? 0 : 80, right: 80 },
        ...(isHead ? { shading: { fill: COLOUR.head } } : {}),
        children: [
          paragraph(
            content,
            { alignment: SIDE[align[at] ?? 'left'], spacing: { after: 0, line: 250 } },
            isHead ? { bold: true, size: SIZE.table } : { size: SIZE.table },
          ),
        ],
      });
    const line = { style: 'single', size: 4, color: COLOUR.line } as const;
    const none = { style: 'none', size: 0, color: 'auto' } as const;
    const across = head === undefined ? none : line;
    return new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      borders: { top: across, bottom: across, insideHorizontal: across, left: none, right: none, insideVertical: none },
      rows: [
        ...(head === undefined
          ? []
          : [
              new TableRow({
                tableHeader: true,
                cantSplit: true,
                children: head.map((content, at) => cell(content, at, true)),
              }),
            ]),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((content, at) => cell(content, at, false)) }),
        ),
      ],
    });
  };

  const blocks = (parts: readonly Block[], place: Place): FileChild[] =>
    parts.flatMap((part, at) => block(part, { ...place, keep: parts[at + 1]?.kind === 'table' }));
  return { blocks };
}

const SIDE = { left: 'left', center: 'center', right: 'right' } as const satisfies Record<Align, string>;

/** An address that the words do not name is told: links of their own would get numbers by chance. */
function spoken({ text, link }: Run): string {
  const address = link?.replace(/^mailto:/i, '');
  return withoutForbidden(address === undefined || address === text ? text : `${text} (${address})`);
}

/** What XML cannot hold shows, as control characters do. @see XML 1.0, 2.2 */
function withoutForbidden(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

/** A sign, in twentieths of a point: wide enough for what stands in for the font where it is not installed. */
const SIGN = 120;
/** In signs, without what is beside the text: a longer word is broken, more than a longer text asks for is not given. */
const WIDTH = { longestWord: 22, most: 60, beside: 2 } as const;

/**
 * Shares of the page for columns: the longest word fits, and the rest goes to those that hold most.
 * @returns twentieths of a point
 */
function columnWidths(
  head: readonly (readonly Inline[])[] | undefined,
  rows: readonly (readonly (readonly Inline[])[])[],
): readonly number[] {
  const lines = head === undefined ? rows : [head, ...rows];
  const columns = Math.max(...lines.map((line) => line.length));
  const asked = Array.from({ length: columns }, (_, at) => {
    const texts = lines.map((line) => plainText(line[at] ?? []));
    const word = Math.max(...texts.flatMap((text) => text.split(/[ -]/).map((part) => part.length)));
    const text = Math.max(...texts.map((text) => text.length));
    const least = Math.min(word, WIDTH.longestWord) + WIDTH.beside;
    return { least: least * SIGN, more: Math.max(Math.min(text, WIDTH.most) + WIDTH.beside - least, 0) };
  });
  const least = asked.reduce((sum, column) => sum + column.least, 0);
  const more = asked.reduce((sum, column) => sum + column.more, 0);
  if (least >= ROOM) return asked.map((column) => Math.floor((ROOM * column.least) / least));
  return asked.map((column) =>
    Math.floor(column.least + (more === 0 ? (ROOM - least) / columns : ((ROOM - least) * column.more) / more)),
  );
}

const CORE = 'docProps/core.xml';

/** The library writes the time of day, into the archive and into the document's properties. */
function withFixedTimes(packed: Uint8Array, day: string): Uint8Array {
  // Parts of the time, not a moment: what the archive holds has no time zone.
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date);
  const parts = unzipSync(packed);
  const core = new TextDecoder().decode(parts[CORE]);
  parts[CORE] = new TextEncoder().encode(
    core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
  );
  const files: Zippable = {};
  for (const name of Object.keys(parts)) files[name] = [parts[name] ?? new Uint8Array(), { mtime }];
  return zipSync(files);
}
