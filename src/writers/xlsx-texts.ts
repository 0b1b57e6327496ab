/**
 * The texts of a workbook that is written, each once: cells name them by number. Those of a sent workbook keep their
 * numbers, so that nothing need be looked up for a cell that goes out as it came.
 */
import { Buffer } from 'node:buffer';
import { type KeyHashes, newKeyHashes, newKeyTable, putHash } from '../catalogue/key-table.ts';
import { escaped } from '../catalogue/xml-text.ts';
import type { SharedTextItems } from '../readers/reader.ts';
import { escapeText } from '../readers/xlsx-values.ts';
import { newXmlPieces, type XmlPieces } from './xml-pieces.ts';

/** The texts of some rows, each once. Plain data. */
export interface TextItems extends SharedTextItems {
  readonly hashes: KeyHashes;
}

/** Texts in the order of their numbers, the same one as often as it comes. */
export function textItems(texts: readonly string[]): SharedTextItems {
  const xml = newXmlPieces();
  const ends = new Int32Array(texts.length);
  for (const [at, text] of texts.entries()) {
    putItem(xml, text);
    ends[at] = xml.size;
  }
  return { xml: xml.take(), ends };
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
      let number = 0;
      for (const text of numbers.keys()) putHash(hashes, number++, text);
      return { xml: xml.take(), ends: Int32Array.from(ends), hashes };
    },
  };
}

export interface SharedTexts {
  readonly size: number;
  /** @returns the number of each in the workbook; they are numbered in the order in which they come */
  add(items: TextItems): Int32Array;
  /** Cells name these of the sent workbook. */
  use(named: Int32Array): void;
  /** All texts as XML; none is added afterwards. */
  pieces(): Iterable<Uint8Array>;
}

/** Texts that came together, and which of them nobody had said before: their numbers follow each other. */
interface Lot extends SharedTextItems {
  readonly xml: Buffer;
  readonly first: number;
  readonly fresh: readonly number[];
}

/**
 * All texts, found by a hash and compared as the XML they will be: half a million kept as they are would be half a
 * million objects for the garbage collector.
 * @param sent those of the sent workbook, from number 0: what no cell names of them is not written
 */
export function sharedTexts(sent: readonly SharedTextItems[] = []): SharedTexts {
  const table = newKeyTable();
  const lots: Lot[] = [];
  const sentTexts = sent.reduce((sum, { ends }) => sum + ends.length, 0);
  const used = new Uint8Array(sentTexts);
  let size = sentTexts;
  return {
    get size() {
      return size;
    },
    add(items) {
      if (items.ends.length === 0) return new Int32Array(0);
      const { buffer, byteOffset, byteLength } = items.xml;
      const fresh: number[] = [];
      const lot: Lot = { ...items, xml: Buffer.from(buffer, byteOffset, byteLength), first: size, fresh };
      lots.push(lot);
      const numbers = new Int32Array(items.ends.length);
      for (let at = 0; at < numbers.length; at++) {
        const known = table.addHashed(items.hashes, at, size);
        if (known !== undefined && isSame(lotOf(lots, known), known, lot, at)) {
          numbers[at] = known;
        } else {
          fresh.push(at);
          numbers[at] = size++;
        }
      }
      return numbers;
    },
    use(named) {
      for (const number of named) used[number] = 1;
    },
    *pieces() {
      let first = 0;
      for (const items of sent) {
        yield withoutUnused(items, used.subarray(first, first + items.ends.length));
        first += items.ends.length;
      }
      for (const lot of lots) yield lot.fresh.length === lot.ends.length ? lot.xml : concatenated(lot);
    },
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

/** @param number of a text in the lot it came with @param at where another one stands in another lot */
function isSame(lot: Lot, number: number, other: Lot, at: number): boolean {
  const known = lot.fresh[number - lot.first] ?? 0;
  return other.xml.compare(lot.xml, beginOf(lot, known), lot.ends[known], beginOf(other, at), other.ends[at]) === 0;
}

function beginOf({ ends }: SharedTextItems, at: number): number {
  return at === 0 ? 0 : (ends[at - 1] ?? 0);
}

/** An empty text in place of each that no cell names: the others keep their numbers. */
function withoutUnused(items: SharedTextItems, used: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let at = used.indexOf(0); at >= 0; at = used.indexOf(0, at + 1)) {
    pieces.push(items.xml.subarray(from, beginOf(items, at)), EMPTY_ITEM);
    from = items.ends[at] ?? from;
  }
  return pieces.length === 0 ? items.xml : Buffer.concat([...pieces, items.xml.subarray(from)]);
}

function concatenated(lot: Lot): Uint8Array {
  return Buffer.concat(lot.fresh.map((at) => lot.xml.subarray(beginOf(lot, at), lot.ends[at])));
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

const EMPTY_ITEM = Buffer.from('<si><t/></si>');
const BEGINNING = '<si><t>';
const KEEPING_SPACES = '<si><t xml:space="preserve">';

/** Blanks that a reader may drop unless it is told not to. */
const SPACES_AROUND = /^\s|\s$|\n/;

/** What might not stand in XML as it is, or be read back as something else. */
const NEEDS_CARE = /[&<>"\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x|^\s|\s$/;
