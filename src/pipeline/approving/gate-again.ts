/** The gate asked once more, with the decisions: what is approved is what it gives, not what lies in some folder. */
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { OperationalError } from '../../catalogue/error.ts';
import { loadMappingFile } from '../../mapping/mapping-file.ts';
import { fileDigest } from '../../readers/file-digest.ts';
import type { Run } from '../../reporters/reporter.ts';
import type { Result } from '../../reporters/result.ts';
import type { Manifest } from '../../versions/manifest.ts';
import { CANONICAL_FILE } from '../../versions/manifest.ts';
import { checkCatalogue } from '../check.ts';
import type { CheckRequest, Surroundings } from '../inputs/check-request.ts';
import { openMapped } from '../inputs/open-catalogue.ts';
import { CHANGES_FILE, FINDINGS_FILE, RESULT_FILE, storedRun } from '../stored/stored-run.ts';
import { writeCanonicalLines } from '../writing/canonical-lines.ts';

/** What of a run is kept, beside its catalogue. */
const KEPT: readonly string[] = [RESULT_FILE, FINDINGS_FILE, CHANGES_FILE, 'report.html'];

export interface GatedRun {
  readonly run: Run;
  /** Absent when nothing goes on. */
  readonly catalogue?: { readonly path: string; readonly sha256: string };
}

/**
 * Checks into a folder, and leaves there what a version keeps.
 * @param folder empty
 */
export async function gateAgain(request: CheckRequest, folder: string, around: Surroundings): Promise<GatedRun> {
  const out = path.join(folder, 'run');
  const { result, folder: run } = await checkCatalogue({ ...request, out }, around);
  for (const name of KEPT) await rename(path.join(run, name), path.join(folder, name));
  const approved = approvedIn(await readdir(run));
  const catalogue = approved === undefined ? undefined : path.join(folder, keptName(approved));
  if (approved !== undefined && catalogue !== undefined) await rename(path.join(run, approved), catalogue);
  await rm(out, { recursive: true });
  return {
    run: storedRun(folder, result),
    ...(catalogue === undefined
      ? {}
      : { catalogue: { path: catalogue, sha256: (await fileDigest(catalogue)).sha256 } }),
  };
}

/** One that came as lines of JSON keeps its name: `catalogue.jsonl` has the names of our fields. */
function keptName(approved: string): string {
  const name = `catalogue${path.extname(approved)}`;
  return name === CANONICAL_FILE ? approved : name;
}

function approvedIn(names: readonly string[]): string | undefined {
  return names.find((name) => name.startsWith('approved.'));
}

/**
 * Where nothing was decided, the gate must say again what it said in the run.
 * @throws OperationalError when the run's folder was changed, or the gate says something else today
 */
export async function requireSameCatalogue(run: string, sha256: string): Promise<void> {
  const name = approvedIn(await readdir(run));
  const digest = name === undefined ? undefined : await fileDigest(path.join(run, name));
  if (digest?.sha256 === sha256) return;
  throw new OperationalError({
    nb: `${run} er ikke det kontrollen gir i dag: den godkjente katalogen der er en annen. Mappen er endret, eller kjøringen er gjort med en annen katalogvakt. Kontroller på nytt, og godkjenn den kjøringen.`,
    en: `${run} is not what the check gives today: the approved catalogue in it is another one. The folder was changed, or another katalogvakt made the run. Check again, and approve that run.`,
  });
}

/**
 * Writes the catalogue's lines beside it, by the names of our fields.
 * @returns how the catalogue is read, and how many lines it has
 * @throws OperationalError when it does not read as the lines that were approved
 */
export async function describeCatalogue(
  catalogue: string,
  { asked, mapping, catalogue: sent, lines, delta, asOf }: Result,
  mappingFile: string | undefined,
): Promise<Manifest['catalogue']> {
  // What changes lead to is written with our own names, whatever the file of changes looked like.
  const { sheet: _, ...reading } = delta === undefined ? (asked?.reading ?? {}) : {};
  const how = { ...reading, ...(sent.sheet === undefined || delta !== undefined ? {} : { sheet: sent.sheet }) };
  const mapped = mapping !== undefined && mappingFile !== undefined && delta === undefined;
  const known = mapped ? (await loadMappingFile(mappingFile)).mapping : undefined;
  const file = path.basename(catalogue);
  const opened = await openMapped({ name: file, path: catalogue }, how, known, asOf);
  const written = await writeCanonicalLines(opened, path.join(path.dirname(catalogue), CANONICAL_FILE));
  const expected = lines.asSent + lines.corrected + lines.keptPrevious + lines.keptMissing;
  if (written !== expected) throw readsOtherwise(written, expected);
  return {
    file,
    format: opened.file.format,
    lines: written,
    ...(Object.keys(how).length === 0 ? {} : { reading: how }),
    ...(mapped ? { mapped: true } : {}),
  };
}

function readsOtherwise(written: number, expected: number): OperationalError {
  return new OperationalError({
    nb: `Den godkjente katalogen leses tilbake som ${written} linjer, men ${expected} ble godkjent. Ingenting ble lagret; si hvordan filen leses (--sheet, --heading-row, mapping.yaml), og kontroller på nytt.`,
    en: `The approved catalogue reads back as ${written} lines, but ${expected} were approved. Nothing was stored; say how the file is read (--sheet, --heading-row, mapping.yaml), and check again.`,
  });
}
