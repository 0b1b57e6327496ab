/** The shared strings of a workbook: texts that cells name by their number. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { unescapeText } from './xlsx-values.ts';
import { xmlParser } from './xml.ts';
import { elementReading } from './xml-elements.ts';

/** Excel stops at 32,767 characters in a cell. */
export const MAX_CELL_CHARACTERS = 1024 * 1024;
/** Together they are held in memory; a sheet filled with texts of its own in ten columns stays below. */
const MAX_STRINGS = 20_000_000;
const MAX_TOTAL_CHARACTERS = 256 * 1024 * 1024;

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
export function textCollector(where: () => string): TextCollector {
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
      if (collected.length > MAX_CELL_CHARACTERS) throw tooLong(where());
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

/** A text longer than any spreadsheet holds. */
export function tooLong(where: string): UnusableFile {
  return new UnusableFile('tooLarge', { detail: `${where}: text of more than ${MAX_CELL_CHARACTERS} characters` });
}

/**
 * Reads the shared strings.
 * @throws UnusableFile when the part is damaged or holds more than fits
 */
export async function readStrings(bytes: AsyncIterable<Uint8Array>, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let total = 0;
  const add = (text: string): void => {
    strings.push(text);
    total += text.length;
    if (strings.length > MAX_STRINGS || total > MAX_TOTAL_CHARACTERS) {
      const detail = `${part}: more than ${MAX_STRINGS} texts or ${MAX_TOTAL_CHARACTERS} characters`;
      throw new UnusableFile('tooLarge', { detail });
    }
  };
  const collector = textCollector(() => part);
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
  );
  const reading = elementReading(parser, {
    name: 'si',
    isThere: () => depth === 1,
    take(item, from, to) {
      const text = plainItem(item, from, to);
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
function plainItem(item: string, from: number, to: number): string | undefined {
  for (const beginning of BEGINNINGS) {
    if (!item.startsWith(beginning, from)) continue;
    const begin = from + beginning.length;
    const end = item.indexOf('<', begin);
    return end === to - END.length && item.startsWith(END, end) && end - begin <= MAX_CELL_CHARACTERS
      ? item.slice(begin, end)
      : undefined;
  }
  return undefined;
}
