/** The shared strings of a workbook: texts that cells name by their number. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { unescapeText } from './xlsx-values.ts';
import { parseXml } from './xml.ts';

/** Excel stops at 32,767 characters in a cell. */
export const MAX_CELL_CHARACTERS = 1024 * 1024;
/** Together they are held in memory; a sheet filled with texts of its own in ten columns stays below. */
const MAX_STRINGS = 20_000_000;
const MAX_TOTAL_CHARACTERS = 512 * 1024 * 1024;

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
  return new UnusableFile('damaged', { detail: `${where}: text of more than ${MAX_CELL_CHARACTERS} characters` });
}

/**
 * Reads the shared strings.
 * @throws UnusableFile when the part is damaged or holds more than fits
 */
export async function readStrings(bytes: AsyncIterable<Uint8Array>, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let total = 0;
  const collector = textCollector(() => part);
  await parseXml(
    bytes,
    {
      open: collector.open,
      close(name) {
        collector.close(name);
        if (name !== 'si') return;
        const text = collector.take();
        strings.push(text);
        total += text.length;
        if (strings.length > MAX_STRINGS || total > MAX_TOTAL_CHARACTERS) {
          throw new UnusableFile('damaged', { detail: `${part}: more text than fits in memory` });
        }
      },
      text: collector.text,
    },
    part,
  );
  return strings;
}
