/** A register of eco-label licences: an export of a label scheme's own, or a list the buyer keeps. */
import type { Field } from '../../catalogue/field.ts';
import type { Text } from '../../catalogue/text.ts';
import { findLabel, normalLicence } from '../../code-lists/labels.ts';
import type { LabelLicence } from '../../engine/references.ts';
import { readDate } from '../../mapping/dates.ts';
import { recogniseHeading } from '../../mapping/headings.ts';
import type { RawRow, Source } from '../../readers/reader.ts';
import type { OpenTable } from './open-table.ts';
import { type TableFault, tableError, tableRows } from './reference-table.ts';

const COLUMNS = ['label', 'licence', 'holder', 'product', 'validFrom', 'validTo'] as const;
type Column = (typeof COLUMNS)[number];

/** Columns of a catalogue that are one of a register's, too. */
const BY_FIELD: { readonly [F in Field]?: Column } = {
  ecoLabel: 'label',
  ecoLicence: 'licence',
  manufacturer: 'holder',
  supplierName: 'holder',
  name: 'product',
  validFrom: 'validFrom',
  validTo: 'validTo',
};

/** What only registers head their columns with. */
const OWN_HEADINGS: readonly (readonly [Column, RegExp])[] = [
  [
    'holder',
    /^(?:lisens|licen[cs]e?|lizenz)?-?\s*(?:innehaver|haver|holder|inneh[aå]vare|indehaver|inhaber)(?:\s|$)/iu,
  ],
  ['holder', /^(?:firma|foretak|företag|virksomhet|virksomhed|bedrift|company|unternehmen|selskap)(?:snavn|name)?$/iu],
  [
    'licence',
    /^(?:lisens|licens|licen[cs]e|lizenz|sertifikat|certifikat|certificate|zertifikat)(?:\s*(?:nr|no|id|code|kode|kod)\.?)?$/iu,
  ],
  [
    'validTo',
    /^(?:utløper|utløpsdato|udløber|udløbsdato|giltig t\.?o\.?m\.?|expires|expiry(?: date)?|expiration(?: date)?|valid until|ablauf\p{L}*)$/iu,
  ],
  ['product', /^(?:produkt(?:er)?|product(?:s)?|vare|produktnavn|product name)$/iu],
];

/** The headings stand among the first rows. */
const HEADINGS_WITHIN = 30;

/** @throws OperationalError with file and line: the buyer's own file, so that the buyer puts it right */
export async function loadLabelRegister(source: Source, open: OpenTable): Promise<readonly LabelLicence[]> {
  const licences: LabelLicence[] = [];
  const faults: TableFault[] = [];
  let places: ReadonlyMap<Column, number> | undefined;
  let seen = 0;
  for (const raw of await tableRows(source, open)) {
    if (places === undefined) {
      places = placesOf(raw);
      if (places === undefined && ++seen > HEADINGS_WITHIN) break;
      continue;
    }
    const licence = licenceOf(raw, places);
    if (licence === undefined) continue;
    if ('nb' in licence) faults.push({ row: raw.row, text: licence });
    else licences.push(licence);
  }
  if (places === undefined) throw tableError(source.name, [{ row: 1, text: WITHOUT_HEADINGS }]);
  if (faults.length > 0) throw tableError(source.name, faults);
  return licences;
}

const WITHOUT_HEADINGS: Text = {
  nb: 'Finner ikke overskriftene. Et merkeregister må ha en kolonne for merket og en for lisensnummeret, slik: `Miljømerke;Lisensnummer;Lisensinnehaver;Produkt;Gyldig til`.',
  en: 'The headings were not found. A label register must have a column for the label and one for the licence number, like this: `Eco-label;Licence number;Licence holder;Product;Valid to`.',
};

/** @returns `undefined` for a row that is not the headings */
function placesOf({ cells }: RawRow): ReadonlyMap<Column, number> | undefined {
  const places = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell.trim());
    if (column !== undefined && !places.has(column)) places.set(column, index);
  }
  return places.has('label') && places.has('licence') ? places : undefined;
}

function columnOf(heading: string): Column | undefined {
  if (heading === '') return undefined;
  const own = OWN_HEADINGS.find(([, pattern]) => pattern.test(heading));
  if (own !== undefined) return own[0];
  const field = recogniseHeading(heading)?.field;
  return field === undefined ? undefined : BY_FIELD[field];
}

/** @returns what the row says, or what is wrong with it; nothing for one without a number */
function licenceOf({ row, cells }: RawRow, places: ReadonlyMap<Column, number>): LabelLicence | Text | undefined {
  const cell = (column: Column): string => (cells[places.get(column) ?? cells.length] ?? '').trim();
  const number = cell('licence');
  if (number === '') return undefined;
  const label = findLabel(cell('label'));
  if (label === undefined || label.scope === 'claim') return unknownLabel(cell('label'));
  const dates: { validFrom?: string; validTo?: string } = {};
  for (const column of ['validFrom', 'validTo'] as const) {
    const text = cell(column);
    if (text === '') continue;
    const day = readDate(text);
    if (day === undefined) return noDate(text);
    dates[column] = day;
  }
  const holder = cell('holder');
  const product = cell('product');
  return {
    row,
    label: label.key,
    licence: normalLicence(label, number),
    ...(holder === '' ? {} : { holder }),
    ...(product === '' ? {} : { product }),
    ...dates,
  };
}

function unknownLabel(text: string): Text {
  return {
    nb: `\`${text}\` er ikke et kjent miljømerke. Skriv navnet på merket, slik som \`Svanemerket\`.`,
    en: `\`${text}\` is not a known eco-label. Write the name of the label, such as \`Svanemerket\`.`,
  };
}

function noDate(text: string): Text {
  return {
    nb: `\`${text}\` er ingen dato. Skriv den slik: \`31.12.2026\`.`,
    en: `\`${text}\` is not a date. Write it like this: \`31.12.2026\`.`,
  };
}
