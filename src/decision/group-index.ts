/** Finds lines that share a key, for the rules that compare lines, and asks those rules when the last line was read. */
import { groupsOf } from '../catalogue/key-groups.ts';
import { type KeyHashes, newKeyHashes, putHash } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { type Remark, RuleFailure, remarkOf } from '../engine/check-line.ts';
import { type LineStandings, lineStandings, NO_STANDINGS, standingWhere } from '../engine/line-standings.ts';
import type { AskedRule } from '../engine/prepare-rules.ts';
import type { GroupMember, GroupRule } from '../engine/rule.ts';
import type { Step } from '../engine/standing.ts';

/** By key of the rules, in order: the hashes of some lines' keys. Plain data. */
export type GroupKeys = readonly KeyHashes[];

/** Notes the keys of line after line. */
export interface GroupKeyTaker {
  add(line: CatalogueLine): void;
  readonly keys: GroupKeys;
}

/** What must be known of a line that shares a key, beside its keys. */
export type SharingLine = Omit<GroupMember, 'ordinal'>;

export interface GroupIndex {
  /** Takes the keys of the next lines. */
  take(lines: number, keys: GroupKeys): void;
  /** Lines that share a key with another, ascending. Asked once, when all lines were taken. */
  shared(): readonly number[];
  /** Tells of a line that shares a key. */
  note(ordinal: number, line: CatalogueLine, facts: SharingLine): void;
  /** @returns remarks with the line they are about, in file order */
  remarks(): readonly GroupRemark[];
}

export interface GroupRemark extends Pick<GroupMember, 'ordinal' | 'row' | 'item'> {
  readonly remark: Remark;
}

/** A key, and the rules that compare lines by it: several may, and it is taken of each line once. */
interface SharedKey {
  readonly keyOf: (line: CatalogueLine) => string | undefined;
  readonly uses: readonly KeyUse[];
}

interface KeyUse {
  readonly asked: AskedRule<GroupRule>;
  /** As the rule calls the key. */
  readonly name: string;
}

interface KeyIndex extends SharedKey {
  /** Hashes of all lines taken, as they came. */
  readonly taken: KeyHashes[];
  /** Lines that share a key, ascending, by the first of them. */
  readonly groups: Map<number, readonly number[]>;
  /** The key of each group, by its first line. */
  readonly values: Map<number, string>;
}

/** @returns makes a taker for so many lines */
export function groupKeyTaker(rules: readonly AskedRule<GroupRule>[]): (lines: number) => GroupKeyTaker {
  const shared = sharedKeys(rules);
  return (lines) => {
    const keys = shared.map(() => newKeyHashes(lines));
    let at = 0;
    return {
      keys,
      add(line) {
        for (let which = 0; which < shared.length; which++)
          putHash(keys[which] ?? NO_HASHES, at, shared[which]?.keyOf(line));
        at++;
      },
    };
  };
}

const NO_HASHES = newKeyHashes(0);

function sharedKeys(rules: readonly AskedRule<GroupRule>[]): readonly SharedKey[] {
  const uses = new Map<SharedKey['keyOf'], KeyUse[]>();
  for (const asked of rules) {
    for (const [name, keyOf] of Object.entries(asked.rule.keys)) {
      const known = uses.get(keyOf);
      if (known === undefined) uses.set(keyOf, [{ asked, name }]);
      else known.push({ asked, name });
    }
  }
  return [...uses].map(([keyOf, of]) => ({ keyOf, uses: of }));
}

/** @param overrides how the rules stand for some lines; absent where all lines are treated alike */
export function newGroupIndex(rules: readonly AskedRule<GroupRule>[], overrides?: readonly Step[]): GroupIndex {
  const standingsFor = lineStandings(overrides, rules);
  const standings = new Map<number, LineStandings>();
  const indexes: KeyIndex[] = sharedKeys(rules).map((shared) => ({
    ...shared,
    taken: [],
    groups: new Map(),
    values: new Map(),
  }));
  const facts = new Map<number, SharingLine>();
  let size = 0;
  return {
    take(lines, keys) {
      for (const asked of rules) asked.checked += lines;
      for (const [which, index] of indexes.entries()) index.taken.push(keys[which] ?? NO_HASHES);
      size += lines;
    },
    shared() {
      const ordinals = new Set<number>();
      for (const index of indexes) {
        findGroups(index, size);
        for (const group of index.groups.values()) for (const ordinal of group) ordinals.add(ordinal);
      }
      return [...ordinals].sort((a, b) => a - b);
    },
    note(ordinal, line, fact) {
      facts.set(ordinal, fact);
      if (standingsFor !== undefined) standings.set(ordinal, standingsFor(line));
      for (const { groups, values, keyOf } of indexes) if (groups.has(ordinal)) values.set(ordinal, keyOf(line) ?? '');
    },
    remarks() {
      const remarks: GroupRemark[] = [];
      for (const index of indexes) {
        for (const [first, ordinals] of index.groups) {
          const members = ordinals.map((ordinal) => memberOf(ordinal, facts));
          for (const { asked, problem } of askAll(index, members, index.values.get(first) ?? '')) {
            const { member, ...rest } = problem;
            const { ordinal, row, item } = member;
            const standing = standingWhere(standings.get(ordinal) ?? NO_STANDINGS, asked);
            if (standing !== undefined) remarks.push({ ordinal, row, item, remark: remarkOf(standing, rest) });
          }
        }
      }
      return remarks.sort((a, b) => a.ordinal - b.ordinal);
    },
  };
}

function findGroups({ taken, groups }: KeyIndex, size: number): void {
  for (const group of groupsOf(taken.splice(0), size)) groups.set(group[0] ?? 0, group);
}

function askAll({ uses }: KeyIndex, members: readonly GroupMember[], value: string) {
  return uses.flatMap((use) => ask(use, members, value).map((problem) => ({ asked: use.asked, problem })));
}

function ask({ asked, name }: KeyUse, members: readonly GroupMember[], value: string) {
  try {
    return asked.rule.check(members, name, value);
  } catch (cause) {
    throw new RuleFailure(asked.rule.id, members[0]?.row, cause);
  }
}

const UNKNOWN: SharingLine = { row: 0, item: undefined, fingerprint: 0 };

function memberOf(ordinal: number, facts: ReadonlyMap<number, SharingLine>): GroupMember {
  return { ordinal, ...(facts.get(ordinal) ?? UNKNOWN) };
}
