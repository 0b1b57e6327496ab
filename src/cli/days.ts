/** Days on the command line. */
import { OperationalError } from '../catalogue/error.ts';
import type { Option } from './command.ts';

export const AS_OF: Option = {
  type: 'string',
  describe: {
    nb: 'dagen det gjelder, 2026-12-31 (ellers i dag)',
    en: 'the day to check for, 2026-12-31 (default: today)',
  },
};

/** @throws OperationalError for anything but a date such as 2026-01-31 */
export function checkedDay(text: string, option = '--as-of'): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new OperationalError({
    nb: `«${text}» er ingen dato (${option}). Skriv den som 2026-01-31.`,
    en: `"${text}" is not a date (${option}). Write it as 2026-01-31.`,
  });
}
