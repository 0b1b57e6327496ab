/** The texts that cells of some rows say, each once: cells name them by number. */
import { escaped } from '../catalogue/xml-text.ts';
import { escapeText } from '../readers/xlsx-values.ts';
import { newXmlPieces, type XmlPieces } from './xml-pieces.ts';

export interface SharedTexts {
  readonly size: number;
  /** From 0, in the order in which cells came to say them. */
  number(text: string): number;
  /** As items of the part with a workbook's texts, in the order of their numbers. */
  xml(): Uint8Array;
}

export function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  const xml = newXmlPieces();
  return {
    get size() {
      return numbers.size;
    },
    number(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const fresh = numbers.size;
      numbers.set(text, fresh);
      putItem(xml, text);
      return fresh;
    },
    xml: () => xml.take(),
  };
}

function putItem(xml: XmlPieces, text: string): void {
  if (NEEDS_CARE.test(text)) {
    xml.put(SPACES_AROUND.test(text) ? KEEPING_SPACES : BEGINNING);
    xml.putText(escaped(escapeText(text)));
  } else {
    xml.put(BEGINNING);
    xml.putText(text);
  }
  xml.put('</t></si>');
}

const BEGINNING = '<si><t>';
const KEEPING_SPACES = '<si><t xml:space="preserve">';

/** Blanks that a reader may drop unless it is told not to. */
const SPACES_AROUND = /^\s|\s$|\n/;

/** What might not stand in XML as it is, or be read back as something else. */
const NEEDS_CARE = /[&<>"\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x|^\s|\s$/;
