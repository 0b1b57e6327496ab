/**
 * Runs the built command and counts what it did: which modules were loaded, how often each function was called, how many
 * bytes were read. Counts do not depend on how busy the machine is, so that a test may rely on them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommandOptions, type CommandRun, katalogvakt } from './command.ts';

const ROOT = new URL('../../', import.meta.url).href;
const BYTE_COUNTER = fileURLToPath(new URL('count-bytes.cjs', import.meta.url));

export interface CountedRun extends CommandRun {
  /** Modules that were loaded, as paths below the project's folder; Node's own are not among them. */
  readonly modules: readonly string[];
  /** Calls of functions in these modules, in every thread. */
  readonly calls: readonly FunctionCalls[];
  /** From files, by the whole process; `undefined` where the system does not count them. */
  readonly bytesRead: number | undefined;
}

export interface FunctionCalls {
  readonly module: string;
  /** Empty for a function without one. */
  readonly name: string;
  readonly calls: number;
}

/** What V8 writes at the end of a process, and of each thread. */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly functionName: string; readonly ranges: readonly [{ count: number }] }[];
  }[];
}

export async function countedRun(words: readonly string[], options: CommandOptions): Promise<CountedRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'katalogvakt-counts-'));
  const bytes = path.join(folder, 'bytes');
  const coverage = path.join(folder, 'coverage');
  try {
    const environment = {
      NODE_V8_COVERAGE: coverage,
      NODE_OPTIONS: `--require "${BYTE_COUNTER.replaceAll('\\', '\\\\')}"`,
      COUNTED_BYTES: bytes,
    };
    const run = await katalogvakt(words, { ...options, environment: { ...options.environment, ...environment } });
    const calls = readdirSync(coverage).flatMap((file) => callsIn(readFileSync(path.join(coverage, file), 'utf8')));
    const count = readFileSync(bytes, 'utf8');
    return {
      ...run,
      modules: [...new Set(calls.map(({ module }) => module))],
      calls,
      bytesRead: count === '' ? undefined : Number(count),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function callsIn(coverage: string): readonly FunctionCalls[] {
  const { result } = JSON.parse(coverage) as Coverage;
  return result
    .filter(({ url }) => url.startsWith(ROOT))
    .flatMap(({ url, functions }) =>
      functions.map(({ functionName, ranges: [{ count }] }) => ({
        module: url.slice(ROOT.length),
        name: functionName,
        calls: count,
      })),
    );
}

/** Packages among the modules loaded, by name. */
export function packagesOf({ modules }: CountedRun): readonly string[] {
  const names = modules.map((module) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}
