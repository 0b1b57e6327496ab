/** The door to saxes: XML bytes to events, in chunks, with the limits that a stranger's file needs. */
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { type Damage, damaged } from '../catalogue/damage.ts';
import { allowed, beyond, type Limits } from '../catalogue/limits.ts';

/** One tag, comment or run of text may be this long before the parser, which keeps it whole in memory, is stopped. */
const TOKEN_LENGTH = 8 * 1024 * 1024;
const SNIFFED_BYTES = 256;

/** By name as written, prefix included; {@link attribute} finds one by its local name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** Elements come with their local names: which prefix a file uses for a namespace is its own choice. */
export interface XmlHandlers {
  /** @param written the name with its prefix */
  open(name: string, attributes: XmlAttributes, written: string): void;
  close(name: string): void;
  /** Text and CDATA, entities replaced; one run may come in several pieces. */
  text(text: string): void;
}

export interface XmlParser {
  /** @throws UnusableFile `damaged`, naming the document, when it is not well-formed or asks for entities */
  write(bytes: Uint8Array): void;
  /** The text of the bytes that come next; who asks for it hands it on, or knows that it is well-formed. */
  decode(bytes: Uint8Array): string;
  /** As `write`, of text. */
  writeText(text: string): void;
  /** @throws UnusableFile when the document ends too early */
  end(): void;
}

/** A parser of text that is decoded already, for those who must know where an element stands in it. */
export interface XmlTextParser {
  /** @throws UnusableFile `damaged`, naming the document, when it is not well-formed or asks for entities */
  write(text: string): void;
  /** @throws UnusableFile when the document ends too early */
  end(): void;
  /** Line that is being read, from 1. */
  line(): number;
  /** How many characters were read: during `open` and `close` the tag is among them. */
  position(): number;
  /** How many elements are open. */
  depth(): number;
}

/**
 * A parser that hands events to `handlers` while text is written. Entities of the document's own are never expanded
 * and nothing outside it is ever fetched.
 * @param what the document, as the message names it
 */
export function xmlTextParser(handlers: XmlHandlers, what: string, limits?: Limits): XmlTextParser {
  const maxDepth = allowed(limits, 'depth');
  const maxToken = allowed(limits, 'text', TOKEN_LENGTH);
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  /** Names of the elements that are open. */
  const open: string[] = [];
  let quiet = 0;

  const names = knownNames();

  parser.on('opentag', (tag) => {
    quiet = 0;
    const { local, written } = names(tag.name);
    open.push(local);
    if (open.length > maxDepth) throw beyond('depth', maxDepth, { part: what });
    handlers.open(local, tag.attributes, written);
  });
  parser.on('closetag', () => {
    quiet = 0;
    handlers.close(open.pop() ?? '');
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => {
    quiet = 0;
    handlers.text(text);
  });
  parser.on('doctype', (doctype) => {
    // Those for the document type itself (`<!ENTITY % …`) are never read, so they can stand.
    if (/<!ENTITY(?!\s+%\s)/i.test(doctype)) throw damaged('entities', what);
  });

  const guarded = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      if (error instanceof UnusableFile || !(error instanceof Error)) throw error;
      throw damaged(damageOf(error.message), what, { cause: error });
    }
  };
  return {
    write: (text) =>
      guarded(() => {
        quiet += text.length;
        parser.write(text);
        if (quiet > maxToken) throw beyond('text', maxToken, { part: what });
      }),
    end: () => guarded(() => parser.close()),
    line: () => parser.line,
    position: () => parser.position,
    depth: () => open.length,
  };
}

/**
 * The same for bytes, of which nobody asks where they stand. The encoding is the byte order mark's, else the declared
 * one, else UTF-8.
 * @param what the document, as the message names it
 */
export function xmlParser(handlers: XmlHandlers, what: string, limits?: Limits): XmlParser {
  const parser = xmlTextParser(handlers, what, limits);
  const textOf = xmlDecoder(what);
  return {
    write: (bytes) => parser.write(textOf(bytes)),
    decode: textOf,
    writeText: parser.write,
    end: () => {
      parser.write(textOf(undefined));
      parser.end();
    },
  };
}

/**
 * The text of a document's bytes as they come, and what is left of it for `undefined`; its encoding as for
 * {@link xmlParser}, and its byte order mark left out.
 * @param what the document, as messages name it
 */
export function xmlDecoder(what: string): (bytes: Uint8Array | undefined) => string {
  let textOf: ((bytes: Uint8Array | undefined) => string) | undefined;
  return (bytes) => {
    if (bytes === undefined && textOf === undefined) return '';
    try {
      textOf ??= textDecoding(encodingOf(bytes ?? new Uint8Array()), what);
      return textOf(bytes);
    } catch (error) {
      if (error instanceof UnusableFile || !(error instanceof Error)) throw error;
      throw damaged('bytes', what, { cause: error });
    }
  };
}

function decoderOf(encoding: string, what: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw damaged('encoding', `${encoding} (${what})`, { cause: error });
  }
}

/** Text of chunks as they come, of the last one with `undefined`; strict. */
function textDecoding(encoding: string, what: string): (bytes: Uint8Array | undefined) => string {
  const decoder = decoderOf(encoding, what);
  if (decoder.encoding !== 'utf-8') {
    return (bytes) => (bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
  }
  let isWhole = false;
  return (bytes) => {
    if (bytes === undefined) return decoder.decode();
    // Most of what is parsed here is ASCII, which needs no decoder. The first chunk may have a byte order mark.
    if (isWhole && isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    isWhole = (bytes.at(-1) ?? 0x80) < 0x80;
    return decoder.decode(bytes, { stream: true });
  };
}

/** What the parser complains of, by how its message begins behind the place. */
const COMPLAINTS: readonly (readonly [RegExp, Damage])[] = [
  [/un(?:expected|matched) clos|weird empty close/, 'endTag'],
  [/unclosed tag/, 'unclosed'],
  [/attribute|value/, 'attribute'],
  [/undefined entity|empty entity|character entity|entity name/, 'reference'],
  [/disallowed/, 'character'],
  [/outside of root/, 'outside'],
  [/must contain a root/, 'root'],
];

function damageOf(complaint: string): Damage {
  return COMPLAINTS.find(([pattern]) => pattern.test(complaint))?.[1] ?? 'notWellFormed';
}

/** Parses a whole document. @see xmlParser */
export async function parseXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers, what: string): Promise<void> {
  const parser = xmlParser(handlers, what);
  for await (const chunk of bytes) parser.write(chunk);
  parser.end();
}

/** Value of the attribute with this local name, whatever its prefix; declarations of prefixes are none. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key of Object.keys(attributes)) {
    if (!key.startsWith('xmlns:') && localName(key) === name) return attributes[key];
  }
  return undefined;
}

interface ElementName {
  readonly local: string;
  readonly written: string;
  /** The one that came behind it the last time: mostly that comes again. */
  next?: ElementName;
}

/** More than any format has. */
const MOST_NAMES = 1000;

/** The same few names come millions of times: each is kept once, so that they compare at a glance. */
function knownNames(): (written: string) => ElementName {
  const known = new Map<string, ElementName>();
  let last: ElementName | undefined;
  return (written) => {
    let name = last?.next;
    if (name?.written !== written) {
      name = known.get(written) ?? { local: localName(written), written };
      if (known.size < MOST_NAMES) known.set(written, name);
      if (last !== undefined) last.next = name;
    }
    last = name;
    return name;
  };
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  if (first === 0xef) return 'utf-8';
  const head = String.fromCharCode(...bytes.subarray(0, SNIFFED_BYTES));
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}
