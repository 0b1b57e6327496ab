/** Which fields each format has room for, from the tables its reader goes by. */
import { FIELD_NAMES, type Field } from '../catalogue/field.ts';
import { bmecatColumns } from './bmecat-columns.ts';
import { CIF_FIELDS } from './cif.ts';
import type { FileFormat } from './reader.ts';
import { UBL_COLUMNS } from './ubl-columns.ts';

/** `line`: each line its own; `once`: one for the whole catalogue; `some`: not every value. */
export type Carried = 'line' | 'once' | 'some';

/** Statuses a format has a word or an element for, where it lacks some. */
export const CARRIED_STATUSES: Readonly<Partial<Record<FileFormat, readonly string[]>>> = {
  ubl: ['temporarilyUnavailable'],
  bmecat: ['active', 'new', 'discontinued'],
};

export function carriedFields(format: FileFormat): ReadonlyMap<Field, Carried> {
  switch (format) {
    case 'csv':
    case 'xlsx':
    case 'jsonl':
      return new Map(FIELD_NAMES.map((field) => [field, 'line']));
    case 'ubl':
      // A certificate holds the licence number too.
      return new Map([...carriedBy(UBL_COLUMNS, format), ['ecoLicence', 'line']]);
    case 'bmecat':
      return new Map(carriedBy(bmecatColumns('ARTICLE'), format));
    case 'cif':
      return new Map(Object.values(CIF_FIELDS).map((field) => [field, 'line']));
  }
}

function carriedBy(
  columns: readonly { readonly field?: Field; readonly heading: string; readonly shared?: true }[],
  format: FileFormat,
): readonly (readonly [Field, Carried])[] {
  const howOf = (field: Field, isOnce: boolean): Carried => {
    if (field === 'status' && CARRIED_STATUSES[format] !== undefined) return 'some';
    return isOnce ? 'once' : 'line';
  };
  return columns.flatMap(({ field, heading, shared }): readonly (readonly [Field, Carried])[] =>
    field === undefined ? [] : [[field, howOf(field, shared === true || heading.startsWith('/'))]],
  );
}
