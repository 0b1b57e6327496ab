/**
 * A whole catalogue, or changes to one, as Ariba CIF 3.0.
 * @see SAP Ariba, Catalog Format Reference
 */
import { type DocumentHeader, registeredId } from '../catalogue/document-header.ts';
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { workingDays } from '../code-lists/lead-time.ts';
import { canonicalText } from '../mapping/map-rows.ts';
import type { CsvDialect } from '../readers/reader.ts';
import {
  type CatalogueContent,
  newLeftOutNotes,
  newRefusedLines,
  requireHeader,
  unreadVital,
  type WrittenCatalogue,
  withPack,
} from './catalogue-content.ts';
import { writeRecord } from './csv.ts';
import { noteUntold } from './left-out.ts';

const TITLE = 'CIF 3.0';

/** The twelve that every file has come first; of the others, those that some line has. */
const FIELDS: readonly (readonly [name: string, field: Field | undefined])[] = [
  ['Supplier ID', 'supplierId'],
  ['Supplier Part ID', 'itemNumber'],
  ['Manufacturer Part ID', 'manufacturerItemNumber'],
  ['Item Description', 'description'],
  ['SPSC Code', 'unspsc'],
  ['Unit Price', 'price'],
  ['Unit of Measure', 'unit'],
  ['Lead Time', 'leadTime'],
  ['Manufacturer Name', 'manufacturer'],
  ['Supplier URL', 'productUrl'],
  ['Manufacturer URL', undefined],
  ['Market Price', 'listPrice'],
  ['Short Name', 'name'],
  ['Currency', 'currency'],
  ['Effective Date', 'validFrom'],
  ['Expiration Date', 'validTo'],
  ['Minimum Quantity', 'minOrderQuantity'],
  ['Maximum Quantity', 'maxOrderQuantity'],
  ['Quantity Interval', 'orderInterval'],
  ['Price Unit Quantity', 'priceBaseQuantity'],
  ['Image', 'imageUrl'],
  ['Keywords', 'keywords'],
  ['GTIN', 'gtin'],
  ['Delete', 'action'],
];
const USUAL = 14;
export const CIF_WRITTEN: ReadonlySet<Field> = new Set(FIELDS.flatMap(([, field]) => field ?? []));
const DIALECT: CsvDialect = { encoding: 'utf-8', bom: false, delimiter: ',', lineEnd: '\r\n' };

/**
 * @returns what was written, at the end
 * @throws OperationalError that names what the header lacks, or the lines that cannot be written
 */
export async function* cifParts(content: CatalogueContent): AsyncGenerator<string | Uint8Array, WrittenCatalogue> {
  const { header, survey, kind } = content;
  requireHeader(missingIn(header, content), TITLE);
  const fields = FIELDS.filter(
    ([, field], at) => at < USUAL || (field !== undefined && (survey.fields.includes(field) || isAction(field, kind))),
  );
  yield headText(content, fields.map(([name]) => name).join(','));
  const leftOut = newLeftOutNotes();
  const refused = newRefusedLines();
  const columns: ReadonlySet<string> = new Set();
  let lines = 0;
  for await (const batch of content.lines()) {
    const records = batch.map((line) => {
      const whole = withPack(line);
      noteUntold(line, isTold, columns, leftOut);
      for (const why of [...unreadVital(whole), ...lacksOf(whole, header)]) refused.note(line, why);
      return writeRecord(
        fields.map(([, field]) => cell(whole, field, header)),
        DIALECT,
      );
    });
    lines += batch.length;
    yield Buffer.concat(records);
  }
  refused.end(TITLE);
  yield 'ENDOFDATA\r\n';
  return { lines, leftOut: leftOut.all() };
}

function isAction(field: Field, kind: CatalogueContent['kind']): boolean {
  return field === 'action' && kind === 'changes';
}

/** Who supplies it may stand in each line. */
function missingIn({ issued, supplier = {} }: DocumentHeader, { survey }: CatalogueContent): readonly string[] {
  const isNamed = registeredId(supplier) !== undefined || survey.fields.includes('supplierId');
  return [...(issued === undefined ? ['issued'] : []), ...(isNamed ? [] : ['supplier.organisationNumber'])];
}

function headText({ header, survey, kind }: CatalogueContent, fieldNames: string): string {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['CHARSET', 'UTF-8'],
    ['LOADMODE', kind === 'changes' ? 'I' : 'F'],
    ['CODEFORMAT', 'UNSPSC'],
    ['CURRENCY', header.currency],
    ['UNUOM', 'TRUE'],
    ['COMMENTS', header.name?.replace(/\s+/g, ' ')],
    ['ITEMCOUNT', String(survey.lines)],
    ['TIMESTAMP', header.issued],
    ['FIELDNAMES', fieldNames],
  ];
  const given = values.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return ['CIF_I_V3.0', ...given, 'DATA', ''].join('\r\n');
}

function lacksOf({ itemNumber, name, description, price, currency }: CatalogueLine, header: DocumentHeader) {
  return [
    ...(price !== undefined && (currency ?? header.currency) === undefined
      ? [{ nb: 'uten valuta', en: 'without a currency' }]
      : []),
    ...(itemNumber === undefined ? [{ nb: 'uten varenummer', en: 'without an item number' }] : []),
    ...(name === undefined && description === undefined ? [{ nb: 'uten navn', en: 'without a name' }] : []),
  ];
}

function isTold(field: Field, text: string): boolean {
  return field === 'leadTime' ? workingDays(text) !== undefined : CIF_WRITTEN.has(field);
}

function cell(line: CatalogueLine, field: Field | undefined, { supplier = {} }: DocumentHeader): string {
  if (field === undefined) return '';
  if (field === 'action') return line.action === 'delete' ? 'True' : '';
  if (line.unreadable?.[field] !== undefined) return '';
  if (field === 'leadTime') return workingDays(line.leadTime ?? '') ?? '';
  const text = canonicalText(line, field);
  if (field === 'supplierId') return text || (registeredId(supplier)?.id ?? '');
  // Every item must have a description; where it has none, its name is one.
  if (field === 'description') return text || (line.name ?? '');
  return text;
}
