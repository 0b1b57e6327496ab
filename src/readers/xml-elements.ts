/**
 * XML that repeats one element a million times, such as the rows of a sheet: each goes as text to who can read its usual
 * form quickly, and to the parser when it has another. What stands around them goes to the parser too, so it knows
 * where in the document it is, and all that it would complain of is complained of.
 */
import type { XmlParser } from './xml.ts';

export interface RepeatedElement {
  /** As it stands in the usual form, without a prefix. */
  readonly name: string;
  /** Whether the parser, having read all so far, stands where the element belongs. */
  isThere(): boolean;
  /**
   * Reads the element at `from`, which ends before `to`, its end tag included; nothing it is given holds references or
   * signs that XML forbids or changes. Comments and CDATA are no form it may read.
   * @returns false, and nothing else, for a form that the parser must read
   */
  take(text: string, from: number, to: number): boolean;
}

export interface ElementReading {
  /** @throws what the parser throws */
  write(bytes: Uint8Array): void;
  end(): void;
}

/** Longer than any element of use; the parser has limits of its own for what comes as one. */
const MAX_HELD = 4 * 1024 * 1024;

/** References, line ends that XML changes, what may close CDATA, and what may not stand in a document at all. */
const ODD = /[&\]\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const MARKUP = /<[!?]/g;

export function elementReading(parser: XmlParser, element: RepeatedElement): ElementReading {
  const opening = `<${element.name}`;
  const closing = `</${element.name}>`;
  let held = '';
  /** Before the first element, among them, or where only the parser knows its way. */
  let state: 'before' | 'among' | 'parser' = 'before';

  /** Comments and the like before the first element; in one of them stands what looks like an element and is none. */
  let markup = 0;

  const give = (text: string): void => {
    if (text !== '') parser.writeText(text);
  };
  const giveBefore = (text: string): void => {
    markup += text.match(MARKUP)?.length ?? 0;
    give(text);
  };
  const giveRest = (from: number): void => {
    state = 'parser';
    give(held.slice(from));
    held = '';
  };

  const lookForFirst = (): void => {
    const at = held.indexOf(opening);
    if (at < 0) {
      // The end of it may be the beginning of the element's tag.
      const kept = Math.max(held.lastIndexOf('<'), held.length - opening.length, 0);
      giveBefore(held.slice(0, kept));
      held = held.slice(kept);
      return;
    }
    giveBefore(held.slice(0, at));
    held = held.slice(at);
    // The XML declaration is one.
    if (markup <= 1 && element.isThere()) state = 'among';
    else giveRest(0);
  };

  /** @returns where only the parser knows its way; -1: nowhere */
  const takeAll = (): number => {
    const odd = ODD.test(held);
    let at = behindBlanks(held, 0);
    while (at < held.length && !isCutOff(at)) {
      const end = held.startsWith(opening, at) ? endOf(at) : at;
      if (end === at || (end < 0 && held.length - at > MAX_HELD)) return at;
      if (end < 0) break;
      if (!takeOne(at, end, odd)) return end;
      at = behindBlanks(held, end);
    }
    held = held.slice(at);
    return -1;
  };

  /** Whether what has come could still become the element's tag. */
  const isCutOff = (at: number): boolean => held.length - at <= opening.length && opening.startsWith(held.slice(at));

  /** @returns whether the next one may be taken too */
  const takeOne = (at: number, end: number, odd: boolean): boolean => {
    const isPlain = !odd || !ODD.test(held.slice(at, end));
    if (isPlain && element.take(held, at, end)) return true;
    const text = held.slice(at, end);
    give(text);
    return text.search(MARKUP) < 0 && element.isThere();
  };

  /** Behind the element that begins here; -1 where it has not all come. */
  const endOf = (at: number): number => {
    const tagEnd = held.indexOf('>', at);
    if (tagEnd < 0) return -1;
    if (held.charCodeAt(tagEnd - 1) === SLASH) return tagEnd + 1;
    const end = held.indexOf(closing, tagEnd);
    return end < 0 ? -1 : end + closing.length;
  };

  return {
    write(bytes) {
      const text = parser.decode(bytes);
      if (state === 'parser') {
        give(text);
        return;
      }
      held = held === '' ? text : held + text;
      if (state === 'before') lookForFirst();
      const odd = state === 'among' ? takeAll() : -1;
      if (odd >= 0) giveRest(odd);
    },
    end() {
      giveRest(0);
      parser.end();
    },
  };
}

function behindBlanks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === SPACE || code === LINE_FEED || code === TAB; ) {
    at++;
    code = text.charCodeAt(at);
  }
  return at;
}

const SPACE = 32;
const LINE_FEED = 10;
const TAB = 9;
const SLASH = 47;
