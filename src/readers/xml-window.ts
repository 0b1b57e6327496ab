/**
 * Where in a file's bytes a character of its text stands: kept for the chunk that is being read and the one before it,
 * so that nothing is counted twice and the file may be of any size.
 */
import type { DecodedChunk, XmlEncoding } from './xml-encoding.ts';

interface Chunk extends DecodedChunk {
  /** Of its first character. */
  readonly position: number;
  readonly offset: number;
  /** A place in the chunk that was asked for last. */
  known: { at: number; bytes: number };
}

export interface XmlWindow {
  add(chunk: DecodedChunk): void;
  /** Byte of the file at which this character begins. @param position within the last two chunks */
  offset(position: number): number;
  /** @returns `undefined` where it begins further up than the last two chunks */
  text(from: number, to: number): string | undefined;
  /** The last `<` before `position`; -1 where it stands further up. */
  tagBefore(position: number): number;
}

export function newXmlWindow(encoding: XmlEncoding): XmlWindow {
  const wide = encoding.unit.startsWith('utf-16');
  let former = emptyChunk(encoding.mark);
  let current = former;
  const holding = (position: number): Chunk => (position >= current.position ? current : former);
  return {
    add(chunk) {
      former = current;
      current = {
        ...chunk,
        position: former.position + former.text.length,
        offset: former.offset + former.bytes,
        known: { at: 0, bytes: 0 },
      };
    },
    offset(position) {
      const chunk = holding(position);
      return chunk.offset + bytesBefore(chunk, position - chunk.position, wide);
    },
    text(from, to) {
      if (from < former.position) return undefined;
      if (from >= current.position) return current.text.slice(from - current.position, to - current.position);
      return (
        former.text.slice(from - former.position, to - former.position) +
        current.text.slice(0, Math.max(0, to - current.position))
      );
    },
    tagBefore(position) {
      const inCurrent = current.text.lastIndexOf('<', position - 1 - current.position);
      if (inCurrent >= 0 && position > current.position) return current.position + inCurrent;
      const inFormer = former.text.lastIndexOf('<', position - 1 - former.position);
      return inFormer < 0 ? -1 : former.position + inFormer;
    },
  };
}

function emptyChunk(offset: number): Chunk {
  return { text: '', bytes: 0, position: 0, offset, known: { at: 0, bytes: 0 } };
}

/** @param wide two bytes to each character */
function bytesBefore(chunk: Chunk, at: number, wide: boolean): number {
  const { text, bytes } = chunk;
  if (bytes === text.length) return at;
  if (wide) return 2 * at;
  const from = at >= chunk.known.at ? chunk.known : { at: 0, bytes: 0 };
  const before = from.bytes + Buffer.byteLength(text.slice(from.at, at));
  chunk.known = { at, bytes: before };
  return before;
}
