/** What the diff says of a line, and where in the new catalogue the line stands. */
import type { FieldChange } from './compare-lines.ts';

export interface LineChange extends FieldChange {
  readonly item: string;
  /** `ambiguous`: two or more lines of one catalogue share the key, so that nothing can be said of them. */
  readonly change: 'added' | 'removed' | 'changed' | 'renumbered' | 'ambiguous';
}

export interface PlacedChange {
  /** Position of the new line; absent for removed and ambiguous ones, which come last. */
  readonly ordinal?: number;
  /** Position of a removed line in the previous version. */
  readonly position?: number;
  readonly change: LineChange;
}
