/** Finds lines that share a key, for the rules that compare lines, and asks those rules when the last line was read. */
import { type KeyTable, newKeyTable } from '../catalogue/key-table.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { type Remark, RuleFailure, remarkOf } from '../engine/check-line.ts';
import type { AskedRule } from '../engine/prepare-rules.ts';
import type { GroupMember, GroupRule } from '../engine/rule.ts';
import type { Ledger } from './ledger.ts';

export interface GroupIndex {
  add(line: CatalogueLine, ordinal: number): void;
  /** Lines that share a key with another, ascending. */
  shared(): readonly number[];
  /**
   * @param fingerprints of the shared lines' cells, by ordinal
   * @returns remarks with the line they are about, in file order
   */
  remarks(
    ledger: Ledger,
    fingerprints: ReadonlyMap<number, number>,
  ): readonly { readonly ordinal: number; readonly remark: Remark }[];
}

/** The first line with a key is a number; only keys that turn up again get a list. */
interface KeyIndex {
  readonly asked: AskedRule<GroupRule>;
  readonly name: string;
  readonly keyOf: (line: CatalogueLine) => string | undefined;
  readonly first: KeyTable;
  readonly shared: Map<string, number[]>;
}

export function newGroupIndex(rules: readonly AskedRule<GroupRule>[]): GroupIndex {
  const indexes: KeyIndex[] = rules.flatMap((asked) =>
    Object.entries(asked.rule.keys).map(([name, keyOf]) => ({
      asked,
      name,
      keyOf,
      first: newKeyTable(),
      shared: new Map(),
    })),
  );
  return {
    add(line, ordinal) {
      for (const asked of rules) asked.checked++;
      for (const { keyOf, first, shared } of indexes) {
        const key = keyOf(line);
        if (key === undefined) continue;
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, ordinal);
        else {
          const ordinals = shared.get(key);
          if (ordinals === undefined) shared.set(key, [earlier, ordinal]);
          else ordinals.push(ordinal);
        }
      }
    },
    shared() {
      const ordinals = new Set(indexes.flatMap(({ shared }) => [...shared.values()].flat()));
      return [...ordinals].sort((a, b) => a - b);
    },
    remarks(ledger, fingerprints) {
      const remarks: { ordinal: number; remark: Remark }[] = [];
      for (const index of indexes) {
        for (const [value, ordinals] of index.shared) {
          for (const problem of ask(
            index,
            ordinals.map((ordinal) => memberOf(ordinal, ledger, fingerprints)),
            value,
          )) {
            const { member, ...rest } = problem;
            remarks.push({ ordinal: member.ordinal, remark: remarkOf(index.asked, rest) });
          }
        }
      }
      return remarks.sort((a, b) => a.ordinal - b.ordinal);
    },
  };
}

function ask({ asked, name }: KeyIndex, members: readonly GroupMember[], value: string) {
  try {
    return asked.rule.check(members, name, value);
  } catch (cause) {
    throw new RuleFailure(asked.rule.id, members[0]?.row, cause);
  }
}

function memberOf(ordinal: number, ledger: Ledger, fingerprints: ReadonlyMap<number, number>): GroupMember {
  return { ordinal, row: ledger.row(ordinal), item: ledger.item(ordinal), fingerprint: fingerprints.get(ordinal) ?? 0 };
}
