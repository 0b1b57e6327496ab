/** Secrets: from the environment or from a file outside of the workspace, and into no text of ours. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SecretFile } from '../agreement/targets-schema.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';

/** Where secrets are looked for; passed in. */
export interface SecretPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  /** Absolute: no secret may lie in it. */
  readonly workspace: string;
}

/**
 * @param of what it is for, as in "the token of `kommune-a`"
 * @throws OperationalError when it is not there; says where it was looked for, never what stands there
 */
export async function readSecret(secret: SecretFile, of: Text, places: SecretPlaces): Promise<string> {
  const { environment: variable, file } = secret;
  const value =
    variable === undefined ? await secretIn(file ?? '', of, places) : (places.environment[variable] ?? '').trim();
  if (value !== '') return value;
  const where = variable ?? file;
  throw new OperationalError({
    nb: `Mangler ${of.nb}: ${variable === undefined ? `filen ${where} er tom` : `miljøvariabelen ${where} er ikke satt`}.`,
    en: `No ${of.en}: ${variable === undefined ? `the file ${where} is empty` : `the environment variable ${where} is not set`}.`,
  });
}

async function secretIn(file: string, of: Text, { homeFolder, workspace }: SecretPlaces): Promise<string> {
  const absolute = path.resolve(
    workspace,
    file.replace(/^~(?=$|[/\\])/, () => homeFolder),
  );
  const relative = path.relative(workspace, absolute);
  if (!relative.startsWith('..') && !path.isAbsolute(relative)) {
    throw new OperationalError({
      nb: `Filen ${file} med ${of.nb} ligger i arbeidsområdet, der alle kan lese den. Flytt den ut, og oppgi den nye stien.`,
      en: `The file ${file} with the ${of.en} lies in the workspace, where everybody can read it. Move it out, and give its new path.`,
    });
  }
  try {
    return (await readFile(absolute, 'utf8')).trim();
  } catch (error) {
    throw fileError(error, file);
  }
}
