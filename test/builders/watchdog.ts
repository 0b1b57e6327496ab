/** Ends a test run that hangs, and says where: no timer of the hanging thread would ever fire. */
import { Worker } from 'node:worker_threads';

export interface Watchdog {
  /** To be called before each step. */
  step(number: number): void;
  stop(): Promise<unknown>;
}

const WATCH = `
const { workerData } = require('node:worker_threads');
const { steps, name, seconds } = workerData;
let last = -1;
let since = Date.now();
setInterval(() => {
  const step = Atomics.load(steps, 0);
  if (step !== last) [last, since] = [step, Date.now()];
  else if (Date.now() - since > seconds * 1000) {
    require('node:fs').writeSync(2, name + ' ' + step + ' hangs, or one begun shortly before\\n');
    process.kill(process.pid, 'SIGKILL');
  }
}, 500);
`;

/** @param seconds a single step may take */
export function watchdog(name: string, seconds: number): Watchdog {
  const steps = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WATCH, { eval: true, workerData: { steps, name, seconds } });
  worker.unref();
  return {
    step: (number) => void Atomics.store(steps, 0, number),
    stop: () => worker.terminate(),
  };
}
