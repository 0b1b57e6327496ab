/** Times commands as whole processes, in turns. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {string} [program] Node by default; another one writes its own figures, see usage.cjs
 * @property {readonly string[]} args
 * @property {readonly number[]} [passes] exit codes that are no failure
 * @property {readonly string[]} [writes] files and folders it writes, removed after each run
 *
 * @typedef {object} Run one run of one job
 * @property {number} wall seconds
 * @property {number} cpu seconds of all threads
 * @property {number} memory peak, in bytes
 *
 * @typedef {ReadonlyMap<string, readonly Run[]>} Figures by the job's name; the same round at the same place
 */

/**
 * @param {readonly Job[]} jobs run one after the other, round by round, so that a slow moment hits all of them
 * @param {number} rounds
 * @param {(text: string) => void} tell
 * @returns {Promise<Figures>}
 */
export async function measure(jobs, rounds, tell) {
  /** @type {Map<string, Run[]>} */
  const figures = new Map(jobs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const job of jobs) {
      const run = await once(job);
      figures.get(job.name)?.push(run);
      tell(`${job.name}: ${run.wall.toFixed(2)} s`);
    }
  }
  return figures;
}

/** @param {Job} job @returns {Promise<Run>} */
async function once({ name, program, args, passes = [0], writes = [] }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    const file = path.join(folder, 'usage.json');
    const begun = process.hrtime.bigint();
    const words = program === undefined ? ['--require', usage, ...args] : args;
    const child = spawn(program ?? process.execPath, words, {
      env: { ...process.env, BENCH_USAGE: file },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    const wall = Number(process.hrtime.bigint() - begun) / 1e9;
    if (!passes.includes(code)) throw new Error(`${name} ended with ${code}: ${errors}`);
    const { cpuSeconds, memoryBytes } = JSON.parse(readFileSync(file, 'utf8'));
    return { wall, cpu: cpuSeconds, memory: memoryBytes };
  } finally {
    for (const written of [folder, ...writes]) rmSync(written, { recursive: true, force: true });
  }
}
