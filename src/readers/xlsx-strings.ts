/** The shared strings of a workbook: texts that cells name by their number. */
import { allowed, beyond, type Limits } from '../catalogue/limits.ts';
import { unescapeText } from './xlsx-values.ts';
import { xmlParser } from './xml.ts';
import { elementReading } from './xml-elements.ts';

/** What one text takes besides its letters: very many short ones fill the memory too. */
const CHARACTERS_PER_STRING = 12;

/**
 * Collects one text of a workbook, wherever it stands: runs of rich text are joined, and readings for pronunciation
 * (`rPh`) are no part of it.
 */
export interface TextCollector {
  open(name: string): void;
  close(name: string): void;
  text(text: string): void;
  /** The text so far, escapes undone; the collector is empty afterwards. */
  take(): string;
}

/** @param where place of a text that is too long, for the message */
export function textCollector(where: () => string, limits: Limits | undefined): TextCollector {
  const most = allowed(limits, 'text');
  let collected = '';
  let listening = false;
  let reading = false;
  return {
    open(name) {
      if (name === 't') listening = !reading;
      else if (name === 'rPh') reading = true;
    },
    close(name) {
      if (name === 't') listening = false;
      else if (name === 'rPh') reading = false;
    },
    text(text) {
      if (!listening) return;
      collected += text;
      if (collected.length > most) throw beyond('text', most, { part: where() });
    },
    take() {
      const text = unescapeText(collected);
      collected = '';
      listening = false;
      reading = false;
      return text;
    },
  };
}

/**
 * Reads the shared strings.
 * @throws UnusableFile when the part is damaged or holds more than fits
 */
export async function readStrings(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  limits?: Limits,
): Promise<readonly string[]> {
  const most = allowed(limits, 'texts');
  const longest = allowed(limits, 'text');
  const strings: string[] = [];
  let total = 0;
  const add = (text: string): void => {
    strings.push(text);
    total += text.length + CHARACTERS_PER_STRING;
    if (total > most) throw beyond('texts', most, { part });
  };
  const collector = textCollector(() => part, limits);
  let depth = 0;
  const parser = xmlParser(
    {
      open(name) {
        depth++;
        collector.open(name);
      },
      close(name) {
        depth--;
        collector.close(name);
        if (name === 'si') add(collector.take());
      },
      text: collector.text,
    },
    part,
    limits,
  );
  const reading = elementReading(parser, {
    name: 'si',
    isThere: () => depth === 1,
    take(item, from, to) {
      const text = plainItem(item, from, to, longest);
      if (text === undefined) return false;
      add(unescapeText(text));
      return true;
    },
  });
  for await (const chunk of bytes) reading.write(chunk);
  reading.end();
  return strings;
}

const BEGINNINGS = ['<si><t>', '<si><t xml:space="preserve">'];
const END = '</t></si>';

/** The text of an item without runs or readings, as spreadsheet programs write most; `undefined` for any other form. */
function plainItem(item: string, from: number, to: number, longest: number): string | undefined {
  for (const beginning of BEGINNINGS) {
    if (!item.startsWith(beginning, from)) continue;
    const begin = from + beginning.length;
    const end = item.indexOf('<', begin);
    return end === to - END.length && item.startsWith(END, end) && end - begin <= longest
      ? item.slice(begin, end)
      : undefined;
  }
  return undefined;
}
