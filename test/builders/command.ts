/** Runs the built command as its users do: a process of its own, by its exit code and what it prints. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const COMMAND = fileURLToPath(new URL('../../bin/katalogvakt.js', import.meta.url));

export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CommandOptions {
  /** The current folder. */
  readonly in: string;
  readonly input?: string | Uint8Array;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Without a system language of its own, so that a run says the same everywhere. */
export const ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'en_GB.UTF-8' };

export function katalogvakt(words: readonly string[], options: CommandOptions): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...words],
      {
        cwd: path.resolve(options.in),
        env: { ...ENVIRONMENT, ...options.environment },
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
      (error, out, err) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, out, err });
        else reject(error);
      },
    );
    // A command that fails early does not read its input to the end.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}
