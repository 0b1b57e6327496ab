/** The door to marked: a letter's Markdown as the few kinds of blocks that it may hold, the same for all its forms. */
import type { Token, Tokens } from 'marked';

export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  /** An address that is safe to follow. */
  readonly link?: string;
}

/** `break` begins a new line within the paragraph. */
export type Inline = Run | 'break';

export type Align = 'left' | 'center' | 'right';

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; absent: not numbered. */
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'table';
      readonly align: readonly Align[];
      /** Absent where all its cells are empty. */
      readonly head?: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' };

/** HTML in the text is no markup: it stays the text that it is. */
export async function blocksOf(markdown: string): Promise<readonly Block[]> {
  const { Marked } = await import('marked');
  return blocks(new Marked({ gfm: true }).lexer(markdown));
}

function blocks(tokens: readonly Token[]): readonly Block[] {
  return (tokens as readonly Tokens.Generic[]).flatMap((token) => block(token));
}

function block(token: Tokens.Generic): readonly Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return [{ kind: 'heading', level: Number(token['depth']), inlines: inlines(token.tokens ?? []) }];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'list':
      return [listBlock(token as Tokens.List)];
    case 'table':
      return [tableBlock(token as Tokens.Table)];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocks(token.tokens ?? []) }];
    default:
      return paragraph(token.tokens === undefined ? [{ text: asText(token) }] : inlines(token.tokens));
  }
}

function paragraph(content: readonly Inline[]): readonly Block[] {
  return content.length === 0 ? [] : [{ kind: 'paragraph', inlines: content }];
}

function listBlock({ ordered, start, items }: Tokens.List): Block {
  return {
    kind: 'list',
    ...(ordered ? { start: start === '' ? 1 : start } : {}),
    items: items.map((item) => blocks(item.tokens)),
  };
}

function tableBlock({ align, header, rows }: Tokens.Table): Block {
  const head = header.map((cell) => inlines(cell.tokens));
  return {
    kind: 'table',
    align: align.map((side) => side ?? 'left'),
    ...(head.some((cell) => cell.length > 0) ? { head } : {}),
    rows: rows.map((row) => row.map((cell) => inlines(cell.tokens))),
  };
}

type Look = Omit<Run, 'text'>;

function inlines(tokens: readonly Token[], look: Look = {}): readonly Inline[] {
  return (tokens as readonly Tokens.Generic[]).flatMap((token) => inline(token, look));
}

function inline(token: Tokens.Generic, look: Look): readonly Inline[] {
  const within = (more: Look): readonly Inline[] => inlines(token.tokens ?? [], { ...look, ...more });
  switch (token.type) {
    case 'strong':
      return within({ bold: true });
    case 'em':
      return within({ italic: true });
    case 'codespan':
      return [{ text: asText(token), ...look, code: true }];
    case 'br':
      return ['break'];
    case 'link':
      return within(isSafe(String(token['href'])) ? { link: String(token['href']) } : {});
    case 'escape':
      return [{ text: String(token['text']), ...look }];
    default:
      if (token.tokens !== undefined) return within({});
      // A line break in the source is a space, as in HTML.
      return [{ text: withoutReferences(asText(token)).replaceAll('\n', ' '), ...look }];
  }
}

function asText(token: Tokens.Generic): string {
  const { text } = token as { readonly text?: unknown };
  return typeof text === 'string' ? text : token.raw;
}

/** Scripts and files are no addresses. */
function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href);
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};

/** Those that a template may use; a value has a backslash before its `&` and so never one. */
function withoutReferences(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (reference) => REFERENCES[reference] ?? reference);
}

/** What is written, without how it looks. */
export function plainText(content: readonly Inline[]): string {
  return content.map((part) => (part === 'break' ? ' ' : part.text)).join('');
}
