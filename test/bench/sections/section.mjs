/** What a part of the benchmark is, and what the parts share. */
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { makeData } from '../make-data.mjs';

/**
 * @typedef {object} Bench
 * @property {boolean} quick small sizes, to see that everything runs
 * @property {boolean} huge the largest sizes, too
 * @property {number} [largest] lines of the largest catalogue of those that grow
 * @property {string} folder for data and what runs write
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {string} about what is done, on what
 * @property {string} [against] the job that the others are held against
 * @property {number} [rounds] where it takes another number than the usual one
 * @property {readonly import('../measure.mjs').Job[]} jobs
 * @property {(figures: import('../measure.mjs').Figures) => readonly import('../goals.mjs').Goal[]} [goals]
 */

const command = fileURLToPath(new URL('../../../bin/katalogvakt.js', import.meta.url));

/** The words after `node` that run the command itself. @param {readonly string[]} words */
export const katalogvakt = (...words) => [command, ...words];

/** Where a peer's script lies. @param {string} name */
export const peer = (name) => fileURLToPath(new URL(`../peers/${name}`, import.meta.url));

/**
 * A whole check, all reports written, nothing printed.
 * @param {Bench} bench
 * @param {string} name
 * @param {readonly string[]} catalogues
 * @returns {import('../measure.mjs').Job}
 */
export function checkJob(bench, name, catalogues) {
  const out = output(bench, 'runs');
  const words = ['check', ...catalogues, '--as-of', '2026-11-15', '--out', out, '--quiet'];
  // Catalogues with faults are approved partly.
  return { name, args: katalogvakt(...words), passes: [0, 1], writes: [out] };
}

/**
 * The data of `makeData`, made once however many sections ask for it.
 * @param {Bench} bench
 * @param {number} lines
 * @param {Parameters<typeof makeData>[2]} [options]
 */
export function data(bench, lines, options = {}) {
  const folder = path.join(bench.folder, [lines, ...Object.entries(options).flat()].join('-'));
  const known = made.get(folder);
  if (known !== undefined) return known;
  if (lines >= LONG) process.stderr.write(`making ${count(lines)} lines\n`);
  const paths = makeData(lines, folder, options);
  made.set(folder, paths);
  return paths;
}

/** Lines that take a while to make. */
const LONG = 100_000;
/** @type {Map<string, ReturnType<typeof makeData>>} */
const made = new Map();

/** A file or folder that a job writes. @param {Bench} bench @param {string} name */
export const output = (bench, name) => path.join(bench.folder, name);

/** @param {number} value */
export const count = (value) => value.toLocaleString('en');
