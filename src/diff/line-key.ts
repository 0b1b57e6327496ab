/** What a line is known by from one version of a catalogue to the next. */
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import type { CatalogueLine } from '../catalogue/line.ts';

/** In order of trust; the first that both catalogues have columns for is taken. */
const KEYS: readonly (readonly Field[])[] = [
  ['itemNumber'],
  ['gtin'],
  ['manufacturer', 'manufacturerItemNumber'],
  ['manufacturer', 'name'],
  ['name'],
];

/** @returns the fields a line is known by, none when the catalogues have nothing in common to know a line by */
export function chooseKey(before: ReadonlySet<Field>, after: ReadonlySet<Field>): readonly Field[] {
  return KEYS.find((fields) => fields.every((field) => before.has(field) && after.has(field))) ?? [];
}

/** @returns `undefined` for a line that lacks a part of the key */
export function keyOf(line: CatalogueLine, key: readonly Field[]): string | undefined {
  const [only] = key;
  if (key.length === 1 && only !== undefined) return partOf(line, only);
  const parts: string[] = [];
  for (const field of key) {
    const part = partOf(line, field);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('\u001f');
}

function partOf(line: CatalogueLine, field: Field): string | undefined {
  if (field === 'gtin') return line.gtin === undefined ? undefined : comparableGtin(line.gtin);
  const value = line[field];
  return typeof value === 'string' ? value : undefined;
}
