/** What of the unreadable could be read in two ways. */
import { FIELD_NAMES, type Field, fieldKind } from '../../catalogue/field.ts';
import { twoDays, twoNumbers } from '../../catalogue/open-value.ts';
import type { Problem } from '../../engine/rule.ts';

const KINDS: ReadonlySet<string> = new Set(['money', 'decimal', 'percent', 'date']);

export const AMBIGUOUS_FIELDS: readonly Field[] = FIELD_NAMES.filter((field) => KINDS.has(fieldKind(field)));

/** @param actual the text that was not read */
export function ambiguity(field: Field, actual: string): (Problem & { readonly field: Field }) | undefined {
  const kind = fieldKind(field);
  if (!KINDS.has(kind)) return undefined;
  const message = kind === 'date' ? 'date' : 'number';
  const [one, other] = (kind === 'date' ? twoDays(actual) : twoNumbers(actual)) ?? [];
  return one === undefined || other === undefined ? undefined : { field, actual, message, parameters: { one, other } };
}
