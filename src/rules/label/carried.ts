import type { CatalogueLine } from '../../catalogue/line.ts';
import { generalLabel } from '../../code-lists/labels.ts';

/** Whether the label field of the line names the label, or one that is a kind of it. */
export function carries({ ecoLabel }: CatalogueLine, key: string): boolean {
  return (
    ecoLabel?.some((label) => label.key !== undefined && (label.key === key || generalLabel(label.key) === key)) ===
    true
  );
}
