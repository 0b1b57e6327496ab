/** The supplier's own words for statuses, currencies, labels and yes and no, as `mapping.yaml` translates them. */
import type { Field } from '../catalogue/field.ts';
import { findCurrency } from '../code-lists/currencies.ts';
import { findLabel } from '../code-lists/labels.ts';
import type { OwnValues, ValueField } from './mapping.ts';
import { readBoolean, readStatus } from './values.ts';

export const VALUE_FIELDS = ['status', 'orderable', 'currency', 'ecoLabel'] as const satisfies readonly ValueField[];

/** Whether the word on the right is one that needs no translation itself. */
export function isReadableAs(field: ValueField, word: string): boolean {
  switch (field) {
    case 'status':
      return readStatus(word) !== undefined;
    case 'orderable':
      return readBoolean(word) !== undefined;
    case 'currency':
      return findCurrency(word) !== undefined;
    case 'ecoLabel':
      return findLabel(word) !== undefined;
  }
}

/** @returns what translates a field's cells, case aside; `undefined` where nothing is said of the field */
export function translation(values: OwnValues | undefined, field: Field): ((text: string) => string) | undefined {
  const said = VALUE_FIELDS.find((one) => one === field);
  const words = said === undefined ? undefined : values?.[said];
  if (words === undefined || Object.keys(words).length === 0) return undefined;
  const known = new Map(Object.entries(words).map(([word, meant]) => [word.trim().toLowerCase(), meant]));
  return (text) => known.get(text.toLowerCase()) ?? text;
}
