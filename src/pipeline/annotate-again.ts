/** `annotated.xlsx` of a run that is stored: made from the catalogue, where it still lies and is the same. */
import { randomUUID } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Language } from '../catalogue/text.ts';
import type { Run } from '../reporters/reporter.ts';
import type { Result } from '../reporters/result.ts';
import { describeInput } from './inputs/input-file.ts';
import { type OpenedCatalogue, openMapped } from './inputs/open-catalogue.ts';
import { unpacked } from './inputs/unpacked.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';
import { writeAnnotated } from './writing/write-annotated.ts';

export interface AnnotateAgain {
  /** The run's folder, absolute. */
  readonly folder: string;
  readonly currentFolder: string;
  readonly language: Language;
  /** The file that is written, absolute. */
  readonly target: string;
  /** The catalogue, where a person says where it lies now. */
  readonly catalogue?: string;
}

/** @throws OperationalError when the catalogue has gone or was changed, or the file cannot be written */
export async function annotateAgain(run: Run, request: AnnotateAgain): Promise<void> {
  const { result } = run;
  const found = await findCatalogue(result, request);
  await withTemporaryFolder(async (temporary) => {
    const { path: content } = await unpacked({ name: result.catalogue.file, path: found }, temporary);
    const opened = await reopened(result, content);
    const source = { path: content, ...(opened === undefined ? {} : { opened }) };
    // Beside it, then renamed: whoever opens the file sees the old one or the new one.
    const beside = `${request.target}.${randomUUID()}`;
    try {
      await writeAnnotated(run, source, { path: beside, language: request.language, temporary });
      await rename(beside, request.target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  });
}

/** Where it lay, seen from the current folder and from every folder above the run. */
async function findCatalogue({ catalogue }: Result, request: AnnotateAgain): Promise<string> {
  const { folder, currentFolder, catalogue: said } = request;
  const places =
    said === undefined
      ? [currentFolder, ...foldersAbove(folder)].map((place) => path.join(place, catalogue.file))
      : [path.resolve(currentFolder, said)];
  let other: string | undefined;
  for (const place of new Set(places)) {
    if (!(await isFile(place))) continue;
    const { sha256 } = await describeInput({ name: place, path: place });
    if (sha256 === catalogue.sha256) return place;
    other ??= place;
  }
  const shown = said ?? catalogue.file;
  throw other === undefined ? gone(shown) : changed(shown, catalogue.sha256);
}

function foldersAbove(folder: string): readonly string[] {
  const above = path.dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

async function isFile(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isFile(),
    () => false,
  );
}

function gone(file: string): OperationalError {
  return new OperationalError({
    nb: `Finner ikke ${file}, som kjøringen gjelder. Oppgi hvor filen ligger nå med --catalogue.`,
    en: `Cannot find ${file}, which the run was about. Say where the file lies now with --catalogue.`,
  });
}

function changed(file: string, sha256: string): OperationalError {
  const short = sha256.slice(0, 12);
  return new OperationalError({
    nb: `${file} er ikke lenger filen som ble kontrollert (SHA-256 ${short}…). Kjør kontrollen på nytt, eller oppgi den gamle filen med --catalogue.`,
    en: `${file} is no longer the file that was checked (SHA-256 ${short}…). Run the check again, or name the old file with --catalogue.`,
  });
}

/** Read as it was read then; `undefined` for what could not be used. */
async function reopened({ catalogue, asOf }: Result, content: string): Promise<OpenedCatalogue | undefined> {
  const { format, sheet, headingRow, columns, dialect } = catalogue;
  if (headingRow === undefined) return undefined;
  const map = columns.flatMap(({ field, index }) => (field === undefined ? [] : [`${field}=${columnLetter(index)}`]));
  try {
    return await openMapped(
      { name: catalogue.file, path: content },
      {
        format,
        ...(sheet === undefined ? {} : { sheet }),
        ...(headingRow > 0 ? { headingRow, map } : {}),
        ...(dialect === undefined ? {} : dialect),
      },
      undefined,
      asOf,
    );
  } catch (error) {
    if (error instanceof UnusableFile) return undefined;
    throw error;
  }
}
