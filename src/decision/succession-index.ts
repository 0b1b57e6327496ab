/**
 * Finds what lines say replaces them, or they replace, when the last line was read. Of every line only hashes of the
 * numbers it is known by are kept; lines that take part in a succession are read again.
 */
import { hasKey, type KeyHashes, newKeyHashes, newKeyTable, putHash } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { RuleFailure, remarkOf } from '../engine/check-line.ts';
import { type LineStandings, lineStandings, NO_STANDINGS, standingWhere } from '../engine/line-standings.ts';
import type { AskedRule } from '../engine/prepare-rules.ts';
import type { RunContext, SuccessionRule } from '../engine/rule.ts';
import type { Step } from '../engine/standing.ts';
import { referenceKey, successionsOf } from '../engine/succession.ts';
import type { GroupRemark } from './group-index.ts';

/** What some lines are known by, and what they name. Plain data. */
export interface SuccessionKeys {
  readonly numbers: KeyHashes;
  readonly gtins: KeyHashes;
  /** Lines that name others or are discontinued, ascending. */
  readonly asked: readonly number[];
  /** What each of those names. */
  readonly replacedBy: KeyHashes;
  readonly replaces: KeyHashes;
}

/** Notes line after line. */
export interface SuccessionTaker {
  add(line: CatalogueLine): void;
  /** Nothing when no rule asks. */
  told(): { readonly succession?: SuccessionKeys };
}

export interface SuccessionIndex {
  /**
   * @param first position of the first of these lines
   * @param keys absent when no rule asks
   */
  take(first: number, keys: SuccessionKeys | undefined): void;
  /** Lines that take part in a succession, ascending. Asked once, when all lines were taken. */
  wanted(): readonly number[];
  /** Tells of a line that was wanted. */
  note(ordinal: number, line: CatalogueLine, item: string | undefined): void;
  /** @returns remarks with the line they are about, in file order */
  remarks(run: RunContext, former: (number: string) => CatalogueLine | undefined): readonly GroupRemark[];
}

const IDLE: SuccessionTaker = { add: () => {}, told: () => ({}) };

/** @param lines how many will come */
export function successionTaker(rules: readonly AskedRule<SuccessionRule>[], lines: number): SuccessionTaker {
  if (rules.length === 0) return IDLE;
  const numbers = newKeyHashes(lines);
  const gtins = newKeyHashes(lines);
  const replacedBy = newKeyHashes(lines);
  const replaces = newKeyHashes(lines);
  const asked: number[] = [];
  let at = 0;
  return {
    add(line) {
      if (line.itemNumber !== undefined) putHash(numbers, at, referenceKey(line.itemNumber));
      if (line.gtin !== undefined) putHash(gtins, at, referenceKey(line.gtin));
      if (line.replacedBy !== undefined || line.replaces !== undefined || line.status === 'discontinued') {
        if (line.replacedBy !== undefined) putHash(replacedBy, asked.length, referenceKey(line.replacedBy));
        if (line.replaces !== undefined) putHash(replaces, asked.length, referenceKey(line.replaces));
        asked.push(at);
      }
      at++;
    },
    told() {
      const few = 2 * asked.length;
      const named = { replacedBy: replacedBy.slice(0, few), replaces: replaces.slice(0, few) };
      return { succession: { numbers, gtins, asked, ...named } };
    },
  };
}

const NONE = -1;
const SEVERAL = -2;

interface Taken extends SuccessionKeys {
  readonly first: number;
}

/** @param overrides how the rules stand for some lines; absent where all lines are treated alike */
export function newSuccessionIndex(
  rules: readonly AskedRule<SuccessionRule>[],
  overrides?: readonly Step[],
): SuccessionIndex {
  const standingsFor = lineStandings(overrides, rules);
  const standings = new Map<number, LineStandings>();
  const taken: Taken[] = [];
  const next = new Map<number, number>();
  const missing = new Set<number>();
  const lines = new Map<number, CatalogueLine>();
  const items = new Map<number, string | undefined>();

  return {
    take(first, keys) {
      if (keys !== undefined) taken.push({ first, ...keys });
    },
    wanted() {
      const wanted = new Set<number>();
      const replacing: [earlier: number, later: number][] = [];
      for (const { ordinal, later, earlier } of namedBy(taken.splice(0))) {
        wanted.add(ordinal);
        if (later === NONE) missing.add(ordinal);
        else if (later !== undefined && later !== SEVERAL) next.set(ordinal, later);
        if (earlier !== undefined && earlier >= 0) replacing.push([earlier, ordinal]);
      }
      // What a line says of itself comes before what others say of it.
      for (const [earlier, later] of replacing) if (!next.has(earlier)) next.set(earlier, later);
      for (const [from, to] of next) wanted.add(from).add(to);
      return [...wanted].sort((a, b) => a - b);
    },
    note(ordinal, line, item) {
      lines.set(ordinal, kept(line));
      if (standingsFor !== undefined) standings.set(ordinal, standingsFor(line));
      items.set(ordinal, item);
    },
    remarks(run, former) {
      const remarks: GroupRemark[] = [];
      const successionAt = successionsOf({ lines, next, missing, former });
      for (const [ordinal, line] of lines) {
        const about = { ...run, ...successionAt(ordinal) };
        for (const asked of rules) {
          const standing = standingWhere(standings.get(ordinal) ?? NO_STANDINGS, asked);
          if (standing === undefined || !asked.fields.every((field) => line[field] !== undefined)) continue;
          asked.checked++;
          for (const problem of ask(asked, standing.options, line, about)) {
            remarks.push({ ordinal, row: line.row, item: items.get(ordinal), remark: remarkOf(standing, problem) });
          }
        }
      }
      return remarks.sort((a, b) => a.ordinal - b.ordinal);
    },
  };
}

function ask(
  { rule }: AskedRule<SuccessionRule>,
  options: AskedRule<SuccessionRule>['options'],
  line: CatalogueLine,
  about: Omit<Parameters<SuccessionRule['check']>[1], 'options'>,
) {
  try {
    return rule.check(line, { ...about, options });
  } catch (cause) {
    throw new RuleFailure(rule.id, line.row, cause);
  }
}

/** What one line names: positions, {@link NONE} or {@link SEVERAL}; absent where it names nothing. */
interface Named {
  readonly ordinal: number;
  readonly later: number | undefined;
  readonly earlier: number | undefined;
}

function* namedBy(all: readonly Taken[]): Generator<Named> {
  const find = whoIs(all);
  for (const { first, asked, replacedBy, replaces } of all) {
    for (const [which, at] of asked.entries()) {
      const lineNamed = (hashes: KeyHashes) => (hasKey(hashes, which) ? find(hashes, which) : undefined);
      yield { ordinal: first + at, later: lineNamed(replacedBy), earlier: lineNamed(replaces) };
    }
  }
}

/** @returns the line with the number at this place of a column; {@link NONE}, or {@link SEVERAL} that share it */
function whoIs(all: readonly Taken[]): (hashes: KeyHashes, at: number) => number {
  const named = newKeyTable();
  let names = 0;
  for (const { asked, replacedBy, replaces } of all)
    for (let which = 0; which < asked.length; which++)
      for (const hashes of [replacedBy, replaces])
        if (hasKey(hashes, which) && named.addHashed(hashes, which, names) === undefined) names++;
  const byNumber = new Int32Array(names).fill(NONE);
  const byGtin = new Int32Array(names).fill(NONE);
  if (names > 0) {
    for (const { first, numbers, gtins } of all) {
      for (let at = 0; 2 * at < numbers.length; at++) {
        note(byNumber, named.getHashed(numbers, at), first + at);
        note(byGtin, named.getHashed(gtins, at), first + at);
      }
    }
  }
  return (hashes, at) => {
    const name = named.getHashed(hashes, at);
    if (name === undefined) return NONE;
    const line = byNumber[name] ?? NONE;
    return line === NONE ? (byGtin[name] ?? NONE) : line;
  };
}

function note(found: Int32Array, name: number | undefined, ordinal: number): void {
  if (name === undefined) return;
  found[name] = found[name] === NONE ? ordinal : SEVERAL;
}

/**
 * What rules may want of lines that take part: in the worst case these are all lines there are, so each is made in one
 * piece, with the same fields in the same order; what is not given is `undefined` there.
 */
function kept(line: CatalogueLine): CatalogueLine {
  const few: { readonly [K in keyof CatalogueLine]?: CatalogueLine[K] | undefined } = {
    row: line.row,
    itemNumber: line.itemNumber,
    gtin: line.gtin,
    unit: line.unit,
    packQuantity: line.packQuantity,
    packUnit: line.packUnit,
    price: line.price,
    currency: line.currency,
    priceBaseQuantity: line.priceBaseQuantity,
    validFrom: line.validFrom,
    validTo: line.validTo,
    status: line.status,
    replacedBy: line.replacedBy,
    replaces: line.replaces,
  };
  return few as CatalogueLine;
}
