/** The texts of a workbook that is written, each once: cells name them by number. */
import { Buffer } from 'node:buffer';
import { newKeyHashes, newKeyTable, putHash } from '../catalogue/key-table.ts';
import { escaped } from '../catalogue/xml-text.ts';
import { escapeText } from '../readers/xlsx-values.ts';
import { STRINGS, XML } from './xlsx-parts.ts';
import { newXmlPieces, PIECE_BYTES, type XmlPieces } from './xml-pieces.ts';

export interface SharedTexts {
  /**
   * The number cells name the text by.
   * @param column of the cell, from 0: others in it often say the same
   */
  number(text: string, column: number): number;
  xml(): AsyncGenerator<Uint8Array>;
}

export function sharedTexts(): SharedTexts {
  const columns: Recent[] = [];
  const all = textStore();
  let cells = 0;
  return {
    number(text, column) {
      cells++;
      columns[column] ??= { texts: [], numbers: [] };
      const recent = columns[column];
      const slot = slotOf(text);
      const known = recent.texts[slot] === text ? recent.numbers[slot] : undefined;
      if (known !== undefined) return known;
      const number = all.number(text);
      recent.texts[slot] = text;
      recent.numbers[slot] = number;
      return number;
    },
    async *xml() {
      yield Buffer.from(`${XML}${STRINGS} count="${cells}" uniqueCount="${all.size}">`);
      yield* all.pieces();
      yield Buffer.from('</sst>');
    },
  };
}

interface TextStore {
  readonly size: number;
  number(text: string): number;
  /** All texts as XML; none is taken afterwards. */
  pieces(): Iterable<Uint8Array>;
}

/**
 * Texts as the XML they will be, found by a hash and compared as such: half a million texts kept as they are would be
 * half a million objects for the garbage collector.
 */
function textStore(): TextStore {
  const table = newKeyTable();
  const hash = newKeyHashes(1);
  const full: Buffer[] = [];
  const xml = newXmlPieces();
  /** Where each text stands: in which piece, and where in it. */
  const pieces: number[] = [];
  const begins: number[] = [];
  /** Whether the text put last, which began there, is this one. */
  const isLast = (number: number, begun: number): boolean => {
    const last = xml.since(begun);
    const piece = full[pieces[number] ?? 0] ?? xml.since(0);
    const begin = begins[number] ?? 0;
    return last.equals(piece.subarray(begin, begin + last.length));
  };
  return {
    get size() {
      return begins.length;
    },
    number(text) {
      const begun = xml.size;
      const fresh = begins.length;
      putHash(hash, 0, text);
      const known = table.addHashed(hash, 0, fresh);
      putItem(xml, text);
      if (known !== undefined && isLast(known, begun)) {
        xml.shorten(begun);
        return known;
      }
      pieces.push(full.length);
      begins.push(begun);
      if (xml.size >= PIECE_BYTES) full.push(xml.take());
      return fresh;
    },
    *pieces() {
      yield* full;
      yield xml.take();
    },
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
