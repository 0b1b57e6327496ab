/** What the system refuses at a receiver's place: a share can fail in ways a disk does not. */
import { fileError, OperationalError } from '../catalogue/error.ts';

/** @returns an OperationalError for what the system said; `error` itself where it said nothing */
export function systemFault(error: unknown, place: string): unknown {
  const { syscall, code } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (syscall === undefined || error instanceof OperationalError) return error;
  try {
    return fileError(error, place);
  } catch {
    return new OperationalError(
      {
        nb: `Kunne ikke skrive ${place}: systemet svarte ${code}. Sjekk disken eller forbindelsen til den.`,
        en: `Could not write ${place}: the system answered ${code}. Check the disk or the connection to it.`,
      },
      { cause: error },
    );
  }
}
