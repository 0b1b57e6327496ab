/**
 * Runs the built command and counts what it did: which modules were loaded, how often each function was called, how many
 * bytes were read. Counts do not depend on how busy the machine is, so that a test may rely on them.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommandOptions, type CommandRun, katalogvakt } from './command.ts';

const ROOT = new URL('../../', import.meta.url).href;
const BYTE_COUNTER = fileURLToPath(new URL('count-bytes.cjs', import.meta.url));

export interface CountedRun extends CommandRun {
  /**
   * Modules that were loaded, as paths below the project's folder: those of our source, and of the packages bundled with
   * it, wherever the build has put them. Node's own are not among them.
   */
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
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly [{ readonly startOffset: number; readonly count: number }];
    }[];
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
    const scripts = readdirSync(coverage).flatMap((file) => scriptsIn(readFileSync(path.join(coverage, file), 'utf8')));
    const calls = scripts.flatMap(callsIn);
    const count = readFileSync(bytes, 'utf8');
    return {
      ...run,
      modules: [...new Set(scripts.flatMap(({ url }) => sourcesOf(url)?.modules ?? [pathOf(url)]))],
      calls,
      bytesRead: count === '' ? undefined : Number(count),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Script = Coverage['result'][number];

function scriptsIn(coverage: string): readonly Script[] {
  const { result } = JSON.parse(coverage) as Coverage;
  return result.filter(({ url }) => url.startsWith(ROOT));
}

const pathOf = (url: string): string => url.slice(ROOT.length);

function callsIn({ url, functions }: Script): readonly FunctionCalls[] {
  const sources = sourcesOf(url);
  return functions.map(({ functionName, ranges: [{ startOffset, count }] }) => ({
    module: sources?.moduleAt(startOffset) ?? pathOf(url),
    // Where modules are put together, names that two of them have get a number.
    name: functionName.replace(/\$\d+$/, ''),
    calls: count,
  }));
}

/** What a bundled file was made of. */
interface Sources {
  readonly modules: readonly string[];
  readonly moduleAt: (offset: number) => string | undefined;
}

const known = new Map<string, Sources | undefined>();

function sourcesOf(url: string): Sources | undefined {
  // Packages may have maps of their own.
  if (!pathOf(url).startsWith('dist/')) return undefined;
  if (!known.has(url)) known.set(url, existsSync(new URL(`${url}.map`)) ? readSources(url) : undefined);
  return known.get(url);
}

function readSources(url: string): Sources {
  const payload = JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')) as SourceMapPayload;
  const map = new SourceMap(payload);
  const lineEnds = [...readFileSync(new URL(url), 'utf8').matchAll(/\n/g)].map(({ index }) => index);
  const moduleOf = (source: string): string => pathOf(new URL(source, url).href);
  return {
    modules: payload.sources.map(moduleOf),
    moduleAt(offset) {
      const line = lineEnds.filter((end) => end < offset).length;
      const entry = map.findEntry(line, offset - ((lineEnds[line - 1] ?? -1) + 1));
      return 'originalSource' in entry ? moduleOf(entry.originalSource) : undefined;
    },
  };
}

/** Packages among the modules loaded, by name. */
export function packagesOf({ modules }: CountedRun): readonly string[] {
  const names = modules.map((module) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}
