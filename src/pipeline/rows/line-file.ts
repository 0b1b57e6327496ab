/**
 * A file of texts on lines, in file order. It is written while the lines are read, as if nothing that comes later could
 * change what is said of them; of the few for which it did, the texts are written again.
 */
import { renameSync, rmSync } from 'node:fs';
import { fileError } from '../../catalogue/error.ts';
import type { LineTexts } from '../checking/line-texts.ts';
import { BLOCK_BYTES, newBlockReader, newBlockWriter } from './block-file.ts';

export interface LineFile {
  /**
   * Takes the texts of the next lines.
   * @param first ordinal of the first of them
   * @param rowOf the row of a line, by its ordinal
   * @throws OperationalError when the disk is full, as the other functions do
   */
  take(texts: LineTexts, first: number, rowOf: (ordinal: number) => number): void;
  /** Nothing more is taken. @returns has the file revised; else it stays as it is */
  end(): () => RevisedFile;
  /** Leaves nothing behind. */
  discard(): void;
}

/** A copy with some texts written again. */
export interface RevisedFile {
  /**
   * Goes on to a line, or to where its text would stand; what lies before is copied.
   * @returns the text of the line, which is left out; empty when there is none
   */
  cut(ordinal: number): string;
  /** As {@link cut}, behind the last line. */
  toEnd(): void;
  put(text: string): void;
  /** Takes the place of the file. */
  keep(): void;
  /** Closes both files when the copy is not kept; harmless when it was. */
  close(): void;
}

/** @param head what the file begins with */
export function newLineFile(path: string, head: string): LineFile {
  const out = newBlockWriter(path);
  const index = newTextIndex();
  out.put(head);
  const headBytes = out.size;
  return {
    take({ bytes, lines, ends, gaps }, first, rowOf) {
      let from = 0;
      let gap = 0;
      for (let at = 0; at < lines.length; at++) {
        const ordinal = first + (lines[at] ?? 0);
        const end = ends[at] ?? 0;
        const row = String(rowOf(ordinal));
        const begun = out.size;
        for (let until = gaps[gap] ?? end; until < end; until = gaps[++gap] ?? end) {
          out.putBytes(bytes, from, until);
          out.put(row);
          from = until;
        }
        out.putBytes(bytes, from, end);
        from = end;
        index.add(ordinal, out.size - begun);
      }
    },
    end() {
      out.end();
      return () => newRevisedFile(path, headBytes, index);
    },
    discard() {
      out.abandon();
      rmSync(path, { force: true });
    },
  };
}

function newRevisedFile(path: string, headBytes: number, index: TextIndex): RevisedFile {
  const beside = `${path}.revised`;
  const from = newBlockReader(path);
  const out = newBlockWriter(beside);
  /** What lies before it is copied or left out. */
  let done = 0;
  /** Which text is the next, and where it stands. */
  let at = 0;
  let start = headBytes;
  const copyUntil = (end: number): void => {
    while (done < end) {
      const next = Math.min(end, done + BLOCK_BYTES);
      out.putBytes(from.read(done, next), 0, next - done);
      done = next;
    }
  };
  return {
    cut(ordinal) {
      for (; at < index.size && index.ordinal(at) < ordinal; at++) start += index.length(at);
      copyUntil(start);
      if (at >= index.size || index.ordinal(at) !== ordinal) return '';
      const end = start + index.length(at);
      const text = from.read(start, end).toString();
      at++;
      start = end;
      done = end;
      return text;
    },
    toEnd: () => copyUntil(from.size),
    put: out.put,
    keep() {
      out.end();
      from.close();
      try {
        renameSync(beside, path);
      } catch (error) {
        throw fileError(error, path);
      }
    },
    close() {
      from.close();
      out.abandon();
    },
  };
}

/** Which lines have a text, ascending, and how long each is. */
interface TextIndex {
  readonly size: number;
  add(ordinal: number, length: number): void;
  ordinal(at: number): number;
  /** In bytes. */
  length(at: number): number;
}

const FIRST_TEXTS = 1024;

function newTextIndex(): TextIndex {
  let numbers = new Uint32Array(2 * FIRST_TEXTS);
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(ordinal, length) {
      if (2 * size === numbers.length) {
        const longer = new Uint32Array(2 * numbers.length);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[2 * size] = ordinal;
      numbers[2 * size + 1] = length;
      size++;
    },
    ordinal: (at) => numbers[2 * at] ?? 0,
    length: (at) => numbers[2 * at + 1] ?? 0,
  };
}
