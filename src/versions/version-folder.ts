/** The approved versions of an agreement, as they lie in its folder. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileError } from '../catalogue/error.ts';
import type { AskedReading } from '../reporters/asked.ts';
import { MANIFEST_FILE, type Manifest, readManifest } from './manifest.ts';

/** Below the agreement's folder. */
export const APPROVED_FOLDER = 'approved';

export interface Version {
  readonly number: string;
  /** Where its files lie. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** The manifest's. */
  readonly bytes: Uint8Array;
}

/** @returns the numbers of the versions there are, the oldest first */
export async function versionNumbers(agreementFolder: string): Promise<readonly string[]> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw fileError(error, folder);
  });
  return entries
    .filter((entry) => entry.isDirectory() && /^\d{4,}$/.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => Number(a) - Number(b));
}

/** @throws OperationalError for a manifest that is not there, damaged, or of a newer format version */
export async function readVersion(agreementFolder: string, number: string): Promise<Version> {
  const folder = path.join(agreementFolder, APPROVED_FOLDER, number);
  return { number, folder, ...(await readManifest(path.join(folder, MANIFEST_FILE))) };
}

/**
 * @returns nothing where nothing is approved yet
 * @throws OperationalError as {@link readVersion}
 */
export async function newestVersion(agreementFolder: string): Promise<Version | undefined> {
  const number = (await versionNumbers(agreementFolder)).at(-1);
  return number === undefined ? undefined : readVersion(agreementFolder, number);
}

/** A version's catalogue, with how it is read. */
export interface ApprovedCatalogue {
  readonly path: string;
  readonly reading: AskedReading;
  /** The mapping it was read with. */
  readonly mappingFile?: string;
}

export function catalogueOf({ folder, manifest }: Version): ApprovedCatalogue {
  const { file, reading = {}, mapped } = manifest.catalogue;
  const mapping = mapped === true ? manifest.inputs.find(({ role }) => role === 'mapping') : undefined;
  return {
    path: path.join(folder, file),
    reading,
    ...(mapping === undefined ? {} : { mappingFile: path.join(path.dirname(folder), mapping.stored) }),
  };
}
