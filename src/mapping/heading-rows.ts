/** Headings in two rows: a group above its columns (`Pris` over `Netto | Brutto`), or words that go on in the row below. */
import type { RawRow } from '../readers/reader.ts';
import { recogniseHeading } from './headings.ts';

/** A group's words count only where they make a heading we know. */
const SURE_ENOUGH = 0.75;

/**
 * Two rows that follow each other as one: each column's own words, with those of the group it stands in where these
 * say more. A group reaches right over empty cells, as merged cells are stored.
 * @returns `undefined` when the rows do not touch
 */
export function joinedRows(upper: RawRow, lower: RawRow | undefined): RawRow | undefined {
  if (lower === undefined || lower.row !== upper.row + 1) return undefined;
  const cells: string[] = [];
  let group = '';
  for (let index = 0; index < Math.max(upper.cells.length, lower.cells.length); index++) {
    const above = upper.cells[index]?.trim() ?? '';
    const below = lower.cells[index]?.trim() ?? '';
    // What has nothing below it heads one column, not a group.
    if (above !== '') group = below === '' ? '' : above;
    cells.push(below === '' ? above : joined(group, below));
  }
  return { row: lower.row, cells };
}

function joined(group: string, own: string): string {
  if (group === '') return own;
  const together = `${group} ${own}`;
  if ((recogniseHeading(together)?.confidence ?? 0) >= SURE_ENOUGH) return together;
  if (recogniseHeading(own) !== undefined) return own;
  const turned = `${own} ${group}`;
  return recogniseHeading(turned) === undefined ? together : turned;
}

/**
 * Whether the row below goes on with the headings above it, although together they say no more than the upper row:
 * nothing stands in the columns that name an article, and either every cell leaves its heading what it was, or several
 * divide one.
 * @param naming columns of item number, GTIN and name
 */
export function goesOn(upper: RawRow, lower: RawRow, together: RawRow, naming: ReadonlySet<number>): boolean {
  const filled = lower.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  if (filled.length === 0 || filled.some((index) => naming.has(index))) return false;
  const keeps = (index: number): boolean => {
    const before = recogniseHeading(upper.cells[index] ?? '')?.field;
    return before !== undefined && recogniseHeading(together.cells[index] ?? '')?.field === before;
  };
  const divided = filled.filter(
    (index) => (upper.cells[index]?.trim() ?? '') === '' && isInGroup(index, together, lower),
  );
  return filled.every(keeps) || divided.length > 0;
}

function isInGroup(index: number, together: RawRow, lower: RawRow): boolean {
  return together.cells[index] !== lower.cells[index]?.trim();
}
