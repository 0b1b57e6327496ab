/** What is wrong with some lines of the measured catalogues. */
import { chosen, hash, kroner, ore, PURPOSE } from './articles.mjs';

/**
 * One of these at a time.
 * @type {readonly ((cells: string[]) => unknown)[]}
 */
const FAULTS = [
  (cells) => put(cells, 10, kroner(Math.round(ore(cells[10]) * 1.08))),
  (cells) => put(cells, 10, kroner(ore(cells[10]) * 10)),
  (cells) => put(cells, 10, kroner(Math.round(ore(cells[10]) * 1.25))),
  (cells) => put(cells, 10, `${cells[10]?.slice(0, -1)}O`),
  (cells) => put(cells, 10, ''),
  (cells) => put(cells, 3, `${cells[3]?.slice(0, -1)}${(Number(cells[3]?.at(-1)) + 1) % 10}`),
  (cells) => put(cells, 3, String(cells[3]?.slice(0, 11))),
  (cells) => put(cells, 8, 'KOLLIX'),
  (cells) => put(cells, 1, String(cells[1]?.toUpperCase())),
  (cells) => put(cells, 15, '31.10.2026'),
  (cells) => put(cells, 15, '31.02.2027'),
  (cells) => put(cells, 11, 'EUR'),
  (cells) => put(cells, 0, `X${cells[0]}`) && put(cells, 3, ''),
  (cells) => put(cells, 7, '5611210'),
  (cells) => put(cells, 18, 'Utgått'),
  (cells) => put(cells, 12, '') && put(cells, 13, ''),
  (cells) => put(cells, 0, `K${String(Math.max(0, Number(cells[0]?.slice(1)) - 1)).padStart(7, '0')}`),
];

/**
 * 1.5 % of the lines get a fault.
 * @param {string[]} cells changed in place
 * @param {number} index
 */
export function putFault(cells, index) {
  if (chosen(index, PURPOSE.fault, 0.015)) FAULTS[hash(index, PURPOSE.faultKind) % FAULTS.length]?.(cells);
}

/**
 * A name longer than the 80 characters the rule allows.
 * @param {string[]} cells changed in place
 */
export function lengthenName(cells) {
  put(cells, 1, `${cells[1]}, leveres i hel kartong eller på pall etter avtale med kunden på forhånd`);
}

/**
 * Every tenth line costs more than is agreed.
 * @param {string[]} cells changed in place
 * @param {number} index
 */
export function raiseSomePrices(cells, index) {
  if (chosen(index, PURPOSE.raised, 0.1)) put(cells, 10, kroner(Math.round(ore(cells[10]) * 1.08)));
}

/** @param {string[]} cells @param {number} column @param {string} text */
function put(cells, column, text) {
  cells[column] = text;
  return true;
}
