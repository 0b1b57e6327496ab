/** Which unreadable fields are errors. */
import type { Field } from '../../catalogue/field.ts';

/** A price means nothing without what it is for: unreadable, these make every comparison of prices worthless. */
const PRICE_IS_FOR: ReadonlySet<Field> = new Set(['currency', 'packQuantity', 'priceBaseQuantity']);

/** @param byErrors fields that a switched-on error rule needs; absent: take every field so */
export function isNeeded(field: Field, byErrors: ReadonlySet<Field> | undefined): boolean {
  return (
    byErrors === undefined ||
    byErrors.has(field) ||
    field === 'itemNumber' ||
    (PRICE_IS_FOR.has(field) && byErrors.has('price'))
  );
}
