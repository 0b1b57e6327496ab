/** Whether what the supplier sent of a line reaches the approved catalogue. */
import type { Field } from '../../catalogue/field.ts';
import type { Ledger } from '../../decision/ledger.ts';

/** @param field absent: the line itself, with whatever was put right in it */
export function goesOn(ledger: Ledger, ordinal: number, field: Field | undefined): boolean {
  switch (ledger.disposition(ordinal)) {
    case 'approve':
      return true;
    case 'correct':
      return field === undefined || !Object.hasOwn(ledger.corrections.get(ordinal) ?? {}, field);
    case 'keepPrevious':
    case 'withhold':
      return false;
  }
}
