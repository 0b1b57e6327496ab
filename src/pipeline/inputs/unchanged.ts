/** A file is read more than once in a run; when somebody saves it in between, what was decided is about other lines. */
import { stat } from 'node:fs/promises';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import type { Source } from '../../readers/reader.ts';

/**
 * Notes how the files look now.
 * @returns a check that they still look so; it throws an OperationalError that names the one that does not
 */
export async function watchFiles(sources: readonly Source[]): Promise<() => Promise<void>> {
  const before = await Promise.all(sources.map(look));
  return async () => {
    for (const [at, source] of sources.entries()) if ((await look(source)) !== before[at]) throw changed(source);
  };
}

/** Size and time of the last change: a stored checksum would cost another reading of every file. */
async function look({ path, name, typed = name }: Source): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch (error) {
    throw fileError(error, typed);
  }
}

function changed({ name }: Source): OperationalError {
  return new OperationalError({
    nb: `${name} ble endret mens den ble kontrollert. Kjør på nytt; ingenting ble skrevet.`,
    en: `${name} was changed while it was checked. Run again; nothing was written.`,
  });
}
