/** What a file says once it is read and mapped, to be compared with what it was built from. */
import { FIELD_NAMES, type Field } from '../../src/catalogue/field.ts';
import type { CatalogueLine } from '../../src/catalogue/line.ts';
import { mapRows } from '../../src/mapping/map-rows.ts';
import { openMapped, type Reading } from '../../src/pipeline/inputs/open-catalogue.ts';
import { CARRIED_STATUSES, carriedFields } from '../../src/readers/carried-fields.ts';
import type { FileFormat, Source } from '../../src/readers/reader.ts';
import type { BuiltLine } from './built-lines.ts';

/** As {@link BuiltLine}, with everything that reading met. */
export type ReadLine = Readonly<Record<string, unknown>>;

export async function readLines(
  source: Source,
  reading: Reading = {},
): Promise<{ format: FileFormat; lines: readonly ReadLine[] }> {
  const { file, mapping } = await openMapped(source, reading, undefined);
  const lines: ReadLine[] = [];
  for await (const batch of mapRows(file.rows(), mapping)) for (const { line } of batch) lines.push(canonical(line));
  return { format: file.format, lines };
}

function canonical(line: CatalogueLine): ReadLine {
  const { ecoLabel, ecoLicence, orderable, unreadable, problems } = line;
  const values: Record<string, unknown> = {};
  for (const field of FIELD_NAMES) if (line[field] !== undefined) values[field] = line[field];
  const licence = ecoLicence ?? ecoLabel?.[0]?.licence;
  return {
    ...values,
    ...(ecoLabel === undefined ? {} : { ecoLabel: ecoLabel.map(({ key, text }) => key ?? text).join('; ') }),
    ...(licence === undefined ? {} : { ecoLicence: licence }),
    ...(orderable === undefined ? {} : { orderable: String(orderable) }),
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(problems === undefined ? {} : { problems }),
  };
}

/** What is left of a line in a format that has no room for the rest. */
export function carried(line: BuiltLine, format: FileFormat): BuiltLine {
  const fields = carriedFields(format);
  const statuses = CARRIED_STATUSES[format];
  return Object.fromEntries(
    Object.entries(line).filter(
      ([field, value]) =>
        fields.has(field as Field) && (field !== 'status' || statuses === undefined || statuses.includes(value)),
    ),
  );
}
