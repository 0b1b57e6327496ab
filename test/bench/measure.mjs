/** Times commands as whole processes, in turns, and sums them up by their medians. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const usage = pathToFileURL(fileURLToPath(new URL('usage.mjs', import.meta.url))).href;

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {readonly string[]} args what node is started with
 * @property {readonly number[]} [passes] exit codes that are no failure
 *
 * @typedef {object} Figures medians: wall and CPU time in seconds, memory in megabytes (10 ** 6 bytes)
 * @property {number} wall
 * @property {number} cpu
 * @property {number} memory
 * @property {readonly number[]} walls every round
 */

/**
 * @param {readonly Job[]} jobs run one after the other, round by round, so that a slow moment hits all of them
 * @param {number} rounds
 * @returns {Promise<Map<string, Figures>>}
 */
export async function measure(jobs, rounds) {
  /** @type {Map<string, { wall: number, cpu: number, memory: number }[]>} */
  const taken = new Map(jobs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const job of jobs) taken.get(job.name)?.push(await once(job));
  }
  return new Map(
    [...taken].map(([name, runs]) => [
      name,
      {
        wall: median(runs.map(({ wall }) => wall)),
        cpu: median(runs.map(({ cpu }) => cpu)),
        memory: median(runs.map(({ memory }) => memory)),
        walls: runs.map(({ wall }) => wall),
      },
    ]),
  );
}

/** @param {Job} job */
async function once({ name, args, passes = [0] }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const file = path.join(folder, 'usage.json');
  const begun = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--import', usage, ...args], {
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
  const { kilobytes, cpuMicroseconds } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  return { wall, cpu: cpuMicroseconds / 1e6, memory: (kilobytes * 1024) / 1e6 };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
