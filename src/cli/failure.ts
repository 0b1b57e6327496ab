/** The message when the job could not be done. */
import { OperationalError, stackOf } from '../catalogue/error.ts';
import type { Language, Text } from '../catalogue/text.ts';
import type { Failure } from '../pipeline/threads/check-order.ts';
import type { CommandContext } from './command.ts';
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

/**
 * Does the work of a command that learns on the way which language to speak, and tells in that one what went wrong.
 * @returns the exit code
 */
export async function toldIn(
  language: () => Language,
  { terminal, signal }: CommandContext,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const failure = describeFailure(error, language(), signal);
    terminal.err(failure.error);
    return failure.code;
  }
}

/** The error that another thread sent as plain data. */
export function errorOf(failure: Failure): Error {
  if ('text' in failure) return new OperationalError(failure.text);
  return Object.assign(new Error('in another thread'), { stack: failure.stack });
}
