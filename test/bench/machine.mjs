/** The machine a figure holds for, without anything that tells whose it is. */
import { availableParallelism, cpus, totalmem } from 'node:os';
import process from 'node:process';

const SYSTEMS = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

export function machine() {
  const [cpu] = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const system = SYSTEMS[process.platform] ?? process.platform;
  return `${availableParallelism()} cores of ${cpu?.model.trim() || 'an unnamed processor'}, ${gigabytes} GiB of memory, ${system} on ${process.arch}, Node ${process.versions.node}`;
}
