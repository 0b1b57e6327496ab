/** The process's surroundings: streams, clock, language, signals. Only this folder uses them. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { LANGUAGES, type Language } from '../catalogue/text.ts';
import type { OwnProcess } from '../versions/lock.ts';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of standard output; 80 if it is not a terminal, or the width is unknown. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether standard error is a terminal, so that progress may be shown. */
  readonly showsProgress: boolean;
}

export function terminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    // A terminal that does not know its width says 0.
    width: process.stdout.columns || 80,
    colour: process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
    showsProgress: process.stderr.isTTY === true,
  };
}

/** For locks: which process this is, and whether another one of this machine is there. */
export function ownProcess(): OwnProcess {
  const own = beginningOf(process.pid);
  return {
    pid: process.pid,
    host: hostname(),
    ...(own === undefined ? {} : { since: own }),
    isRunning(pid, since) {
      try {
        process.kill(pid, 0);
      } catch (error) {
        // Somebody else's process is one, too.
        if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
      }
      const began = beginningOf(pid);
      return since === undefined || began === undefined || began === since;
    },
  };
}

/**
 * When a process began, as Linux tells it: numbers of processes come again, soonest after a restart.
 * @returns nothing on other systems
 */
function beginningOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the program's name, in which anything may stand: the third field and those after it.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${boot}/${fields[START_TIME - 3]}`;
  } catch {
    return undefined;
  }
}

/** `starttime` in proc(5): clock ticks since the machine was started. */
const START_TIME = 22;

/** The language of the system, the default. */
export function systemLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale =
    environment['LC_ALL'] ||
    environment['LC_MESSAGES'] ||
    environment['LANG'] ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^(nb|nn|no)\b|^(nb|nn|no)_/i.test(locale) ? 'nb' : 'en';
}

/** The value of `--lang` before options are parsed, so that help and parser errors are in that language. */
export function askedLanguage(words: readonly string[]): Language | undefined {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = words[at]?.includes('=') ? words[at]?.slice('--lang='.length) : words[at + 1];
  if (at < 0) return undefined;
  return value === 'no' || value === 'nn' ? 'nb' : LANGUAGES.find((language) => language === value);
}

/** If a reader closes the pipe (`| head`), the printing ends, not the work. */
export function ignoreBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/**
 * Two settings of the engine, for Node 20. Functions are watched twice as long before they are optimised: by default that
 * begins before most of a run's code has been reached, and much of it is done twice, which costs a short run a tenth of
 * its CPU time; watched four times as long again, a run of 100,000 lines takes a tenth longer. And new objects are not
 * moved to the old space by where they are made: batches of lines would pile up there until a full collection (a tenth
 * of the memory, at no gain in time).
 */
export function tuneEngine(): void {
  const settings = engineSettings(process.versions.node);
  if (settings !== undefined) setFlagsFromString(settings);
}

/** Later versions do not know the first, and would complain of it on standard error; the second was measured on 20 alone. */
export function engineSettings(version: string): string | undefined {
  if (Number.parseInt(version, 10) !== 20) return undefined;
  return '--interrupt-budget=250000 --no-allocation-site-pretenuring';
}

export const INTERRUPTED = 130;

/** The first Ctrl-C lets the run clean up after itself; the second ends it at once. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(INTERRUPTED);
      controller.abort();
    });
  }
  return controller.signal;
}
