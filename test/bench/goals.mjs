/** The goals, held against what was measured. */

/**
 * @typedef {object} Goal
 * @property {string} work
 * @property {string} goal
 * @property {string} measured
 * @property {boolean} met
 */

/** @param {number} value a ratio */
export const times = (value) => `${value.toFixed(2)} ×`;

/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

/**
 * @param {string} work
 * @param {number} measured a ratio
 * @param {number} limit
 * @param {string} against
 * @returns {Goal}
 */
export function atMostTimes(work, measured, limit, against) {
  return { work, goal: `at most ${limit} × ${against}`, measured: times(measured), met: measured <= limit };
}

/**
 * @param {string} work
 * @param {number} bytes
 * @param {number} limit megabytes
 * @returns {Goal}
 */
export function atMostMegabytes(work, bytes, limit) {
  return { work, goal: `at most ${limit} MB`, measured: megabytes(bytes), met: bytes <= limit * 1e6 };
}

/**
 * @param {string} work
 * @param {number} measured
 * @param {number} limit
 * @param {string} what
 * @returns {Goal}
 */
export function atLeast(work, measured, limit, what) {
  return { work, goal: `${what} at least ${limit}`, measured: measured.toFixed(2), met: measured >= limit };
}
