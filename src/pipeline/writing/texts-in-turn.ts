/** Texts of pieces of a sheet get their numbers in the order of the pieces, whichever comes to ask first. */
import type { SharedTexts, TextItems } from '../../writers/xlsx-texts.ts';
import { newGrowth } from '../rows/growth.ts';

export interface TextsInTurn {
  /**
   * Waits until those before have asked or are passed. Asked again of the same piece, it is the same.
   * @param at which piece, from 0
   * @returns the numbers of its texts in the workbook
   */
  numbers(at: number, texts: TextItems): Promise<Int32Array>;
  /** The piece is made: those behind it need not wait for it. */
  pass(at: number): void;
  /** It is passed, and not asked of again. */
  forget(at: number): void;
}

export function textsInTurn(texts: SharedTexts): TextsInTurn {
  const given = new Map<number, Int32Array>();
  /** Those that asked or are passed, from `next` on. */
  const passed = new Set<number>();
  const growth = newGrowth();
  let next = 0;
  const pass = (at: number): void => {
    if (at < next) return;
    passed.add(at);
    while (passed.delete(next)) next++;
    growth.note();
  };
  return {
    async numbers(at, items) {
      while (next < at) await growth.more();
      const numbers = given.get(at) ?? texts.add(items);
      given.set(at, numbers);
      pass(at);
      return numbers;
    },
    pass,
    forget(at) {
      given.delete(at);
      pass(at);
    },
  };
}
