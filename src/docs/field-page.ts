/** docs/fields.md: the fields of a catalogue line. */
import { FIELD_NAMES, FIELDS, type FieldKind } from '../catalogue/field.ts';
import { table } from './markdown-table.ts';

const KINDS: Readonly<Record<FieldKind, string>> = {
  text: 'text, kept as written',
  decimal: 'exact decimal: `12.5`',
  money: 'amount, exact decimal: `1249.9`',
  percent: 'percent, exact decimal: `25`',
  date: 'day: `2026-01-31`',
  unit: 'UNECE Rec 20/21 code: `EA`, `XPK`',
  currency: 'ISO 4217 code: `NOK`',
  boolean: 'yes or no',
  digits: 'digits as text: leading zeros stay',
  labels: 'eco-labels, by name or code',
  action: '`add`, `update` or `delete`',
  status: '`active`, `new`, `discontinued` or `temporarilyUnavailable`',
};

export function fieldPage(): string {
  return `# Fields

<!-- Written by \`npm run generate\`. -->

The names of the fields are the same in mapping files, in rule sets, in \`findings.csv\` and in the code. The last column says
what a value looks like once it has been read; in a supplier's file it can look different. A column that is not one of these
fields is carried along unchanged.

${table(
  ['Field', 'Norsk', 'English', 'Value'],
  FIELD_NAMES.map((field) => {
    const { kind, title } = FIELDS[field];
    return [`\`${field}\``, title.nb, title.en, KINDS[kind]];
  }),
)}`;
}
