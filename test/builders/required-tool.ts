/**
 * Tests that hold our output against another program's reading of it. Where that program is missing they are skipped,
 * and say so; with KATALOGVAKT_REQUIRE_TOOLS set, as in .ci/run, a missing one fails.
 */
import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/**
 * Whether a program is there and does what is asked of it.
 * @param command program name or path
 * @param args what to call it with; exit code 0 counts as there: `['-c', 'import openpyxl']`
 */
export function toolAvailable(command: string, args: readonly string[]): boolean {
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' });
  return error === undefined && status === 0;
}

/** As `describe`, for tests that need a program; see {@link toolAvailable} for `command` and `args`. */
export function describeWithTool(name: string, command: string, args: readonly string[], tests: () => void): void {
  if (toolAvailable(command, args)) {
    describe(name, tests);
    return;
  }
  const missing = `${[command, ...args].join(' ')} does not work here`;
  describe(name, () => {
    if (process.env['KATALOGVAKT_REQUIRE_TOOLS']) {
      it('has the tool it needs', () => {
        throw new Error(`${missing}, and KATALOGVAKT_REQUIRE_TOOLS asks for it.`);
      });
    } else {
      it.skip(`skipped: ${missing}`, () => {});
    }
  });
}
