/** The texts of a workbook that is written, each once: cells name them by number. */
import { escaped } from '../catalogue/xml-text.ts';
import { escapeText } from '../readers/xlsx-values.ts';
import { STRINGS, XML } from './xlsx-parts.ts';
import { newXmlPieces, PIECE_BYTES } from './xml-pieces.ts';

export interface SharedTexts {
  /**
   * The number cells name the text by.
   * @param column of the cell, from 0: others in it often say the same
   */
  number(text: string, column: number): number;
  xml(): AsyncGenerator<Uint8Array>;
}

export function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  const columns: Recent[] = [];
  let cells = 0;
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const fresh = numbers.size;
    numbers.set(text, fresh);
    return fresh;
  };
  return {
    number(text, column) {
      cells++;
      columns[column] ??= { texts: [], numbers: [] };
      const recent = columns[column];
      const slot = slotOf(text);
      const known = recent.texts[slot] === text ? recent.numbers[slot] : undefined;
      if (known !== undefined) return known;
      const number = numberOf(text);
      recent.texts[slot] = text;
      recent.numbers[slot] = number;
      return number;
    },
    async *xml() {
      const xml = newXmlPieces();
      xml.put(`${XML}${STRINGS} count="${cells}" uniqueCount="${numbers.size}">`);
      for (const text of numbers.keys()) {
        if (NEEDS_CARE.test(text)) {
          xml.put(SPACES_AROUND.test(text) ? KEEPING_SPACES : BEGINNING);
          xml.putText(escaped(escapeText(text)));
        } else {
          xml.put(BEGINNING);
          xml.putText(text);
        }
        xml.put('</t></si>');
        if (xml.size >= PIECE_BYTES) yield xml.take();
      }
      xml.put('</sst>');
      yield xml.take();
    },
  };
}

/** Texts of a column that were met lately: most columns say one of a few things, and to look among those is quick. */
interface Recent {
  readonly texts: string[];
  readonly numbers: number[];
}

const SLOTS = 64;

/** Where among the texts met lately this one would be: by what tells the few words of a column apart. */
function slotOf(text: string): number {
  const { length } = text;
  const letters = text.charCodeAt(0) + 5 * text.charCodeAt(length >> 1) + 11 * text.charCodeAt(length - 1);
  return (letters + 17 * length) % SLOTS;
}

const BEGINNING = '<si><t>';
const KEEPING_SPACES = '<si><t xml:space="preserve">';

/** Blanks that a reader may drop unless it is told not to. */
const SPACES_AROUND = /^\s|\s$|\n/;

/** What might not stand in XML as it is, or be read back as something else. */
const NEEDS_CARE = /[&<>"\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x|^\s|\s$/;
