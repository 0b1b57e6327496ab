/** A run as the supplier is told of it. */
import type { Run } from './reporter.ts';

/** Without what only whoever checks can do: the supplier has the file, and neither our options nor our workspace. */
export function forSupplier(run: Run): Run {
  return {
    ...run,
    rule: (id) => {
      const words = run.rule(id);
      if (words?.hint === undefined) return words;
      const { hint: _, ...told } = words;
      return told;
    },
  };
}
