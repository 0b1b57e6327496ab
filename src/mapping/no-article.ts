/** Rows between the lines that are no articles: headings once more, sums, remarks, titles of groups. */
import type { Aside, AsideKind } from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { RawRow } from '../readers/reader.ts';
import type { Mapping } from './mapping.ts';
import { isHeadingRow } from './repeated-heading.ts';
import { isWholeRecord } from './whole-record.ts';

/** Of an article all of these stand there, mostly: a row that has them needs no second look. */
export function mayBeNoArticle({ itemNumber, name, price, gtin }: CatalogueLine): boolean {
  return gtin === undefined && (itemNumber === undefined || name === undefined || price === undefined);
}

/** What a row is that is no article; nothing where it is one, or may be one that is badly written. */
export function noArticleKind(raw: RawRow, { header, readers }: Mapping): AsideKind | undefined {
  const { cells } = raw;
  const { columns, headingRow } = header;
  if (raw.row <= headingRow || headingRow === 0 || raw.oddities !== undefined) return undefined;
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  const first = cells[filled[0] ?? 0]?.trim() ?? '';
  if (first === '') return undefined;
  if (isHeadingRow(raw, columns)) return 'heading';
  const others = filled.slice(1).map((index) => cells[index]?.trim() ?? '');
  if (SUM.test(first.replace(VAT_NOTE, '')) && others.length > 0 && others.every((cell) => AMOUNT.test(cell)))
    return 'sum';
  if (others.length > 0) return undefined;
  if (REMARK.test(first)) return 'remark';
  if (readers.some(({ index, field }) => index === filled[0] && field === 'itemNumber') && isSentence(first))
    return 'remark';
  // A row with cells missing may be the rest of a line that was torn apart.
  const isWhole = !isWholeRecord(raw, header) || cells.length >= columns.length;
  const field = readers.find(({ index }) => index === filled[0])?.field;
  const canBeTitle = columns.length >= FEW_COLUMNS && isWhole && (field === undefined || TITLED.has(field));
  return canBeTitle && TITLE.test(first) ? 'title' : undefined;
}

/** `Alle priser er eks. mva og gjelder til 31.12.2026.`: no number of an article has so many words. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length >= SENTENCE && words.filter((word) => /^\p{L}{2,}[.,:;!]?$/u.test(word)).length >= SENTENCE_WORDS;
}

const SENTENCE = 5;
const SENTENCE_WORDS = 3;

/** What is said of a row that is no article, and where it lies. */
export function asideOf(raw: RawRow, kind: AsideKind): Aside {
  const { row, start, end, cells } = raw;
  const text = cells
    .filter((cell) => cell.trim() !== '')
    .join(' · ')
    .slice(0, SHOWN);
  return { row, kind, text, ...(start === undefined || end === undefined ? {} : { start, end }) };
}

const SHOWN = 80;
/** In a file of fewer columns an article may well have one cell. */
const FEW_COLUMNS = 3;
/** Where titles of groups stand. A group, a brand or a text alone is one too, but an unknown column says nothing. */
const TITLED: ReadonlySet<Field> = new Set(['itemNumber', 'name', 'description', 'productGroup']);
const SUM =
  /^(?:(?:del|mellom|slutt|total|sub|grand|netto|brutto)?[- ]?(?:sum|summa|summe|total|totalt|totalsum)|sum (?:alle|totalt|eks)\b.*|i alt|samlet|zwischensumme|gesamt(?:summe)?|antall (?:varer|linjer))\s*[:.]?$/i;
/** Of `Totalt eks. mva` and `Summa (inkl. moms)`: what stands after the sum. */
const VAT_NOTE =
  /[ ,]*\(?(?:eks|ekskl|exkl|excl|ex|inkl|incl|uten|utan|med)\.? (?:mva|moms|vat|merverdiavgift)\.?\)?(?=[:.]?$)/i;
const AMOUNT = /^(?:(?:kr|nok|sek|dkk|eur|€)\.? ?)?-?\d[\d\s.,\u00a0]*(?:,-|kr|nok|sek|dkk|eur|€)?$/i;
const REMARK = /^(?:#|\/\/|\*|--|NB[:!]|Merk[:!])/i;
/** Words, not a number of an article. */
const TITLE = /^(?=.*\p{L}{3})[^\d]+$/u;
