/** An approved catalogue as lines of JSON with our own names for the fields, whatever format it came in. */
import type { Field } from '../../catalogue/field.ts';
import { fieldsOf } from '../../diff/previous-version.ts';
import { extraKey, lineInJson } from '../../mapping/line-json.ts';
import { mapRow } from '../../mapping/map-rows.ts';
import { withPack } from '../../writers/catalogue-content.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { writeFileFrom } from '../rows/text-file.ts';

/**
 * @returns how many lines there are
 * @throws OperationalError when the disk is full
 */
export async function writeCanonicalLines({ file, mapping }: OpenedCatalogue, target: string): Promise<number> {
  const fields = new Set<Field>(fieldsOf(mapping));
  fields.delete('action');
  // A price may name its own; whoever reads the file looks for keys in its first lines.
  if (fields.has('price')) fields.add('currency');
  if (fields.has('unit')) fields.add('packQuantity').add('packUnit');
  const extras = new Map(mapping.extras.map(({ name }) => [name, extraKey(name)]));
  let lines = 0;
  async function* inJson(): AsyncGenerator<string> {
    for await (const batch of file.rows()) {
      let text = '';
      for (const row of batch) {
        const line = mapRow(row, mapping);
        if (line === undefined) continue;
        text += lineInJson(withPack(line), fields, extras);
        lines++;
      }
      yield text;
    }
  }
  await writeFileFrom(target, inJson());
  return lines;
}
