/** A catalogue line as a line of JSON: every value exactly, by the names of our fields. */
import { FIELD_NAMES, type Field, isField } from '../catalogue/field.ts';
import type { CatalogueLine, EcoLabel } from '../catalogue/line.ts';
import { remembering } from '../catalogue/remembering.ts';

/** The name of a field is the field's. */
export function extraKey(name: string): string {
  return isField(name) ? `${name} (2)` : name;
}

/**
 * One line of JSON with every key that a line may have, so that no reader has to look far for them.
 * @param fields gets those that only this line has: the currency of a price that names its own
 * @param extras keys by name; gets new ones too
 */
export function lineInJson(line: CatalogueLine, fields: Set<Field>, extras: Map<string, string>): string {
  for (const field of FIELD_NAMES)
    if (field !== 'action' && (line[field] !== undefined || line.unreadable?.[field] !== undefined)) fields.add(field);
  for (const name of Object.keys(line.extra ?? {})) if (!extras.has(name)) extras.set(name, extraKey(name));
  let text = '';
  for (const field of fields) text += member(field, line.unreadable?.[field] ?? valueIn(line, field));
  for (const [name, key] of extras) text += member(key, line.extra?.[name] ?? '');
  return `{${text.slice(1)}}\n`;
}

/** With a comma before it. */
function member(key: string, value: string | readonly EcoLabel[]): string {
  return `,${keyInJson(key)}:${value === '' ? '""' : JSON.stringify(value)}`;
}

const keyInJson = remembering((key) => JSON.stringify(key));

function valueIn(line: CatalogueLine, field: Field): string | readonly EcoLabel[] {
  const value = line[field];
  if (value === undefined) return '';
  return typeof value === 'boolean' ? String(value) : value;
}
