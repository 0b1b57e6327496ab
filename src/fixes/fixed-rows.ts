/** A file whose rows are put right as they are read: whoever reads them, and however, meets the same cells. */
import type { Mapping } from '../mapping/map-rows.ts';
import type { RawRow, RowFile } from '../readers/reader.ts';
import type { FixPlan } from './fix-plan.ts';
import { type RowFixer, rowFixer } from './fix-row.ts';

export function withFixedRows(file: RowFile, mapping: Mapping, plan: FixPlan): RowFile {
  const fix = rowFixer(plan, mapping);
  const { records, pieces } = file;
  return {
    ...file,
    fixes: plan,
    rows: (options) => fixedBatches(file.rows(options), fix),
    ...(records === undefined
      ? {}
      : { records: { ...records, at: (row, start, end) => fix(records.at(row, start, end)) } }),
    ...(pieces === undefined
      ? {}
      : {
          pieces: {
            ...pieces,
            async *read(piece, options) {
              const batches = pieces.read(piece, options);
              for (;;) {
                const step = await batches.next();
                if (step.done === true) return step.value;
                yield step.value.map(fix);
              }
            },
          },
        }),
  };
}

async function* fixedBatches(
  batches: AsyncIterable<readonly RawRow[]>,
  fix: RowFixer,
): AsyncGenerator<readonly RawRow[], void> {
  for await (const batch of batches) yield batch.map(fix);
}
