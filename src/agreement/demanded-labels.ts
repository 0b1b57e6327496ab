/** Labels that the price list demands of an article: any one of them will do. */
import type { EcoLabel } from '../catalogue/line.ts';
import { readLabels } from '../mapping/read-labels.ts';

/** `Svanemerket eller EU Ecolabel`, `FSC/PEFC`: what a purchaser writes between alternatives. */
const OR = /\s+(?:eller|el\.|or|oder)\s+|\s*\/\s*/iu;

/**
 * @param cell the labels of the cell as a catalogue's would be read
 * @returns keys of code-lists/labels.ts, each once, and the words that name no label: `Ja`, `miljømerket`
 */
export function readDemandedLabels(cell: readonly EcoLabel[]): {
  readonly keys: readonly string[];
  readonly unknown: readonly string[];
} {
  const keys = new Set<string>();
  const unknown: string[] = [];
  for (const { key, text } of cell) {
    if (key !== undefined) keys.add(key);
    else for (const words of text.split(OR)) addAlternative(words, keys, unknown);
  }
  return { keys: [...keys], unknown };
}

function addAlternative(words: string, keys: Set<string>, unknown: string[]): void {
  const labels = readLabels(words);
  // `Svanemerket eller ingen` demands nothing that anybody could check.
  if (labels.length === 0 || labels.some(({ key }) => key === undefined)) unknown.push(words.trim());
  else for (const { key } of labels) if (key !== undefined) keys.add(key);
}
