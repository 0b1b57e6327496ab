/** The form of lines of the previous version, as they would stand in the document that is being checked. */
import type { CatalogueLine } from '../../catalogue/line.ts';
import type { FormProblem } from '../../engine/document.ts';
import { decodeXml } from '../../readers/xml-encoding.ts';
import { recordWriterFor } from '../../writers/record-writer.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';
import { previousRow } from '../writing/changed-cells.ts';

/** What would be wrong with the line's form if it were kept. */
export type KeptForm = (line: CatalogueLine) => readonly FormProblem[];

/** @returns `undefined` for files that are held to no form */
export async function keptFormOf({ file, path, mapping }: OpenedCatalogue): Promise<KeptForm | undefined> {
  const { formOfRecord, xml } = file;
  if (formOfRecord === undefined || xml === undefined) return undefined;
  const writer = await recordWriterFor(file, path);
  if (writer === undefined) return undefined;
  return (line) => {
    const bytes = writer.written(previousRow(line, mapping).cells);
    return formOfRecord(decodeXml(Buffer.from(bytes), xml.encoding));
  };
}
