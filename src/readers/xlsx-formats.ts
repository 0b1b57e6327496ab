/** Number formats of a workbook: which cells are dates, times or codes with leading zeros. */
import { damaged } from '../catalogue/damage.ts';
import { parseXml } from './xml.ts';

/** What a person sees of a number: the number, a percentage, a day, a time of day, a length of time, or a code of fixed length. */
export type Shown = 'number' | 'percent' | 'date' | 'time' | 'duration' | 'code';

export interface CellFormat {
  /** Absent for the general format. */
  readonly code?: string;
  readonly shown: Shown;
}

export const GENERAL: CellFormat = { shown: 'number' };

/** Cell formats by the style number of a cell, as written in its attribute `s`; no style is `0`. */
export type CellFormats = ReadonlyMap<string, CellFormat>;

/** Spreadsheets stop at 65,490. */
const MAX_STYLES = 100_000;

/** Dates in East Asian spreadsheets; their codes differ by language and are not stored. */
const EAST_ASIAN_DATE = 'yyyy-mm-dd';

/** Formats that are stored by number only. @see ECMA-376 part 1, 18.8.30 numFmt */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"$"#,##0_);("$"#,##0)'],
  [6, '"$"#,##0_);[Red]("$"#,##0)'],
  [7, '"$"#,##0.00_);("$"#,##0.00)'],
  [8, '"$"#,##0.00_);[Red]("$"#,##0.00)'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  ...numbers(27, 36).map((id): [number, string] => [id, EAST_ASIAN_DATE]),
  [37, '#,##0_);(#,##0)'],
  [38, '#,##0_);[Red](#,##0)'],
  [39, '#,##0.00_);(#,##0.00)'],
  [40, '#,##0.00_);[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  ...numbers(50, 58).map((id): [number, string] => [id, EAST_ASIAN_DATE]),
]);

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What a number with this format code is shown as. Only the first section counts: the one for positive numbers. */
export function shownAs(code: string): Shown {
  if (/^(?:general|standard)$/i.test(code)) return 'number';
  if (codeMask(code) !== undefined) return 'code';
  const bare = (code.replace(/"[^"]*"?|[\\_*]./g, '').split(';')[0] ?? '').toLowerCase();
  const duration = /\[(?:h+|m+|s+)\]/.test(bare);
  const letters = bare
    .replace(/\[[^[\]]*\]/g, '')
    .replace(/am\/pm|a\/p/g, '')
    .replace(/(^|[s:])\.0+/g, '$1');
  // An unquoted unit, such as `0 st`: a number all the same.
  if (/[0#?]/.test(letters)) return letters.includes('%') ? 'percent' : 'number';
  if (duration) return 'duration';
  if (/[yd]/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}

const CODE_MASK = /^(?:\[[^\]]*\])?(?:"([^"]*)")?((?:0|(?:\\[ -]|[ -]|"[ -]")(?=0))+)(?:;.*)?$/;

/**
 * What stands before the digits of a code, and the places of its digits: `"A-"00\-000` is `A-` and `00-000`.
 * @returns `undefined` for a format that shows a number, a day or the like
 */
function codeMask(code: string): { readonly before: string; readonly mask: string } | undefined {
  const match = CODE_MASK.exec(code);
  if (match === null) return undefined;
  const [, before = '', places = ''] = match;
  const mask = places.replace(/[\\"]/g, '');
  // A single digit is how a whole number is shown; blanks between single digits are nobody's.
  return /00/.test(mask) ? { before, mask } : undefined;
}

/**
 * A whole number as its format for codes shows it: zeros in front, and what stands between the digits.
 * @param digits without sign, point or leading zeros
 */
export function codeText(digits: string, code: string): string | undefined {
  const shape = codeMask(code);
  if (shape === undefined) return undefined;
  let text = '';
  let next = digits.length;
  for (let at = shape.mask.length - 1; at >= 0; at--) {
    text = (shape.mask[at] === '0' ? (digits[--next] ?? '0') : shape.mask[at]) + text;
  }
  return shape.before + digits.slice(0, Math.max(next, 0)) + text;
}

/**
 * Reads the styles part.
 * @throws UnusableFile when it is damaged
 */
export async function readFormats(bytes: AsyncIterable<Uint8Array>, part: string): Promise<CellFormats> {
  const custom = new Map<number, string>();
  const styles: number[] = [];
  const parents: string[] = [];
  await parseXml(
    bytes,
    {
      open(name, attributes) {
        const parent = parents.at(-1);
        // Formats for single conditions and named styles use the same elements elsewhere in the part.
        if (name === 'numFmt' && parent === 'numFmts') {
          custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        } else if (name === 'xf' && parent === 'cellXfs') {
          styles.push(Number(attributes.numFmtId ?? 0));
          if (styles.length > MAX_STYLES) throw damaged('styles', part);
        }
        parents.push(name);
      },
      close: () => void parents.pop(),
      text: () => {},
    },
    part,
  );
  const formats = new Map<number, CellFormat>();
  const formatOf = (id: number): CellFormat => {
    const known = formats.get(id) ?? cellFormat(custom.get(id) ?? BUILT_IN.get(id));
    formats.set(id, known);
    return known;
  };
  return new Map(styles.map((id, index) => [String(index), formatOf(id)]));
}

function cellFormat(code: string | undefined): CellFormat {
  if (code === undefined || code === '' || /^(?:general|standard)$/i.test(code)) return GENERAL;
  return { code, shown: shownAs(code) };
}
