/** What the operator reads when something cannot be done. */
import path from 'node:path';
import { OperationalError } from '../../src/catalogue/error.ts';
import type { Text } from '../../src/catalogue/text.ts';

/** The message of what fails, without the folder of the test. */
export async function complaintOf(loading: Promise<unknown>, folder: string): Promise<Text> {
  const error: unknown = await loading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OperationalError)) throw new Error(`expected an OperationalError, got ${String(error)}`);
  const short = (words: string) => words.replaceAll(path.join(folder, '/'), '');
  return { nb: short(error.text.nb), en: short(error.text.en) };
}
