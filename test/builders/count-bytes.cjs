/** Preloaded by counted-run.ts: leaves behind how many bytes the process read, where the system knows. */
const { readFileSync, writeFileSync } = require('node:fs');
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');

function bytesRead() {
  try {
    return /^rchar: (\d+)/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

if (isMainThread) process.on('exit', () => writeFileSync(process.env.COUNTED_BYTES ?? '', bytesRead()));
