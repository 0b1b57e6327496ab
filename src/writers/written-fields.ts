/** Which fields each format is written with, from the tables its writer goes by; CSV, Excel and JSON have room for all. */
import type { Field } from '../catalogue/field.ts';
import { CARRIED_STATUSES, type Carried, carriedFields } from '../readers/carried-fields.ts';
import { CIF_WRITTEN } from './cif-catalogue.ts';
import { PEPPOL_SHARED, PEPPOL_WRITTEN } from './peppol-texts.ts';

export const DOCUMENT_FORMATS = ['peppol', 'bmecat', 'cif'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Peppol and EHF are written with the same fields. */
export function writtenFields(format: DocumentFormat): ReadonlyMap<Field, Carried> {
  switch (format) {
    case 'peppol':
      return new Map([
        ...PEPPOL_WRITTEN.map((field): [Field, Carried] => [field, field === 'status' ? 'some' : 'line']),
        ...PEPPOL_SHARED.map((field): [Field, Carried] => [field, 'once']),
        // A licence number stands with its label.
        ['ecoLicence', 'line'],
        ['action', 'line'],
      ]);
    case 'bmecat':
      return carriedFields('bmecat');
    case 'cif':
      return new Map([...CIF_WRITTEN].map((field) => [field, 'line']));
  }
}

/** Statuses a format has a word or an element for, where it lacks some. */
export const WRITTEN_STATUSES: Readonly<Partial<Record<DocumentFormat, readonly string[]>>> = {
  peppol: CARRIED_STATUSES.ubl ?? [],
  bmecat: CARRIED_STATUSES.bmecat ?? [],
};
