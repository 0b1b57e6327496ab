/** What a text says of a pack: `pk à 100 stk`, `krt/12`, `6x1,5 l`. */
import { type Decimal, multiply, parseDecimal } from '../catalogue/decimal.ts';
import { measureOf } from './unit-measures.ts';
import { findUnit } from './units.ts';

export interface PackText {
  /** UN/ECE code of the pack itself; absent where only its content is told. */
  readonly unit?: string;
  /** How many there are in it. */
  readonly quantity: Decimal;
  /** UN/ECE code of what it holds, where the text says it of single ones: not in `6x1,5 l`. */
  readonly contentUnit?: string;
}

/** No three decimals: `1.234` may be a thousand. */
const COUNT = '(\\d{1,6}(?:[.,]\\d{1,2})?)';
const WORD = '(\\p{L}[\\p{L}\\d²³.-]*?)\\.?';
const TIMES = ' ?[x×*] ?';

const PACK_OF = new RegExp(`^${WORD} ?(?: (?:à|á|a|m|med|of|av) |[à@/:=] ?|m/ ?| )${COUNT} ?(?:${WORD})?$`, 'u');
const PACK_OF_SIZED = new RegExp(
  `^${WORD} ?(?: (?:à|á|a|med|of|av) |[à@/:=] ?| )${COUNT}${TIMES}${COUNT} ?${WORD}$`,
  'u',
);
const COUNTED_PACK = new RegExp(
  `^${COUNT}(?:-| ?${WORD} ?(?:/|pr\\.? ?|per ))(pk|pakn|pack|pakke|eske|krt|kartong|pose|boks|rull)\\.?$`,
  'u',
);
const SIZED = new RegExp(`^${COUNT}${TIMES}${COUNT} ?${WORD}$`, 'u');
const COUNTED = new RegExp(`^(?:(?:pr|per|pro|à|a)\\.? ?)?${COUNT}(?: ?${WORD})?$`, 'u');

/**
 * @param text of a unit cell, which is no unit by itself
 * @returns `undefined` where it is not a pack that we know with a number that nobody can misread
 */
export function packOfUnit(text: string): PackText | undefined {
  // `pk (4 stk)` says it as `pk 4 stk` does.
  const words = normal(text).replace(/ ?\(([^()]+)\)$/u, ' $1');
  const [, sizedPack, sizedCount, size, sizeUnit] = PACK_OF_SIZED.exec(words) ?? [];
  if (sizedPack !== undefined && sizedCount !== undefined) {
    const told = pack(sizedPack, sizedCount, undefined);
    return told === undefined ? undefined : withSize(told, size, sizeUnit);
  }
  const [, word, count, content] = PACK_OF.exec(words) ?? [];
  if (word !== undefined && count !== undefined) return pack(word, count, content);
  const [, number, of, container] = COUNTED_PACK.exec(words) ?? [];
  return number === undefined || container === undefined ? undefined : pack(container, number, of);
}

/**
 * @param text of a cell that says how many there are, or how many a price is for; no bare number
 * @returns `undefined` for what is no number of known units
 */
export function packOfQuantity(text: string): PackText | undefined {
  const words = normal(text);
  const [, sized, size, sizeUnit] = SIZED.exec(words) ?? [];
  if (sized !== undefined) {
    const told = counted(sized);
    return told === undefined ? undefined : withSize(told, size, sizeUnit);
  }
  const [, count, word] = COUNTED.exec(words) ?? [];
  if (count === undefined) return packOfUnit(text);
  const contentUnit = word === undefined ? undefined : findUnit(word);
  const quantity = counted(count)?.quantity;
  if (quantity === undefined || (word !== undefined && contentUnit === undefined)) return undefined;
  return { quantity, ...(contentUnit === undefined ? {} : { contentUnit }) };
}

function normal(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** Packs and sets hold things; a litre or a piece does not. */
function pack(word: string, count: string, content: string | undefined): PackText | undefined {
  const unit = findUnit(word);
  const quantity = counted(count)?.quantity;
  if (unit === undefined || quantity === undefined || !(unit.startsWith('X') || unit === 'SET')) return undefined;
  if (content === undefined) return { unit, quantity };
  const contentUnit = findUnit(content);
  return contentUnit === undefined ? undefined : { unit, quantity, contentUnit };
}

/** Six bottles of a litre and a half are six; five packs of a hundred pieces are five hundred of them. */
function withSize(told: PackText, size = '', sizeUnit = ''): PackText | undefined {
  const contentUnit = findUnit(sizeUnit);
  if (contentUnit === undefined) return undefined;
  if ((measureOf(contentUnit)?.base ?? 'H87') !== 'H87') return told;
  const each = counted(size)?.quantity;
  return each === undefined ? undefined : { ...told, quantity: multiply(told.quantity, each), contentUnit };
}

function counted(text: string): PackText | undefined {
  const quantity = parseDecimal(text.replace(',', '.'));
  return quantity === undefined || quantity === '0' ? undefined : { quantity };
}
