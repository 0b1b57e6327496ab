/** A line of progress on standard error, only where a person watches. */
import type { Terminal } from './surroundings.ts';

export interface ProgressLine {
  readonly show: (lines: number) => void;
  readonly clear: () => void;
}

const EVERY_MILLISECONDS = 200;

export function progressLine(terminal: Terminal, wanted: boolean): ProgressLine {
  if (!wanted || !terminal.showsProgress) return { show: () => {}, clear: () => {} };
  let shown = false;
  let last = Date.now();
  return {
    show(lines) {
      const now = Date.now();
      if (now - last < EVERY_MILLISECONDS) return;
      last = now;
      shown = true;
      terminal.err(`\r${lines}`);
    },
    clear() {
      if (shown) terminal.err('\r\u001b[K');
    },
  };
}
