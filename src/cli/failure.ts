/** What a person is told when the job could not be done. */
import { OperationalError } from '../catalogue/error.ts';
import type { Language, Text } from '../catalogue/text.ts';
import { INTERRUPTED } from './surroundings.ts';

export const COULD_NOT = 2;

const BUG: Text = {
  nb: 'Noe gikk galt i katalogvakt selv. Ta vare på teksten under når du melder fra:',
  en: 'Something went wrong in katalogvakt itself. Keep the text below when you report it:',
};
const STOPPED: Text = { nb: 'Avbrutt. Ingenting ble skrevet.', en: 'Interrupted. Nothing was written.' };

export function describeFailure(
  error: unknown,
  language: Language,
  signal: AbortSignal,
): { readonly error: string; readonly code: number } {
  if (signal.aborted) return { error: `${STOPPED[language]}\n`, code: INTERRUPTED };
  if (error instanceof OperationalError) return { error: `katalogvakt: ${error.in(language)}\n`, code: COULD_NOT };
  return { error: `${BUG[language]}\n${stackOf(error)}\n`, code: COULD_NOT };
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
