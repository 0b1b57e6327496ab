/** The texts of a workbook that is written, each once: cells name them by number. */
import { Buffer } from 'node:buffer';
import { type KeyHashes, newKeyHashes, newKeyTable, putHash } from '../catalogue/key-table.ts';
import { escaped } from '../catalogue/xml-text.ts';
import { escapeText } from '../readers/xlsx-values.ts';
import { newXmlPieces, type XmlPieces } from './xml-pieces.ts';

/** The texts of some rows, each once, as the XML they will be. Plain data. */
export interface TextItems {
  readonly xml: Uint8Array;
  /** Where in it each of them ends, in the order of their numbers among themselves. */
  readonly ends: Int32Array;
  readonly hashes: KeyHashes;
}

export interface OwnTexts {
  /** From 0, in the order in which cells came to say them. */
  number(text: string): number;
  items(): TextItems;
}

/** The texts of some rows, numbered among themselves. */
export function ownTexts(): OwnTexts {
  const numbers = new Map<string, number>();
  const ends: number[] = [];
  const xml = newXmlPieces();
  return {
    number(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const fresh = numbers.size;
      numbers.set(text, fresh);
      putItem(xml, text);
      ends.push(xml.size);
      return fresh;
    },
    items() {
      const hashes = newKeyHashes(numbers.size);
      for (const [text, number] of numbers) putHash(hashes, number, text);
      return { xml: xml.take(), ends: Int32Array.from(ends), hashes };
    },
  };
}

export interface SharedTexts {
  readonly size: number;
  /** @returns the number of each in the workbook; they are numbered in the order in which they come */
  add(items: TextItems): Int32Array;
  /** All texts as XML; none is added afterwards. */
  pieces(): readonly Uint8Array[];
}

/** Texts that came together, and which of them nobody had said before: their numbers follow each other. */
interface Lot extends TextItems {
  readonly first: number;
  readonly fresh: readonly number[];
}

/**
 * All texts, found by a hash and compared as the XML they will be: half a million kept as they are would be half a
 * million objects for the garbage collector.
 */
export function sharedTexts(): SharedTexts {
  const table = newKeyTable();
  const lots: Lot[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(items) {
      const fresh: number[] = [];
      const lot: Lot = { ...items, first: size, fresh };
      lots.push(lot);
      return Int32Array.from(items.ends, (_, at) => {
        const known = table.addHashed(items.hashes, at, size);
        if (known !== undefined && isSame(itemIn(lotOf(lots, known), known), itemAt(items, at))) return known;
        fresh.push(at);
        return size++;
      });
    },
    pieces: () => lots.map((lot) => (lot.fresh.length === lot.ends.length ? lot.xml : concatenated(lot))),
  };
}

/** The one that a text of this number came with. */
function lotOf(lots: readonly Lot[], number: number): Lot {
  let [low, high] = [0, lots.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lots[middle]?.first ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  const lot = lots[low];
  if (lot === undefined) throw new RangeError(`no text has number ${number}`);
  return lot;
}

function itemIn(lot: Lot, number: number): Uint8Array {
  return itemAt(lot, lot.fresh[number - lot.first] ?? 0);
}

function itemAt({ xml, ends }: TextItems, at: number): Uint8Array {
  return xml.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function concatenated(lot: Lot): Uint8Array {
  return Buffer.concat(lot.fresh.map((at) => itemAt(lot, at)));
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
